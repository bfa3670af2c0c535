import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from inputs import photo, size

x = torch.from_numpy(photo).permute(2, 0, 1)[None].float()


def resize(x, size, mode="bilinear", **settings):
    resized = F.interpolate(x, size, mode=mode, **settings)
    return resized[0].permute(1, 2, 0)  # channels last


smooth = resize(x, size, antialias=True)
smooth_cubic = resize(x, size, "bicubic", antialias=True)

# The default: four neighbours alone, so most pixels are never looked at.
sharp = resize(x, size)

# Whole blocks of pixels: 36 x 52 to 9 x 13.
blocks = resize(x[..., :36, :52], (9, 13), "area")
area_pixel = round(resize(x, size, "area")[0, 1, 0].item(), 2)

# What Pillow makes of the same bytes, and how far the result is from it.
pillow = Image.fromarray(photo).resize(size[::-1], Image.Resampling.BILINEAR)
pillow = torch.tensor(np.asarray(pillow, "float32"))
gap = (smooth.round() - pillow).abs().max()
assert gap <= 1
gap_without = (sharp - pillow).abs().mean()

print("antialiased:", smooth[0, :4, 0].numpy().round(2))
print("default:    ", sharp[0, :4, 0].numpy().round(2))
print("from Pillow, at most:", int(gap), "of 255")
print("default from Pillow, mean:", round(float(gap_without), 1))
