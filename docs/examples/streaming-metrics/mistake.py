# The mean of the batches' accuracies: the last batch has 2 samples, not 16.
parts = [((s > 0.5).float() == y).float().mean() for y, s in kept]
accuracy = torch.stack(parts).mean().item()

print("accuracy:", round(accuracy, 4))
print("of each batch:", [round(part.item(), 4) for part in parts])
