"""The folder of a new series: what can't be one, whichever command is to make it."""

import os

import pytest
from support.notes import Notes

INIT = (
    "--title",
    "T",
    "--schedule",
    "none",
    "--people",
    "Ann",
    "--source",
    "https://example.org/m",
    "--source-rev",
    "v1",
)


def refusals(notes: Notes, folder: str) -> set[str]:
    """Return what `init` and `import` say to a folder, which they leave alone."""
    notes.write("old/2020-10-26.md", "# Team, 26 October 2020\n\n-   text\n")
    before = sorted(notes.top.rglob("*"))
    said = {
        notes.refusal("init", folder, *INIT),
        notes.refusal("import", "old/2020-10-26.md", "--into", folder),
    }
    assert sorted(notes.top.rglob("*")) == before
    return said


@pytest.mark.parametrize(
    ("folder", "usable"),
    [
        ("meetings/aux", "meetings/aux-notes"),
        ("con.x/team", "con-notes.x"),
        ("meetings/web.", "meetings/web"),
    ],
)
def test_a_name_that_windows_reserves_is_refused(notes: Notes, folder: str, usable: str) -> None:
    (said,) = refusals(notes, folder)
    assert "Windows can't have a folder with the name" in said
    assert said.endswith(f"; name another, such as {usable}\n")


@pytest.mark.parametrize(
    ("folder", "twin"), [("meetings/Team", "meetings/team"), ("Meetings/web", "meetings")]
)
def test_a_folder_that_is_there_in_another_case_is_refused(notes: Notes, folder: str, twin: str) -> None:
    assert refusals(notes, folder) == {
        f"minutebook: {twin} is the same folder on Windows and macOS, and is there: name that one\n"
    }


def test_a_title_that_is_such_a_name_gets_another_folder(notes: Notes) -> None:
    notes.run("init", "--title", "Con", *INIT[2:])
    assert (notes.top / "meetings/con-notes/series.yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folder")
def test_a_series_that_has_such_a_name_is_imported_into(notes: Notes) -> None:
    notes.write("meetings/aux/series.yaml", "title: Team\n")
    notes.write("old/2020-10-26.md", "# Team, 26 October 2020\n\n-   text\n")
    assert notes.run("import", "old/2020-10-26.md", "--into", "meetings/aux").returncode == 0
