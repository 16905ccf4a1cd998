"""Who owns a task of old minutes by a name that stands in it, where no form of actions says so."""

import re

from minutebook.actions.known_people import KnownPeople
from minutebook.actions.lone_names import SIGNS, split_lone_names
from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.records.roster import BETWEEN_NAMES

_WIDE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?=[\s\u3040-\u30ff\u3400-\u9fff])")
_MOST_WORDS = 7


def split_named_owners(text: str, people: KnownPeople, *, is_placed: bool) -> tuple[tuple[str, ...], str]:
    """Return whom a task is about, such as Ann writes it, or who stands alone beside it, and the task without these."""
    if wide := _WIDE_NAME.match(text):
        fronts = (wide[0][:count] for count in range(len(wide[0]), 1, -1))
        return tuple(filter(people.is_known, fronts))[:1], text
    for phrase in SIGNS.split(text) if is_placed else [text]:
        words = phrase.strip(" \t`").split(" ")
        for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
            names = people.split(" ".join(words[:count]))
            is_sentence = words[0][:1].isupper() and words[count][:1].islower()
            is_sentence = is_sentence and words[0].casefold() not in EVERYBODY_WORDS  # All lamps burn
            if (
                is_sentence
                and people.are_partly_known(names)
                and not BETWEEN_NAMES.fullmatch(f" {words[count]} ")
            ):
                return names, text
    return split_lone_names(text, people.partly_known) if is_placed else ((), text)
