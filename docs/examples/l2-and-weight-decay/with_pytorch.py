import torch
import torch.nn.functional as F

from inputs import bias, features, kernel, targets

x, y = torch.from_numpy(features), torch.from_numpy(targets)


def train(make_optimizer, decay):
    layer = torch.nn.Linear(3, 1)
    layer.weight.data = torch.tensor(kernel.T)
    layer.bias.data = torch.tensor(bias)
    # Two groups, because the bias should not decay.
    weight_group = {"params": [layer.weight], "weight_decay": decay}
    bias_group = {"params": [layer.bias], "weight_decay": 0.0}
    optimizer = make_optimizer([weight_group, bias_group], lr=0.05)
    for _ in range(20):
        optimizer.zero_grad()
        F.mse_loss(layer(x), y).backward()
        optimizer.step()
    return [layer.weight.detach().T.numpy(), layer.bias.detach().numpy()]


# A penalty of 0.05 * sum(weight ** 2) has the gradient 2 * 0.05 * weight.
decay = 2 * 0.05
penalised = train(torch.optim.SGD, decay)
penalised_adam = train(torch.optim.Adam, decay)

# Decay in the optimizer, beside the gradient; the bias is left out.
decayed = train(torch.optim.AdamW, 0.1)

# `weight_decay` of Adam: a part of the gradient, so not the same.
through_adam = train(torch.optim.Adam, 0.1)
adam_is_adamw = bool((through_adam[0] == decayed[0]).all())

print("L2 in the loss:", penalised[0][:, 0].round(4), penalised[1].round(4))
print("L2 and Adam:   ", penalised_adam[0][:, 0].round(4))
print("AdamW:         ", decayed[0][:, 0].round(4), decayed[1].round(4))
print("Adam:          ", through_adam[0][:, 0].round(4))
