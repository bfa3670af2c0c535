# The names have a prefix, and strict=False hides that none of them fits.
state = {f"module.{name}": t for name, t in model.state_dict().items()}
torch.manual_seed(0)
restored = make()
found = restored.load_state_dict(state, strict=False)
output = restored(x)

print("output:", output[0].detach().numpy().round(4))
print("missing:", len(found.missing_keys))
print("unexpected:", len(found.unexpected_keys))
