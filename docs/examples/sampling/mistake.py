# The sum with the token decides: the one that crosses p is thrown out, too.
dropped = (chances.cumsum(-1) > top_p).gather(1, back)
dropped &= scaled < scaled.amax(-1, keepdim=True)  # one must remain
chances_p = scaled.masked_fill(dropped, -torch.inf).softmax(-1)
kept = chances_p.count_nonzero(-1)

print("top p:", chances_p[0, 6:].numpy().round(3))
print("kept by top p:", kept[:12].numpy())
