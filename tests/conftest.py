"""A small valid site in a folder of its own, for tests that break one thing at a time."""

import datetime
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import paths, rules
from scripts.__main__ import main
from scripts.content import fingerprint, program_record, reader
from scripts.content.tree import Content
from scripts.problem import Problem

PAGE = """\
---
title: A page
description: A page that says enough about itself to pass the check of descriptions.
checked: 2026-11-22
recheck_days: 90
---

# A page {#a-page}

It answers in two lines.

## A section {#section}

--8<-- "claims/first-point.md"
"""

TOOL = """\
---
title: A tool
description: A tool that says enough about itself to pass the check of descriptions.
tool:
  job: Does what a tool does
  side: both
  family: tracking
  status: active
  status_note: It has had a release in November 2026.
  replaced_by: []
  newest:
    version: "1.0"
    month: "2026-11"
    of: package name on PyPI
  licence: Apache-2.0
  home: https://example.org/tool
  article: Not named; it stands here for a test.
  checked: 2026-11-22
  recheck_days: 90
  use: executed
  evidence:
    - kind: sourced
      url: https://example.org/tool
      title: The tool
      dated: "2026-11"
      seen: 2026-11-22
      quality: primary
      says: The tool has had a release.
---

# A tool {#a-tool}

What it is, and whether to use it.

## What it is for {#purpose}

It does one thing.

## State in November 2026 {#state}

It is there.

## A minimal example {#use}

--8<-- "programs/one.md"

## What to use today {#today}

Use it.
"""

ARTICLE = """\
- id: first-point
  part: introduction
  said: The one is as good as the other.
  status: opinion
  today: Nobody has measured it, and we say here what is known of the matter.
  checked: 2026-11-22
  recheck_days: 90
  evidence:
    - kind: executed
      program: one
      says: The program prints what it should.
"""

NAVIGATION = """\
nav:
  - index.md
  - Tools: tools/*.md
"""


class Sample:
    """The folder, and ways to change it. All paths are below docs/."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.write("index.md", PAGE)
        self.write("tools/one.md", TOOL)
        self.write("tools/one-example.py", 'print("one")\n')
        self.write("about/article.yml", ARTICLE)
        self.write("moves.yml", "[]\n")
        self.write(".nav.yml", NAVIGATION)
        self.record("one")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        text = (self.docs / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def record(self, name: str) -> None:
        """Record a run of a program, without running it."""
        fields = {
            "program": program_record.fingerprint(self.docs, name),
            "printed": f"{name}\n",
            "versions": {"Python": "3.11.7"},
            "recorded": "2026-11-22",
        }
        stamped = json.dumps(fingerprint.stamped(fields))
        program_record.record_of(self.docs, name).write_text(stamped, encoding="utf-8")

    def read(self) -> Content:
        """The content, which must be valid as data."""
        found, problems = reader.read(self.root)
        assert problems == []
        return found

    def problems(self) -> list[Problem]:
        """All problems: of the data, and of the rules."""
        found, problems = reader.read(self.root)
        return sorted([*problems, *rules.check(found)])


TODAY = datetime.date(2026, 11, 22)


def set_day(monkeypatch: pytest.MonkeyPatch, real: datetime.date, build: datetime.date | None = None) -> None:
    """Set the real clock to the start of a day in UTC, and the build's to the same one or another."""
    start = datetime.datetime.combine(real, datetime.time(), datetime.UTC)
    of_build = datetime.datetime.combine(build or real, datetime.time(), datetime.UTC)
    monkeypatch.setattr("scripts.dates.now", lambda: start)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(of_build.timestamp())))


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sample:
    """A valid site, on 22 November 2026: both by the build's clock and by the real one."""
    set_day(monkeypatch, TODAY)
    return Sample(tmp_path)


@pytest.fixture
def only(sample: Sample) -> Callable[[], Problem]:
    """The one problem that the sample has."""

    def found() -> Problem:
        problems = sample.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]

    return found


