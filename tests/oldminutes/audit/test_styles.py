"""Minutes in the styles of several teams: what is wrong in them is found, and nothing else."""

from datetime import date

import pytest

from minutebook.oldminutes.audit.audit import audit_files
from minutebook.oldminutes.audit.faults import FIRST, SKIPPED, Fault
from minutebook.oldminutes.audit.minutes_file import read_minutes_file
from minutebook.oldminutes.handwritten.file_dates import day_of_path


def faults(files: dict[str, str]) -> tuple[Fault, ...]:
    """Return what an audit of some files finds."""
    return audit_files([read_minutes_file(path, text) for path, text in files.items()]).faults


def found(files: dict[str, str]) -> list[tuple[str, int, str, str, str]]:
    """Return the file, line, kind, statement and right value of all that an audit finds."""
    return [(one.path, one.line, one.kind, one.written, one.computed) for one in faults(files)]


def weekly(first: str, second: str) -> dict[str, str]:
    """Return two files of consecutive weeks."""
    return {"2020-10-19.md": first, "2020-10-26.md": second}


ENTITIES = """\
# Team, {title}

**Attending:** Ada, Ben

## Tickets

| # | &Delta; | State |
|---|---|---|
| {counts[0]} | {deltas[0]} | Open |
| {counts[1]} | {deltas[1]} | Closed |
| {counts[2]} | {deltas[2]} | Total |
"""


def entities(title: str, counts: tuple[int, ...], deltas: tuple[str, ...] = ("", "", "")) -> str:
    """Return minutes in the style with a column of deltas written as an entity."""
    return ENTITIES.format(title=title, counts=counts, deltas=deltas)


BEFORE = entities("19 October 2020", (5, 2, 7))
NOW = (3, 4, 7)


def test_right_minutes_have_no_fault() -> None:
    assert found(weekly(BEFORE, entities("26 October 2020", NOW, ("-2", "+2", "+0")))) == []


def test_a_wrong_delta_is_told_with_its_cell_and_baseline() -> None:
    (one,) = faults(weekly(BEFORE, entities("26 October 2020", NOW, ("-3", "+2", "+0"))))
    assert (one.path, one.line, one.kind, one.location) == ("2020-10-26.md", 9, "delta", "Tickets, Open, #")
    assert (one.written, one.computed, str(one.baseline), one.mark) == ("-3", "-2", "2020-10-19", "")


def test_a_wrong_total_is_told_and_its_delta_is_that_of_the_right_sums() -> None:
    wrong = entities("26 October 2020", (3, 4, 8), ("-2", "+2", "+1"))
    assert found(weekly(BEFORE, wrong)) == [
        ("2020-10-26.md", 11, "row-total", "8", "7"),
        ("2020-10-26.md", 11, "delta", "+1", "+0"),
    ]


@pytest.mark.parametrize(
    "minus",
    ["-2", "(-2)", "&minus;2", "\u22122", "\u20132", "\u20142", "&ndash;2", "&#x2212;2", "&#8722;2", "\\-2", "- 2", "**-2**"],
)  # fmt: skip
def test_a_minus_is_understood_in_any_notation(minus: str) -> None:
    assert found(weekly(BEFORE, entities("26 October 2020", NOW, (minus, "+2", "0")))) == []
    wrong = weekly(BEFORE, entities("26 October 2020", (2, 4, 6), (minus, "+2", "-1")))
    assert found(wrong) == [("2020-10-26.md", 9, "delta", minus, "-3")]


@pytest.mark.parametrize("plus", ["+2", "(+2)", "2", "&plus;2", "\uff0b2", "+ 2"])
def test_a_plus_is_understood_in_any_notation(plus: str) -> None:
    wrong = weekly(BEFORE, entities("26 October 2020", (3, 5, 8), ("-2", plus, "+1")))
    assert found(wrong) == [("2020-10-26.md", 10, "delta", plus, "+3")]


@pytest.mark.parametrize("nothing", ["", "&minus;", "-", "n/a", "?", "\u00b1"])
def test_a_delta_that_is_not_stated_is_not_judged(nothing: str) -> None:
    assert found(weekly(BEFORE, entities("26 October 2020", NOW, (nothing, nothing, nothing)))) == []


@pytest.mark.parametrize(
    "heading", ["&Delta;", "&Delta;;", "\u0394", "\u2206", "&#916;", "&#x394;", "Delta", "+/-", "\u00b1", "**\u0394**"]
)  # fmt: skip
def test_a_column_of_deltas_is_known_by_any_heading(heading: str) -> None:
    wrong = entities("26 October 2020", NOW, ("-9", "+2", "+0")).replace("&Delta;", heading)
    assert found(weekly(BEFORE, wrong)) == [("2020-10-26.md", 9, "delta", "-9", "-2")]


