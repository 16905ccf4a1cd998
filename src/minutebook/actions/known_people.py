"""Whom the grammar of actions takes for a person: the words of a line alone can't tell."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from minutebook.actions.words import EVERYBODY_WORDS, GROUP_WORDS, LABEL_WORDS, NO_OWNER_WORDS, NOBODY_WORDS
from minutebook.records.conjunctions import AND
from minutebook.records.fixed_words import ENGLISH, Wording
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.late_patterns import late_pattern
from minutebook.records.likeness import twin
from minutebook.records.meeting import Meeting
from minutebook.records.roster import (
    BETWEEN_NAMES,
    UNASSIGNED,
    Roster,
    bare_name,
    lone_first_names,
    plain_name,
)
from minutebook.records.series import Style

_ASIDE = late_pattern(r"(?:(?<![ \t])[ \t]+)?\([^()]*\)")
_ESCAPED = late_pattern(r"\\([!-/:-@\[-`{-~])")
_NEXT_ACCOUNT = late_pattern(rf"(?<![ \t])(?:[ \t]+(?:{AND}|or|[&+])|[ \t]*[\u3001/])?[ \t]*(?=@)")
_OR = late_pattern(r"(?<!\s)\s+(?:or|oder|ou|eller)\s+")
_WORD = late_pattern(r"[^\W\d_][^\W\d_]*(?:[.'\u2019\u2010\u2011-][^\W\d_]+)*\.?")
_CONJUNCTION = late_pattern(rf"\A{AND}[ \t]+(?=\S)")
_MOST_WORDS = 3
"""How many words a name has at most."""


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Who goes by a name, exactly or nearly; `anybody` tells whether there is anyone who does.

    `first_words` are those of all names that are known, where they can be listed, `mark` is what a series writes
    before an action, and `wording` are the words of its minutes.
    """

    is_known: Callable[[str], bool] = lambda _name: False
    is_near: Callable[[str], bool] = lambda _name: False
    anybody: bool = False
    first_words: frozenset[str] | None = None
    mark: str = ""
    wording: Wording = ENGLISH

    def split(self, names: str) -> tuple[str, ...]:
        """Return the names of a list of owners as they are written, without asides and signs around them."""
        text = _ESCAPED.sub(r"\1", names).strip(" \t,;_*").replace("**", "")
        if self.is_known(text):
            return (text,)
        # Behind a name an account is a remark, and behind another account it is somebody else's.
        accounts = _NEXT_ACCOUNT.sub(",", text) if text.startswith("@") else text
        tokens = [_CONJUNCTION.sub("", token.strip()) for token in accounts.split(",")]
        owners: list[str] = []
        while tokens:
            # A name may have a comma in it, such as `Ray, Jr.`
            ends = (count for count in (3, 2) if self.is_known(", ".join(tokens[:count])))
            count = next(ends, 1) if self.anybody else 1
            joined = ", ".join(tokens[:count])
            owners += [joined] if self.is_known(joined) else self._divided(joined)
            del tokens[:count]
        return tuple(dict.fromkeys(owner for owner in owners if owner))

    def whole_names(self, line: re.Match[str]) -> tuple[str, str]:
        """Return the accounts at the front of a line and its task, of which the rest of a name is none: @Ann Lee order parts."""
        accounts, task = line["owners"], line["task"].strip()
        if not line.string[line.end("owners") : line.start("task")].isspace():
            return accounts, task
        name, words = accounts.rpartition("@")[2], task.split(" ")
        for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
            rest_of_name = " ".join(words[:count])
            if self.is_known(f"{name} {rest_of_name}".rstrip(",;/&+")):
                return f"{accounts} {rest_of_name}", " ".join(words[count:])
        return accounts, task

    def asides(self, names: str) -> tuple[str, ...]:
        """Return what stands in brackets behind the names of owners, and is no part of a name that is known."""
        return () if self.is_known(names.strip()) else tuple(aside.strip() for aside in _ASIDE.findall(names))

    def are_known(self, names: Iterable[str]) -> bool:
        """Whether all are people or groups that are known."""
        names = tuple(names)
        return bool(names) and all(map(self.is_known, names))

    def are_partly_known(self, names: Iterable[str]) -> bool:
        """Whether one is known, and all others at least look like names: Mat and Ann Lee."""
        names = tuple(names)
        return any(map(self.is_known, names)) and all(self.is_known(name) or is_name(name) for name in names)

    def partly_known(self, names: str) -> tuple[str, ...]:
        """Return the names of a list of owners, one of whom is known, or nothing."""
        owners = self.split(names)
        return owners if self.are_partly_known(owners) else ()

    def are_alike(self, names: Iterable[str]) -> bool:
        """Whether names before a colon can well be people's: one is known or nearly so, or nobody is known at all."""
        names = tuple(names)
        if not self.anybody:
            are_labels = any(name.casefold() in LABEL_WORDS for name in names)
            return bool(names) and not are_labels and all(is_name(name) or name.isalpha() for name in names)
        strangers = [name for name in names if not self._is_somebody(name)]
        return len(strangers) < len(names) and all(map(is_name, strangers))

    def _is_somebody(self, name: str) -> bool:
        is_group = is_name(name) and name.casefold().split()[-1] in GROUP_WORDS  # Release Working Group
        return is_group or name.casefold() in _PRONOUNS or self.is_known(name) or self.is_near(name)

    def _divided(self, names: str) -> list[str]:
        owners = [owner.strip() for owner in BETWEEN_NAMES.split(_OR.sub(", ", _ASIDE.sub("", names)))]
        if (
            len(owners) > 1 and not owners[-1] and names[:1] != "@"
        ):  # Mat & whoever is called in small letters
            return []
        return [owner if self.is_known(owner) else owner.removeprefix("@").strip() for owner in owners]


