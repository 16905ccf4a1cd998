"""Minutes in the styles of several teams: what is wrong in them is found, and nothing else."""

import pytest
from support.oldminutes.audits import FIRST_WEEK, SECOND_COUNTS, fault_fields, tickets, two_weeks


def test_the_date_in_the_title_serves_where_the_name_has_none() -> None:
    files = {
        "b.md": tickets("October 26th, 2020", SECOND_COUNTS, ("-3", "+2", "+0")),
        "a.md": FIRST_WEEK.replace("19 October 2020", "2020-10-19"),
    }
    assert fault_fields(files) == [("b.md", 9, "delta", "-3", "-2")]


def test_a_table_in_a_list_item_without_outer_pipes_is_understood() -> None:
    text = "# Ops\n\n* Queue\n\n    State | n | Δ\n    :--- | ---: | :---:\n    Open | {} | {}\n    Held | 1 | +0\n"
    files = {"2023-04-11.md": text.format(4, "+0"), "2023-04-18.md": text.format(6, "+3")}
    assert fault_fields(files) == [("2023-04-18.md", 7, "delta", "+3", "+2")]


UNDERLINED = """\
---
layout: minutes
date: 2023-04-04
---
Weekly sync
===========

Present: Ana, Bo

Bugs
----

Status | Count | Change
:-- | --: | :-:
Open | {} | {}
Closed | 3 | +0

### Incidents

| Severity | Mon | Tue | **Total** |
|---|---|---|---|
| High | 1 | 2 | 3 |
| Low | 4 | 2 | {} |
| **Total** | 5 | 4 | {} |
"""


def test_front_matter_underlined_headings_and_sums_without_deltas_are_understood() -> None:
    files = {
        "2023-04-04.md": UNDERLINED.format(14, "+0", 6, 9),
        "2023-04-11.md": UNDERLINED.format(12, "-3", 5, 10),
    }
    assert fault_fields(files) == [
        ("2023-04-11.md", 15, "delta", "-3", "-2"),
        ("2023-04-11.md", 23, "column-total", "5", "6"),
        ("2023-04-11.md", 24, "row-total", "10", "9"),
    ]


def test_front_matter_names_the_day_where_neither_name_nor_title_does() -> None:
    files = {
        "b.md": UNDERLINED.format(14, "+0", 6, 9),
        "a.md": UNDERLINED.format(12, "-3", 6, 9).replace("2023-04-04", "2023-04-11"),
    }
    assert fault_fields(files) == [("a.md", 15, "delta", "-3", "-2")]


PROSE = [
    "We grew from 10 (+2) to 12.",
    "See RFC 2119 (-3) and version 3.4 (+1) of it.",
    "11 (see above) open tickets",
    "AI models are slow: ask the vendor.",
    "Present: a gift for Ada!",
    "The total is 14, not 15.",
    "```\n| n | Δ | State |\n|---|---|---|\n| 1 | +9 | Open |\n```",
    "<!--\n- AI (Mat): text\n-->",
    "| Name | Votes | Total |\n|---|---|---|\n| A | 3 | 9 |\n| B | 4 | 8 |",
    "| Host | Load |\n|---|---|\n| a | 0.5 |\n| b | 1.5 |",
    "| Item | Change |\n|---|---|\n| door | new |\n| 12 | old |",
    "| Year | n |\n|---|---|\n| 2019 | 4 |\n| 2020 | 6 |",
]


@pytest.mark.parametrize("prose", PROSE)
def test_prose_and_other_tables_raise_no_alarm(prose: str) -> None:
    assert fault_fields(two_weeks(prose, f"{prose}\n\n{prose}\n")) == []


def test_what_minutebook_writes_has_no_fault() -> None:
    text = (
        "<!-- Minutes of {}.yaml, written by minutebook: edit that file. -->\n# Team, {}\n\n"
        "- AI (Ada): oil the door (2nd meeting, due 2020-11-09){}\n"
    )
    files = two_weeks(
        text.format("2020-10-19", "19 October 2020", ""),
        text.format("2020-10-26", "26 October 2020", " [DONE]"),
    )
    assert fault_fields(files | {"2020-11-02.md": "# Team, 2 November 2020\n"}) == []
