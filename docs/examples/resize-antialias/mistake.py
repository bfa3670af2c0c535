# Trained on images that Pillow downscaled; served with the default.
smooth = resize(x, size)

print("antialiased:", smooth[0, :4, 0].numpy().round(2))