@pytest.mark.parametrize(
    "title",
    [
        *("26 October 2020", "October 26, 2020", "October 26th, 2020", "26th of October 2020", "2020-10-26"),
        *("26 Oct 2020", "Oct. 26, 2020", "2020/10/26", "26.10.2020", "10/26/2020", "26/10/2020", "26-Oct-2020"),
        *("20201026", "Monday, 26 October 2020", "week of 20 October 2020 to 26 October 2020"),
    ],
)  # fmt: skip
def test_a_title_with_the_date_of_the_name_is_right_in_any_notation(title: str) -> None:
    assert found({"minutes-20201026.md": f"# Team {title}\n"}) == []


@pytest.mark.parametrize("title", ["27 October 2020", "October 27th, 2020", "2020-10-27", "27.10.2020"])
def test_a_title_with_another_date_than_the_name_is_told_and_the_name_wins(title: str) -> None:
    files = {"TechArea20201026.md": f"# Team {title}\n"}
    assert found(files) == [("TechArea20201026.md", 1, "title-date", title, "2020-10-26")]


@pytest.mark.parametrize(
    "title", ["Release 3.4.56", "19-27 October 2020", "Room 12, 31 seats", "31 February 2020"]
)
def test_a_title_without_one_date_contradicts_nothing(title: str) -> None:
    assert found({"2020-10-26.md": f"# {title}\n"}) == []


def test_a_heading_among_others_is_no_title_but_may_tell_the_day() -> None:
    text = "## Left from 19 October 2020\n\nText\n\n## New\n"
    assert found({"2020-10-26.md": text}) == []
    assert read_minutes_file("x.md", text).day == date(2020, 10, 19)


@pytest.mark.parametrize(
    "name",
    [
        *("TechArea20201026", "2020-10-26", "2020-10-26-team", "minutes_2020_10_26", "minutes_20201026_final"),
        *("26-10-2020", "team-26-Oct-2020", "26oct2020", "October 26 2020", "v1.2-2020-10-26", "2020.10.26"),
    ],
)  # fmt: skip
def test_the_date_in_a_name_is_understood_in_any_notation(name: str) -> None:
    assert day_of_path(f"20190101/{name}.md") == date(2020, 10, 26)


@pytest.mark.parametrize(
    "name", ["minutes", "20201399", "v3.4.56", "12345678901234", "2020-10", "04/05/2020"]
)
def test_a_name_without_a_date_has_none(name: str) -> None:
    assert day_of_path(f"{name}.md") is None


@pytest.mark.parametrize(
    "path",
    [
        "2020-10-26/README.md",
        "old/20201026/Readme.md",
        "2020-10/october-26.md",
        "2020/26-oct.md",
        "2020/10-26-minutes.md",
        "2020-10/26.md",
        "2020/10/26 minutes.md",
        "2020/2020-10/Oct 26th.md",
        "2019-01-01/2020-10-26.md",
    ],
)
def test_the_folder_of_a_file_may_have_its_date_or_part_of_it(path: str) -> None:
    assert day_of_path(path) == date(2020, 10, 26)


@pytest.mark.parametrize(
    "path",
    [
        "export-2020-10-26/notes.md",
        "2020-10-26/old/notes.md",
        "2020-10/september-26.md",
        "2020/26-10.md",
        "2020/10-26-27.md",
        "2020/10/2 of 3.md",
        "2020/october-26-27.md",
        "2020/notes 10-26.md",
        "2020/v10-26.md",
        "shop/10-26.md",
    ],
)
def test_a_folder_that_may_mean_something_else_tells_no_day(path: str) -> None:
    assert day_of_path(path) is None


@pytest.mark.parametrize(
    "line",
    [
        "- **Dates**: Monday October 26th, 2020",
        "### Meeting Date/Time: Mon, October 26, 2020",
        "## Time: 10/26/2020",
        "Meeting date: Monday, October 26<sup>th</sup>, 2020",
        "Date & time: 26 October 2020, 10:00",
        "Monday, 26 October 2020",
        "*2020-10-26*",
        "## October 26, 2020",
    ],
)
def test_a_line_of_the_head_may_tell_the_day(line: str) -> None:
    assert read_minutes_file("a.md", f"# Board\n\nWelcome\n\n{line}\n\n## News\n\ntext\n").day == date(
        2020, 10, 26
    )


