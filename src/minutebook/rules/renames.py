"""What is new in a meeting while something else is gone, and the lines to choose from that say what became of it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from minutebook.counts.baseline import TableBaseline
from minutebook.records.answer import ok_line
from minutebook.records.likeness import is_alike, most_alike
from minutebook.records.meeting import NEW, Counter, Meeting, Row, Table
from minutebook.records.roster import BETWEEN
from minutebook.source.yaml.writer import write_pair

RECENT_MEETINGS = 10
"""What one of so many meetings before had is not new: it is back."""
_MOST_NAMES = 5
_MOST_CHOICES = 3


def describe_change(noun: str, new_names: Sequence[str], dropped_names: Sequence[str], day: object) -> str:
    """Say what is new and what of an earlier day is gone."""
    return f"{_list(noun, new_names)} new, and {_list(noun, dropped_names, f' of {day}')} gone"


def describe_missing(noun: str, dropped_names: Sequence[str], day: object) -> str:
    """Say what of an earlier day is missing."""
    return f"{_list(noun, dropped_names, f' of {day}')} missing"


def missing_hint(meeting: Meeting, table: Table, baseline: TableBaseline, rule: str) -> str:
    """Return how to mend or answer a table that lacks rows or columns."""
    mend = "Write what is missing, a count of 0, too."
    if not meeting.held:
        mend = f"Write what is missing, or delete the table: the next one is measured against {baseline.meeting.date} then."
    line = ok_line(meeting.answers, table.key_path, rule)
    return f"{mend} If it is gone for good, write below `columns`: {line}"


def twice_hint(repeated: Row | Counter, siblings: Sequence[Row | Counter]) -> str:
    """Return how to tell two labels apart that continue the same one; they may have changed places."""
    hint = "Only one of them can continue it; for the other one write `continues: none`."
    name = repeated.earlier_label
    swapped = next(
        (sibling for sibling in siblings if sibling.label == name and sibling.continues is None), None
    )
    renamed = next((sibling.label for sibling in siblings if sibling.continues == name), None)
    if swapped and renamed:
        line = write_pair(swapped.label, {**_long_form(swapped), "continues": renamed})
        hint += f" If they changed places, write: {line}"
    return hint


def joined_hint(name: str, earlier_names: Container[str]) -> str | None:
    """Return what to write in the place of several earlier names that were joined, or None if it is one."""
    names = BETWEEN.split(name)
    if len(names) == 1 or not all(earlier in earlier_names for earlier in names):
        return None
    return f"Only one can be continued: write {' or '.join(names)}, or `{NEW}`, which counts from 0."


def long_forms(
    noun: str, key: str, new_names: Mapping[str, Any], dropped_names: Sequence[str], answer: str = ""
) -> str:
    """Return a hint with the lines to choose from for each new label; `key` is that of its counts.

    `answer` is one more line, which answers for all of them.
    """
    hints = []
    for label, counts in list(new_names.items())[:_MOST_NAMES]:
        lead = "Write one of:" if len(new_names) == 1 else f"For the {noun} '{label}' write one of:"
        hints.append(choices(lead, _long_forms(key, label, counts, dropped_names)))
    if len(new_names) > _MOST_NAMES:
        hints.append(f"After that, the lines for the other {len(new_names) - _MOST_NAMES} are shown.")
    return "\n".join([*hints, *([answer] if answer else [])])


def choices(lead: str, lines: Iterable[str]) -> str:
    """Return lines to choose from, below each other."""
    top_line, *lower_lines = lines
    return "\n".join([f"{lead} {top_line}", *(f"{' ' * len(lead)} {line}" for line in lower_lines)])


def _long_forms(key: str, label: str, counts: Any, dropped_names: Sequence[str]) -> Iterator[str]:
    candidates = most_alike(label, dropped_names)[:_MOST_CHOICES]
    line_if_new = f"{write_pair(label, {key: counts, 'continues': NEW})}   # it is new"
    if not is_alike(label, candidates[0]):
        yield line_if_new
    for candidate in candidates:
        yield write_pair(label, {key: counts, "continues": candidate})
    if is_alike(label, candidates[0]):
        yield line_if_new


def _long_form(labelled: Row | Counter) -> dict[str, Any]:
    if isinstance(labelled, Counter):
        return {"value": labelled.value}
    return {"counts": labelled.counts[0] if len(labelled.counts) == 1 else list(labelled.counts)}


def _list(noun: str, names: Sequence[str], of_day: str = "") -> str:
    quoted = [f"'{name}'" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        quoted.append(f"{len(names) - _MOST_NAMES} more")
    if len(quoted) == 1:
        return f"the {noun} {quoted[0]}{of_day} is"
    return f"the {noun}s {', '.join(quoted[:-1])} and {quoted[-1]}{of_day} are"
