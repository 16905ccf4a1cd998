"""What may be shown of the characters in a text."""

from hypothesis import given
from hypothesis import strategies as st

from minutebook.reports.characters import printable


@given(st.text())
def test_any_text_is_made_printable(text: str) -> None:
    assert printable(text).isprintable()


def test_a_name_that_is_no_utf_8_can_be_shown() -> None:
    assert printable("caf\udce9") == "caf\\udce9"
