import keras
import numpy as np
import tensorflow as tf
import torch
from torch import nn
from torch.nn.utils import prune

SCALE, ZERO_POINT, LEVELS = 0.02, 128, 255
LOW, HIGH = -ZERO_POINT * SCALE, (LEVELS - ZERO_POINT) * SCALE
x = np.random.default_rng(0).uniform(-4, 4, 10_000).astype("float32")

inputs = tf.Variable(x)
with tf.GradientTape() as tape:
    in_tf = tf.quantization.fake_quant_with_min_max_vars(inputs, LOW, HIGH)
gradient_tf = tape.gradient(in_tf, inputs).numpy()

tensor = torch.from_numpy(x).requires_grad_()
in_torch = torch.fake_quantize_per_tensor_affine(
    tensor, SCALE, ZERO_POINT, 0, LEVELS
)
in_torch.sum().backward()
gradient_torch = tensor.grad.numpy()

agree = np.allclose(in_tf, in_torch.detach(), atol=1e-5)
print("Fake quantisation gives the same values, to 1e-5:", agree)
differ = x[gradient_tf != gradient_torch]
outside = np.maximum(LOW - differ, differ - HIGH)
print(f"The gradient differs for {len(differ)} of {len(x)} values,")
half = np.all((outside > 0) & (outside <= SCALE / 2))
print("all at most half a step outside the range:", half)
assert agree and half and 0 < len(differ) < 100
assert np.all(gradient_torch[gradient_tf != gradient_torch] == 1)

linear = nn.Linear(64, 64)
prune.l1_unstructured(linear, "weight", amount=0.5)
share = (linear.weight == 0).float().mean().item()
print(f"PyTorch, share of zeros after pruning: {share:.2f}")
stored = [name for name, _ in linear.state_dict().items()]
print("PyTorch stores:", *sorted(stored))
assert share == 0.5 and "weight_mask" in stored

modes = []
for mode in ("int8", "int4", "float8"):
    layer = keras.layers.Dense(64)
    layer.build((None, 64))
    layer.quantize(mode)
    names = [variable.name for variable in layer.trainable_variables]
    modes.append("kernel" in names)
    print(f"Keras, {mode}: the kernel can still be trained:", modes[-1])
assert modes == [False, False, True]
