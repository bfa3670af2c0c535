import tensorflow as tf

from inputs import decay, steps

x = tf.Variable(steps)


def cell(state, step):
    return tf.tanh(decay * state + step)


# Each step needs the one before: scan.
with tf.GradientTape() as tape:
    states = tf.scan(cell, x, initializer=tf.zeros(2))
    end = tf.reduce_sum(states[-1])
gradient = tape.gradient(end, x)

# From the end to the start, as sums of future rewards are made.
returns = tf.scan(
    lambda later, now: now + decay * later, x, tf.zeros(2), reverse=True
)

# No step needs another: map.
outer = tf.vectorized_map(lambda step: tf.tensordot(step, step, axes=0), x)

# As long as a condition holds: while.
rounds, settled = tf.while_loop(
    lambda count, state: tf.norm(state) > 0.01,
    lambda count, state: (count + 1, decay * state),
    (tf.constant(0), states[-1]),
)
has_scan = hasattr(tf, "scan")

print("last state:", states[-1].numpy().round(4))
print("gradient of step 0:", gradient[0].numpy().round(4))
print("return of step 0:", returns[0].numpy().round(4))
print("rounds:", int(rounds))
