"""The style of a page: of our style sheets, the rules that this very page can use, written into it.

A page then waits for no style sheet, and carries little that it does not need. A rule is kept if every
class, id and element in its selector occurs in the page, or, for classes, in a script that the page loads.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2

SHEETS = ("base.css", "site.css")

# Which module a page loads, by a class that it holds; site.js goes with every page.
MODULES = {"compare": "compare.js", "pairs": "pairs.js", "decide": "decide.js", "tabbed-set": "tabs.js"}

_FUNCTION = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_ID = re.compile(r"#([A-Za-z_][\w-]*)")
_PSEUDO = re.compile(r"::?[a-z-]+(?:\([^()]*\))?")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_ELEMENT = re.compile(r"(?<![\w-])([a-z][a-z0-9]*)")
_TAGS = re.compile(r"<([a-z][a-z0-9]*)")
_CLASSES = re.compile(r' class="([^"]*)"')
_IDS = re.compile(r' id="([^"]*)"')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_AFTER_COLON = re.compile(r": +")
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """A style rule: its selectors, each with the names that must be there, and its declarations."""

    selectors: tuple[tuple[str, frozenset[str]], ...]
    body: str


@dataclass(frozen=True)
class Group:
    """An at-rule around rules, such as a media query; with no rules, its whole text is in `head`."""

    head: str
    rules: tuple["Rule | Group", ...] | None


def of_page(html: str, assets: Path) -> str:
    """The style that a page needs, without white space that says nothing.

    `assets` is the folder that holds `css/` and `js/`.
    """
    names = _names(html)
    scripts = ["site.js", *(module for name, module in MODULES.items() if f".{name}" in names)]
    for script in scripts:
        names |= _words(assets / "js" / script, (assets / "js" / script).stat().st_mtime_ns)
    text = "".join(
        _kept(rule, names)
        for sheet in SHEETS
        for rule in _read(assets / "css" / sheet, (assets / "css" / sheet).stat().st_mtime_ns)
    )
    return _without_unused_variables(text, html)


def _names(html: str) -> set[str]:
    """The names in a page: elements as `a`, classes as `.a`, ids as `#a`; some from text do no harm."""
    classes = {word for value in _CLASSES.findall(html) for word in value.split()}
    return {
        *_TAGS.findall(html),
        *(f".{name}" for name in classes),
        *(f"#{name}" for name in _IDS.findall(html)),
    }


@cache
def _read(file: Path, _changed: int) -> tuple[Rule | Group, ...]:
    """The rules of a sheet; the time of its last change makes the cache see an edit."""
    text = _COMMENT.sub("", file.read_text(encoding="utf-8"))
    return tuple(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


@cache
def _words(file: Path, _changed: int) -> frozenset[str]:
    """The words of a script, as classes: any of them may be given to an element, or be an element's name."""
    words = _WORD.findall(file.read_text(encoding="utf-8"))
    return frozenset({*(f".{word}" for word in words), *(word for word in words if word.islower())})


def _rules(nodes: Iterable[Any]) -> Iterator[Rule | Group]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = tinycss2.serialize(node.prelude)
            yield Rule(
                tuple((one, _needs(one)) for one in map(_short, _split(selectors))),
                _short(tinycss2.serialize(node.content)).rstrip(";"),
            )
        elif node.type == "at-rule":
            head = f"@{node.at_keyword} {_short(tinycss2.serialize(node.prelude))}"
            inner = tinycss2.parse_blocks_contents(
                node.content or [], skip_comments=True, skip_whitespace=True
            )
            if all(entry.type == "declaration" for entry in inner):
                yield Group(f"{head}{{{_short(tinycss2.serialize(node.content or []))}}}", None)
            else:
                yield Group(head, tuple(_rules(inner)))
        elif node.type == "error":
            raise ValueError(f"line {node.source_line}: {node.message}")


def _split(selectors: str) -> list[str]:
    """The selectors of a list; a comma within parentheses parts nothing."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(selectors):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(selectors[start:index])
            start = index + 1
    return [*parts, selectors[start:]]


def _needs(selector: str) -> frozenset[str]:
    """The names without which a selector meets nothing. What stands in :not() or :is() is not asked for."""
    plain = _ATTRIBUTE.sub("", _FUNCTION.sub("", selector))
    names = {f".{name}" for name in _CLASS.findall(plain)} | {f"#{name}" for name in _ID.findall(plain)}
    bare = _PSEUDO.sub("", _ID.sub("", _CLASS.sub("", plain)))
    # `js` and `no-js` are set by the first script of each page.
    return frozenset(names | set(_ELEMENT.findall(bare))) - {".js", ".no-js"}


def _kept(rule: Rule | Group, names: set[str]) -> str:
    if isinstance(rule, Group):
        if rule.rules is None:
            return rule.head
        inner = "".join(_kept(one, names) for one in rule.rules)
        return f"{rule.head}{{{inner}}}" if inner else ""
    used = [selector for selector, needs in rule.selectors if needs <= names]
    return f"{','.join(used)}{{{rule.body}}}" if used else ""


def _without_unused_variables(text: str, html: str) -> str:
    """Colours that nothing on the page is painted with are left out; drawings name theirs in the page."""
    used = {*_VARIABLE.findall(text), *_VARIABLE.findall(html)}
    return re.sub(r"(--[\w-]+):([^;{}]*)(;|(?=}))", lambda found: found[0] if found[1] in used else "", text)


def _short(text: str) -> str:
    """Without white space that says nothing; what stands in quotes stays as it is."""
    parts = _QUOTED.split(text.strip())
    # White space before a colon may part an element from a pseudo-class, and after one it never does.
    parts[::2] = [_AFTER_COLON.sub(":", _AROUND.sub(r"\1", _SPACE.sub(" ", part))) for part in parts[::2]]
    return "".join(parts)
