# By default a bound belongs to the bucket below it.
bucket = torch.bucketize(x, torch.tensor(bounds))
columns[0] = F.one_hot(bucket, len(bounds) + 1)
columns[2] = F.one_hot(bucket * places + city, width)
features = torch.cat([scaled, *columns], dim=1)

print("buckets:", bucket.numpy())
