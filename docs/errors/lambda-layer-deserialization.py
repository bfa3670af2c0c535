import keras


@keras.saving.register_keras_serializable()
class Double(keras.layers.Layer):
    def call(self, inputs):
        return inputs * 2


def wrong():
    double = keras.layers.Lambda(lambda x: x * 2)
    model = keras.Sequential([keras.Input((4,)), double])
    model.save("model.keras")
    keras.models.load_model("model.keras")


def right():
    model = keras.Sequential([keras.Input((4,)), Double()])
    model.save("model.keras")
    again = keras.models.load_model("model.keras")
    assert again(keras.ops.ones((1, 4)))[0, 0] == 2
