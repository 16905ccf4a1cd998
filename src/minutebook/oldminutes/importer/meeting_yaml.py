"""A sheet as the YAML of a meeting; each line with the line of the minutes that it comes from."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

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
from minutebook.records.problem import KeyPath
from minutebook.source.write import editors_line
from minutebook.source.yaml.block_gaps import missing_gaps
from minutebook.source.yaml.writer import Pairs, write_mapping

Line = tuple[str, int]
"""A line of YAML, with the line of the minutes that it comes from."""
Data = dict[str, Any]


def write_meeting(sheet: Sheet, decisions: Decisions, folder: PurePosixPath, empty: str) -> list[Line]:
    """Return the lines of a meeting's file, each with the line of the minutes it comes from."""
    notes = _Notes(decisions, empty)
    data = _head(sheet.head, str(sheet.day)) | notes.section(sheet.root, ())
    origins = {(): sheet.head.title_line, **notes.origins}
    lines = [(line.text, _origin(origins, line.key_path)) for line in write_mapping(data)]
    for number in reversed(list(missing_gaps([text for text, _ in lines]))):
        lines.insert(number, ("", lines[number - 1][1]))
    return [(editors_line(folder, "meeting"), 1), *lines]


def _origin(origins: dict[KeyPath, int], key_path: KeyPath) -> int:
    """Return the line of the minutes that a value comes from, or else what is around it."""
    while key_path not in origins:
        key_path = key_path[:-1]
    return origins[key_path]


def _head(head: Head, day: str) -> Data:
    return {
        **({"title": head.title} if head.title else {}),
        "date": day,
        **({"status": "draft"} if head.draft else {}),
        **({"header": head.header} if head.header else {}),
        **{key: list(names) for key in ("attending", "absent", "guests") if (names := getattr(head, key))},
    }


