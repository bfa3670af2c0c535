from collections import OrderedDict

import torch
from torch import nn

from inputs import bias, conv_bias, conv_kernel, images, kernel

layers = OrderedDict(
    conv=nn.Conv2d(2, 4, 3),
    relu=nn.ReLU(inplace=True),  # as in many published networks
    pool=nn.AdaptiveAvgPool2d(1),
    pooled=nn.Flatten(),
    scores=nn.Linear(4, 5),
)
model = nn.Sequential(layers)
arrays = conv_kernel.transpose(3, 2, 0, 1), conv_bias, kernel.T, bias
tensors = [torch.from_numpy(array) for array in arrays]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
x = torch.from_numpy(images).permute(0, 3, 1, 2)

outputs = {}


def keep(name):
    def hook(module, inputs, output):
        outputs[name] = output.clone()  # before the next layer changes it

    return hook


hooks = [
    model.get_submodule(name).register_forward_hook(keep(name))
    for name in ("conv", "relu", "pooled")
]
model(x)
for hook in hooks:
    hook.remove()
conv, relu = (outputs[name].permute(0, 2, 3, 1) for name in ("conv", "relu"))
pooled = outputs["pooled"]

# The slope of a score by an inner output, as in Grad-CAM.
inner = outputs["conv"].detach().requires_grad_()
score = model[1:](inner.clone())[:, 1].sum()
slope = torch.autograd.grad(score, inner)[0].permute(0, 2, 3, 1)

print("conv:  ", conv[0, 0, 0].detach().numpy().round(4))
print("relu:  ", relu[0, 0, 0].detach().numpy().round(4))
print("pooled:", pooled[0].detach().numpy().round(4))
print("slope: ", slope[0, 0, 0].numpy().round(4))
