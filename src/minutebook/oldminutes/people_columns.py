"""The columns of a list of people: a name, what is said of it behind commas, bars or slashes, and the group before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.actions.words import EVERYBODY_WORDS
from minutebook.oldminutes.languages import HAN, HANGUL, WIDE, says_nothing, words
from minutebook.oldminutes.names import ROLES, Entry, is_name, is_short, read_entry, split_entries

_MOST_PARTS, _FEW = 5, 2
_NO_SMALL_NAMES = frozenset(EVERYBODY_WORDS).union(
    *(words("people", name) for name in ("no_names", "remarks", "particles"))
)
_SMALL_NAME = re.compile(
    r"(?P<name>[^\W\d_]{2,20}(?:(?:[ \t][^\W\d_]{2,20}){1,2}|[ \t][0-9]{1,2}))(?:[ \t]*\((?P<remark>[^()]*)\)|[ \t]+[\u2013\u2014-][ \t]+(?P<place>[^()]+))?"
)
_INITIALS = re.compile("[A-Z]{2,4}")
_BRACKETED = re.compile(r"\A\[(?P<name>[^\[\] ]+ [^\[\]]{1,60})\](?P<rest>[ \t]+[\u2013\u2014-][ \t].*)?\Z")
_LABELED = re.compile(r"(?P<label>[^:\uff1a]{2,40}?)[ \t]*[:\uff1a][ \t]*(?P<name>\S.*)")
_ROLE = re.compile(
    rf"(?P<role>(?:[\w&/.]+ ){{0,4}}?(?:{'|'.join(ROLES)}))[ \t]+(?:[\u2013\u2014-][ \t]+(?=\S)|(?=(?-i:[^\W\d_a-z]\S+ [^\W\d_a-z])))"
    rf"|(?P<year>[BMD][1-6])[ \t\u3000]+(?=[{WIDE}])",
    re.IGNORECASE,
)
"""What somebody is, before the name: President - Ann Lee, Vice Chair Ben Hart; in Japan it may be the year of study."""
_OFFICE = re.compile(rf"\b(?:{'|'.join(ROLES)})\Z", re.IGNORECASE)
WHOLE = re.compile(rf"\S \S|[{HAN}{HANGUL}]{{2}}")
"""What a whole name has, which in Chinese and Korean is written without a space."""
_COLUMN_SIGNS = tuple(
    re.compile(rf"(?:{sign})(?![^()]{{0,80}}\))") for sign in (r"\|", r"[ \t]/|/[ \t]", "[,;\uff0c\u3001]")
)
"""What stands between the columns of a list, which it does not in brackets."""
_GROUPED = re.compile(r"(?P<group>[^:\uff1a()]{1,60}?)[ \t]*[:\uff1a][ \t]*(?P<names>\S.*)", re.DOTALL)
_TEAM = re.compile(r"(?P<group>[^:\uff1a()]{1,60}?)[ \t]*\((?P<names>[^()]+,[^()]+)\)")
"""Names in brackets behind what can be nobody, such as 2 guests (Ann, Ben)."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the items of a list are parted, and which parts are the name: initials or a surname may stand before it."""

    sign: re.Pattern[str]
    name: tuple[int, ...] = (0,)
    most: int = 0  # how often they are parted at most; 0 for always

    def cells(self, text: str) -> list[str]:
        """Return the name that an item has, and behind it what else it says."""
        cells = [cell.strip() for cell in self.sign.split(text, self.most)]
        end = max(self.name) + 1
        name = " ".join(cells[column] for column in self.name if column < len(cells))
        return [name, *cells[end:], *cells[: end - len(self.name)]] if len(cells) >= end else cells


PLACED = re.compile(r"[^\s,;@]+[ \t][^,;@\n]+,[ \t]*(?:@[\w-]+,[^@\n]+|[^\s,;]+(?:[ \t]+[^\W\d_A-Z]\w*)?)")
"""An item with a whole name, and with a word behind it that is no other one, or an account before more: Ann Lee, Acme."""
BY_COMMAS = Columns(_COLUMN_SIGNS[-1])
"""A name with what is said of it behind commas."""
_BY_COLONS = Columns(re.compile("[:\uff1a]"), most=1)
"""A whole name with what is said of it behind a colon."""


def columns_of(texts: Sequence[str]) -> Columns | None:
    """Return the columns that most items of a list have, or None where they have none."""
    if sum(map(_is_said_of_somebody, texts)) * 2 > len(texts):
        return _BY_COLONS
    # What parts most items are the columns: Ann Lee, Acme / Mill is one person in a list with commas in each item.
    for sign in sorted(_COLUMN_SIGNS, key=lambda sign: -sum(len(sign.split(text)) > 1 for text in texts)):
        rows = [sign.split(text) for text in texts]
        parted = [row for row in rows if len(row) > 1]
        if len(rows) <= _FEW and all(" " in part.strip() and is_name(part) for row in rows for part in row):
            continue  # such as all who were there in one item, and all who were not in another
        # One place may have commas within it, but what has many in most items parts people.
        long = [row for row in rows if len(row) > _MOST_PARTS]
        is_short = sign is not _COLUMN_SIGNS[-1] or len(long) * _MOST_PARTS < len(rows)
        if is_short and 1 < len(rows) < 2 * len(parted):
            has_initials = all(_INITIALS.fullmatch(row[0].strip()) for row in parted)
            return Columns(sign, (1,) if has_initials else (1, 0) if _have_surnames(rows) else (0,))
    return None


