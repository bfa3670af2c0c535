import keras


def wrong():
    keras.optimizers.Adam(lr=0.01)


def right():
    optimizer = keras.optimizers.Adam(learning_rate=0.01)
    assert abs(float(optimizer.learning_rate) - 0.01) < 1e-9
