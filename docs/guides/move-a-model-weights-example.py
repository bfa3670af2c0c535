import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from keras import layers
from move_a_model_original import Positions, build_trained
from move_a_model_twin import Twin

NORM = ("weight", "bias", "running_mean", "running_var")


def transposed(*axes):
    """The rule for a kernel of these axes, with a bias or without."""

    def there(layer, arrays):
        kernel, *bias = arrays
        return dict(zip(("weight", "bias"), [kernel.transpose(axes), *bias]))

    def back(layer, state):
        kernel = state["weight"].transpose(np.argsort(axes))
        return [kernel, *([state["bias"]] if "bias" in state else [])]

    return there, back


def as_it_is(*names):
    """The rule for arrays that only have other names."""

    def there(layer, arrays):
        return dict(zip(names, arrays))

    def back(layer, state):
        return [state[name] for name in names if name in state]

    return there, back


def attention_there(layer, arrays):
    *inner, kernel, bias = arrays
    width = kernel.shape[-1]
    rows = [array.reshape(width, -1).T for array in inner[::2]]
    return {
        "in_proj_weight": np.concatenate(rows),
        "in_proj_bias": np.concatenate([b.ravel() for b in inner[1::2]]),
        "out_proj.weight": kernel.reshape(-1, width).T,
        "out_proj.bias": bias,
    }


def attention_back(layer, state):
    heads, arrays = (layer.num_heads, layer.key_dim), []
    for rows, bias in zip(
        np.split(state["in_proj_weight"], 3), np.split(state["in_proj_bias"], 3)
    ):
        arrays += [rows.T.reshape(-1, *heads), bias.reshape(heads)]
    kernel = state["out_proj.weight"].T.reshape(*heads, -1)
    return [*arrays, kernel, state["out_proj.bias"]]


RULES = {
    layers.Conv2D: transposed(3, 2, 0, 1),
    layers.Dense: transposed(1, 0),
    layers.BatchNormalization: as_it_is(*NORM),
    layers.LayerNormalization: as_it_is(*NORM),
    layers.MultiHeadAttention: (attention_there, attention_back),
    Positions: as_it_is("table.weight"),
}


def rule(layer):
    if type(layer) not in RULES:
        raise TypeError(f"no rule for {layer.name}, a {type(layer).__name__}")
    return RULES[type(layer)]


def to_torch(model, arrays_of=lambda layer: layer.get_weights()):
    """A state for the twin, from the arrays of each layer of the model."""
    state = {}
    for layer in model.layers:
        if arrays := arrays_of(layer):
            there, _ = rule(layer)
            place = layer.name.replace("_", ".")
            for name, array in there(layer, arrays).items():
                state[f"{place}.{name}"] = torch.tensor(array.copy())
    return state


def to_keras(state, model):
    """Set the weights of the model from a state of the twin."""
    for layer in model.layers:
        if layer.weights:
            _, back = rule(layer)
            place = layer.name.replace("_", ".") + "."
            own = {
                name.removeprefix(place): tensor.numpy()
                for name, tensor in state.items()
                if name.startswith(place)
            }
            layer.set_weights(back(layer, own))


def twin_of(model, rate=0.1):
    """The twin of a model, with its weights, ready to infer."""
    state = to_torch(model)
    twin = Twin(rate).to(state["head.weight"].dtype)
    twin.load_state_dict(state)
    return twin.eval()


if __name__ == "__main__":
    model = build_trained()
    state = to_torch(model)
    print(f"{len(model.weights)} arrays of Keras, {len(state)} of PyTorch")
    for name in ("block2.first.conv.weight", "mix.attention.in_proj_weight"):
        print(f"{name}: {tuple(state[name].shape)}")
    numbers = sum(tensor.numel() for tensor in state.values())
    assert numbers == model.count_params()
    twin_of(model)  # raises if a name or a shape does not fit
    images = keras.Input((8, 8, 3))
    unknown = layers.SeparableConv2D(4, 3, name="separable")(images)
    try:
        to_torch(keras.Model(images, unknown))
        raise SystemExit("a layer without a rule was passed over")
    except TypeError as error:
        print(error)
