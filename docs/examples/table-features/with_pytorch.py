import torch
import torch.nn.functional as F

from inputs import ages, bounds, cities, known

x = torch.tensor(ages)

# A number, as how far it is from the mean in standard deviations
scaled = ((x - x.mean()) / x.std(correction=0))[:, None]

# A number as a bucket; a bound belongs to the bucket above it.
bucket = torch.bucketize(x, torch.tensor(bounds), right=True)

# A word as its place in the vocabulary; 0 is for words not in it.
place_of = {name: place for place, name in enumerate(known, start=1)}
city = torch.tensor([place_of.get(name, 0) for name in cities])

# Two columns as one: a place for each bucket and city
places, width = len(known) + 1, (len(bounds) + 1) * (len(known) + 1)
cross = bucket * places + city

columns = [
    F.one_hot(bucket, len(bounds) + 1),
    F.one_hot(city, places),
    F.one_hot(cross, width),
]
features = torch.cat([scaled, *columns], dim=1)

print("scaled:", scaled[:, 0].numpy().round(2))
print("buckets:", bucket.numpy())
print("cities:", city.numpy())
print("crossed:", cross.numpy())
print("one row has", features.shape[1], "numbers")
