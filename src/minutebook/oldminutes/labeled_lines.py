"""Lines with labels before names: the parts of those that have several, and the lines below that go on with the names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutebook.oldminutes.languages import words
from minutebook.oldminutes.names import read_entry, split_entries
from minutebook.oldminutes.people_labels import label_and_names, label_of

_PLAIN_BULLETS = {"-", "\u2022", "\u25cf", "\u25aa"}
"""What begins the items of a list in which Markdown sees none."""
_LABELED = re.compile(r"[^,:]{1,40}:\s")
_PARTED = re.compile(r"[ \t]+[|\u00b7\u2022\u2013\u2014/][ \t]+|\t+|[ \t]{3,}|(?<=\w\.)[ \t]+(?=\w+:)")
_LABEL_HERE = re.compile(r"[*_]{0,2}[^\W\d_][^:\uff1a|\n]{0,39}?[*_ ]{0,3}[:\uff1a](?=[*_]{0,2}(?:\s|\Z))")
_LIST_LABEL = re.compile(r"[;,][ \t]+[*_]{0,2}(?P<label>[^\W\d_][^:\uff1a;,.\t\n]{0,39})[:\uff1a]")
_SENTENCE_START = re.compile(
    r"(?:(?<=[^\W\d_A-Z]{2}[.)])|(?<=\)\.))"
    + "".join(rf"(?<!\b{honorific.capitalize()}\.)" for honorific in words("people", "honorifics"))
    + r"[ \t]+(?=[^\W\d_a-z])"
)


def split_labels(text: str) -> list[str]:
    """Return the parts of a line that have a label each, such as Date: 5 May | Present: Ann Lee."""
    segments = _PARTED.split(text)
    if len(segments) > 1 and all(map(_LABEL_HERE.match, segments)):
        return [part for segment in segments for part in split_labels(segment)]
    lists = [label.start() for label in _LIST_LABEL.finditer(text) if label_of(label["label"])]
    if lists and label_of(text.partition(":")[0]):  # such as Present: Ann Lee; Excused: Bo Ray
        starts = [0, *lists, len(text)]
        return [text[start:end].lstrip(" ;,") for start, end in pairwise(starts)]
    segments = _SENTENCE_START.split(text)
    return segments if len(segments) > 1 and any(map(label_and_names, segments)) else [text]


def is_field(text: str) -> bool:
    """Whether an item of a list is a label with something behind it, such as Place: Mill."""
    return _LABEL_HERE.match(text) is not None and text[-1] not in ":\uff1a"


def gather_names(names: str, more: Sequence[str]) -> tuple[str, int]:
    """Return names with those of the lines below that go on with them, and how many these are."""
    count = 0
    while count < len(more) and _goes_on(names, more[count]):
        *people, last = split_entries(names) or [""]
        # A line may end within a name, of which one word or an initial goes on.
        word = re.split("[,(]", more[count])[0].strip()
        is_rest = word[1:] in {"", "."} or (" " not in word and " " in "".join(people[:1]))
        is_part = bool(people) and " " not in last and is_rest
        joint = " " if _is_open(names) or (is_part and names[-1] not in ",;") else "\n"
        names, count = f"{names}{joint}{more[count]}".lstrip(), count + 1
    return names, count


def _goes_on(names: str, text: str) -> bool:
    """Whether a line goes on with the names of the one above."""
    bullet = names[:1] if names[:1] in _PLAIN_BULLETS else ""
    if not text.startswith(bullet) or label_and_names(text) or _LABELED.match(text):
        return False
    if bullet:
        return True
    is_open = _is_open(names) or names.rstrip().endswith((",", ";", " and"))
    return is_open or (bool(text.strip()) and all(map(read_entry, split_entries(text))))


def _is_open(names: str) -> bool:
    """Whether the bracket behind a name ends in a line below."""
    return names.count("(") > names.count(")")
