"""The rules about columns, and what a table says that they continue."""

import pytest
from support.effort import at_most
from support.rulebook import broken, finding, met
from support.samples import history

from minutebook.records.meeting import Meeting
from minutebook.rules.columns import continued_columns_exist


def table(day: str, columns: str = "A", counts: str = "1", more: str = "") -> Meeting:
    return met(day, f"table: {{id: jira, columns: [{columns}], rows: {{Open: {counts}}}{more}}}")


# column-renamed


@pytest.mark.parametrize(
    "later",
    [
        "{id: jira, columns: [A, B], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [B, A], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [A, B, C], rows: {Open: [1, 1, 1]}}",
        "{id: jira, columns: [C], baseline: none, rows: {Open: 1}}",
        "{id: jira, columns: [C], continues: [A], rows: {Open: 1}}",
        "{id: jira, columns: [B, C], continues: [B, none], rows: {Open: [1, 1]}}",
    ],
)
def test_columns_that_say_what_they_are_or_only_came_are_no_renaming(later: str) -> None:
    past = met("2020-10-19", "table: {id: jira, columns: [A, B], rows: {Open: [1, 1]}}")
    assert broken(past, met("2020-10-26", f"table: {later}")) == []


@pytest.mark.parametrize(
    ("columns", "written"),
    [
        ("3.4.56, Both", "[A, Both]"),
        ("Both, '3.10'", "[Both, A]"),
        ("Both, C, D", "[Both, A, D]"),
        ("C", "[A]"),
    ],
)
def test_the_line_for_renamed_columns_is_the_likeliest_and_ends_the_matter(
    columns: str, written: str
) -> None:
    past = table("2020-10-19", "A, Both", "[1, 1]")
    counts = f"[{', '.join('1' for _ in columns.split(','))}]"
    rename = finding("column-renamed", past, table("2020-10-26", columns, counts))
    assert rename.hint.split("\n")[0] == f"Under `columns`, write one of: continues: {written}"
    assert rename.key_path == ("table", "columns")
    assert broken(past, table("2020-10-26", columns, counts, f", continues: {written}")) == []
    assert broken(past, table("2020-10-26", columns, counts, ", baseline: none")) == []


def test_renamed_columns_are_told_with_those_that_are_gone() -> None:
    one = finding("column-renamed", table("2020-10-19", "A"), table("2020-10-26", "B"))
    two = finding(
        "column-renamed", table("2020-10-19", "A, B", "[1, 1]"), table("2020-10-26", "C, D", "[1, 1]")
    )
    assert one.message == (
        "the column 'B' is new, and the column 'A' of 2020-10-19 is gone: "
        "the table must say whether it was renamed"
    )
    assert two.message == (
        "the columns 'C' and 'D' are new, and the columns 'A' and 'B' of 2020-10-19 are gone: "
        "the table must say whether they were renamed"
    )


def test_an_own_id_as_baseline_says_nothing_about_columns() -> None:
    past = table("2020-10-19", "master, old", "[1, 1]")
    later = table("2020-10-26", "main, old", "[1, 1]", ", baseline: jira")
    rename = finding("column-renamed", past, later)
    assert rename.hint == (
        "Under `columns`, write one of: continues: [master, old]\n"
        "                               continues: [none, old]   # what is new is new"
    )
    told = table("2020-10-26", "main, old", "[1, 1]", ", baseline: jira, continues: [none, old]")
    assert broken(past, told) == []


@pytest.mark.parametrize(
    ("columns", "continues", "severity", "first"),
    [
        ("main, new", "main, old", "error", "[master, old]"),
        ("master, new", "master, none", "error", "[main, none]"),
        ("main, old", "main, old", "warning", "[master, old]"),
    ],
)
def test_a_column_that_was_renamed_on_one_side_only_is_told(
    columns: str, continues: str, severity: str, first: str
) -> None:
    earlier = "main, old" if "master" in columns else "master, old"
    past = table("2020-10-19", earlier, "[11, 1]")
    later = table("2020-10-26", columns, "[11, 1]", f", continues: [{continues}]")
    rename = finding("column-renamed", past, later)
    assert (rename.severity, rename.key_path) == (severity, ("table", "continues"))
    lead, *lines = rename.hint.replace("one of: ", "one of:\n").split("\n")
    assert (lead, lines[0]) == ("Instead of this `continues`, write one of:", f"continues: {first}")
    for line in lines:
        assert broken(past, table("2020-10-26", columns, "[11, 1]", f", {line.split('#')[0].strip()}")) == []


# continues-unknown


def test_a_column_that_the_baseline_has_is_not_new() -> None:
    past = table("2020-10-19", "A, B", "[1, 1]")
    unknown = finding(
        "continues-unknown", past, table("2020-10-26", "A, B", "[1, 1]", ", continues: [A, none]")
    )
    assert unknown.message == "the column 'B' stands in the table jira of 2020-10-19"
    assert unknown.hint == "Write in `continues` what it was called there: B"
    moved = table("2020-10-26", "A, B", "[1, 1]", ", continues: [B, none]")
    assert broken(past, moved) == []


