import tensorflow as tf

from inputs import bias, features, kernel, target

v1 = tf.compat.v1

# As it was written for TensorFlow 1: a graph, then a session that runs it
with tf.Graph().as_default():
    x = v1.placeholder(tf.float32, [None, 4])
    y = v1.placeholder(tf.float32, [None, 2])
    w = v1.get_variable("w", initializer=kernel)
    b = v1.get_variable("b", initializer=bias)
    loss = tf.reduce_mean((tf.matmul(x, w) + b - y) ** 2)
    train = v1.train.GradientDescentOptimizer(0.1).minimize(loss)
    saver = v1.train.Saver()

    with v1.Session() as session:
        session.run(v1.global_variables_initializer())
        feed = {x: features, y: target}
        runs = [session.run([loss, train], feed) for _ in range(3)]
        losses = [float(value) for value, _ in runs]
        saver.save(session, "./model.ckpt")

# TensorFlow 2: read the old checkpoint by name, and call a function.
old = tf.train.load_checkpoint("./model.ckpt")
w, b = tf.Variable(old.get_tensor("w")), tf.Variable(old.get_tensor("b"))


@tf.function
def predict(x):
    return tf.matmul(x, w) + b


output = predict(tf.constant(features))

print("losses:", [round(loss, 4) for loss in losses])
print("names:", sorted(old.get_variable_to_shape_map()))
print("output:", output[0].numpy().round(4))
