"""Who was there, from the lines that minutebook wrote."""

from support.oldminutes.sheets import DAY, sheet_of

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.sheet import titled
from minutebook.records.attendance import Attendance

HEAD = f"{minutes_mark(f'{DAY}.yaml')}\n# Club, 5 October 2026\n\n"
LISTS = "**Attending:** Ada \\& Co, Ben?  \n**Absent:** Cy  \n"


def people(text: str, prose: frozenset[int] = frozenset()) -> dict[str | None, Attendance]:
    """Return who was there of the meeting and of its sections, by their titles."""
    sections = titled(sheet_of(f"{HEAD}{text}", prose=prose).meeting.root)
    return {section.title: section.attendance for _, section in sections if section.attendance}


def test_people_stand_right_below_the_title_as_they_were_written() -> None:
    assert people(f"{LISTS}\n\nPresent: Dora\n") == {
        None: Attendance(attending=("Ada & Co", "Ben?"), absent=("Cy",))
    }


def test_parts_have_their_people_right_below_their_headings() -> None:
    text = "\n## A\n\n**Attending:** Ada  \n\n\n### A1\n\n**Guests:** Ben  \n\n\n## B\n\nx\n\n**Attending:** Cy  \n"
    assert people(text) == {"A": Attendance(attending=("Ada",)), "A1": Attendance(guests=("Ben",))}


def test_lines_that_must_stay_prose_name_nobody() -> None:
    assert people(LISTS, frozenset({4})) == {None: Attendance(absent=("Cy",))}


def test_names_are_told_without_what_stands_behind_them() -> None:
    names = sheet_of(f"{HEAD}{LISTS}").names
    assert [(name.name, name.line, name.role) for name in names] == [
        ("Ada & Co", 4, "attending"),
        ("Ben", 4, "attending"),
        ("Cy", 5, "absent"),
    ]


def test_code_right_below_the_title_names_nobody() -> None:
    assert people(f"```\n{LISTS}```\n") == {}
