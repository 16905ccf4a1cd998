"""The headings of old minutes as sections below one another."""

import pytest
from support.oldminutes.sheets import DAY

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.outline import OpenSection, outline
from minutebook.oldminutes.titles import find_title

Tree = dict[str, object]


def read(text: str, prose: frozenset[int] = frozenset(), *, generated: bool = False) -> OpenSection:
    """Return the sections of a file."""
    document = read_markdown(text)
    title = find_title(document.blocks, titled=False)
    return outline(document, title, prose, generated=generated)


def tree(section: OpenSection) -> Tree:
    """Return the titles of the sections below one as a tree."""
    return {str(nested.title): tree(nested) for nested in section.sections}


def texts(section: OpenSection) -> list[str]:
    """Return the texts of the blocks that stand in a section itself."""
    return [block.visible for block in section.blocks]


def test_sections_stand_below_one_another() -> None:
    root = read("# T\n\n## A\n\n### A1\n\n### A2\n\n## B\n")
    assert tree(root) == {"A": {"A1": {}, "A2": {}}, "B": {}}
    assert [section.depth for section in (root, root.sections[0], root.sections[0].sections[0])] == [1, 2, 3]


def test_a_level_that_was_left_out_counts_as_the_next() -> None:
    assert tree(read("# T\n\n### A\n\n##### A1\n\n### B\n")) == {"A": {"A1": {}}, "B": {}}


def test_chapters_of_the_highest_level_are_sections() -> None:
    assert tree(read("# 1. Open\n\n# 2. End\n")) == {"1. Open": {}, "2. End": {}}


def test_a_section_has_its_blocks_and_the_lines_between_the_headings() -> None:
    root = read("above\n\n# T\n\nhead\n\n## A\n\none\n\ntwo\n")
    (section,) = root.sections
    assert (texts(root), texts(section)) == (["above", "head"], ["one", "two"])
    assert (root.line, root.spans) == (0, [range(1, 3), range(4, 7)])
    assert (section.line, section.spans) == (7, [range(8, 13)])


def test_headings_may_be_bold_or_underlined() -> None:
    assert tree(read("# T\n\n## **A**\n\nB\n----\n\nb\n")) == {"A": {}, "B": {}}


def test_front_matter_belongs_to_no_section() -> None:
    root = read("---\ntitle: T\n---\n\ntext\n")
    assert (texts(root), root.spans) == (["text"], [range(4, 7)])


@pytest.mark.parametrize("heading", ["## [A](https://example.org)", "## A", "##", "## A\ue000B"])
def test_a_heading_that_can_be_no_title_stays_in_the_text(heading: str) -> None:
    root = read(f"# T\n\n## A\n\n{heading}\n\ntext\n")
    assert tree(root) == {"A": {}}
    assert root.sections[0].blocks[0].kind == "heading"


def test_two_sections_may_have_one_title_below_others() -> None:
    assert tree(read("# T\n\n## A\n\n### X\n\n## B\n\n### X\n")) == {"A": {"X": {}}, "B": {"X": {}}}


def test_below_a_heading_that_is_text_a_deeper_one_is_text_as_well() -> None:
    assert tree(read("# T\n\n## `A`\n\n### A1\n\n## B\n")) == {"B": {}}


def test_a_heading_with_a_wide_space_is_a_title() -> None:
    assert tree(read("# T\n\n## A\u3000B\n")) == {"A\u3000B": {}}


def test_a_heading_in_a_line_that_stays_prose_is_text() -> None:
    assert tree(read("# T\n\n## A\n\n## B\n", frozenset({3}))) == {"B": {}}


MINUTES = f"{minutes_mark(f'{DAY}.yaml')}\n# T\n\n\n## A\n\n\n### A1\n\n\n## B\n"


@pytest.mark.parametrize(
    ("changed", "titles"),
    [
        (("", ""), {"A": {"A1": {}}, "B": {}}),
        (("\n\n\n## B", "\n\n## B"), {"A": {"A1": {}}}),
        (("## A\n", "### A\n"), {"B": {}}),
        (("### A1", "#### A1"), {"A": {}, "B": {}}),
        (("# T\n", "T\n"), {}),
        (("## B", "# B"), {"A": {"A1": {}}}),
    ],
)
def test_what_minutebook_wrote_has_its_gaps_and_levels(changed: tuple[str, str], titles: Tree) -> None:
    assert tree(read(MINUTES.replace(*changed), generated=True)) == titles


def test_below_the_head_of_a_file_that_is_text_headings_keep_their_levels() -> None:
    assert tree(read("# [T](/t)\n\n## A\n\n### A1\n\n# B\n")) == {"A": {"A1": {}}, "B": {}}
    assert tree(read("# T\n\n## 5 May 2026, [1 pm](/t)\n\n### A\n")) == {"A": {}}
    assert tree(read("# [T](/t)\n\n## A\n\n# [U](/u)\n\n## B\n")) == {}
