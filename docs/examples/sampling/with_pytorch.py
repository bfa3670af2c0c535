import torch

from inputs import logits, temperature, top_k, top_p, uniform

scaled = torch.from_numpy(logits) / temperature

# The k best remain: all that are not below the k-th best.
kth = scaled.topk(top_k).values[:, -1:]
of_top_k = scaled.masked_fill(scaled < kth, -torch.inf)

# The best remain until they hold p: what comes *before* a token decides.
chances, order = scaled.softmax(-1).sort(descending=True, stable=True)
before = chances.cumsum(-1) - chances
back = order.argsort(-1)
of_top_p = scaled.masked_fill((before >= top_p).gather(1, back), -torch.inf)

# Gumbel noise and the greatest: a draw from the softmax of the scores.
noise = -torch.log(-torch.log(torch.from_numpy(uniform)))
tokens = (of_top_p + noise).argmax(-1)

# The ready-made function takes probabilities.
try:
    from_scores = str(torch.multinomial(of_top_p, 1).dtype)
except RuntimeError as error:
    from_scores = type(error).__name__

chances_k = of_top_k.softmax(-1)
chances_p = of_top_p.softmax(-1)
kept = chances_p.count_nonzero(-1)

print("top k:", chances_k[0, 6:].numpy().round(3))
print("top p:", chances_p[0, 6:].numpy().round(3))
print("kept by top p:", kept[:12].numpy())
print("tokens:", tokens[:12].numpy())
print("drawn from scores:", from_scores)
