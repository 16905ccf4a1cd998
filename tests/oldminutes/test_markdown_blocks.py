"""Markdown as blocks with their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.oldminutes.markdown_blocks import read_markdown, strip_markup, without_bullet

TEXT = """\
---
title: Shop
---
# Shop

Present: Ada

- one
  two
  - three

| n | State |
|---|-------|
| 1 | Open \\| shut |

```
code
```
"""


def test_each_block_knows_its_lines() -> None:
    blocks = [(block.kind, block.first_line, block.last_line) for block in read_markdown(TEXT).blocks]
    assert blocks == [
        ("front", 1, 3),
        ("heading", 4, 4),
        ("paragraph", 6, 6),
        ("list", 8, 10),
        ("table", 12, 14),
        ("code", 16, 18),
    ]


def test_what_is_only_indented_too_far_is_no_code() -> None:
    blocks = read_markdown("Present:\n\n    Ada\n\n- Open\n\n        - Order parts\n").blocks
    assert [block.kind for parent in blocks for block in parent.walk()] == [
        *("paragraph", "paragraph"),
        *("list", "item", "paragraph", "list", "item", "paragraph"),
    ]


def test_an_item_holds_what_stands_below_it() -> None:
    (item,) = read_markdown(TEXT).blocks[3].children
    assert [(child.kind, child.visible) for child in item.children] == [
        ("paragraph", "one\ntwo"),
        ("list", ""),
    ]


def test_a_list_of_another_kind_that_is_hardly_indented_stands_below_the_item_before_it() -> None:
    (numbered, second) = read_markdown("1. Mend the till\n  - by hand\n2. Sweep\n").blocks
    (item,) = numbered.children
    assert [child.kind for child in item.children] == ["paragraph", "list"]
    assert (numbered.last_line, second.lines) == (2, range(3, 4))


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_unusual_line_ends_are_line_ends_and_told(sign: str) -> None:
    document = read_markdown(f"one{sign}two\nthree\n")
    assert document.lines[:3] == ("one", "two", "three")
    assert document.split == (1,)


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\x9f", "\u200b", "\u202c", "\u2066", "\ufffe"])
def test_what_cannot_be_seen_is_left_out_and_told(sign: str) -> None:
    document = read_markdown(f"o{sign}ne\ntwo\n")
    assert (document.lines[:2], document.split) == (("one", "two"), (1,))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- one", "one"),
        ("  * one", "one"),
        ("12. one", "one"),
        ("3) one", "one"),
        ("-", ""),
        ("2020 was", "2020 was"),
    ],
)
def test_a_line_may_begin_with_a_bullet(line: str, text: str) -> None:
    assert without_bullet(line) == text


@pytest.mark.parametrize(
    ("text", "visible"),
    [("**one**", "one"), ("`one`", "one"), (r"1\. one", "1. one"), ("a &amp;  b", "a & b")],
)
def test_short_pieces_are_read_as_they_are_seen(text: str, visible: str) -> None:
    assert strip_markup(text) == visible


@given(st.text(alphabet="ab#-*>|` \n\t1.", max_size=60))
def test_blocks_stand_in_order_and_within_the_text(text: str) -> None:
    document = read_markdown(text)
    previous = 0
    for block in document.blocks:
        assert previous < block.first_line <= block.last_line <= len(document.lines)
        previous = block.last_line
        assert all(
            block.first_line <= inner.first_line <= inner.last_line <= block.last_line
            for inner in block.walk()
        )


def test_front_matter_may_have_empty_lines_between_its_keys() -> None:
    fields = "---\ntitle: Shop\n\npresent:\n- name: Ada\n...\nIt rains.\n"
    assert [block.kind for block in read_markdown(fields).blocks] == ["front", "paragraph"]
    prose = "---\nIt rains.\n\nIt pours.\n\n---\n"
    assert read_markdown(prose).blocks[0].kind == "rule"


@pytest.mark.parametrize("link", ["[[Ada]]", "[[people/Ada]]", "[[people/Ada Quill|Ada]]"])
def test_a_link_of_a_wiki_shows_a_name_and_is_no_plain_text(link: str) -> None:
    (paragraph,) = read_markdown(f"{link} oils it\n").blocks
    assert (paragraph.visible, paragraph.is_plain) == ("Ada oils it", False)


def test_a_line_of_spaces_that_do_not_break_ends_a_paragraph() -> None:
    blocks = read_markdown("Shop\n\u00a0  \nPresent: Ada\n").blocks
    assert [(block.kind, block.visible) for block in blocks] == [
        ("paragraph", "Shop"),
        ("paragraph", "Present: Ada"),
    ]
