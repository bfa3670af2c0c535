import onnxruntime
import torch

torch.onnx.export(
    torch.nn.Linear(4, 2).eval(), (torch.zeros(1, 4),), "model.onnx"
)
wanted = ["CUDAExecutionProvider", "CPUExecutionProvider"]


def wrong():
    onnxruntime.InferenceSession("model.onnx", providers=wanted)


def right():
    there = onnxruntime.get_available_providers()
    session = onnxruntime.InferenceSession(
        "model.onnx", providers=[name for name in wanted if name in there]
    )
    assert session.get_providers() == ["CPUExecutionProvider"]
