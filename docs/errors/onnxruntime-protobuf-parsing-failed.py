from pathlib import Path

import onnxruntime
import torch

pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n"


def wrong():
    Path("model.onnx").write_text(pointer)
    onnxruntime.InferenceSession("model.onnx")


def right():
    torch.onnx.export(
        torch.nn.Linear(4, 2).eval(), (torch.zeros(1, 4),), "model.onnx"
    )
    assert not Path("model.onnx").read_bytes().startswith(b"version")
    onnxruntime.InferenceSession("model.onnx")
