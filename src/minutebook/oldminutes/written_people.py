"""Who was there, from the lines that minutebook wrote: exactly as they stand there."""

from minutebook.minutes.layout import TITLE_LINE, read_attendance
from minutebook.oldminutes.outline import OpenSection
from minutebook.oldminutes.people_lists import PeopleLists
from minutebook.oldminutes.people_reader import PeopleReader
from minutebook.oldminutes.sheet import PersonName
from minutebook.records.roster import bare_name, plain_name

_BELOW = 2
"""How many lines below a heading the text of its section begins."""


def read_written_people(people: PeopleReader, root: OpenSection) -> None:
    """Take the people of a meeting, and of its sections, who stand right below the headings."""
    _take(people, people.of_meeting, root, TITLE_LINE)
    for section in root.sections:
        _read_section(people, section)


def _read_section(people: PeopleReader, section: OpenSection) -> None:
    lists = PeopleLists(section.depth)
    _take(people, lists, section, section.line)
    if lists.members:
        people.of_sections[section.line] = lists
    for nested in section.sections:
        _read_section(people, nested)


def _take(people: PeopleReader, lists: PeopleLists, section: OpenSection, heading: int) -> None:
    blocks = [
        block
        for block in section.blocks
        if block.kind == "paragraph" and block.first_line == heading + _BELOW
    ]
    for number in (number for block in blocks for number in block.lines if number not in people.prose):
        role, names = read_attendance(people.document.line(number))
        for name in names:
            lists.members.setdefault(bare_name(name), (role, number, name))
            people.names.append(PersonName(plain_name(name), number, role))
            people.lines.add(number)
