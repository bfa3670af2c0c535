from keras import layers

from inputs import images

# Three by three results, whatever the size.
adaptive = layers.AdaptiveAveragePooling2D(3)(images)
adaptive_max = layers.AdaptiveMaxPooling2D(3)(images)

# Windows of 3 at stride 2; the border cuts the last one off.
highest = layers.MaxPooling2D(3, strides=2, padding="same")(images)
mean = layers.AveragePooling2D(3, strides=2, padding="same")(images)

# One pixel of zeros on every side, and they count in the mean.
padded = layers.ZeroPadding2D(1)(images)
with_zeros = layers.AveragePooling2D(3, strides=2)(padded)

overall = layers.GlobalAveragePooling2D()(images)

print("adaptive:", adaptive[0, 1, :, 0].numpy().round(4))
print("highest:", highest[0, -1, :, 0].numpy().round(4))
print("mean:", mean[0, -1, :, 0].numpy().round(4))
print("with zeros:", with_zeros[0, 0, :, 0].numpy().round(4))
