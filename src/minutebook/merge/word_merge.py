"""The merge of a line or paragraph that two people changed, by its words."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from minutebook.merge.name_lists import merge_names
from minutebook.merge.paragraph_origins import likeness
from minutebook.merge.word_edits import (
    Edit,
    WordEdits,
    Words,
    ends_clause,
    ends_sentence,
    is_spelling,
    is_spoken,
    split,
    words_of,
)
from minutebook.records.conjunctions import AND
from minutebook.records.late_patterns import late_pattern

_LONG = 2000
"""The words of longer texts are not compared, which takes seconds."""
_APART = 3
"""With so many words between them, two changes of one sentence are about different things."""
_PHRASE = 3
"""How many words at least say something of their own: 1pm and 2pm are two answers to one question."""
_SEPARATOR = late_pattern(rf"[,;/&+\u3001\uff0c\uff1b]|{AND}", re.IGNORECASE)
_NEGATION = late_pattern(
    r".+n['\u2019]t|cannot|never|no|non|none|not|nicht|kein\w*|nie|niet|geen|pas|jamais|nunca|n[a\u00e3]o|inte|ikke|ei|nem|\u043d\u0435",
    re.IGNORECASE,
)
"""After such a word, what the other added to the sentence may be wrong."""

MergeWords = Callable[[str, str, str], str | None]
"""Merges a text of a base, ours and theirs by its words; None where people must decide."""


class WordMerger:
    """Merges texts by their words, and remembers which lines have the words of a line of either version now."""

    def __init__(self) -> None:
        self.merged: dict[Words, set[tuple[Words, ...]]] = {}

    def __call__(self, base: str, ours: str, theirs: str) -> str | None:
        """Return what both made of a text, None where they disagree."""
        text = merge_words(base, ours, theirs)
        if text is not None:
            merged_lines = tuple(words for line in text.split("\n") if (words := words_of(line)))
            for line in (*ours.split("\n"), *theirs.split("\n")):
                self.merged.setdefault(words_of(line), set()).add(merged_lines)
        return text


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """Return what both made of a text, None where they disagree or a word of one would be lost.

    Of a text that one took away, which is empty there, the other may have changed signs and spaces.
    """
    if base and not (ours and theirs):
        return "" if words_of(ours or theirs) in {words_of(base), ()} else None
    if max(map(len, (base, ours, theirs))) > _LONG:
        return None
    # With a space before the first word, another one can stand there.
    words, *versions = (split(f" {text}") for text in (base, ours, theirs))
    sides = [WordEdits(words, version) for version in versions]
    merged = _apply(words, sides, joins=False)
    if merged is None:
        merged = merge_names(base, ours, theirs)
    if merged is None:
        merged = _apply(words, sides, joins=True)
    if merged is None:
        return None
    former, present = Counter(words_of(base)), Counter(words_of(merged))
    return merged if all(Counter(words_of(side)) - former <= present for side in (ours, theirs)) else None


def _apply(words: Sequence[str], sides: Sequence[WordEdits], *, joins: bool) -> str | None:
    """Return words with the edits of both versions; `joins`: also with what both have added in one place."""
    ours, theirs = (side.edits for side in sides)
    merged = {edit.extent: edit for edit in (*theirs, *ours)}
    for edit in ours - theirs:
        for their_edit in theirs - ours:
            if edit.extent == their_edit.extent:
                of_both = _longer(edit, their_edit) or (_join(words, edit, their_edit) if joins else None)
                if of_both is None:
                    return None
                merged[edit.extent] = of_both
            elif not _are_apart(words, *sorted((edit, their_edit), key=lambda change: change.extent)):
                return None
    spaced = [
        our_word if our_word != word else their_word
        for word, our_word, their_word in zip(words, *(side.spaced for side in sides), strict=True)
    ]
    for (start, end), edit in sorted(merged.items(), reverse=True):
        spaced[start:end] = edit.text
    return "".join(spaced).removeprefix(" ")


def _longer(edit: Edit, their_edit: Edit) -> Edit | None:
    """Return the edit that says what the other one says, and more."""
    shorter, longer = sorted((edit, their_edit), key=lambda change: (len(change.words), change.words))
    return longer if shorter.spoken and longer.spoken[: len(shorter.spoken)] == shorter.spoken else None


def _join(words: Sequence[str], edit: Edit, their_edit: Edit) -> Edit | None:
    """Return what both have added in one place, None where these are two answers to one question."""
    our_text, their_text = ([" ".join(addition.spoken)] for addition in (edit, their_edit))
    # Which of two texts comes first may count for how alike they are.
    are_alike = likeness(our_text, their_text) or likeness(their_text, our_text)
    if are_alike or not all(_stands_alone(words, addition) for addition in (edit, their_edit)):
        return None
    is_parted = _SEPARATOR.fullmatch(their_edit.words[0]) or ends_clause(edit.words[-1])
    return replace(edit, text=(*edit.text, *(() if is_parted else (";",)), *their_edit.text))


def _stands_alone(words: Sequence[str], edit: Edit) -> bool:
    """Whether what was added can be followed by something else that was added there."""
    is_last = edit.end == len(words) or words[edit.end].startswith("\n")
    return edit.is_addition and (
        _SEPARATOR.fullmatch(edit.words[0]) is not None
        or ends_clause(edit.words[-1])
        or (is_last and (ends_sentence(words, edit.start - 1) or len(edit.spoken) >= _PHRASE))
    )


def _are_apart(words: Sequence[str], edit: Edit, later_edit: Edit) -> bool:
    """Whether two changes are about different things, or one of them only corrects how words are spelt."""
    changes = (edit, later_edit)
    if later_edit.start < edit.end:
        return False
    between = range(edit.end, later_edit.start)
    # Cells of a table have nothing to do with each other, either.
    if any(ends_sentence(words, index) or words[index].strip() == "|" for index in between):
        return True
    if any(
        _NEGATION.fullmatch(word) for change in changes for word in (*change.words, *_former(words, change))
    ):
        return False
    if any(is_spelling(_former(words, change), change.words) for change in changes):
        return True
    number = sum(is_spoken(words[index]) for index in between)
    if edit.is_addition or later_edit.is_addition:
        least = 0 if edit.is_addition and later_edit.is_addition else 1
    else:
        least = _APART
    return number >= least


def _former(words: Sequence[str], edit: Edit) -> list[str]:
    return [word.strip() for word in words[edit.start : edit.end]]
