"""Where a meeting names people: in its lists, as owners of action items, and with duties."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.records.attendance import ALL_BUT
from minutebook.records.meeting import Action, Duties, Meeting, Section, TypedText
from minutebook.records.problem import KeyPath
from minutebook.records.roster import Roster
from minutebook.source.yaml.quotes import write_text


# As a tuple it is made in half of the time, and a check makes some for each name of each meeting.
class Mention(NamedTuple):
    """A name as a meeting has it, and where: the record that it stands in, and the path to it.

    `role` is what it stands for if its place does not say so, `typed` the line with it if that was typed in a hurry;
    `is_alone` says that there is no other name in its place.
    """

    name: str
    key_path: KeyPath
    record: str
    role: str = ""
    typed: TypedText | None = None
    is_alone: bool = False

    @property
    def quoted(self) -> str:
        """How a message quotes the name."""
        return f"{self.role} '{self.name}'" if self.role else f"'{self.name}'"

    def respelt(self, spelling: str, right: str) -> str:
        """Return what to write in its place, so that a spelling in it becomes the right one."""
        if self.typed is None:
            return write_text(right + self.name[len(spelling) :], in_flow=True)
        text = self.typed.line if self.typed.key is None else self.typed.key
        return write_text(re.sub(rf"(?<!\w){re.escape(spelling)}(?!\w)", lambda _match: right, text, count=1))


def name_choice(roster: Roster) -> str:
    """Return in words whom an owner can be chosen from."""
    return f"a name of the roster or of `guests`{roster.group_choice}"


def attendance(meeting: Meeting) -> Iterator[Mention]:
    """Yield who attends and who is absent, of the meeting and of each section."""
    for section in meeting.sections:
        yield from attendance_of(section)


def attendance_of(section: Section) -> Iterator[Mention]:
    """Yield who attends and who is absent of a section."""
    people = section.attendance
    lists = (
        (("attending",), people.attending),
        (("attending", ALL_BUT), people.all_but or ()),
        (("absent",), people.absent),
    )
    for keys, names in lists:
        for number, name in enumerate(names):
            yield Mention(name, (*section.key_path, *keys, number), section.record or keys[-1])


def guests_of(meeting: Meeting) -> Iterator[str]:
    """Yield the guests of the meeting and of each section."""
    for section in meeting.sections:
        yield from section.attendance.guests


def on_duty(meeting: Meeting) -> Iterator[Mention]:
    """Yield who has duty."""
    for section, block in meeting.blocks_of(Duties):
        for duty in block.duties:
            yield from _listed(duty.people, (*section.key_path, "duty", duty.label), duty.record)


def owners(action: Action) -> Iterator[Mention]:
    """Yield the owners of an action item."""
    if action.typed is None:
        yield from _listed(action.owners, action.path_of("owner"), action.record, "owner")
    else:
        for owner in action.owners:
            yield Mention(owner, action.path_of("owner"), action.record, "owner", action.typed)


def _listed(names: tuple[str, ...], key_path: KeyPath, record: str, role: str = "") -> Iterator[Mention]:
    """Yield names that stand in a list, or alone without one, where the place of the first is that of the value."""
    for number, name in enumerate(names):
        yield Mention(name, (*key_path, number), record, role, is_alone=len(names) == 1)
