import torch

from inputs import batches


def area_under_curve(y, score):
    """The share of pairs that are in the right order; a tie counts half."""
    gaps = score[y == 1][:, None] - score[y == 0]
    return ((gaps > 0).float() + 0.5 * (gaps == 0)).mean().item()


hits = count = true_positive = predicted = positive = 0
kept = []
for y, score in batches:
    y, score = torch.from_numpy(y), torch.from_numpy(score)
    guess = (score > 0.5).float()
    hits += (guess == y).sum().item()
    count += len(y)
    true_positive += (guess * y).sum().item()
    predicted += guess.sum().item()
    positive += y.sum().item()
    kept.append((y, score))

accuracy, precision = hits / count, true_positive / predicted
recall = true_positive / positive
y, score = (torch.cat(parts) for parts in zip(*kept))
auc = area_under_curve(y, score)

# The same ranking, but all scores below 0.01.
auc_of_small_scores = round(area_under_curve(y, score / 100), 4)

print("accuracy:", round(accuracy, 4), "AUC:", round(auc, 4))
print("precision:", round(precision, 4), "recall:", round(recall, 4))
print("AUC of small scores:", auc_of_small_scores)
