import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from move_a_model_original import build_trained, pictures
from move_a_model_weights import twin_of


def outputs_of_both(model, twin, images):
    """The outputs of all layers that have a counterpart, by their names."""
    modules = dict(twin.named_modules())
    names = {layer.name: layer.name.replace("_", ".") for layer in model.layers}
    pairs = {k: t for k, t in names.items() if t in modules}
    seen, hooks = {}, []
    for name in pairs.values():

        def keep(module, args, output, name=name):
            seen[name] = output[0] if isinstance(output, tuple) else output

        hooks.append(modules[name].register_forward_hook(keep))
    with torch.no_grad():
        twin(torch.tensor(images).permute(0, 3, 1, 2))
    for hook in hooks:
        hook.remove()
    layers = [model.get_layer(name) for name in pairs]
    every = keras.Model(model.inputs, [layer.output for layer in layers])
    expected = every([images], training=False)
    for name, output in zip(pairs, expected, strict=True):
        found = seen[pairs[name]]
        if found.ndim == 4:
            found = found.permute(0, 2, 3, 1)
        yield name, np.asarray(output), found.numpy()


model = build_trained()
twin = twin_of(model)
images, _ = pictures(8, seed=3)
for name, expected, found in outputs_of_both(model, twin, images):
    off = np.abs(expected - found).max() / np.abs(expected).max()
    print(f"{name:18} {'same' if off < 1e-5 else f'off by {off:.0%}'}")
    assert off < 1e-5, name
