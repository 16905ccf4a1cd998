"""What is made of the file of a meeting, whatever stands in other files."""

import re
from collections.abc import Callable, Iterable

from minutebook import rules
from minutebook.actions.carry import filed_actions
from minutebook.notebook.brief_text import encode_actions
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import Brief, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.problem import KeyPath
from minutebook.records.refusal import Refused
from minutebook.source import build
from minutebook.source.schema import schemas
from minutebook.source.yaml.decoder import decode
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.usual_lines import UsualDocument, read_usual

_ID = re.compile(rb"[a-z][0-9][0-9a-z]{2,6}")


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """A meeting, and what others look for in it: its brief, and its encoded actions that have an id."""

    meeting: Meeting
    brief: Brief
    actions: bytes


def parse_meeting(document: Document) -> ParsedMeeting:
    """Return what is made of a document that fits its schema; raises Refused where nothing can be computed of it."""
    meeting = build.build_meeting(document)
    broken = tuple(document.problem(finding) for finding in rules.structural_findings(meeting))
    if broken:
        raise Refused(broken)
    return _parsed(meeting, lambda key_path: document.location(key_path).line)


def usual_document(path: str, data: bytes) -> UsualDocument | None:
    """Return the data of a file with usual lines, None of any other one."""
    try:
        return read_usual(path, decode(path, data))
    except Refused:
        return None


def parse_usual_meeting(document: UsualDocument) -> ParsedMeeting | None:
    """Return what is made of a meeting in usual lines, None where anything is wrong in it."""
    if not schemas.fits("meeting", document.data):
        return None
    meeting = build.build_meeting(document)
    if any(True for _ in rules.structural_findings(meeting)):
        return None
    return _parsed(meeting, document.lines.__getitem__)


def possible_ids(data: bytes) -> Iterable[str] | None:
    """Return whatever in a file looks like the id of an action, None where one may be written so that it doesn't."""
    return None if b"\\" in data else map(bytes.decode, _ID.findall(data))


def _parsed(meeting: Meeting, line_of: Callable[[KeyPath], int]) -> ParsedMeeting:
    listed = encode_actions(filed_actions(meeting), line_of)
    return ParsedMeeting(meeting, make_brief(meeting), listed)
