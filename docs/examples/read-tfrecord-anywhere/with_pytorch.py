import torch
from torch.utils.data import DataLoader, IterableDataset
from io import BytesIO
import struct

from inputs import path


# Seven bits from each byte; the eighth says that another one follows.
def read_number(stream):
    number = shift = 0
    while (byte := stream.read(1)[0]) > 127:
        number |= (byte & 127) << shift
        shift += 7
    return number | byte << shift


# A message is a list of fields: a key, a length, the content.
def fields(data):
    stream = BytesIO(data)
    while stream.tell() < len(data):
        field = read_number(stream) >> 3
        yield field, stream.read(read_number(stream))


def floats(data):
    return torch.frombuffer(bytearray(data), dtype=torch.float32)


def integer(data):
    number = read_number(BytesIO(data))
    return number - 2**64 if number >= 2**63 else number


readers = {1: bytes.decode, 2: floats, 3: integer}


def parse(record):
    example = {}
    ((_, entries),) = fields(record)
    for _, entry in fields(entries):
        (_, name), (_, feature) = fields(entry)
        ((kind, content),) = fields(feature)
        ((_, value),) = fields(content)
        example[name.decode()] = readers[kind](value)
    return example


class Examples(IterableDataset):
    def __iter__(self):
        with open(path, "rb") as file:
            while head := file.read(12):  # a length and its checksum
                (length,) = struct.unpack("<Q", head[:8])
                yield parse(file.read(length))
                file.read(4)  # the checksum of the record


batch = next(iter(DataLoader(Examples(), batch_size=3)))
labels, scores, names = batch["label"], batch["scores"], batch["name"]

print("labels:", labels.numpy())
print("scores:", scores[0].numpy())
print("names:", names)
