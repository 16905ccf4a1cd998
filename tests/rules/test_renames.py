"""What is new while something else is gone, and the lines of which one says what became of it."""

import pytest
from support.notes import Notes

from minutebook.records.figures import Counter, Row
from minutebook.rules.renames import choices, describe_change, describe_missing, joined_hint, long_forms

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


def test_lines_to_choose_from_stand_below_each_other() -> None:
    assert choices("Write one of:", ["a", "b"]) == "Write one of: a\n              b"


def test_the_likeliest_line_comes_first() -> None:
    assert long_forms("row", [Row((), "Open calls", (8,))], ["Done", "Open call"]).split("\n")[0] == (
        "Write one of: Open calls: {counts: 8, continues: Open call}"
    )


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
