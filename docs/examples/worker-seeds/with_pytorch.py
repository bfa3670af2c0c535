import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from inputs import items, seed


class Augmented(Dataset):
    def __init__(self, epoch):
        self.epoch = epoch

    def __len__(self):
        return len(items)

    def __getitem__(self, index):
        # They depend on the sample and the epoch, not on who draws them.
        rng = np.random.default_rng([seed, self.epoch, index])
        return items[index] + rng.normal(size=3).astype("float32")


class KeptGenerator(Augmented):
    def __init__(self):
        self.rng = np.random.default_rng(seed)

    def __getitem__(self, index):
        return items[index] + self.rng.normal(size=3).astype("float32")


def load(dataset):
    return torch.cat(list(DataLoader(dataset, batch_size=3, num_workers=2)))


if __name__ == "__main__":
    first_epoch = load(Augmented(epoch=0))
    second_epoch = load(Augmented(epoch=1))

    # One generator in the data set: each worker has a copy of it.
    noise = load(KeptGenerator()) - torch.from_numpy(items)
    drawn = {round(number, 3) for number in noise[:, 0].tolist()}
    kept_generator_repeats = len(drawn) < 12

    print("first epoch: ", first_epoch[0].numpy().round(4))
    print("second epoch:", second_epoch[0].numpy().round(4))
    print("a kept generator repeats:", kept_generator_repeats)
