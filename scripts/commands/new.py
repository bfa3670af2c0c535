"""Write a new page, tool, row or example pair, ready to be filled."""

import argparse
import re
import sys

from scripts import clock, paths

READABLE = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")

PAGE = """\
---
title: {title}
description: Say in one sentence of 50 to 160 characters what a reader finds on this page.
checked: {today}
recheck_days: 180
---

# {title} {{#{id}}}

Answer the reader's question here, in two lines.

## First section {{#first-section}}

One idea a paragraph. A fact that can age has a source.[^source]

[^source]: [Title of the source](https://example.org/), undated, seen {today_words}. What it says.
"""

TOOL = """\
---
title: {title}
description: Say in one sentence of 50 to 160 characters what it is and its state today.
tool:
  job: Does what, in a few words
  side: both
  family: tracking
  status: active
  status_note: Say in one sentence why, with a date.
  replaced_by: []
  newest:
    version: "1.0"
    month: "{month}"
    of: package name on PyPI
  licence: Apache-2.0
  home: https://example.org/
  article: Not named; say why it is here.
  checked: {today}
  recheck_days: 90
  use: shown
  use_note: Say why the example is not run here.
  evidence:
    - kind: sourced
      url: https://example.org/
      title: Title of the source
      dated: undated
      seen: {today}
      quality: primary
      says: Say in one sentence what this source says.
---

# {title} {{#{id}}}

What it is, and whether to use it today, in two lines.

## What it is for {{#purpose}}

## State in November 2026 {{#state}}

## Smallest honest use {{#use}}

## What to use today {{#today}}
"""

ROW = """\
---
title: {title}
description: Say in one sentence of 50 to 160 characters what the answer is for both.
row:
  question: What does a reader want to know?
  group: programming
  tensorflow:
    rating: unknown
    summary: Say in at most 140 characters how it is here.
  pytorch:
    rating: unknown
    summary: Say in at most 140 characters how it is here.
  edge: unknown
  why: Say in one sentence why the edge lies there, or what would settle it.
  article:
    points: []
    says: The article does not treat this.
  evidence:
    - kind: judged
      says: Name here what the reading rests on.
  true_for: TensorFlow 2.21.0, PyTorch 2.13.0
  checked: {today}
  recheck_days: 90
  tools: []
  rows: [graph-capture]
  former_ids: []
---

# {title} {{#{id}}}

Give the answer here, in two lines, and make its core words bold.

## In practice {{#practice}}

Replace this text. Say in 60 to 220 words how somebody meets the difference at work: what they write, what
they see, where it hurts, and which caveats apply. A small table or a few lines of code help where a reader
would rather look than read. Every fact stands in the evidence list above, with its source and its date, or
is shown by a program beside this file whose name ends in -example.py. Treat both frameworks alike: read the
row once as a friend of TensorFlow and once as a friend of PyTorch, and see whether both would call it fair.

## What would change this {{#change}}

- Name one to three things that anybody could observe, such as a release, a notice or a measurement.
"""

PAIR = """\
---
title: {title}
description: Say in one sentence of 50 to 160 characters which task this pair solves in both.
pair:
  question: Which question of a reader does this pair answer?
  group: tensors
  level: 1
  values:
    - {{name: output, within: 1e-6, says: the sum of the two tensors}}
  mistake:
    continues: pytorch
    title: Say what people usually get wrong
    value: output
    off_by: 0.5
  rows: [numpy-fit]
  tools: []
  recheck_days: 180
---

# {title} {{#{id}}}

Put the question in words. **Give the answer in bold**, in two lines.

--8<-- "pairs/{id}/code.md"

## What to notice {{#notice}}

- **One idea a bullet.** What differs, and which argument matters.

--8<-- "pairs/{id}/mistake.md"

Say why it happens, how one notices, and what to do instead.
"""

# The programs of a new pair: they run, and agree.
PROGRAMS = {
    "with_tensorflow.py": """\
import tensorflow as tf

output = tf.constant([1.0, 2.0]) + 1.0

print("output:", output.numpy())
""",
    "with_pytorch.py": """\
import torch

output = torch.tensor([1.0, 2.0]) + 1.0

print("output:", output.numpy())
""",
    "mistake.py": """\
# Say in one line what is wrong here.
output = torch.tensor([1.0, 2.0]) + 2.0

print("output:", output.numpy())
""",
}

# Where a page of each kind goes, and how it starts.
KINDS = {"tool": ("tools", TOOL), "row": ("compare", ROW), "pair": ("examples", PAIR)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("kind", choices=["page", "tool", "row", "pair"])
    parser.add_argument(
        "id", help="for a tool, row or pair: onnx; for a page: its folder and name, about/licence"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file and say where. 2 if the id is not readable or the file exists."""
    name = options.id.rpartition("/")[2]
    if not all(READABLE.match(part) for part in options.id.split("/")):
        print(
            f"{options.id}: not a readable id; use lower-case words joined by hyphens",
            file=sys.stderr,
        )
        return 2
    if options.kind != "page" and "/" in options.id:
        print(
            f"{options.id}: a {options.kind} has no folder; use `new {options.kind} {name}`", file=sys.stderr
        )
        return 2
    if options.kind == "page" and "/" not in options.id:
        print(f"{options.id}: a page has a folder; use `new page about/{name}`", file=sys.stderr)
        return 2
    folder, template = KINDS.get(options.kind, (options.id.rpartition("/")[0], PAGE))
    source = f"{folder}/{name}/index.md" if options.kind == "pair" else f"{folder}/{name}.md"
    file = paths.ROOT / paths.DOCS / source
    if file.exists():
        print(f"docs/{source}: exists already; edit it, or choose another id", file=sys.stderr)
        return 2
    today = clock.today()
    text = template.format(
        id=name,
        title=name.replace("-", " ").capitalize(),
        today=today,
        today_words=clock.in_words(today),
        month=f"{today:%Y-%m}",
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(f"docs/{source}")
    for program, code in PROGRAMS.items() if options.kind == "pair" else ():
        (file.parent / program).write_text(code, encoding="utf-8")
        print(f"docs/{folder}/{name}/{program}")
    return 0
