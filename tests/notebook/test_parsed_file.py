"""What is made of a meeting's file by itself."""

import pytest

from minutebook.notebook.brief_text import decode_actions
from minutebook.notebook.parsed_file import ParsedMeeting, parse_meeting, parse_usual_meeting, usual_document
from minutebook.records.history import make_brief
from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read

PATH = "meetings/team/2020-10-05.yaml"


def parsed(text: str, day: str = "2020-10-05") -> ParsedMeeting:
    """Return what is made of a meeting."""
    return parse_meeting(read(PATH, f"date: {day}\n{text}".encode()))


def test_the_actions_that_have_an_id_stand_there_with_their_lines() -> None:
    meeting = parsed("actions:\n  - Mat buys chairs\n  - {id: k7q2m4, owner: Mat, task: order parts}\n")
    (filed,) = decode_actions(meeting.actions, meeting.brief.actions)
    assert (filed.action.id, filed.line) == ("k7q2m4", 4)
    assert meeting.brief == make_brief(meeting.meeting)


def test_what_nothing_can_be_computed_of_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        parsed("", "2020-10-12")
    assert refusal.value.problems


def test_a_file_with_usual_lines_and_nothing_wrong_is_read_without_a_parser() -> None:
    text = "date: 2020-10-05\nactions:\n  - id: k7q2m4\n    owner: Mat\n    task: order parts\n"
    usual = usual_document(PATH, text.encode())
    assert usual is not None
    assert parse_usual_meeting(usual) == parse_meeting(read(PATH, text.encode()))
    for wrong in ("date: 2020-10-12\n", "date: 2020-10-05\ntittle: A\n", "date: 2020-10-05 # x\n", "\x00"):
        usual = usual_document(PATH, wrong.encode())
        assert usual is None or parse_usual_meeting(usual) is None
