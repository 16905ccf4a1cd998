"""What is new while something else is gone, and the lines of which one says what became of it."""

import pytest
from support import samples
from support.notes import Notes
from support.rulebook import findings

from minutebook.records.figures import Counter, Row
from minutebook.rules.renames import describe_change, describe_missing, joined_hint, long_forms

NAMES = ["a", "b", "c", "d", "e", "f", "g"]


@pytest.mark.parametrize(
    ("new_names", "dropped_names", "words"),
    [
        (
            ["A"],
            ["B"],
            "the row 'A' is new, and the row 'B' of 2020-10-19 is gone: the table must say whether it was renamed",
        ),
        (
            ["A", "C"],
            ["B"],
            "the rows 'A' and 'C' are new, and the row 'B' of 2020-10-19 is gone: the table must say whether they were renamed",
        ),
        (
            ["A"],
            NAMES,
            "the row 'A' is new, and the rows 'a', 'b', 'c', 'd', 'e' and 2 more of 2020-10-19 are gone: the table must say whether it was renamed",
        ),
    ],
)
def test_a_change_names_what_is_new_and_what_is_gone(
    new_names: list[str], dropped_names: list[str], words: str
) -> None:
    assert describe_change("row", new_names, dropped_names, "2020-10-19") == words


def test_what_is_missing_is_named_with_its_day() -> None:
    assert (
        describe_missing("counter", ["calls"], "2020-10-19") == "the counter 'calls' of 2020-10-19 is missing"
    )


def test_the_likeliest_line_comes_first() -> None:
    assert long_forms("row", [Row((), "Open cases", (8,))], ["Done", "Open calls"]).split("\n")[0] == (
        "Write one of: Open cases: {counts: 8, continues: Open calls}"
    )


@pytest.mark.parametrize("label", ["Blokced", "blocked", "Blocke", "Blockedd"])
def test_the_name_as_before_comes_first_where_a_new_one_is_likely_a_slip(label: str) -> None:
    lines = long_forms("row", [Row((), label, (1, 2))], ["Blocked", "Open"]).split("\n")
    assert lines[0] == "Write one of: Blocked: [1, 2]   # its name as before"
    assert lines[1].strip() == f"{label}: {{counts: [1, 2], continues: Blocked}}"


def test_another_digit_is_no_slip() -> None:
    assert "as before" not in long_forms("row", [Row((), "3.10", (1,))], ["3.1"])


def test_what_is_like_nothing_is_likeliest_new() -> None:
    lines = long_forms("counter", [Counter((), "zzz", 8)], ["calls"]).split("\n")
    assert lines[0] == "Write one of: zzz: {value: 8, continues: none}   # it is new"
    assert lines[1].strip() == "zzz: {value: 8, continues: calls}"


def test_several_new_labels_have_their_lines_one_after_another_up_to_five() -> None:
    hint = long_forms("row", [Row((), name, (1,)) for name in NAMES], ["x"], "Or write: changing: true")
    assert hint.startswith("For the row 'a' write one of: ")
    assert hint.split("\n")[-2:] == [
        "After that, the lines for the other 2 are shown.",
        "Or write: changing: true",
    ]


def test_only_one_of_several_names_that_were_joined_can_be_continued() -> None:
    hint = "Only one can be continued: write Open or Waiting, or `none`, which counts from 0."
    assert joined_hint("Open + Waiting", ["Open", "Waiting", "Done"]) == hint
    assert joined_hint("Open, Waiting", ["Open", "Done"]) is None
    assert joined_hint("Open", ["Open"]) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("table: {id: a, columns: [X], rows: %s}", "{A: {counts: 3, continues: %s}}"),
        ("counters: %s", "{A: {value: 3, continues: %s}}"),
        (
            "table: {id: a, columns: [B, C], rows: {X: [1, 2]}}",
            "table: {id: a, columns: [A], continues: [%s], rows: {X: 3}}",
        ),
    ],
    ids=["rows", "counters", "columns"],
)
@pytest.mark.parametrize("names", ["[B, C]", '"B, C"', "B and C", "B + C", "B/C"])
def test_a_queue_that_joins_two_is_told_to_continue_one(
    notes: Notes, before: str, after: str, names: str
) -> None:
    first, second = (before % "{B: 1, C: 2}", before % after) if "%" in before else (before, after)
    notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{first}\n")
    notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\n{second % names}\n")
    notes.run("sync")
    hints = [
        problem["hint"]
        for problem in notes.problems()
        if problem["rule"] in {"wrong-type", "continues-unknown"}
    ]
    assert hints == ["Only one can be continued: write B or C, or `none`, which counts from 0."]


BEFORE = """\
date: 2020-10-19
title: Team
counters: {open tickets: 7}
table:
  id: jira
  columns: [Now, Ever]
  rows:
    In review: [1, 2]
    Blocked: [3, 4]
"""


@pytest.mark.parametrize(
    ("name", "typed"),
    [("In review", "In  review"), ("In review", "In\u00a0review"), ("open tickets", "open\u00a0tickets")],
)
def test_spaces_that_nobody_sees_in_a_name_are_mended(name: str, typed: str, notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", BEFORE)
    later = BEFORE.replace("10-19", "10-26")
    path = notes.write(f"{notes.series}/2020-10-26.yaml", later.replace(name, typed))
    (problem,) = (found for found in notes.problems() if found["rule"].endswith("-renamed"))
    assert problem["hint"] == "Type: minutebook sync --fix"
    notes.run("sync", "--fix")
    assert notes.read(path) == later
    assert notes.problems() == []


def test_columns_are_offered_without_a_slip() -> None:
    past, later = BEFORE, BEFORE.replace("10-19", "10-26").replace("Ever", "Evre")
    (problem,) = findings("column-renamed", samples.meeting(past), samples.meeting(later))
    assert problem.hint.startswith("If a name was mistyped, write as before: columns: [Now, Ever]\n")


def test_a_table_whose_id_was_mistyped_gets_it_back_before_its_rows_are_asked() -> None:
    past = BEFORE.replace("jira", "releases")
    later = (
        past.replace("10-19", "10-26")
        .replace("releases", "release")
        .replace("[3, 4]", "{counts: [3, 4], continues: Blocked}")
    )
    (problem,) = findings("continues-unknown", samples.meeting(past), samples.meeting(later))
    assert problem.hint == "If this is the table releases, give it that id again; else delete `continues`."
