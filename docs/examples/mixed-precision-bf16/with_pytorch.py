import torch
import torch.nn.functional as F

from inputs import features, start, targets

x, y = torch.from_numpy(features), torch.from_numpy(targets)


def train(mixed):
    layer = torch.nn.Linear(8, 1, bias=False)
    layer.load_state_dict({"weight": torch.from_numpy(start.T)})
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.001)
    for _ in range(200):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=mixed):
            output = layer(x)
            loss = F.mse_loss(output, y)
        loss.backward()  # outside of autocast
        optimizer.step()
    return layer, output


layer, output = train(mixed=False)
kernel_full = layer.weight.detach()[0]

# Computed in bfloat16, kept in float32.
layer, output = train(mixed=True)
kernel = layer.weight.detach()[0]
dtypes = [layer.weight.dtype, output.dtype]
dtypes = [str(dtype).removeprefix("torch.") for dtype in dtypes]

print("kernel, output:", *dtypes)
print("float32:", kernel_full[:4].numpy().round(2))
print("mixed:  ", kernel[:4].numpy().round(2))
