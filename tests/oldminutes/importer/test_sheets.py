"""A file of minutes as a sheet: its tree of headings, its tables, and every line in some place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.sheets import sheet

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.block_lines import lines_of, separable_lines
from minutebook.oldminutes.importer.values import Actions, Counters, Duties, Prose, Section, Sheet, TableBlock

Tree = list[tuple[str | None, "Tree"]]
TABLE = "| State | Issues | \u0394 |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"


def tree(text: str) -> Tree:
    return _tree(sheet(text).root)


def _tree(part: Section) -> Tree:
    return [(below.title, _tree(below)) for below in part.sections]


def texts(part: Section) -> list[str]:
    return [piece.text for piece in part.blocks if isinstance(piece, Prose)]


# Headings


def test_a_heading_holds_those_of_lower_levels_that_follow() -> None:
    assert tree("# W\n\n## A\n\n### B\n\n#### C\n\n### D\n\n## E\n") == [
        ("A", [("B", [("C", [])]), ("D", [])]),
        ("E", []),
    ]


def test_a_level_may_be_left_out() -> None:
    assert tree("# W\n\n## A\n\n#### B\n\n### C\n") == [("A", [("B", []), ("C", [])])]


def test_the_first_heading_is_the_title_where_it_stands_above_all_others() -> None:
    assert tree("## W\n\n### A\n") == [("A", [])]


def test_without_a_title_every_heading_is_a_section() -> None:
    assert (tree("## A\n\n## B\n"), sheet("## A\n\n## B\n").head.title) == ([("A", []), ("B", [])], None)


def test_minutes_may_have_no_heading_at_all() -> None:
    assert (tree("Text\n"), texts(sheet("Text\n").root)) == ([], ["Text"])


def test_what_stands_above_the_title_is_kept() -> None:
    assert texts(sheet("Before\n\n# W\n\nBehind\n").root) == ["Before", "Behind"]


def test_a_title_that_stands_there_already_is_prose_behind_the_first() -> None:
    found = sheet("# W\n\n## A\n\none\n\n## A\n\ntwo\n").root
    assert _tree(found) == [("A", [(None, [])])]
    assert texts(found.sections[0].sections[0]) == ["## A\n\ntwo"]


def test_one_title_may_stand_below_two_others() -> None:
    assert tree("# W\n\n## A\n\n### X\n\n## B\n\n### X\n") == [("A", [("X", [])]), ("B", [("X", [])])]


def test_a_title_with_markup_is_prose() -> None:
    found = sheet("# W\n\n## See [this](x.html)\n\none\n").root
    assert (_tree(found), texts(found.sections[0])) == ([(None, [])], ["## See [this](x.html)\n\none"])


def test_a_title_that_is_prose_goes_behind_the_last_part_of_the_one_before() -> None:
    assert tree("# W\n\n## A\n\n### B\n\n## *C*\n\n## D\n") == [("A", [("B", [(None, [])])]), ("D", [])]


def test_blank_lines_above_a_title_that_is_prose_stay_only_below_other_text() -> None:
    (empty,) = sheet("# W\n\n## A\n\n\n## *C*\n").root.sections[0].sections
    (other,) = sheet("# W\n\n## A\n\ntext\n\n\n## *C*\n").root.sections[0].sections
    assert (empty.blocks, other.blocks) == ((Prose(((6, "## *C*"),)),), (Prose(((7, ""), (8, "## *C*"))),))


def test_a_title_that_is_to_stay_prose_is_none() -> None:
    assert _tree(sheet("# W\n\n## A\n", prose=(3,)).root) == [(None, [])]


def test_a_heading_may_be_underlined() -> None:
    assert tree("W\n=\n\nA\n-\n\ntext\n") == [("A", [])]


# Tables


def drawn(text: str, prose: tuple[int, ...] = ()) -> TableBlock | None:
    (piece,) = sheet(f"# W\n\n{text}", prose=prose).root.blocks
    return piece if isinstance(piece, TableBlock) else None


def test_counts_with_their_deltas_are_a_table() -> None:
    found = drawn(TABLE)
    assert found is not None
    assert (found.line, found.last_line, found.labels) == (3, 6, "State")
    assert [row.label for row in found.table.rows] == ["open", "closed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("| closed | 4 | 0 |", "| open | 4 | 0 |", id="two rows of one label"),
        pytest.param("| closed |", "| |", id="a row without a label"),
        pytest.param("| 12 |", "| many |", id="a count that is none"),
        pytest.param("| 12 |", "| |", id="no count"),
        pytest.param("| 12 |", "| [12](x.html) |", id="a link in a cell"),
        pytest.param("| open |", "| `open` |", id="code in a label"),
        pytest.param("| State |", "| [State](x.html) |", id="a link in the heading of the labels"),
        pytest.param("| State |", "| |", id="no heading of the labels"),
        pytest.param("| \u0394 |", "| Who |", id="no deltas"),
        pytest.param("| closed |", "| Total |", id="a row called as the sums are"),
    ],
)
def test_a_table_that_would_lose_something_is_prose(old: str, new: str) -> None:
    assert old in TABLE
    assert drawn(TABLE.replace(old, new)) is None


def test_two_columns_of_one_name_are_prose() -> None:
    text = "| S | N | \u0394 | N | \u0394 |\n|---|---|---|---|---|\n| a | 1 | +1 | 2 | +1 |\n"
    assert drawn(text) is None
    assert drawn(text.replace("N", "M", 1)) is not None


def test_a_table_with_another_column_is_prose() -> None:
    assert drawn("| S | N | \u0394 | Who |\n|---|---|---|---|\n| a | 1 | +1 | Ana |\n") is None


def test_the_sums_of_a_table_may_be_emphasized() -> None:
    found = drawn(f"{TABLE}| **Total** | **16** | **+3** |\n")
    assert found is not None
    assert found.table.total_row == 2


def test_counts_without_any_deltas_are_prose() -> None:
    assert drawn("| State | Issues |\n|---|---|\n| open | 12 |\n| closed | 4 |\n") is None


def test_a_table_without_rows_is_prose() -> None:
    assert drawn("| S | N | \u0394 |\n|---|---|---|\n") is None


def test_a_table_that_is_to_stay_prose_is_none() -> None:
    assert drawn(TABLE, prose=(3,)) is None


def test_in_a_draft_a_count_may_be_missing() -> None:
    text = f"<!-- {MARK} -->\n# W\n\n**Status:** draft  \n\n{TABLE.replace('| 12 | +3 |', '| | |')}"
    assert [type(one) for one in sheet(text).root.blocks] == [TableBlock]


# Lines


def test_neighbours_of_one_kind_are_one_piece() -> None:
    found = sheet(
        "# W\n\n- Shifter: Ana\n- 1 (+1) a\n- 2 (+1) b\n- AI (Ana): x\n- AI (Ben): y\n\none\n\ntwo\n"
    ).root
    assert [type(one) for one in found.blocks] == [Duties, Counters, Actions, Prose]


def test_the_blank_lines_within_prose_stay_and_those_around_it_go() -> None:
    assert texts(sheet("# W\n\n\none\n\n\ntwo\n\n\n").root) == ["one\n\n\ntwo"]


def test_each_unit_can_be_taken_for_prose_by_itself() -> None:
    found = sheet(
        f"# W\n\n- Shifter: Ana\n- 1 (+1) a\n- T\n  - note\n  - AI (Ana): x\n- AI (Ben): y\n\ntext\n\n{TABLE}"
    )
    assert [unit for piece in found.root.blocks for unit in separable_lines(piece)] == [
        {3},
        {4},
        {5, 6},
        {7},
        {8},
        {12, 13, 14, 15},
    ]


LINES = (
    *(
        "# W",
        "## A",
        "## A",
        "### *B*",
        "text",
        "",
        "",
        "  more",
        "- Shifter: Ana",
        "- Release:",
        "- 12 (+3) issues",
    ),
    *(
        "- AI (Ana): fix it",
        "  - half",
        "- topic",
        "  - AI (Ben): x",
        "AI (Ana):",
        "- AI (Ana):",
        "> quote",
        "```",
    ),
    *("<!-- why", "-->", "**Place:** Room", "Attending: Ana,", "Ben", "## Attendees", "| S | N | \u0394 |"),
    *("|---|---|---|", "| a | 1 | +1 |", "| b | | |", "1. one", "\ttab"),
)


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sets(st.integers(1, 14), max_size=3))
def test_every_line_that_is_not_blank_is_in_exactly_one_place(lines: list[str], prose: set[int]) -> None:
    found = sheet("\n".join(lines) + "\n", prose=tuple(prose))
    kept = sorted(placed(found))
    assert len(kept) == len(set(kept))
    assert {at for at, line in enumerate(lines, 1) if line.strip()} <= set(kept)


def placed(found: Sheet) -> list[int]:
    """Return the numbers of all lines that went into the head, a heading or a piece, blank ones left out."""
    inside = [at for part in found.root.walk() for piece in part.blocks for at in set(lines_of(piece))]
    titles = [at for part in found.root.walk() if part.title for at in range(part.line, part.line + 1)]
    every = [*set(found.head.lines), *inside, *titles]
    return [at for at in every if found.lines[at - 1].strip()]
