import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


def wrong():
    model.save("model")


def right():
    model.save("model.keras")
    again = keras.models.load_model("model.keras")
    assert again.count_params() == 10
