# NumPy's float64 goes into a layer, whose weights are float32.
layer = torch.nn.Linear(3, 1)
print("weights:", layer.weight.dtype)
print("input:", array.dtype)

layer(array)
