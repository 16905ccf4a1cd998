"""Who owns a task of old minutes by a name that stands in it, where no form of actions says so."""

import re

from minutebook.actions.known_people import KnownPeople

_WIDE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?=[\s\u3040-\u30ff\u3400-\u9fff])")
_SIGNS = re.compile(r"[:;|>=\u2192()\[\]\u2013\u2014]|\*\*|(?<=\s)-+(?=\s)|\.(?=\s|\Z)")
_BY_DAY = re.compile(r"(?:by[ \t])?[ \t]*(?:[0-9]{1,2}[ \t]\w{3,9}|[0-9/.-]{4,10})")
"""What parts the owner of a task from it, and what a part says of when."""
_MOST_WORDS = 7
"""How many words the names before a verb have at most."""


def named_owners(text: str, people: KnownPeople, *, is_placed: bool) -> tuple[str, ...]:
    """Return whom a task is about, such as Ann writes it, or who stands alone before or behind it."""
    if wide := _WIDE_NAME.match(text):
        fronts = (wide[0][:count] for count in range(len(wide[0]), 1, -1))
        return tuple(filter(people.is_known, fronts))[:1]
    phrases = [phrase.strip(" \t`") for phrase in (_SIGNS.split(text) if is_placed else [text])]
    phrases = [phrase for phrase in phrases if phrase and not _BY_DAY.fullmatch(phrase)]
    for phrase in phrases:
        words = phrase.split(" ")
        for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
            names = people.split(" ".join(words[:count]))
            if words[0][:1].isupper() and words[count][:1].islower() and people.are_known(names):
                return names
    lone = (people.split(phrase) for phrase in (*phrases[:1], *phrases[-1:]) if len(phrases) > 1)
    return next(filter(people.are_known, lone), ())
