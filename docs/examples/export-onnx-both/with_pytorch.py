import onnxruntime
import torch
from torch import nn

from inputs import bias, conv_bias, conv_kernel, images, kernel

model = nn.Sequential(
    nn.Conv2d(2, 4, 3),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 3),
)
arrays = conv_kernel.transpose(3, 2, 0, 1), conv_bias, kernel.T, bias
tensors = [torch.from_numpy(array) for array in arrays]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
model.eval()
x = torch.from_numpy(images).permute(0, 3, 1, 2)
expected = model(x)

torch.onnx.export(
    model,
    (x,),
    "model.onnx",
    input_names=["image"],
    dynamic_shapes=({0: "batch"},),
    verbose=False,
)

session = onnxruntime.InferenceSession("model.onnx")
(entry,) = session.get_inputs()
(output,) = session.run(None, {entry.name: x.numpy()})
(output_of_one,) = session.run(None, {entry.name: x[:1].numpy()})
file_input = "x".join(map(str, entry.shape[1:]))

print("input:", entry.name, file_input)
print("framework:   ", expected[0].detach().numpy().round(4))
print("ONNX Runtime:", output[0].round(4))
print("batch of one:", output_of_one[0].round(4))
