"""The merge of notes: paragraphs and bullets of both versions, those of ours first where both add some."""

from collections.abc import Callable, Sequence

from minutebook.merge.conflicts import Conflict, MergedLine, indented
from minutebook.merge.paragraphs import Paragraph, align, paragraphs
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.merge.sequences import merge_order
from minutebook.merge.versions import Versions
from minutebook.source.yaml.typed_line import indent_of

MergeText = Callable[[Sequence[str], Sequence[str], Sequence[str]], Sequence[MergedLine]]
"""Merges the lines of a base, ours and theirs as text."""
_Written = tuple[Sequence[MergedLine], bool, bool]
"""A merged paragraph, whether an empty line is below it, and whether it is a bullet."""


def merge_notes(versions: Versions, name: str, merge_text: MergeText) -> list[MergedLine]:
    """Return the lines of a block of Markdown, indented."""
    contents = [_content(version) for version in versions]
    sides = _by_origin(*(paragraphs(lines) for lines, _indent in contents))
    written: list[_Written] = []
    order = merge_order(*(list(side) for side in sides))
    for identity in order:
        present = [side[identity] for side in sides if identity in side]
        merged_lines = _merge_paragraph([side.get(identity) for side in sides], name, merge_text)
        is_placeholder = all(paragraph.is_placeholder for paragraph in present)
        if merged_lines and not (is_placeholder and len(order) > 1):
            is_bullet = all(paragraph.is_bullet for paragraph in present)
            written.append((merged_lines, any(paragraph.spaced for paragraph in present), is_bullet))
    indent = next(indent for _lines, indent in (*contents[1:], ([], 2)) if indent)
    return indented(_joined(written), " " * indent)


def _content(record: Record | None) -> tuple[list[str], int]:
    """Return the text of a block without its indent, and the indent."""
    lines = list(record.lines) if record else []
    indents = [indent_of(line) for line in lines if line.strip()]
    indent = min(indents, default=0)
    return [line[indent:] for line in lines], indent


def _by_origin(
    base: Sequence[Paragraph], ours: Sequence[Paragraph], theirs: Sequence[Paragraph]
) -> list[dict[Identity, Paragraph]]:
    """Return the paragraphs of each version by those of the base that they were made of, new ones by their words."""
    sides: list[dict[Identity, Paragraph]] = [{("base", number): text for number, text in enumerate(base)}]
    for version in (ours, theirs):
        side: dict[Identity, Paragraph] = {}
        for paragraph, origin in zip(version, align(base, version), strict=True):
            identity: Identity = ("new", paragraph.lines) if origin is None else ("base", origin)
            while identity in side:
                identity = (*identity, "again")
            side[identity] = paragraph
        sides.append(side)
    return sides


def _merge_paragraph(
    paragraph: Sequence[Paragraph | None], name: str, merge_text: MergeText
) -> Sequence[MergedLine]:
    base, ours, theirs = (version.lines if version else None for version in paragraph)
    if theirs in {ours, base}:
        return ours or ()
    if base == ours:
        return theirs or ()
    if ours is None or theirs is None:
        return [Conflict(ours or (), base or (), theirs or (), name)]
    return merge_text(base or (), ours, theirs)


def _joined(written: Sequence[_Written]) -> list[MergedLine]:
    """Return paragraphs with the empty lines between them that keep them apart."""
    merged_lines: list[MergedLine] = []
    for number, (paragraph, spaced, is_bullet) in enumerate(written):
        merged_lines += paragraph
        if number + 1 < len(written):
            continues_list = is_bullet and written[number + 1][2]
            merged_lines += [] if continues_list and not spaced else [""]
    return merged_lines
