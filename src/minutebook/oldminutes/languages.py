"""The words of minutes in the languages in which they are written, from words.toml beside this module.

The names of months and weekdays are those of the Unicode locale data, which Babel has.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

from minutebook.actions.foreign_words import NOTHING_PHRASES
from minutebook.actions.words import STATUS_WORDS
from minutebook.records.conjunctions import AND, AND_WORDS
from minutebook.records.foreign_days import locale_names
from minutebook.records.likeness import is_misspelt_key, without_accents
from minutebook.records.meeting import Status

Role = Literal["attending", "absent", "guests"]
_LOCALES = "en de fr es pt it nl ca sv da nb fi pl cs sk hu ro tr ru uk el eu gl"
"""Whose names of months and weekdays are known; Chinese and Japanese have numbers in their place."""
HAN, HANGUL = r"\u3400-\u9fff", r"\uac00-\ud7af"
WIDE = rf"\u3040-\u30ff{HAN}{HANGUL}"
"""Ranges of the signs of Chinese and Japanese, of Korean, and of all three languages, for expressions."""
_LONGEST_TITLE, _LONGEST_PLAN, _LONGEST_CLOSED, _SHORTEST_PREFIX = 7, 6, 5, 4
SIGNS = re.compile(r"\A[^\w(]+|(?<![^\w)])[^\w)]+\Z")
"""Signs and pictures around a label."""
_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def words(group: str, name: str) -> frozenset[str]:
    """Return words of words.toml as they are compared: folded, `ß` is `ss`, also as who leaves the accents out types them."""
    return _with_plain(" ".join(word.casefold().split()) for word in _WORDS[group][name].split("|"))


def _with_plain(names: Iterable[str]) -> frozenset[str]:
    """Return words also without their accents, where these are all that is not ASCII in them: aout, A faire."""
    return frozenset(
        spelling
        for name in names
        for spelling in (name, without_accents(name))
        if spelling == name or spelling.isascii()
    )


ATTENDANCE: Mapping[str, Role] = {word: kind for kind in get_args(Role) for word in words("attendance", kind)}
"""What stands before or above a list of people."""
_LONG_LABELS = [word for word in ATTENDANCE if len(word) > 8 and word.isalpha() and word != "presentes"]  # noqa: PLR2004
"""Those that are still known with a letter missing, doubled or in the other's place, and no other word then, as presenters."""
_NOT = words("attendance", "not")
_NEGATIONS = tuple(word if len(word) == 1 else f"{word} " for word in _NOT)
LISTED = words("attendance", "listed")
"""What may stand above the only list of people of a file."""
LABEL_WORDS = frozenset(AND_WORDS).union(*(words("people", name) for name in ("labels", "yes", "no"))) | {
    label_part
    for label in (*ATTENDANCE, *LISTED)
    for label_part in (*re.findall(r"[^\W_]+", label), *map(str, range(100)))
}
"""Words of the lines of lists of people that the minutes write in their own way."""
DATE_LABELS: Mapping[str, bool] = {
    word: name == "day_first" for name in ("english", "day_first") for word in words("date", name)
}
"""What stands before the day of a meeting, and whether the day stands before the month there."""
_DATE_WORDS = {word for label in DATE_LABELS for word in re.findall(r"[^\W\d_]+", label)}
STATUSES: Mapping[str, Status] = {
    **STATUS_WORDS,
    **{word: status for status in ("done", "open") for word in words("status", status)},
}
"""What the status of an action item is called in a table."""
CANCELLED = words("says", "cancelled")
"""Words of a line that says that a meeting was not held."""
_NOTHING, _MEETINGS = _with_plain(NOTHING_PHRASES), words("says", "meeting")
_AGENDA_TITLES = words("titles", "agendas")
_PART_TITLES = _AGENDA_TITLES | words("titles", "parts")
_ACTION_TITLES, _PLAN_TITLES, _ACTION_LABELS, _CLOSED_TITLES, _FOR_TITLES, _WHOM_TITLES = (
    words("titles", name) for name in ("actions", "plans", "labels", "closed", "for", "whom")
)
_DECISION_TITLES = words("titles", "decisions")
_OTHER_TITLES, _BOTH = words("titles", "other") | _CLOSED_TITLES, words("titles", "both")
EDGE = re.compile(rf"(?<=[a-z])(?=[{WIDE}])")
"""Where a word of letters ends before Chinese or Japanese, which have no spaces between words."""
_NUMBERED = re.compile(
    r"\A(?:(?:agenda )?item|part|point|punkt|re|section|top|topic)[. ]{0,2}[0-9]{1,2}[ \t]*[:.)\u2013\u2014-][ \t]*(?=\S)",
    re.IGNORECASE,
)
"""The number of an item of the agenda before a title."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s")
"""Where a sentence of a label ends, and another one begins."""
_PLURAL = re.compile(r"\b(to[ -]?do|ai|ap)['\u2019\u00b4`]s\b")
"""How some write To-dos."""
_ISSUE = re.compile(r"#[0-9]+\W*\Z")
"""The number of an issue behind its title: End-of-life action items #12."""
_TALK = frozenset({"discussion", "discussions", "discusión", "discussão", "discussione", "diskussion"})
_JOINT = re.compile(rf"[/&+]|(?<![ \t])[ \t]+{AND}[ \t]+", re.IGNORECASE)


