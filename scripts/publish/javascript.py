"""Our JavaScript modules as they are published: each bundled with those that it imports, and minified.

So a page asks for one file where three are easier to read.
"""

import re
from pathlib import Path

try:
    import minify
except ImportError:  # There is no wheel for Apple silicon; modules work as they are, they are only larger.
    minify = None

FOLDER = "assets/js"

# It acts when it is loaded, and every page has loaded it: it is never bundled into another module.
_ALONE = "site.js"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const) (\w+))", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import|export) .*", re.MULTILINE)


def write(site: Path) -> list[Path]:
    """Bundle and minify the modules in the built `site`; vendored ones stay as they are.

    Returns the files that are left: what other modules import, they hold.

    Raises:
        ValueError: a module is not valid JavaScript, or imports what is not there or cannot be bundled; the
            message names the file.

    """
    if minify is None:
        return []
    modules = {file: with_imports(file) for file in sorted((site / FOLDER).glob("*.js"))}
    imported = {other for imports in modules.values() for other in imports[1:]}
    texts = {file: _minified(file) for file in modules if file not in imported}
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    for file in imported:
        file.unlink()
    return list(texts)


def with_imports(file: Path) -> list[Path]:
    """A module, and those beside it that it is bundled with."""
    files = {file: None}
    for _, name in _IMPORT.findall(_read(file)):
        if name != _ALONE:
            files |= dict.fromkeys(with_imports(file.with_name(name)))
    return list(files)


def bundled(file: Path) -> str:
    """The text of a module in which constants stand for the modules beside it that it imports."""
    scopes: dict[str, str] = {}
    text = _resolved(file, scopes)
    return "".join(scopes.values()) + text


def _minified(file: Path) -> str:
    try:
        return str(minify.string("application/javascript", bundled(file)))
    except ValueError as error:
        raise ValueError(f"{_name(file)}: not valid JavaScript: {error}") from error


def _resolved(file: Path, scopes: dict[str, str]) -> str:
    """The text of a module that asks for no other; `scopes` gets those, each before what needs it."""

    def resolve(match: re.Match[str]) -> str:
        names, name = match.groups()
        if name == _ALONE:
            return match[0]
        if name not in scopes:
            scopes[name] = _scope(file.with_name(name), scopes)
        return f"const {{{names.replace(' as ', ': ')}}} = {_variable(name)};"

    return _IMPORT.sub(resolve, _read(file))


def _scope(file: Path, scopes: dict[str, str]) -> str:
    """A module as a constant that holds what it exports; its other names are seen by itself alone."""
    text = _resolved(file, scopes)
    names = ", ".join(_EXPORT.findall(text))
    text = _EXPORT.sub("", text)
    if left := _UNKNOWN.search(text):
        raise ValueError(
            f"{_name(file)}: `{left[0]}` cannot be bundled; import names, from files beside it other than "
            f"{_ALONE}, and export functions and constants where they are defined"
        )
    return f"const {_variable(file.name)} = (() => {{\n{text}\nreturn {{ {names} }};\n}})();\n"


def _variable(name: str) -> str:
    return "$" + name.removesuffix(".js").replace("-", "_")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ValueError(f"{_name(file)}: a module imports it, and it does not exist") from error


def _name(file: Path) -> str:
    return f"docs/{FOLDER}/{file.name}"
