"""What stands before or above a list of people."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, takewhile

from minutebook.actions.words import CLOSING
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.languages import (
    EDGE,
    HAN,
    LISTED,
    SENTENCE_END,
    Role,
    attendance_of,
    date_label_of,
    is_part_title,
    last_sentence,
    says_nothing,
    words,
)
from minutebook.oldminutes.markdown_blocks import fold, words_of_line
from minutebook.oldminutes.names import read_entry, read_names, split_entries
from minutebook.oldminutes.people_tables import are_people, are_whole_names

_LABEL = re.compile(
    r"\s*(?P<label>[^\s:\uff1a](?:[^:\uff1a\n]|:innen\b){1,59}?(?:\([^():\n]{1,160}\))?)\s*[:\uff1a](?!innen\b)\s*(?P<names>.*)",
    re.DOTALL,
)
_QUESTION = re.compile(r"\A[ \t]*+(who(?:'s|\u2019s)? [\w ]{3,20})\?(?=[ \t]\S)", re.IGNORECASE)
"""A question that stands for a label before names: Who was there? Ann, Ben."""
_DASHED = re.compile(
    r"\s*(?P<label>[^\s\u2013\u2014-][^\n:\uff1a\u2013\u2014-]{1,59}?)\s+[\u2013\u2014-]\s+(?P<names>.*)",
    re.DOTALL,
)
_SPOKEN = re.compile(
    r"\s*(?P<label>[^\W\d_][^:\uff1a\n,.]{1,39}?)[ \t](?:(?:were |was )?received from|were|was|are|is|(?<!away[ \t])(?<!missing[ \t])from|by)[ \t]"
    r"(?P<names>[@\[]?[^\W\d_a-z][^:\uff1a\n]+)"
)
"""A sentence that names people: Present were Ann and Ben. Apologies received from Cy Dunn."""
_BARE = re.compile(
    r"\s*(?P<label>[^\W\d_]\w{2,20}(?:[ \t]\w{3,20}(?=[ \t]+@))?)(?:[ \t]+=)?\s+(?P<names>(?:@\w|\[?[^\W\d_a-z]).*)",
    re.DOTALL,
)
"""A label in bold, alone in its line, or with accounts behind it, before names: **Present** Ann and Ben."""
_COUNTED = re.compile(r"\s*[0-9]{1,3}[ \t]++(?P<label>[^\s()0-9][^()0-9\n]{1,39}?) ?\((?P<names>[^()]+)\)")
"""How many came of a kind, with their names in brackets: 2 guests (Ann, Ben)."""
_SAID_LAST = re.compile(
    r"\s*(?P<names>[@\[]?[^\W\d_a-z][^:\uff1a\n]*?)(?<![ \t])[ \t]++(?:(?:were|was|are|is)[ \t]+)?"
    r"(?P<label>[^\W\d_A-Z]{3,20}(?:[ \t][^\W\d_A-Z]{3,20}){0,3})[.!]?"
)
"""A sentence that names people first: Ann and Ben were present. To look for it takes as long as for all the others."""
_ASIDE = re.compile(
    rf"(?:(?<![ \t\u3000])[ \t\u3000]+)?(?:[(\uff08](?![^()]*\b(?:{CLOSING})\b)[^()\uff08\uff09]*[)\uff09]|\[[0-9]{{1,3}}\])\Z",
    re.IGNORECASE,
)
_AROUND = re.compile(r"\A\(([^()]+,[^()]+)\)\.?\Z")
"""The bracket around all names behind a label."""
_ADDRESS = re.compile(r"(?<!\s)\s+<?https?://\S*\Z")
_LIST = re.compile(r"[/&,]| and | und | et |[:\uff1a]?[ \t][|\u2013\u2014-]{1,2}[ \t]|[:\uff1a][ \t]")
"""What parts labels of several lists, or those of one list in two languages."""
_FEW, _MOST_WORDS, _LONGEST = 2, 4, 80
_ROLES: tuple[Role, ...] = ("absent", "guests", "attending")
_PHRASES: list[tuple[str, Role]] = [
    (phrase, role) for role in _ROLES for phrase in words("attendance", role) if " " in phrase
] + [(phrase, "attending") for phrase in words("attendance", "came")]
"""Words that say in a sentence which list it begins; those of who was not there are looked for first."""
_NUMBER = re.compile(r"\A[0-9]{1,2}(?:[.-][0-9]{1,2}){,4}[.)]?[ \t]+")
_REASON = re.compile(rf"(?<![ \t])[ \t]+(?:{'|'.join(words('people', 'reasons'))})\b.*")
_CHINESE = re.compile(rf"[{HAN}]{{3,}}")
"""What may end in a word for absent, behind a reason and without a space."""
_MEMBERS, _EARLIER, _SPOKEN_WORDS = (words("people", name) for name in ("members", "earlier", "spoken"))
_OTHERS, _THINGS = words("attendance", "others"), words("attendance", "things")
_NO_PREFIX = words("people", "no_prefix") | _EARLIER


# Labels are the same in most files.
@lru_cache(1 << 12)
def label_of(text: str) -> Role | None:
    """Return which list a heading, a line in bold or a label begins, such as Members present (5)."""
    text = _ADDRESS.sub("", last_sentence(text))
    label = _NUMBER.sub("", _ASIDE.sub("", fold(text)).strip(" :\uff1a\u3000"), count=1)
    label = label.replace(":innen", "innen")
    lists = {attendance_of(part) for part in _LIST.split(EDGE.sub("/", label)) if part.strip()}
    if lists and None not in lists:  # guests were there as well
        return lists.pop() if len(lists) == 1 else None if "absent" in lists else "attending"
    label_words = label.split()
    if not 1 < len(label_words) <= _MOST_WORDS or not {*",:[]"}.isdisjoint(label):
        return None
    # Such as Directors present, Anwesende Mitglieder, or Team attendees; absent guests were not there.
    for start, end in combinations(range(len(label_words) + 1), 2):
        is_fitting = _NO_PREFIX.isdisjoint(label_words[:start]) and _MEMBERS.issuperset(label_words[end:])
        if is_fitting and (role := attendance_of(" ".join(label_words[start:end]))):
            return "absent" if "absent" in map(attendance_of, label_words[:start]) else role
    return None


def bare_label(text: str) -> str:
    """Return a label or a title in small letters, without its signs, its number and what stands in brackets."""
    unnumbered = _NUMBER.sub("", _ASIDE.sub("", fold(SENTENCE_END.split(text)[-1])), 1)
    return " ".join(re.findall(r"[\w'\u2019-]+", unnumbered))


def sentence_role(text: str, below: Sequence[Block], above: Role | None = None) -> Role | None:
    """Return which list a sentence or a long title begins, such as These people took part, if all below are people."""
    if any(map(date_label_of, _LIST.split(text))):
        return None  # such as Date/Place/Participants, below which each has a label
    label = bare_label(text)
    # Below a title that begins a list, any other is that of a group.
    is_group = _EARLIER.isdisjoint(label.split()) and not is_part_title(label)
    role = _loose_role(label) or (above if is_group else None)
    return role if role and any(map(are_people, below)) else None


def role_beside(text: str, title_above: str, below: Sequence[Block]) -> Role | None:
    """Return which list a title begins beside another of its form: Absent cooks, or Other cooks, below Present cooks."""
    (adjective, _, noun), (adjective_above, _, noun_above) = (
        bare_label(title).partition(" ") for title in (text, title_above)
    )
    is_formed = noun.isalpha() and noun_above.isalpha() and attendance_of(adjective_above) is not None
    if not is_formed or noun in _THINGS or not any(map(are_people, below)):
        return None
    return "guests" if adjective in _OTHERS else attendance_of(adjective)


def heads_only_list(text: str, below: Sequence[Block]) -> bool:
    """Whether a title may stand above the only list of people of a file, and people alone are below it: People, Team."""
    are_names = any(are_whole_names(block) or len(read_names(block.visible)) > _FEW for block in below)
    return are_names and bare_label(text) in LISTED


def says_who_was_there(text: str) -> bool:
    """Whether an entry says of a whole name that somebody was there, or was not, such as Ann Lee - present."""
    person = read_entry(text)
    answer = "".join(words_of_line(text)[-1:])
    return person is not None and " " in person.name and attendance_of(answer) in {"attending", "absent"}


def listed_names(text: str) -> str:
    """Return the names behind a label that may stand before the only list of people of a file, such as People: Ann, Ben."""
    labeled = _LABEL.fullmatch(text)
    is_label = labeled is not None and bare_label(labeled["label"]) in LISTED
    return labeled["names"] if labeled and is_label and read_names(labeled["names"]) else ""


@lru_cache(1 << 12)
def _loose_role(label: str) -> Role | None:
    """Return which list a phrase of a title or a sentence begins, or a word of it: Participants at the table."""
    if not _EARLIER.isdisjoint(label.split()):
        return None
    named = [*takewhile(lambda word: word not in _NO_PREFIX, label.split())]
    roles = {attendance_of(word) for word in named if word not in _MEMBERS} - {None, "guests"}
    is_named = " " in label and len(label) < _LONGEST and roles == {"attending"}
    phrases = (role for phrase, role in _PHRASES if f" {phrase} " in f" {label} ")
    return next(phrases, "attending" if is_named else None)


def stated_role(remark: str) -> Role | None:
    """Return which other list somebody belongs to by what stands behind the name, such as (excused)."""
    parts = re.split(r"[,;()\u2013\u2014]|-(?!\w)", _REASON.sub("", remark.casefold()))
    labels = [" ".join(word for word in part.split() if word not in _SPOKEN_WORDS) for part in parts]
    labels += [label[-2:] for label in labels if _CHINESE.fullmatch(label)]
    return next((role for role in map(attendance_of, labels) if role in {"absent", "guests"}), None)


@lru_cache(1 << 12)
def label_and_names(text: str, more: frozenset[str] = frozenset()) -> tuple[Role, str] | None:
    """Return which list a line begins, and what stands behind its label; `more` words are labels of those who came."""
    text = _QUESTION.sub(r"\1:", text)
    ends_in_label = label_of("".join(text.rsplit(None, 1)[-1:]).rstrip("!"))
    for pattern in (_DASHED, _LABEL, _SPOKEN, _BARE, _COUNTED, *([_SAID_LAST] if ends_in_label else ())):
        if not (match := pattern.fullmatch(text)):
            continue
        label = fold(match["label"])
        is_sure = pattern in {_DASHED, _LABEL}
        spoken = " ".join(word for word in label.split() if is_sure or word not in _SPOKEN_WORDS)
        role = label_of(label) or label_of(spoken)
        if not (role or is_sure):
            continue
        names = _AROUND.sub(r"\1", match["names"].strip(" \t*_"))
        # Of members in general something may be said as well, and a sentence may go on otherwise.
        if role and is_sure and not (names and label.split()[-1] in _MEMBERS):
            return role, "" if label_of(names.lstrip(" -|\u2013\u2014")) else names
        role = role or (_loose_role(bare_label(label)) if pattern is not _DASHED else None)
        role = role or ("attending" if label in more else None)
        is_lone = pattern in {_LABEL, _SPOKEN} and label not in more
        is_alone = names[:1] == "@" and " " not in names
        is_lone = is_lone or is_alone or (" " in names and (" " in label or label in more))
        # In front of what is said of it nearly anything may stand, but not several names.
        is_absent = role == "absent" and " " in names and names[-1].isalnum()
        is_lone = is_absent if pattern is _SAID_LAST else is_lone
        if role and (read_names(names) or (is_lone and read_entry(names.rstrip(".")))):
            return role, names
    return None


def remarked_role(text: str, below: Sequence[Block]) -> Role | None:
    """Return which list a label begins that has a remark behind it, such as Present: sign in, if people are below it."""
    role, remark = label_and_names(text) or (None, "")
    is_remark = bool(remark) and not (says_nothing(remark) or any(map(read_entry, split_entries(remark))))
    return role if role == "attending" and is_remark and any(map(are_people, below)) else None


def aside_of(text: str) -> str:
    """Return what a label says in brackets behind it, but for a number."""
    match = _ASIDE.search(text.rstrip(" :\uff1a*_"))
    return "" if not match or match[0].strip("()\uff08\uff09 ").isdigit() else match[0].strip()
