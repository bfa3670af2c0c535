"""The first style of a page: of all style sheets, the rules that draw this page before anybody touches it.

Published pages carry it inline and wait for no style sheet; the sheets themselves come with Material's
script, at a reader's first gesture (docs/assets/js/site.js). A rule is kept if it can meet an element of the
page, or one that a script of ours may put there, and if it shows before a gesture: `:hover` can wait.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from scripts.publish import javascript

# Which module a page loads, by a class that it holds; site.js goes with every page.
MODULES = {
    "compare": "compare.js", "pairs": "pairs.js", "decide": "decide.js", "tabbed-set": "tabs.js",
    "missing": "missing.js",
}  # fmt: skip

_FUNCTION = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_HAS = re.compile(r":has\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_ID = re.compile(r"#([A-Za-z_][\w-]*)")
_PSEUDO = re.compile(r"::?[a-z-]+(?:\([^()]*\))?")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_ELEMENT = re.compile(r"(?<![\w-])([a-z][a-z0-9]*)")
_TAGS = re.compile(r"<([a-z][a-z0-9]*)")
_CLASSES = re.compile(r' class="([^"]*)"')
_IDS = re.compile(r' id="([^"]*)"')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_MADE = re.compile(r"""\b(?:createElement|make)\(\s*["'`]([a-z][a-z0-9]*)["'`]""")
_CHOICE = re.compile(r":(?:is|where)\(")
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_AFTER_COLON = re.compile(r": +")
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"var\((--[\w-]+)")
# Material's icons are variables that hold quoted data: URIs with semicolons in them.
_DEFINITION = re.compile(r"""(--[\w-]+):((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=}))""")
_SCHEME = re.compile(r"(?:^|(?<=[{}]))(?::root,)?\[data-md-color-scheme=(?:default|slate)\]\{[^}]*\}")
_BOTH_SCHEMES = re.compile(
    r"""\[data-md-color-scheme="default"\],\[data-md-color-scheme="slate"\]\{[^}]*\}"""
)
_EMPTY = re.compile(r"(?<=[{};])[^{}@;]+\{\}|^[^{}@]+\{\}")
_EMPTY_GROUP = re.compile(r"@(?:media|supports)[^{}]*\{\}")

# Attributes that only the template sets: a rule for a value that the page does not carry meets nothing.
_FIXED = re.compile(r"""\[(dir|data-md-color-(?:primary|accent))="?'?([\w-]+)"?'?\]""")
_FIXED_IN_PAGE = re.compile(r' (dir|data-md-color-(?:primary|accent))="([\w-]+)"')
# What only a gesture brings about comes with the sheets that the same gesture calls.
_BY_HAND = re.compile(
    r":(?:hover|active|focus|focus-within)(?![\w-])|::-webkit-scrollbar"
    r"|data-md-(?:scrolllock|color-switching|state|copying)"
    r"|\.compare__box"  # what a button of a toolbar opens
)
# The link that skips to the content is seen by the very first press of a key.
_AT_ONCE = (".md-skip",)
# Declarations that no first picture shows, and prefixes that browsers of 2022 and later do not need.
_UNSEEN = re.compile(
    r"(?<![\w-])(?:transition(?:-[a-z]+)?|-webkit-[\w-]+|-moz-[\w-]+|-ms-[\w-]+|backface-visibility|animation"
    r"|scroll-snap-\w+|scrollbar-\w+|touch-action|will-change|outline-color|cursor|pointer-events)"
    r":[^;]*(?:;|$)"
)
# What of a selector says nothing of elements: states, generated parts, and what scripts set on the root.
_STATE = re.compile(
    r"::?(?:before|after|marker|placeholder|details-content|target-text|selection|hover|focus-visible"
    r"|focus-within|focus|active|target|checked|disabled|enabled|indeterminate|required|valid|invalid|empty|root)"
    r"(?![\w-])|\.(?:no-)?js(?![\w-])\s*|\[data-md-color-scheme=[^\]]*\]|\[hidden\]|\[open\]|:not\(\)"
)


@dataclass(frozen=True)
class Form:
    """A selector without `:is()` or `:where()`, and the names without which it meets nothing.

    `has` are the classes in its `:has()`, which a script may give to an element of the page.
    """

    text: str
    needs: frozenset[str]
    has: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Selector:
    """A selector as it is written, and its forms: with each of the selectors that its `:is()` lists."""

    text: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Rule:
    """A style rule: the selectors that can show before a gesture, and its declarations."""

    selectors: tuple[Selector, ...]
    body: str


@dataclass(frozen=True)
class Group:
    """An at-rule around rules, such as a media query; with no rules, its whole text is in `head`."""

    head: str
    rules: tuple["Rule | Group", ...] | None


class Elements:
    """What a page consists of, and what its scripts may add."""

    def __init__(self, html: str, scripts: Sequence[Path]) -> None:
        names = _names(html)
        words = {word for script in scripts for word in _words(script, script.stat().st_mtime_ns)}
        # Scripts give classes to what they make, and make elements anywhere. What they do after a gesture
        # comes with the whole sheets.
        self.added = {word for word in words if not word.startswith(".") or word not in names}
        self.all = names | words
        self._tree = LexborHTMLParser(html)
        self._met: dict[str, bool] = {}

    def meet(self, selector: Selector) -> bool:
        """Whether a selector meets an element of the page, or may meet one of a script's."""
        return any(self._meets(form) for form in selector.forms)

    def _meets(self, form: Form) -> bool:
        if not form.needs <= self.all:
            return False
        if not form.needs.isdisjoint(self.added):
            return True
        text = form.text if form.has.isdisjoint(self.added) else _HAS.sub("", form.text)
        if text not in self._met:
            self._met[text] = self._is_there(text)
        return self._met[text]

    def _is_there(self, selector: str) -> bool:
        try:
            return self._tree.css_first(selector) is not None
        except SelectolaxError:
            return True  # newer CSS than the parser knows


def of_page(html: str, sheets: Iterable[Path], scripts: Path) -> str:
    """The first style of a page, without white space that says nothing.

    `sheets` are all its style sheets in their order, `scripts` is the folder of our modules.
    """
    used = ["site.js", *(module for name, module in MODULES.items() if _has_class(html, name))]
    elements = Elements(html, [file for name in used for file in javascript.with_imports(scripts / name)])
    text = "".join(
        _kept(rule, elements) for sheet in sheets for rule in _read(sheet, sheet.stat().st_mtime_ns)
    )
    return _without_unused_variables(_without_overridden_colours(text), html)


def _has_class(html: str, name: str) -> bool:
    return re.search(rf'class="[^"]*(?<![\w-]){name}(?![\w-])', html) is not None


def _names(html: str) -> set[str]:
    """The names in a page: elements as `a`, classes as `.a`, ids as `#a`; some from text do no harm."""
    classes = {word for value in _CLASSES.findall(html) for word in value.split()}
    return {
        "html",
        "body",
        *_TAGS.findall(html),
        *(f".{name}" for name in classes),
        *(f"#{name}" for name in _IDS.findall(html)),
        *(f"[{name}={value}]" for name, value in _FIXED_IN_PAGE.findall(html)),
    }


@cache
def _read(file: Path, _changed: int) -> tuple[Rule | Group, ...]:
    """The rules of a sheet; the time of its last change makes the cache see an edit."""
    text = _COMMENT.sub(_line_ends, file.read_text(encoding="utf-8"))
    try:
        return tuple(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))
    except ValueError as error:
        raise ValueError(f"{file.name}, {error}") from error


