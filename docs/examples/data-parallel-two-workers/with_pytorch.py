import tempfile

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

from inputs import features, start, targets

data = TensorDataset(torch.from_numpy(features), torch.from_numpy(targets))


def worker(rank, size, meeting_point, batch_size):
    dist.init_process_group(
        "gloo", f"file://{meeting_point}", rank=rank, world_size=size
    )
    layer = torch.nn.Linear(3, 1, bias=False)
    layer.load_state_dict({"weight": torch.tensor(start.T)})
    model = DistributedDataParallel(layer)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    sampler = DistributedSampler(data, shuffle=False)  # every second sample
    for _ in range(5):
        for x, y in DataLoader(data, batch_size, sampler=sampler):
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()
    dist.destroy_process_group()
    return layer.weight.detach()[0].numpy()


def train(size, batch_size):
    with (
        tempfile.TemporaryDirectory() as folder,
        torch.multiprocessing.get_context("spawn").Pool(size) as pool,
    ):
        jobs = [(rank, size, f"{folder}/m", batch_size) for rank in range(size)]
        return pool.starmap(worker, jobs, chunksize=1)[0]


if __name__ == "__main__":
    # The batch size is that of each worker.
    kernel_one = train(1, batch_size=16)
    kernel_two = train(2, batch_size=8)

    print("one worker: ", kernel_one.round(4))
    print("two workers:", kernel_two.round(4))
