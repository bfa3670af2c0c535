import keras

texts = ["a cat", "a dog"]


def wrong():
    from keras.preprocessing.text import Tokenizer

    Tokenizer().fit_on_texts(texts)


def right():
    layer = keras.layers.TextVectorization()
    layer.adapt(texts)
    assert layer.get_vocabulary()[2] == "a"
