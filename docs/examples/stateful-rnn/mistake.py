# Not detached. `backward` in each part would stop with an error; with
# `retain_graph=True` it runs, and goes back to the first step of all.
state = None
for part in (x[:, :4], x[:, 4:8], x[:, 8:]):
    output, state = lstm(part, state)
loss = F.mse_loss(output, y)
(gradient,) = torch.autograd.grad(loss, lstm.weight_ih_l0, retain_graph=True)
gradient = gradient.T

print("gradient:", gradient[0, :5].numpy().round(4))
