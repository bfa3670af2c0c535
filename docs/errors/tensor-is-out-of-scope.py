import tensorflow as tf

x = tf.constant([1.0, 2.0])


def wrong():
    seen = []

    @tf.function
    def step(x):
        seen.append(x * 2)
        return x

    step(x)
    print(seen[0] + 1)


def right():
    @tf.function
    def step(x):
        return x, x * 2

    _, doubled = step(x)
    assert (doubled + 1).numpy().tolist() == [3.0, 5.0]
