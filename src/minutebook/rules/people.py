"""Rules about people: attendance, owners and duty against the roster."""

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.records import schedule
from minutebook.records.history import History
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Action, Duties, Duty, Meeting
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.roster import UNASSIGNED, Roster, bare_name, plain_name
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.quotes import write_text


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name as a meeting has it, and where: the record that it stands in, and the path to it."""

    name: str
    key_path: KeyPath
    record: str


@HISTORY.rule("unknown-person")
def owners_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """The owner of an action item must be in the roster, or take part in the meeting."""
    roster = Roster(history.series.roster)
    if not roster:
        return
    participants = _participants(meeting)
    previous = history.previous_held(meeting.date)
    carried = {
        (action.id, owner) for action in (previous.actions if previous else ()) for owner in action.owners
    }
    for action in meeting.actions:
        for owner in _owners(action):
            known = roster.canonical(owner.name) or plain_name(owner.name) in participants
            if not known and owner.name != UNASSIGNED and (action.id, owner.name) not in carried:
                yield _unknown(roster, owner, f"owner '{owner.name}'")


@HISTORY.rule("not-in-roster", severity="warning")
def people_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who attends, is absent or has duty should be in the roster; others are guests."""
    roster = Roster(history.series.roster)
    guests = {plain_name(name) for name in meeting.guests}
    for mention in _mentions(meeting) if roster else ():
        name = plain_name(mention.name)
        if name and name not in guests and not roster.canonical(roster.present(mention.name)):
            yield _unknown(roster, mention, f"'{mention.name}'")


@HISTORY.rule("alias-used", severity="warning")
def people_have_one_spelling(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person should be written as the roster writes them."""
    roster = Roster(history.series.roster)
    names = [(mention, roster.present(mention.name)) for mention in _mentions(meeting)]
    for action in meeting.actions:
        if action.typed is None:
            names += [(owner, plain_name(owner.name)) for owner in _owners(action)]
    for mention, name in names:
        canonical = roster.canonical(name)
        if canonical and canonical != name:
            message = f"'{mention.name}' is called {canonical} in the roster"
            mend = write_text(canonical + mention.name[len(name) :], in_flow=True)
            hint = "Type: minutebook sync --fix"
            yield Finding(mention.key_path, message, hint=hint, record=mention.record, mend=mend)


@HISTORY.rule("former-member", severity="warning")
def owners_are_still_here(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An open action item should not be left with somebody who has gone."""
    roster = Roster(history.series.roster)
    for action in meeting.actions:
        for owner in _owners(action) if action.status == "open" else ():
            person = roster.person(owner.name)
            if person and person.until and person.until < meeting.date:
                message = f"{owner.name} left on {person.until}: who takes it over?"
                hint = f"Write another owner, or `{UNASSIGNED}`."
                yield Finding(owner.key_path, message, hint=hint, record=owner.record)


@HISTORY.rule("duty-changed", severity="warning")
def duty_is_as_announced(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who has duty this time should be who was announced for it last time."""
    previous = history.previous(meeting.date)
    rules = history.series.schedule
    if not previous or (rules and not schedule.one_step(rules, previous.date, meeting.date)):
        return
    roster = Roster(history.series.roster)
    announced = {(title, now.label): following.people for title, _, now, following in _turns(previous)}
    for title, key_path, duty, _following in _turns(meeting):
        expected = announced.get((title, duty.label), ())
        if expected and duty.people and _people(roster, expected) != _people(roster, duty.people):
            message = f"it is {', '.join(duty.people)}, but the meeting of {previous.date} announced {', '.join(expected)}"
            hint = "Check both: one of them is wrong, or they swapped."
            yield Finding((*key_path, duty.label), message, hint=hint, record=duty.record)


def _unknown(roster: Roster, mention: _Mention, quoted: str) -> Finding:
    message = f"{quoted} is not in the roster{suggestion(roster.nearest(mention.name))}"
    hint = "Write the name as the roster has it, add it to `roster` in series.yaml, or to `guests` here."
    return Finding(mention.key_path, message, hint=hint, record=mention.record)


def _participants(meeting: Meeting) -> set[str]:
    names = (*meeting.attending, *meeting.absent, *meeting.guests)
    return {spelling for name in names for spelling in (plain_name(name), bare_name(name))}


def _mentions(meeting: Meeting) -> Iterator[_Mention]:
    """Yield who attends, who is absent, and who has duty."""
    for key, names in (("attending", meeting.attending), ("absent", meeting.absent)):
        yield from (_Mention(name, (key, number), key) for number, name in enumerate(names))
    for _title, key_path, duties in _duties(meeting):
        for duty in duties:
            yield from _listed(duty.people, (*key_path, duty.label), duty.record)


def _owners(action: Action) -> Iterator[_Mention]:
    if action.typed is None:
        yield from _listed(action.owners, action.owner_path, action.record)
    else:
        yield from (_Mention(owner, action.owner_path, action.record) for owner in action.owners)


def _listed(names: tuple[str, ...], key_path: KeyPath, record: str) -> Iterator[_Mention]:
    """Yield names that stand in a list, or alone without one."""
    for number, name in enumerate(names):
        yield _Mention(name, (*key_path, number) if len(names) > 1 else key_path, record)


def _duties(meeting: Meeting) -> Iterator[tuple[str | None, KeyPath, tuple[Duty, ...]]]:
    for section in meeting.root.walk():
        for block in section.blocks:
            if isinstance(block, Duties) and block.duties:
                yield section.title, (*section.key_path, "duty"), block.duties


def _turns(meeting: Meeting) -> Iterator[tuple[str | None, KeyPath, Duty, Duty]]:
    """Yield the duties of this time and of next time, where a section says who comes next."""
    for title, key_path, duties in _duties(meeting):
        if len(duties) > 1:
            yield title, key_path, duties[0], duties[1]


def _people(roster: Roster, names: tuple[str, ...]) -> set[str]:
    return {roster.canonical(name) or plain_name(name) for name in names}
