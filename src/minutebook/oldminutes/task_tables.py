"""Tables of action items: a task, an owner, and perhaps when it is due and how it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from minutebook.actions import grammar
from minutebook.actions.endings import split_ending, verdict
from minutebook.actions.words import CLOSED_WORDS, EVERYBODY_WORDS, TICKS
from minutebook.oldminutes import days
from minutebook.oldminutes.action_line_reader import LineReader
from minutebook.oldminutes.action_marks import without_links
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.languages import (
    DATE_LABELS,
    SIGNS,
    STATUSES,
    is_agenda_title,
    is_of_meeting,
    says_nothing,
    words,
)
from minutebook.oldminutes.markdown_blocks import strip_markup, words_of_line
from minutebook.oldminutes.names import is_office, read_entry, split_entries
from minutebook.oldminutes.sheet import PersonName
from minutebook.oldminutes.spellings import is_group
from minutebook.oldminutes.task_columns import (
    ACTION_KINDS,
    SLASH,
    VAGUE,
    Row,
    cells_of,
    columns_of_tasks,
    is_marked,
    kind_column,
    people_column,
    signed_columns,
    signed_rows,
    widest,
)
from minutebook.records.meeting import Action, Status
from minutebook.records.roster import UNASSIGNED

_ENGLISH = frozenset({"due", "deadline", "when", "by", "target", "date"})
"""Words above days of which some people write the month first."""
_DUE_WORDS = frozenset({"due", "by", "on", "for", "the", "deadline", "next", "time", "x"})
_KIND = "kind of row"
_CLOSED = frozenset(word for word, status in CLOSED_WORDS.items() if status == "done")
_UNCLOSED = words("says", "unclosed")
_OWNER_LABELS = words("columns", "owner")
_SHORTEST = 2
"""How many letters a task has at least, which is more than Y for yes."""
_SOON = 92
"""Within how many days of its meeting an action is usually due."""
_LONGEST_GROUP = 3
"""How many words name several people or whoever holds an office, such as Every team member."""


def read_task_table(
    block: Block, reader: LineReader, *, listed: bool, titles: Sequence[str] = ()
) -> tuple[Action, ...]:
    """Return the actions of a table below some titles, a row each, or nothing unless all of it can be written as such."""
    # Markdown hides the cells of a row that has more than there are headings.
    width = max(len(cells) for _, cells in block.cells)
    (_, headings), *rows = ((line, (*cells, *[""] * (width - len(cells)))) for line, cells in block.cells)
    texts = list(map(strip_markup, headings))
    columns = columns_of_tasks(texts)
    if (position := kind_column(columns, rows)) is not None:
        rows = [(line, cells) for line, cells in rows if cells[position].strip().casefold() in ACTION_KINDS]
        columns[position] = _KIND
    signed = signed_columns(texts, rows, reader) if "owner" not in columns else None
    if signed:
        columns, rows = signed, signed_rows(signed.index("owner"), rows)
    labels = dict(zip(columns, texts, strict=True))
    due_label = labels.get("due", "date")
    is_followed = _is_followed(due_label, columns, rows)
    if not (listed or signed or _has_tasks(labels, (*titles, *texts), is_followed=is_followed)):
        return ()
    # In rows that have fewer cells than there are headings the names stand below another one.
    is_unsigned = "owner" not in columns or not cells_of(columns.index("owner"), rows)
    if is_unsigned and (position := people_column(columns, rows, reader)) is not None:
        columns = ["more" if meaning == "owner" else meaning for meaning in columns]
        columns[position] = "owner"
    is_sure = is_followed or (listed and not reader.needs_owner)
    if "task" not in columns and "owner" in columns and is_sure:
        columns[widest(columns, rows)] = "task"
    if "task" not in columns or ("owner" not in columns and (reader.needs_owner or not listed)):
        return ()
    rows = [row for row in rows if not is_followed or _says_more(columns, row[1])]
    actions = tuple(_actions(columns, rows, reader, due_label))
    # Whoever has nothing to do may have a row as well.
    if len(actions) < max(1, len(cells_of(columns.index("task"), rows))):
        return ()
    for number in {block.cells[0][0], *({*block.lines}.difference(line for line, _ in rows))}:
        reader.sheet.mark(number, *texts)
    return actions


def _has_tasks(labels: Mapping[str, str], titles: Sequence[str], *, is_followed: bool) -> bool:
    """Whether a table has tasks wherever it stands, and not points of an agenda, decisions or open pull requests."""
    task_label, owner_label = (labels.get(meaning, "").casefold() for meaning in ("task", "owner"))
    is_vague, is_named = task_label in VAGUE, {"task", "owner"} <= labels.keys()
    if is_of_meeting(labels.get("due", "")):  # when somebody speaks
        return False
    if is_vague and any(map(is_agenda_title, titles)):
        return _KIND in labels
    is_told = (is_named and not {task_label, owner_label} <= VAGUE) or is_marked(task_label)
    return is_told or _KIND in labels or (is_followed and not {"task", "owner"}.isdisjoint(labels))


def _is_followed(due_label: str, columns: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a table says when something is due, which Date alone does not, or how each of its tasks stands."""
    statuses = cells_of(columns.index("status"), rows) if "status" in columns else []
    are_told = len(statuses) == sum(_says_more(columns, cells) for _, cells in rows)
    are_known = all(status.casefold() in STATUSES for status in statuses)
    return due_label.casefold().strip() not in DATE_LABELS or (bool(statuses) and are_told and are_known)


