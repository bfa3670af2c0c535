"""Says in a contributor's terms what is wrong with YAML that cannot be parsed, and what to do."""

import re

# The key of a line, and the value behind it.
_ENTRY = re.compile(r"^(?P<key>\s*(?:- +)*[\w./-]+): +(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s:/].*)$")
# Characters with which YAML begins something other than text.
_SPECIAL = "@`%*&!|>?#"
_QUOTED = re.compile(r"""^(?P<mark>["'])(?:(?!(?P=mark)).|\\.)*(?P=mark)(?P<rest>\s*\S.*)$""")
_SMART = "“”‘’„"


# What records.py refuses of what YAML knows.
ALIAS = "a name such as `&name` and `*name` stands for a text written elsewhere"
KEY = "the key is no text"


def explain(text: str, line: int, problem: str) -> tuple[int, str, str]:
    """The line (from 0) where a text really fails, the fault, and the remedy.

    Args:
        text: the YAML.
        line: the line, from 0, at which the parser noticed.
        problem: what the parser says of it.

    """
    if problem in {ALIAS, KEY}:
        return line, problem, "write it out" if problem == ALIAS else "put it between quotes"
    lines = text.split("\n")
    # The parser often notices a line, or several, after the one that is wrong.
    for number in range(min(line, len(lines) - 1), max(-1, line - 3), -1):
        if found := _of_line(lines[number]):
            return number, *found
    if "unexpected end" in problem or "expected ',' or" in problem:
        return _unclosed(lines, line)
    if "expected key" in problem or "block end" in problem or "indentation" in problem:
        return line, "the line is indented unlike those beside it", "indent entries of one level alike"
    if "is no number" in problem:
        return line, problem, "write a number of few digits"
    if "is no day" in problem:
        return line, problem, "write a day that there is, such as 2026-11-22"
    if problem.startswith("the key"):
        return line, problem, "remove one of the two"
    before = next((at for at in range(min(line, len(lines)) - 1, -1, -1) if lines[at].strip()), None)
    if before is not None and re.match(r"\s*\w[^:]*$", lines[before]):
        return before, f"“{lines[before].strip()}” has no colon", "write `key: value`"
    return line, f"not valid YAML: {problem}", "correct the syntax"


def _of_line(line: str) -> tuple[str, str] | None:
    """What is wrong with a line by itself, and the remedy; None if nothing is."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "a tab stands where spaces belong", "indent with spaces, two for each level"
    if spaceless := _NO_SPACE.match(line):
        return "there is no space behind the colon", f"write `{spaceless['key']}: {spaceless['value']}`"
    entry = _ENTRY.match(line)
    if entry is None:
        return None
    key, value = entry["key"].strip().removeprefix("- "), entry["value"]
    if value[0] in _SPECIAL and not re.match(r"^[|>][+-]?\d?$|^#", value):
        fault = f"the value begins with “{value[0]}”, which has a meaning in YAML"
        return fault, f"put it between quotes: {_quoted(key, value)}"
    if value.startswith("- "):
        return "a list begins on the line of its key", f"put each entry on a line of its own, below `{key}:`"
    if value[0] in _SMART and ": " in value:
        return "curly quotes are no quotes to YAML", f"use straight ones: {_quoted(key, value.strip(_SMART))}"
    quoted = _QUOTED.match(value)
    if quoted and not quoted["rest"].lstrip().startswith("#"):
        return "text stands behind the closing quote", f"put all of it between quotes: {_quoted(key, value)}"
    if value[0] not in "\"'[{|>" and re.search(r":(?:\s|$)", value):
        return "the value holds a colon and a space", f"put it between quotes: {_quoted(key, value)}"
    return None


def _quoted(key: str, value: str) -> str:
    """The entry with its value as a string of YAML; a long one is cut, as the author has it."""
    value = value if len(value) <= 40 else f"{value[:36]}…"
    mark = "'" if '"' in value and "'" not in value else '"'
    inner = value.replace('"', '\\"') if mark == '"' else value
    return f"`{key}: {mark}{inner}{mark}`"


def _unclosed(lines: list[str], line: int) -> tuple[int, str, str]:
    """The last line before `line` that opens a quote or bracket which it does not close."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        entry = _ENTRY.match(lines[number])
        if entry is None:
            continue
        value = entry["value"]
        if value[0] in "\"'" and value.count(value[0]) % 2:
            return number, f"the quote {value[0]} is never closed", f"close it at the end: {value[0]}"
        for opening, closing in ("[]", "{}"):
            if value.count(opening) > value.count(closing):
                return number, f"the bracket `{opening}` is never closed", f"close it: `{closing}`"
    return line, "a quote or a bracket is never closed", "close it"
