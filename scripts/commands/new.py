"""Write a new page of a kind, claim or measured subject, ready to be filled."""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from scripts import dates, paths
from scripts.content import reader, records, source, whole
from scripts.content.tree import ARTICLE, Content
from scripts.measure import catalogue
from scripts.model.article import PARTS, Article
from scripts.model.page import PageMeta
from scripts.problem import Problem
from scripts.render import fields
from scripts.rules import page_shape

TEMPLATES = Path(__file__).parent / "templates"
PIN = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
READABLE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# Ids of these kinds name programs, so no two of them share one.
WITH_PROGRAMS = ("tool", "row", "pair")
# What a scaffold names where the site has no row or pair yet.
NO_ROWS, NO_PAIRS = ["a-row", "another-row"], ["a-pair"]


@dataclass(frozen=True)
class Kind:
    """What `new` can write: an example of an id, and each template with its place below the repository."""

    example: str
    files: Mapping[str, str]


KINDS = {
    "page": Kind("about/licence", {"page.md": "docs/{folder}/{id}.md"}),
    "tool": Kind("onnx", {"tool.md": "docs/tools/{id}.md"}),
    "row": Kind("numpy-fit", {"row.md": "docs/compare/{id}.md"}),
    "pair": Kind(
        "first-gradient",
        {
            f"pair/{name}": f"docs/examples/{{id}}/{name}"
            for name in ("index.md", "inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py")
        },
    ),
    "error": Kind(
        "mat1-and-mat2-shapes",
        {"error/page.md": "docs/errors/{id}.md", "error/program.py": "docs/errors/{id}.py"},
    ),
    "guide": Kind(
        "different-results",
        {
            "guide/page.md": "docs/guides/{id}.md",
            "guide/program.py": "docs/guides/{id}-first-cause-example.py",
        },
    ),
    "outcome": Kind("keras", {"outcome.md": "docs/decide/{id}.md"}),
    "notebook": Kind("int8-both-ways", {"notebook.ipynb": "docs/notebooks/{id}.ipynb"}),
    "entry": Kind("maths/reduce-sum", {"entry.yml": "docs/api/{folder}.md"}),
    "claim": Kind("tf-static-graph-default", {"claim.yml": f"docs/{ARTICLE}"}),
    "subject": Kind("import-time", {"subject.py": f"{paths.SUBJECTS}/{{module}}.py"}),
}


class NewError(Exception):
    """Why nothing was written: one line, with what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    examples = ", ".join(f"{name} {kind.example}" for name, kind in KINDS.items())
    parser.add_argument("kind", help=f"one of {', '.join(KINDS)}")
    parser.add_argument("id", help=f"for example: {examples}")


def run(options: argparse.Namespace) -> int:
    """Write the files and say which. 2 if the kind or the id will not do, or a file cannot be written."""
    try:
        for place in write(options.kind, options.id):
            print(place)
    except NewError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def write(kind: str, name: str) -> list[str]:
    """Write what a kind consists of, or for a claim append its record. Returns the places.

    Raises:
        NewError: the kind is not known, the id is not valid or taken, or a file cannot be written. Then
            nothing was.

    """
    _refuse_unfit(kind, name)
    content, problems = reader.read(paths.ROOT)
    folder, _, identifier = name.rpartition("/")
    if taken := _taken(content, kind, identifier):
        raise NewError(f"{identifier}: {taken}; choose another id")
    files = {
        paths.ROOT / place.format(folder=folder, id=identifier, module=identifier.replace("-", "_")): _filled(
            template, kind, identifier, content
        )
        for template, place in KINDS[kind].files.items()
    }
    if kind == "claim":
        return [_append(*entry) for entry in files.items()]
    if kind == "entry":
        return [_insert(*entry, content, problems) for entry in files.items()]
    places = {file: file.relative_to(paths.ROOT).as_posix() for file in files}
    for file, place in places.items():
        if file.exists():
            raise NewError(f"{place}: exists already; edit it, or choose another id")
    try:
        whole.create(files)
    except OSError as error:
        raise NewError(
            f"{next(iter(places.values()))}: cannot be written: {error.strerror or error}"
        ) from error
    return list(places.values())


def pinned_versions() -> str:
    """The frameworks that programs run with, as a new row says it: from the pins of their environment."""
    pins = (paths.REQUIREMENTS / "frameworks.txt").read_text(encoding="utf-8")
    versions = {match[1].replace("_", "-"): match[2] for match in PIN.finditer(pins)}
    return f"TensorFlow {versions['tensorflow-cpu']}, PyTorch {versions['torch']}"


def _refuse_unfit(kind: str, name: str) -> None:
    """Refuse what would be wrong on any site.

    Raises:
        NewError: it is.

    """
    if kind not in KINDS:
        raise NewError(f"{kind}: no such kind; use one of {', '.join(KINDS)}")
    folder, _, identifier = name.rpartition("/")
    if not all(READABLE.fullmatch(part) for part in name.split("/")):
        raise NewError(f"{name!r}: not a readable id; use lower-case words joined by hyphens")
    if kind == "page" and not folder:
        raise NewError(f"{name}: a page has a folder; use `new page about/{identifier}`")
    if kind == "entry":
        if not folder:
            raise NewError(f"{name}: an entry has a family; use `new entry maths/{identifier}`")
        return
    if kind != "page" and folder:
        raise NewError(f"{name}: a {kind} has no folder; use `new {kind} {identifier}`")
    part = folder.partition("/")[0]
    if other := page_shape.KINDS.get(part):
        raise NewError(f"{name}: each page in docs/{part}/ is a {other}; use `new {other} {identifier}`")


def _taken(content: Content, kind: str, name: str) -> str:
    """What uses an id, or used it, so that it cannot be given again; empty if nothing does."""
    for other in WITH_PROGRAMS if kind in WITH_PROGRAMS else ():
        file = next(iter(KINDS[other].files.values())).format(id=name)
        if other != kind and (content.root / file).exists():
            return f"the id of {file}"
    for page in content.pages:
        if page.meta and page.meta.kind == kind and name in _former_ids(page.meta):
            return f"a former id of {page.path}"
    if kind == "outcome" and content.decision and content.decision.question(name):
        return "the id of a question of the decision"
    if kind == "entry" and name in content.entries:
        return f"the id of an entry of {content.entries[name][0].path}"
    if kind == "claim" and name in content.claim_lines:
        return f"the id of docs/{ARTICLE}:{content.claim_lines[name]}"
    if kind == "subject" and name in {subject.id for subject in catalogue.all_subjects()}:
        return "the id of a subject of the measurements"
    return ""


def _former_ids(meta: PageMeta) -> list[str]:
    """The ids that a page had before, if its kind has such."""
    record = meta.row or meta.pair or meta.outcome or meta.error or meta.guide
    return record.former_ids if record else []


def _filled(template: str, kind: str, name: str, content: Content) -> str:
    """A scaffold with its id, dates, versions, limits of its keys, and ids that exist."""
    today = dates.today()
    kind = {"entry": "api"}.get(kind, kind)
    keys = fields.keys(kind) if kind in fields.TABLES else []
    text: str = (
        _environment()
        .get_template(template)
        .render(
            id=name,
            title=name.replace("-", " ").capitalize(),
            today=today,
            today_words=dates.in_words(today),
            month=f"{today:%Y-%m}",
            month_words=dates.month_in_words(today),
            versions=pinned_versions(),
            rows=[*(page.id for page, _ in content.rows), *NO_ROWS],
            pairs=[*sorted(page.id for page, _ in content.pairs), *NO_PAIRS],
            part=content.claims[-1].part if content.claims else next(iter(PARTS)),
            limits={key.name: key.limits.replace("`", "") for key in keys},
            holds={key.name: key.holds.replace("`", "") for key in keys},
            groups=", ".join(catalogue.GROUPS),
        )
    )
    return text


def _environment() -> jinja2.Environment:
    """Jinja2, whose comments would else begin where the id of a heading does: `{#`."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
        autoescape=False,  # what it writes is no HTML
    )
    environment.filters["yaml"] = _as_yaml
    return environment


