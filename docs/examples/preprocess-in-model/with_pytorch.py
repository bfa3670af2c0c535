import litert_torch
import numpy as np
import torch
import torch.nn.functional as F
from ai_edge_litert.interpreter import Interpreter
from torch import nn

from inputs import bias, conv_bias, conv_kernel, kernel, photos

network = nn.Sequential(
    nn.Conv2d(3, 4, 3),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 3),
).eval()
arrays = conv_kernel.transpose(3, 2, 0, 1), conv_bias, kernel.T, bias
tensors = [torch.from_numpy(array) for array in arrays]
network.load_state_dict(dict(zip(network.state_dict(), tensors)))


class WithPreprocessing(nn.Module):  # all of it goes into the file
    def __init__(self):
        super().__init__()
        self.network = network

    def forward(self, photo):
        x = photo.permute(0, 3, 1, 2).float() / 127.5 - 1
        return self.network(F.interpolate(x, (12, 12), mode="bilinear"))


model = WithPreprocessing().eval()
expected = model(torch.from_numpy(photos))
litert_torch.config.show_progress = False
example = torch.from_numpy(photos[:1])
litert_torch.convert(model, (example,)).export("model.tflite")


def run(file, images):
    runner = Interpreter(file).get_signature_runner()
    ((name, details),) = runner.get_input_details().items()
    outputs = [runner(**{name: image[None]})["output_0"] for image in images]
    return np.concatenate(outputs), np.dtype(details["dtype"]).name


output, file_takes = run("model.tflite", photos)

print("framework:", expected[0].detach().numpy().round(4))
print("file:     ", output[0].round(4))
print("the file takes:", file_takes)
