"""`import` as a command: what it writes, what it says where it can't, and what a second run adds."""

import json
import os
import signal
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from minutebook.minutes.page import write_minutes

if TYPE_CHECKING:
    from support.notes import Notes

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


def test_minutes_are_drawn_again_only_where_the_next_ones_change_their_notes(
    notes: "Notes", old: list[str]
) -> None:
    with patch("minutebook.notebook.generated.write_minutes", side_effect=write_minutes) as drawn:
        notes.run("import", *old, *INTO)
    # In the second Ben's action is not spoken of again, so that it lapses in the first.
    assert [call.args[0].date.day for call in drawn.call_args_list] == [1, 8, 1]
    assert notes.run("check", "meetings/shop").stdout == ""


def test_a_dry_run_writes_nothing_and_tells_the_same(notes: "Notes", old: list[str]) -> None:
    done = notes.run("import", *old, *INTO, "--dry-run")
    assert not (notes.top / "meetings/shop").exists()
    assert "2 meetings would be imported" in done.stderr
    assert done.stdout == notes.run("import", *old, *INTO).stdout


def test_scripts_are_told_what_to_do_about_a_stopped_file(notes: "Notes", old: list[str]) -> None:
    path = notes.write("old/talk.md", "no day\n")
    (*_, stopped) = json.loads(notes.run("import", *old, path, *INTO, "--format", "json").stdout)
    assert (stopped["kind"], stopped["now"]) == ("stopped", "there is no date in its name or title")
    assert stopped["hint"].startswith("Name the file after its day, such as 2020-10-26.md")


def test_scripts_are_told_in_one_list_what_was_left_alone(notes: "Notes", old: list[str]) -> None:
    notes.run("import", old[0], *INTO)
    notes.write("meetings/shop/README.md", notes.read("meetings/shop/README.md") + "by hand\n")
    done = notes.run("import", *old, *INTO, "--format", "json")
    told = {one["kind"]: one for one in json.loads(done.stdout)}
    assert told["hand-edited"]["path"] == "meetings/shop/README.md"
    assert (done.returncode, "by hand" in told["hand-edited"]["hint"]) == (1, True)


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
    assert f"{old[0]}: there is a meeting of this day already; nothing was changed" in done.stderr
    assert (done.returncode, done.stdout) == (0, "")


def test_of_many_meetings_that_are_there_only_the_number_is_told(notes: "Notes") -> None:
    many = [notes.write(f"old/2026-06-{day:02}.md", "Nothing new.\n") for day in range(1, 8)]
    notes.run("import", *many, *INTO)
    said = notes.run("import", *many, *INTO).stderr
    assert said == (
        "old/2026-06-01.md and 6 more: there are meetings of these days already; nothing was changed\n"
        "no meetings imported.\n"
    )


def test_minutes_that_a_new_meeting_changes_are_told_apart_from_new_ones(notes: "Notes") -> None:
    old = [
        notes.write(f"old/2026-06-{day:02}.md", f"# Shop, {day} June 2026\n\n-   {day} (+7) machines\n")
        for day in (1, 8, 15)
    ]
    notes.run("import", old[0], old[2], *INTO)
    dry = notes.run("import", *old, *INTO, "--dry-run").stderr.splitlines()
    said = notes.run("import", *old, *INTO).stderr.splitlines()
    assert said[-5:] == [
        "wrote meetings/shop/2026-06-08.yaml",
        "wrote meetings/shop/2026-06-08.md",
        "updated meetings/shop/2026-06-15.md",
        "updated meetings/shop/README.md",
        "1 meeting imported, the minutes of 1 later one brought up to date.",
    ]
    assert dry[-3:] == [
        "would update meetings/shop/2026-06-15.md",
        "would update meetings/shop/README.md",
        "1 meeting would be imported, the minutes of 1 later one brought up to date.",
    ]
    assert "15 (+7) machines" in notes.read("meetings/shop/2026-06-15.md")


