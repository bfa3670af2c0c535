# Keras's default epsilon: the layer of PyTorch was trained with 1e-5.
norm = layers.LayerNormalization()
norm.build(features.shape)
norm.set_weights([norm_weight, norm_bias])
output_back = norm(features)

print("epsilon:", norm.epsilon)
print("norm back:", output_back[0, :4].numpy().round(4))
