"""Who was there is read from the lists that minutes begin with."""

import pytest

from minutebook.oldminutes.handwritten.attendees import read_attendees
from minutebook.oldminutes.handwritten.blocks import place_blocks


def names(text: str) -> list[str]:
    """Return who attended, as a text has them."""
    return [name.text for name in read_attendees(tuple(place_blocks(text)))]


@pytest.mark.parametrize(
    ("text", "attendees"),
    [
        ("**Attending:** Ada, Ben,\nCarl Cole, Dan\n\nText", ["Ada", "Ben", "Carl Cole", "Dan"]),
        ("Present: Ada; Ben and Carl.", ["Ada", "Ben", "Carl"]),
        ("- Attendees: Ada (remote), Ben?", ["Ada", "Ben"]),
        ("Participants:\n* Ada\n* Ben\n\nText, and More", ["Ada", "Ben"]),
        ("**Attending:**\n\n* Ada\n* Ben\n\n* Carl", ["Ada", "Ben"]),
        ("Attending:\n\nText", []),
        ("## Attendees\n\n- Ada\n- Ben\n\n## Next\n\n- Carl", ["Ada", "Ben"]),
        ("**Attending**: Ada, Ben\n**Absent**: Carl", ["Ada", "Ben"]),
        ("| a |\n|---|\n\nAttending to the door: Ada", []),
        ("Members present: Ada and Ben", ["Ada", "Ben"]),
        ("Rollcall: Ada", ["Ada"]),
    ],
)
def test_lists_of_those_present_are_read(text: str, attendees: list[str]) -> None:
    assert names(text) == attendees


def test_each_name_has_its_line() -> None:
    blocks = tuple(place_blocks("Attending: Ada,\nBen\n"))
    assert [(name.text, name.line) for name in read_attendees(blocks)] == [("Ada", 1), ("Ben", 2)]


def test_who_has_an_empty_box_did_not_attend() -> None:
    assert names("## Attendees\n\n- [x] Ada\n- [ ] Ben\n") == ["Ada"]


@pytest.mark.parametrize("text", ["Absent: Ada", "Guests: Ada", "Regrets: Ada"])
def test_who_is_absent_or_a_guest_is_in_no_list_of_those_present(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["Attending: a gift", "Attending: 12", "Attending: the whole team of today met"]
)
def test_what_is_no_name_is_left_out(text: str) -> None:
    assert names(text) == []
