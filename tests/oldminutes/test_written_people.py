"""Who was there, as the minutes say that minutebook wrote."""

from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.outline import outline
from minutebook.oldminutes.people_line_reader import PeopleLineReader
from minutebook.oldminutes.written_people import read_written_people

TEXT = (
    "<!-- written by minutebook -->\n# Club\n\n**Attending:** Ada Quill, Ben (remote)  \n\n\n"
    "## Roof\n\n**Absent:** Cy Dunn  \n\nThen came\n\n**Attending:** nobody else\n"
)


def test_people_stand_right_below_the_headings() -> None:
    sheet = open_sheet(TEXT, Facts())
    people = PeopleLineReader(sheet)
    read_written_people(
        people, outline(sheet.document, sheet.document.blocks[1], frozenset(), generated=True)
    )
    assert people.of_meeting.value().attending == ("Ada Quill", "Ben (remote)")
    assert [lists.value().absent for lists in people.of_sections.values()] == [("Cy Dunn",)]
    assert [name.name for name in sheet.names] == ["Ada Quill", "Ben (remote)", "Cy Dunn"]
