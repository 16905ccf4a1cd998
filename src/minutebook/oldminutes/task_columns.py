"""What the columns of a table of action items say: a task, whose it is, or what a row is."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from minutebook.actions.words import MARK_PHRASES
from minutebook.oldminutes.action_line_reader import LineReader
from minutebook.oldminutes.languages import DATE_LABELS, SIGNS, words
from minutebook.oldminutes.markdown_blocks import strip_markup, words_of_line
from minutebook.oldminutes.names import read_entry, split_entries

Row = tuple[int, tuple[str, ...]]
"""The line of a row of a table, and its cells."""
Column = Literal["task", "owner", "due", "status"]
_COLUMNS: Mapping[str, Column] = {
    word: column for column in get_args(Column) for word in words("columns", column)
}
_PLURALS = ("", "s", "n", "r", "es", "er")
_STEMS: Mapping[str, Column] = dict.fromkeys(words("columns", "owner_stems"), "owner")
_NAME, _AUTHOR = words("people", "name"), words("columns", "author")
VAGUE = words("columns", "vague") | {""}
"""What may stand above anything, beside tasks and those who do them."""
_TASK_WORDS = frozenset({*MARK_PHRASES, "action", "actions", "task", "tasks", "todo"})
"""Words that say above tasks what they are, as Topic does not."""
ACTION_KINDS = frozenset({"a", "ai", "t", "action", "task", "todo"})
"""What a column says of a row that is an action, where others are decisions or information."""
_LONGEST_ITEM = 250
"""How long an item of talk is at most that is a task, too."""
SLASH = re.compile(r"(?<=\w)/(?=\w)(?![^()]*\))")
"""What parts names in a cell, but not in brackets."""


def column_of(heading: str) -> Column | None:
    """Return what stands below a heading of a table of action items, or None for anything else."""
    label = SIGNS.sub("", re.sub(r"[(\uff08][^)\uff09]{,80}[)\uff09]", "", heading.casefold()))
    first, *more = re.split(r"[\s/]+", label)
    joint = (part.strip() for part in label.split("/"))  # Decisions / Next steps
    parts = (
        " ".join([first, *more]),
        first,
        *joint,
        *(word for word in more[-1:] if word != "by"),  # Moved by
    )
    # Tareas, Aufgaben, uppgifter; in several languages there is more than one ending: responsable, responsáveis.
    known = (_COLUMNS.get(part.removesuffix(ending)) for part in parts for ending in _PLURALS)
    stems = (column for stem, column in _STEMS.items() if first.startswith(stem))
    # Where no spaces part words, more may stand before one: 主要负责人.
    ends = (column for word, column in _COLUMNS.items() if not word.isascii() and label.endswith(word))
    return next(filter(None, (*known, *stems, *ends)), None)


def columns_of_tasks(headings: Sequence[str]) -> list[str]:
    """Return what stands in each column; of two that could be tasks, one that says so counts, or the first."""
    columns = list[str]()
    is_told = any(map(is_marked, headings)) and "owner" in map(column_of, headings)
    labels = [heading.casefold().partition("(")[0].strip() for heading in headings]
    has_tasks = any(column_of(label) == "task" and label not in VAGUE for label in labels)
    for heading, label in zip(headings, labels, strict=True):
        is_name = label in _NAME or (has_tasks and label in _AUTHOR)
        meaning = column_of(heading) or ("name" if is_name else "more")
        if meaning == "due" and meaning in columns and heading.casefold() not in DATE_LABELS:
            columns[columns.index("due")] = "more"  # Date | Task | Due
        is_other = meaning in columns or (meaning == "task" and is_told and not is_marked(heading))
        columns.append("more" if is_other else meaning)
    # Beside tasks, a name is that of whoever does them.
    spare = "more" if "owner" in columns else "owner"
    return [spare if meaning == "name" else meaning for meaning in columns]


def kind_column(columns: Sequence[str], rows: Sequence[Row]) -> int | None:
    """Return which column says of each row whether it is an action or something else, such as D for a decision."""
    for position in (position for position, meaning in enumerate(columns) if meaning == "more"):
        kinds = [cells[position].strip().casefold() for _, cells in rows]
        if all(map(str.isalpha, kinds)) and 0 < len({*kinds} - ACTION_KINDS) < len({*kinds}):
            return position
    return None


def signed_columns(headings: Sequence[str], rows: Sequence[Row], reader: LineReader) -> list[str] | None:
    """Return what stands in each column of a table of short items with nobody but who acts on them below Action, as councils write it; or None."""
    for position in (position for position, heading in enumerate(headings) if is_marked(heading)):
        signed = signed_rows(position, rows)
        columns = ["owner" if place == position else "more" for place in range(len(headings))]
        place = widest(columns, signed)
        items = cells_of(place, signed)
        are_short = len(items) == len(signed) and max(map(len, items), default=_LONGEST_ITEM) < _LONGEST_ITEM
        if place != position and are_short and _are_people(cells_of(position, signed), reader):
            columns[place] = "task"
            return columns
    return None


def signed_rows(position: int, rows: Sequence[Row]) -> list[Row]:
    """Return the rows in which something stands in a column."""
    return [(line, cells) for line, cells in rows if any(map(str.isalnum, cells[position]))]


def people_column(columns: Sequence[str], rows: Sequence[Row], reader: LineReader) -> int | None:
    """Return which column beside the tasks has nobody but people, some of whom are known."""
    places = (position for position, meaning in enumerate(columns) if meaning in {"more", "due"})
    return next((position for position in places if _are_people(cells_of(position, rows), reader)), None)


def widest(columns: Sequence[str], rows: Sequence[Row]) -> int:
    """Return in which column of unknown meaning most is written: that of the tasks."""
    words = [
        len(" ".join(cells_of(position, rows)).split()) if meaning == "more" else -1
        for position, meaning in enumerate(columns)
    ]
    return words.index(max(words))


def is_marked(heading: str) -> bool:
    """Whether what stands above tasks says so by itself."""
    return not _TASK_WORDS.isdisjoint(words_of_line(heading))


def cells_of(position: int, rows: Sequence[Row]) -> list[str]:
    """Return what stands in a column of some rows."""
    return [*filter(None, (strip_markup(cells[position]) for _, cells in rows))]


def _are_people(cells: Sequence[str], reader: LineReader) -> bool:
    """Whether cells name nobody but people, some of whom are known."""
    people = [read_entry(name) for cell in cells for name in split_entries(SLASH.sub(", ", cell))]
    return all(people) and any(person and reader.people.is_known(person.name) for person in people)
