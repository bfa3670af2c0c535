import torch


def gradient(dtype, scale=1.0):
    """The gradient of (w · 1e-4)² at w = 1, which is 2e-8."""
    w = torch.ones((), dtype=dtype, requires_grad=True)
    loss = (w * torch.tensor(1e-4, dtype=dtype)) ** 2
    (loss * scale).backward()
    return w.grad.float().item() / scale


results = {
    "float32": gradient(torch.float32),
    "float16": gradient(torch.float16),
    "float16, loss scaled by 1024": gradient(torch.float16, 1024.0),
    "bfloat16": gradient(torch.bfloat16),
}
for name, found in results.items():
    print(f"{name}: {found:.0e}")
assert results.pop("float16") == 0
assert all(abs(found - 2e-8) < 2e-10 for found in results.values())
