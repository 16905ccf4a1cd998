"""Which notes were saved since somebody looked last."""

import os
from pathlib import Path

from minutebook.notebook.saved_files import changed_files, look_at


def test_new_and_saved_notes_are_told_in_folders_too_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "2020").mkdir()
    for name in ("series.yaml", "2020/2020-10-19.yaml", "2020-10-26.yaml"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    before = look_at(tmp_path)
    assert changed_files(before, look_at(tmp_path)) == []
    (tmp_path / "2020/2020-10-19.yaml").write_text("longer", encoding="utf-8")
    (tmp_path / "2021-01-04.yaml").touch()
    (tmp_path / "2020-10-26.md").touch()
    (tmp_path / "2020-10-26.yaml").unlink()
    assert sorted(changed_files(before, look_at(tmp_path))) == ["2020/2020-10-19.yaml", "2021-01-04.yaml"]


def test_a_file_that_takes_the_place_of_another_was_saved(tmp_path: Path) -> None:
    file = tmp_path / "2020-10-26.yaml"
    file.write_text("a", encoding="utf-8")
    before = look_at(tmp_path)
    (tmp_path / "new").write_text("b", encoding="utf-8")
    os.utime(tmp_path / "new", ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    (tmp_path / "new").replace(file)
    assert changed_files(before, look_at(tmp_path)) == ["2020-10-26.yaml"]


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert look_at(tmp_path / "gone") == {}
