import torch


def wrong():
    torch.compiler.reset()
    scaled = torch.compile(lambda x, by: x * len(by), backend="eager")
    for count in range(12):
        scaled(torch.ones(2), "a" * count)


def right():
    torch.compiler.reset()
    scaled = torch.compile(lambda x, by: x * by, backend="eager")
    for count in range(12):
        outputs = scaled(torch.ones(2), torch.tensor(count))
    assert outputs.tolist() == [11.0, 11.0]
