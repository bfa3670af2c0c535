"""Error messages as a reader pastes them: the search finds the page, and the page begins with the message."""

import re

from selectolax.lexbor import LexborHTMLParser

from scripts.content import error_message, reader
from scripts.content.tree import Content
from scripts.model.error import PLACEHOLDER
from tests.search.ask import ask
from tests.site.conftest import Site

# What stands in a reader's message where a form has a placeholder: other numbers, names and addresses than ours.
VALUES = {
    "number": "4711",
    "shape": "[77, 1024]",
    "name": "mylayer_3",
    "address": "0x55d0c0ffee",
    "path": "/home/me/run/a.bin",
    "text": "some thing of mine",
}
AROUND = 'Traceback (most recent call last):\n  File "/home/me/train.py", line 421, in <module>\n    main()\n{}: {}'
# So many words in a row, none of them a reader's own, make a fragment that can be told from others.
FRAGMENT = 7


def fragments(form: str) -> list[str]:
    """Both halves of each part of a form that is the same in every case, if it is long enough."""
    found = []
    for part in PLACEHOLDER.sub("\0", form).split("\0"):
        words = part.split()
        half = len(words) // 2
        if half >= FRAGMENT:
            found += [" ".join(words[:half]), " ".join(words[half:])]
    return found


def pasted(content: Content) -> list[tuple[str, str]]:
    """Pairs of the address of a page and a text that must find it first."""
    asked = []
    for page, message in content.errors:
        form = message.message[0]
        asked.append((page.url, AROUND.format(message.type, error_message.filled(form, VALUES))))
        asked += [(page.url, piece) for piece in fragments(form)]
        if ran := content.error_runs[page.id]:
            asked.append((page.url, f"{ran.type}: {ran.message}"))
            asked.append((page.url, " ".join(re.sub(r"\d+", "31", ran.message).replace('"', "'").split())))
        assert page.meta
        asked.append((page.url, page.meta.title))
    return asked


def test_every_message_is_found_by_what_readers_paste(site: Site) -> None:
    asked = pasted(reader.read()[0])
    assert len(asked) > 400
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        f"{text[-160:]!r}: {first or 'nothing'}, not {url}"
        for (url, text), answer in zip(asked, answers, strict=True)
        if (first := next((result["url"].partition("#")[0] for result in answer["results"]), "")) != url
    ]
    assert missed == []


def test_an_older_form_is_found_among_the_first_three(site: Site) -> None:
    content, _ = reader.read()
    asked = [
        (page.url, error_message.filled(form, VALUES))
        for page, message in content.errors
        for form in message.message[1:]
    ]
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        (url, text)
        for (url, text), answer in zip(asked, answers, strict=True)
        if url not in [result["url"].partition("#")[0] for result in answer["results"][:3]]
    ]
    assert missed == []


