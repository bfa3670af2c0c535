import keras


class Plain(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


@keras.saving.register_keras_serializable()
class Registered(Plain):
    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


def wrong():
    keras.Sequential([keras.Input((4,)), Plain(3)]).save("model.keras")
    keras.models.load_model("model.keras")


def right():
    model = keras.Sequential([keras.Input((4,)), Registered(3)])
    model.save("model.keras")
    again = keras.models.load_model("model.keras")
    assert again.layers[0].factor == 3
