"""A file of old minutes as a sheet: its title, its head, its parts, and what is told of it."""

import pytest
from support.oldminutes.sheets import DAY, open_sheet, sheet_of

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.outline import outline
from minutebook.oldminutes.people_line_reader import PeopleLineReader
from minutebook.oldminutes.sheet import Sheet
from minutebook.oldminutes.sheet_reader import read_written_people
from minutebook.records.meeting import Notes

FRONT = "---\nlayout : page\ntitle: Club 2026-10-05\n# tags: a\n---\n\n"
WRITTEN = (
    "<!-- written by minutebook -->\n# Club\n\n**Attending:** Ada Quill, Ben (remote)  \n\n\n"
    "## Roof\n\n**Absent:** Cy Dunn  \n\nThen came\n\n**Attending:** nobody else\n"
)


def sections(sheet: Sheet) -> list[tuple[str, ...]]:
    """Return the titles of all sections of a sheet, each with those above it."""
    return [titles for titles, _ in sheet.meeting.root.headed() if titles]


def decided(sheet: Sheet) -> list[tuple[int, str, str, str]]:
    """Return what is decided about a sheet."""
    return [(each.line, each.kind, each.stated, each.now) for each in sheet.decisions]


def test_a_file_is_a_meeting_with_its_parts() -> None:
    sheet = sheet_of(
        "# Club, 5 October 2026\n\n**Room:** mill\n\nPresent: Ada\n\n## Talk\n\n- AI (Ada): oil\n\n## End\n"
    )
    meeting = sheet.meeting
    assert (meeting.title, meeting.date, meeting.status) == ("Club", DAY, "final")
    assert (meeting.header, meeting.root.attendance.attending) == ((("Room", "mill"),), ("Ada",))
    assert (sections(sheet), len(meeting.actions)) == ([("Talk",), ("End",)], 1)
    assert (sheet.heading, sheet.title_line, sheet.generated) == ("Club, 5 October 2026", 1, False)


def test_people_of_a_file_are_owners_in_it() -> None:
    assert sheet_of("# Club\n\nPresent: Ada\n\nAda to oil it\n").meeting.actions[0].owners == ("Ada",)
    assert sheet_of("# Club\n\nPresent: Ben\n\nAda to oil it\n").meeting.actions == ()


def test_a_time_beside_the_date_goes_to_the_header() -> None:
    meeting = sheet_of("# October 5 2026 @ 20:00 UTC\n\nx\n").meeting
    assert (meeting.title, meeting.header) == (None, (("Time", "20:00 UTC"),))


def test_a_number_of_the_day_may_stand_in_the_time() -> None:
    sheet = sheet_of("# Club 2026-10-05 (10:05 CET)\n\nx\n")
    assert (sheet.meeting.title, sheet.meeting.header) == ("Club", (("Time", "10:05 CET"),))
    assert {"2026", "10", "05"} == sheet.marks[1]


def test_a_second_time_stays_in_the_title() -> None:
    meeting = sheet_of("---\nTime: noon\n---\n# Club, October 5 2026 @ 20:00\n").meeting
    assert (meeting.title, meeting.header) == ("Club, October 5 2026 @ 20:00", (("Time", "noon"),))


def test_words_of_a_title_that_minutes_write_otherwise_are_marked() -> None:
    assert sheet_of("# Club, 5 October 2026 @ 20:00\n").marks[1] == frozenset({"5", "october", "2026"})


@pytest.mark.parametrize("title", ["27 October 2026", "October 27th, 2026", "2026-10-27", "27.10.2026"])
def test_a_title_with_another_date_than_the_name_is_a_fault(title: str) -> None:
    (fault,) = sheet_of(f"# Team {title}\n", path="Team20261005.md").decisions
    assert (fault.fault, fault.line, fault.stated) == ("title-date", 1, title)
    assert (fault.now, fault.computed) == ("5 October 2026", "2026-10-05")


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Team, 5 October 2026", "2026-10-05.md"),
        ("Team, week of 27 September to 5 October 2026", "2026-10-05.md"),
        ("Team 05/10/2026", "2026-10-05.md"),
        ("Release 3.4.56", "2026-10-05.md"),
        ("Team, 31 February 2026", "2026-10-05.md"),
        ("27 September 2026 to 5 October 2026", "2026-10-05.md"),
    ],
)
def test_a_title_without_another_date_is_right(title: str, path: str) -> None:
    assert sheet_of(f"# {title}\n", path=path).decisions == []


