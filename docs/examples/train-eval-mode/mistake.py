# `no_grad` is taken for evaluation; the model is still in training mode.
model.train()
with torch.no_grad():
    output = model(x)

print("inference:", output[0].numpy().round(4))
