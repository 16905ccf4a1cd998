"""What becomes of a file once a slip is undone."""

import pytest
from support.series import FIRST
from support.slips import MEETING, mended, reading_problems

from minutebook.records.problem import START
from minutebook.source.slips.slip import Slip
from minutebook.source.slips.trial import Trial, is_key, stop_line, try_slip

LINES = MEETING.split("\n")
DUTY = LINES.index("    duty:")


def tried(number: int, *written: str, adds: bool = False) -> Trial | None:
    return try_slip("m.yaml", LINES, Slip(START, "", "", number, written, adds=adds), "meeting")


def test_a_file_that_fits_its_schema_would_do() -> None:
    trial = tried(0, LINES[0])
    assert trial
    assert trial.would_do


def test_one_that_can_not_be_read_says_how_far_it_can_be() -> None:
    trial = tried(DUTY, "   duty:")
    assert trial
    assert (trial.would_do, trial.document, trial.reach) == (False, None, DUTY + 1)


def test_what_makes_a_key_a_part_of_a_text_or_stands_below_sections_is_not_considered() -> None:
    table = LINES.index("    table:")
    assert tried(table, "      table:") is None
    assert tried(DUTY - 1, "  - duty: {a: Mat}", "    x-duty:") is None


@pytest.mark.parametrize(
    ("above", "keys"),
    [
        ("duty:\n      This week: Mat", "counters:\n      open tickets: eleven"),
        ("duty:\n      This week: Mat", "counters:\n      open tickets: 30?"),
        ("counters:\n      open tickets:", "notes: 30"),
        (
            "table:\n      id: a\n      labels: State\n      columns: [b]\n      rows:\n        Open:",
            "notes: 30",
        ),
    ],
)
def test_no_key_of_the_format_becomes_a_label(above: str, keys: str) -> None:
    text = f"date: {FIRST}\nsections:\n  - title: Team\n    {above}\n    {keys}\n"
    for problem in reading_problems(text):
        assert "indented" not in problem.message
    assert f"\n    {keys.partition(':')[0]}:" in mended(text)


def test_a_key_of_the_format_is_told_from_others() -> None:
    assert is_key("  - title: x")
    assert not is_key("  - Title: x")
    assert not is_key("In Progress: 5")


def test_a_bracket_that_stays_open_stops_at_the_last_line_also_where_that_has_no_newline() -> None:
    assert stop_line("date: 2020-10-05\n[") == 2


def test_a_parser_stops_at_a_control_character_as_at_anything_else() -> None:
    assert stop_line("date: 2020-10-05\ntitle: a\0b\n") == 2
