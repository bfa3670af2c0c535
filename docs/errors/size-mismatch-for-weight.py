from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 3))
pretrained = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 1000)).state_dict()


def wrong():
    model.load_state_dict(pretrained, strict=False)


def right():
    body = {k: v for k, v in pretrained.items() if k.startswith("0.")}
    found = model.load_state_dict(body, strict=False)
    assert found.missing_keys == ["1.weight", "1.bias"]
    assert found.unexpected_keys == []
