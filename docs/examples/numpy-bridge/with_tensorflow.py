import tensorflow as tf

from inputs import features, gradient

array = features.copy()
bridge = tf.convert_to_tensor(array)
copied = tf.constant(array)

array[0, 0] = 100.0
sees_change = bool(bridge[0, 0] == 100)

back = bridge.numpy()
back[0, 1] = 200.0
sees_it_again = bool(bridge[0, 1] == 200)

doubled = (copied * 2).numpy()

# A weight before and after a step of training.
weight = tf.Variable(features)
before = weight.numpy()
weight.assign_sub(0.1 * gradient)
after = weight.numpy()

print("bridge sees the change:", sees_change)
print("and one in the array back:", sees_it_again)
print("copied:", copied[0].numpy().round(4))
print("before:", before[0].round(4))
print("after:", after[0].round(4))