class _Notes:
    """The data of a meeting's sections; `origins` has the lines of the minutes by the paths of values."""

    def __init__(self, decisions: Decisions, empty: str) -> None:
        self.decisions, self.empty = decisions, empty
        self.origins: dict[KeyPath, int] = {}

    def section(self, section: Section, key_path: KeyPath) -> Data:
        """Return a section; a second block of a sort goes into a section without a title."""
        packs = _packs(section.blocks)
        data: Data = {"title": section.title} if section.title and key_path else {}
        if not packs and not section.sections and section.title is not None:
            data["notes"] = ""
            self.origins[*key_path, "notes"] = section.line
        elif not self._says_nothing(section):
            data |= self._pack(packs[0] if packs else (), key_path)
        untitled = (Section(_line(pack[0]), None, pack) for pack in packs[1:])
        if sections := (*untitled, *section.sections):
            self.origins[*key_path, "sections"] = section.line
            data["sections"] = [
                self._section_below(section, (*key_path, "sections", index))
                for index, section in enumerate(sections)
            ]
        return data

    def _section_below(self, section: Section, key_path: KeyPath) -> Data:
        self.origins[key_path] = section.line
        return self.section(section, key_path)

    def _says_nothing(self, section: Section) -> bool:
        """Whether a section holds only the sentence that is written for an empty one."""
        return section.lone_prose is not None and section.lone_prose.text == self.empty

    def _pack(self, blocks: Sequence[Block], key_path: KeyPath) -> Iterator[tuple[str, Any]]:
        """Yield the keys and values of a section's content."""
        for block in blocks:
            match block:
                case Prose():
                    yield "notes", self._prose(block.lines, (*key_path, "notes"))
                case Duties():
                    yield "duty", self._duties(block, (*key_path, "duty"))
                case Counters():
                    yield "counters", self._counters(block, (*key_path, "counters"))
                case TableBlock():
                    yield "table", self._table(block, (*key_path, "table"))
                case Actions():
                    yield "actions", self._actions(block, (*key_path, "actions"))

    def _duties(self, block: Duties, key_path: KeyPath) -> Pairs:
        self.origins[key_path] = _line(block)
        self.origins |= {(*key_path, duty.label): duty.line for duty in block.duties}
        return tuple((duty.label, _people(duty)) for duty in block.duties)

    def _counters(self, block: Counters, key_path: KeyPath) -> Pairs:
        self.origins[key_path] = _line(block)
        self.origins |= {(*key_path, counter.label): counter.line for counter in block.counters}
        return tuple((counter.label, self._count(counter)) for counter in block.counters)

    def _count(self, counter: Counter) -> Any:
        earlier_label = self.decisions.counters.get(counter.line)
        return {"value": counter.value, "continues": earlier_label} if earlier_label else counter.value

    def _table(self, block: TableBlock, key_path: KeyPath) -> Data:
        table, decision = block.table, self.decisions.tables[block.line]
        totals = (table.total_row is not None, table.total_column is not None)
        self.origins[key_path] = block.line
        rows = []
        for row in table.body_rows:
            label = decision.labels.get(row.label, row.label)
            counts = [row.pairs[column].count.value for column in table.body_columns]
            rows.append((label, counts[0] if len(counts) == 1 else counts))
            self.origins[*key_path, "rows", label] = row.line
        return {
            "id": decision.id,
            "labels": block.labels,
            "columns": [table.columns[column].name for column in table.body_columns],
            **(
                {"totals": "both" if all(totals) else "row" if totals[0] else "column"} if any(totals) else {}
            ),
            **({"continues": list(decision.continues)} if decision.continues else {}),
            **({"baseline": decision.baseline} if decision.baseline else {}),
            "rows": tuple(rows),
        }

    def _actions(self, block: Actions, key_path: KeyPath) -> list[Data]:
        self.origins[key_path] = _line(block)
        return [self._member(member, (*key_path, index)) for index, member in enumerate(block.members)]

    def _member(self, member: Action | Topic, key_path: KeyPath) -> Data:
        self.origins[key_path] = member.line
        if isinstance(member, Action):
            return self._action(member)
        notes = {"notes": self._prose(member.notes, (*key_path, "notes"))} if member.notes else {}
        actions = [
            self._member(action, (*key_path, "actions", index)) for index, action in enumerate(member.actions)
        ]
        return {"topic": member.topic, **notes, "actions": actions}

    def _action(self, action: Action) -> Data:
        decision = self.decisions.actions[action.line]
        optional = {
            "since": str(decision.since or ""),
            "due": str(action.due or ""),
            "status": decision.status if decision.states_open or decision.status != "open" else "",
            "reason": action.reason,
            "note": list(action.notes) if len(action.notes) > 1 else "".join(action.notes),
        }
        return {
            "id": decision.id,
            "owner": list(action.owners) if len(action.owners) > 1 else action.owners[0],
            "task": action.task,
            **{key: value for key, value in optional.items() if value},
        }

    def _prose(self, lines: Sequence[tuple[int, str]], key_path: KeyPath) -> str:
        self.origins[key_path] = lines[0][0]
        self.origins |= {(*key_path, index): number for index, (number, _) in enumerate(lines)}
        return "".join(f"{line}\n" for _, line in lines)


def _people(duty: Duty) -> Any:
    return list(duty.people) if len(duty.people) > 1 else next(iter(duty.people), None)


def _packs(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Return blocks in packs that have at most one of a sort."""
    packs: list[list[Block]] = []
    for block in blocks:
        if not packs or any(type(packed) is type(block) for packed in packs[-1]):
            packs.append([])
        packs[-1].append(block)
    return [tuple(pack) for pack in packs]


def _line(block: Block) -> int:
    match block:
        case Prose():
            return block.lines[0][0]
        case TableBlock():
            return block.line
        case Duties():
            return block.duties[0].line
        case Counters():
            return block.counters[0].line
        case Actions():
            return block.members[0].line
