"""Rules about people: attendance, owners and duty against the roster."""

from collections.abc import Iterator

from minutebook.records import schedule
from minutebook.records.history import History
from minutebook.records.meeting import Action, Duties, Duty, Meeting
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.roster import UNASSIGNED, Roster, bare_name, plain_name
from minutebook.rules.registry import history_rule
from minutebook.source.yaml.quotes import write_text


@history_rule("unknown-person")
def owners_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """The owner of an action item is in the roster, or takes part in the meeting."""
    roster = Roster(history.series.roster)
    named = (*meeting.attending, *meeting.absent, *meeting.guests)
    here = {written for name in named for written in (plain_name(name), bare_name(name))}
    before = history.previous_held(meeting.date) if roster else None
    carried = {(old.id, owner) for old in (before.actions if before else ()) for owner in old.owners}
    for action in meeting.actions if roster else ():
        for number, owner in enumerate(action.owners):
            known = roster.canonical(owner) or plain_name(owner) in here or owner == UNASSIGNED
            if not known and (action.id, owner) not in carried:
                yield _unknown(roster, _owner_at(action, number), owner, f"owner '{owner}'", action.record)


@history_rule("not-in-roster", severity="warning")
def people_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who attends, is absent or has duty is in the roster; others are guests."""
    roster = Roster(history.series.roster)
    guests = {plain_name(name) for name in meeting.guests}
    for key_path, name, record in _named(meeting) if roster else ():
        known = roster.canonical(roster.present(name))
        if not known and plain_name(name) not in guests and plain_name(name):
            yield _unknown(roster, key_path, name, f"'{name}'", record)


@history_rule("alias-used", severity="warning")
def people_have_one_spelling(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person is written as the roster writes them."""
    roster = Roster(history.series.roster)
    owners = (
        (_owner_at(action, number), owner, plain_name(owner), action.record)
        for action in meeting.actions
        for number, owner in enumerate(action.owners)
        if action.shorthand is None
    )
    named = ((key_path, name, roster.present(name), record) for key_path, name, record in _named(meeting))
    for key_path, name, plain, record in (*named, *owners):
        canonical = roster.canonical(plain)
        if canonical and canonical != plain:
            new = canonical + name[len(plain) :]
            message = f"'{name}' is {canonical} in the roster"
            hint = "Type: minutebook sync --fix"
            mend = write_text(new, in_flow=True)
            yield Finding(key_path, message, hint=hint, record=record, mend=mend)


@history_rule("former-member", severity="warning")
def owners_are_still_here(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An open action item is not left with somebody who has gone."""
    roster = Roster(history.series.roster)
    for action in meeting.actions:
        for number, owner in enumerate(action.owners if action.status == "open" else ()):
            person = roster.person(owner)
            if person and person.until and person.until < meeting.date:
                message = f"{owner} left on {person.until}: who takes it over?"
                hint = f"Write another owner, or `{UNASSIGNED}`."
                yield Finding(_owner_at(action, number), message, hint=hint, record=action.record)


@history_rule("duty-changed", severity="warning")
def duty_is_as_announced(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who has duty this time is who was announced for it last time."""
    before = history.previous(meeting.date)
    rules = history.series.schedule
    if not before or (rules and not schedule.one_step(rules, before.date, meeting.date)):
        return
    roster = Roster(history.series.roster)
    announced = {(title, duties[0].label): duties[1].people for title, _at, duties in _turns(before)}
    for title, key_path, duties in _turns(meeting):
        said, now = announced.get((title, duties[0].label), ()), duties[0].people
        if said and now and _people(roster, said) != _people(roster, now):
            message = f"{', '.join(now)}, while {before.date} announced {', '.join(said)}"
            yield Finding(
                (*key_path, duties[0].label),
                message,
                hint="Check both: one of them is wrong, or they swapped.",
                record=f'duty "{duties[0].label}"',
            )


def _unknown(roster: Roster, key_path: KeyPath, name: str, what: str, record: str) -> Finding:
    near = roster.nearest(name)
    meant = f"; did you mean {near}?" if near else ""
    hint = "Write the name as the roster has it, add it to `roster` in series.yaml, or to `guests` here."
    return Finding(key_path, f"{what} is not in the roster{meant}", hint=hint, record=record)


def _named(meeting: Meeting) -> Iterator[tuple[KeyPath, str, str]]:
    for key, names in (("attending", meeting.attending), ("absent", meeting.absent)):
        yield from (((key, number), name, key) for number, name in enumerate(names))
    for _title, key_path, duties in _duties(meeting):
        for duty in duties:
            listed = len(duty.people) > 1
            for number, name in enumerate(duty.people):
                yield (*key_path, duty.label, *([number] if listed else [])), name, f'duty "{duty.label}"'


def _duties(meeting: Meeting) -> Iterator[tuple[str | None, KeyPath, tuple[Duty, ...]]]:
    for section in meeting.root.walk():
        for block in section.blocks:
            if isinstance(block, Duties) and block.duties:
                yield section.title, (*section.key_path, "duty"), block.duties


def _turns(meeting: Meeting) -> Iterator[tuple[str | None, KeyPath, tuple[Duty, ...]]]:
    """Yield the duties that say who comes next."""
    return (found for found in _duties(meeting) if len(found[2]) > 1)


def _owner_at(action: Action, number: int) -> KeyPath:
    if action.shorthand is not None:
        return (*action.key_path, action.shorthand)
    return (*action.key_path, "owner", *([number] if len(action.owners) > 1 else []))


def _people(roster: Roster, names: tuple[str, ...]) -> set[str]:
    return {roster.canonical(name) or plain_name(name) for name in names}