def test_minutes_of_no_meeting_that_go_are_told(notes: "Notes", old: list[str]) -> None:
    notes.run("import", old[0], *INTO)
    kept = notes.read("meetings/shop/2026-06-01.md")
    (notes.top / "meetings/shop/2026-06-01.yaml").unlink()
    assert kept.startswith("<!-- Minutes of")
    done = notes.run("import", old[1], *INTO)
    assert "deleted meetings/shop/2026-06-01.md\n" in done.stderr


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
        ("old/2026-06-08b.md", b"twice\n", "is also of 2026-06-08"),
        ("old/2026-06-15.md", b"a\n\xff", "2: stopped: this is not text in UTF-8: byte 3"),
        ("old/2026-06-15.md", b"a\n\n\0b\n", "3: stopped: this is not text: it has a NUL character"),
        ("old/2026-06-15.md", b"", "1: stopped: there is nothing in it"),
        ("old/2026-06-15.md", b"\xef\xbb\xbf \n\t\n", "1: stopped: there is nothing in it"),
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


def test_of_two_files_of_a_day_the_one_with_the_shorter_name_is_taken(notes: "Notes") -> None:
    copy = notes.write("old/2026-06-01 (copy).md", "Changed.\n")
    right = notes.write("old/2026-06-01.md", "Nothing new.\n")
    done = notes.run("import", copy, right, *INTO)
    assert (done.returncode, done.stdout.splitlines()[-2]) == (
        1,
        f"{copy}:1: stopped: {right} is also of 2026-06-01, and a series has only one meeting a day",
    )
    assert "Nothing new." in notes.read("meetings/shop/2026-06-01.md")


def test_the_other_file_of_a_day_is_not_in_the_series_after_a_second_run(notes: "Notes") -> None:
    other = notes.write("old/2026-06-01 (talk).md", "Changed.\n")
    right = notes.write("old/2026-06-01.md", "Nothing new.\n")
    done = [notes.run("import", other, right, *INTO) for _ in range(2)][1]
    assert (done.returncode, f"{other}:1: stopped: {right} is also of 2026-06-01" in done.stdout) == (1, True)


def test_a_copy_of_a_file_is_left_out_and_told(notes: "Notes") -> None:
    right, copy = (notes.write(path, "Nothing new.\n") for path in ("2026-06-01.md", "a/2026-06-01.md"))
    done = notes.run("import", right, copy, *INTO)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        0,
        f"{copy}: the same text as {right}; it was left out",
    )


def test_a_diff_shows_all_that_is_drawn_otherwise_and_writes_nothing(notes: "Notes") -> None:
    path = notes.write("old/2026-06-01.md", "# Shop\n\n* all is well\n")
    shown = notes.run("import", path, *INTO, "--diff").stdout
    assert shown.splitlines()[2:] == [
        "@@ -1,3 +1,4 @@",
        "-# Shop",
        "+<!-- Minutes of 2026-06-01.yaml, written by minutebook: edit that file. -->",
        "+# Shop, 1 June 2026",
        " ",
        " * all is well",
    ]
    assert not (notes.top / "meetings/shop").exists()


def test_all_three_ends_of_lines_are_understood(notes: "Notes") -> None:
    (notes.top / "2026-06-01.md").write_bytes(b"# Shop\r\n\r\none  \rtwo\n")
    assert notes.run("import", "2026-06-01.md", *INTO).returncode == 0
    assert "one  \ntwo\n" in notes.read("meetings/shop/2026-06-01.md")


def test_a_long_history_can_be_added_to_before_it_is_committed(notes: "Notes") -> None:
    mondays = [date(2020, 1, 6) + timedelta(weeks=week) for week in range(205)]
    old = [notes.write(f"old/{day}.md", f"- {at} (+1) machines\n") for at, day in enumerate(mondays)]
    notes.run("import", *old[1:], *INTO)
    done = notes.run("import", *old, *INTO)
    assert (done.returncode, "hand-edited" in done.stdout) == (0, False)
    assert "1 (+1) machines" in notes.read("meetings/shop/2020-01-13.md")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals to be had")
def test_on_a_terminal_nothing_stands_in_the_line_that_tells_how_far_it_is(
    notes: "Notes", old: list[str]
) -> None:
    from support.terminal import on_terminal

    command = [sys.executable, "-m", "minutebook", "import", *old, *INTO, "--color", "never"]
    code, shown = on_terminal(command, notes.top)
    assert (code, "README.md …\r\x1b[Kold/2026-06-01.md:" in shown) == (0, True)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals to be had")
