import zipfile

import torch

torch.save({"weight": torch.ones(2)}, "cpu.pt")
with zipfile.ZipFile("cpu.pt") as old, zipfile.ZipFile("gpu.pt", "w") as new:
    for name in old.namelist():
        data = old.read(name)
        if name.endswith("data.pkl"):  # as it is written on a GPU
            cpu, gpu = b"\x03\0\0\0cpu", b"\x06\0\0\0cuda:0"
            data = data.replace(cpu, gpu)
        new.writestr(name, data)


def wrong():
    torch.load("gpu.pt")


def right():
    checkpoint = torch.load("gpu.pt", map_location="cpu")
    assert checkpoint["weight"].tolist() == [1.0, 1.0]
