text = "3.5"  # TODO what both functions share


def wrong():
    int(text)  # TODO get the message from the library


def right():
    number = int(float(text))  # TODO the cure
    assert number == 3
