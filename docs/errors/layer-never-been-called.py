import keras


def wrong():
    model = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(2)])
    keras.Model(model.input, model.layers[0].output)


def right():
    model = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(2)]
    )
    features = keras.Model(model.inputs, model.layers[0].output)
    assert features(keras.ops.ones((1, 4))).shape == (1, 8)
