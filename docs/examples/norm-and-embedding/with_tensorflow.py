from keras import layers

from inputs import beta, embeddings, features, gamma
from inputs import norm_bias, norm_weight, table, tokens

default_epsilon = layers.LayerNormalization().epsilon
norm = layers.LayerNormalization(epsilon=1e-5)
norm.build(features.shape)
embedding = layers.Embedding(8, 4, mask_zero=True)
embedding.build()
zero_at_start = not embedding.get_weights()[0][0].any()

norm.set_weights([gamma, beta])
output = norm(features)
embedding.set_weights([embeddings])
vectors = embedding(tokens)

# The other way: the same tensors under other names.
norm.set_weights([norm_weight, norm_bias])
output_back = norm(features)
embedding.set_weights([table])
vectors_back = embedding(tokens)

print("default epsilon:", default_epsilon)
print("norm:", output[0, :4].numpy().round(4))
print("norm back:", output_back[0, :4].numpy().round(4))
print("padding at the start is zero:", zero_at_start)
print("padding after loading:", vectors[1, 2].numpy().round(4))
