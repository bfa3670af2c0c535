# The weights alone: Adam forgets its averages, the schedule its steps.
fresh = make()
fresh[0].load_state_dict(saved["parts"][0])
train(*fresh, range(2, 4))
resumed = fresh[0].weight.detach().T

print("resumed:", resumed[:, 0].numpy().round(4))
