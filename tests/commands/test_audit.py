"""`audit` as a command: what it prints, what it says where it can't, and that it writes nothing."""

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from support.notes import Notes

WEEK = "# Team, {day}\n\n| n | &Delta; | State |\n|---|---|---|\n| {n} | {delta} | Open |\n"


@pytest.fixture
def papers(notes: "Notes") -> list[str]:
    """Return two weeks of minutes by hand, of which the second has a wrong delta."""
    return [
        notes.write("old/2020-10-19.md", WEEK.format(day="19 October 2020", n=8, delta="+0")),
        notes.write("old/2020-10-26.md", WEEK.format(day="26 October 2020", n=11, delta="+4")),
    ]


def test_it_prints_a_table_and_a_summary(notes: "Notes", papers: list[str]) -> None:
    done = notes.run("audit", *reversed(papers))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "place                fault  where                           stated  right  against",
        "-------------------  -----  ------------------------------  ------  -----  ----------",
        "old/2020-10-26.md:5  delta  Team, 26 October 2020, Open, n  +4      +3     2020-10-19",
        "",
        "2 files of minutes, 2020-10-19 to 2020-10-26: 1 fault.",
        "-   deltas in tables: 1 of 1 disagree with the counts",
    ]


def test_json_has_the_same_for_scripts(notes: "Notes", papers: list[str]) -> None:
    done = notes.run("audit", "--format", "json", *papers)
    assert json.loads(done.stdout) == [
        {
            "path": "old/2020-10-26.md",
            "line": 5,
            "fault": "delta",
            "where": "Team, 26 October 2020, Open, n",
            "stated": "+4",
            "computed": "+3",
            "baseline": "2020-10-19",
        }
    ]


def test_a_mark_stands_in_the_json_too(notes: "Notes") -> None:
    notes.write("2020-10-19.md", "Text\n")
    notes.write("2020-10-26.md", WEEK.format(day="26 October 2020", n=11, delta="+4"))
    (one,) = json.loads(notes.run("audit", "--format", "json", "2020-10-19.md", "2020-10-26.md").stdout)
    assert (one["where"], one["baseline"]) == ("Team, 26 October 2020, Open, n (first appearance)", None)


def test_the_summary_says_what_a_skipped_meeting_can_have_changed(notes: "Notes") -> None:
    for day, delta in ((5, "+0"), (12, "+0"), (26, "+4")):
        text = (
            WEEK.format(day=f"{day} October 2020", n=day, delta=delta) + f"\n- AI (Ada): paint wall {day}\n"
        )
        notes.write(f"2020-10-{day:02}.md", text)
    done = notes.run("audit", *(f"2020-10-{day:02}.md" for day in (5, 12, 26)))
    assert done.stdout.splitlines()[-2:] == [
        "-   deltas in tables: 2 of 2 disagree with the counts; 1 of these: after a skipped meeting, "
        "perhaps measured against minutes that were never published",
        "-   open action items: 0 of 2 are neither open nor closed in the next minutes",
    ]
    text = notes.read("2020-10-26.md").replace("paint wall", "buy a")
    notes.write("2020-10-26.md", text)
    done = notes.run("audit", *(f"2020-10-{day:02}.md" for day in (5, 12, 26)))
    assert done.stdout.splitlines()[-1] == (
        "-   open action items: 1 of 2 are neither open nor closed in the next minutes; 1 of these: before a "
        "skipped meeting, which may have closed them"
    )


def test_a_column_of_deltas_has_a_heading_in_any_language(notes: "Notes") -> None:
    for day, n, delta in ((19, 8, "+0"), (26, 11, "+4")):
        text = f"# Verein\n\n| Zahl | Veränderung | Gruppe |\n|---|---|---|\n| {n} | {delta} | Jugend |\n"
        notes.write(f"2020-10-{day}.md", text)
    assert "2020-10-26.md:5  delta" in notes.run("audit", "2020-10-19.md", "2020-10-26.md").stdout


def test_right_minutes_end_with_0(notes: "Notes", papers: list[str]) -> None:
    done = notes.run("audit", papers[0])
    assert (done.returncode, done.stdout) == (0, "1 file of minutes, 2020-10-19: no faults.\n")
    assert notes.run("audit", "--format", "json", papers[0]).stdout == "[]\n"


