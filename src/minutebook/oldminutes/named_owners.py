"""Who owns a task of old minutes by a name that stands in it, where no form of actions says so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from minutebook.actions.endings import split_ending
from minutebook.actions.forms import ARROW
from minutebook.actions.known_people import KnownPeople
from minutebook.actions.known_people import is_name as looks_like_name
from minutebook.actions.lone_names import SIGNS, split_lone_names
from minutebook.actions.words import CLOSING_WORDS, EVERYBODY_WORDS, GROUP_WORDS, NO_OWNER_WORDS
from minutebook.oldminutes.languages import HAN, HANGUL, STATUSES, WIDE, is_task_title, months, weekdays
from minutebook.oldminutes.names import is_name, is_office, split_entries
from minutebook.oldminutes.orders import is_verb
from minutebook.oldminutes.sheet import PersonName
from minutebook.records.roster import BETWEEN_NAMES

_OWNED = (
    re.compile(r"[(\uff08](?P<names>[^()\uff08\uff09]{2,60})[)\uff09]\Z"),
    re.compile(r"[ \t]--?[ \t](?P<names>[^-]{2,60})\Z"),
    re.compile(r"\A\*\*(?P<names>[^*:]{2,60}):?\*\*"),
)
"""What stands behind tasks for their owners, or in bold before them."""
_SQUARE = re.compile(r"[ \t]\[(?P<names>[^\W\d_a-z][^()\[\]]{0,40})\]\Z")
"""What stands behind most tasks for their owners, and in square brackets for nothing else."""
_BEFORE_DAY = re.compile(
    r"[ \t][\u2013\u2014-][ \t](?P<names>[^\u2013\u2014-]{2,60}?)[ \t][\u2013\u2014-][ \t](?:[0-9./ ]|\W?[^\W\d_]{3,10}\.? ?(?=[0-9]))[^\u2013\u2014]{2,20}\Z"
)
"""What stands behind tasks for their owners and the days on which they are due."""
_WRITTEN_NAME = r"(?P<name>[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+){0,2})"
_AT_END = re.compile(
    rf"(?:[(\[\uff08]|(?<=\s)(?:--?|[\u2013\u2014])[ \t]+|{ARROW}[ \t]*){_WRITTEN_NAME}[)\]\uff09]?\Z"
)
_DOUBTFUL = re.compile(rf"(?<=\S)(?:[:,\uff1a][ \t]+|[ \t]\(){_WRITTEN_NAME}(?:\Z|\))")
"""What may be somebody behind a task, as in order parts (Mat), and if others are named so, too, as in parts: Mat."""
_FRONT = re.compile(r"(?P<names>[^\W\d_][^:()\[\]\u2013]{1,40}?)(?::|[ \t][\u2013-])[ \t]+\S")
"""Owners before a colon or a dash."""
_TO = re.compile(
    rf"(?P<names>(?!(?i:{'|'.join(NO_OWNER_WORDS)})\b)[^\W\d_][^():]{{1,60}}?) (?:to|will) (?!(?:be|the|a|an|our) )[a-z]"
)
"""Owners before tasks: Ann and Ben to order parts."""
_OWNER = re.compile(r"@?\w[\w.'\u2019\u2010\u2011 &-]{0,60}\??")
_SMALL_WORD = re.compile(r"(?<![\w@])[^\W\d_A-Z]++(?![\w.-]{0,40}@)")
_WIDE_NAME = re.compile(rf"[{HAN}{HANGUL}]{{2,4}}(?=[\s{WIDE}])")
_INITIALS = re.compile("[A-Z]{2,3}")
_MOST_WORDS = 7


def is_owner(name: str) -> bool:
    """Whether a name can be an owner's: without other signs, no title, and no word that closes an action."""
    is_word = name.casefold() in CLOSING_WORDS or is_task_title(name)
    return _OWNER.fullmatch(name) is not None and not is_word


def is_label(name: str, people: KnownPeople, words: Set[str]) -> bool:
    """Whether a stranger is a verb, or, where nobody is known, has small words in it and is neither an office nor a group."""
    name_words = name.casefold().split()
    are_several = is_office(name.removesuffix("s")) or not GROUP_WORDS.isdisjoint(name_words[-1:])
    is_said = len(name_words) > 1 and not words.isdisjoint(name_words) and not are_several
    return (is_verb(name) or (is_said and not people.anybody)) and not people.is_known(name)


