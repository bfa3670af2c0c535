# Frozen by its gradients alone: the statistics follow the new batches.
model.load_state_dict(start)
base.requires_grad_(False)
model.train()
train(rate=0.02)
model.eval()
prediction = model(x)

print("after step 1:", prediction[:4, 0].detach().numpy().round(4))
print("moving mean:", base[1].running_mean[:4].numpy().round(4))
