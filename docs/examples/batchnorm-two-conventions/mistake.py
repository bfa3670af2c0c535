# Keras's momentum as it is: the batch now counts 0.9 instead of 0.1.
copied = nn.BatchNorm1d(3, momentum=0.9, eps=1e-5)
copied.load_state_dict(moved)
copied(torch.from_numpy(batch))
moving_mean = copied.running_mean

print("mean after a step:", moving_mean.numpy().round(4))
