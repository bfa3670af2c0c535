import tempfile

import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch
import torch.distributed as dist
from torch import nn

x = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)


def train_torch(rank, size, folder):
    torch.manual_seed(0)
    store = dist.FileStore(f"{folder}/store{size}", size)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=size)
    model = nn.parallel.DistributedDataParallel(nn.Linear(4, 1))
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
    inputs, targets = torch.tensor(x[rank::size]), torch.tensor(y[rank::size])
    for _ in range(5):
        optimiser.zero_grad()
        nn.functional.mse_loss(model(inputs), targets).backward()
        optimiser.step()
    torch.save(model.module.weight.detach(), f"{folder}/{size}-{rank}.pt")
    dist.destroy_process_group()


def train_keras(strategy):
    keras.utils.set_random_seed(0)
    with strategy.scope():
        layer = keras.layers.Dense(1)
        model = keras.Sequential([keras.Input((4,)), layer])
        model.compile(keras.optimizers.SGD(0.1), "mse")
    model.fit(x, y, batch_size=16, epochs=5, shuffle=False, verbose=0)
    return layer.kernel.numpy()


start = torch.multiprocessing.start_processes
with tempfile.TemporaryDirectory() as folder:
    for size in (1, 2):
        start(train_torch, (size, folder), nprocs=size, start_method="fork")
    one = torch.load(f"{folder}/1-0.pt")
    for rank in (0, 1):
        two = torch.load(f"{folder}/2-{rank}.pt")
        torch.testing.assert_close(two, one, atol=1e-5, rtol=0)
print("PyTorch, gloo: 2 processes equal 1 process to 1e-5")

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
mirrored = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
assert mirrored.num_replicas_in_sync == 2
one = train_keras(tf.distribute.get_strategy())
np.testing.assert_allclose(train_keras(mirrored), one, atol=1e-5)
print("TensorFlow, MirroredStrategy: 2 devices equal 1 device to 1e-5")
