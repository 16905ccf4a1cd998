"""`import` as a command: what it writes, what it says where it can't, and what a second run adds."""

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Notes

INTO = ("--into", "meetings/shop")
FIRST = "# Shop, 1 June 2026\n\nPresent: Ada, Ben\n\n## Talk\n\n- AI (Ben): renew the certificate\n"
SECOND = "# Shop, 8 June 2026\n\nPresent: Ada, Ben\n\n## Talk\n\nNothing new.\n"


@pytest.fixture
def old(notes: "Notes") -> list[str]:
    """Return two weeks of minutes by hand."""
    return [notes.write("old/2026-06-01.md", FIRST), notes.write("old/2026-06-08.md", SECOND)]


def test_it_writes_the_notes_the_minutes_and_the_series(notes: "Notes", old: list[str]) -> None:
    done = notes.run("import", *old, *INTO)
    names = {path.name for path in (notes.top / "meetings/shop").iterdir()}
    days = {f"{day}.{kind}" for day in ("2026-06-01", "2026-06-08") for kind in ("yaml", "md")}
    assert (done.returncode, names) == (0, {*days, "series.yaml", "README.md"})


def test_it_says_how_much_it_imported(notes: "Notes", old: list[str]) -> None:
    done = notes.run("import", *old, *INTO)
    assert "2 meetings imported; what reads differently, by kind:" in done.stderr


def test_a_dry_run_writes_nothing_and_tells_the_same(notes: "Notes", old: list[str]) -> None:
    done = notes.run("import", *old, *INTO, "--dry-run")
    assert not (notes.top / "meetings/shop").exists()
    assert "2 meetings would be imported" in done.stderr
    assert done.stdout == notes.run("import", *old, *INTO).stdout


def test_the_report_has_a_form_for_scripts(notes: "Notes", old: list[str]) -> None:
    told = json.loads(notes.run("import", *old, *INTO, "--format", "json").stdout)
    assert {"path": old[0], "line": 7, "kind": "item lapsed"}.items() <= told[1].items()


def test_a_second_run_carries_what_the_first_left_open(notes: "Notes", old: list[str]) -> None:
    notes.run("import", old[0], *INTO)
    before = notes.read("meetings/shop/2026-06-01.yaml")
    done = notes.run("import", *old, *INTO)
    assert "2026-06-08.md:1: item carried: " in done.stdout
    assert notes.read("meetings/shop/2026-06-01.yaml") == before
    assert "AI (Ben): renew the certificate (2nd meeting)" in notes.read("meetings/shop/2026-06-08.md")
    assert notes.run("sync", "meetings/shop").stdout == ""


def test_a_meeting_that_is_there_is_left_alone(notes: "Notes", old: list[str]) -> None:
    notes.run("import", *old, *INTO)
    done = notes.run("import", *old, *INTO)
    assert f"{old[0]}: its meeting is there already; nothing was changed" in done.stderr
    assert (done.returncode, done.stdout) == (0, "")


def test_an_earlier_file_can_be_added_later(notes: "Notes", old: list[str]) -> None:
    notes.run("import", old[1], *INTO)
    notes.run("import", old[0], *INTO)
    assert "status: lapsed" in notes.read("meetings/shop/2026-06-01.yaml")
    assert (notes.run("check", "meetings/shop").returncode, notes.run("sync", "meetings/shop").stdout) == (
        0,
        "",
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("old/talk.md", b"no day\n", "1: stopped: there is no date in its name or title"),
        ("old/2026-06-08b.md", b"twice\n", "is of 2026-06-08, too"),
        ("old/2026-06-15.md", b"a\n\xff", "is no text in UTF-8"),
        ("old/2026-06-15.md", b"a\n\nb\x01c\n", "3: stopped: U+0001"),
        ("old/2026-06-15.md", b"---\na:\n  b: c\n---\n", "3: stopped: this front matter is more"),
        ("old/2026-06-15.md", b"```\nopen\n", "1: stopped: a code block"),
    ],
)
def test_what_cannot_be_kept_stops_its_file_and_the_others_go_on(
    notes: "Notes", old: list[str], name: str, text: bytes, said: str
) -> None:
    (notes.top / name).write_bytes(text)
    done = notes.run("import", *old, name, *INTO)
    assert said in done.stdout
    assert (done.returncode, "2 meetings imported, 1 file stopped" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("into", "said"),
    [(".", "below the top"), (".git/x", "below the top"), ("meetings/team/x", "lies in the series")],
)
def test_a_place_where_no_series_can_be_is_refused(
    notes: "Notes", old: list[str], into: str, said: str
) -> None:
    done = notes.run("import", *old, "--into", into)
    assert (done.returncode, said in done.stderr) == (2, True)


def test_all_three_ends_of_lines_are_understood(notes: "Notes") -> None:
    (notes.top / "2026-06-01.md").write_bytes(b"# Shop\r\n\r\none  \rtwo\n")
    assert notes.run("import", "2026-06-01.md", *INTO).returncode == 0
    assert "one  \ntwo\n" in notes.read("meetings/shop/2026-06-01.md")


def test_a_file_that_is_no_meeting_of_a_series_is_not_written_over(notes: "Notes", old: list[str]) -> None:
    path = notes.write("meetings/shop/2026-06-01.yaml", "mine: true\n")
    done = notes.run("import", *old, *INTO)
    assert (done.returncode, notes.read(path)) == (2, "mine: true\n")
    assert f"{path} is there already" in done.stderr
