"""Rules about people: attendance, owners and duty against the roster."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from minutebook.actions.words import GROUP_WORDS, NOBODY_WORDS
from minutebook.records.attendance import ALL, ALL_BUT
from minutebook.records.history import History
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.roster import UNASSIGNED, Roster, bare_name, plain_name
from minutebook.rules.mentions import Mention, attendance, guests_of, on_duty, owners
from minutebook.rules.registry import HISTORY
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_inline


@HISTORY.rule("unknown-person", strict=True)
def names_are_not_mistyped(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A name must not be a mistyped name of the roster."""
    roster = Roster(history.series.roster)
    for mention, mistyped in _strangers(meeting, history, roster) if roster else ():
        if mistyped:
            finding = _unknown(mention, mistyped)
            hint = f"Type: minutebook sync --fix\nIf it is somebody else, add this name to `roster` in series.yaml{_as_guest(mention)}."
            yield replace(finding, hint=hint, mend=mention.respelt(roster.present(mention.name), mistyped))


@HISTORY.rule("unknown-person", severity="warning")
def people_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who attends, is absent, has duty or owns an action item should be in the roster; others are guests."""
    roster = Roster(history.series.roster)
    for mention, mistyped in _strangers(meeting, history, roster) if roster else ():
        if not mistyped:
            yield _pronoun(roster, mention) or _unknown(mention, roster.nearest(mention.name))


@HISTORY.rule("alias-used", severity="warning")
def people_have_one_spelling(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person should be written as the roster writes them."""
    roster = Roster(history.series.roster)
    mentions = (*attendance(meeting), *on_duty(meeting))
    names = [(mention, roster.present(mention.name)) for mention in mentions]
    for action in meeting.actions:
        if action.typed is None:
            names += [(owner, plain_name(owner.name)) for owner in owners(action)]
    for mention, name in names:
        canonical = roster.spelling(name, meeting.date)
        if canonical and canonical != name:
            message = f"'{mention.name}' is called {canonical} in the roster"
            mend = mention.respelt(name, canonical)
            hint = f"Type: minutebook sync --fix{_as_former(meeting, history, name)}"
            yield Finding(mention.key_path, message, hint=hint, record=mention.record, mend=mend)


def _as_former(meeting: Meeting, history: History, name: str) -> str:
    """Return how a name is kept in meetings before the newest, where it may have been right."""
    newest = history.previous_held(date.max)
    last = history.previous_held(newest.date) if newest and meeting.date < newest.date else None
    if not last:
        return ""
    former_name = write_inline({"name": name, "until": str(last.date)})
    return f"\nIf that was the name then, write under `aliases` in {history.series.path}: {former_name}"


@HISTORY.rule("former-member", severity="warning")
def owners_are_still_here(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An open action item should not be left with somebody who has gone."""
    roster = Roster(history.series.roster)
    for action in meeting.actions:
        for owner in owners(action) if action.status == "open" else ():
            person = roster.person(owner.name)
            if person and person.until and person.until < meeting.date:
                message = f"{owner.name} left on {person.until}: who takes it over?"
                hint = f"Write another owner, or `{UNASSIGNED}`."
                yield Finding(owner.key_path, message, hint=hint, record=owner.record)


def _strangers(meeting: Meeting, history: History, roster: Roster) -> Iterator[tuple[Mention, str | None]]:
    """Yield who is not in the roster and no guest, with whose name was mistyped there, if it was one."""
    guests = set(_spellings(guests_of(meeting)))
    listed = (*attendance(meeting), *on_duty(meeting))
    previous = history.previous_held(meeting.date)
    carried = {
        (action.id, owner) for action in (previous.actions if previous else ()) for owner in action.owners
    }
    # Who owns what was carried says nothing of who is meant by a name that was typed for this meeting.
    owned = tuple(
        owner
        for action in meeting.actions
        for owner in owners(action)
        if owner.name != UNASSIGNED and (action.id, owner.name) not in carried
    )
    mentioned = (roster.canonical(roster.present(mention.name)) for mention in (*listed, *owned))
    named = {*mentioned, *(roster.canonical(guest) for guest in guests)}
    participants = set(_spellings(meeting.named))
    for mentions, known in ((listed, guests), (owned, participants)):
        for mention in mentions:
            name = roster.present(mention.name)
            if (not name and not mention.role) or name in guests or roster.canonical(name):
                continue
            mistyped = roster.mistyped(name)
            mistyped = None if mistyped in named else mistyped
            if mistyped or name not in known:
                yield mention, mistyped


def _spellings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (plain_name(name), bare_name(name))


def _unknown(mention: Mention, nearest: str | None) -> Finding:
    message = f"{mention.quoted} is not in the roster{suggestion(nearest)}"
    others = f"add it to `roster` in series.yaml{_as_guest(mention)}"
    hint = f"Write the name as the roster has it{',' if ', ' in others else ' or'} {others}."
    return Finding(
        mention.key_path, message, hint=hint, record=mention.record, on_key=mention.typed is not None
    )


def _as_guest(mention: Mention) -> str:
    """Return how somebody in the place of a mention would be a guest; one who was absent is none."""
    key = mention.key_path[-2] if len(mention.key_path) > 1 else ""
    return {"attending": ", or move it to `guests`", "absent": "", ALL_BUT: ""}.get(
        str(key), ", or to `guests` here"
    )


def _pronoun(roster: Roster, mention: Mention) -> Finding | None:
    """Return what is said of an owner who is nobody or several people, such as TBD or all."""
    word = plain_name(mention.name).casefold() or mention.name
    groups = ", ".join(person.name for person in roster.people.values() if person.group)
    finding = _unknown(mention, None)
    if word == ALL and mention.key_path[-2:-1] == ("attending",):
        return replace(finding, hint=f"Write: attending: {ALL}")
    if not mention.role or word not in NOBODY_WORDS | GROUP_WORDS:
        return None
    if word in NOBODY_WORDS:
        others = f", or a group ({groups})" if groups else ""
        hint = f"Write: {UNASSIGNED}\nor, in its place, a name of the roster or of `guests`{others}."
        return replace(finding, hint=hint, mend=UNASSIGNED if mention.is_alone else None)
    here = f"a group of the roster ({groups})" if groups else "a name of the roster"
    hint = f"Write {here} or `{UNASSIGNED}`, or add under `roster` in series.yaml: {write_text(mention.name)}: {{group: true}}"
    return replace(finding, hint=hint)
