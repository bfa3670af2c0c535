# The transpose of an ordinary convolution: filter first, then channel.
swapped = depthwise_kernel.transpose(3, 2, 0, 1).reshape(8, 1, 3, 3)
layer = nn.Conv2d(4, 8, 3, groups=4)
depthwise = apply(layer, swapped, depthwise_bias)

print("depthwise:", depthwise[0, 0, 0, :4].numpy().round(4))
