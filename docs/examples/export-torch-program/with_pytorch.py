import torch
from executorch.backends.xnnpack.partition import xnnpack_partitioner
from executorch.exir import to_edge_transform_and_lower
from executorch.runtime import Runtime
from torch import nn

from inputs import bias, features, kernel


class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.dropout = nn.Dropout(0.5)
        self.linear = nn.Linear(4, 5)

    def forward(self, x):
        return torch.sigmoid(self.linear(self.dropout(x)))


model = Gate().eval()  # export keeps the mode
x = torch.from_numpy(features)
weight = torch.from_numpy(kernel.T)
state = {"linear.weight": weight, "linear.bias": torch.from_numpy(bias)}
model.load_state_dict(state)

# For a server: an exported program
batch = torch.export.Dim("batch", max=64)
program = torch.export.export(model, (x,), dynamic_shapes=({0: batch},))
torch.export.save(program, "model.pt2")
# For a device: an ExecuTorch file
parts = [xnnpack_partitioner.XnnpackPartitioner()]
device = to_edge_transform_and_lower(program, partitioner=parts)
device.to_executorch().save("model.pte")
del Gate, model

loaded = torch.export.load("model.pt2").module()
output = loaded(x)
output_of_one = loaded(x[:1])

method = Runtime.get().load_program("model.pte").load_method("forward")
(output_device,) = method.execute([x])

print("server:", output[0].detach().numpy().round(4))
print("device:", output_device[0].numpy().round(4))