NOBODY_KNOWN = KnownPeople(first_words=frozenset())
"""Where nothing tells who is a person."""
_PRONOUNS = GROUP_WORDS | NOBODY_WORDS | {UNASSIGNED, *EVERYBODY_WORDS}


def known_people(roster: Roster, named: Iterable[str], style: Style | None = None) -> KnownPeople:
    """Return the people of a roster, and those who are named in a meeting; `style` is that of their minutes."""
    single_names = (name for name in named if not roster.joined(bare_name(name)))
    spellings_here = {
        spelling
        for name in single_names
        for spelling in (name, plain_name(name), roster.present(name))
        if spelling
    }
    names = (*spellings_here, *roster.people, *roster.aliases)
    # `tout le monde` is not called tout.
    first_names = lone_first_names(name for name, person in roster.people.items() if not person.group)

    def is_known(name: str) -> bool:
        plain = plain_name(name)
        is_here = plain in spellings_here or roster.canonical(name) is not None or name == UNASSIGNED
        return is_here or plain in first_names  # who is meant is told by `unknown-person`

    @cache  # a word such as `list` may stand before a hundred colons
    def is_near(name: str) -> bool:
        return roster.mistyped(plain_name(name)) is not None or twin(plain_name(name), names) is not None

    mark, wording = (style.action, style.wording) if style else ("", ENGLISH)
    first_words = frozenset(name.replace(",", " ").split()[0] for name in names if name.strip(", "))
    return KnownPeople(is_known, is_near, bool(names), first_words, mark, wording)


def people_of(history: History, meeting: Meeting) -> KnownPeople:
    """Return whom a line of a meeting can name: the people of its series, and those who are named in it."""
    return known_people(history.roster, meeting.named, history.series.style.on(meeting.date))


def is_name(text: str) -> bool:
    """Whether a text looks like a person's name: up to three words of letters, none of them small, and the first one of no task."""
    words = plain_name(text).split()
    capitals = all(_WORD.fullmatch(word) and not word[0].islower() for word in words)
    is_task = len(words) > 1 and words[0].casefold() in NO_OWNER_WORDS  # Add Ann
    return 0 < len(words) <= _MOST_WORDS and capitals and not is_task and text.casefold() not in LABEL_WORDS