def _line_ends(comment: re.Match[str]) -> str:
    """What is left of a comment, so that the lines below it keep their numbers."""
    return "\n" * comment[0].count("\n")


@cache
def _words(file: Path, _changed: int) -> frozenset[str]:
    """The words of a script as classes, and the names of the elements that it makes."""
    text = file.read_text(encoding="utf-8")
    return frozenset({*(f".{word}" for word in _WORD.findall(text)), *_MADE.findall(text)})


def _rules(nodes: Iterable[Any]) -> Iterator[Rule | Group]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield from _rule(node)
        elif node.type == "at-rule" and node.at_keyword not in {"charset", "keyframes"}:
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


def _rule(node: Any) -> Iterator[Rule]:
    """The rule without what a first picture does not show; none if nothing is left."""
    body = _UNSEEN.sub("", _short(tinycss2.serialize(node.content))).rstrip(";")
    selectors = tuple(
        Selector(text, tuple(_forms(text)))
        for text in map(_short, _split(tinycss2.serialize(node.prelude)))
        if text.startswith(_AT_ONCE) or not _BY_HAND.search(text)
    )
    if body and selectors:
        yield Rule(selectors, body)


def _split(selectors: str) -> list[str]:
    """The selectors of a list; a comma within parentheses parts nothing."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(selectors):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(selectors[start:index])
            start = index + 1
    return [*parts, selectors[start:]]


def _forms(selector: str) -> Iterator[Form]:
    """A selector with each choice of its `:is()` and `:where()`, without what says nothing of elements."""
    start = _CHOICE.search(selector)
    if not start:
        has = frozenset(f".{name}" for part in _HAS.findall(selector) for name in _CLASS.findall(part))
        yield Form(_STATE.sub(_without_state, selector), _needs(selector), has)
        return
    depth, end = 1, start.end()
    while depth:
        depth += (selector[end] == "(") - (selector[end] == ")")
        end += 1
    before, after = selector[: start.start()], selector[end:]
    for choice in map(str.strip, _split(selector[start.end() : end - 1])):
        # An element's name cannot stand behind a class: then the choice is not asked for.
        fits = not choice[:1].isalpha() or before == "" or before[-1] in " >+~("
        yield from _forms(f"{before}{choice if fits else ''}{after}")


def _without_state(state: re.Match[str]) -> str:
    """Nothing, or any element where a state stands alone, as in `.a > :checked + .b`."""
    return "*" if state.start() == 0 or state.string[state.start() - 1] in " >+~" else ""


def _needs(selector: str) -> frozenset[str]:
    """The names without which a selector meets nothing. What stands in :not() or :has() is not asked for."""
    bare = _FUNCTION.sub("", selector)
    fixed = {f"[{name}={value}]" for name, value in _FIXED.findall(bare)}
    plain = _ATTRIBUTE.sub("", bare)
    names = {f".{name}" for name in _CLASS.findall(plain)} | {f"#{name}" for name in _ID.findall(plain)}
    elements = _PSEUDO.sub("", _ID.sub("", _CLASS.sub("", plain)))
    # `js` and `no-js` are set by the first script of each page.
    return frozenset(fixed | names | set(_ELEMENT.findall(elements))) - {".js", ".no-js"}


def _kept(rule: Rule | Group, elements: Elements) -> str:
    if isinstance(rule, Group):
        if rule.rules is None:
            return rule.head
        inner = "".join(_kept(one, elements) for one in rule.rules)
        return f"{rule.head}{{{inner}}}" if inner else ""
    used = [selector.text for selector in rule.selectors if elements.meet(selector)]
    return f"{','.join(used)}{{{rule.body}}}" if used else ""


def _without_overridden_colours(text: str) -> str:
    """Material's colours of a scheme are left out where ours are given for both schemes."""
    ours = _BOTH_SCHEMES.search(text)
    if not ours:
        return text
    given = {match[1] for match in _DEFINITION.finditer(ours[0])}

    def fewer(rule: re.Match[str]) -> str:
        return _DEFINITION.sub(lambda match: "" if match[1] in given else match[0], rule[0])

    return _SCHEME.sub(fewer, text[: ours.start()]) + text[ours.start() :]


def _without_unused_variables(text: str, html: str) -> str:
    """Variables that nothing on the page uses are left out, and then those that only they used."""
    in_page = {*_VARIABLE.findall(html)}
    while True:
        less = _without_definitions(text, in_page | {*_VARIABLE.findall(text)})
        less = _EMPTY_GROUP.sub("", _EMPTY.sub("", less))
        if less == text:
            return text
        text = less


def _without_definitions(text: str, used: set[str]) -> str:
    return _DEFINITION.sub(lambda match: match[0] if match[1] in used else "", text)


def _short(text: str) -> str:
    """Without white space that says nothing; what stands in quotes stays as it is."""
    parts = _QUOTED.split(text.strip())
    # White space before a colon may part an element from a pseudo-class, and after one it never does.
    parts[::2] = [_AFTER_COLON.sub(":", _AROUND.sub(r"\1", _SPACE.sub(" ", part))) for part in parts[::2]]
    return "".join(parts)
