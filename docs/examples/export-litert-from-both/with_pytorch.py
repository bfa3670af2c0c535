import litert_torch
import numpy as np
import torch
from ai_edge_litert.interpreter import Interpreter
from torch import nn

from inputs import bias, conv_bias, conv_kernel, images, kernel

model = nn.Sequential(
    nn.Conv2d(2, 4, 3),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 3),
).eval()
arrays = conv_kernel.transpose(3, 2, 0, 1), conv_bias, kernel.T, bias
tensors = [torch.from_numpy(array) for array in arrays]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
expected = model(torch.from_numpy(images).permute(0, 3, 1, 2))

# A phone gives height, width, channels: let the file take that order.
litert_torch.config.show_progress = False
phone_model = litert_torch.to_channel_last_io(model, args=[0])
example = torch.from_numpy(images[:1])
litert_torch.convert(phone_model, (example,)).export("model.tflite")


def run(file, images):
    runner = Interpreter(file).get_signature_runner()
    ((name, details),) = runner.get_input_details().items()
    shape = " ".join(map(str, details["shape_signature"]))
    outputs = [runner(**{name: image[None]})["output_0"] for image in images]
    return np.concatenate(outputs), f"{name}: {shape}"


output, file_input = run("model.tflite", images)

print("framework:", expected[0].detach().numpy().round(4))
print("file:     ", output[0].round(4))
print("input of the file:", file_input)
