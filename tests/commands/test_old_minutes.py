"""The files that `import` and `audit` are given, named rightly and wrongly."""

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.notes import Done, Notes

COMMANDS = pytest.mark.parametrize(
    "command", [("audit",), ("import", "--into", "meetings/shop")], ids=lambda c: c[0]
)


def call(notes: "Notes", command: tuple[str, ...], *paths: str) -> "Done":
    """Call a command with files in the folder of old minutes."""
    return notes.run(command[0], *paths, *command[1:])


@COMMANDS
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.md", "there is no file 'none.md'"),
        ("old", "'old' is a folder; name the files in it, such as old/*.md"),
        ("old/", "'old/' is a folder; name the files in it, such as old/*.md"),
        ("new/*.md", "there is no file like 'new/*.md'"),
    ],
)
def test_what_is_no_file_is_wrong_usage_and_nothing_is_done(
    notes: "Notes", command: tuple[str, ...], path: str, said: str
) -> None:
    good = notes.write("old/2026-06-01.md", "# Shop\n")
    done = call(notes, command, good, path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"minutebook: {said}\n")
    assert not (notes.top / "meetings/shop").exists()


@COMMANDS
def test_all_that_are_no_files_are_told_at_once(notes: "Notes", command: tuple[str, ...]) -> None:
    good = notes.write("old/2026-06-01.md", "# Shop\n")
    done = call(notes, command, "a.md", good, "old")
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [
            "minutebook: 2 of 3 files can't be read, and nothing was done:",
            "    there is no file 'a.md'",
            "    'old' is a folder; name the files in it, such as old/*.md",
        ],
    )


def test_of_very_many_that_are_no_files_some_are_named(notes: "Notes") -> None:
    done = notes.run("audit", *(f"{number}.md" for number in range(30)))
    assert (len(done.stderr.splitlines()), done.stderr.splitlines()[-1]) == (12, "    and 20 more")


