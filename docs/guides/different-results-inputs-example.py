import keras
import numpy as np

pixels = np.random.default_rng(0).integers(0, 256, (1, 4, 4, 3))
pixels = pixels.astype("float32")

# What the weights of torchvision's models expect.
mean, std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
expected = (pixels / 255 - mean) / std

scale = keras.applications.imagenet_utils.preprocess_input
for name, prepare in {
    "resnet50.preprocess_input": keras.applications.resnet50.preprocess_input,
    "mobilenet_v2.preprocess_input": (
        keras.applications.mobilenet_v2.preprocess_input
    ),
    'imagenet_utils, mode="torch"': lambda x: scale(x, mode="torch"),
}.items():
    x = prepare(pixels.copy())  # it may write into its argument
    same = np.allclose(x, expected, atol=1e-5)
    print(f"{name}: {x.min():.1f} to {x.max():.1f}, {same=}")
    assert same == ("torch" in name)
