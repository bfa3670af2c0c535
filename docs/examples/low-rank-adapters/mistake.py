# Merged without alpha / rank, as if the scale were 1.
merged = (base.weight + model.second @ model.first).detach().T

print("merged:", merged[1, :4].numpy().round(4))
