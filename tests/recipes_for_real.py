"""Each recipe of the contributor's guide, followed to the letter in a clone, down to the page that it makes.

The commands are those of the guide's table, in their order. What they leave to be written is written here, as
somebody would who has nothing to say. `make check-recording` runs it: pairs and notebooks need frameworks.
Its name keeps it out of the other tests.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts import paths
from tests.commands.test_recipes import CODE, RECIPES, SCRIPTS

WORDS = "It says what a test has to say"
LONG = " ".join(["Somebody meets the difference at work, sees it, and goes on."] * 7)
DESCRIPTION = "description: What the {kind} recipe makes when it is followed, in a clone."
# What a scaffold leaves to be written, and what is written there; the rest becomes a sentence.
FILLED = (
    (r'"TODO"', '"1.0"'),
    (r"TODO package name on PyPI", "thing on PyPI"),
    (r"\bjob: TODO .*", "job: Does what a test needs"),
    (r"\banswer: TODO .*", "answer: Take what the test takes"),
    (r"\bquestion: TODO [^\"\n\\]*", "question: What does the test ask?"),
    (r"\bdescription: TODO [^\"\n\\]*", DESCRIPTION),
    (r"\btoday: TODO .*", f"today: {WORDS}, which is more than nothing, and it holds today."),
    (r"  # TODO [^\"\n\\]*", ""),
    (r"    # TODO [^\n]*\n", ""),
    (r"# TODO [^\n]*\n", ""),
    (r"example\.org/TODO", "example.org/{kind}"),
    (r"^TODO Replace this text\.(?:.|\n)*?\n\n", f"{LONG}\n\n"),
    (r"TODO [^\"\[\]\n]*?(?=\.?[\[\]]|\.?\"|\\n|\n)", f"{WORDS}."),
)  # fmt: skip


class Clone:
    """The repository as somebody has just cloned it, with the tree as it is now in one commit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        asked = ("ls-files", "--cached", "--others", "--exclude-standard", "-z")
        listed = self._git(*asked, folder=paths.ROOT)
        for name in filter(None, listed.split("\0")):
            source, target = paths.ROOT / name, root / name
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
        (root / ".venvs").symlink_to(paths.ENVIRONMENTS)
        self._git("init", "--quiet", "--initial-branch=main")
        self.commit("As it is")
        self.known = self.problems()  # what is due, say: not the fault of who follows a recipe

    def _git(self, *words: str, folder: Path | None = None) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *who, *words], cwd=folder or self.root, capture_output=True, text=True, check=True
        )
        return done.stdout

    def commit(self, subject: str) -> None:
        """Commit all that has changed."""
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", subject)

    def changed(self) -> list[str]:
        """The files that differ from the last commit."""
        return [line[3:] for line in self._git("status", "--porcelain", "--untracked-files=all").splitlines()]

    def run(self, *words: str, code: int | None = 0) -> str:
        """Run a module of Python, as the guide says to. Returns what it prints."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        printed = done.stdout + done.stderr
        assert code is None or done.returncode == code, printed
        return printed

    def problems(self) -> set[str]:
        """What the check says, each with its place."""
        return {line for line in self.run("scripts", "check", code=None).splitlines() if line.endswith("]")}

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new, 1))

    def fill(self, kind: str) -> None:
        """Write what scaffolds have left to be written."""
        for path in self.changed():
            text = self.read(path)
            for pattern, words in FILLED:
                text = re.sub(pattern, words.replace("{kind}", kind), text, flags=re.MULTILINE)
            self.write(path, text)


@dataclass(frozen=True)
class Recipe:
    """What somebody follows: the line of the guide, the id, what is written by hand, and where it is seen.

    `write` is called between the first command and the rest, or first where the recipe starts with writing.
    """

    line: str
    name: str
    page: str
    shows: str
    write: Callable[[Clone], None] = lambda clone: None


def _claim(clone: Clone) -> None:
    clone.change("docs/overview/index.md", "\n## ", '\n--8<-- "claims/made-claim.md"\n\n## ')


def _answer(clone: Clone) -> None:
    """An answer that leads to the new outcome, as the recipe of the outcome says."""
    answer = (
        "      - id: made-answer\n        label: An answer of the test\n        to: made-outcome\n"
        "        rows: [churn, eager-default]\n        says: It is there to lead somewhere.\n"
    )
    start = clone.read("docs/decide/questions.yml").index("      - id: learning")
    text = clone.read("docs/decide/questions.yml")
    clone.write("docs/decide/questions.yml", text[:start] + answer + text[start:])
    ids = clone.read("docs/decide/ids.txt")
    clone.write("docs/decide/ids.txt", f"{ids}today.made-answer\nmade-outcome\n")


def _question(clone: Clone) -> None:
    """A question between an answer and an outcome that it led to."""
    clone.change("docs/decide/questions.yml", "        to: learn\n", "        to: made-question\n")
    rows = "rows: [learning-material, eager-default]"
    answers = "".join(
        f"      - id: {name}\n        label: {label}\n        to: {to}\n        {rows}\n"
        f"        says: It is there to lead somewhere.\n"
        for name, label, to in (
            ("one", "The one of the test", "learn"),
            ("other", "The other of the test", "either"),
        )
    )
    question = (
        "  - id: made-question\n    ask: What does the test ask?\n    help: It asks to see that it can.\n"
        f"    article: The article does not ask.\n    answers:\n{answers}"
        "    unsure:\n      take: one\n      says: The one is as good as the other.\n"
    )
    clone.change("docs/decide/questions.yml", "\narticle:\n", f"\n{question}\narticle:\n")
    ids = clone.read("docs/decide/ids.txt")
    clone.write("docs/decide/ids.txt", f"{ids}made-question.one\nmade-question.other\n")


def _program(clone: Clone) -> None:
    """The program of the row that another recipe has made."""
    clone.write(
        "docs/compare/made-row-example.py", 'words = ["a", "b"]\nassert len(words) == 2\nprint(len(words))\n'
    )
    evidence = "    - kind: executed\n      program: made-row\n      says: The program counts two words.\n"
    clone.change("docs/compare/made-row.md", "  evidence:\n", f"  evidence:\n{evidence}")
    section = '## The program {#program}\n\n--8<-- "programs/made-row.md"\n\n'
    clone.change(
        "docs/compare/made-row.md", "## What would change this", f"{section}## What would change this"
    )


def _move(clone: Clone) -> None:
    text = clone.read("docs/moves.yml")
    clone.write(
        "docs/moves.yml", f"{text}- from: about/made-long-ago/\n  to: about/made-page/\n  since: 2026-11-28\n"
    )


def _entry(clone: Clone) -> None:
    for old, new in (("tf.todo", "tf.math.special.bessel_j0"), ("torch.todo", "torch.special.bessel_j0")):
        clone.write("docs/api/maths.md", clone.read("docs/api/maths.md").replace(old, new))


FOLLOWED = [
    Recipe("a page", "made-page", "about/made-page", "It says what a test has to say"),
    Recipe("a tool", "made-tool", "tools/made-tool", "(thing on PyPI)"),
    Recipe("a row of the comparison", "made-row", "compare/made-row", "goes on"),
    Recipe("an example pair", "made-pair", "examples/made-pair", "each number and one"),
    Recipe("the program of a tool or row", "made-row", "compare/made-row", "len(words)", _program),
    Recipe("an error message", "made-error", "errors/made-error", "invalid literal for int()"),
    Recipe("an entry of the API map", "made-entry", "api/maths", "torch.special.bessel_j0", _entry),
    Recipe("a guide", "made-guide", "guides/made-guide", WORDS),
    Recipe("an outcome of the decision", "made-outcome", "decide/made-outcome", "In plain words", _answer),
    Recipe("a question or answer of the decision", "made-question", "decide", "the test ask?", _question),
    Recipe("a notebook", "made-notebook", "notebooks/made-notebook", "total == 2"),
    Recipe("a claim of the article", "made-claim", "about/article", "which is more than nothing", _claim),
    Recipe("a moved address", "made-page", "about/made-long-ago", "about/made-page", _move),
]  # fmt: skip
# Of these no page of the site tells; other tests follow them.
ELSEWHERE = {
    "a thing to measure",
    "a query that should find a page",
    "a question that somebody asked in public, and the section that answers it",
    "a field of the published data",
}


def follow(clone: Clone, recipe: Recipe) -> None:
    """Do what the line of the guide says, with the id that is given."""
    (do,) = [do for what, do, _ in RECIPES if what == recipe.line]
    commands = [code.replace("<id>", recipe.name) for code in CODE.findall(do) if code.startswith(SCRIPTS)]
    scaffolds = [command for command in commands if command.startswith(f"{SCRIPTS}new ")]
    for command in scaffolds:
        clone.run("scripts", *command.removeprefix(SCRIPTS).split())
        clone.fill(recipe.line.split()[1])
    recipe.write(clone)
    for command in commands[len(scaffolds) :]:
        clone.run("scripts", *command.removeprefix(SCRIPTS).split())


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return Clone(tmp_path_factory.mktemp("clone"))


def test_every_recipe_is_followed_here_or_elsewhere() -> None:
    assert {what for what, _, _ in RECIPES} == {recipe.line for recipe in FOLLOWED} | ELSEWHERE


@pytest.mark.parametrize("recipe", FOLLOWED, ids=lambda recipe: recipe.line)
def test_who_follows_a_recipe_is_told_of_no_problem(clone: Clone, recipe: Recipe) -> None:
    follow(clone, recipe)
    named = next(CODE.findall(file)[0] for what, _, file in RECIPES if what == recipe.line)
    place = named.replace("<id>", recipe.name)
    assert any(path.startswith(place) or Path(path).name == place for path in clone.changed())
    known, clone.known = clone.known, clone.problems()
    assert clone.known - known == set()
    clone.commit(recipe.line)


def test_what_was_made_stands_on_the_site(clone: Clone) -> None:
    clone.run("mkdocs", "build", "--quiet", "--site-dir", "site")
    missing = []
    for recipe in FOLLOWED:
        file = clone.root / "site" / recipe.page / "index.html"
        text = re.sub(r"<[^>]+>", "", file.read_text(encoding="utf-8")) if file.exists() else ""
        if recipe.shows not in text and recipe.shows not in (
            file.read_text(encoding="utf-8") if text else ""
        ):
            missing.append((recipe.line, recipe.page))
    assert missing == []
