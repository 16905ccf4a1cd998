"""Tables of people: with a column of names, and perhaps one that says whether each was there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from minutebook.oldminutes.blocks import Block, without_tags
from minutebook.oldminutes.languages import Role, attendance_of, says_nothing, words
from minutebook.oldminutes.markdown_blocks import fold, strip_markup, without_bullet
from minutebook.oldminutes.names import NO, YES, Entry, is_name, read_entry, read_names, split_entries
from minutebook.oldminutes.people_columns import BY_COMMAS, WHOLE, columns_of, read_person, read_small_name

_PARTICLES = words("people", "particles")
_NAME, _LAST_NAME, _FIRST_NAME = (words("people", name) for name in ("name", "last_name", "first_name"))
_ABOUT, _SAID = words("people", "about"), {word for word in YES if attendance_of(word) == "attending"}
_ASIDE = re.compile(r"(?:(?<![ \t])[ \t]+)?(?:\([^()]*\)|[/&].*)\Z")
_ACCOUNT, _ACCOUNTS = re.compile(r"[A-Za-z0-9][\w.-]{1,38}"), words("people", "accounts")
"""What is above a column of accounts, by which others call the people of a table."""
_FEW = 2
_LINK = re.compile(r"\[(?P<name>[^\[\]]+)\](?:\((?P<address>[^()\s]+)\)|\[(?P<reference>[^\[\]]*)\])")
PersonOfList = tuple[Role, int, Entry, tuple[str, ...]]
"""Somebody in a list of people: in which list, in which line, and where what is written there leads."""
_Columns = tuple[tuple[int, ...], int | None]
"""Where names stand in a table, in one column or two, and where it says who was there."""


def is_people_table(block: Block, *, signed: bool) -> bool:
    """Whether a table says by itself who was there; if it is `signed`, names and where people are from say so."""
    beside = [heading for heading in _headings(block) if heading not in _NAME]
    is_sign_in = signed and 0 < len(beside) == len(block.cells[0][1]) - 1 and _ABOUT.issuperset(beside)
    heads_list = attendance_of(_headings(block)[0]) == "attending"
    is_list = heads_list and bool(read_people_table(block, "attending"))
    presence = _find_columns(block)[1]
    return is_sign_in or is_list or (presence is not None and bool(_headings(block)[presence]))


def _headings(block: Block) -> list[str]:
    return [_ASIDE.sub("", fold(without_tags(heading))) for heading in block.cells[0][1]]


def read_people_table(block: Block, role: Role) -> tuple[PersonOfList, ...]:
    """Return the people of a table, or nothing unless most of its rows are one each."""
    if listed := _lists_in_columns(block):
        return listed
    name_columns, presence = _find_columns(block)
    if not name_columns:
        return ()
    named = [
        (line, strip_markup(name.replace("**", "")), cells)
        for line, cells in block.cells[1:]
        if any(cells)
        for name in " ".join(cells[column] for column in name_columns).split("\n")
    ]
    named = [row for row in named if not says_nothing(row[1])]
    turned = [_first_name_first(name) for _, name, _ in named]
    if are_most(turned):  # where most surnames stand before a comma, some may stand behind the first name
        named = [(line, text or name, cells) for text, (line, name, cells) in zip(turned, named, strict=True)]
    people = [_read_row(line, name, cells, (name_columns, presence), role) for line, name, cells in named]
    if not are_most(people):
        return ()
    account = _find(not _ACCOUNTS.isdisjoint(heading.split()) for heading in _headings(block))
    rows = zip(people, named, strict=True)
    return tuple(_with_account(person, cells, account) for person, (_, _, cells) in rows if person)


def _with_account(row: PersonOfList, cells: Sequence[str], account: int | None) -> PersonOfList:
    """Return somebody with the account that stands in a column for them."""
    list_name, line, person, links = row
    handle = "" if account is None else strip_markup(cells[account]).removeprefix("@")
    is_account = not person.handle and _ACCOUNT.fullmatch(handle) is not None
    return list_name, line, replace(person, handle=handle) if is_account else person, links


def _lists_in_columns(block: Block) -> tuple[PersonOfList, ...]:
    """Return the people of a table with a list in each column, such as Present and Absent; else nobody."""
    roles = [attendance_of(heading) for heading in _headings(block)]
    if len({*roles}) < _FEW or not all(roles):
        return ()
    entries = [
        (list_name, line, read_entry(text))
        for line, cells in block.cells[1:]
        for list_name, cell in zip(roles, cells, strict=False)
        if not says_nothing(cell)
        for text in split_entries(", ".join(map(strip_markup, cell.split("\n"))))
    ]
    people = [(list_name, line, person, ()) for list_name, line, person in entries if list_name and person]
    return tuple(people) if len(people) == len(entries) else ()


def are_most(people: Sequence[object]) -> bool:
    """Whether more than half of what stands in a list are people; the rest must not cost these."""
    return 2 * sum(map(bool, people)) > len(people)


def are_people(block: Block, *, listed: bool = False) -> bool:
    """Whether most of what stands in a list, a table or a paragraph are people, not all with a small word behind another.

    Where it `listed` surely who was there, something may be said of each.
    """
    return are_most([*_read_people(block, listed=listed)])


def are_whole_names(block: Block) -> bool:
    """Whether all that stands in a list or a paragraph are people, with whole names or accounts."""
    people = [*_read_people(block)]
    return bool(people) and all(person and (person.handle or WHOLE.search(person.name)) for person in people)


def is_person(block: Block) -> bool:
    """Whether a paragraph is one person."""
    return block.kind == "paragraph" and "\n" not in block.visible and read_entry(block.visible) is not None


def _read_people(block: Block, *, listed: bool = False) -> Iterator[Entry | None]:
    if block.kind == "table":
        yield from (person for _, _, person, _ in read_people_table(block, "attending"))
    if block.kind == "paragraph":
        lines = [line for line in block.visible.split("\n") if not line.endswith((":", "\uff1a"))]
        # Of many whole names in one line, one may be written in a way that nobody knows.
        names = split_entries(lines[0]) if len(lines) == 1 else ()
        names = [name if listed or " " in name.split(" (")[0] else "" for name in names] or lines
        yield from read_names("\n".join(lines)) or (map(read_entry, names) if len(names) > _FEW else ())
    texts = [head.visible for head in block.heads]
    columns = (columns_of(texts) if listed else None) or BY_COMMAS
    for text in texts if block.kind == "list" else ():
        person = read_person(text, (), columns)
        yield from [person] if person else map(read_entry, split_entries(text))


def _read_row(
    line: int, name: str, cells: Sequence[str], columns: _Columns, role: Role
) -> PersonOfList | None:
    name_columns, presence = columns
    link = _LINK.fullmatch(without_bullet(name))
    text, links = (link["name"], [*_address(link)]) if link else (name, [])
    person = read_person(text, links) or read_small_name(text)
    answer = role if presence is None else _answer(cells[presence])
    if not person or not answer:
        return None
    about = [cell for column, cell in enumerate(cells) if column not in {*name_columns, presence}]
    remarks = [strip_markup(_LINK.sub(r"\g<name>", cell)) for cell in about]
    links += chain.from_iterable(_address(part) for part in map(_LINK.search, about) if part)
    list_name = role if answer == "attending" else answer
    return list_name, line, person.with_remarks(*remarks), tuple(links)


def _address(link: re.Match[str]) -> list[str]:
    """Return where a link leads to, or what it calls that, if it says so."""
    return [*filter(None, link.group("address", "reference"))]


def _answer(cell: str) -> Role | None:
    """Return which list an answer puts somebody on, such as yes, a picture, or Apologies; an empty one says no."""
    word = strip_markup(cell).casefold().replace("\ufe0f", "")
    return "attending" if word in YES else "absent" if word in NO | {""} else attendance_of(word)


def _find_columns(block: Block) -> _Columns:
    headings = _headings(block)
    rows = [cells for _, cells in block.cells[1:]]
    columns = [[cells[column] for cells in rows] for column in range(len(headings))]
    are_answers = [any(cells) and all(map(_answer, cells)) for cells in columns]
    attending = [attendance_of(heading) == "attending" or heading in YES for heading in headings]
    says = [not _SAID.isdisjoint(map(str.casefold, cells)) for cells in columns]
    # Above both columns may stand who came: Participants, Present.
    presence = _find(all(both) for both in zip(attending, are_answers, strict=True))
    presence = _find(attending) if presence is None else presence
    if presence is None:  # below another heading, such as Status, or below none
        are_told = [says or not heading for says, heading in zip(says, headings, strict=True)]
        presence = _find(all(both) for both in zip(are_told, are_answers, strict=True))
    last_name = _find([heading in _LAST_NAME for heading in headings])
    first_name = _find([heading in _FIRST_NAME for heading in headings])
    if first_name is not None and last_name is not None:
        return (first_name, last_name), presence
    came = enumerate(zip(headings, attending, strict=True))
    name = _find([heading in _NAME or (says and column != presence) for column, (heading, says) in came])
    name = last_name if name is None else name
    if name is None and not any(headings):  # as in HTML
        are_names = (are_most([*map(read_entry, filter(None, cells))]) for cells in columns)
        name = _find(are and column != presence for column, are in enumerate(are_names))
    if name is None or name == presence:  # what says Present above a column of names says that all were
        name, presence = presence, None
    return () if name is None else (name,), presence


def _find(fits: Iterable[bool]) -> int | None:
    return next((column for column, does_fit in enumerate(fits) if does_fit), None)


def _first_name_first(name: str) -> str:
    """Return a name of which the surname stands before a comma, such as De Boer, Karl, as others are; else nothing."""
    surname, _, first_name = (part.strip() for part in name.partition(","))
    particles = surname.casefold().split()[:-1]
    is_turned = _PARTICLES.issuperset(particles) and is_name(surname) and is_name(first_name)
    return f"{first_name} {surname}" if is_turned else ""