@pytest.mark.parametrize("title", ["Club 2026-10-05", "Club, 5 October 2026 - After the fair"])
def test_a_heading_below_front_matter_says_what_its_title_says(title: str) -> None:
    assert decided(sheet_of(f"{FRONT}# {title}\n\nnews\n")) == [(4, "left out", "# tags: a", "")]


def test_a_title_of_front_matter_in_other_words_is_told() -> None:
    sheet = sheet_of(f"{FRONT}# Notes of 2026-10-05\n\nnews\n")
    assert (sheet.meeting.title, sheet.title_line) == ("Notes", 7)
    assert (3, "left out", "title: Club 2026-10-05", "") in decided(sheet)


def test_a_title_of_front_matter_is_that_of_the_meeting() -> None:
    sheet = sheet_of(f"{FRONT}news\n")
    assert (sheet.meeting.title, sheet.title_line, sheet.heading) == ("Club", 3, "")
    assert sheet.marks[3] == frozenset({"title", "2026", "10", "05"})


@pytest.mark.parametrize("above", ["", "<img src=x>\n\n", "---\n\n"])
def test_below_a_title_alone_the_header_stands_under_the_next_heading(above: str) -> None:
    meeting = sheet_of(f"# Club\n\n{above}## Autumn\n\n**Room:** mill\n\nx\n").meeting
    assert meeting.header == (("Room", "mill"),)


def test_below_other_text_a_later_section_has_no_header() -> None:
    assert sheet_of("# Club\n\nx\n\n## Autumn\n\n**Room:** mill\n").meeting.header == ()


def test_a_table_of_labels_below_the_name_of_a_team_is_the_header() -> None:
    table = "| | |\n|---|---|\n| **Time** | 9:00 |\n| **Attendees** | Ada Quill, Ben Stone |"
    meeting = sheet_of(f"# Minutes\n\n## Team 2\n\n---\n\n## Details\n\n{table}\n").meeting
    assert (meeting.header, meeting.root.attendance.attending) == (
        (("Time", "9:00"),),
        ("Ada Quill", "Ben Stone"),
    )


def test_what_is_no_name_in_a_list_below_a_heading_goes_to_the_header() -> None:
    meeting = sheet_of(
        "# T\n\n## Present\n\nAda Quill, Bea ray, Cy Dunn, Di Fox, some who came late\n"
    ).meeting
    assert meeting.root.attendance.attending == ("Ada Quill", "Bea ray", "Cy Dunn", "Di Fox")
    assert meeting.header == (("Others attending", "some who came late"),)


def test_what_a_list_of_people_says_more_goes_to_the_header() -> None:
    meeting = sheet_of("# Club\n\n**Present:** Ada, Ben and all of the bakers\n").meeting
    assert (meeting.header, meeting.root.attendance.attending) == (
        (("Present", "all of the bakers"),),
        ("Ada", "Ben"),
    )


def test_lines_that_were_parted_at_unusual_signs_are_told() -> None:
    assert [(line, kind) for line, kind, _, _ in decided(sheet_of("# Club\n\none\u2028two\n"))] == [
        (3, "left out")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# Club\n\nMeeting canceled due to lack of agenda.\n", "Meeting canceled due to lack of agenda."),
        ("# Club - canceled\n\nAll are at\nthe fair.\n", "All are at the fair."),
        ("# Club\n\n**Fällt aus**\n", "Fällt aus"),
        ("# Club\n\nCalled off: all are ill.\n", "Called off: all are ill."),
        ("# Club\n\nWe will not meet this week.\n", "We will not meet this week."),
    ],
)
def test_a_meeting_that_was_called_off_is_a_skipped_one(text: str, reason: str) -> None:
    meeting = sheet_of(text).meeting
    assert (meeting.status, meeting.reason, meeting.root.blocks) == ("skipped", reason, ())


@pytest.mark.parametrize(
    "text",
    [
        "# Club\n\nAll are at the fair.\n",
        "# Club\n\nThe fair was uncancelled.\n",
        "# Club\n\nPresent: Ada\n\nThe fair is cancelled.\n",
        "# Club\n\nThe fair is cancelled.\n\n## Talk\n",
        "# Club\n\nThe fair is cancelled.\n\n- AI (Ada): tell it\n",
        "# Club\n\nThe fair is cancelled, " + 60 * "alas, " + "\n",
        "# Club\n\n- AI (Ada): see what is cancelled\n",
    ],
)
def test_a_meeting_with_more_to_say_was_held(text: str) -> None:
    assert sheet_of(text).meeting.status == "final"


