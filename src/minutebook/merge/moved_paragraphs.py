"""Paragraphs that one version has put into other notes, or deeper, and the other has changed where they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from minutebook.merge.paragraph_origins import align
from minutebook.merge.paragraphs import Paragraph, nested, paragraphs
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.source.yaml.typed_line import indent_of

_Path = tuple[Identity, ...]
_Lines = tuple[str, ...]


def with_followed_paragraphs(base: Record, mover: Record, changer: Record) -> tuple[Record, Record]:
    """Return two versions, what `changer` changed in paragraphs that `mover` has put elsewhere being changed there."""
    former, moved, changed = (dict(_notes(tree, ())) for tree in (base, mover, changer))
    origins, homes = (lru_cache(1)(partial(_homes, notes)) for notes in (dict(former), dict(moved)))
    for path, lines in former.items():
        if path not in changed or changed[path] == lines or moved.get(path) in (lines, changed[path]):
            continue
        outer = _paragraphs(lines)
        staying = {paragraph.meaning for paragraph in outer} & {
            paragraph.meaning for paragraph in _paragraphs(moved.get(path, ()))
        }
        gone = {paragraph.meaning for paragraph in nested(outer)} - staying
        if gone.isdisjoint(homes()):  # to find out what became of which takes longer
            continue
        for origin, paragraph in _changes(outer, _paragraphs(changed[path])):
            # Of what stands in the base twice nobody knows which of them it is.
            if origin.meaning not in gone or len(origins()[origin.meaning]) > 1:
                continue
            if len(homes().get(origin.meaning, ())) == 1:
                ((home, moved_paragraph),) = homes()[origin.meaning]
                moved_lines = _replaced(moved[home], moved_paragraph.lines, paragraph.lines)
                changed_lines = _replaced(changed[path], paragraph.lines, origin.lines)
                if moved_lines and changed_lines:
                    moved[home], changed[path] = moved_lines, changed_lines
    return _with_notes(mover, (), moved), _with_notes(changer, (), changed)


def _homes(notes: Mapping[_Path, _Lines]) -> dict[Any, list[tuple[_Path, Paragraph]]]:
    """Return the paragraphs of all notes by their meaning, each with where it stands."""
    homes: dict[Any, list[tuple[_Path, Paragraph]]] = {}
    for path, lines in notes.items():
        for paragraph in nested(_paragraphs(lines)):
            homes.setdefault(paragraph.meaning, []).append((path, paragraph))
    return homes


def _notes(record: Record, path: _Path) -> Iterator[tuple[_Path, _Lines]]:
    for inner in record.records:
        inner_path = (*path, inner.identity)
        if inner.strategy == "prose":
            yield inner_path, inner.lines
        yield from _notes(inner, inner_path)


def _with_notes(record: Record, path: _Path, notes: Mapping[_Path, _Lines]) -> Record:
    records = tuple(_with_notes(inner, (*path, inner.identity), notes) for inner in record.records)
    lines = notes.get(path, record.lines)
    is_same = lines == record.lines and all(
        new is old for new, old in zip(records, record.records, strict=True)
    )
    return record if is_same else replace(record, lines=lines, records=records)


def _paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    indent = min((indent_of(line) for line in lines if line.strip()), default=0)
    return paragraphs([line[indent:] for line in lines])


def _changes(
    base: Sequence[Paragraph], version: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph that a version has changed as it was and as it is, and those within bullets."""
    for paragraph, origin in zip(version, align(base, version), strict=True):
        if origin is not None and base[origin].meaning != paragraph.meaning:
            yield base[origin], paragraph
            yield from _changes(base[origin].inside, paragraph.inside)


def _replaced(lines: _Lines, former: _Lines, current: _Lines) -> _Lines | None:
    """Return lines with others in the place of some, None where these do not stand there once."""
    stripped, former_texts = ([line.strip() for line in side] for side in (lines, former))
    starts = [start for start in range(len(lines)) if stripped[start : start + len(former)] == former_texts]
    if len(starts) != 1:
        return None
    (start,) = starts
    indent = " " * indent_of(lines[start])
    new_lines = (f"{indent}{line}" if line else line for line in current)
    return (*lines[:start], *new_lines, *lines[start + len(former) :])
