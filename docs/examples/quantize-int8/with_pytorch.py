from pathlib import Path

import torch
from executorch.backends.xnnpack.partition.xnnpack_partitioner import (
    XnnpackPartitioner,
)
from executorch.backends.xnnpack.quantizer.xnnpack_quantizer import (
    XNNPACKQuantizer,
    get_symmetric_quantization_config,
)
from executorch.exir import to_edge_transform_and_lower
from executorch.runtime import Runtime
from torch import nn
from torchao.quantization.pt2e import quantize_pt2e

from inputs import bias1, bias2, kernel1, kernel2, test, test_labels, train

model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 8)).eval()
tensors = map(torch.from_numpy, (kernel1.T, bias1, kernel2.T, bias2))
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
example = (torch.zeros(1, 64),)


def calibrate(model):  # typical inputs, from which the int8 ranges are taken
    for row in train[:100]:
        model(torch.from_numpy(row[None]))


def run(file, rows):
    method = Runtime.get().load_program(file).load_method("forward")
    inputs = torch.from_numpy(rows).split(1)
    return torch.cat([method.execute([x])[0].clone() for x in inputs]).numpy()


def export(model, file):
    program = torch.export.export(model, example)
    parts = [XnnpackPartitioner()]
    edge = to_edge_transform_and_lower(program, partitioner=parts)
    Path(file).write_bytes(edge.to_executorch().buffer)


config = get_symmetric_quantization_config(is_per_channel=True)
quantizer = XNNPACKQuantizer().set_global(config)
graph = torch.export.export(model, example).module()
prepared = quantize_pt2e.prepare_pt2e(graph, quantizer)
calibrate(prepared)
export(model, "float.pte")
export(quantize_pt2e.convert_pt2e(prepared), "int8.pte")

files = Path("float.pte"), Path("int8.pte")
logits_float, logits = [run(str(file), test) for file in files]
size_float, size = [file.stat().st_size for file in files]
output_float, output_int8 = logits_float[:3], logits[:3]
accuracy_float = float((logits_float.argmax(1) == test_labels).mean())
accuracy_int8 = float((logits.argmax(1) == test_labels).mean())
below_half = size < 0.5 * size_float

print("float:", output_float[0].round(2))
print("int8: ", output_int8[0].round(2))
print(f"accuracy: {accuracy_float:.2f} then {accuracy_int8:.2f}")
print("below half the size:", below_half)