def _as_yaml(text: str) -> str:
    """A text as a YAML scalar, quoted if YAML would read it as something else, such as `Null`."""
    return text if records.parse_yaml(text, "")[0] == text else f"'{text}'"


def _append(file: Path, record: str) -> str:
    """Append a record to a data file, all else of which stays byte for byte. Returns its place.

    Raises:
        NewError: the file cannot be read as it is meant, or not be written.

    """
    path, data = _data_of(file)
    end = b"\r\n" if b"\r\n" in data else b"\n"
    before = data if not data or data.endswith(b"\n") else data + end
    before += end if before else b""
    added = before + record.encode().replace(b"\n", end)
    parsed, problems = records.parse_yaml(added.decode("utf-8-sig"), path)
    if not problems:
        _, problems = records.validate(Article, parsed, path)
    if problems:
        raise NewError(str(problems[0]))
    _replace(file, added)
    line = before.count(b"\n") + 1
    return f"{path}:{line}"


def _insert(file: Path, entry: str, content: Content, problems: Sequence[Problem]) -> str:
    """Add an entry at the end of a family's front matter, all else of which stays. Returns its place.

    Raises:
        NewError: there is no such family, or its file cannot be read as it is meant, or not be written.

    """
    if not file.exists():
        families = ", ".join(sorted(other.stem for other in file.parent.glob("*.md")))
        raise NewError(f"{file.relative_to(paths.ROOT).as_posix()}: no such family; known are {families}")
    path, data = _data_of(file)
    if file.stem not in content.families:
        faults = [str(problem) for problem in problems if problem.path == path]
        raise NewError(next(iter(faults), f"{path}:1: it is no family of the API map; name one"))
    end = b"\r\n" if b"\r\n" in data else b"\n"
    lines = data.split(end)
    last = next(number for number, text in enumerate(lines) if number and text.rstrip() == b"---")
    while not lines[last - 1].startswith(b" "):  # a key that follows the entries
        last -= 1
    lines[last:last] = [text.encode() for text in entry.rstrip("\n").split("\n")]
    _replace(file, end.join(lines))
    return f"{path}:{last + 1}"


def _data_of(file: Path) -> tuple[str, bytes]:
    """The path of a file in messages, and its bytes. Raises NewError if they are no text."""
    path = file.relative_to(paths.ROOT).as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise NewError(f"{path}: cannot be read: {error.strerror or error}") from error
    if fault := source.fault_of(path, data):
        raise NewError(str(fault))
    return path, data


def _replace(file: Path, data: bytes) -> None:
    """Put data in the place of a file. Raises NewError if it cannot be written."""
    try:
        whole.replace(file, data)
    except OSError as error:
        path = file.relative_to(paths.ROOT).as_posix()
        raise NewError(f"{path}: cannot be written: {error.strerror or error}") from error
