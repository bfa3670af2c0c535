import subprocess
import sys
from pathlib import Path

import torch
from executorch.backends.xnnpack.partition.xnnpack_partitioner import (
    XnnpackPartitioner,
)
from executorch.exir import to_edge_transform_and_lower
from move_a_model_twin import Twin

torch.manual_seed(0)
twin = Twin()
images = torch.rand(8, 3, 32, 32) * 255
for _ in range(5):  # so that the statistics are not zeros and ones
    twin(images)
twin.eval()
torch.save({"images": images, "logits": twin(images).detach()}, "sample.pt")

batch = torch.export.Dim("batch", max=8)
program = torch.export.export(twin, (images,), dynamic_shapes=({0: batch},))
parts = [XnnpackPartitioner()]
lowered = to_edge_transform_and_lower(program, partitioner=parts)
Path("twin.pte").write_bytes(lowered.to_executorch().buffer)
nodes = lowered.exported_program().graph.nodes
left = {str(node.target) for node in nodes if "aten" in str(node.target)}
assert "aten.native_layer_norm.out" in left
print(len(left), "operators on portable kernels", flush=True)

phone = """
import torch
from executorch.runtime import Runtime

sample = torch.load("sample.pt")
method = Runtime.get().load_program("twin.pte").load_method("forward")
for count in (1, 8):
    (found,) = method.execute([sample["images"][:count]])
    gap = (found - sample["logits"][:count]).abs().max()
    assert gap < 1e-5 * sample["logits"].abs().max(), gap
    print("batch of", count, "as the model answers")
try:
    method.execute([torch.zeros(9, 3, 32, 32)])
    raise SystemExit("a batch of 9 runs")
except RuntimeError:
    print("batch of 9: refused")
"""
subprocess.run([sys.executable, "-c", phone], check=True)
print(f"twin.pte: {Path('twin.pte').stat().st_size / 1e6:.1f} MB")