def small_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words that stand in some lines in small letters: whoever seems to be called so there is nobody."""
    return frozenset(word for line in lines for word in _SMALL_WORD.findall(line))


def name_at_end(text: str, line: int, words: Set[str]) -> PersonName | None:
    """Return who may be named behind the task in a line, unless it is a word in small letters; surely so if it is one word."""
    task = split_ending(text)[0]
    at_end = _AT_END.search(task)
    written = at_end or _DOUBTFUL.search(task)
    if not written or not looks_like_name(name := written["name"]) or name.casefold() in STATUSES:
        return None
    if not words.isdisjoint(name.casefold().split()):
        return None
    is_day = name.casefold() in months() or name.casefold() in weekdays()
    return PersonName(name, line, "owner", is_sure=at_end is not None and " " not in name and not is_day)


def names_in_list(texts: Sequence[str], people: KnownPeople, words: Set[str]) -> tuple[str, ...]:
    """Return whom items of a list name at one end, if one is known, or most begin with; no name has a small word."""
    names = tuple(_names_at_ends(texts, people))
    if any(map(people.is_known, names)):
        believed = {*_believed(names, words)}
        names = tuple(name for name in names if people.is_known(name) or name in believed)
    return (*names, *_strangers(texts, people, words))


def _names_at_ends(texts: Sequence[str], people: KnownPeople) -> Iterator[str]:
    for sign in (*_OWNED, _SQUARE, _BEFORE_DAY, _TO):
        matches = [sign.match(text) if sign is _TO else sign.search(split_ending(text)[0]) for text in texts]
        names_by_item = [split_entries(match["names"]) if match else [] for match in matches]
        times = Counter(chain.from_iterable(names_by_item))
        # In small letters only what stands before several tasks is a name.
        names_by_item = [
            names
            for names in names_by_item
            if names and all(looks_like_name(name) or times[name] > 1 for name in names)
        ]
        fewest = len(texts) // 2 + 1 if sign in {_SQUARE, _TO} else len(texts)
        names = list(chain.from_iterable(names_by_item))
        is_sure = sign in {_BEFORE_DAY, _SQUARE, _TO} or any(map(people.is_known, names))
        if len(names_by_item) >= max(fewest, 2) and is_sure:
            yield from names


def _strangers(texts: Sequence[str], people: KnownPeople, words: Set[str]) -> Iterator[str]:
    """Yield the few at the front whom nobody knows, if most items begin with somebody and a colon or a dash."""
    labels = [match["names"] for match in map(_FRONT.match, texts) if match]
    names = [name for label in labels for name in split_entries(label)]
    strangers = {name: None for name in names if not people.is_known(name)}
    # Initials stand for somebody if each has two items or so.
    fewest = 2 * len(strangers) + (not all(map(_INITIALS.fullmatch, strangers)))
    is_most = 2 * len(labels) > len(texts) and len(names) >= fewest and bool(strangers)
    if is_most and all(map(looks_like_name, strangers)):
        yield from _believed(strangers, words)


def _believed(names: Iterable[str], words: Set[str]) -> Iterator[str]:
    """Yield the names that are no words as well, or end in a word for several people."""
    for name in names:
        name_words = name.casefold().split()
        if words.isdisjoint(name_words) or name_words[-1] in GROUP_WORDS:
            yield name


def names_above_tasks(texts: Sequence[str], people: KnownPeople, words: Set[str]) -> tuple[str, ...]:
    """Return whom texts above lists name, if each is whole names and nothing else, or somebody who stands there is known."""
    names = [name for text in texts for name in people.split(text.replace("**", "").rstrip(": "))]
    is_known = any(people.is_known(name) and name.casefold() not in EVERYBODY_WORDS for name in names)
    strangers = [name for name in names if not people.is_known(name)]
    are_names = all(is_name(name) and (is_known or " " in name) for name in strangers)
    return tuple(names) if are_names and words.isdisjoint(" ".join(strangers).casefold().split()) else ()


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