# As people wrote them in forums and trackers, with what stood around.
WORDINGS = {
    "errors/mat1-and-mat2-shapes/": [
        "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x4096 and 2048x512)",
        "mat1 and mat2 shapes cannot be multiplied pytorch linear after conv",
        "F.linear(input, self.weight, self.bias) RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x1280 and 768x320)",
    ],
    "errors/cuda-out-of-memory/": [
        "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB of which 512.31 MiB is free.",
        "CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 1.96 GiB total capacity; 1.24 GiB already allocated; 2.88 MiB free; 1.25 GiB reserved in total by PyTorch)",
        "cuda out of memory tried to allocate",
    ],
    "errors/expected-all-tensors-on-same-device/": [
        "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! (when checking argument for argument mat1 in method wrapper_CUDA_addmm)",
        "expected all tensors to be on the same device",
        "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cpu and cuda:1!",
    ],
    "errors/weights-only-load-failed/": [
        "_pickle.UnpicklingError: Weights only load failed. This file can still be loaded, to do so you have two options",
        "WeightsUnpickler error: Unsupported global: GLOBAL numpy.core.multiarray.scalar was not an allowed global by default",
        "Weights only load failed torch 2.6",
    ],
    "errors/missing-keys-in-state-dict/": [
        'RuntimeError: Error(s) in loading state_dict for ResNet: Missing key(s) in state_dict: "conv1.weight", "bn1.bias". Unexpected key(s) in state_dict: "module.conv1.weight"',
        "Missing key(s) in state_dict",
        "Error(s) in loading state_dict for DataParallel Unexpected key(s) in state_dict",
    ],
    "errors/tf-function-retracing/": [
        "WARNING:tensorflow:11 out of the last 11 calls to <function Model.make_predict_function.<locals>.predict_function at 0x7f> triggered tf.function retracing.",
        "triggered tf.function retracing. Tracing is expensive and the excessive number of tracings",
        "tf.function retracing warning",
    ],
    "errors/gradients-do-not-exist/": [
        "WARNING:tensorflow:Gradients do not exist for variables ['dense/kernel:0'] when minimizing the loss. If you're using `model.compile()`, did you forget to provide a `loss` argument?",
        "Gradients do not exist for variables when minimizing the loss",
        "UserWarning: Gradients do not exist for variables ['a', 'b']",
    ],
    "errors/eagertensor-item-assignment/": [
        "TypeError: 'tensorflow.python.framework.ops.EagerTensor' object does not support item assignment",
        "'EagerTensor' object does not support item assignment",
        "EagerTensor does not support item assignment tensorflow 2",
    ],
    "errors/onnxruntime-got-invalid-dimensions/": [
        "onnxruntime.capi.onnxruntime_pybind11_state.InvalidArgument: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Got invalid dimensions for input: input for the following indices\n index: 0 Got: 16 Expected: 1\n Please fix either the inputs/outputs or the model.",
        "Got invalid dimensions for input: images for the following indices",
        "onnxruntime got invalid dimensions for input",
    ],
    "errors/litert-select-tf-ops/": [
        "Select TensorFlow op(s), included in the given model, is(are) not supported by this interpreter. Make sure you apply/link the Flex delegate before inference. Node number 3 (FlexTensorListReserve) failed to prepare.",
        "ERROR : Regular TensorFlow ops are not supported by this interpreter.",
        "Make sure you apply/link the Flex delegate before inference.",
    ],
    "errors/no-nvidia-driver/": [
        "AssertionError: Torch not compiled with CUDA enabled",
        "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU",
        "torch found no nvidia driver",
    ],
    "errors/expected-axis-of-input-shape/": [
        'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 784, but received input with shape (None, 28)',
        "expected axis -1 of input shape to have value 3 but received input with shape [None, 224, 224, 1]",
        "incompatible with the layer: expected axis -1 of input shape",
    ],
    "errors/input-ran-out-of-data/": [
        "WARNING:tensorflow:Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches (in this case, 2000 batches).",
        "Your input ran out of data interrupting training",
        "UserWarning: Your input ran out of data; interrupting training.",
    ],
    "errors/index-out-of-range-in-self/": [
        "IndexError: index out of range in self",
        "torch.embedding(weight, input, padding_idx) IndexError: index out of range in self",
        "index out of range in self embedding",
    ],
    "errors/cuda-device-side-assert/": [
        "RuntimeError: CUDA error: device-side assert triggered\nCUDA kernel errors might be asynchronously reported at some other API call",
        "device-side assert triggered",
        "cuda runtime error (59) : device-side assert triggered",
    ],
    "errors/lambda-layer-deserialization/": [
        "ValueError: Requested the deserialization of a `Lambda` layer with a Python `lambda` inside it. This carries a potential risk of arbitrary code execution",
        "Requested the deserialization of a Lambda layer",
        "deserialization of a Lambda layer whose function is a Python lambda safe_mode",
    ],
    "errors/file-format-not-supported-savedmodel/": [
        "ValueError: File format not supported: filepath=models/my_model. Keras 3 only supports V3 `.keras` files and legacy H5 format files",
        "Note that the legacy SavedModel format is not supported by `load_model()` in Keras 3",
        "Keras 3 only supports V3 .keras files",
    ],
    "errors/deserialize-cuda-without-cuda/": [
        "RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.",
        "please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.",
        "Attempting to deserialize object on a CUDA device",
    ],
    "errors/failed-to-convert-numpy-array/": [
        "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type float).",
        "Failed to convert a NumPy array to a Tensor",
        "Failed to convert a NumPy array to a Tensor (Unsupported object type dict)",
    ],
    "errors/unsupported-model-ir-version/": [
        "Fail: [ONNXRuntimeError] : 1 : FAIL : Load model from yolo.onnx failed:/onnxruntime_src/onnxruntime/core/graph/model.cc:150 Unsupported model IR version: 10, max supported IR version: 9",
        "Unsupported model IR version: 11, max supported IR version: 10",
        "unsupported model ir version onnxruntime",
    ],
}  # fmt: skip


def test_twenty_messages_are_found_by_three_wordings_each(site: Site) -> None:
    assert len(WORDINGS) >= 20
    assert all(len(wordings) >= 3 for wordings in WORDINGS.values())
    asked = [(url, text) for url, wordings in WORDINGS.items() for text in wordings]
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        (text, [result["url"] for result in answer["results"][:2]], url)
        for (url, text), answer in zip(asked, answers, strict=True)
        if not answer["results"] or answer["results"][0]["url"].partition("#")[0] != url
    ]
    assert missed == []


def test_a_page_begins_with_its_message_and_what_it_means(site: Site) -> None:
    for page, _ in reader.read()[0].errors:
        html = (site.folder / page.url / "index.html").read_text(encoding="utf-8")
        article = LexborHTMLParser(html).css_first("article")
        assert article, page.url
        assert page.meta
        names = [node.tag for node in article.css("pre, p, dl.panel, h2")]
        assert names[:3] == ["pre", "p", "dl"], page.url
        lead = article.css_first("p")
        assert lead
        assert lead.text(strip=True) == page.meta.description, page.url


def test_the_list_names_every_message_by_who_raises_it(site: Site) -> None:
    html = (site.folder / "errors/index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".tools__table tr[id]")
    content, _ = reader.read()
    assert [row.attributes["id"] for row in rows] == [page.id for page, _ in content.errors]
    assert len(rows) >= 60
