"""Bullets that are written below notes, and lines that leave a block."""

import pytest

from minutebook.source.edits.editor import Editor
from minutebook.source.edits.note_bullets import add_bullets, keep_lines
from minutebook.source.yaml.loader import read


def editor(text: str) -> Editor:
    """Return an editor of a text."""
    return Editor("a.yaml", text, read("a.yaml", text.encode()).data)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("title: A\n", "title: A\nnotes: |\n  -   new\n"),
        ("notes: |\n\nactions: []\n", "notes: |\n  -   new\n\nactions: []\n"),
        ("notes:  # here\n", "notes: |  # here\n  -   new\n"),
        ("notes: |  # here\n    -   old\n\n\nx-a: b\n", "notes: |  # here\n    -   old\n    -   new\n\n\nx-a: b\n"),
        ("notes: |\n  * old\n    more\n", "notes: |\n  * old\n    more\n  * new\n"),
        ("notes: |\n  some words\n", "notes: |\n  some words\n\n  -   new\n"),
        ("notes: some words  # here\n", "notes: |  # here\n  some words\n\n  -   new\n"),
        ('notes: ""\n', "notes: |\n  -   new\n"),
        ('notes: "- old"\n', "notes: |\n  - old\n  - new\n"),
        ("notes: |\r\n  - old\r\n", "notes: |\r\n  - old\r\n  - new\r\n"),
        ("notes: |-\n  - old\n", "notes: |\n  - old\n  - new\n"),
        ("notes: |2\n    code\n  - old\n", "notes: |2\n    code\n  - old\n  - new\n"),
        ("notes: |\n  - old", "notes: |\n  - old\n  - new\n"),
        ("title: A\ntable: {id: a, columns: [b], rows: {c: 1}}\nactions: []\n", "title: A\ntable: {id: a, columns: [b], rows: {c: 1}}\nnotes: |\n  -   new\nactions: []\n"),
        ("{title: A}\n", '{title: A, notes: "-   new\\n"}\n'),
        ("notes: |\n  -   *New*\n  -   new\n", "notes: |\n  -   *New*\n  -   new\n"),
    ],
)  # fmt: skip
def test_a_bullet_is_written_as_those_above_it_are_unless_it_is_there(text: str, written: str) -> None:
    edited = editor(text)
    add_bullets(edited, (), ["new", "New"])
    assert edited.result() == written


def test_what_is_left_of_a_block_keeps_its_indentation_and_nothing_takes_its_key_away() -> None:
    text = "date: 2020-10-19\nquick: |\n    a\n    b\n\n# below\nnotes: |\n  c\n"
    edited = editor(text)
    keep_lines(edited, "quick", ["b"])
    assert edited.result() == text.replace("    a\n", "")
    edited = editor(text)
    keep_lines(edited, "quick", [])
    assert edited.result() == "date: 2020-10-19\n\n# below\nnotes: |\n  c\n"


def test_several_come_in_their_order_each_once() -> None:
    edited = editor("notes: |\n  - a\n")
    add_bullets(edited, (), ["b", "A", "c", "b", "d"])
    assert edited.result() == "notes: |\n  - a\n  - b\n  - c\n  - d\n"
