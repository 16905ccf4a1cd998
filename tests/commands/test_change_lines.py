"""How `diff`, `log` and `audit` show in colours what changed, and what is wrong."""

from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.reports.long_lines import unpainted
from minutebook.reports.looks import Look, paint

ITEMS = """\
  - title: Talk
    actions:
      - {{id: k7q2m4, owner: Mat, task: write the page{first}}}
      - {{id: m3x8d0, owner: Mat, task: ask around{second}}}
"""
CLOSED = {"first": ", status: done", "second": ", status: dropped, reason: too late"}


@pytest.fixture
def changed(notes: Notes) -> Notes:
    """A meeting that was committed, and changed in all that colours tell."""
    notes.meeting("2020-10-26", extra=ITEMS.format(first="", second=""), Open=5, Closed=2, Waiting=1)
    notes.commit("Notes of Monday")
    notes.meeting("2020-10-26", extra=ITEMS.format(**CLOSED), Open=7, Closed=1, New=0)
    return notes


def test_a_difference_is_shown_in_the_colour_of_what_happened(changed: Notes) -> None:
    shown = changed.run("diff", "--color", "always").stdout
    looks: dict[str, Look] = {
        "Tickets Open 5 -> 7": "grown",
        "Tickets Closed 2 -> 1": "shrunk",
        "Tickets Waiting removed: 1": "removed",
        "Tickets New added: 0": "added",
        "Mat's k7q2m4 done: write the page": "done",
        "Mat's m3x8d0 dropped (too late): ask around": "closed",
    }
    assert [
        sentence for sentence, look in looks.items() if f"    {paint(sentence, look)}\n" not in shown
    ] == []
    assert unpainted(shown) == changed.run("diff").stdout


def test_a_log_shows_the_commit_and_its_day_in_colours(changed: Notes) -> None:
    commit = changed.git("log", "-1", "--format=%h", "--abbrev=7").stdout.strip()
    shown = changed.run("log", "--color", "always").stdout
    assert shown.startswith(f"{paint(commit, 'commit')} \x1b[2m2")
    assert unpainted(shown) == changed.run("log").stdout


def test_an_audit_shows_what_stands_there_and_what_is_right_in_colours(tmp_path: Path) -> None:
    table = "| # | &Delta; | State |\n| - | - | - |\n| {} | {} | Open |\n"
    for day, cells in (("12", (5, "+0")), ("19", (7, "+1"))):
        text = f"# Team, 2020-10-{day}\n\n## Tickets\n\n{table.format(*cells)}"
        (tmp_path / f"2020-10-{day}.md").write_text(text, encoding="utf-8")
    shown = Notes(tmp_path).run("audit", "--color", "always", "2020-10-12.md", "2020-10-19.md").stdout
    assert "\x1b[31m+1" in shown
    assert "\x1b[32m+2" in shown
