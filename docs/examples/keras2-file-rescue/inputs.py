"""The same numbers for both, and a weights file laid out as Keras 2 did."""

import h5py
import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(3, 4)).astype("float32")
# Each layer's weights, by the names of Keras 2
shapes = {
    "hidden": {"kernel": (4, 8), "bias": (8,)},
    "norm": {
        "gamma": (8,),
        "beta": (8,),
        "moving_mean": (8,),
        "moving_variance": (8,),
    },
    "out": {"kernel": (8, 3), "bias": (3,)},
}
weights = {
    layer: {name: 0.5 * rng.normal(size=shape) for name, shape in own.items()}
    for layer, own in shapes.items()
}
variance = weights["norm"]["moving_variance"]
weights["norm"]["moving_variance"] = 0.1 + 0.1 * np.abs(variance)


def write_like_keras_2(path):
    """Write the weights where Keras 2 has them, as the other side shows."""
    with h5py.File(path, "w") as file:
        for layer, own in weights.items():
            for name, array in own.items():
                place = f"model_weights/{layer}/{layer}/{name}:0"
                file[place] = array.astype("float32")
