import keras
import tensorflow as tf

from inputs import features, kernel, targets


@keras.saving.register_keras_serializable()
class Centre(keras.Layer):
    """Subtract a running mean, then scale; a large scale costs."""

    def build(self, shape):
        self.scale = self.add_weight(shape[1:], "ones")
        self.mean = self.add_weight(shape[1:], "zeros", trainable=False)

    def call(self, x, training=False):
        if training:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
        self.add_loss(0.1 * tf.reduce_sum(self.scale**2))
        return self.scale * (x - self.mean)


dense = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((3,)), Centre(), dense])
dense.set_weights([kernel])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.fit(features, targets, batch_size=8, epochs=5, verbose=0)

scale, mean = model.layers[0].scale, model.layers[0].mean
loss = model.evaluate(features, targets, verbose=0)  # with what was added

# Saved, and loaded into a new model.
model.save("model.keras")
restored = keras.models.load_model("model.keras")(features)
collects = hasattr(model, "losses")

print("scale:", scale.numpy().round(4), "mean:", mean.numpy().round(4))
print("loss:", round(loss, 4))
print("restored:", restored[:3, 0].numpy().round(4))
