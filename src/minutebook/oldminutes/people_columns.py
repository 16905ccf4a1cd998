"""Lists of people whose items have columns: a name, where somebody is from, an account, initials."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.oldminutes.names import Entry, is_name, read_entry, split_entries, unbracketed

_MOST_PARTS, _FEW = 5, 2
_INITIALS = re.compile("[A-Z]{2,4}")
_LABELED = re.compile(r"(?P<label>[^:\uff1a]{2,40}?)[ \t]*[:\uff1a][ \t]*(?P<name>\S.*)")
_COLUMN_SIGNS = tuple(
    re.compile(rf"(?:{sign})(?![^()]{{0,80}}\))") for sign in (r"\|", r"[ \t]/|/[ \t]", "[,;\uff0c\u3001]")
)
"""What stands between the columns of a list, which it does not in brackets."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the items of a list are parted into a name and what is said of it; initials may stand before the name."""

    sign: re.Pattern[str]
    has_initials: bool

    def parts(self, text: str) -> list[str]:
        """Return the name that an item has, and behind it what else it says."""
        parts = [part.strip() for part in self.sign.split(text)]
        return [*parts[1:], parts[0]] if self.has_initials and len(parts) > 1 else parts


BY_COMMAS = Columns(_COLUMN_SIGNS[-1], has_initials=False)
"""A name with what is said of it behind commas."""


def columns_of(texts: Sequence[str]) -> Columns | None:
    """Return the columns that most items of a list have, or None where they have none."""
    for sign in _COLUMN_SIGNS:
        rows = [sign.split(text) for text in texts]
        parted = [row for row in rows if len(row) > 1]
        if len(rows) <= _FEW and all(" " in part.strip() and is_name(part) for row in rows for part in row):
            continue  # such as all who were there in one item, and all who were not in another
        if 1 < len(rows) < 2 * len(parted) and all(len(row) <= _MOST_PARTS for row in rows):
            return Columns(sign, all(_INITIALS.fullmatch(row[0].strip()) for row in parted))
    return None


def read_person(text: str, links: Sequence[str], columns: Columns | None = None) -> Entry | None:
    """Return who an item of a list is, with what stands in other columns, or behind a comma, as a remark."""
    link = "".join(links[:1])
    name, *remarks = columns.parts(text) if columns else split_entries(text) or [""]
    person = read_entry(name, link)
    if person and remarks and (columns or not any(map(read_entry, remarks))):
        initials = next((remark for remark in remarks[-1:] if _INITIALS.fullmatch(remark)), "")
        return replace(person.with_remarks(*map(unbracketed, remarks)), initials=person.initials or initials)
    if person := read_entry(text, link):
        return person
    labeled = _LABELED.fullmatch(text)
    # A role may stand before a whole name; whom a first name means stands in the list already.
    person = read_entry(labeled["name"], link) if labeled and " " in labeled["name"] else None
    return person.with_remarks(labeled["label"]) if labeled and person else None