ROW = """\
---
title: A row
description: A row that says enough about itself to pass the check of descriptions.
row:
  question: How do the two differ on this?
  group: programming
  tensorflow:
    rating: good
    summary: It does `this`, with a limit.
  pytorch:
    rating: strong
    summary: It does all of this | and that.
  edge: pytorch
  why: PyTorch does all of it, and TensorFlow most of it.
  article:
    claims: [first-point]
    says: The article does not cover this.
  evidence:
    - kind: executed
      program: one
      says: The program prints what it should.
    - kind: judged
      says: We read the two manuals.
  true_for: TensorFlow 2.21.0, PyTorch 2.13.0
  checked: 2026-11-22
  recheck_days: 90
  tools: [one]
  rows: [b-row]
  former_ids: []
---

# A row {#a-row}

PyTorch does all of it.

## In practice {#practice}

You meet it at work. {text}

## What would change this {#change}

- Something new.
""".replace("{text}", "It is so, and that is why. " * 20)


@pytest.fixture
def compared(sample: Sample) -> Sample:
    """The sample with two rows and a reader."""
    sample.write("compare/a-row.md", ROW)
    other = ROW.replace("A row", "B row").replace("a-row", "b-row").replace("[b-row]", "[a-row]")
    other = other.replace("edge: pytorch", "edge: depends").replace("group: programming", "group: deployment")
    sample.write("compare/b-row.md", other)
    sample.write("compare/presets.yml", "- {id: me, title: For me, rows: [a-row, b-row, a-row]}\n")
    return sample


PAIR = """\
---
title: A pair
description: A pair that says enough about itself to pass the check of descriptions.
pair:
  question: How does one and the same thing look in both?
  group: tensors
  level: 1
  values:
    - {name: total, within: 1e-6, says: the sum of all parts}
    - {name: parts, within: 1e-6, says: the parts themselves}
  differ:
    - {name: kind, tensorflow: eager, pytorch: lazy, says: When it is computed}
  mistake:
    continues: pytorch
    title: A part is left out
    value: total
    off_by: 0.5
  rows: [a-row]
  tools: [one]
  recheck_days: 90
---

# A pair {#a-pair}

How does it look? **The same in both.**

--8<-- "pairs/a-pair/code.md"

## What to notice {#notice}

- **It is the same.**

--8<-- "pairs/a-pair/mistake.md"

It happens to everybody.
"""

SIDE = """\
from inputs import numbers
from {framework} import compute

parts = [compute(number / 3) for number in numbers]
total = compute(sum(parts))
kind = compute("{kind}".lower())
print("total:", round(total, 4))
"""

# What stands for the frameworks: one operation each, of which they tell as PyTorch's profiler and
# TensorFlow's callbacks do.
STUBS = {
    "torch/__init__.py": """\
from torch.autograd import profiler


def compute(value):
    profiler.tell("aten::mul")
    return value


def carry(value):
    profiler.tell("aten::copy_")
    return value


momentum = 0.1
""",
    "torch/autograd/__init__.py": "",
    "torch/autograd/profiler.py": """\
import contextlib
import time


class Event:
    def __init__(self, name, start):
        self.named, self.start, self.end = name, start, time.perf_counter_ns()

    def name(self):
        return self.named

    def start_ns(self):
        return self.start

    def duration_ns(self):
        return self.end - self.start


class profile:
    def __init__(self, use_cpu):
        self.seen, self.kineto_results = [], None

    def __enter__(self):
        running.append(self)

    def __exit__(self, *error):
        running.remove(self)
        self.kineto_results = self

    def events(self):
        return self.seen


@contextlib.contextmanager
def record_function(name):
    start = time.perf_counter_ns()
    yield
    for one in running:
        one.seen.append(Event(name, start))


def tell(name):
    for one in running:
        one.seen.append(Event(name, time.perf_counter_ns()))


running = []
""",
    "tensorflow/__init__.py": """\
from tensorflow.python.framework import op_callbacks


def compute(value):
    for callback in op_callbacks.callbacks:
        callback(b"Mul", (), {}, (value,))
    return value


momentum = 0.99
""",
    "tensorflow/python/__init__.py": "",
    "tensorflow/python/framework/__init__.py": "",
    "tensorflow/python/framework/op_callbacks.py": """\
callbacks = []
add_op_callback, remove_op_callback = callbacks.append, callbacks.remove
""",
}


def packages_of(root: Path) -> Path:
    """Where the packages of the environment that `make_environment` makes are."""
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return root / "venvs" / "frameworks" / "lib" / python / "site-packages"


