from torch import nn


class Late(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(4, 2)
        super().__init__()


class First(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)


def wrong():
    Late()


def right():
    assert len(list(First().parameters())) == 2
