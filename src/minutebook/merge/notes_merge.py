"""The merge of notes: paragraphs and bullets of both versions, those of ours first where both add some."""

from collections.abc import Sequence
from itertools import pairwise

from minutebook.merge.conflicts import Conflict, MergedLine, has_conflict, indented
from minutebook.merge.paragraph_origins import align
from minutebook.merge.paragraphs import Paragraph, wording
from minutebook.merge.record_identity import Identity, numbered
from minutebook.merge.sequences import changed_version, merge_order
from minutebook.merge.text_merge import merge_text
from minutebook.merge.versions import Versions
from minutebook.merge.word_edits import words_of
from minutebook.merge.word_merge import MergeWords

_Side = dict[Identity, Paragraph]
"""The paragraphs of a version by those of the base that they were made of, new ones by their words."""


def merge_notes(versions: Versions, name: str, merge_words: MergeWords) -> list[MergedLine]:
    """Return the lines of a block of Markdown, indented."""
    merged_lines: Sequence[MergedLine] = _NotesMerge(name, merge_words).merge(
        *(version.paragraphs if version else () for version in versions)
    )
    if has_conflict(merged_lines):
        # Who wrote another head of a table, say, and who added a row disagree about a paragraph, but about no line.
        texts = [version.text if version else [] for version in versions]
        as_text = merge_text(*texts)
        merged_lines = (_with_new_words(*texts) or merged_lines) if has_conflict(as_text) else as_text
    indent = next(
        (version.indent for version in (versions.ours, versions.theirs) if version and version.indent), 2
    )
    return indented(merged_lines, " " * indent)


def _with_new_words(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Sequence[str]:
    """Return the version that has other words than the base, if the other one was only drawn anew; else nothing."""
    base_words, our_words, their_words = (words_of("\n".join(lines)) for lines in (base, ours, theirs))
    if base_words == our_words:
        return theirs
    return ours if base_words == their_words else ()


class _NotesMerge:
    """Merges paragraphs, those within bullets, and the lines of a text."""

    def __init__(self, name: str, merge_words: MergeWords) -> None:
        self._name, self._merge_words = name, merge_words

    def merge(
        self,
        base: Sequence[Paragraph],
        ours: Sequence[Paragraph],
        theirs: Sequence[Paragraph],
        *,
        of_text: bool = False,
    ) -> list[MergedLine]:
        """Return the lines of what both versions have, without what one of them took away.

        `of_text`: they are the lines of one text, with no empty line between.
        """
        sides = _by_origin(base, ours, theirs)
        merged: list[tuple[Identity, Sequence[MergedLine]]] = []
        order = merge_order(*(list(side) for side in sides))
        for identity in order:
            versions = [side.get(identity) for side in sides]
            merged_lines = self._merge_paragraph(*versions)
            is_placeholder = all(paragraph.is_placeholder for paragraph in versions if paragraph)
            if merged_lines and not (is_placeholder and len(order) > 1 and not of_text):
                merged.append((identity, merged_lines))
        if of_text:
            return [line for _identity, merged_lines in merged for line in merged_lines]
        return _joined(merged, sides)

    def _merge_paragraph(
        self, base: Paragraph | None, ours: Paragraph | None, theirs: Paragraph | None
    ) -> Sequence[MergedLine]:
        versions = (base, ours, theirs)
        if number := changed_version(*(version and version.meaning for version in versions)):
            settled = versions[number]
            return settled.lines if settled else ()
        kinds = {version.kind for version in versions if version}
        if not (base and ours and theirs) or len(kinds) > 1:
            base_lines, *sides = (version.lines if version else () for version in versions)
            if base and self._merge_words(*map("\n".join, (base_lines, *sides))) == "":
                return ()
            return [Conflict(sides[0], base_lines, sides[1], self._name)]
        if kinds == {"bullet"}:
            inside = self.merge(base.inside, ours.inside, theirs.inside)
            with_inside = ours if ours.inside else theirs
            gap = [""] * with_inside.head_gap if inside else []
            head = self._merge_lines(base.head, ours.head, theirs.head)
            return [*head, *gap, *indented(inside, " " * with_inside.offset)]
        if kinds == {"text"}:
            return self._merge_lines(base.lines, ours.lines, theirs.lines)
        return merge_text(base.lines, ours.lines, theirs.lines)

    def _merge_lines(
        self, base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
    ) -> Sequence[MergedLine]:
        """Merge the lines of a text, each of which is a record: a sentence, or a row of a table."""
        if number := changed_version(*(wording(*lines) for lines in (base, ours, theirs))):
            return (base, ours, theirs)[number]
        if max(map(len, (base, ours, theirs))) == 1:
            merged_line = self._merge_words(base[0], ours[0], theirs[0])
            return [Conflict(ours, base, theirs, self._name)] if merged_line is None else [merged_line]
        lines = ([Paragraph((line,)) for line in side] for side in (base, ours, theirs))
        merged_lines = self.merge(*lines, of_text=True)
        if not has_conflict(merged_lines) or any("|" in line for line in base):
            return merged_lines
        # Who has wrapped a text anew disagrees about no word.
        text = self._merge_words(*map("\n".join, (base, ours, theirs)))
        return merged_lines if text is None else text.split("\n")


def _by_origin(
    base: Sequence[Paragraph], ours: Sequence[Paragraph], theirs: Sequence[Paragraph]
) -> list[_Side]:
    sides: list[_Side] = [{("base", number): paragraph for number, paragraph in enumerate(base)}]
    for version in (ours, theirs):
        origins = align(base, version)
        # What stands in another place in the same words was moved.
        moved = {paragraph.meaning: number for number, paragraph in enumerate(base) if number not in origins}
        identities: list[Identity] = []
        for paragraph, aligned in zip(version, origins, strict=True):
            origin = moved.pop(paragraph.meaning, None) if aligned is None else aligned
            identities.append(("new", paragraph.meaning) if origin is None else ("base", origin))
        sides.append(dict(zip(numbered(identities), version, strict=True)))
    return sides


def _joined(
    merged: Sequence[tuple[Identity, Sequence[MergedLine]]], sides: Sequence[_Side]
) -> list[MergedLine]:
    """Return paragraphs with the empty lines between them that they had, or that keep them apart."""
    gaps = {
        pair: side[pair[0]].gap for side in (sides[2], sides[1]) for pair in pairwise(side)
    }  # those of ours count more
    merged_lines: list[MergedLine] = []
    for number, (identity, paragraph) in enumerate(merged):
        merged_lines += paragraph
        if number + 1 < len(merged):
            follower = merged[number + 1][0]
            present = [side[key] for key in (identity, follower) for side in sides[1:] if key in side]
            least = 0 if all(version.kind == "bullet" for version in present) else 1
            merged_lines += [""] * gaps.get(
                (identity, follower), max(least, *(paragraph.gap for paragraph in present))
            )
    return merged_lines
