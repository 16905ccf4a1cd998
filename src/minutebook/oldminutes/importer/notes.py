"""A sheet as the YAML of a meeting; each line with the line of the minutes that it comes from."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from minutebook.oldminutes.importer.decisions import Decisions
from minutebook.oldminutes.importer.values import (
    Action,
    Actions,
    Block,
    Counter,
    Counters,
    Duties,
    Duty,
    Head,
    Prose,
    Section,
    Sheet,
    TableBlock,
    Topic,
)
from minutebook.records.series import Person, Rule
from minutebook.setup.new_series import editors_line
from minutebook.source.yaml.quotes import quote, write_text

Line = tuple[str, int]
_KEYS = {Prose: "notes", Duties: "duty", Counters: "counters", TableBlock: "table", Actions: "actions"}


def write_meeting(sheet: Sheet, decisions: Decisions, folder: PurePosixPath, empty: str) -> list[Line]:
    """Return the lines of a meeting's file, each with the line of the minutes it comes from."""
    writer = _Writer(decisions, empty)
    return [
        (editors_line(folder, "meeting"), 1),
        *_head(sheet.head, str(sheet.day)),
        *writer.section(sheet.root),
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
    def __init__(self, decisions: Decisions, empty: str) -> None:
        self.decisions, self.empty = decisions, empty

    def section(self, section: Section) -> Iterator[Line]:
        """Yield the keys of a section; what stands there a second time goes into sections without a title."""
        packs = _packed(section.blocks)
        at = section.line
        if not packs and not section.sections and section.title is not None:
            yield 'notes: ""', at
        elif not (self._says_nothing(section)):
            yield from self._pack(packs[0] if packs else ())
        below = [Section(_line(pack[0]), None, pack) for pack in packs[1:]]
        if sections := (*below, *section.sections):
            yield "sections:", at
            for below_section in sections:
                title = below_section.title
                title_lines = [(f"title: {write_text(title)}", below_section.line)] if title else []
                yield from _entry([*title_lines, *self.section(below_section)])

    def _says_nothing(self, section: Section) -> bool:
        """Whether a section holds only the sentence that is written for an empty one."""
        return section.lone_prose is not None and section.lone_prose.text == self.empty

    def _pack(self, pieces: Sequence[Block]) -> Iterator[Line]:
        for piece in pieces:
            match piece:
                case Prose():
                    yield from _prose(piece.lines)
                case Duties():
                    yield "duty:", _line(piece)
                    yield from map(_duty, piece.duties)
                case Counters():
                    yield "counters:", _line(piece)
                    yield from map(self._count, piece.counters)
                case TableBlock():
                    yield "table:", piece.line
                    yield from _indented(self._table(piece))
                case _:
                    yield "actions:", _line(piece)
                    for entry in piece.members:
                        yield from _entry(self._entry(entry))

    def _count(self, one: Counter) -> Line:
        value = "" if one.value is None else str(one.value)
        if old := self.decisions.counters.get(one.line):
            value = f"{{value: {value or '~'}, continues: {write_text(old, in_flow=True)}}}"
        return f"  {write_text(one.label)}: {value}".rstrip(), one.line

    def _table(self, drawn: TableBlock) -> Iterator[Line]:
        table, decision = drawn.table, self.decisions.tables[drawn.line]
        columns = table.body_columns
        yield f"id: {decision.id}", drawn.line
        yield f"labels: {write_text(drawn.labels)}", drawn.line
        yield f"columns: {_names([table.columns[at].name for at in columns])}", drawn.line
        totals = (table.total_row is not None, table.total_column is not None)
        if any(totals):
            yield f"totals: {'both' if all(totals) else 'row' if totals[0] else 'column'}", drawn.line
        if decision.continues:
            yield f"continues: {_names(decision.continues)}", drawn.line
        if decision.baseline:
            yield f"baseline: {decision.baseline}", drawn.line
        yield "rows:", drawn.line
        for row in table.body_rows:
            counts = [row.pairs[column].count.value for column in columns]
            shown = ["~" if count is None else str(count) for count in counts]
            value = shown[0] if len(shown) == 1 else f"[{', '.join(shown)}]"
            yield f"  {write_text(decision.labels.get(row.label, row.label))}: {value}", row.line

    def _entry(self, entry: Action | Topic) -> list[Line]:
        if isinstance(entry, Action):
            return list(self._item(entry))
        lines: list[Line] = [(f"topic: {write_text(entry.topic)}", entry.line)]
        if entry.notes:
            lines += _prose(entry.notes)
        lines.append(("actions:", entry.line))
        for one in entry.actions:
            lines += _entry(list(self._item(one)))
        return lines

    def _item(self, one: Action) -> Iterator[Line]:
        decision = self.decisions.actions[one.line]
        fields = {
            "id": decision.id,
            "owner": _names(one.owners) if len(one.owners) > 1 else write_text(one.owners[0]),
            "task": write_text(one.task),
            "since": str(decision.since) if decision.since else "",
            "due": str(one.due) if one.due else "",
            "status": decision.status if decision.states_open or decision.status != "open" else "",
            "reason": write_text(one.reason) if one.reason else "",
            "note": write_text(one.note) if one.note else "",
        }
        return ((f"{key}: {value}", one.line) for key, value in fields.items() if value)


def _duty(duty: Duty) -> Line:
    who = _names(duty.people) if len(duty.people) > 1 else "".join(map(write_text, duty.people))
    return f"  {write_text(duty.label)}: {who}".rstrip(), duty.line


def _packed(pieces: Sequence[Block]) -> list[tuple[Block, ...]]:
    packs: list[list[Block]] = []
    for piece in pieces:
        if not packs or any(type(other) is type(piece) for other in packs[-1]):
            packs.append([])
        packs[-1].append(piece)
    return [tuple(pack) for pack in packs]


def _line(piece: Block) -> int:
    match piece:
        case Prose():
            return piece.lines[0][0]
        case TableBlock():
            return piece.line
        case Duties():
            return piece.duties[0].line
        case Counters():
            return piece.counters[0].line
        case Actions():
            return piece.members[0].line


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
