import keras

trained = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
trained.save_weights("model.weights.h5")


def wrong():
    model = keras.Sequential([keras.layers.Dense(2)])
    model.load_weights("model.weights.h5")


def right():
    model = keras.Sequential([keras.layers.Dense(2)])
    model.build((None, 4))
    model.load_weights("model.weights.h5")
    assert (model.get_weights()[0] == trained.get_weights()[0]).all()
