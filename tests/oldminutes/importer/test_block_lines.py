"""The lines that a block is made from, and which of them become prose together."""

from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.importer.block_lines import lines_of, lines_to_keep, separable_lines

TABLE = "| State | Issues | \u0394 |\n|---|---|---|\n| open | 12 | +3 |\n| closed | 4 | 0 |\n"


def test_each_unit_can_be_taken_for_prose_by_itself() -> None:
    sheet = sheet_of(
        f"# W\n\n- Shifter: Ana\n- 1 (+1) a\n- T\n  - note\n  - AI (Ana): x\n- AI (Ben): y\n\ntext\n\n{TABLE}"
    )
    assert [unit for block in sheet.root.blocks for unit in separable_lines(block)] == [
        {3},
        {4},
        {5, 6},
        {7},
        {8},
        {12, 13, 14, 15},
    ]


def test_the_lines_of_a_block_are_all_that_it_is_made_from() -> None:
    (actions,) = sheet_of("# W\n\n- T\n  - note\n  - AI (Ana): x\n- AI (Ben): y\n").root.blocks
    assert list(lines_of(actions)) == [3, 4, 5, 6]


def test_what_is_made_from_a_line_becomes_prose_with_all_its_lines() -> None:
    sheet = sheet_of("# W\n\n## News\n\n- AI (Ana): x\n  - half\n- AI (Ben): y\n")
    assert lines_to_keep(sheet, {6}) == {5, 6}
    assert lines_to_keep(sheet, {3, 7}) == {3, 7}