def test_actions_that_stay_in_prose_are_told() -> None:
    text = "# Club\n\nAI (Ada):\noil\n\n- AI (Ada): oil\n  > soon\n- AI (Ben): paint\n\n| a | b |\n|---|---|\n| AI (Ada): x | y |\n"
    assert decided(sheet_of(text, prose=frozenset({3, 4})))[-1] == (
        6,
        "action item left in prose",
        "- AI (Ada): oil",
        "prose is not carried forward",
    )


GENERATED = f"{minutes_mark(f'{DAY}.yaml')}\n# Club, 5 October 2026\n\n"


def test_what_minutebook_wrote_is_read_as_it_writes_it() -> None:
    head = "**Room:** mill  \n**Status:** draft  \n**Attending:** Ada  \n"
    sheet = sheet_of(f"{GENERATED}{head}\n\n## A\n\n-   AI (Ada): oil (2nd meeting, lapses next time)\n")
    assert (sheet.meeting.title, sheet.meeting.header, sheet.generated) == ("Club", (("Room", "mill"),), True)
    assert (sheet.meeting.status, sheet.meeting.root.attendance.attending) == ("draft", ("Ada",))
    assert (sheet.ages, sheet.lapsing, sheet.decisions) == ({11: 2}, {11}, [])


def test_in_what_minutebook_wrote_all_else_is_somebodys_notes() -> None:
    text = f"{GENERATED}\n## A\n\n**Room:** mill\n\nPresent: Ada\n\nTODO Ada: oil\n\nMeeting cancelled.\n"
    sheet = sheet_of(text)
    assert (sheet.meeting.header, sheet.meeting.root.attendance.attending) == ((), ())
    assert (sheet.meeting.status, sheet.meeting.actions, sheet.decisions) == ("final", (), [])


@pytest.mark.parametrize(
    "line", ["## 5 October 2026", "### Monday, October 5th, 2026", "5 October 2026", "**2026-10-05**"]
)
def test_a_line_below_the_title_may_say_no_more_than_the_day(line: str) -> None:
    meeting = sheet_of(f"# Club\n\n{line}\n\n### Talk\n\nNews.\n").meeting
    assert (meeting.title, meeting.header, meeting.root.blocks) == ("Club", (), ())
    assert [section.title for section in meeting.root.sections] == ["Talk"]


def test_the_time_beside_the_day_below_the_title_stands_in_the_header() -> None:
    assert sheet_of("# Club\n\n5 October 2026, 20:00\n\nNews.\n").meeting.header == (("Time", "20:00"),)


@pytest.mark.parametrize("line", ["5 October 2026 is a holiday.", "7 October 2026", "* * *"])
def test_a_line_below_the_title_that_says_more_stays_there(line: str) -> None:
    assert sheet_of(f"# Club\n\n{line}\n").meeting.root.blocks == (Notes(f"{line}\n"),)


def test_the_people_that_minutebook_wrote_stand_right_below_the_headings() -> None:
    sheet = open_sheet(WRITTEN, Facts())
    people = PeopleLineReader(sheet)
    read_written_people(
        people, outline(sheet.document, sheet.document.blocks[1], frozenset(), generated=True)
    )
    assert people.of_meeting.value().attending == ("Ada Quill", "Ben (remote)")
    assert [lists.value().absent for lists in people.of_sections.values()] == [("Cy Dunn",)]
    assert [name.name for name in sheet.names] == ["Ada Quill", "Ben (remote)", "Cy Dunn"]


def test_a_fold_around_people_goes_with_them() -> None:
    fold = "<details>\n<summary>People of the club</summary>\n\n## Present\n\n- Ada\n\n</details>\n\n"
    sheet = sheet_of(f"# Club\n\n{fold}## Door\n\nIt creaks.\n")
    assert [section.title for section in sheet.meeting.sections if section.title] == ["Door"]
    assert [text for _, text in sheet.meeting.prose()] == ["It creaks.\n"]
    assert [(each.line, each.stated) for each in sheet.decisions] == [(4, "People of the club")]
