import torch

weight = torch.nn.Parameter(torch.ones(1))


def wrong():
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1)
    scheduler.step()


def right():
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1)
    weight.sum().backward()
    optimizer.step()
    scheduler.step()
    assert abs(weight.item() - 0.9) < 1e-6
