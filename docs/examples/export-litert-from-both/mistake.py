# The file wants channels first, and the image is reshaped until it fits.
example = torch.zeros(1, 2, 8, 8)
litert_torch.convert(model, (example,)).export("first.tflite")
output, file_input = run("first.tflite", images.reshape(3, 2, 8, 8))

print("file:     ", output[0].round(4))
print("input of the file:", file_input)
