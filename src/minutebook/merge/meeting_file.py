"""The merge of a meeting's file: by meaning where it can be read, else as text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from minutebook.merge.conflicts import Conflict, Labels, MergedLine, has_conflict, render
from minutebook.merge.lines import plain
from minutebook.merge.proof import is_complete
from minutebook.merge.text_merge import merge_text
from minutebook.merge.three_way import Merger
from minutebook.merge.tree import NotUnderstood, tree_of
from minutebook.merge.versions import Versions
from minutebook.records.refusal import Refused
from minutebook.source.yaml.block_gaps import missing_gaps
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read


class Texts(NamedTuple):
    """The three versions of a file."""

    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class MergedFile:
    """A merged text, and in how many positions two people wrote differently."""

    text: str
    conflicts: int


def merge_files(texts: Texts, ask_labels: Callable[[], Labels]) -> MergedFile:
    """Return the merge of three versions of a file; the labels are asked for only where there are conflicts."""
    newline = "\r\n" if "\r\n" in texts.ours else "\n"
    texts = Texts(*(text.replace("\r\n", "\n") for text in texts))
    if texts.base in texts[1:] or texts.ours == texts.theirs:  # by meaning, a lone empty line says nothing
        changed = texts.theirs if texts.ours == texts.base else texts.ours
        return MergedFile(changed.replace("\n", newline), 0)
    merged_lines = merge_by_meaning(texts)
    # By records a file ends in a newline, which stands behind its last line.
    merged_lines = (
        merge_text(*(text.split("\n") for text in texts)) if merged_lines is None else [*merged_lines, ""]
    )
    conflicts = sum(isinstance(line, Conflict) for line in merged_lines)
    lines = render(merged_lines, ask_labels() if conflicts else Labels())
    return MergedFile(newline.join(lines), conflicts)


def merge_by_meaning(texts: Texts) -> Sequence[MergedLine] | None:
    """Return the merge by records, or None where a version can't be taken apart or something would be lost."""
    try:
        base, ours, theirs = documents = tuple(map(_read, texts))
        trees = (tree_of(document) if document else None for document in documents)
        merger = Merger(Versions(*trees))
        merged_lines = _with_gaps(merger.merge(), texts)
        merged = [_read("".join(f"{line}\n" for line in lines)) for lines in _decided(merged_lines)]
    except (Refused, NotUnderstood):
        return None
    return merged_lines if is_complete(base, ours, theirs, merged, merger.merge_words.merged) else None


def _with_gaps(merged_lines: Sequence[MergedLine], texts: Texts) -> list[MergedLine]:
    """Return lines with an empty one between a block of text and what stands below it only since the merge."""
    spaced = list(merged_lines)
    lines = [line if isinstance(line, str) else "" for line in merged_lines]
    pairs = {pair for text in (texts.ours, texts.theirs) for pair in pairwise(text.split("\n"))}
    for number in reversed(list(missing_gaps(lines))):
        if (lines[number - 1], lines[number]) not in pairs:
            spaced.insert(number, "")
    return spaced


def _decided(merged_lines: Sequence[MergedLine]) -> Iterator[list[str]]:
    """Yield the lines of a merged file: if people must decide, once with ours everywhere and once with theirs."""
    if not has_conflict(merged_lines):
        yield plain(merged_lines)
        return
    for side in ("ours", "theirs"):
        decided = ((line,) if isinstance(line, str) else getattr(line, side) for line in merged_lines)
        yield [line for lines in decided for line in lines]


def _read(text: str) -> Document | None:
    return read("", text.encode()) if text.strip() else None
