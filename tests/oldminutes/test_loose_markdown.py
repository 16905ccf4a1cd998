"""Markdown as people write it by hand, where CommonMark takes it for something else."""

from minutebook.oldminutes.markdown_blocks import read_markdown


def test_a_label_right_below_an_item_ends_its_list() -> None:
    for label in ("Absent:", "**Absent**", "Absent\uff1a"):
        blocks = read_markdown(f"- Ada\n{label}\n- Ben\n").blocks
        assert [(block.kind, block.lines) for block in blocks] == [
            *(("list", range(1, 2)), ("paragraph", range(2, 3)), ("list", range(3, 4))),
        ]


def test_what_an_editor_wrapped_above_a_list_is_no_label() -> None:
    (block,) = read_markdown("- We need the\nfollowing:\n  - flour\n").blocks
    assert block.kind == "list"


def test_a_heading_may_lack_the_space_behind_its_signs() -> None:
    blocks = read_markdown("##Place\nMill\n#4 is mended\n").blocks
    assert [(block.kind, block.visible) for block in blocks] == [
        ("heading", "Place"),
        ("paragraph", "Mill\n#4 is mended"),
    ]


def test_a_table_may_have_too_few_or_too_many_columns_below_its_headings() -> None:
    for rule in ("|---|", "| --- | --- | --- |"):
        (table,) = read_markdown(f"| a | b |\n{rule}\n| c | d |\n").blocks
        assert table.cells == ((1, ("a", "b")), (3, ("c", "d")))


def test_a_box_ends_the_list_in_it() -> None:
    blocks = read_markdown(":::info\nOpen:\n- oil the mill\n:::\nAll is well.\n").blocks
    assert [block.kind for block in blocks] == ["rule", "paragraph", "list", "rule", "paragraph"]