def test_it_needs_no_repository_and_writes_nothing(tmp_path: "Path", notes: "Notes") -> None:
    (tmp_path / "2020-10-26.md").write_text("- AI (Mat): oil it\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = notes.minutebook("-C", str(tmp_path), "audit", "2020-10-26.md", code=0)
    assert done.stdout.startswith("1 file of minutes")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_two_files_of_one_date_are_told(notes: "Notes", papers: list[str]) -> None:
    copy = notes.write("new/2020-10-19.md", WEEK.format(day="19 October 2020", n=7, delta="+0"))
    done = notes.run("audit", copy, *papers)
    assert done.stderr == (
        "2020-10-19: 2 files have this date (new/2020-10-19.md, old/2020-10-19.md); "
        "later minutes are compared with new/2020-10-19.md\n"
    )
    assert done.returncode == 0


def test_later_minutes_are_compared_with_the_file_of_the_shorter_name(
    notes: "Notes", papers: list[str]
) -> None:
    extra = notes.write("old/2020-10-19 extra.md", "# Extra, 19 October 2020\n\nText\n")
    done = notes.run("audit", extra, *papers)
    assert "old/2020-10-26.md:5  delta" in done.stdout
    assert done.stderr.endswith("later minutes are compared with old/2020-10-19.md\n")


def test_a_file_of_a_day_is_compared_with_the_day_before(notes: "Notes", papers: list[str]) -> None:
    twin = notes.write("old/2020-10-26 b.md", WEEK.format(day="26 October 2020", n=12, delta="+3"))
    rows = [line.split() for line in notes.run("audit", twin, *papers).stdout.splitlines()]
    assert [(row[-3], row[-2], row[-1]) for row in rows if "delta" in row] == [
        ("+3", "+4", "2020-10-19"),
        ("+4", "+3", "2020-10-19"),
    ]


def test_a_copy_is_left_out(notes: "Notes", papers: list[str]) -> None:
    copy = notes.write("old/2020-10-26 (copy).md", notes.read(papers[1]))
    done = notes.run("audit", copy, *papers)
    assert done.stderr == "old/2020-10-26 (copy).md: the same text as old/2020-10-26.md; it was left out\n"
    assert "2 files of minutes, 2020-10-19 to 2020-10-26: 1 fault." in done.stdout


def test_a_file_that_is_named_twice_is_read_once(notes: "Notes", papers: list[str]) -> None:
    assert notes.run("audit", papers[0], f"./{papers[0]}").stderr == ""


def test_a_file_without_a_date_is_told_and_its_sums_are_checked(notes: "Notes") -> None:
    text = "| n | &Delta; | State |\n|---|---|---|\n| 1 | +9 | a |\n| 2 | +9 | b |\n| 4 | | Total |\n"
    done = notes.run("audit", notes.write("x.md", text))
    assert (
        done.stderr == "x.md: there is no date in its name or title: only its totals and names are checked\n"
    )
    assert [line.split()[1] for line in done.stdout.splitlines()[2:3]] == ["row-total"]


def test_a_byte_order_mark_and_other_line_ends_are_read(notes: "Notes", papers: list[str]) -> None:
    text = "\ufeff" + WEEK.format(day="26 October 2020", n=11, delta="+4").replace("\n", "\r\n")
    notes.write(papers[1], text)
    assert "old/2020-10-26.md:5  delta" in notes.run("audit", *papers).stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.md", "minutebook: there is no file 'none.md'\n"),
        ("meetings", "minutebook: 'meetings' is a folder; name the files in it, such as meetings/*.md\n"),
        ("koi8.md", "minutebook: 'koi8.md' is not text in UTF-8: byte 1 can't be read\n"),
        ("pipe", "minutebook: 'pipe' is not a file of minutes: those are plain files of at most 8 MiB\n"),
        ("n" * 300, f"minutebook: '{'n' * 300}' can't be read: File name too long\n"),
        ("nul.md", "minutebook: 'nul.md' is not text: it has a NUL character\n"),
    ],
)
def test_what_is_no_file_of_text_is_told_in_one_sentence(path: str, said: str, notes: "Notes") -> None:
    (notes.top / "koi8.md").write_bytes("Присутствовали: Ада".encode("koi8-r"))
    (notes.top / "nul.md").write_bytes(b"T\0xt")
    os.mkfifo(notes.top / "pipe")
    done = notes.run("audit", path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_without_a_file_the_usage_is_shown(notes: "Notes") -> None:
    done = notes.run("audit")
    assert done.returncode == 2
    assert "FILE.md" in done.stderr


def test_what_a_terminal_would_act_upon_is_escaped(notes: "Notes") -> None:
    notes.write("2020-10-19.md", "- AI (Mat): oil \x1b[31mit\n")
    notes.write("2020-10-26.md", "Text\n")
    assert "\x1b" not in notes.run("audit", "2020-10-19.md", "2020-10-26.md").stdout
