"""The same samples, transformed one by one and put into batches, by the pipelines of both frameworks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

SAMPLES = 2000
BATCH = 32
SIDE = 28  # pixels


def _arrays() -> tuple[Any, Any]:
    """Grey images of bytes, and their labels."""
    import numpy as np

    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, size=(SAMPLES, SIDE, SIDE), dtype=np.uint8)
    return images, rng.integers(0, 10, size=SAMPLES, dtype=np.int64)


def _transformed(image: Any) -> Any:
    """In NumPy: from 0…255 to -1…1, and left and right exchanged."""
    return (image.astype("float32") / 127.5 - 1.0)[:, ::-1].copy()


class _Samples:
    """What a `DataLoader` asks for samples, one by one."""

    def __init__(self) -> None:
        self.images, self.labels = _arrays()

    def __len__(self) -> int:
        return SAMPLES

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        return _transformed(self.images[index]), self.labels[index]


def _outputs(batch: tuple[Any, Any]) -> list[float]:
    """Sums that notice a pixel's place and a sample's, not its value alone."""
    import numpy as np

    images, labels = (part.numpy().astype("float64") for part in batch)
    columns, rows = np.arange(SIDE) / SIDE, np.arange(len(images)) / BATCH
    return [images.sum(), (images * columns).sum(), images.sum((1, 2)) @ rows, labels @ rows]


def _case(batches: Callable[[], Iterable[Any]]) -> Case:
    """An epoch a step. The first batch and the last one, which is smaller, are compared."""

    def epoch() -> None:
        for _ in batches():
            pass

    every = list(batches())
    epoch()
    return Case(epoch, [*_outputs(every[0]), *_outputs(every[-1]), float(len(every))])


def _tf_data_case(tf: Any, samples: Any) -> Case:
    options = tf.data.Options()
    options.threading.private_threadpool_size = 1
    dataset = samples.batch(BATCH).prefetch(tf.data.AUTOTUNE).with_options(options)
    return _case(lambda: dataset)


def _tf_data() -> Case:
    tf = tensorflow_one_thread()

    def transformed(image: Any, label: Any) -> tuple[Any, Any]:
        return tf.reverse(tf.cast(image, tf.float32) / 127.5 - 1.0, axis=[1]), label

    return _tf_data_case(tf, tf.data.Dataset.from_tensor_slices(_arrays()).map(transformed))


def _tf_generator() -> Case:
    tf = tensorflow_one_thread()
    images, labels = _arrays()

    def generate() -> Iterator[tuple[Any, Any]]:
        for image, label in zip(images, labels, strict=True):
            yield _transformed(image), label

    signature = (tf.TensorSpec((SIDE, SIDE), tf.float32), tf.TensorSpec((), tf.int64))
    return _tf_data_case(tf, tf.data.Dataset.from_generator(generate, output_signature=signature))


def _loader() -> Case:
    torch = torch_one_thread()
    loader = torch.utils.data.DataLoader(_Samples(), batch_size=BATCH)
    return _case(lambda: loader)


def _loader_workers() -> Case:
    torch = torch_one_thread()
    loader = torch.utils.data.DataLoader(_Samples(), batch_size=BATCH, num_workers=2, persistent_workers=True)
    return _case(lambda: loader)


def _tensor_dataset() -> Case:
    torch = torch_one_thread()
    samples = torch.utils.data.TensorDataset(*map(torch.from_numpy, _arrays()))
    loader = torch.utils.data.DataLoader(samples, batch_size=BATCH)

    def batches() -> Iterator[tuple[Any, Any]]:
        for images, labels in loader:
            yield (images.float() / 127.5 - 1.0).flip(2), labels

    return _case(batches)


SUBJECT = Subject(
    id="input-pipeline",
    title="An epoch of 2,000 small images in batches of 32",
    question="How long does it take to get batches ready?",
    group="input",
    unit="epoch of 2,000 samples",
    within=1e-2,
    reference="dataloader",
    variants=(
        Variant("tf-data", "tf.data, map in TensorFlow operations", "tensorflow", _tf_data),
        Variant("tf-data-generator", "tf.data from a Python generator", "tensorflow", _tf_generator),
        Variant("dataloader", "DataLoader, no workers", "pytorch", _loader),
        Variant("dataloader-workers", "DataLoader, 2 persistent workers", "pytorch", _loader_workers),
        Variant(
            "tensor-dataset", "DataLoader of a TensorDataset, batches transformed", "pytorch", _tensor_dataset
        ),
    ),
    says="Everything, workers too, shares one core, no file is read and no model waits for the batches, so "
    "it shows what each pipeline costs, not what workers and prefetching save beside a model on more cores.",
)
