"""From the data of a meeting's file that its schema accepts to the record it stands for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import filterfalse, starmap
from typing import Any

from minutebook.actions.grammar import TypedAction, parse
from minutebook.actions.known_people import NOBODY_KNOWN, KnownPeople, known_people
from minutebook.actions.usual_words import is_nothing_to_do
from minutebook.records.answer import Answer
from minutebook.records.attendance import ALL, ALL_BUT, LISTS, NOBODY, Attendance
from minutebook.records.defaults import ACTION_STATUS, MEETING_STATUS
from minutebook.records.figures import Counter, Counters, Row, Table
from minutebook.records.meeting import (
    Action,
    Actions,
    Block,
    Duties,
    Duty,
    Meeting,
    Notes,
    Section,
    Topic,
    TypedText,
)
from minutebook.records.problem import KeyPath
from minutebook.records.roster import Roster, plain_name
from minutebook.records.series import Series
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.plain_values import day_or_none, names_in, sections_below
from minutebook.source.yaml.scalars import ACTION_KEYS, is_own_key
from minutebook.source.yaml.usual_lines import UsualDocument


def build_meeting(document: Document | UsualDocument, series: Series | None = None) -> Meeting:
    """Return the meeting that a document of the meeting schema holds; its dates are real ones.

    Its series tells who is meant in actions that were typed in a hurry, and by which word they are marked.
    """
    data = document.data
    day = date.fromisoformat(data["date"])
    people = NOBODY_KNOWN
    if series:
        sections = (data, *(section for _, section in sections_below(data)))
        named = [name for section in sections for name in _attendance(section).named]
        people = known_people(Roster(series.roster), named, series.style.on(day))
    return Meeting(
        path=document.path,
        date=day,
        title=data.get("title"),
        header=tuple((data.get("header") or {}).items()),
        status=data.get("status", MEETING_STATUS),
        reason=data.get("reason"),
        root=_section(data, (), people),
        answers=tuple(_build_answers(data)),
        quick=(data.get("quick") or "").replace("\r\n", "\n"),
    )


def _section(data: dict[str, Any], key_path: KeyPath, people: KnownPeople) -> Section:
    keys = list(data)
    later_keys = keys[keys.index("sections") + 1 :] if "sections" in data else []
    return Section(
        key_path=key_path,
        title=data.get("title") if key_path else None,
        blocks=tuple(_blocks(data, key_path, people)),
        sections=tuple(
            _section(section, (*key_path, "sections", index), people)
            for index, section in enumerate(data.get("sections") or ())
        ),
        after_sections=tuple((*key_path, key) for key in later_keys if key in _BLOCKS or key == "actions"),
        attendance=_attendance(data),
    )


def _attendance(data: dict[str, Any]) -> Attendance:
    if data.keys().isdisjoint(LISTS):
        return NOBODY
    attending, absent, guests = (data.get(key) for key in LISTS)
    if attending == ALL or isinstance(attending, dict):
        all_but = names_in(attending.get(ALL_BUT)) if isinstance(attending, dict) else ()
        return Attendance((), names_in(absent), names_in(guests), all_but)
    return Attendance(names_in(attending), names_in(absent), names_in(guests))


def _blocks(data: dict[str, Any], key_path: KeyPath, people: KnownPeople) -> Iterator[Block]:
    for key, value in data.items():
        if key == "actions" and value:
            yield _actions(value, (*key_path, key), people)
        elif key in _BLOCKS and (value or (key == "notes" and value is not None)):
            block = _BLOCKS[key](value, (*key_path, key))
            yield _mark_changing(block) if data.get("changing") else block


def _mark_changing(block: Block) -> Block:
    """Return what stands in a section whose rows and counters come and go."""
    if isinstance(block, Counters):
        return Counters(tuple(replace(counter, changing=True) for counter in block.counters))
    return replace(block, changing=True) if isinstance(block, Table) else block


def _notes(text: str, _key_path: KeyPath) -> Notes:
    return Notes(text.replace("\r\n", "\n"))


def _duties(data: dict[str, Any], _key_path: KeyPath) -> Duties:
    # A question mark alone makes nobody tentative: it is not known who has the duty.
    people = {label: tuple(filter(plain_name, names_in(names))) for label, names in data.items()}
    return Duties(tuple(starmap(Duty, people.items())))


def _counters(data: dict[str, Any], key_path: KeyPath) -> Counters:
    return Counters(tuple(_counter(label, value, (*key_path, label)) for label, value in data.items()))


def _counter(label: str, value: Any, key_path: KeyPath) -> Counter:
    if isinstance(value, dict):
        return Counter(key_path, label, value.get("value"), value.get("continues"))
    return Counter(key_path, label, value)


def _table(data: dict[str, Any], key_path: KeyPath) -> Table:
    columns, totals = tuple(data["columns"]), data.get("totals")
    return Table(
        key_path=key_path,
        id=data["id"],
        labels=data.get("labels"),
        columns=columns,
        rows=tuple(
            _row(label, value, (*key_path, "rows", label), len(columns))
            for label, value in data["rows"].items()
        ),
        totals=totals.get("show") if isinstance(totals, dict) else totals,
        continues=tuple(data["continues"]) if "continues" in data else None,
        baseline=data.get("baseline"),
        changing=data.get("changing", False),
        untotaled=names_in(totals.get("except")) if isinstance(totals, dict) else (),
    )


def _row(label: str, value: Any, key_path: KeyPath, width: int) -> Row:
    continues = value.get("continues") if isinstance(value, dict) else None
    counts = value.get("counts") if isinstance(value, dict) else value
    if counts is None:
        return Row(key_path, label, (None,) * width, continues)
    return Row(key_path, label, tuple(counts) if isinstance(counts, list) else (counts,), continues)


def _actions(data: list[str | dict[str, Any]], key_path: KeyPath, people: KnownPeople) -> Actions:
    members = (_member(member, (*key_path, index), people) for index, member in enumerate(data))
    return Actions(tuple(filterfalse(_says_nothing, members)))


def _says_nothing(member: Action | Topic) -> bool:
    """Whether a line that was typed says that there is no action item."""
    return (
        isinstance(member, Action)
        and bool(member.typed)
        and not member.owners
        and is_nothing_to_do(member.task)
    )


def _member(data: str | dict[str, Any], key_path: KeyPath, people: KnownPeople) -> Action | Topic:
    if isinstance(data, str) or "topic" not in data:
        return _action(data, key_path, people)
    actions = (
        _action(action, (*key_path, "actions", index), people)
        for index, action in enumerate(data.get("actions") or ())
    )
    return Topic(key_path, data["topic"], data.get("notes"), tuple(filterfalse(_says_nothing, actions)))


def _action(data: str | dict[str, Any], key_path: KeyPath, people: KnownPeople) -> Action:
    if isinstance(data, str):
        return _typed(TypedText(data), key_path, people)
    if data.keys().isdisjoint(ACTION_KEYS):
        ((names, task),) = ((key, value) for key, value in data.items() if not is_own_key(key))
        return _typed(TypedText(f"{names}: {task}", names), key_path, people)
    return Action(
        key_path=key_path,
        id=data.get("id"),
        owners=names_in(data["owner"]),
        task=data["task"],
        since=day_or_none(data.get("since")),
        due=day_or_none(data.get("due")),
        status=data.get("status", ACTION_STATUS),
        notes=names_in(data.get("note")),
        reason=data.get("reason"),
        x_keys=tuple((key, repr(value)) for key, value in data.items() if is_own_key(key)),
        has_status="status" in data,
    )


def _typed(text: TypedText, key_path: KeyPath, people: KnownPeople) -> Action:
    action = parse(text.line, people) or TypedAction((), text.line, stranger=text.line)
    return Action(
        key_path=key_path,
        id=None,
        owners=action.owners,
        task=action.task,
        due=action.due,
        status=action.status,
        notes=action.notes,
        reason=action.reason,
        has_status=action.status != ACTION_STATUS,
        typed=replace(text, stranger=action.stranger),
    )


_BLOCKS: dict[str, Callable[[Any, KeyPath], Block]] = {
    "notes": _notes,
    "duty": _duties,
    "counters": _counters,
    "table": _table,
}


def _build_answers(section: dict[str, Any], key_path: KeyPath = ()) -> Iterator[Answer]:
    """Yield what is answered in a section, and in all that stands in it; a label may be called `ok`, too."""
    yield from _of_record(section, key_path)
    yield from _of_labels(section.get("counters"), (*key_path, "counters"))
    if table := section.get("table"):
        yield from _of_record(table, (*key_path, "table"))
        yield from _of_labels(table["rows"], (*key_path, "table", "rows"))
    yield from _of_actions(section.get("actions"), (*key_path, "actions"))
    for index, subsection in enumerate(section.get("sections") or ()):
        yield from _build_answers(subsection, (*key_path, "sections", index))


def _of_labels(records: dict[str, Any] | None, key_path: KeyPath) -> Iterator[Answer]:
    for label, record in (records or {}).items():
        yield from _of_record(record, (*key_path, label))


def _of_actions(members: list[Any] | None, key_path: KeyPath) -> Iterator[Answer]:
    for index, member in enumerate(members or ()):
        if isinstance(member, dict) and "topic" in member:
            yield from _of_actions(member.get("actions"), (*key_path, index, "actions"))
        else:
            yield from _of_record(member, (*key_path, index))


def _of_record(record: Any, key_path: KeyPath) -> Iterator[Answer]:
    if isinstance(record, dict) and isinstance(rules := record.get("ok"), list):
        yield Answer(key_path, tuple(rules))
