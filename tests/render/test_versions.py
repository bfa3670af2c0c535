"""The versions that examples ran on beside the newest ones, from the records of both."""

import json

from scripts.render import versions
from tests.conftest import Sample

FRESH = 'version: "1.0"\n    month: "2026-11"\n    of: package name on PyPI'


def test_a_package_that_ran_and_has_a_page_is_listed(paired: Sample) -> None:
    paired.change("tools/one.md", FRESH, 'version: "9.9"\n    month: "2026-11"\n    of: torch on PyPI')
    record = paired.docs / "examples/a-pair/result.json"
    result = json.loads(record.read_text(encoding="utf-8"))
    result["pytorch"]["versions"]["torch"] = "8.0"
    record.write_text(json.dumps(result), encoding="utf-8")
    content = paired.read()
    assert "| PyTorch | 8.0 | 9.9, November 2026 |" in versions.table(content)
    newest = next(tool.newest for _, tool in content.tools)
    assert versions.recorded(content, newest) == "8.0"


def test_what_is_no_single_package_has_no_version_that_ran(paired: Sample) -> None:
    content = paired.read()
    newest = next(tool.newest for _, tool in content.tools)
    assert newest.of == "package name on PyPI"
    assert versions.recorded(content, newest) == ""
    assert "1.0" not in versions.table(content)
