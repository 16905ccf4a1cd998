"""Paths as people type them."""

from pathlib import Path

import pytest

from minutebook.reports.paths import shown_path


def test_a_path_is_shown_as_it_is_typed_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / "meetings").mkdir()
    monkeypatch.chdir(tmp_path / "meetings")
    assert Path(shown_path("meetings/a.yaml", tmp_path)) == Path("a.yaml")
    assert Path(shown_path("b.yaml", tmp_path)) == Path("../b.yaml")


def test_a_path_of_another_repository_is_shown_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert shown_path("a.yaml", tmp_path / "there") == str(tmp_path / "there" / "a.yaml")


def test_a_folder_that_is_gone_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert shown_path("a.yaml", Path("/top")) == "a.yaml"
