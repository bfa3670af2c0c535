import tempfile
from collections import Counter
from pathlib import Path

import torch._dynamo  # first, or Triton and TensorFlow collide
import tensorflow as tf
import torch
from tensorflow.tsl.profiler.protobuf.xplane_pb2 import XSpace

x, weight = torch.randn(512, 512), torch.randn(512, 512)
tf_x, tf_weight = tf.constant(x), tf.constant(weight)
tf_layer = tf.function(lambda x: tf.nn.relu(x @ tf_weight))
tf_layer(tf_x)  # trace the function before the recording

with tempfile.TemporaryDirectory() as logs:
    with tf.profiler.experimental.Profile(logs):
        for _ in range(5):
            tf_layer(tf_x)
    [tf_file] = Path(logs).rglob("*.xplane.pb")
    space = XSpace.FromString(tf_file.read_bytes())

    with torch.profiler.profile() as run:
        for _ in range(5):
            torch.relu(x @ weight)
    torch_file = Path(logs) / "run.trace.json"
    run.export_chrome_trace(str(torch_file))

tf_time, tf_calls = Counter(), Counter()
[host] = [plane for plane in space.planes if plane.name == "/host:CPU"]
for event in (event for line in host.lines for event in line.events):
    node, _, kind = host.event_metadata[event.metadata_id].name.partition(":")
    if kind.isidentifier():  # "node:Kind" is an operator
        kind = kind.removeprefix("_Mkl")  # the prefix depends on the processor
        tf_time[kind] += event.duration_ps
        tf_calls[kind] += 1
tf_top = max(tf_time, key=tf_time.get)
torch_top = max(run.key_averages(), key=lambda op: op.self_cpu_time_total)

for side, file, name, calls in [
    ("TensorFlow", tf_file, tf_top, tf_calls[tf_top]),
    ("PyTorch", torch_file, torch_top.key, torch_top.count),
]:
    print(f"{side} wrote a {''.join(file.suffixes)} file")
    print(f"  most time in: {name}, {calls} calls")
assert tf_top == "MatMul" and torch_top.key == "aten::mm"
assert tf_calls[tf_top] == torch_top.count == 5
