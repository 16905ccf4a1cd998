"""Where an import may write: a folder below the top that is or can be a series, and where no other file stands."""

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.notes import Done, Notes

DAY = "2026-06-01"
TEXT = "# Shop, 1 June 2026\n\nPresent: Ada\n\nNothing new.\n"


def try_it(notes: "Notes", into: str, *words: str, path: str = f"old/{DAY}.md") -> "Done":
    """Import a file of minutes into a folder."""
    if not (notes.top / path).exists():
        notes.write(path, TEXT)
    return notes.run("import", path, "--into", into, *words)


def files(notes: "Notes") -> set[str]:
    """Return the files of the repository but git's own."""
    found = (path.relative_to(notes.top) for path in notes.top.rglob("*") if not path.is_dir())
    return {str(path) for path in found if path.parts[0] != ".git"}


@pytest.mark.parametrize(
    ("into", "said"),
    [
        (".", "name a folder below the top of the repository, such as: --into meetings/technology"),
        ("", "name a folder below the top of the repository"),
        (".git/x", ".git/x belongs to git; name a folder below the top"),
        (".GIT/x", ".GIT/x belongs to git"),
        ("../shop", "../shop is not in this repository"),
        (
            "meetings/team/x",
            "meetings/team/x is inside the series meetings/team; name that series, or a folder outside it",
        ),
        ("meetings", "meetings contains the series meetings/team, and a series can't contain another"),
        ("file", "file is a file; name a folder for the series"),
        ("file/x", "file is a file; name a folder for the series"),
        ("other/x", "other is a git repository of its own"),
        (
            "ignored/x",
            "git ignores ignored/x/series.yaml, but minutes must be kept: change the rule `ignored` in .gitignore, line 1",
        ),
    ],
)
def test_a_place_where_no_series_can_be_is_refused(notes: "Notes", into: str, said: str) -> None:
    notes.write("file", "text\n")
    notes.write(".gitignore", "ignored\n")
    (notes.top / "other").mkdir()
    notes.git("init", "--quiet", folder="other")
    before = files(notes)
    done = try_it(notes, into)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"minutebook: {said}")
    assert files(notes) == before | {f"old/{DAY}.md"}


@pytest.mark.parametrize("leads_to", ["meetings", "nowhere", ".."])
@pytest.mark.parametrize("below", ["", "/x"])
def test_a_symbolic_link_is_not_followed(notes: "Notes", leads_to: str, below: str) -> None:
    (notes.top / "link").symlink_to(leads_to)
    done = try_it(notes, f"link{below}")
    said = "minutebook: link is a symbolic link, which git does not follow; name the folder itself\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_read(
    notes: "Notes", monkeypatch: pytest.MonkeyPatch
) -> None:
    (notes.top / "shut").mkdir()
    shut, access = str(notes.top / "shut"), os.access
    # To the superuser, who may run this, every folder is open.
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != shut and access(path, mode))
    done = try_it(notes, "shut/shop")
    assert (done.returncode, done.stderr) == (
        2,
        "minutebook: shut can't be written to; name another folder\n",
    )


def test_a_place_is_told_as_it_is_typed_from_where_one_stands(notes: "Notes") -> None:
    notes.write("old/file", "text\n")
    notes.write(f"old/{DAY}.md", TEXT)
    done = notes.run("import", f"{DAY}.md", "--into", "file", folder="old")
    assert done.stderr.startswith("minutebook: file is a file;")


def test_the_folder_of_the_old_minutes_is_refused_before_anything_is_written(notes: "Notes") -> None:
    done = try_it(notes, "old")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"minutebook: old/{DAY}.md already exists where new files belong; nothing was written: "
        "name another folder, or move it away first, such as: mv old old-by-hand\n"
    )
    assert not (notes.top / f"old/{DAY}.yaml").exists()


def test_the_folder_can_be_used_when_what_is_said_was_typed(notes: "Notes") -> None:
    notes.write(f"meetings/my shop/{DAY}.md", TEXT)
    notes.commit()
    said = try_it(notes, "meetings/my shop", path=f"meetings/my shop/{DAY}.md").stderr
    command = said.rpartition("such as: ")[2].strip()
    assert command == "git mv 'meetings/my shop' 'meetings/my shop-by-hand'"
    notes.git("mv", "meetings/my shop", "meetings/my shop-by-hand")
    done = try_it(notes, "meetings/my shop", path=f"meetings/my shop-by-hand/{DAY}.md")
    assert (done.returncode, notes.run("check", "meetings/my shop").stdout) == (0, "")


def test_old_minutes_in_the_folder_of_a_series_are_moved_one_by_one(notes: "Notes") -> None:
    path = notes.write(f"meetings/team/{DAY}.md", TEXT)
    done = try_it(notes, "meetings/team", path=path)
    assert (done.returncode, done.stderr.endswith("name another folder, or move it away first\n")) == (
        2,
        True,
    )
    assert notes.read(path) == TEXT


def test_of_many_files_in_the_way_some_are_named(notes: "Notes") -> None:
    days = [notes.write(f"old/2026-06-{day:02}.md", TEXT) for day in range(1, 7)]
    said = notes.run("import", *days, "--into", "old").stderr
    assert "old/2026-06-03.md and 3 more already exist" in said


@pytest.mark.parametrize("name", [f"{DAY}.yaml", f"{DAY}.md", "README.md", "series.yaml"])
def test_a_file_of_somebody_elses_is_never_written_over(notes: "Notes", name: str) -> None:
    path = notes.write(f"docs/{name}", "# Mine\n" if name.endswith(".md") else "title: Mine\n")
    before = notes.read(path)
    notes.git("add", "--all")
    done = try_it(notes, "docs")
    if name == "series.yaml":  # which makes a series of the folder, and that can be added to
        assert (done.returncode, notes.read(path)) == (
            0,
            f"{before}roster:\n  Ada: {{}}\nstrict: 2026-06-02\n",
        )
        return
    assert (done.returncode, notes.read(path)) == (2, before)
    assert done.stderr == (
        f"minutebook: {path} already exists where new files belong; nothing was written: "
        "name another folder, or move it away first\n"
    )


def test_something_that_is_no_file_stands_in_the_way_too(notes: "Notes") -> None:
    (notes.top / f"docs/{DAY}.md").mkdir(parents=True)
    (notes.top / f"docs/{DAY}.yaml").symlink_to("nowhere")
    assert try_it(notes, "docs").stderr.startswith(
        f"minutebook: docs/{DAY}.yaml, docs/{DAY}.md already exist"
    )


def test_minutes_that_minutebook_wrote_may_be_written_again(notes: "Notes") -> None:
    try_it(notes, "meetings/shop")
    (notes.top / f"meetings/shop/{DAY}.yaml").unlink()
    assert try_it(notes, "meetings/shop").returncode == 0


def test_a_dry_run_shows_what_is_in_the_way_beside_the_report(notes: "Notes") -> None:
    path = notes.write(f"old/{DAY}.md", "# Shop, 2 June 2026\n\nNothing new.\n")
    done = try_it(notes, "old", "--dry-run")
    assert (done.returncode, "corrected title date" in done.stdout) == (2, True)
    assert "hand-edited" not in done.stdout
    told = done.stderr.splitlines()
    assert told[:3] == [
        "would write old/series.yaml",
        "would write old/2026-06-01.yaml",
        "would write old/README.md",
    ]
    assert told[-2] == f"can't write {path}: another file is there"
    assert told[-1].startswith(f"minutebook: {path} already exists")
    assert files(notes) == {path, "meetings/team/series.yaml"}
