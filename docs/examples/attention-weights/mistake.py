# The mask of Keras as it is: only the padding is seen.
load(np.concatenate(flat), np.ravel(biases), moved, out_bias)
padded, _ = attention(x, x, x, key_padding_mask=torch.from_numpy(valid))

print("padded:", padded[0, 0, :4].detach().numpy().round(4))
