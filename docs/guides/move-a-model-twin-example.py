import torch
import torch.nn.functional as F
from torch import nn


class SameConv(nn.Conv2d):
    """Pads as Keras does for padding="same", whatever the stride."""

    def forward(self, x):
        pads = []
        for n, k, s in zip(x.shape[2:], self.kernel_size, self.stride):
            zeros = max((-(-n // s) - 1) * s + k - n, 0)
            pads = [zeros // 2, zeros - zeros // 2, *pads]  # last axis first
        return super().forward(F.pad(x, pads))


class Convolve(nn.Module):
    def __init__(self, inputs, filters, size, stride):
        super().__init__()
        self.conv = SameConv(inputs, filters, size, stride, bias=False)
        self.norm = nn.BatchNorm2d(filters, eps=1e-3, momentum=0.1)

    def forward(self, x):
        return self.norm(self.conv(x))


class Residual(nn.Module):
    def __init__(self, inputs, filters, stride):
        super().__init__()
        self.first = Convolve(inputs, filters, 3, stride)
        self.second = Convolve(filters, filters, 3, 1)
        self.short = nn.Identity()
        if stride > 1:
            self.short = Convolve(inputs, filters, 1, stride)

    def forward(self, x):
        y = self.second(F.relu(self.first(x)))
        return F.relu(self.short(x) + y)


class Attend(nn.Module):
    def __init__(self, width, heads, rate):
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.attention = nn.MultiheadAttention(
            width, heads, dropout=rate, batch_first=True
        )
        self.norm2 = nn.LayerNorm(width, eps=1e-6)
        self.wide = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.drop = nn.Dropout(rate)

    def forward(self, x):
        y = self.norm1(x)
        x = x + self.attention(y, y, y, need_weights=False)[0]
        y = self.narrow(F.gelu(self.wide(self.norm2(x))))
        return x + self.drop(y)


class Positions(nn.Module):
    def __init__(self, tokens, width):
        super().__init__()
        self.table = nn.Embedding(tokens, width)

    def forward(self, x):
        return x + self.table.weight


class Twin(nn.Module):
    def __init__(self, rate=0.1):
        super().__init__()
        self.stem = Convolve(3, 32, 3, 2)
        self.block1 = Residual(32, 32, 1)
        self.block2 = Residual(32, 64, 2)
        self.positions = Positions(64, 64)
        self.mix = Attend(64, 4, rate)
        self.final = nn.LayerNorm(64, eps=1e-6)
        self.head = nn.Linear(64, 10)

    def forward(self, images):
        """Logits of images (N, 3, 32, 32) with values from 0 to 255."""
        x = images / 128 - 1
        x = self.block2(self.block1(F.relu(self.stem(x))))
        x = x.flatten(2).transpose(1, 2)  # tokens as Keras orders them
        x = self.mix(self.positions(x))
        return self.head(self.final(x).mean(1))


if __name__ == "__main__":
    twin = Twin()
    print(f"{sum(p.numel() for p in twin.parameters()):,} parameters")
    held = sum(b.numel() for n, b in twin.named_buffers() if "running" in n)
    print(f"{held:,} statistics")
    logits = twin(torch.zeros(2, 3, 32, 32))
    print("logits of two images:", tuple(logits.shape))
