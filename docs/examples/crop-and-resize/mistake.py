# The default of grid_sample: -1 and 1 are the edges of the outer pixels.
crops = crop_and_resize(x, boxes, image_of_box, align_corners=False)

print("crop:   ", crops[0, 0, :4, 0].numpy().round(4))
