"""Changed code is noticed between two builds, and replaces the process where that is possible."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from scripts.serve import restart

SECONDS = 60.0


def test_changed_files_are_new_gone_or_not_as_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "scripts"
    (folder / "rules").mkdir(parents=True)
    for name in ("same.py", "gone.py", "rules/edited.py"):
        (folder / name).write_text("", encoding="utf-8")
    before = restart.times(folder)
    (folder / "gone.py").unlink()
    (folder / "new.py").write_text("", encoding="utf-8")
    before["scripts/rules/edited.py"] -= 1
    (folder / "notes.txt").write_text("", encoding="utf-8")
    changed = restart.changed(before, restart.times(folder))
    assert changed == ["scripts/gone.py", "scripts/new.py", "scripts/rules/edited.py"]


def test_where_no_process_can_be_replaced_a_person_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("scripts.serve.restart._CAN_REPLACE", False)
    with pytest.raises(PluginError, match=r"restart `make serve`: scripts/x\.py changed"):
        restart.after(["scripts/x.py"], tmp_path)
