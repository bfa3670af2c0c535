import tempfile

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

from inputs import features, kernel, mask, targets


def worker(rank, size, meeting_point, count_all):
    """Make one step with this worker's samples; return the kernel."""
    place = f"file://{meeting_point}"
    dist.init_process_group("gloo", place, rank=rank, world_size=size)
    layer = torch.nn.Linear(3, 1, bias=False)
    layer.load_state_dict({"weight": torch.tensor(kernel.T)})
    model = DistributedDataParallel(layer)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    arrays = (features, targets, mask)
    x, y, m = (torch.from_numpy(a).chunk(size)[rank] for a in arrays)
    errors = m * (model(x) - y).square()[:, 0]
    count = m.sum()
    if count_all:
        dist.all_reduce(count)  # of all workers
        count /= size  # as the mean of the gradients will be taken
    (errors.sum() / count).backward()
    optimizer.step()
    dist.destroy_process_group()
    return layer.weight.detach()[0].numpy()


def train(size, count_all=True):
    with (
        tempfile.TemporaryDirectory() as folder,
        torch.multiprocessing.get_context("spawn").Pool(size) as pool,
    ):
        jobs = [(rank, size, f"{folder}/m", count_all) for rank in range(size)]
        return pool.starmap(worker, jobs, chunksize=1)[0]


if __name__ == "__main__":
    kernel_one, kernel_two = train(1), train(2)

    print("one worker: ", kernel_one.round(4))
    print("two workers:", kernel_two.round(4))
