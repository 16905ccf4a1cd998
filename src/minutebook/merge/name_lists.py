"""The merge of a list of names within a line, such as who was there."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from minutebook.merge.flow import three_way
from minutebook.merge.sequences import merge_keys
from minutebook.records.conjunctions import AND
from minutebook.records.late_patterns import late_pattern

_AND = rf"(?:{AND}|&)\s+"
_SEPARATOR = late_pattern(rf"(?:(?<!\s)\s+)?(?:[,;]\s+|[\u3001\uff0c\uff1b]\s*)(?:{_AND})?|(?<!\s)\s+{_AND}")
_LABEL = late_pattern(r"(?:.*:\**\s+)?[\"']?")
_END = late_pattern(r"(?<![\s.\u3002\"'])[\s.\u3002\"']*\Z")
_MOST_WORDS = 5
"""How many words a name has at most, with a remark in brackets; more of them say something."""


class _Names(NamedTuple):
    """The names of a line, and what stands before, between and behind them."""

    label: str
    names: tuple[str, ...]
    separators: tuple[str, ...]
    end: str

    def changes_names(self, former: "_Names") -> bool:
        """Whether a name of a former list is gone and another one is new."""
        return bool(set(former.names) - {*self.names} and set(self.names) - {*former.names})


def merge_names(base: str, ours: str, theirs: str) -> str | None:
    """Return a line with the names that both versions have, None where they are no lists or contradict each other."""
    former, our_list, their_list = lists = [_names_of(line) for line in (base, ours, theirs)]
    if not _are_versions(lists):
        return None
    names = merge_keys(former.names, our_list.names, their_list.names)
    separators = _separators(lists, len(names) - 1)
    ending = three_way(former.end, our_list.end, their_list.end, lambda our_end, _their_end: our_end)
    between = (text for pair in zip(["", *separators], names, strict=True) for text in pair)
    return f"{former.label}{''.join(between)}{ending}"


def _names_of(line: str) -> _Names:
    label = _LABEL.match(line)
    start, ending = label.end() if label else 0, _END.search(line)
    text = line[start : ending.start() if ending else None]
    return _Names(
        line[:start],
        tuple(_SEPARATOR.split(text)),
        tuple(_SEPARATOR.findall(text)),
        line[start + len(text) :],
    )


def _are_versions(lists: Sequence[_Names]) -> bool:
    """Whether lists are versions of one, of which none has another name where another version has changed one."""
    former, our_list, their_list = lists
    former_names, our_names, their_names = (set(name_list.names) for name_list in lists)
    common = former_names & our_names & their_names
    added = (our_names - former_names, their_names - former_names)
    return (
        len({name_list.label for name_list in lists}) == 1
        and all(len(set(name_list.names)) == len(name_list.names) for name_list in lists)
        and all(len(name.split()) <= _MOST_WORDS for name_list in lists for name in name_list.names)
        and bool(common)
        and 2 * len(common) >= len(former_names)
        and not (former_names - our_names - their_names and any(added))
        and not (our_list.changes_names(former) and their_list.changes_names(former))
        # Two hours or numbers of rooms are two answers to one question.
        and not all(any(letter.isdecimal() for name in names for letter in name) for names in added)
    )


def _separators(lists: Sequence[_Names], number: int) -> list[str]:
    """Return what stands between so many names: the last ones are joined by and, if they were."""
    _former, our_list, their_list = lists
    lasts = [names.separators[-1] for names in (our_list, their_list) if names.separators]
    last = next((separator for separator in lasts if re.search(_AND, separator)), None)
    plain = Counter(
        separator for names in lists for separator in names.separators if not re.search(_AND, separator)
    )
    usual = plain.most_common(1)[0][0] if plain else ", "
    return [*[usual] * (number - 1), last or usual] if number else []
