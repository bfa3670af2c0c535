import torch
import torch.nn.functional as F

from inputs import frames, letters, scores, texts

x = torch.tensor(scores, requires_grad=True)
frames, letters = torch.from_numpy(frames), torch.from_numpy(letters)
texts = torch.from_numpy(texts)


def time_first(scores):
    return scores.log_softmax(-1).transpose(0, 1)


# One loss for each recording, from the logarithms of probabilities.
losses = F.ctc_loss(time_first(x), texts, frames, letters, reduction="none")
loss = losses.mean()  # by recording, as Keras
(gradient,) = torch.autograd.grad(loss, x)

per_letter = F.ctc_loss(time_first(x), texts, frames, letters)  # the default

# What the class of Keras computes: padding counts as frames.
full = torch.full((3,), 8)
all_frames = F.ctc_loss(time_first(x), texts, full, letters, reduction="none")
all_frames = all_frames.mean()

# A network whose blank is the last class, so that letters begin at 0.
blank_last = F.ctc_loss(
    time_first(x), texts - 1, frames, letters, blank=4, reduction="none"
)

# The best class of each frame; repeats are joined, blanks dropped.
best = x[0, : frames[0]].argmax(-1).unique_consecutive()
decoded = best[best != 0]

# 4 letters, two of them equal, need 5 frames.
too_short = F.ctc_loss(
    time_first(x[:1]),
    texts[:1],
    torch.tensor([3]),
    letters[:1],
    reduction="none",
)
is_infinite = too_short.isinf().item()

print("losses:", losses.detach().numpy().round(4))
print("mean:", round(loss.item(), 4))
print("mean by letter:", round(per_letter.item(), 4))
print("decoded:", decoded.numpy())
print("3 frames for 4 letters:", too_short.detach().numpy())
