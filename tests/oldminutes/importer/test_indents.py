"""Lines that are moved to the left as far as the first of them is indented."""

import pytest

from minutebook.oldminutes.importer.indents import dedent


def test_lines_lose_the_indent_of_the_first() -> None:
    assert dedent(["- topic", "  - note", "    - more", ""], 2, 4) == [
        (2, "- note"),
        (3, "  - more"),
        (4, ""),
    ]


@pytest.mark.parametrize(
    ("line", "dedented"), [("\tmore", "more"), ("\t\tmore", "    more"), (" more", "more")]
)
def test_a_tab_reaches_to_the_next_fourth_column(line: str, dedented: str) -> None:
    assert dedent(["\tnote", line], 1, 2)[1] == (2, dedented)
