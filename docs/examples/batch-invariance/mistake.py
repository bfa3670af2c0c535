# Floats are compared as if sums had no rounding.
assert torch.equal(alone, together), "the batch changes the predictions"
