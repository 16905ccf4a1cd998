"""The head of minutes: front matter, and lines with a label in bold."""

import pytest
from support.oldminutes.sheets import open_sheet, sheet_of

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.head import Head, read_front_matter, read_header
from minutebook.oldminutes.people_reader import PeopleReader

Header = list[tuple[str, str]]


def front(*lines: str) -> tuple[Head, PeopleReader]:
    """Return the head and the people that front matter makes."""
    head, people = Head(), PeopleReader(open_sheet("\n".join(("---", *lines, "---", "text")), Facts()))
    read_front_matter(head, people)
    return head, people


def left_out(people: PeopleReader) -> list[tuple[int, str]]:
    """Return what is told as left out, each with its line."""
    return [(each.line, each.stated) for each in people.sheet.decisions if each.kind == "left out"]


def header_of(text: str, prose: frozenset[int] = frozenset(), *, has_people: bool = False) -> Head:
    """Return the head that the blocks of a text make; `has_people` says that lists of people are read before."""
    return read_head(text, prose, has_people=has_people)[0]


def read_head(
    text: str, prose: frozenset[int] = frozenset(), *, has_people: bool = False
) -> tuple[Head, PeopleReader]:
    """Return the same with the people."""
    head, people = Head(), PeopleReader(open_sheet(text, Facts(), prose))
    blocks = people.sheet.document.blocks
    if has_people:
        people.read_blocks(blocks)
    read_header(blocks, head, people)
    return head, people


def test_a_mark_of_an_action_is_no_label_of_a_header() -> None:
    assert header_of("**Room:** the mill\n**TODO**: oil it\n").header == [("Room", "the mill")]


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        (("Room: the mill",), [("Room", "the mill")]),
        (("Room : the mill",), [("Room", "the mill")]),
        (("Room:\u00a0 the mill",), [("Room", "the mill")]),
        (("attendees: 9",), [("attendees", "9")]),
        (('Room: "the mill"',), [("Room", "the mill")]),
        (("tags: [a, b]",), [("tags", "a, b")]),
        (("tags:", "  - a", "- b"), [("tags", "a, b")]),
        (("tags: a", "- b"), [("tags", "a, b")]),
        (('Room: ""',), [("Room", '""')]),
    ],
)
def test_front_matter_is_lines_of_the_header(lines: tuple[str, ...], header: Header) -> None:
    head, _ = front(*lines)
    assert head.header == header
    assert head.lines == {*range(1, len(lines) + 3)}


def test_the_title_of_front_matter_is_that_of_the_meeting_without_its_day() -> None:
    head, people = front("Title: Shop, 5 October 2026")
    assert (head.title, head.title_line) == ("Shop", 2)
    assert people.sheet.marks == {2: {"title", "5", "october", "2026"}}


def test_an_empty_title_is_a_line_like_others() -> None:
    head, _ = front('title: ""')
    assert (head.title, head.header) == (None, [("title", '""')])


def test_a_title_that_is_only_the_day_is_none() -> None:
    head, _ = front("title: 5 October 2026")
    assert (head.title, head.header) == (None, [])


def test_the_day_of_the_meeting_is_no_line_of_the_header() -> None:
    head, people = front("date: 2026-10-05")
    assert (head.header, [*people.sheet.marks], people.sheet.decisions) == ([], [2], [])
    assert front("date: 2026-10-06")[0].header == [("date", "2026-10-06")]
    assert front("sent: 2026-10-05")[0].header == [("sent", "2026-10-05")]


def test_what_stands_beside_the_day_is_told() -> None:
    head, people = front("date: 2026-10-05, moved from Monday")
    assert (head.header, left_out(people)) == ([], [(2, "date: 2026-10-05, moved from Monday")])


def test_keys_without_a_value_and_remarks_are_left_out() -> None:
    head, people = front("Room:", "# a remark")
    assert (head.header, left_out(people)) == ([], [(3, "# a remark"), (2, "Room:")])


def test_front_matter_may_say_who_was_there() -> None:
    head, people = front("attendees: ['Ada', \"Ben\"]", "regrets:", "  - Cy")
    assert (head.header, people.of_meeting.value().lists()[:2]) == (
        [],
        (("attending", ("Ada", "Ben")), ("absent", ("Cy",))),
    )


