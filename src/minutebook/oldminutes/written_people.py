"""Who was there, as the minutes say that minutebook wrote."""

from itertools import chain

from minutebook.minutes.layout import TITLE_LINE, read_attendance
from minutebook.oldminutes.outline import OpenSection
from minutebook.oldminutes.people_line_reader import PeopleLineReader, PeopleLists
from minutebook.oldminutes.sheet import PersonName
from minutebook.records.roster import bare_name, plain_name

_BELOW = 2
"""How many lines below a heading the text of its section begins."""


def read_written_people(people: PeopleLineReader, root: OpenSection) -> None:
    """Take the people of a meeting, and of its sections, who stand right below the headings."""
    for section in root.walk():
        lists = PeopleLists(section.depth) if section.line else people.of_meeting
        first_line = (section.line or TITLE_LINE) + _BELOW
        paragraphs = (block for block in section.blocks if block.kind == "paragraph")
        lines = (block.lines for block in paragraphs if block.first_line == first_line)
        for number in (number for number in chain.from_iterable(lines) if people.sheet.is_free([number])):
            role, names = read_attendance(people.sheet.document.line(number))
            for name in names:
                lists.members.setdefault(bare_name(name), (role, number, name))
                people.names.append(PersonName(plain_name(name), number, role))
                people.lines.add(number)
        if section.line and lists.members:
            people.of_sections[section.line] = lists
