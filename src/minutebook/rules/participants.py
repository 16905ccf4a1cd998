"""Rules about the lists of who was there."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.records.attendance import ALL, ALL_BUT, can_be_written_out
from minutebook.records.history import History
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import FIX, SYNC
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED, Roster, plain_name
from minutebook.rules.mentions import Mention, attendance, on_duty, owners
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.plain_values import one_or_more
from minutebook.source.yaml.writer import write_inline


@HISTORY.rule("person-twice", strict=True)
def people_stand_once(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person must stand once in the lists of a meeting, and once in those of each section, an item or a duty."""
    roster = history.roster
    for section in meeting.sections:
        mentions = (
            Mention(name, (*section.key_path, key, number), section.record or key, key)
            for key, names in section.attendance.lists()
            for number, name in enumerate(names)
        )
        yield from _twice(mentions, roster)
    for action in meeting.actions:
        yield from _twice(owners(action) if len(action.owners) > 1 else (), roster)
    for _key_path, mentions_of_duty in groupby(on_duty(meeting), lambda mention: mention.key_path[:-1]):
        yield from _twice(mentions_of_duty, roster)


@HISTORY.rule("attendance-short")
def attendance_is_written_out(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who was there must stand by name in a meeting that is no draft, for the roster will change."""
    roster = history.roster
    for section in meeting.sections_in_short:
        key_path = (*section.key_path, "attending")
        if can_be_written_out(section.attendance, roster, meeting.date):
            message = "who was there must stand here by name, for later changes of the roster change nothing"
            hint = SYNC
        elif groups := [name for name in section.attendance.all_but or () if roster.is_group(name)]:
            message = f"`{ALL_BUT}` must name people, and {groups[0]} is a group"
            hint = "Write who was absent by name."
        elif not roster.members(meeting.date):
            message = f"nobody was in the roster on {meeting.date}, so `{ALL}` names nobody"
            hint = "Write the names, or add people to `roster` in series.yaml."
        else:  # a mistyped name, which is told where it stands
            continue
        yield Finding(key_path, message, hint=hint, record=section.record or "attending", on_key=True)


@HISTORY.rule("attendance-short", severity="warning")
def everybody_stands_by_name(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A group of everybody should not stand for its people among those who were there."""
    for mention in attendance(meeting):
        is_everybody = plain_name(mention.name).casefold() in EVERYBODY_WORDS
        if is_everybody and mention.key_path[-2] == "attending" and history.roster.is_group(mention.name):
            message = f"'{mention.name}' is a group, so nobody stands here by name"
            hint = f"Write in place of the list: attending: {ALL}"
            yield Finding(mention.key_path, message, hint=hint, record=mention.record)


@HISTORY.rule("owner-unclear", severity="warning")
def nobody_stands_alone(meeting: Meeting, _history: History) -> Iterator[Finding]:
    """What somebody owns should not be `unassigned` as well."""
    for action in meeting.actions:
        if UNASSIGNED in action.owners and len(action.owners) > 1:
            owners = [name for name in action.owners if name != UNASSIGNED]
            message = f"`{UNASSIGNED}` stands beside {' and '.join(owners)}: whose is it?"
            hint = f"Write: owner: {write_inline(one_or_more(owners))}   or: owner: {UNASSIGNED}"
            yield Finding(action.path_of("owner"), message, hint=hint, record=action.record)


def _twice(mentions: Iterable[Mention], roster: Roster) -> Iterator[Finding]:
    """Yield who stands among some mentions again; the role of each is the list that it is in."""
    firsts: dict[str, Mention] = {}
    for mention in mentions:
        name = roster.present(mention.name)
        person = roster.as_known(name)
        earlier = firsts.setdefault(person, mention)
        if not person or earlier is mention:
            continue
        people = () if roster.has(name) else roster.namesakes(name)
        is_repetition = (earlier.role, earlier.name) == (mention.role, mention.name) and not people[1:]
        hint = FIX if is_repetition else "Delete one of the two."
        if people[1:]:
            hint += f"\nIf both are meant, write more of each name: {', '.join(people)}."
        as_other = "" if earlier.name == mention.name else f" as '{earlier.name}'"
        where = "there before" if earlier.role == mention.role else f"in `{earlier.role}` as well"
        yield Finding(
            mention.key_path,
            f"'{mention.name}' is {where}{as_other}; a person must stand once",
            hint=hint,
            record=mention.record,
            removes=is_repetition,
        )
