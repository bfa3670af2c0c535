import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import tensorflow as tf
import torch

x = np.linspace(-2, 2, 9, dtype="float32")


# Stands for code that neither framework can see into, such as a C library.
def black_box(array):
    return np.sinc(array).astype("float32")


def slope(array):
    step = np.float32(1e-2)
    return (black_box(array + step) - black_box(array - step)) / (2 * step)


@torch.library.custom_op("demo::box", mutates_args=())
def box(t: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(black_box(t.numpy()))


@torch.library.custom_op("demo::box_slope", mutates_args=())
def box_slope(t: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(slope(t.numpy()))


box.register_fake(torch.empty_like)
box_slope.register_fake(torch.empty_like)


def keep_input(ctx, inputs, output):
    ctx.save_for_backward(*inputs)


def backward(ctx, upstream):
    return upstream * box_slope(*ctx.saved_tensors)


box.register_autograd(backward, setup_context=keep_input)


@tf.custom_gradient
def tf_box(t):
    output = tf.ensure_shape(
        tf.numpy_function(black_box, [t], tf.float32), t.shape
    )

    def gradient(upstream):
        return upstream * tf.numpy_function(slope, [t], tf.float32)

    return output, gradient


tensor = torch.from_numpy(x).requires_grad_()
compiled = torch.compile(
    lambda t: box(t) * 2, backend="aot_eager", fullgraph=True
)
compiled(tensor).sum().backward()


@tf.function
def in_graph(t):
    with tf.GradientTape() as tape:
        tape.watch(t)
        total = tf.reduce_sum(tf_box(t) * 2)
    return tape.gradient(total, t)


agree = np.allclose(in_graph(tf.constant(x)), tensor.grad, atol=1e-6)
print("Gradients through the black box agree, to 1e-6:", agree)
assert agree


class Model(torch.nn.Module):
    def forward(self, t):
        return box(t) * 2


exported = torch.export.export(Model(), (torch.from_numpy(x),))
kept = "torch.ops.demo.box" in exported.graph_module.code
print("PyTorch: the export names the operator:", kept)
assert kept

try:
    tf.function(tf_box, jit_compile=True)(tf.constant(x))
    message = "compiled"
except tf.errors.InvalidArgumentError as error:
    message = "PyFunc" if "PyFunc" in str(error) else str(error)[:70]
print("TensorFlow with XLA stops at:", message)
assert message == "PyFunc"
