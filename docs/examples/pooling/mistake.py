# One stride and one window for all: right where 3 divides the size.
stride = 8 // 3
window = 8 - (3 - 1) * stride
adaptive = last(F.avg_pool2d(x, window, stride=stride))

print("shape:", tuple(adaptive.shape))
print("adaptive:", adaptive[0, 1, :, 0].numpy().round(4))
