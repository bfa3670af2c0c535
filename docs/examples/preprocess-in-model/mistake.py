from PIL import Image

# The network alone goes into the file; the app scales with another library.
network.export("network.tflite", format="litert", verbose=False)
size, method = (12, 12), Image.Resampling.BILINEAR
small = [Image.fromarray(photo).resize(size, method) for photo in photos]
images = np.stack(small).astype("float32") / 127.5 - 1
output, file_takes = run("network.tflite", images)

print("file:     ", output[0].round(4))
