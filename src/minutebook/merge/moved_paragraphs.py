"""Paragraphs that one version has put into other notes, or deeper, and the other has changed where they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from operator import is_
from typing import Any

from minutebook.merge.paragraph_origins import align
from minutebook.merge.paragraphs import Paragraph, nested
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.source.yaml.typed_line import indent_of

_Path = tuple[Identity, ...]
_Lines = tuple[str, ...]


def with_followed_paragraphs(base: Record, mover: Record, changer: Record) -> tuple[Record, Record]:
    """Return two versions, what `changer` changed in paragraphs that `mover` has put elsewhere being changed there."""
    former, moved, changed = (dict(_notes(tree, ())) for tree in (base, mover, changer))
    origins, homes = (lru_cache(1)(partial(_homes, notes)) for notes in (dict(former), dict(moved)))
    for path, notes in former.items():
        present = moved.get(path)
        if path not in changed or changed[path].lines == notes.lines:
            continue
        if present and present.lines in (notes.lines, changed[path].lines):
            continue
        outer, present_outer = (
            {paragraph.meaning for paragraph in version.paragraphs} if version else set()
            for version in (notes, present)
        )
        gone = {paragraph.meaning for paragraph in nested(notes.paragraphs)} - (outer & present_outer)
        if gone.isdisjoint(homes()):  # to find out what became of which takes longer
            continue
        for origin, paragraph in _changes(notes.paragraphs, changed[path].paragraphs):
            # Of what stands in the base twice nobody knows which of them it is.
            if origin.meaning not in gone or len(origins()[origin.meaning]) > 1:
                continue
            if len(homes().get(origin.meaning, ())) == 1:
                ((home, moved_paragraph),) = homes()[origin.meaning]
                moved_notes = _replaced(moved[home], moved_paragraph.lines, paragraph.lines)
                changed_notes = _replaced(changed[path], paragraph.lines, origin.lines)
                if moved_notes and changed_notes:
                    moved[home], changed[path] = moved_notes, changed_notes
    return _with_notes(mover, (), moved), _with_notes(changer, (), changed)


def _homes(notes: Mapping[_Path, Record]) -> dict[Any, list[tuple[_Path, Paragraph]]]:
    """Return the paragraphs of all notes by their meaning, each with where it stands."""
    homes: dict[Any, list[tuple[_Path, Paragraph]]] = {}
    for path, record in notes.items():
        for paragraph in nested(record.paragraphs):
            homes.setdefault(paragraph.meaning, []).append((path, paragraph))
    return homes


def _notes(record: Record, path: _Path) -> Iterator[tuple[_Path, Record]]:
    for child in record.records:
        child_path = (*path, child.identity)
        if child.strategy == "prose":
            yield child_path, child
        yield from _notes(child, child_path)


def _with_notes(record: Record, path: _Path, notes: Mapping[_Path, Record]) -> Record:
    if path in notes:
        return notes[path]
    records = tuple(_with_notes(child, (*path, child.identity), notes) for child in record.records)
    is_same = all(map(is_, records, record.records))
    return record if is_same else replace(record, records=records)


def _changes(
    base: Sequence[Paragraph], version: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph that a version has changed as it was and as it is, and those within bullets."""
    for paragraph, origin in zip(version, align(base, version), strict=True):
        if origin is not None and base[origin].meaning != paragraph.meaning:
            yield base[origin], paragraph
            yield from _changes(base[origin].inside, paragraph.inside)


def _replaced(notes: Record, former: _Lines, current: _Lines) -> Record | None:
    """Return notes with other lines in the place of some, None where these do not stand there once."""
    lines = notes.lines
    stripped, former_texts = ([line.strip() for line in side] for side in (lines, former))
    starts = [start for start in range(len(lines)) if stripped[start : start + len(former)] == former_texts]
    if len(starts) != 1:
        return None
    (start,) = starts
    indent = " " * indent_of(lines[start])
    new_lines = (f"{indent}{line}" if line else line for line in current)
    return replace(notes, lines=(*lines[:start], *new_lines, *lines[start + len(former) :]))
