# The data set keeps its generator: both workers draw the same noise.
first_epoch = load(KeptGenerator())
noise = first_epoch - torch.from_numpy(items)

print("first epoch: ", first_epoch[0].numpy().round(4))
print("noise of worker 1:", noise[0].numpy().round(4))
print("noise of worker 2:", noise[3].numpy().round(4))
