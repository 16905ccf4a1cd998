"""The columns of a list of people: a name, and what is said of it behind commas, bars or slashes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.oldminutes.languages import says_nothing, words
from minutebook.oldminutes.names import Entry, is_name, read_entry, split_entries

_MOST_PARTS, _FEW = 5, 2
_NO_SMALL_NAMES = frozenset(EVERYBODY_WORDS).union(
    *(words("people", name) for name in ("no_names", "remarks", "particles"))
)
_SMALL_NAME = re.compile(
    r"(?P<name>[^\W\d_]{2,20}(?:(?:[ \t][^\W\d_]{2,20}){1,2}|[ \t][0-9]{1,2}))(?:[ \t]*\((?P<remark>[^()]*)\))?"
)
_INITIALS = re.compile("[A-Z]{2,4}")
_LABELED = re.compile(r"(?P<label>[^:\uff1a]{2,40}?)[ \t]*[:\uff1a][ \t]*(?P<name>\S.*)")
_WHOLE = re.compile(r"\S \S|[\u3400-\u9fff]{2}")
Columns = re.Pattern[str]
"""What stands between the columns of a list: between a name and what is said of it behind."""
_COLUMN_SIGNS = tuple(
    re.compile(rf"(?:{sign})(?![^()]{{0,80}}\))") for sign in (r"\|", r"[ \t]/|/[ \t]", "[,;\uff0c\u3001]")
)
"""What stands between the columns of a list, which it does not in brackets."""
PLACED = re.compile(r"[^\s,;]+[ \t][^,;\n]+,[ \t]*[^\s,;]+(?:[ \t]+[^\W\d_A-Z]\w*)?")
"""An item with a whole name, and with a word behind it that is no other one: Ann Lee, Acme."""
BY_COMMAS = _COLUMN_SIGNS[-1]
"""A name with what is said of it behind commas."""


def columns_of(texts: Sequence[str]) -> Columns | None:
    """Return what parts the columns that most items of a list have, or None where they have none."""
    for sign in _COLUMN_SIGNS:
        rows = [sign.split(text) for text in texts]
        parted = [row for row in rows if len(row) > 1]
        if len(rows) <= _FEW and all(" " in part.strip() and is_name(part) for row in rows for part in row):
            continue  # such as all who were there in one item, and all who were not in another
        is_short = sign is not BY_COMMAS or all(len(row) <= _MOST_PARTS for row in rows)
        if 1 < len(rows) < 2 * len(parted) and is_short:
            return sign
    return None


def columns_of_lines(lines: Sequence[str]) -> Columns | None:
    """Return the columns of lines that are somebody each, where commas may part people as well."""
    columns = None if len(lines) <= _FEW or "," in {line[-1:] for line in lines} else columns_of(lines)
    beside = [read_entry(part) for line in lines for part in (columns.split(line)[1:] if columns else ())]
    # What is no name, or stands behind several, is where people are from.
    is_beside = not all(beside) or len({person.name for person in beside if person}) < len(beside)
    return columns if is_beside else None


def read_person(text: str, links: Sequence[str], columns: Columns | None = None) -> Entry | None:
    """Return who an item of a list is, with what stands in other columns, or behind a comma, as a remark."""
    link = "".join(links[:1])
    is_parted = columns is not None and columns.search(text) is not None
    parts = columns.split(text) if columns and is_parted else split_entries(text) or [""]
    name, *remarks = map(str.strip, parts)
    person = read_entry(name, link)
    if person and (remarks or is_parted) and (columns or not any(map(read_entry, remarks))):
        initials = next((remark for remark in remarks[-1:] if _INITIALS.fullmatch(remark)), "")
        return replace(person.with_remarks(*map(_unbracketed, remarks)), initials=person.initials or initials)
    if person := read_entry(text, link):
        return person
    labeled = _LABELED.fullmatch(text)
    # A role may stand before a whole name; whom a first name means stands in the list already.
    person = read_entry(labeled["name"], link) if labeled and _WHOLE.search(labeled["name"]) else None
    return person.with_remarks(labeled["label"]) if labeled and person else None


def _unbracketed(text: str) -> str:
    """Return what stands in brackets behind a name; of several brackets, all."""
    remarks = map(str.strip, re.split(r"[()\[\]<>\uff08\uff09]", text))
    return ", ".join(remark for remark in remarks if remark.strip(" ,;-"))


def read_small_name(text: str) -> Entry | None:
    """Return who an entry names in small letters, which only its place tells from other words: ada lee (notes)."""
    match = _SMALL_NAME.fullmatch(text.strip(" \t*_,;"))
    parts = set(match["name"].casefold().split()) if match else set()
    is_other = not match or says_nothing(match["name"]) or parts & _NO_SMALL_NAMES
    return None if not match or is_other else Entry(match["name"], match["remark"] or "")
