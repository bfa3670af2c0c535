import tensorflow as tf
from tensorboard.backend.event_processing import event_accumulator

from inputs import features, target, weight

x, y = tf.constant(features), tf.constant(target)
w = tf.Variable(weight)


def train_step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((tf.linalg.matvec(x, w) - y) ** 2)
    w.assign_sub(0.1 * tape.gradient(loss, w))
    return loss


writer = tf.summary.create_file_writer("logs/tensorflow")
with writer.as_default():
    for step in range(5):
        loss = train_step()
        tf.summary.scalar("train/loss", loss, step=step)
writer.close()

# Read the log back, as TensorBoard does.
log = event_accumulator.EventAccumulator("logs/tensorflow").Reload()
(kind,) = [kind for kind, tags in log.Tags().items() if tags == ["train/loss"]]
events = log.Tensors("train/loss")
steps = [event.step for event in events]
losses = [float(tf.make_ndarray(event.tensor_proto)) for event in events]

print("kept under:", kind)
print("steps:", steps)
print("losses:", [round(loss, 4) for loss in losses])
