import keras


def model(classes):
    return keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(8),
            keras.layers.Dense(classes),
        ]
    )


keras.utils.set_random_seed(0)
model(1000).save_weights("pretrained.weights.h5")


def wrong():
    model(3).load_weights("pretrained.weights.h5")


def right():
    old, new = model(1000), model(3)
    old.load_weights("pretrained.weights.h5")
    new.layers[0].set_weights(old.layers[0].get_weights())
    same = new.layers[0].kernel.numpy() == old.layers[0].kernel.numpy()
    assert same.all()