def make_environment(root: Path) -> Path:
    """Make an environment that is this interpreter, with what stands for the frameworks, below a folder.

    Returns the folder of environments.
    """
    folder = root / "venvs" / "frameworks"
    packages = packages_of(root)
    for name, text in STUBS.items():
        file = packages / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    base = Path(sys.executable).resolve()
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(base)
    (folder / "pyvenv.cfg").write_text(f"home = {base.parent}\n", encoding="utf-8")
    return root / "venvs"


@pytest.fixture
def interpreter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that is this interpreter: programs run in it at once."""
    monkeypatch.setattr(paths, "ENVIRONMENTS", make_environment(tmp_path))


# What a run of the sample's pair writes beside its page.
WRITTEN = ("examples/a-pair/result.json", "examples/a-pair/a-pair.ipynb")


def add_pair(sample: Sample) -> None:
    """Write an example pair, which is not recorded yet."""
    sample.write("examples/a-pair/index.md", PAIR)
    sample.write("examples/a-pair/inputs.py", "numbers = [1.0, 2.0, 4.0]\n")
    sample.write("examples/a-pair/with_tensorflow.py", SIDE.format(framework="tensorflow", kind="eager"))
    sample.write("examples/a-pair/with_pytorch.py", SIDE.format(framework="torch", kind="lazy"))
    sample.write("examples/a-pair/mistake.py", "total = sum(parts[1:]) - 0.5\nprint('total:', total)\n")


@pytest.fixture(scope="session")
def recorded_pair(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the run of the sample's pair wrote, by file; run once, as a run starts three processes."""
    root = tmp_path_factory.mktemp("recorded-pair")
    with pytest.MonkeyPatch.context() as patch:
        set_day(patch, TODAY)
        patch.setattr(paths, "ENVIRONMENTS", make_environment(root))
        once = Sample(root)
        add_pair(once)
        assert main(["run", "--root", str(root)]) == 0
    return {name: (once.docs / name).read_text(encoding="utf-8") for name in WRITTEN}


@pytest.fixture
def paired(compared: Sample, interpreter: None, recorded_pair: dict[str, str]) -> Sample:
    """The sample with two rows and an example pair, which is recorded."""
    add_pair(compared)
    for name, text in recorded_pair.items():
        compared.write(name, text)
    return compared


QUESTIONS = """\
start: first

questions:
  - id: first
    ask: What is there?
    help: Think of what there is.
    article: The article does not ask.
    answers:
      - {id: much, label: Much, to: second, rows: [a-row], says: Much is there.}
      - {id: little, label: Little, to: one-end, rows: [b-row], says: Little is there.}
    unsure: {take: little, says: Little is the safer guess.}
  - id: second
    ask: What of it?
    help: Think of what it is.
    article: The article does not ask.
    answers:
      - {id: good, label: Good, to: one-end, rows: [a-row], says: It is good.}
      - {id: bad, label: Bad, to: other-end, rows: [a-row, b-row], says: It is bad.}
    unsure: {take: bad, says: Bad is the safer guess.}

article:
  - {id: old, says: Old, then: pytorch, path: [first.little], why: It holds today., claims: [first-point]}

former:
  - {was: first.some, now: first.little, since: 2026-11-22, says: Some is called little today.}
"""

OUTCOME = """\
---
title: "Outcome: {id}"
description: The outcome {id} says enough about itself to pass the check of descriptions.
outcome:
  answer: Take {id}
  side: pytorch
  first: [Begin with it., Go on with it.]
  costs: [It costs a day.]
  flips: [Another day would flip it.]
  watch: [Watch the days.]
  article: The article says the same.
  rows: [a-row, b-row]
  examples: []
  tools: [one]
  checked: 2026-11-22
  recheck_days: 90
  plain:
    use: We use the one.
    why: It does what we need.
    cost: It costs us a day.
    gives_up: We give up the other.
---

# Take {id} {{#{id}}}

Take it. **It is there.**

## Why {{#why}}

It is there, and that is why.
"""

IDS = "# Published.\nfirst.much\nfirst.little\nfirst.some\nsecond.good\nsecond.bad\none-end\nother-end\n"


@pytest.fixture
def decided(compared: Sample) -> Sample:
    """The sample with two rows and a decision of two questions and two outcomes."""
    compared.write("decide/questions.yml", QUESTIONS)
    compared.write("decide/ids.txt", IDS)
    for name in ("one-end", "other-end"):
        compared.write(f"decide/{name}.md", OUTCOME.format(id=name))
    return compared
