"""The same pictures for both frameworks, and what writes them as files."""

from pathlib import Path

import numpy as np
from PIL import Image

rng = np.random.default_rng(0)
numbers = [2, 10, 1, 9, 100]  # the folders, in the order of a list
pictures = rng.integers(0, 256, size=(5, 2, 9, 12, 3)).astype("uint8")


def write(root):
    """Write two pictures to the folder of each number."""
    for number, pair in zip(numbers, pictures):
        folder = Path(root, str(number))
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in zip("ab", pair):
            Image.fromarray(picture).save(folder / f"{name}.png")
