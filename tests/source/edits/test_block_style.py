"""Whole lines of lists and mappings in block style."""

from minutebook.source.edits.block_style import add_key, cut_key, fill, list_end
from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.spans import spans_of

TEXT = "list:\n  - a\n\n  - b\n    # of b\nempty:\nlast: 1\n"


def test_a_list_ends_below_the_comments_of_its_last_item_and_has_its_empty_lines() -> None:
    end = list_end(spans_of(TEXT), ("list",), ("list", 1))

    assert (end.position, end.column, end.gap) == (TEXT.index("\nempty"), 2, ("",))


def test_a_key_is_added_behind_another_or_in_the_first_place() -> None:
    first, second = EditedText(TEXT), EditedText(TEXT)
    add_key(first, spans_of(TEXT), (), ["new: 2"], "last")
    add_key(second, spans_of(TEXT), (), ["new: 2"], None)

    assert first.text == f"{TEXT.removesuffix(chr(10))}\nnew: 2\n"
    assert second.text == f"new: 2\n{TEXT}"


def test_a_key_without_a_value_gets_the_first_item_of_a_list_below_it() -> None:
    edited = EditedText(TEXT)
    fill(edited, spans_of(TEXT), ("empty",), "c", [])

    assert edited.text == TEXT.replace("empty:\n", "empty:\n  - c\n")


def test_a_key_is_cut_with_its_lines() -> None:
    edited = EditedText(TEXT)
    cut_key(edited, spans_of(TEXT), ("list",))

    assert edited.text == "empty:\nlast: 1\n"
