"""Who was there, written out where it was said in short."""

import pytest

from minutebook.records.attendance import Attendance
from minutebook.source.edits.attendance_names import write_names
from minutebook.source.edits.editor import Editor
from minutebook.source.yaml.loader import read


@pytest.mark.parametrize(
    ("text", "absent", "written"),
    [
        ("attending: all  # here\n", (), 'attending: [Mat, "Ada?"]  # here\n'),
        ("attending: {all but: [Cy]}\n", ("Cy",), 'attending: [Mat, "Ada?"]\nabsent: [Cy]\n'),
        ("absent:\n- Di\nattending: all\n", ("Di", "Cy"), 'absent:\n- Di\n- Cy\nattending: [Mat, "Ada?"]\n'),
        ("absent: []\nattending: all\n", ("Cy",), 'absent:\n  - Cy\nattending: [Mat, "Ada?"]\n'),
        ("{attending: all, x-a: b}\n", ("Cy",), '{attending: [Mat, "Ada?"], absent: [Cy], x-a: b}\n'),
    ],
)
def test_names_take_the_place_of_the_short_form(text: str, absent: tuple[str, ...], written: str) -> None:
    editor = Editor("a.yaml", text, read("a.yaml", text.encode()).data)
    write_names(editor, (), Attendance(("Mat", "Ada?"), absent))
    assert editor.result() == written


def test_many_names_have_a_line_each_below_what_was_remarked() -> None:
    names = tuple(f"Marco Mambelli {letter}" for letter in "ABCDE")
    text = "attending: all  # here\nabsent: [Di]\n"
    editor = Editor("a.yaml", text, read("a.yaml", text.encode()).data)
    write_names(editor, (), Attendance(names, ("Di",)))
    lines = "".join(f"  - {name}\n" for name in names)
    assert editor.result() == f"attending:  # here\n{lines}absent: [Di]\n"
