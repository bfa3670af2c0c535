import torch
import torch.nn.functional as F

from inputs import images

x = torch.from_numpy(images).permute(0, 3, 1, 2)


def last(result):
    """The channels back to the end, as in Keras."""
    return result.permute(0, 2, 3, 1)


# Three by three results, whatever the size.
adaptive = last(F.adaptive_avg_pool2d(x, 3))
adaptive_max = last(F.adaptive_max_pool2d(x, 3))

# Windows of 3 at stride 2; the border cuts the last one off.
highest = last(F.max_pool2d(x, 3, stride=2, ceil_mode=True))
mean = last(F.avg_pool2d(x, 3, stride=2, ceil_mode=True))

# One pixel of zeros on every side, and they count in the mean.
with_zeros = last(F.avg_pool2d(x, 3, stride=2, padding=1))

overall = x.mean(dim=(2, 3))

print("adaptive:", adaptive[0, 1, :, 0].numpy().round(4))
print("highest:", highest[0, -1, :, 0].numpy().round(4))
print("mean:", mean[0, -1, :, 0].numpy().round(4))
print("with zeros:", with_zeros[0, 0, :, 0].numpy().round(4))
