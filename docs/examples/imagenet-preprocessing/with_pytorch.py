import torch
from torch import nn

from inputs import conv_kernel, images, kernel

x = torch.from_numpy(images).permute(0, 3, 1, 2).float()  # RGB, 0 to 255


def channels(*numbers):
    return torch.tensor(numbers).view(3, 1, 1)


def as_torchvision(x):
    mean, std = channels(0.485, 0.456, 0.406), channels(0.229, 0.224, 0.225)
    return (x / 255 - mean) / std


torch_mode = as_torchvision(x).permute(0, 2, 3, 1)
tf_mode = (x / 127.5 - 1).permute(0, 2, 3, 1)

bgr = x.flip(1) - channels(103.939, 116.779, 123.68)
caffe_mode = bgr.permute(0, 2, 3, 1)

# What the ResNet50 of torchvision is given for a white pixel.
white = as_torchvision(torch.full((3, 1, 1), 255.0))
white_pixel = round(white[0, 0, 0].item(), 4)

model = nn.Sequential(
    nn.Conv2d(3, 4, 3, bias=False),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 5, bias=False),
)
arrays = conv_kernel.transpose(3, 2, 0, 1), kernel.T
tensors = [torch.from_numpy(array) for array in arrays]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
scores = model(bgr)

print("first pixel, RGB:", images[0, 0, 0])
print("torch mode:", torch_mode[0, 0, 0].numpy().round(3))
print("tf mode:   ", tf_mode[0, 0, 0].numpy().round(3))
print("caffe mode:", caffe_mode[0, 0, 0].numpy().round(3))
print("white pixel for ResNet50:", white_pixel)
print("scores:", scores[0].detach().numpy().round(4))
