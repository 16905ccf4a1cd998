"""The merge of a record that stands on one line: its value, and the comment behind it."""

from collections.abc import Sequence

from minutebook.merge import flow
from minutebook.merge.conflicts import MergedLine
from minutebook.merge.difference import is_same
from minutebook.merge.record import Record
from minutebook.merge.table_columns import Columns
from minutebook.merge.versions import Versions
from minutebook.merge.word_merge import MergeWords


def merge_line(versions: Versions, columns: Columns | None, name: str, merge_words: MergeWords) -> MergedLine:
    """Return the line of both versions, or a conflict; `columns` are those of the table that it is a row of."""
    our_choices, their_choices = (_Choices(merge_words, preferred=preferred) for preferred in (0, 1))
    our_line = _written(versions, our_choices, columns)
    their_line = _written(versions, their_choices, columns)
    return versions.first_lines(our_line, their_line, name) if our_choices.made else our_line


class _Choices:
    """Chooses one version wherever two differ, and remembers that it had to."""

    def __init__(self, merge_words: MergeWords, *, preferred: int) -> None:
        self.merge_words, self.preferred = merge_words, preferred
        self.made = False

    def __call__(self, ours: str | None, theirs: str | None) -> str | None:
        self.made = True
        return (ours, theirs)[self.preferred]


def _written(versions: Versions, choices: _Choices, columns: Columns | None) -> str:
    value = _value(versions, choices, columns)
    comments = [version.comment.strip() if version else "" for version in versions]
    comment = _comment(comments, choices) or ""
    preferred = (versions.ours, versions.theirs)[choices.preferred] or versions.ours or versions.theirs
    opening = preferred.opening if preferred else ""
    opening += " " * (opening.endswith(":") and value != "")
    return f"{opening}{value}{'  ' if comment else ''}{comment}".rstrip()


def _comment(comments: Sequence[str], choices: _Choices) -> str | None:
    base, ours, theirs = comments
    # Whoever wrote none has nothing against that of the other.
    return (
        (ours or theirs)
        if not (ours and theirs) and not base
        else flow.three_way(base, ours, theirs, choices)
    )


def _value(versions: Versions, choices: _Choices, columns: Columns | None) -> str:
    base, ours, theirs = versions
    if columns and columns.changed:
        row = columns.merge_row((base, ours, theirs), choices)
        if row is not None:
            return row
    if ours is None or theirs is None or _says_the_same(ours, theirs) or _says_the_same(base, theirs):
        return (ours or theirs or _NOTHING).value
    if _says_the_same(base, ours) or (base is None and ours.data is None):
        return theirs.value
    if base is None and theirs.data is None:  # nobody knew it yet
        return ours.value

    def keys_of_list(version: int, elements: Sequence[str]) -> list[str]:
        return list(columns.by_name(version, elements)) if columns else flow.keys_of_names(version, elements)

    texts = [version.value if version else None for version in versions]
    merged = flow.merge_texts(texts, choices, keys_of_list)
    if merged is None and base and all(isinstance(record.data, str) for record in (base, ours, theirs)):
        merged = choices.merge_words(base.value, ours.value, theirs.value)
    return (choices(ours.value, theirs.value) or "") if merged is None else merged


def _says_the_same(record: Record | None, counterpart: Record) -> bool:
    return record is not None and is_same(record.data, counterpart.data)


_NOTHING = Record((), None, "line")
