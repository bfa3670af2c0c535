# The default reduction divides by the sum of the weights of the batch.
weighted = F.cross_entropy(x, y, weight=weights)

print("class weights, per sample:", round(float(weighted), 4))
