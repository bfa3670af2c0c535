# `zero_grad` is missing: each gradient is added to all before it.
for parameter, value in zip(model.parameters(), weights):
    parameter.data, parameter.grad = torch.tensor(value), None

val_losses = []
for _ in range(20):
    for batch_x, batch_y in loader:
        loss = F.cross_entropy(model(batch_x), batch_y)
        loss.backward()
        optimizer.step()
    val_losses.append(F.cross_entropy(model(x[40:]), y[40:]).item())

print(f"last batch {loss:.4f}, held out {val_losses[-1]:.4f}")
