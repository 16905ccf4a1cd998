"""What YAML would drop as a comment, though it looks like a part of the notes, is told."""

import pytest
from support.notes import Notes

from minutebook.source.misread_lines import dropped_lines, unclear_counts
from minutebook.source.yaml.loader import read


@pytest.mark.parametrize(
    ("line", "dropped", "written"),
    [
        ("        #445 moves: 3", "#445 moves: 3", 'Write: "#445 moves": 3'),
        ("        #4: [1, 1]", "#4: [1, 1]", 'Write: "#4": [1, 1]'),
        ("      #7 complaints:", "#7 complaints:", 'Write: "#7 complaints":'),
        ("  ## Other matters", "## Other matters", "- title: Other matters"),
        ("        Open: 12 #445", "#445", "in quotes"),
        ("#445 was mended", "#445 was mended", "in quotes"),
    ],
)
def test_what_looks_like_a_part_of_the_notes_is_told(line: str, dropped: str, written: str) -> None:
    (problem,) = dropped_lines("m.yaml", f"date: 2020-10-05\n{line}\n")
    assert problem.severity == "warning"
    assert f"'{dropped}'" in problem.message
    assert written in problem.hint
    assert problem.location.column == line.index("#") + 1
    comment = problem.hint.rpartition("write: ")[2]
    assert list(dropped_lines("m.yaml", f"date: 2020-10-05\n{comment}\n")) == []


@pytest.mark.parametrize(
    "line",
    [
        "# - Ada: order parts",
        "# Open: 5",
        "#Ada: order parts",
        "  Open: 12 # without the night shift",
        "  Open: 12  # 11 last time",
        "## ------------- ##",
        "############",
        "notes: |\n  ## News\n  #445 is mended",
        'title: "#445"',
    ],
)
def test_a_comment_and_text_are_no_such_lines(line: str) -> None:
    assert list(dropped_lines("m.yaml", f"date: 2020-10-05\n{line}\n")) == []


def test_a_row_in_the_quotes_that_are_told_is_in_the_minutes(notes: Notes) -> None:
    path = notes.meeting("2020-10-05", Open=1, extra="        #445 moves: 3\n")
    (problem,) = (problem for problem in notes.problems() if problem["rule"] == "plain-text")
    assert problem["line"] == 11
    row = problem["hint"].split("\n")[0].removeprefix("Write: ")
    notes.write(path, notes.read(path).replace("#445 moves: 3", row))
    assert notes.run("sync").returncode == 0
    assert "#445 moves" in notes.read(notes.minutes("2020-10-05"))
    assert notes.rules() == []


def findings(row: str) -> list[tuple[str, str, str]]:
    text = (
        f"date: 2020-10-05\ntable:\n  id: a\n  columns: [A, B]\n  rows:\n    Open: {row}\nx-list: [1,234]\n"
    )
    found = unclear_counts(text, lambda: read("m.yaml", text.encode()))
    return [(finding.severity, finding.message, finding.hint) for finding in found]


def test_a_comma_before_three_digits_may_be_one_for_thousands() -> None:
    hint = "Write a space after each comma, or 1234 if it is one count."
    assert findings("[1,234]") == [("warning", "1,234 is read as 2 counts: 1 and 234", hint)]
    assert len(findings("[7, 1,234]")) == 1
    assert len(findings("{counts: [1,234], continues: none}")) == 1


@pytest.mark.parametrize(
    "row",
    ["[1, 234]", "[0,100]", "[1,5]", "[1,2345]", "[12,345,6]", "[1234]", "[1 ,234]", "[1, 234]  # 1,234"],
)
def test_what_can_be_meant_in_one_way_is_not_told(row: str) -> None:
    assert findings(row) == []
