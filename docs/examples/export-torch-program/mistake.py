# The program is exported without eval(), so dropout is part of the file.
torch.manual_seed(0)
dropout, linear = nn.Dropout(0.5), nn.Linear(4, 5)
model = nn.Sequential(dropout, linear, nn.Sigmoid())
linear.load_state_dict({"weight": weight, "bias": torch.from_numpy(bias)})
torch.export.save(torch.export.export(model, (x,)), "model.pt2")
output = torch.export.load("model.pt2").module()(x)

print("server:", output[0].detach().numpy().round(4))
