"""What is made of the file of a meeting, whatever stands in other files."""

from minutebook import rules
from minutebook.actions.carry import filed_actions
from minutebook.notebook.brief_text import encode_actions
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import Brief, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.refusal import Refused
from minutebook.source import build
from minutebook.source.yaml.document import Document


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
    listed = encode_actions(filed_actions(meeting), lambda key_path: document.location(key_path).line)
    return ParsedMeeting(meeting, make_brief(meeting), listed)