@pytest.mark.parametrize(
    "text",
    [
        "2020-10-26\n\n2020-10-27",
        "Time: 2020-10-26\n\nMeeting date: 2020-10-27",
        "Next meeting date: 2020-10-26",
        "Runtime: 2020-10-26",
        "Time: 10/11/2020",
        "We meet on 2020-10-26.",
        "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n\n2020-10-26",
    ],
)
def test_lines_that_may_mean_another_day_tell_none(text: str) -> None:
    assert read_minutes_file("a.md", f"# Board\n\nWelcome\n\n{text}\n\n## News\n\ntext\n").day is None


def test_the_date_in_the_title_serves_where_the_name_has_none() -> None:
    files = {
        "b.md": entities("October 26th, 2020", NOW, ("-3", "+2", "+0")),
        "a.md": BEFORE.replace("19 October 2020", "2020-10-19"),
    }
    assert found(files) == [("b.md", 9, "delta", "-3", "-2")]


RELEASES = """\
## Release Team

| {0} | Δ | Both | Δ | Total | Δ | Status |
|---|---|---|---|---|---|---|
| {1} | {2} | 1 | +0 | {3} | {4} | Open |
| {5} | {6} | 2 | +0 | {7} | {8} | Ready |
"""


def test_a_sum_beside_a_row_is_checked() -> None:
    text = RELEASES.format("3.5", 4, "+0", 6, "+0", 5, "+0", 7, "+0")
    assert found({"2020-10-26.md": text}) == [("2020-10-26.md", 5, "column-total", "6", "5")]


@pytest.mark.parametrize(
    ("deltas", "wrong"),
    [(("+4", "+1", "+5", "+2"), []), (("+1", "+1", "+2", "+2"), []), (("+4", "+1", "+9", "+2"), ["+9"])],
)
def test_a_renamed_column_counts_from_0_or_continues_the_one_that_went(
    deltas: tuple[str, ...], wrong: list[str]
) -> None:
    first = RELEASES.format("3.4", 3, "+0", 4, "+0", 3, "+0", 5, "+0")
    second = RELEASES.format("3.5", 4, deltas[0], 5, deltas[1], 5, deltas[2], 7, deltas[3])
    assert [one[3] for one in found(weekly(first, second))] == wrong


@pytest.mark.parametrize(("deltas", "right"), [(("+1", "+0"), "+3"), (("+4", "+3"), "+6")])
def test_where_no_reading_of_a_renamed_column_is_nearer_that_of_the_last_time_is_taken(
    deltas: tuple[str, str], right: str
) -> None:
    files = {
        "2020-10-12.md": RELEASES.format("3.4", 3, "+0", 4, "+0", 3, "+0", 5, "+0"),
        "2020-10-19.md": RELEASES.format("3.5", 4, deltas[0], 5, "+1", 3, deltas[1], 5, "+0"),
        "2020-10-26.md": RELEASES.format("3.6", 5, "+8", 6, "+1", 6, "+9", 8, "+3"),
    }
    assert [(one[3], one[4]) for one in found(files)][-1] == ("+9", right)


def test_a_table_in_a_list_item_without_outer_pipes_is_understood() -> None:
    text = "# Ops\n\n* Queue\n\n    State | n | Δ\n    :--- | ---: | :---:\n    Open | {} | {}\n    Held | 1 | +0\n"
    files = {"2023-04-11.md": text.format(4, "+0"), "2023-04-18.md": text.format(6, "+3")}
    assert found(files) == [("2023-04-18.md", 7, "delta", "+3", "+2")]


def test_two_tables_in_a_section_are_told_apart() -> None:
    table = "| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n| 1 | +0 | Done |\n"
    text = f"## Queues\n\n{table}\nAnd the other one:\n\n{table}"
    files = weekly(text.format(10, "+0", 20, "+0"), text.format(11, "+1", 22, "+1"))
    assert found(files) == [("2020-10-26.md", 12, "delta", "+1", "+2")]


def test_a_row_that_is_new_counts_from_0_whatever_its_place() -> None:
    second = entities("26 October 2020", NOW, ("-2", "+2", "+4")).replace(
        "| 7 |", "| 4 | +4 | Held |\n| 11 |"
    )
    assert found(weekly(BEFORE, second)) == []


def test_a_table_under_its_title_with_another_date_is_the_same() -> None:
    text = "# Minutes {}\n\n| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n"
    files = weekly(text.format("2020-10-19", 4, ""), text.format("2020-10-26", 6, "+1"))
    assert [one[2:] for one in found(files)] == [("delta", "+1", "+2")]


def test_a_table_whose_title_was_changed_is_the_same() -> None:
    second = entities("26 October 2020", NOW, ("-2", "+3", "+0")).replace("## Tickets", "## Queue")
    assert [one[2:] for one in found(weekly(BEFORE, second))] == [("delta", "+3", "+2")]


