# Whole numbers are refused, so the tokenizer's mask is made a float.
padded = attend(attn_mask=mask.float())

print("padded:", padded[1, 0, 1].numpy().round(4))
