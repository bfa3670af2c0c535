# Moved like an LSTM, without the swap: reset and update act as each other.
load([kernel.T, recurrent.T, bias[0], bias[1]])
output, hidden = gru(x)

print("last step:", output[0, -1].detach().numpy().round(4))