def test_a_table_that_the_file_before_lacks_is_measured_against_the_one_that_has_it() -> None:
    files = {
        "2020-10-12.md": BEFORE.replace("19 October", "12 October"),
        "2020-10-19.md": "# Team, 19 October 2020\n\nNobody counted.\n",
        "2020-10-26.md": entities("26 October 2020", NOW, ("-1", "+2", "+0")),
    }
    (one,) = faults(files)
    assert (str(one.baseline), one.mark) == ("2020-10-12", SKIPPED)


def test_deltas_after_a_skipped_week_are_marked() -> None:
    files = {
        "2020-09-28.md": entities("28 September 2020", (5, 2, 7)),
        "2020-10-05.md": entities("5 October 2020", (5, 2, 7)),
        "2020-10-19.md": entities("19 October 2020", NOW, ("-1", "+2", "+0")),
    }
    assert [one.mark for one in faults(files)] == [SKIPPED]


def test_deltas_of_the_first_appearance_of_a_table_are_marked_and_measured_from_0() -> None:
    second = entities("26 October 2020", NOW, ("-2", "+4", "+7"))
    (one,) = faults(weekly("# Team, 19 October 2020\n", second))
    assert (one.written, one.computed, one.baseline, one.mark) == ("-2", "+3", None, FIRST)


def test_deltas_of_the_first_file_have_nothing_to_be_measured_against() -> None:
    assert found({"2020-10-26.md": entities("26 October 2020", NOW, ("-9", "+9", "+0"))}) == []


def test_the_day_that_a_heading_names_is_the_baseline() -> None:
    files = {
        "2020-10-12.md": entities("12 October 2020", (1, 1, 2)),
        "2020-10-19.md": BEFORE,
        "2020-10-26.md": entities("26 October 2020", NOW, ("+2", "+3", "+5")).replace(
            "&Delta;", "&Delta; since 2020-10-12"
        ),
    }
    assert found(files) == []


def test_a_day_that_a_heading_names_and_no_file_has_is_no_baseline() -> None:
    second = entities("26 October 2020", NOW, ("+9", "+9", "+9")).replace("&Delta;", "Δ since 2020-09-28")
    assert found(weekly(BEFORE, second)) == []


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
    assert found(files) == [
        ("2023-04-11.md", 15, "delta", "-3", "-2"),
        ("2023-04-11.md", 23, "column-total", "5", "6"),
        ("2023-04-11.md", 24, "row-total", "10", "9"),
    ]


def test_front_matter_tells_the_day_where_neither_name_nor_title_does() -> None:
    files = {
        "b.md": UNDERLINED.format(14, "+0", 6, 9),
        "a.md": UNDERLINED.format(12, "-3", 6, 9).replace("2023-04-04", "2023-04-11"),
    }
    assert found(files) == [("a.md", 15, "delta", "-3", "-2")]


COUNTERS = [
    "-   {} ({}) open tickets",
    "* **{}** ({}) open tickets, of which none is ours",
    "There were {} ({}) open tickets; nobody minds.",
    "- Open tickets: {} ({})",
    "**Open tickets:** {} ({})",
]


@pytest.mark.parametrize("sentence", COUNTERS)
def test_a_counter_in_a_sentence_is_checked(sentence: str) -> None:
    first, second = sentence.format(8, "+0"), sentence.format(11, "+4")
    assert found(weekly(first, second)) == [("2020-10-26.md", 1, "counter", "+4", "+3")]
    assert found(weekly(first, sentence.format(11, "+3"))) == []


def test_two_counters_in_a_sentence_are_told_apart() -> None:
    text = "We have {} ({}) open tickets and {} ({}) closed ones.\n"
    files = weekly(text.format(8, "+0", 3, "+0"), text.format(9, "+1", 5, "+1"))
    assert found(files) == [("2020-10-26.md", 1, "counter", "+1", "+2")]


def test_a_counter_without_a_delta_is_a_baseline() -> None:
    assert found(weekly("- 8 open tickets\n", "- 11 (&minus;3) open ticket\n")) == [
        ("2020-10-26.md", 1, "counter", "&minus;3", "+3")
    ]


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
    assert found(weekly(prose, f"{prose}\n\n{prose}\n")) == []


def test_what_minutebook_writes_has_no_fault() -> None:
    text = (
        "<!-- Minutes of {}.yaml, written by minutebook: edit that file. -->\n# Team, {}\n\n"
        "- AI (Ada): oil the door (2nd meeting, due 2020-11-09){}\n"
    )
    files = weekly(
        text.format("2020-10-19", "19 October 2020", ""),
        text.format("2020-10-26", "26 October 2020", " [DONE]"),
    )
    assert found(files | {"2020-11-02.md": "# Team, 2 November 2020\n"}) == []
