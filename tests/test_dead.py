"""Nothing in scripts/ is unused, and a claim of the article has no field that no page shows."""

import re
from collections import Counter

from scripts import paths
from scripts.model.article import Claim

# What others call by its name: MkDocs its events, PyYAML, urllib and logging methods, pydantic validators.
CALLED_BY_NAME = re.compile(r"^(on_\w+|construct_document|redirect_request|emit|visit_[A-Z]\w+|__\w+__)$")
VALIDATOR = re.compile(r"@model_validator[^\n]*\n\s*def \w+")
# Names that a file defines at its outermost level, and methods.
DEFINED = re.compile(r"^\s*(?:async )?(?:def|class) (\w+)|^([A-Za-z_]\w+)(?:: [^=\n]+)? = ", re.MULTILINE)


def test_every_name_is_used() -> None:
    files = [file for folder in ("scripts", "overrides") for file in (paths.ROOT / folder).rglob("*.*")]
    texts = {
        file: file.read_text(encoding="utf-8") for file in files if file.suffix in {".py", ".html", ".md"}
    }
    used = Counter(word for text in texts.values() for word in re.findall(r"\w+", text))
    defined = {
        one or other
        for file, text in texts.items()
        if file.suffix == ".py"
        for one, other in DEFINED.findall(VALIDATOR.sub("", text))
    }
    assert [name for name in sorted(defined) if used[name] == 1 and not CALLED_BY_NAME.match(name)] == []


def test_every_field_of_a_point_is_shown() -> None:
    folders = ("scripts/render", "scripts/rules", "overrides/fragments", "overrides/macros")
    shown = [file for folder in folders for file in (paths.ROOT / folder).glob("*.*")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in shown)
    # The dates are shown by what is common to all records that are checked.
    fields = Claim.model_fields.keys() - {"checked", "recheck_days"}
    assert [name for name in sorted(fields) if not re.search(rf"(claim|entry)\.{name}\b", text)] == []