def last_sentence(text: str) -> str:
    """Return of a label its last sentence: of "Sign in below. Roll call:" the second one."""
    return SENTENCE_END.split(text)[-1] if text.endswith(":") else text


def date_label_of(label: str) -> str:
    """Return the label for the day of a meeting that one is or has all the words of, such as Meeting Date/Time."""
    folded = " ".join(label.strip(" \t\u3000*_").casefold().split())
    label_parts = re.findall(r"[^\W\d_]+", folded)
    is_about = _DATE_WORDS.issuperset(label_parts)
    return next((word for word in (folded, *label_parts) if word in DATE_LABELS and is_about), "")


# Labels are the same in most files.
@lru_cache(1 << 12)
def attendance_of(label: str) -> Role | None:
    """Return which list of people a label stands before, or None where it stands before no such list."""
    folded = " ".join(SIGNS.sub("", label).casefold().replace("_", " ").split())
    # Both forms of a word may be written as one: Présent.e.s, Teilnehmer*innen.
    joined = re.sub(r"(?<=\w)[.:*\u00b7\u2022](?=\w)", "", folded)
    if role := ATTENDANCE.get(joined) or _role_of_slip(joined):
        return role
    negated = next((joined.removeprefix(word) for word in _NEGATIONS if joined.startswith(word)), "")
    if negated:
        return "absent" if attendance_of(negated) == "attending" else None
    # Such as Projekt-Teilnehmer:innen, of which what stands before the hyphen may be anything.
    prefix, _, label_word = joined.partition("-")
    is_composed = len(prefix) >= _SHORTEST_PREFIX and prefix.isalpha() and prefix not in _NOT
    return "attending" if is_composed and attendance_of(label_word) == "attending" else None


def _role_of_slip(label: str) -> Role | None:
    """Return which list a long label stands before in which a letter slipped."""
    like = (word for word in _LONG_LABELS if word[0] == label[:1] and abs(len(word) - len(label)) <= 1)
    return next((ATTENDANCE[word] for word in like if is_misspelt_key(label, word)), None)


def is_action_title(text: str) -> bool:
    """Whether a title, or a line above a list, says that what stands below it are action items."""
    return _is_title(text, _ACTION_TITLES, _LONGEST_TITLE) and not is_joint_title(text)


@lru_cache(1 << 12)
def is_mark_title(text: str) -> bool:
    """Whether a label before what may be an action item is the title of such items, or of plans, and nothing more."""
    return " ".join(text.casefold().split()) in _ACTION_TITLES | _PLAN_TITLES | _ACTION_LABELS


def is_part_title(text: str) -> bool:
    """Whether a heading is that of a part that any meeting has, such as Agenda, and so no title of one."""
    return SIGNS.sub("", text.casefold()) in _PART_TITLES


def is_plan_title(text: str) -> bool:
    """Whether a title says that what stands below it is planned, of which what names an owner is an action item."""
    return _is_title(text, _PLAN_TITLES, _LONGEST_PLAN) or is_joint_title(text)


def is_task_title(text: str) -> bool:
    """Whether a title says that what stands below it is to be done, or planned."""
    return is_action_title(text) or is_plan_title(text)


