"""What people see on a terminal."""

import re
from collections import Counter

import pytest

from minutebook.reports.characters import width as columns_of
from minutebook.reports.terminal import Cell, Screen

TASK = "diagnose why the multiuser plugin keeps the server from starting"
ROWS: list[list[Cell]] = [
    [("k7q2m4", "plain"), (TASK, "plain"), ("12", "lapsing")],
    [("m3x8d0", "plain"), ("write", "plain"), ("2", "plain")],
]


def drawn(width: int, *, colored: bool = False) -> list[str]:
    """Return the lines of a table."""
    return Screen(width, colored).table(["id", "task", "meetings"], ROWS, [2], [(1, 20)]).splitlines()


def test_a_table_fits_the_terminal_and_no_word_is_cut() -> None:
    lines = drawn(50)
    assert max(map(len, lines)) <= 50
    assert " ".join(re.findall(r"[a-z]{2,}", " ".join(lines[2:-1]))) == TASK


def test_no_heading_is_cut_where_a_column_is_narrow() -> None:
    rows: list[list[Cell]] = [[("k7q2m4", "plain"), ("\u738b, \u5f20", "plain"), (TASK, "plain")]]
    shown = Screen(40).table(["id", "owners", "task"], rows, wrapped=[(1, 2), (2, 20)])
    assert shown.splitlines()[0].split() == ["id", "owners", "task"]


@pytest.mark.parametrize("width", range(6, 90))
def test_nothing_is_cut_on_a_terminal_of_any_width(width: int) -> None:
    rows: list[list[Cell]] = [
        [
            ("\u738b\u82b3, \u5c71\u7530\u592a\u90ce", "plain"),
            ("\u66f4\u65b0\u6a21\u677f\u5e76\u53d1\u9001", "plain"),
            ("overdue since 2020-10-19", "overdue"),
            ("12", "plain"),
        ]
    ]
    shown = Screen(width).table(["owner", "task", "due", "meetings"], rows, [3], [(2, 13), (0, 8), (1, 20)])
    assert all(columns_of(line) <= width for line in shown.splitlines())
    assert not Counter("".join(text for text, _ in rows[0]).replace(" ", "")) - Counter(shown)


def test_numbers_stand_at_the_right_below_each_other() -> None:
    lines = drawn(100)
    assert [lines[number][-2:] for number in (2, 3)] == ["12", " 2"]


def test_without_colours_there_is_no_escape_sequence() -> None:
    screen = Screen(60)
    shown = ["\n".join(drawn(60)), screen.markdown("# Title\n\n`code` and [a link](https://example.org)")]
    assert not any("\x1b" in text for text in (*shown, screen.paint("2 overdue", "overdue")))


def test_colours_say_what_is_lapsing_and_overdue() -> None:
    lines = drawn(100, colored=True)
    assert "\x1b[33m" in lines[2]
    assert "\x1b[33m" not in lines[3]
    assert Screen(60, colored=True).paint("2 overdue", "overdue") == "\x1b[1;31m2 overdue\x1b[0m"


@pytest.mark.parametrize("text", ["[bold]x[/bold]", ":smile:", "\x1b[31mx", "https://example.org"])
def test_what_people_typed_is_shown_as_they_typed_it(text: str) -> None:
    shown = Screen(60).table(["task"], [[(text, "plain")]])
    assert text.replace("\x1b", "\\x1b") in shown


def test_markdown_is_shown_as_it_looks() -> None:
    shown = Screen(60).markdown("# Title\n\n-   **a** list\n\n```yaml\ndate: 2020-10-26\n```\n")
    assert "**" not in shown
    assert "```" not in shown
    assert "date: 2020-10-26" in shown
    assert "\n\n\n" not in shown
