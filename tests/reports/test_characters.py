"""What may be shown of the characters in a text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from minutebook.reports.characters import harmless, printable


@given(st.text())
def test_any_text_is_made_printable(text: str) -> None:
    assert printable(text).isprintable()


def test_a_name_that_is_no_utf_8_can_be_shown() -> None:
    assert printable("caf\udce9") == "caf\\udce9"


def test_nothing_in_a_name_acts_upon_a_terminal() -> None:
    assert harmless("a\x1b[2Jb\x9b\u202e\rc") == "a\\u001b[2Jb\\u009b\\u202e\\u000dc"


def test_lines_colours_and_text_of_any_language_stay() -> None:
    text = "\x1b[31ma\x1b[0m\n\u05d0\u200f\u0645\u06cc\u200c\r\n\U0001f468\u200d\U0001f469"
    assert harmless(text, colored=True) == text


def test_only_colours_are_let_through_where_they_are_shown() -> None:
    assert (
        harmless("\x1b]0;x\x07\x1b[2J\x1b[1;31mé", colored=True) == "\\u001b]0;x\\u0007\\u001b[2J\x1b[1;31mé"
    )


def test_json_is_the_same_json() -> None:
    data = {"path": "a\u202eb\x9b\x1b"}
    assert json.loads(harmless(json.dumps(data, ensure_ascii=False))) == data