def test_continues_may_name_only_columns_of_the_baseline() -> None:
    past, later = table("2020-10-19", "A"), table("2020-10-26", "B", more=", continues: [C]")
    unknown = finding("continues-unknown", past, later)
    assert (unknown.key_path, unknown.hint) == (("table", "continues", 0), "Its columns were: A")
    assert unknown.message == "the table jira of 2020-10-19 has no column 'C'"


def test_a_column_of_the_same_name_may_be_new_in_a_table_that_continues() -> None:
    past, later = table("2020-10-19", "A"), table("2020-10-26", "B, C", "[1, 1]", ", continues: [A, C]")
    assert broken(past, later) == []


def test_continues_without_any_earlier_table_continues_nothing() -> None:
    unknown = finding("continues-unknown", table("2020-10-26", "B", more=", continues: [C]"))
    assert unknown.key_path == ("table", "continues")


@pytest.mark.parametrize(
    ("earlier", "later", "first"),
    [
        (
            "'3.9', '3.10', '3.11'",
            "'3.10', '3.11', '3.12'",
            '["3.10", "3.11", "3.12"]   # what is new is new',
        ),
        (
            "'3.9', '3.10', '3.11', master",
            "master, '3.12', '3.11', '3.10.x'",
            '[master, "3.12", "3.11", "3.10"]   # what is new is new',
        ),
        ("'3.0', '3.1', '3.2'", "'3.10', '3.0', '3.2.x'", '["3.1", "3.0", "3.2"]'),
        ("v3.9, v3.10", "v3.10, v3.11", "[v3.10, v3.11]   # what is new is new"),
        ("'3.4.55', Both, '3.5.25'", "'3.4.56', Both, '3.5.26'", '["3.4.55", Both, "3.5.25"]'),
        ("'3.4.55', Both, '3.5.25'", "'3.5.26', Both, '3.4.56'", '["3.5.25", Both, "3.4.55"]'),
        ("'3.4', '3.5'", "'3.4', '3.6'", '["3.4", "3.5"]'),
        ("'3.4'", "'3.5'", '["3.4"]'),
    ],
)
def test_where_versions_ascend_the_likeliest_is_that_the_lowest_went(
    earlier: str, later: str, first: str
) -> None:
    counts = [f"[{', '.join('1' for _ in columns.split(','))}]" for columns in (earlier, later)]
    past = table("2020-10-19", earlier, counts[0])
    rename = finding("column-renamed", past, table("2020-10-26", later, counts[1]))
    lines = [line.removeprefix("Under `columns`, write one of:").strip() for line in rename.hint.split("\n")]
    assert lines[0] == f"continues: {first}"
    assert lines[-1] == "baseline: none   # all counts from 0"
    for line in lines:
        told = table("2020-10-26", later, counts[1], f", {line.split('#')[0].strip()}")
        assert broken(past, told) == []


def test_a_table_with_other_columns_is_not_offered() -> None:
    past = met(
        "2020-10-19",
        """\
        sections:
          - table: {id: jira, columns: [A], rows: {Open: 1}}
          - table: {id: queue, columns: [C], rows: {Open: 1}}
        """,
    )
    assert "queue" not in finding("column-renamed", past, table("2020-10-26", "B")).hint


def test_another_table_is_offered_by_its_id() -> None:
    past = met(
        "2020-10-19",
        """\
        sections:
          - table: {id: jira, columns: [A], rows: {Open: 1}}
          - table: {id: queue, columns: [B], rows: {Open: 1}}
        """,
    )
    rename = finding("column-renamed", past, table("2020-10-26", "B"))
    assert rename.hint.split("\n")[-1].strip() == "baseline: queue   # measured against that table"


# column-absent


def test_a_column_that_is_missing_is_a_warning_at_once() -> None:
    absent = finding("column-absent", table("2020-10-19", "A, B, C", "[1, 1, 1]"), table("2020-10-26"))
    assert absent.severity == "warning"
    assert absent.message == "the columns 'B' and 'C' of 2020-10-19 are missing"


# continues-twice


def test_a_column_is_continued_once() -> None:
    past = table("2020-10-19")
    twice = finding("continues-twice", past, table("2020-10-26", "B, C", "[1, 1]", ", continues: [A, A]"))
    assert twice.key_path == ("table", "continues", 1)


def test_no_column_that_is_new_is_compared_with_all_earlier_ones() -> None:
    names = [f"c{number}" for number in range(4000)]
    columns, counts = ", ".join(names), f"[{', '.join('1' for _ in names)}]"
    earlier = table("2020-10-19", columns, counts)
    later = table("2020-10-26", columns, counts, more=f", continues: [{', '.join('none' for _ in names)}]")
    past = history(earlier, later)
    with at_most(loops=4):
        assert len(list(continued_columns_exist(later, past))) == len(names)
