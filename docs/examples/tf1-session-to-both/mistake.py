# Code for TensorFlow 1 runs outside a graph.
x = v1.placeholder(tf.float32, [None, 4])
