import torch
import torch.nn.functional as F

from inputs import boxes, crop, image_of_box, images

x = torch.from_numpy(images).permute(0, 3, 1, 2)
height, width = x.shape[2:]


def crop_and_resize(x, boxes, image_of_box, align_corners=True):
    """Crops at boxes (top, left, bottom, right) in pixels."""
    top, left, bottom, right = (
        torch.as_tensor(boxes).float()[..., None].unbind(1)
    )
    ys = top + (bottom - top) * torch.linspace(0, 1, crop[0])
    xs = left + (right - left) * torch.linspace(0, 1, crop[1])
    # `grid_sample` counts from -1 to 1, and x comes first.
    ys, xs = 2 * ys / (height - 1) - 1, 2 * xs / (width - 1) - 1
    shape = len(boxes), *crop
    grid = torch.stack(
        [xs[:, None].expand(shape), ys[:, :, None].expand(shape)], dim=-1
    )
    output = F.grid_sample(x[image_of_box], grid, align_corners=align_corners)
    return output.permute(0, 2, 3, 1)


crops = crop_and_resize(x, boxes, image_of_box)

# A box of whole pixels, resized by areas: the other convention.
resized = F.interpolate(x[:, :, 2:8, 1:9], crop, mode="bilinear")
resized = resized.permute(0, 2, 3, 1)

# A sample beyond the outermost pixel is mixed from that pixel and 0.
shifted = crop_and_resize(x, [[-2.0, -2.0, 3.0, 3.0]], [0])
beyond = round(shifted[0, 2, 1, 0].item(), 4)

print("crop:   ", crops[0, 0, :4, 0].numpy().round(4))
print("resized:", resized[0, 0, :4, 0].numpy().round(4))
print("beyond: ", shifted[0, 2, :4, 0].numpy().round(4))
