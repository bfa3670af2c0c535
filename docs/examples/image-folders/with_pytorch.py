from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch.utils.data import DataLoader, Dataset

from inputs import write

write("photos")


class ImageFolder(Dataset):
    """What torchvision's class of this name does, in a few lines."""

    def __init__(self, root, transform):
        self.transform = transform
        self.classes = sorted(folder.name for folder in Path(root).iterdir())
        self.files = [
            (file, label)
            for label, name in enumerate(self.classes)
            for file in sorted(Path(root, name).iterdir())
        ]

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        file, label = self.files[index]
        return self.transform(Image.open(file).convert("RGB")), label


def to_tensor(picture):
    pixels = torch.from_numpy(np.array(picture)).permute(2, 0, 1)
    pixels = pixels[None] / 255  # 0 to 1, as torchvision's ToTensor
    return F.interpolate(pixels, (6, 8), mode="bilinear")[0]


dataset = ImageFolder("photos", to_tensor)
names = dataset.classes

batches, labels = zip(*DataLoader(dataset, batch_size=4))  # not shuffled
batches, labels = torch.cat(batches), torch.cat(labels)
images = 255 * batches.permute(0, 2, 3, 1)  # as Keras: to 255, channels last

# Augmentation is part of `transform`, one picture at a time.
inference = batches.permute(0, 2, 3, 1)
mirrored = batches.flip(-1).permute(0, 2, 3, 1)

default_type = str(batches.dtype).removeprefix("torch.")
highest = "255" if batches.max() > 1 else "1"

print("classes:", names)
print("labels:", labels.numpy())
print("images:", default_type, "up to", highest)
print("first pixels:", images[0, 0, :3, 0].numpy().round(2))
