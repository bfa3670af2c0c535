import torch
from torch import nn

from inputs import fake, real, share, weight, weights

real, fake, share = map(torch.from_numpy, (real, fake, share))
critic = nn.Sequential(
    nn.Flatten(), nn.Linear(16, 8), nn.Tanh(), nn.Linear(8, 1)
)
tensors = [torch.from_numpy(array.T) for array in weights]
start = dict(zip(critic.state_dict(), tensors))


def step(create_graph):
    critic.load_state_dict(start)
    optimizer = torch.optim.SGD(critic.parameters(), 0.01)
    mixed = (share * real + (1 - share) * fake).requires_grad_()
    # `create_graph` lets the penalty be differentiated in its turn.
    (gradients,) = torch.autograd.grad(
        critic(mixed).sum(), mixed, create_graph=create_graph
    )
    lengths = gradients.flatten(1).norm(dim=1)
    penalty = weight * ((lengths - 1) ** 2).mean()
    wasserstein = critic(fake).mean() - critic(real).mean()
    (wasserstein + penalty).backward()
    optimizer.step()
    return lengths.detach(), penalty.detach(), critic[1].weight.grad.T


lengths, penalty, kernel_slope = step(create_graph=True)
kernel_after = critic[1].weight.detach().T.clone()

print("lengths:", lengths.numpy().round(4))
print("penalty:", round(penalty.item(), 4))
print("slope of the kernel:", kernel_slope[0, :4].numpy().round(4))
print("kernel after a step:", kernel_after[0, :4].numpy().round(4))
