# Reshaped instead of permuted: the shape fits, but the image is scrambled.
load(conv, kernel.transpose(3, 2, 0, 1), bias)
scrambled = torch.from_numpy(images).reshape(2, 3, 6, 7)
output = conv(scrambled).permute(0, 2, 3, 1)

print("input:", tuple(scrambled.shape))
print("conv:", output[0, 0, 0].detach().numpy().round(4))
