# The same network with PyTorch's default blank, which is its first letter.
blank_last = F.ctc_loss(
    time_first(x), texts - 1, frames, letters, reduction="none"
)

print("losses:", blank_last.detach().numpy().round(4))
