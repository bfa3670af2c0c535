# Integers are refused, so the tokenizer's mask is cast to float.
padded = attend(attn_mask=mask.float())

print("padded:", padded[1, 0, 1].numpy().round(4))
