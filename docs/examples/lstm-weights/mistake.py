# Two places for a bias, so the bias of Keras goes into both: it counts twice.
kernel, recurrent, bias = forward
load(lstm, [kernel.T, recurrent.T, bias, bias])
output, _ = lstm(x)

print("last step:", output[0, -1].detach().numpy().round(4))
