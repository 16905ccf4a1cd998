"""Rows and counters that YAML can't read are answered with the line to write."""

import pytest

from minutebook.source.edits.mends import mend
from minutebook.source.slips.pasted_rows import pasted_rows, without_unknown_counts

TABLE = "table:\n  id: a\n  columns: {}\n  rows:\n    Open: [1, 2, 3, 4]\n    {}\n    Done: [1, 2, 3, 4]\n"
COLUMNS = '["3.4, 3.5", B, C, D]'


def written(text: str) -> str:
    """Return a text with all lines as they are to be written."""
    return mend(text, pasted_rows("m.yaml", text))


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("In Progress\t4\t9\t1\t1,040", "In Progress: [4, 9, 1, 1040]"),
        ("In Progress\t4\t\t1\t40", "In Progress: [4, ~, 1, 40]"),
        ("In review:\t12\t1\t0\t3", "In review: [12, 1, 0, 3]"),
        ("In review: 12\t1\t0\t3", "In review: [12, 1, 0, 3]"),
        ("In review: [12\t1\t0\t3]", "In review: [12, 1, 0, 3]"),
        ("In review | 12 | 1 | 0 | 3 |", "In review: [12, 1, 0, 3]"),
        ("| In review | 12 (+1) | 1 (+0) | 0 | 3 |", "In review: [12, 1, 0, 3]"),
        ("In: review\t12\t1\t0\t3", '"In: review": [12, 1, 0, 3]'),
        ("Triage: [15, , 1, 1201]", "Triage: [15, ~, 1, 1201]"),
        ("Triage: [15, ?, 1, 1201]", "Triage: [15, ~, 1, 1201]"),
        ("Inbox #2: [3, 1, 0, 0]", '"Inbox #2": [3, 1, 0, 0]'),
        ("Blocked: infra: 1, 1, 0, 0", '"Blocked: infra": [1, 1, 0, 0]'),
        ("Blocked: infra: [1, 1, 0, 0]", '"Blocked: infra": [1, 1, 0, 0]'),
        ("@triage: [1, 1, 0, 0]  # of today", '"@triage": [1, 1, 0, 0]  # of today'),
        ("[urgent]: [1, 1, 0, 0]", '"[urgent]": [1, 1, 0, 0]'),
    ],
)
@pytest.mark.parametrize("columns", [COLUMNS, "\n    - A\n    - B\n    - C\n    - D"])
def test_a_row_is_written_as_a_label_and_a_list(typed: str, row: str, columns: str) -> None:
    assert written(TABLE.format(columns, typed)) == TABLE.format(columns, row)


@pytest.mark.parametrize(
    "line",
    [
        "Oldest (days): [1, 2, 3, 4]  # of them",
        '"Inbox #2": [3, 1, 0, 0]',
        "Triage: {counts: [1, 2, 3, 4], continues: none}",
        "Triage: ~ # unknown yet",
        "# Triage: old: 4",
        "In Progress | open | all | of | them |",
        "- Open: 3",
        "Triage: 1 2 3 4",
    ],
)
def test_what_can_be_read_or_meant_otherwise_stays(line: str) -> None:
    text = TABLE.format(COLUMNS, line)
    assert written(text) == text


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("In Progress\t4\t9", "In Progress: [4, 9]"),
        ("In Progress:\t4\t9\t1\t0\t14", "In Progress: [4, 9, 1, 0, 14]"),
        ("In Progress\t1.204\t90\t\tn/a", 'In Progress: ["1.204", 90, ~, n/a]'),
    ],
)
def test_no_cell_of_a_sheet_becomes_a_part_of_another_or_of_the_label(typed: str, row: str) -> None:
    mended = written(TABLE.format(COLUMNS, typed))
    assert mended == TABLE.format(COLUMNS, row)
    assert written(mended) == mended


@pytest.mark.parametrize(
    ("typed", "counter"),
    [
        ("o\tpen tickets: 11", "o pen tickets: 11"),
        ("flaky tests:\t19\t(+2)", "flaky tests: 19"),
        ("flaky tests\t19", "flaky tests: 19"),
        ("Inbox #2: 3", '"Inbox #2": 3'),
        ("3 calls", "calls: 3"),
        ("- 3 (+1) open calls", "open calls: 3"),
        ("3: calls", "calls: 3"),
        ("3 calls: 5", "3 calls: 5"),
    ],
)
def test_a_counter_is_written_as_a_label_and_a_count(typed: str, counter: str) -> None:
    assert written(f"counters:\n  {typed}\n") == f"counters:\n  {counter}\n"


def test_lines_elsewhere_are_not_looked_at() -> None:
    text = "counters:\n  a: 1\nnotes: |\n  rows:\n    a\t1\nduty:\n  Inbox #2: 3\n"
    assert written(text) == text


def test_only_a_draft_may_leave_a_count_open() -> None:
    text = TABLE.format(COLUMNS, "Triage: [15, , 1, 1201]")
    (problem,) = pasted_rows("m.yaml", text)
    told = without_unknown_counts(text, problem)
    row = "`Triage: [15, ~, 1, 1201]`"
    hint = f"Write the count that is missing, or {row} in a meeting with `status: draft`."
    assert (told.hint, told.mend) == (hint, None)
    assert without_unknown_counts(f"status: draft\n{text}", problem) is problem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("counters: {a: 1,200, b: 3}", "counters: {a: 1200, b: 3}"),
        ("  rows: {Open: 12,345,678}", "  rows: {Open: 12345678}"),
        ("table: {rows: {Open: 1,200, Done: 3}}", "table: {rows: {Open: 1200, Done: 3}}"),
        ("  rows: {Open: [1,200]}", "  rows: {Open: [1,200]}"),
        ("counters: {a: 1,20, b: 3}", "counters: {a: 1,20, b: 3}"),
        ("header: {a: 1,200}", "header: {a: 1,200}"),
    ],
)
def test_commas_in_counts_between_braces_part_nothing(typed: str, meant: str) -> None:
    assert written(f"{typed}\n") == f"{meant}\n"