@COMMANDS
def test_a_file_that_may_not_be_read_is_told(
    notes: "Notes", command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = notes.write("2026-06-01.md", "# Shop\n")
    (notes.top / path).chmod(0)
    if os.access(notes.top / path, os.R_OK):
        pytest.skip("to this user every file is open")
    done = call(notes, command, path)
    assert (done.returncode, done.stderr) == (2, f"minutebook: '{path}' can't be read: Permission denied\n")


@COMMANDS
def test_a_pattern_that_no_shell_has_looked_up_is_looked_up(notes: "Notes", command: tuple[str, ...]) -> None:
    for day in ("2026-06-08", "2026-06-01"):
        notes.write(f"old/{day}.md", "Nothing new.\n")
    done = call(notes, command, "old/*.md")
    assert done.returncode == 0
    assert "2 files of minutes" in done.stdout or "2 meetings imported" in done.stderr


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(notes: "Notes") -> None:
    notes.write("a/2026-06-01 [shop].md", "Nothing new.\n")
    assert notes.run("audit", "a/2026-06-01 [shop].md").stdout.startswith("1 file of minutes, 2026-06-01")


def test_a_file_that_is_named_twice_is_imported_once(notes: "Notes") -> None:
    path = notes.write("2026-06-01.md", "Nothing new.\n")
    done = notes.run("import", path, f"./{path}", "*.md", "--into", "meetings/shop")
    assert (done.returncode, "1 meeting imported" in done.stderr) == (0, True)


def test_an_audit_leaves_out_what_is_empty_and_says_so(notes: "Notes") -> None:
    notes.write("2026-06-01.md", "- AI (Ada): paint the wall\n")
    notes.write("2026-06-08.md", " \n\n")
    done = notes.run("audit", "*.md")
    assert (done.returncode, done.stderr) == (0, "2026-06-08.md: there is nothing in it; it was left out\n")
    assert done.stdout.startswith("1 file of minutes, 2026-06-01: no faults.")


NO_DAY = "is not a day that a meeting can have"


@pytest.mark.parametrize(
    ("name", "title", "line", "said"),
    [
        ("2023-02-30", "Shop", 1, f"the date 2023-02-30 in its name {NO_DAY}"),
        ("Shop20230230", "Shop", 1, f"the date 20230230 in its name {NO_DAY}"),
        ("31 June 2023", "Shop", 1, f"the date 31 June 2023 in its name {NO_DAY}"),
        ("0202-06-01", "Shop", 1, f"the date 0202-06-01 in its name {NO_DAY}"),
        ("03-04-2023", "Shop", 1, "the date 03-04-2023 in its name could be 2023-04-03 or 2023-03-04"),
        ("talk", "Shop 03/04/2023", 2, "the date 03/04/2023 in line 2 could be 2023-04-03 or 2023-03-04"),
        ("talk", "Shop, 31 June 2023", 2, f"the date 31 June 2023 in line 2 {NO_DAY}"),
        ("talk", "Shop\n\nDate: 2023-02-29", 4, f"the date 2023-02-29 in line 4 {NO_DAY}"),
        ("talk", "Room 3.4.56", 1, "there is no date in its name or title"),
    ],
)
def test_a_date_that_tells_no_day_is_told(
    notes: "Notes", name: str, title: str, line: int, said: str
) -> None:
    path = notes.write(f"{name}.md", f"\n# {title}\n\nNothing new.\n")
    done = notes.run("import", path, "--into", "meetings/shop")
    place, hint = done.stdout.splitlines()
    assert (done.returncode, place) == (1, f"{path}:{line}: stopped: {said}")
    assert hint.startswith("    Name the file after ")
    told = notes.run("audit", path).stderr
    assert told == f"{path}: {said}: only its totals and names are checked\n"


def test_of_two_days_that_are_meant_one_is_shown_as_a_name(notes: "Notes") -> None:
    notes.write("talk.md", "# Shop 03/04/2023\n")
    told = notes.run("import", "talk.md", "--into", "meetings/shop").stdout
    assert told.endswith("    Name the file after the right one, such as 2023-04-03.md.\n")


@pytest.mark.parametrize("name", ["2023-02-30", "03-04-2023"])
def test_a_right_date_in_the_title_is_taken_where_that_of_the_name_is_none(notes: "Notes", name: str) -> None:
    path = notes.write(f"{name}.md", "# Shop, 3 April 2023\n\nNothing new.\n")
    assert notes.run("import", path, "--into", "meetings/shop").returncode == 0
    assert (notes.top / "meetings/shop/2023-04-03.yaml").exists()


def import_bytes(notes: "Notes", data: bytes) -> str:
    """Import old minutes of the shop with these bytes; return what is reported."""
    notes.write("old/2026-06-01.md", "")
    (notes.top / "old/2026-06-01.md").write_bytes(data)
    return notes.run("import", "old/2026-06-01.md", "--into", "meetings/shop").stdout


def test_text_of_old_editors_is_read_and_the_guess_is_told(notes: "Notes") -> None:
    text = "# Shop\n\n**Attending:** Zoë Färber, Bo Ray\n\nOil “all” of it\n"
    reported = import_bytes(notes, text.encode("cp1252"))
    assert reported == "old/2026-06-01.md:3: encoding guessed: **Attending:** Zoë Färber, Bo Ray\n"
    assert "[Zoë Färber, Bo Ray]" in notes.read("meetings/shop/2026-06-01.yaml")
    assert "Oil “all” of it" in notes.read("meetings/shop/2026-06-01.yaml")
    audited = notes.run("audit", "old/2026-06-01.md")
    said = "old/2026-06-01.md:3: this is not UTF-8; it was read as Windows-1252\n"
    assert (audited.returncode, audited.stderr) == (0, said)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_text_that_says_its_encoding_is_read_without_a_word(notes: "Notes", encoding: str) -> None:
    assert import_bytes(notes, "# Shop\n\n**Attending:** Zoë Färber\n".encode(encoding)) == ""
    assert "[Zoë Färber]" in notes.read("meetings/shop/2026-06-01.yaml")


@pytest.mark.parametrize(
    "data",
    [
        "Zoë, Änne: Öl\n".encode() + b"\xff",
        "出席 李安、王博\n".encode("gbk"),
        "Obecni: Zoë\n".encode("cp1252") + b"\x81",
    ],
    ids=["a broken letter", "another script", "no letter"],
)
def test_what_a_guess_would_garble_is_stopped(notes: "Notes", data: bytes) -> None:
    assert "stopped: this is not text in UTF-8" in import_bytes(notes, data)