def test_who_stands_twice_in_front_matter_is_told_in_the_line_of_the_second_name() -> None:
    _, people = front("present:", "  - Ada", "  - Ben", "  - Ada")
    assert people.of_meeting.value().attending == ("Ada", "Ben")
    assert [(told.line, told.stated, told.now) for told in people.sheet.decisions] == [
        (5, "Ada", "named twice")
    ]


def test_people_of_front_matter_that_must_stay_text_are_a_line_of_the_header() -> None:
    meeting = sheet_of("---\npresent:\n  - Ada\n  - Ben\n---\n", prose=frozenset({3})).meeting
    assert (meeting.header, meeting.root.attendance.attending) == ((("present", "Ada, Ben"),), ())


def test_people_of_whom_front_matter_says_more_are_a_line_of_the_header() -> None:
    head, _ = front("present: Ada, and then all of the others")
    assert head.header == [("present", "Ada, and then all of the others")]


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("  in two", "  lines"), "in two lines"),
        (("  b: c",), "b: c"),
        ((" - name: Ada", "   place: mill"), "name: Ada place: mill"),
    ],
)
@pytest.mark.parametrize("sign", ["", " |", " >-"])
def test_lines_of_front_matter_go_on_with_the_key_above(
    lines: tuple[str, ...], value: str, sign: str
) -> None:
    assert front(f"a:{sign}", *lines)[0].header == [("a", value)]


def test_lines_above_all_keys_are_left_out() -> None:
    head, people = front("- text", "a: b")
    assert (head.header, left_out(people)) == ([("a", "b")], [(2, "- text")])


def test_a_file_without_front_matter_has_none() -> None:
    for text in ("", "# Shop\n"):
        read_front_matter(head := Head(), PeopleReader(open_sheet(text, Facts())))
        assert head == Head()


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("**Room:** the mill\n", [("Room", "the mill")]),
        ("**Room**: the mill\n", [("Room", "the mill")]),
        ("__Room:__ the mill\n", [("Room", "the mill")]),
        ("**Room:** the mill  \n**Tea:** Ben\\\n**Cake:** Ada<br>\n", [("Room", "the mill"), ("Tea", "Ben"), ("Cake", "Ada")]),
        ("- **Room:** the mill\n- **Tea:** Ben\n", [("Room", "the mill"), ("Tea", "Ben")]),
        ("- **Room:** the mill\n- talk\n- **Tea:** Ben\n", [("Room", "the mill"), ("Tea", "Ben")]),
        ("**Room:** the mill\n\n**Tea:** Ben\n", [("Room", "the mill"), ("Tea", "Ben")]),
        ("<!-- x -->\n\n**Room:** the mill\n", [("Room", "the mill")]),
        ("**A\\#B:** c\n", [("A#B", "c")]),
        ("**Room:** the mill\nWe talk.\n**Tea:** Ben\n", [("Room", "the mill")]),
        ("**Room:** the mill\n\nWe talk.\n\n**Tea:** Ben\n", [("Room", "the mill")]),
        ("- talk\n\n**Tea:** Ben\n", []),
        ("- **Room:** the mill\n  - and more\n", []),
        ("- **Room:** the mill,\n  above\n", []),
        ("**Room:**\n", []),
        ("**Room:** the mill\n**Room:** the shop\n", [("Room", "the mill")]),
        ("**Room:** the\ue000mill\n", []),
        ("**Ro\ue000om:** mill\n", []),
        ("Room: the mill\n", []),
    ],
)  # fmt: skip
def test_lines_with_a_label_in_bold_above_all_other_text_are_the_header(text: str, header: Header) -> None:
    assert header_of(text).header == header


def test_a_draft_says_so() -> None:
    head = header_of("**Status:** draft\n")
    assert (head.draft, head.header, head.lines) == (True, [], {1})
    head = header_of("**Status:** sent\n")
    assert (head.draft, head.header) == (False, [("Status", "sent")])
    assert not header_of("**Room:** draft\n").draft


def test_lines_that_must_stay_prose_end_the_header() -> None:
    head = header_of("**Room:** the mill\n\n**Tea:** Ben\n", frozenset({1}))
    assert (head.header, head.lines) == ([], set())