def _is_said_of_somebody(text: str) -> bool:
    """Whether a whole name that is no office stands before a colon, and behind it something else than names."""
    label, _, remark = re.sub("[:\uff1a]", ":", text).partition(":")
    if not remark.strip() or _OFFICE.search(label) or label.count("(") > label.count(")"):
        return False
    whole, person, entries = (read_entry(text), read_entry(label), [*map(read_entry, split_entries(remark))])
    if whole and whole.is_present is not None:  # Ann Lee: present
        return False
    are_names = all(entry and entry.name[0].isupper() for entry in entries) and not _OFFICE.search(remark)
    return person is not None and " " in person.name and not are_names


def _have_surnames(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows begin with two words that are names, the first of which are in their order: Lind, Rosa."""
    surnames, first_names = ([row[place].strip() for row in rows if place < len(row)] for place in (0, 1))
    are_names = all(is_name(part) and " " not in part for part in (*surnames, *first_names))
    is_sorted = surnames == sorted(surnames, key=str.casefold)
    return are_names and is_sorted and len(rows) > _FEW + 1 and len({*first_names}) == len(rows)


def columns_of_lines(lines: Sequence[str]) -> Columns | None:
    """Return the columns of lines that are somebody each, where commas may part people as well."""
    columns = None if len(lines) <= _FEW or "," in {line[-1:] for line in lines} else columns_of(lines)
    beside = [read_entry(part) for line in lines for part in (columns.cells(line)[1:] if columns else ())]
    # What is no name, or stands behind several, is where people are from.
    is_beside = not all(beside) or len({person.name for person in beside if person}) < len(beside)
    return columns if is_beside else None


def read_persons(text: str, links: Sequence[str], columns: Columns | None) -> list[Entry]:
    """Return whom an item names that names people and no more: somebody, or several, such as Ann Lee / Bo Ray, Acme."""
    names, *remarks = columns.cells(text) if columns and not columns.sign.search(" / ") else [""]
    people = [person for person in map(read_entry, names.split(" / ")) if person and " " in person.name]
    if 1 < len(people) == names.count(" / ") + 1:
        return [person.with_remarks(*remarks) for person in people]
    person = read_person(text, links, columns)
    return [person] if person else []


def read_person(text: str, links: Sequence[str], columns: Columns | None = None) -> Entry | None:
    """Return who an item of a list is, with what stands in other columns, or behind a comma, as a remark."""
    text = _BRACKETED.sub(r"\g<name>\g<rest>", text)
    columns = None if columns is _BY_COLONS and not _is_said_of_somebody(text) else columns
    if role := _ROLE.match(text):
        person = read_person(text[role.end() :], links, columns)
        return person.with_remarks(role["role"] or role["year"]) if person else None
    link = "".join(links[:1])
    is_parted = columns is not None and columns.sign.search(text) is not None
    entries = [text] if read_entry(text, link) else split_entries(text) or [""]
    name, *remarks = columns.cells(text) if columns and is_parted else entries
    person = read_entry(name, link)
    if person and (remarks or is_parted) and (columns or not any(map(read_entry, remarks))):
        # Where all items begin with initials, those may be of another name than the one that stands there.
        is_sure = columns is not None and columns.name == (1,)
        last = next((remark for remark in remarks[-1:] if _INITIALS.fullmatch(remark)), "")
        initials = last if is_sure or is_short(last, person.name) else ""
        return replace(person.with_remarks(*remarks), initials=person.initials or initials)
    if person := read_entry(text, link) or (None if remarks else person):
        return person
    labeled = _LABELED.fullmatch(text)
    # A role may stand before a whole name; whom a first name means stands in the list already.
    person = read_entry(labeled["name"], link) if labeled and WHOLE.search(labeled["name"]) else None
    return person.with_remarks(labeled["label"]) if labeled and person else None


def read_small_name(text: str) -> Entry | None:
    """Return who an entry names in small letters, which only its place tells from other words: ada lee (notes)."""
    match = _SMALL_NAME.fullmatch(text.strip(" \t*_,;"))
    parts = set(match["name"].casefold().split()) if match else set()
    if not match or says_nothing(match["name"]) or parts & _NO_SMALL_NAMES:
        return None
    return Entry(" ".join(match["name"].split()), match["remark"] or match["place"] or "")


def names_alone(names: str) -> tuple[str, list[str]]:
    """Return names without the groups that they are of, and these."""
    parts = [*map(_with_asides, re.split(r"[;\n]", names))]
    members, beside = list[str](), list[str]()
    for part in parts:
        team = _TEAM.fullmatch(part.strip())
        grouped = team if team and not read_entry(team["group"]) else _GROUPED.fullmatch(part.strip())
        people = split_entries(grouped["names"]) if grouped else []
        is_group = bool(people) and len(people) + len(parts) > 2 and all(map(read_entry, people))  # noqa: PLR2004
        members.append(grouped["names"] if grouped and is_group else part)
        beside += [grouped["group"]] if grouped and is_group else []
    return "\n".join(members) if "\n" in names else ";".join(members), beside


def _with_asides(names: str) -> str:
    """Return names each with its part of what stands in a bracket behind all of them: Ann Lee, Bo (AL, BR)."""
    team = _TEAM.fullmatch(names.strip())
    people, asides = (split_entries(team[part]) if team else [] for part in ("group", "names"))
    if not 1 < len(people) == len(asides) or not all(map(read_entry, people)):
        return names
    # What stands before a first name is surely how others call somebody.
    form = "{1} = {0}" if all(map(_INITIALS.fullmatch, asides)) else "{0} ({1})"
    return ", ".join(map(form.format, people, asides))
