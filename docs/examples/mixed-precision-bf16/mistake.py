# The weights themselves are made bfloat16, so small steps are rounded away.
layer = torch.nn.Linear(8, 1, bias=False)
layer.load_state_dict({"weight": torch.from_numpy(start.T)})
layer.to(torch.bfloat16)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.001)
for _ in range(200):
    optimizer.zero_grad()
    F.mse_loss(layer(x.bfloat16()), y.bfloat16()).backward()
    optimizer.step()
kernel = layer.weight.detach()[0].float()

print("bfloat16:", kernel[:4].numpy())