def test_lists_of_people_do_not_end_the_header() -> None:
    text = "Present: Ada\n**Room:** the mill\n\nRegrets: Ben\n\n**Tea:** Ben\n"
    assert header_of(text, has_people=True).header == [("Room", "the mill"), ("Tea", "Ben")]
    assert header_of(text).header == []


def test_labels_may_stand_above_their_values_in_a_table() -> None:
    text = "| Date | Team |\n|---|---|\n| 2026-10-05 | 4 |\n"
    assert header_of(text).header == [("Date", "2026-10-05"), ("Team", "4")]


def test_a_picture_does_not_end_the_header() -> None:
    assert header_of("![](logo.png)\n\n**Room:** the mill\n").header == [("Room", "the mill")]


def test_a_table_of_labels_is_lines_of_the_header() -> None:
    text = "| | |\n|---|---|\n| **Datum** | 5 oktober |\n| Aanwezig | Ada, Ben en wie er nog was |\n| Zaal | / |\n| Koek | |\n"
    head, people = read_head(text)
    assert head.header == [("Datum", "5 oktober"), ("Aanwezig", "wie er nog was")]
    assert left_out(people) == [(5, "Zaal: /"), (6, "Koek: ")]
    assert head.lines == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("text", "header", "remainder"),
    [
        ("| Date | today |\n|---|---|\n| Tea |\n", [("Date", "today")], [(3, "Tea: ")]),
        ("| Present | Ada, Ben |\n|---|---|\n| Tea | Cy |\n", [("Tea", "Cy")], []),
        ("We had tea.\n\n| Present | Ada, Ben |\n|---|---|\n| Tea | Cy |\n", [("Tea", "Cy")], []),
        (
            "| | |\n|---|---|\n| Held in: | hut |\n| On: | 5 October 2026 |\n",
            [("Held in", "hut"), ("On", "5 October 2026")],
            [],
        ),
    ],
)
def test_a_day_or_who_was_there_makes_a_table_one_of_labels(
    text: str, header: Header, remainder: list[object]
) -> None:
    head, people = read_head(text)
    assert (head.header, left_out(people)) == (header, remainder)


@pytest.mark.parametrize(
    "text",
    [
        "| Room | Tea |\n|---|---|\n| mill | Ben |\n",
        "| Date | Room | Tea |\n|---|---|---|\n| today | mill | Ben |\n",
        "| Date | a |\n|---|---|\n| Date | b |\n",
        "| Date | a |\n|---|---|\n| | b |\n",
    ],
)
def test_other_tables_are_no_header(text: str) -> None:
    assert header_of(text).header == []


def test_a_table_that_says_that_nobody_lacked_names_nobody() -> None:
    head = header_of("| Date | today |\n|---|---|\n| Regrets | none |\n")
    assert head.header == [("Date", "today"), ("Regrets", "none")]


def test_a_key_of_front_matter_may_stand_in_quotes() -> None:
    assert front('"Minute Taker": Ada')[0].header == [("Minute Taker", "Ada")]


def test_front_matter_may_say_of_each_what_office_somebody_has() -> None:
    lines = ("board_members_present:", "- name: Ada Quill", "  position: Chair", "- name: Ben Moor")
    for indent in ("", "    "):
        _, people = front("    title: Club" if indent else "title: Club", *[indent + line for line in lines])
        assert people.of_meeting.value().attending == ("Ada Quill (Chair)", "Ben Moor")


def test_people_in_front_matter_may_be_links_of_a_wiki() -> None:
    _, people = front("attendees:", '  - "[[Ada Quill]]"', '  - "[[people/Ben]]"')
    assert [name.name for name in people.names] == ["Ada Quill", "Ben"]


def test_front_matter_may_be_in_toml() -> None:
    sheet = open_sheet("+++\ntitle = 'Shop'\nplace = \"Mill\"\n[menu]\n  weight = 20\n+++\n", Facts())
    head, people = Head(), PeopleReader(sheet)
    read_front_matter(head, people)
    assert (head.title, head.header) == ("Shop", [("place", "Mill"), ("weight", "20")])
    assert [decision.stated for decision in sheet.decisions] == ["[menu]"]
