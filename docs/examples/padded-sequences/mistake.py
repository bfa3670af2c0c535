# The last column is the last step of the longest sequence alone.
output, _ = lstm(x)
last = output[:, -1]

print("last of the first:", last[0].detach().numpy().round(4))
