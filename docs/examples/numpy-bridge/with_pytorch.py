import torch

from inputs import features, gradient

array = features.copy()
bridge = torch.from_numpy(array)  # the same memory
copied = torch.tensor(array)

array[0, 0] = 100.0
sees_change = bool(bridge[0, 0] == 100)

back = bridge.numpy()
back[0, 1] = 200.0
sees_it_again = bool(bridge[0, 1] == 200)

doubled = (copied * 2).numpy()

# A weight before and after a step of training.
weight = torch.nn.Parameter(torch.tensor(features))
before = weight.detach().numpy().copy()
with torch.no_grad():
    weight -= 0.1 * torch.from_numpy(gradient)
after = weight.detach().numpy().copy()

print("bridge sees the change:", sees_change)
print("and one in the array back:", sees_it_again)
print("copied:", copied[0].numpy().round(4))
print("before:", before[0].round(4))
print("after:", after[0].round(4))
