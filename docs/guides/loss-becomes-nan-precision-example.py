import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import tensorflow as tf
import torch

scores, masked = [2.0, 1.0], [-1e9, -1e9]  # both places are hidden

for name in ("float32", "float16", "bfloat16"):
    dtype = getattr(tf, name)
    hidden = tf.constant(scores, dtype) + tf.cast(masked, dtype)
    in_tensorflow = tf.cast(tf.nn.softmax(hidden), "float32").numpy()
    dtype = getattr(torch, name)
    hidden = torch.tensor(scores, dtype=dtype) + torch.tensor(masked).to(dtype)
    in_torch = hidden.softmax(dim=0).float().numpy()
    print(f"{name}: TensorFlow {in_tensorflow}, PyTorch {in_torch}")
    broken = name == "float16"
    assert np.isnan(in_tensorflow).all() == broken
    assert np.isnan(in_torch).all() == broken
