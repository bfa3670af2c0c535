import os
import tempfile

os.environ["KERAS_BACKEND"] = "tensorflow"
import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import onnx
import tensorflow as tf
import torch
from torch import nn

keras_model = keras.Sequential(
    [
        keras.Input(shape=(8, 8, 3)),
        keras.layers.Conv2D(4, 3),
        keras.layers.ReLU(),
        keras.layers.Flatten(),
        keras.layers.Dense(2),
    ]
)
torch_model = nn.Sequential(
    nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 2)
).eval()

for layer, module in zip(keras_model.layers, torch_model, strict=True):
    count = sum(p.numel() for p in module.parameters())
    print(f"{type(layer).__name__:8}{type(module).__name__:8}{count:4}")
    assert layer.count_params() == count
built_in = [hasattr(model, "summary") for model in (keras_model, torch_model)]
print("has a summary(): Keras {}, PyTorch {}".format(*built_in))

image = tf.TensorSpec([1, 8, 8, 3])
graph = tf.function(keras_model).get_concrete_function(image).graph
plumbing = {"Placeholder", "Const", "ReadVariableOp", "Identity", "NoOp"}
tf_ops = [op.type for op in graph.get_operations() if op.type not in plumbing]

with tempfile.TemporaryDirectory() as folder:
    file = f"{folder}/model.onnx"
    example = (torch.zeros(1, 3, 8, 8),)
    torch.onnx.export(torch_model, example, file, verbose=False)
    onnx_ops = [node.op_type for node in onnx.load(file).graph.node]

print("TensorFlow graph:", *tf_ops)
print("PyTorch as ONNX: ", *onnx_ops)
assert built_in == [True, False]
assert onnx_ops == ["Conv", "Relu", "Reshape", "Gemm"]
assert {"Conv2D", "Relu", "Reshape", "MatMul", "BiasAdd"} <= set(tf_ops)
