import torch
import torch.nn.functional as F

from inputs import anchor, negative, positive, same

anchor, positive = torch.from_numpy(anchor), torch.from_numpy(positive)
negative, same = torch.from_numpy(negative), torch.from_numpy(same)

similarity = F.cosine_similarity(anchor, positive)
# The loss of pairs that belong together, or apart.
pair_loss = F.cosine_embedding_loss(anchor, positive, same, margin=0.2)

triplet_loss = F.triplet_margin_loss(anchor, positive, negative, margin=1.0)


def train(loss_of):
    """Ten steps; returns how similar the pairs are after them."""
    x = anchor.clone().requires_grad_()
    optimizer = torch.optim.SGD([x], lr=1.0)
    for _ in range(10):
        optimizer.zero_grad()
        loss_of(x).backward()
        optimizer.step()
    return F.cosine_similarity(x, positive)


# Ten steps towards the positive ones.
trained = train(lambda x: 1 - F.cosine_similarity(x, positive).mean())

# The loss of equal vectors, and the slope of their distance.
together = torch.ones(len(anchor))
perfect = round(F.cosine_embedding_loss(anchor, anchor, together).item(), 4)
x = anchor.clone().requires_grad_()
lengths = F.pairwise_distance(x, x.detach())
slope = str(round(torch.autograd.grad(lengths.sum(), x)[0][0, 0].item(), 4))

print("losses:", round(pair_loss.item(), 4), round(triplet_loss.item(), 4))
print("before:", similarity.numpy().round(2))
print("after: ", trained.detach().numpy().round(2))
print("equal vectors:", perfect, "slope of their distance:", slope)
