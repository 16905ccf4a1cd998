"""Lists without bullets."""

import pytest

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.plain_lists import lines_as_list


def items(text: str) -> list[str] | None:
    """Return the items of a paragraph that is a list."""
    document = read_markdown(text)
    read = lines_as_list(document.blocks[0], document)
    return [document.text(item) for item in read.children] if read else None


@pytest.mark.parametrize("end", ["", "\\", "  ", "<br>"])
def test_lines_may_be_items(end: str) -> None:
    assert items(f"Oil the door{end}\ncall Ben\n") is not None


def test_each_line_is_an_item() -> None:
    assert items("Oil the door\ncall Ben\n") == ["Oil the door", "call Ben"]


@pytest.mark.parametrize(
    "text",
    [
        "Oil the door\n",
        "Oil the door.\nCall Ben\n",
        "We talked for a long time about whether one can\nstill oil the door\n",
        "Oil the door\n[Minutes](minutes.md)\n",
        "Date: 5 October 2026\nPlace: Mill\n",
        "Present: Ada\nOil the door\n",
        f"Oil the door\n{'very ' * 50} well\n",
    ],
)
def test_other_lines_are_text(text: str) -> None:
    assert items(text) is None


def test_hard_breaks_make_items_of_long_lines() -> None:
    line = "Oil the door of the mill with the oil of the shop\\"
    assert items(f"{line}\nand call Ben\n") == [line, "and call Ben"]
