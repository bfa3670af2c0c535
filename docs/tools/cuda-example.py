import tensorflow as tf
import torch

gpus = tf.config.list_physical_devices("GPU")
print("torch.cuda.is_available():", torch.cuda.is_available())
print("torch accelerators:", torch.accelerator.device_count())
print("TensorFlow GPUs:", gpus)

if torch.accelerator.is_available():
    device = torch.accelerator.current_accelerator()
else:
    device = torch.device("cpu")
a = torch.ones(2, 3, device=device)

with tf.device("/GPU:0" if gpus else "/CPU:0"):
    b = tf.ones((2, 3))
b_type = tf.DeviceSpec.from_string(b.device).device_type

print("PyTorch tensor on:", a.device.type)
print("TensorFlow tensor on:", b_type)

# TF32, from Ampere on: factors of 32-bit products keep 10 bits of mantissa.
tf32 = tf.config.experimental.tensor_float_32_execution_enabled()
print("TF32 by default in TensorFlow:", tf32)
print("in PyTorch's products:", torch.backends.cuda.matmul.allow_tf32)
print("in PyTorch's convolutions:", torch.backends.cudnn.allow_tf32)
assert a.device.type == device.type
assert b_type == ("GPU" if gpus else "CPU")
