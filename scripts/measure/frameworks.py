"""Both frameworks and ONNX Runtime, limited to one thread and imported lazily."""

import os
from pathlib import Path
from typing import Any


def torch_one_thread() -> Any:
    """PyTorch, with one thread within an operation and one for operations side by side."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when PyTorch is imported
    import torch

    torch.set_num_threads(1)
    if torch.get_num_interop_threads() != 1:  # can be set once only, before any work in parallel
        torch.set_num_interop_threads(1)
    return torch


def tensorflow_one_thread() -> Any:
    """TensorFlow, with Keras on it, and one thread within an operation and for operations side by side."""
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf

    # Threads can be set before any work alone; in a trial another variant came before.
    if tf.config.threading.get_intra_op_parallelism_threads() == 1:
        return tf
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    return tf


def onnx_one_thread(file: Path) -> Any:
    """A session of ONNX Runtime on the processor."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def keras_on_torch_one_thread() -> Any:
    """PyTorch with Keras on it, with one thread; Keras takes the backend when it is imported."""
    os.environ["KERAS_BACKEND"] = "torch"
    torch = torch_one_thread()
    import keras

    if keras.backend.backend() != "torch":
        raise RuntimeError(
            "Keras was imported on another backend before; run this variant in its own process"
        )
    return torch