def _says_more(columns: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row says whose a task is, when it is due or how it stands."""
    by_meaning = zip(columns, cells, strict=True)
    return any(cell.strip() for meaning, cell in by_meaning if meaning in {"owner", "due", "status"})


def _actions(
    columns: Sequence[str], rows: Sequence[Row], reader: LineReader, due_label: str
) -> Iterator[Action]:
    for position, (line, cells) in enumerate(rows):
        by_meaning = defaultdict(str, zip(columns, cells, strict=True))
        text = " ".join(by_meaning["task"].split())
        task, ending = split_ending(text)
        task = task or text  # such as ~~cancelled~~
        is_template = by_meaning["owner"].strip().casefold() in _OWNER_LABELS  # item | who | date
        if is_template or sum(map(str.isalpha, task)) < _SHORTEST or says_nothing(task):
            continue
        status, remark = read_status(by_meaning["status"])
        status, remark = (ending.status, ending.remark or remark) if status == "open" else (status, remark)
        due, due_text = read_due(by_meaning["due"], reader.sheet.day, due_label)
        beside = (cell for meaning, cell in zip(columns, cells, strict=True) if meaning == "more")
        more = [" ".join(cell.split()) for cell in beside if any(map(str.isalnum, cell))]
        hidden = [by_meaning[meaning] for meaning in ("status", "owner", _KIND)]
        typed = None if "owner" in columns else grammar.parse(task, reader.people)
        if typed and typed.owners:  # who is named in the task itself
            hidden += {*words_of_line(task)}.difference(words_of_line(typed.task))
            by_meaning["owner"], task = ", ".join(typed.owners), typed.task
        owners, others = read_owners(by_meaning["owner"], line, reader)
        reader.sheet.mark(line, *hidden, "" if due_text else by_meaning["due"], "due")
        yield Action(
            (line, position, line),  # in HTML all rows may stand in one line
            None,
            owners or (UNASSIGNED,),
            task,
            due=due or ending.due,
            status=status,
            notes=tuple(filter(None, (*more, others, due_text, remark))),
            reason=(remark or status) if status == "dropped" else None,
        )


def read_owners(text: str, line: int, reader: LineReader) -> tuple[tuple[str, ...], str]:
    """Return the owners that a cell names, and what else it says."""
    facts, owners, others = reader.facts, dict[str, None](), list[str]()
    text, links = without_links(text, reader.people.is_known)
    reader.sheet.leave_out(line, *links)
    for written in split_entries(SLASH.sub(", ", text).replace("\n", ", ")):
        name = strip_markup(written).removeprefix("@").strip("[]")
        person = None if facts.find(name, reader.present) else read_entry(name)
        others += [name] if person and person.remark else []
        name = person.name if person else name
        is_everybody = name.casefold().split(" ")[0] in EVERYBODY_WORDS
        base, _, aside = name.partition(" (")
        is_noun = len(base.split()) <= _LONGEST_GROUP and (
            is_group(base) or is_office(base.removesuffix("s"))
        )
        if is_noun and aside:  # Roof team (Ann / Ben)
            name, others = base, [*others, aside.removesuffix(")")]
        if not (person or is_everybody or is_noun or facts.find(name, reader.present)):
            others += [] if says_nothing(name) else [name]
            continue
        owner = facts.spell_owner(name, reader.present)
        owners[owner] = None
        reader.sheet.names.append(PersonName(name, line, "owner"))
        reader.sheet.resolve(line, name, owner)
    return tuple(owners), ", ".join(others)


def read_status(text: str) -> tuple[Status, str]:
    """Return what a cell says of the status, and what it says more."""
    visible = strip_markup(text)
    word = visible.casefold().strip(" .![]")
    if status := STATUSES.get(word) or STATUSES.get(SIGNS.sub("", word)):  # a picture may stand before it
        return status, ""
    ending = verdict(visible)
    if ending.status != "open":
        return ending.status, ending.remark
    # Such as Completed after the meeting, or Ann completed it.
    words_of_cell = words_of_line(visible)
    is_said = visible.startswith(tuple(TICKS)) or not _CLOSED.isdisjoint(words_of_cell[:2])
    is_closed = is_said and _UNCLOSED.isdisjoint(words_of_cell)
    return "done" if is_closed else "open", visible


def read_due(text: str, day: date, label: str) -> tuple[date | None, str]:
    """Return the day that a text names, and the text if it says more; of two days, the one that comes soon."""
    visible, first_word = strip_markup(text), label.casefold().split()[:1]
    # Where its label is neither an English word nor Chinese or Japanese, the day stands before the month.
    day_first = _ENGLISH.isdisjoint(first_word) and label < "\u2e80"
    for written in (*days.find_dates(visible), *days.near_dates(visible, day)):
        soon = [due for due in written.days if 0 <= (due - day).days <= _SOON]
        if day_first and len(written.days) > 1:
            soon = [due for due in soon if days.leads(written.text, due)]
        if due := written.day or (soon[0] if len(soon) == 1 else None):
            words_left = set(words_of_line(visible.replace(written.text, "", 1))) - _DUE_WORDS
            return due, visible if words_left else ""
    return None, "" if says_nothing(visible) else visible
