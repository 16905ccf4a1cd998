"""A sheet as the YAML of a meeting; each line with the line of the minutes that it comes from."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from minutebook.oldminutes.importer.decisions import Decided
from minutebook.oldminutes.importer.values import (
    Count,
    Counts,
    Drawn,
    Duties,
    Duty,
    Group,
    Head,
    Item,
    Items,
    Part,
    Piece,
    Sheet,
    Text,
)
from minutebook.records.series import Person, Rule
from minutebook.setup.new_series import editors_line
from minutebook.source.yaml.quotes import quote, write_text

Line = tuple[str, int]
_KEYS = {Text: "notes", Duties: "duty", Counts: "counters", Drawn: "table", Items: "actions"}


def write_meeting(sheet: Sheet, decided: Decided, folder: PurePosixPath, empty: str) -> list[Line]:
    """Return the lines of a meeting's file, each with the line of the minutes it comes from."""
    writer = _Writer(decided, empty)
    return [
        (editors_line(folder, "meeting"), 1),
        *_head(sheet.head, str(sheet.day)),
        *writer.part(sheet.root),
    ]


def write_series(
    folder: PurePosixPath,
    *,
    title: str,
    schedule: Sequence[Rule],
    header: Sequence[tuple[str, str]],
    roster: Sequence[Person],
    empty: str,
) -> str:
    """Return the text of a series.yaml."""
    lines = [editors_line(folder, "series"), "format: 1", f"title: {write_text(title)}"]
    if schedule:
        lines.append("schedule:")
        lines += [f"  - {{rule: {quote(rule.text)}, from: {rule.start}}}" for rule in schedule]
    if header:
        lines += ["header:", *(f"  {write_text(label)}: {write_text(text)}" for label, text in header)]
    if roster:
        lines += ["roster:", *(f"  {write_text(one.name)}: {_person(one)}" for one in roster)]
    lines += ["lapse: 4", f"empty: {write_text(empty)}"]
    return "\n".join(lines) + "\n"


def _person(person: Person) -> str:
    parts = [f"aliases: {_names(person.aliases)}"] if person.aliases else []
    return f"{{{', '.join([*parts, *(['group: true'] if person.group else [])])}}}"


def _names(names: Sequence[str]) -> str:
    return f"[{', '.join(write_text(name, in_flow=True) for name in names)}]"


def _head(head: Head, day: str) -> Iterator[Line]:
    at = head.title_line
    if head.title:
        yield f"title: {write_text(head.title)}", at
    yield f"date: {day}", at
    if head.draft:
        yield "status: draft", at
    if head.header:
        yield "header:", at
        yield from ((f"  {write_text(label)}: {write_text(text)}", at) for label, text in head.header)
    for who in ("attending", "absent", "guests"):
        if names := getattr(head, who):
            yield f"{who}: {_names(names)}", at


