import torch
import torch.nn.functional as F

from inputs import depth, images, size

x = torch.from_numpy(images).permute(0, 3, 1, 2)
y = torch.from_numpy(depth).permute(0, 3, 1, 2)


def last(tensor):
    return tensor.permute(0, 2, 3, 1)


bilinear = last(F.interpolate(x, size, mode="bilinear"))
nearest = last(F.interpolate(x, size, mode="nearest-exact"))
bicubic = last(F.interpolate(x, size, mode="bicubic"))
smooth = last(F.interpolate(x, size, mode="bicubic", antialias=True))
bicubic_pixel = round(float(bicubic[0, 3, 3, 0]), 2)

# TensorFlow counts the 8 channels as row, column, channel.
parts = y.unflatten(1, (2, 2, 2))
moved = parts.permute(0, 3, 1, 2, 4, 5)  # channel, row, column
shuffled = last(F.pixel_shuffle(moved.flatten(1, 3), 2))

shuffled_back = last(F.pixel_shuffle(y, 2))

print("bilinear:", bilinear[0, 0, :4, 0].numpy().round(4))
print("nearest:", nearest[0, 0, :4, 0].numpy().round(4))
print("bicubic, one pixel:", bicubic_pixel)
print("shuffled:", shuffled[0, 0, :4, 0].numpy().round(4))
