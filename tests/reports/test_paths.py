"""Paths as people type them."""

from pathlib import Path

import pytest

from minutebook.reports.paths import shown_path, with_shown_paths


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


@pytest.mark.parametrize(
    ("folder", "written"),
    [("", "a/b c/"), ("a", "b c/"), ("a/b c", ""), ("a/b c/2020", "../"), ("d", "../a/b c/")],
)
def test_a_hint_names_the_files_beside_its_own_as_they_are_typed_there(
    folder: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / folder)
    hint = "Type: mv 'a/b c/x.yaml' 'a/b c/y.yaml' && git log -- ':/a/b c/z.yaml' za/b c/w.yaml e/f.yaml"
    shown = with_shown_paths(hint, "a/b c/x.yaml", tmp_path).replace("\\", "/")
    assert shown == (
        f"Type: mv '{written}x.yaml' '{written}y.yaml' && git log -- ':/a/b c/z.yaml' za/b c/w.yaml e/f.yaml"
    )
    assert with_shown_paths("Type: mv x.yaml y.yaml", "x.yaml", tmp_path) == "Type: mv x.yaml y.yaml"


def test_a_hint_names_notes_of_other_folders_as_they_are_typed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / "a/c").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a/c")
    shown = with_shown_paths("If it is of a/c, type: git mv a/b/x.yaml a/c/x.yaml", "a/b/x.yaml", tmp_path)
    assert shown.replace("\\", "/") == "If it is of a/c, type: git mv ../b/x.yaml x.yaml"