class _Writer:
    def __init__(self, decided: Decided, empty: str) -> None:
        self.decided, self.empty = decided, empty

    def part(self, part: Part) -> Iterator[Line]:
        """Yield the keys of a section; what stands there a second time goes into sections without a title."""
        packs = _packed(part.pieces)
        at = part.line
        if not packs and not part.parts and part.title is not None:
            yield 'notes: ""', at
        elif not (self._says_nothing(part)):
            yield from self._pack(packs[0] if packs else ())
        below = [Part(_line(pack[0]), None, pack) for pack in packs[1:]]
        if sections := (*below, *part.parts):
            yield "sections:", at
            for section in sections:
                title = [(f"title: {write_text(section.title)}", section.line)] if section.title else []
                yield from _entry([*title, *self.part(section)])

    def _says_nothing(self, part: Part) -> bool:
        """Whether a section holds only the sentence that is written for an empty one."""
        return part.only is not None and part.only.text == self.empty

    def _pack(self, pieces: Sequence[Piece]) -> Iterator[Line]:
        for piece in pieces:
            match piece:
                case Text():
                    yield from _prose(piece.lines)
                case Duties():
                    yield "duty:", _line(piece)
                    yield from map(_duty, piece.entries)
                case Counts():
                    yield "counters:", _line(piece)
                    yield from map(self._count, piece.entries)
                case Drawn():
                    yield "table:", piece.line
                    yield from _indented(self._table(piece))
                case _:
                    yield "actions:", _line(piece)
                    for entry in piece.entries:
                        yield from _entry(self._entry(entry))

    def _count(self, one: Count) -> Line:
        value = "" if one.value is None else str(one.value)
        if old := self.decided.counters.get(one.line):
            value = f"{{value: {value or '~'}, continues: {write_text(old, in_flow=True)}}}"
        return f"  {write_text(one.label)}: {value}".rstrip(), one.line

    def _table(self, drawn: Drawn) -> Iterator[Line]:
        table, fate = drawn.table, self.decided.tables[drawn.line]
        columns = table.body_columns
        yield f"id: {fate.id}", drawn.line
        yield f"labels: {write_text(drawn.labels)}", drawn.line
        yield f"columns: {_names([table.columns[at].name for at in columns])}", drawn.line
        totals = (table.total_row is not None, table.total_column is not None)
        if any(totals):
            yield f"totals: {'both' if all(totals) else 'row' if totals[0] else 'column'}", drawn.line
        if fate.continues:
            yield f"continues: {_names(fate.continues)}", drawn.line
        if fate.baseline:
            yield f"baseline: {fate.baseline}", drawn.line
        yield "rows:", drawn.line
        for row in table.body_rows:
            counts = [row.pairs[column].count.value for column in columns]
            shown = ["~" if count is None else str(count) for count in counts]
            value = shown[0] if len(shown) == 1 else f"[{', '.join(shown)}]"
            yield f"  {write_text(fate.labels.get(row.label, row.label))}: {value}", row.line

    def _entry(self, entry: Item | Group) -> list[Line]:
        if isinstance(entry, Item):
            return list(self._item(entry))
        lines: list[Line] = [(f"topic: {write_text(entry.topic)}", entry.line)]
        if entry.notes:
            lines += _prose(entry.notes)
        lines.append(("actions:", entry.line))
        for one in entry.items:
            lines += _entry(list(self._item(one)))
        return lines

    def _item(self, one: Item) -> Iterator[Line]:
        fate = self.decided.items[one.line]
        fields = {
            "id": fate.id,
            "owner": _names(one.owners) if len(one.owners) > 1 else write_text(one.owners[0]),
            "task": write_text(one.task),
            "since": str(fate.since) if fate.since else "",
            "due": str(one.due) if one.due else "",
            "status": fate.status if fate.stated or fate.status != "open" else "",
            "reason": write_text(one.reason) if one.reason else "",
            "note": write_text(one.note) if one.note else "",
        }
        return ((f"{key}: {value}", one.line) for key, value in fields.items() if value)


def _duty(duty: Duty) -> Line:
    who = _names(duty.people) if len(duty.people) > 1 else "".join(map(write_text, duty.people))
    return f"  {write_text(duty.label)}: {who}".rstrip(), duty.line


def _packed(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    packs: list[list[Piece]] = []
    for piece in pieces:
        if not packs or any(type(other) is type(piece) for other in packs[-1]):
            packs.append([])
        packs[-1].append(piece)
    return [tuple(pack) for pack in packs]


def _line(piece: Piece) -> int:
    match piece:
        case Text():
            return piece.lines[0][0]
        case Drawn():
            return piece.line
        case _:
            return piece.entries[0].line


def _prose(lines: Sequence[tuple[int, str]]) -> list[Line]:
    # A text that begins with a blank or a tab says by how much the block is indented.
    mark = "|2" if lines[0][1][:1] in {" ", "\t", ""} else "|"
    return [(f"notes: {mark}", lines[0][0]), *((f"  {line}" if line else "", at) for at, line in lines)]


def _indented(lines: Iterator[Line]) -> Iterator[Line]:
    return ((f"  {line}" if line else "", at) for line, at in lines)


def _entry(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of an entry of a list."""
    for number, (line, at) in enumerate(lines):
        yield (f"    {line}" if number else f"  - {line}") if line else "", at
