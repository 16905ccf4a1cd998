"""Which paragraph of one version of notes was made of which of another."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from minutebook.merge.paragraphs import Paragraph, wording

_ALIKE = 0.6
"""From which share of common lines, or characters, on two texts are versions of one."""
_LONG = 2000
"""Longer texts are alike only by their lines: to compare all their characters takes seconds."""
_NEAR = 12
"""Among so many paragraphs that of another version is looked for: all pairs of a long list would take seconds."""


def align(base: Sequence[Paragraph], version: Sequence[Paragraph]) -> list[int | None]:
    """Return for each paragraph of a version the position of that of the base that it is or was made of."""
    base_meanings, meanings = ([paragraph.meaning for paragraph in side] for side in (base, version))
    origins: list[int | None] = [None] * len(version)
    matcher = SequenceMatcher(None, base_meanings, meanings, autojunk=False)
    for tag, base_start, base_end, start, end in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(end - start):
                origins[start + offset] = base_start + offset
        elif tag == "replace":
            _pair(base, version, range(base_start, base_end), range(start, end), origins)
    return origins


def _pair(
    base: Sequence[Paragraph],
    version: Sequence[Paragraph],
    base_range: range,
    version_range: range,
    origins: list[int | None],
) -> None:
    """Pair paragraphs that are alike, in their order."""
    first = base_range.start
    for position in version_range:
        candidates = range(first, min(first + _NEAR, base_range.stop))
        likenesses = [_likeness(base[candidate], version[position]) for candidate in candidates]
        best = max(likenesses, default=0.0)
        if best > 0:
            origins[position] = candidates[likenesses.index(best)]
            first = candidates[likenesses.index(best)] + 1


def _likeness(former: Paragraph, paragraph: Paragraph) -> float:
    if former.kind != paragraph.kind:
        return 0.0
    # What went below another bullet is not that bullet, whose own words are the same.
    return likeness(former.head, paragraph.head) or likeness(former.lines, paragraph.lines) / 2


def likeness(former: Sequence[str], lines: Sequence[str]) -> float:
    """Return how much two texts are alike, 0 where they are no versions of one."""
    wordings = [[words for line in side if (words := wording(line))] for side in (former, lines)]
    shorter = min(map(len, wordings))
    if not shorter:
        return 0.0
    common = (Counter(wordings[0]) & Counter(wordings[1])).total()
    if common > _ALIKE * shorter:
        return common / shorter
    former_text, text = (" ".join(words) for words in wordings)
    if text.startswith(former_text) or former_text.startswith(text):
        return 1.0
    if max(len(former_text), len(text)) > _LONG:
        return 0.0
    matcher = SequenceMatcher(None, former_text, text, autojunk=False)
    is_near = matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE
    ratio = matcher.ratio() if is_near else 0.0
    return ratio if ratio > _ALIKE else 0.0