def is_joint_title(text: str) -> bool:
    """Whether a title is that of action items and of something else, such as Actions/Resolutions."""
    parts = {part.casefold().strip(" \t:") for part in _JOINT.split(_NUMBERED.sub("", text))}
    return not parts.isdisjoint(_ACTION_TITLES) and not parts <= _ACTION_TITLES | _PLAN_TITLES


def is_decision_title(text: str) -> bool:
    """Whether a title or a heading of a table says that what stands below it was decided, and nothing of what is to be done."""
    return _is_title(text, _DECISION_TITLES, _LONGEST_PLAN) and not is_joint_title(text)


def is_agenda_title(text: str) -> bool:
    """Whether a title says that what stands below it was to be talked about, or was decided, and nothing of what is to be done."""
    is_agenda = _is_title(text, _AGENDA_TITLES, _LONGEST_PLAN)
    return (is_agenda and not is_task_title(text)) or is_decision_title(text)


@lru_cache(1 << 12)
def is_closed_title(text: str) -> bool:
    """Whether a title says that the action items below it are closed, such as Done last week; To be done says that they aren't."""
    label = text.casefold()
    title_words = frozenset(re.findall(r"[^\W\d_]+", label))
    is_said = any(word in (title_words if word.islower() else label) for word in _CLOSED_TITLES)
    return is_said and len(label.split()) <= _LONGEST_CLOSED and title_words.isdisjoint(_NOT | _BOTH)


def is_title_of_closed_actions(text: str) -> bool:
    """Whether a title is that of action items, and says that they are closed, such as Completed actions."""
    words_beside = (word for word in text.split() if word.casefold() not in _CLOSED_TITLES)
    return is_closed_title(text) and is_action_title(" ".join(words_beside))


# Each line above a list is asked several times.
@lru_cache(1 << 12)
def _is_title(text: str, titles: frozenset[str], longest: int) -> bool:
    # Such as Action Items (tell all what needs help).
    text = last_sentence(text)
    plain = _PLURAL.sub(r"\1s", _NUMBERED.sub("", text).casefold())
    label = SIGNS.sub("", EDGE.sub(" ", plain.partition(" (")[0])).split()
    pairs = [*map(" ".join, pairwise(label))]
    # Only action items are named in the middle, too: several ways to do this.
    ends = {*label[:1], *label[-1:], *pairs[:1], *pairs[-1:], *(pair for pair in pairs if "action" in pair)}
    ends -= {"action"}  # Action is a title, Call to action is none
    is_about = not titles.isdisjoint(ends) and _OTHER_TITLES.isdisjoint(label) and text[-1:] != "?"
    begins = not titles.isdisjoint((*label[:1], *pairs[:1]))
    is_about = is_about and label[0].rstrip(":") not in _TALK and (begins or not _ISSUE.search(text))
    # Such as Ações para calouros: what is done for somebody, and no list of who does it.
    is_topic = not _FOR_TITLES.isdisjoint(label) and _WHOM_TITLES.isdisjoint(label)
    return " ".join(label) in titles or (1 < len(label) <= longest and is_about and not is_topic)


def is_of_meeting(title: str) -> bool:
    """Whether a title has a word for a meeting or its minutes, alone or as a part of a longer one."""
    return any(word in title.casefold() for word in _MEETINGS)


def says_nothing(text: str) -> bool:
    """Whether a line says that there is nothing to say, or no action item, such as No actions from last week."""
    said = text.casefold().strip(" \t*_.!()[]|")
    first, _, title = said.partition(" ")
    return said in _NOTHING or (first in _NOTHING and first.isalpha() and is_action_title(title))


@cache
def months() -> Mapping[str, int]:
    """Return the number of each month by its names and their short forms, in small letters."""
    return {**_numbered("months"), "sept": 9}


@cache
def weekdays() -> Mapping[str, int]:
    """Return the number of each weekday, 0 for Monday, by its names and their short forms, in small letters."""
    return _numbered("days")


def _numbered(kind: Literal["months", "days"]) -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for language in _LOCALES.split():
        for number, name, is_whole in locale_names(kind, language):
            # Without its accents a short form may be another word: lör. and or.
            for spelling in _with_plain([name]) if is_whole else (name,):
                numbers.setdefault(spelling, set()).add(number)
    # A short form that means two of them in two languages says nothing.
    return {
        name: number
        for name, (number, *more) in numbers.items()
        if not more and len(name) > 1 and not name.isdigit()
    }