def test_ctrl_c_is_answered_in_a_sentence_and_leaves_nothing_behind(notes: "Notes") -> None:
    from support.terminal import on_terminal

    mondays = [date(2020, 1, 6) + timedelta(weeks=week) for week in range(150)]
    old = [notes.write(f"old/{day}.md", "Nothing new.\n") for day in mondays]
    sent: list[int] = []

    def stop(group: int, shown: str) -> None:
        if "2020-" in shown and not sent:
            sent.append(group)
            os.killpg(group, signal.SIGINT)

    command = [sys.executable, "-m", "minutebook", "import", *old, *INTO]
    code, shown = on_terminal(command, notes.top, stop)
    assert (code, shown.rpartition("\x1b[K")[2]) == (130, "stopped; nothing was written\n")
    assert not (notes.top / "meetings/shop").exists()


@pytest.mark.parametrize("name", ["Ann Lee (@ann)", "Ann Lee @ann (TSC)", "Ann Lee (remote)"])
def test_the_notes_that_were_written_have_no_strangers(notes: "Notes", name: str) -> None:
    text = f"# Shop, 1 June 2026\n\n## Attendees\n\n- {name}\n- Ben\n\n## Talk\n\nText\n"
    notes.run("import", notes.write("old/2026-06-01.md", text), *INTO)
    assert "Ann Lee: {}" in notes.read("meetings/shop/series.yaml")
    assert notes.run("check", "meetings/shop").stdout == ""


def test_minutes_are_read_whatever_the_style_of_their_series(notes: "Notes") -> None:
    style = "style: {labels: first, numbers: right, action: Task}\n"
    notes.write("meetings/styled/series.yaml", f"title: Styled\nroster: {{Mat: }}\n{style}")
    table = "| n | &Delta; | State |\n|---|---|---|\n| 4 | +0 | Open |\n"
    for day, title in (("2026-06-01", "1 June 2026"), ("2026-06-08", "8 June 2026")):
        notes.write(
            f"old/{day}.md",
            f"# Styled, {title}\n\n## Tickets\n\n{table}\n## Talk\n\n- AI (Mat): order parts\n",
        )
    assert (
        notes.run("import", "old/2026-06-01.md", "old/2026-06-08.md", "--into", "meetings/styled").returncode
        == 0
    )
    text = notes.read("meetings/styled/2026-06-08.yaml")
    assert "rows:\n        Open: 4\n" in text
    assert "task: order parts\n" in text
    minutes = notes.read("meetings/styled/2026-06-08.md")
    assert "| Open  |" in minutes
    assert "-   Task (Mat): order parts (2nd meeting)\n" in minutes


def test_who_was_only_a_guest_is_in_no_roster(notes: "Notes") -> None:
    notes.write(
        "old/2026-06-01.md", "# Shop\n\nPresent: Ada, Ben\nGuests: Sue, Kim\n\n- AI (Kim): buy milk\n"
    )
    notes.run("import", "old/2026-06-01.md", "--into", "meetings/shop")
    series = notes.read("meetings/shop/series.yaml")
    assert [name in series for name in ("Ada", "Ben", "Kim", "Sue")] == [True, True, True, False]
    assert "guests: [Sue, Kim]" in notes.read("meetings/shop/2026-06-01.yaml")


def test_a_file_of_several_meetings_becomes_one_meeting_each(notes: "Notes") -> None:
    week = "## 2026-06-{} — Talk\n\nPresent: Ada Lee, Ben Ray\n\n- AI (Ben): renew the certificate\n\n"
    path = notes.write("old/all.md", f"# Shop\n\n{week.format('01')}{week.format('08')}")
    done = notes.run("import", path, *INTO)
    names = {path.stem for path in (notes.top / "meetings/shop").glob("2026*.yaml")}
    assert (done.returncode, names) == (0, {"2026-06-01", "2026-06-08"})
    assert "since: 2026-06-01" in notes.read("meetings/shop/2026-06-08.yaml")
    assert notes.run("import", path, *INTO).stderr.count("old/all.md") == 1
    assert "+## Talk" not in notes.run("import", path, "--into", "meetings/club", "--diff").stderr
    assert notes.run("audit", path).returncode == 0
