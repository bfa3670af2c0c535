import tempfile
from pathlib import Path

import tensorflow as tf
from tensorboard.backend.event_processing.event_accumulator import (
    EventAccumulator,
)
from torch.utils.tensorboard import SummaryWriter

losses = [0.9, 0.45, 0.3, 0.225]

with tempfile.TemporaryDirectory() as logs:
    tf_run, torch_run = Path(logs) / "tensorflow", Path(logs) / "pytorch"

    with tf.summary.create_file_writer(str(tf_run)).as_default():
        for step, loss in enumerate(losses):
            tf.summary.scalar("loss", loss, step=step)

    with SummaryWriter(torch_run) as writer:
        for step, loss in enumerate(losses):
            writer.add_scalar("loss", loss, global_step=step)

    tf_log = EventAccumulator(str(tf_run)).Reload()
    torch_log = EventAccumulator(str(torch_run)).Reload()

    for name, log in [("tensorflow", tf_log), ("pytorch", torch_log)]:
        tags = log.Tags()
        print(f"{name}: scalars={tags['scalars']} tensors={tags['tensors']}")

    from_tf = [
        (e.step, tf.make_ndarray(e.tensor_proto).item())
        for e in tf_log.Tensors("loss")
    ]
    from_torch = [(e.step, e.value) for e in torch_log.Scalars("loss")]

for step, value in from_tf:
    print(f"step {step}: loss {value:.3f}")
print("same steps and values from both:", from_tf == from_torch)
assert from_tf == from_torch and len(from_tf) == len(losses)
