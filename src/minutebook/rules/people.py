"""Rules about people: attendance, owners and duty against the roster."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from minutebook.actions.words import EVERYBODY_WORDS, GROUP_WORDS, NOBODY_WORDS
from minutebook.records.attendance import ALL, ALL_BUT
from minutebook.records.history import History
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import FIX
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.roster import UNASSIGNED, Roster, plain_name
from minutebook.rules.mentions import Mention, attendance, name_choice, on_duty, owners
from minutebook.rules.registry import HISTORY
from minutebook.rules.strangers import Stranger, strangers
from minutebook.source.schema.spoken_attendance import absent_name, short_form
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_inline

_NOBODY = NOBODY_WORDS | {UNASSIGNED}


@HISTORY.rule("unknown-person", strict=True)
def names_are_not_mistyped(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A name must not be a mistyped name of the roster, nor leave out of `all` somebody who is not in it."""
    roster = history.roster
    for stranger in strangers(meeting, history, roster) if roster else ():
        if stranger.is_error:
            yield _about(stranger, roster, history, meeting.date)


@HISTORY.rule("unknown-person", severity="warning")
def people_are_known(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who attends, is absent, has duty or owns an action item should be in the roster; others are guests."""
    roster = history.roster
    unknown = tuple(strangers(meeting, history, roster)) if roster else ()
    in_words = dict(_lists_in_words(meeting, unknown))
    yield from in_words.values()
    for stranger in unknown:
        if not stranger.is_error and stranger.mention.key_path[:-1] not in in_words:
            yield _about(stranger, roster, history, meeting.date)


@HISTORY.rule("unknown-person", severity="warning")
def who_was_away_did_not_attend(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who is said to be away, as in `Mat (sick)`, must not stand among those who attended."""
    roster = history.roster
    for mention in attendance(meeting):
        # To compile the words of ten languages takes a hook a millisecond, and a name of the roster has none of them.
        may_be_away = mention.key_path[-2] == "attending" and not roster.has(mention.name)
        absent = absent_name(mention.name) if may_be_away else None
        if absent and (person := roster.canonical(absent)) and roster.has(roster.present(mention.name)):
            yield _away(mention, person)


def _away(mention: Mention, person: str) -> Finding:
    message = f"{mention.quoted} must not stand among those who attended"
    hint = f"If {person} was absent, delete it here and write under `absent`: {write_text(person)}"
    return Finding(mention.key_path, message, hint=hint, record=mention.record)


def _lists_in_words(meeting: Meeting, unknown: Iterable[Stranger]) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield the lists of who attended whose first entry says that all did, each with what is said of it."""
    names = {(*section.key_path, "attending"): section.attendance.attending for section in meeting.sections}
    for stranger in unknown:
        *above, number = stranger.mention.key_path
        entries = names.get(tuple(above), ()) if number == 0 else ()
        if entries and (short := short_form(", ".join(entries))):
            message = f"{stranger.mention.quoted} must not stand in a list of names"
            hint = f"Write: attending: {short}"
            record = stranger.mention.record
            yield tuple(above), Finding(tuple(above), message, hint=hint, record=record, mend=short)


@HISTORY.rule("alias-used", severity="warning")
def people_have_one_spelling(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A person should be written as the roster writes them."""
    roster = history.roster
    mentions = (*attendance(meeting), *on_duty(meeting))
    names = [(mention, roster.present(mention.name)) for mention in mentions]
    for action in meeting.actions:
        if action.typed is None:
            names += [(owner, plain_name(owner.name)) for owner in owners(action)]
    for mention, name in names:
        canonical = roster.spelling(name, meeting.date)
        if canonical and canonical != name and roster.has(name):
            message = f"'{mention.name}' is called {canonical} in the roster"
            mend = mention.respelt(name, canonical)
            hint = f"{FIX}{_as_former(meeting, history, name)}"
            yield Finding(mention.key_path, message, hint=hint, record=mention.record, mend=mend)


def _as_former(meeting: Meeting, history: History, name: str) -> str:
    """Return how a name is kept in meetings before the newest, where it may have been right."""
    newest = history.newest_held
    last = history.previous_held(newest.date) if newest and meeting.date < newest.date else None
    if not last:
        return ""
    former_name = write_inline({"name": name, "until": str(last.date)})
    return f"\nIf that was the name then, write under `aliases` in {history.series.path}: {former_name}"


@HISTORY.rule("former-member", severity="warning")
def owners_are_still_here(meeting: Meeting, history: History) -> Iterator[Finding]:
    """An open action item should not be left with somebody who has gone."""
    roster = history.roster
    for action in meeting.actions:
        # What is carried on is told where it stands last: it may be closed there.
        is_last = action.status == "open" and not history.is_carried_on(meeting.date, action.id)
        for owner in owners(action) if is_last else ():
            person = roster.person(owner.name)
            if person and person.until and person.until < meeting.date:
                message = f"{owner.name} left on {person.until}: who takes it over?"
                hint = f"Write another owner, or `{UNASSIGNED}`."
                yield Finding(owner.key_path, message, hint=hint, record=owner.record)


@HISTORY.rule("former-member", severity="warning")
def participants_are_members(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who attends or has duty should have begun by then, and not have gone."""
    roster = history.roster
    attending = [mention for mention in attendance(meeting) if mention.key_path[-2] == "attending"]
    for mention in (*attending, *on_duty(meeting)):
        person = roster.person(roster.present(mention.name))
        if not person:
            continue
        if person.until and person.until < meeting.date:
            key, message = "until", f"{person.name} left on {person.until}"
        elif person.since and meeting.date < person.since:
            key, message = "from", f"{person.name} begins on {person.since}"
        else:
            continue
        instead = "Move the name to `guests`" if mention.key_path[-2] == "attending" else "Write another name"
        hint = f"{instead}, or correct `{key}` in {history.series.path}."
        yield Finding(mention.key_path, message, hint=hint, record=mention.record)


def _about(stranger: Stranger, roster: Roster, history: History, day: date) -> Finding:
    """Return what is said of a name that is not in the roster."""
    mention, mistyped = stranger.mention, stranger.mistyped
    finding = _unknown(mention, mistyped or roster.candidates(stranger.name), roster)
    other_hint = f"If it is somebody else, add this name to `roster` in series.yaml{_as_guest(mention)}."
    if stranger.taken_out:
        from minutebook.rules.renamed_people import as_taken_out

        message = f"{mention.quoted} was taken out of the roster, in which others have it"
        return replace(finding, message=message, hint=as_taken_out(stranger, roster, history, day))
    if right := roster.spelling(stranger.name, day):
        message = f"{mention.quoted} has a space or an accent that only looks like that of the roster{suggestion(right)}"
        mend = mention.respelt(stranger.name, right)
        return replace(finding, message=message, hint=FIX, mend=mend)
    absent = absent_name(stranger.name) if "attending" in mention.key_path[-2:-1] else None
    if absent and (person := roster.canonical(absent)):
        return _away(mention, person)
    if people := roster.joined(stranger.name):
        return _as_several(stranger, people, finding)
    if stranger.is_surely_mistyped and mistyped:
        mend = mention.respelt(stranger.name, mistyped)
        return replace(finding, hint=f"{FIX}\n{other_hint}", mend=mend)
    if stranger.left_out:
        nearest = mistyped or roster.nearest(stranger.name)
        guess = suggestion(nearest or roster.candidates(stranger.name))
        message = f"{mention.quoted} is not in the roster, so nobody can tell whom `{ALL}` leaves out{guess}"
        return replace(finding, message=message, hint=_instead(mention, stranger.name, nearest, other_hint))
    from minutebook.rules.renamed_people import as_former_name, as_renamed  # few names need it

    if stranger.carried:
        renamed = as_renamed(stranger, roster, history, day)
        return _pronoun(roster, mention) or replace(finding, hint=renamed)
    if mistyped:
        return replace(finding, hint=_instead(mention, stranger.name, mistyped, other_hint))
    renamed = as_former_name(stranger.name, roster, history, day)
    return _pronoun(roster, mention) or replace(finding, hint=f"{finding.hint}{renamed}")


def _as_several(stranger: Stranger, people: tuple[str, ...], finding: Finding) -> Finding:
    """Return what is said of a name in which those of people of the roster stand."""
    mention = stranger.mention
    count = "one person" if len(people) == 1 else f"{len(people)} people"
    message = f"{mention.quoted} must be {count} of the roster: {', '.join(people)}"
    names = tuple(write_text(name, in_flow=True) for name in people)
    if mention.typed or mention.name != stranger.name:
        return replace(finding, message=message, hint="Write each name by itself.")
    return replace(finding, message=message, hint=FIX, replacements=names)


def _instead(mention: Mention, name: str, right: str | None, other_hint: str) -> str:
    """Return what to write in the place of a name, if it is likely, and what if somebody else is meant."""
    return f"Write {mention.respelt(name, right) if right else 'a name of the roster'} in its place.\n{other_hint}"


def _unknown(mention: Mention, nearest: str, roster: Roster) -> Finding:
    message = f"{mention.quoted} is not in the roster{suggestion(nearest)}"
    guest = _as_guest(mention)
    other_hint = f"add it to `roster` in series.yaml{guest}"
    if roster.has(nearest):  # an alias stands for one person
        other_hint = f"add it to the `aliases` of {nearest}{',' if guest else ' or'} {other_hint}"
    hint = f"Write the name as the roster has it{',' if nearest or guest else ' or'} {other_hint}."
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
    finding = _unknown(mention, "", roster)
    key, number = mention.key_path[-2:] if len(mention.key_path) > 1 else ("", 0)
    if key == "attending" and word in EVERYBODY_WORDS:
        return replace(finding, hint=f"Write in place of the list: attending: {ALL}")
    if key in ("attending", "absent") and number == 0 and word in NOBODY_WORDS:
        return replace(finding, hint=f"Write: {key}: []   (or leave it out)")
    if "duty" in mention.key_path[-3:-2] and mention.is_alone and word in _NOBODY | {"-"}:
        return replace(finding, hint=f"Write: {write_text(str(key))}: ~   (not known yet)", mend="~")
    if not mention.role or word not in _NOBODY | GROUP_WORDS | {*EVERYBODY_WORDS}:
        return None
    if word in _NOBODY:
        hint = f"Write: {UNASSIGNED}\nor, in its place, {name_choice(roster)}."
        return replace(finding, hint=hint, mend=UNASSIGNED if mention.is_alone else None)
    groups = ", ".join(roster.groups)
    choice = f"a group of the roster ({groups})" if groups else "a name of the roster"
    hint = f"Write {choice} or `{UNASSIGNED}`, or add under `roster` in series.yaml: {write_text(mention.name)}: {{group: true}}"
    return replace(finding, hint=hint)
