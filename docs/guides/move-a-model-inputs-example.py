import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import torch
from move_a_model_original import build_trained, pictures
from move_a_model_weights import twin_of

model = build_trained()
twin = twin_of(model)
images, _ = pictures(64, seed=3)
expected = model(images, training=False).numpy()

x = torch.tensor(images)
moved = x.permute(0, 3, 1, 2)
ways = {
    "permute": moved,
    "permute, then channels last in memory": moved.contiguous(
        memory_format=torch.channels_last
    ),
    "reshape instead of permute": x.reshape(-1, 3, 32, 32),
    "blue first, as OpenCV reads": moved.flip(1),
    "divided by 255 before the model does": moved / 255,
}
for name, inputs in ways.items():
    with torch.no_grad():
        found = twin(inputs).numpy()
    off = np.abs(found - expected).max() / np.abs(expected).max()
    print(f"{name}: {'equal' if off < 1e-5 else 'wrong'}")
    assert (off < 1e-5) == name.startswith("permute")
    assert off < 1e-5 or off > 0.1
