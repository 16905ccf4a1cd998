"""What is new in a meeting while something else is gone, and the lines to choose from that say what became of it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from minutebook.counts.baseline import TableBaseline, find_table_baseline
from minutebook.records.answer import ok_line
from minutebook.records.figures import NEW, Counter, Row, Table, one_continued
from minutebook.records.history import History
from minutebook.records.likeness import appearance, is_alike, is_misspelt_key, most_alike, renamed
from minutebook.records.meeting import Meeting
from minutebook.records.phrases import FIX, aligned
from minutebook.records.problem import Finding
from minutebook.records.roster import BETWEEN_NAMES
from minutebook.rules.typography import has_typographic_quotes
from minutebook.source.yaml.plain_values import one_or_more
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_pair

RECENT_MEETINGS = 10
"""What one of so many meetings before had is not new: it is back."""
NOTHING_TO_CONTINUE = "no earlier meeting has this table, so there is nothing to continue"
_MOST_NAMES = 5
_MOST_CHOICES = 3


def measured(meeting: Meeting, history: History) -> Iterator[tuple[Table, TableBaseline]]:
    """Yield the tables whose names can be compared with those of an earlier one: in foreign quotes none is found."""
    for table in meeting.tables:
        baseline = find_table_baseline(history, meeting, table)
        if baseline and not has_typographic_quotes(table):
            yield table, baseline


def rename_findings(
    noun: str,
    new_records: Sequence[Row | Counter],
    dropped_names: Sequence[str],
    day: object,
    answer: str,
    *,
    subject: str = "the table",
    record: str = "",
) -> Iterator[Finding]:
    """Yield what is said of new rows or counters while others of an earlier day are gone."""
    spaced = _spaced_names((new.label for new in new_records), dropped_names)
    yield from _spaced_findings(noun, new_records, spaced, day, record)
    unexplained = [new for new in new_records if new.label not in spaced]
    gone_names = [name for name in dropped_names if name not in spaced.values()]
    if unexplained and gone_names:
        names = [new.label for new in unexplained]
        message = describe_change(noun, names, gone_names, day, subject)
        hint = long_forms(noun, unexplained, gone_names, answer)
        yield Finding(unexplained[0].key_path, message, hint=hint, record=record, on_key=True)


def likely_renames(
    noun: str,
    new_records: Sequence[Row | Counter],
    dropped_names: Sequence[str],
    day: object,
    record: str = "",
) -> Iterator[Finding]:
    """Yield what is said where rows or counters come and go of each new one of which a near-twin is gone."""
    twins = renamed((new.label for new in new_records), dropped_names)
    spaced = _spaced_names(twins, twins.values())
    yield from _spaced_findings(noun, new_records, spaced, day, record)
    for new in new_records:
        if (earlier := twins.get(new.label)) and new.label not in spaced:
            message = f"the {noun} '{new.label}' is new, and '{earlier}' of {day} is gone: was it renamed?"
            hint = long_forms(noun, [new], [earlier])
            yield Finding(new.key_path, message, hint=hint, record=record, on_key=True)


def _spaced_names(names: Iterable[str], dropped_names: Iterable[str]) -> dict[str, str]:
    """Return which new names look as ones that are gone, with spaces or accents that nobody sees, behind those."""
    looks = {appearance(earlier): earlier for earlier in dropped_names}
    pairs = {looks[look]: name for name in names if (look := appearance(name)) in looks}
    return {name: earlier for earlier, name in pairs.items()}


def _spaced_findings(
    noun: str, new_records: Iterable[Row | Counter], spaced: Mapping[str, str], day: object, record: str
) -> Iterator[Finding]:
    """Yield what is said of each name that only looks as an earlier one."""
    for new in new_records:
        if earlier := spaced.get(new.label):
            message = f"the {noun} '{new.label}' has other spaces or accents than '{earlier}' of {day}, which only looks the same"
            mend = write_text(earlier, in_flow=True)
            yield Finding(new.key_path, message, hint=FIX, record=record, on_key=True, mend=mend)


def is_slip(name: str, earlier: str) -> bool:
    """Whether a name is likely an earlier one that was mistyped; with another digit it is another version."""
    digits, earlier_digits = ("".join(filter(str.isdigit, text)) for text in (name, earlier))
    return digits == earlier_digits and is_misspelt_key(name, earlier)


def describe_change(
    noun: str, new_names: Sequence[str], dropped_names: Sequence[str], day: object, subject: str = "the table"
) -> str:
    """Say what is new and what of an earlier day is gone, of which a subject must say whether it was renamed."""
    change = f"{_list(noun, new_names)} new, and {_list(noun, dropped_names, f' of {day}')} gone"
    return f"{change}: {subject} must say whether {'it was' if len(new_names) == 1 else 'they were'} renamed"


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
    continued_label = repeated.earlier_label
    swapped = next(
        (sibling for sibling in siblings if sibling.label == continued_label and sibling.continues is None),
        None,
    )
    renamed_label = next(
        (sibling.label for sibling in siblings if sibling.continues == continued_label), None
    )
    if swapped and renamed_label:
        hint += f" If they changed places, write: {_continuing(swapped, renamed_label)}"
    return hint


def joined_hint(name: str, earlier_names: Container[str]) -> str | None:
    """Return what to write in the place of several earlier names that were joined, or None if it is one."""
    names = BETWEEN_NAMES.split(name)
    if len(names) == 1 or not all(earlier in earlier_names for earlier in names):
        return None
    return one_continued(names)


def long_forms(
    noun: str, labelled: Sequence[Row | Counter], dropped_names: Sequence[str], answer: str = ""
) -> str:
    """Return a hint with the lines to choose from for each new row or counter.

    `answer` is one more line, which answers for all of them.
    """
    by_label = {record.label: record for record in labelled}
    hints = []
    for label, record in islice(by_label.items(), _MOST_NAMES):
        lead = "Write one of:" if len(by_label) == 1 else f"For the {noun} '{label}' write one of:"
        hints.append(aligned(lead, _long_forms(record, dropped_names)))
    if len(by_label) > _MOST_NAMES:
        hints.append(f"After that, the lines for the other {len(by_label) - _MOST_NAMES} are shown.")
    return "\n".join([*hints, *([answer] if answer else [])])


def _long_forms(record: Row | Counter, dropped_names: Sequence[str]) -> Iterator[str]:
    candidates = most_alike(record.label, dropped_names)[:_MOST_CHOICES]
    line_if_new = f"{_continuing(record, NEW)}   # it is new"
    if is_slip(record.label, candidates[0]):
        yield f"{_as_before(record, candidates[0])}   # its name as before"
    if not is_alike(record.label, candidates[0]):
        yield line_if_new
    for candidate in candidates:
        yield _continuing(record, candidate)
    if is_alike(record.label, candidates[0]):
        yield line_if_new


def _continuing(record: Row | Counter, earlier_label: str) -> str:
    """Return the line of a row or counter that says what it was called before."""
    key = "value" if isinstance(record, Counter) else "counts"
    return write_pair(record.label, {key: _counted(record), "continues": earlier_label})


def _as_before(record: Row | Counter, label: str) -> str:
    """Return the line of a row or counter under another label."""
    return write_pair(label, _counted(record))


def _counted(record: Row | Counter) -> object:
    return record.value if isinstance(record, Counter) else one_or_more(record.counts)


def _list(noun: str, names: Sequence[str], of_day: str = "") -> str:
    quoted = [f"'{name}'" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        quoted.append(f"{len(names) - _MOST_NAMES} more")
    if len(quoted) == 1:
        return f"the {noun} {quoted[0]}{of_day} is"
    return f"the {noun}s {', '.join(quoted[:-1])} and {quoted[-1]}{of_day} are"
