"""The head of minutes: title, header lines, who was there, front matter; and which lines went into it."""

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.head_reader import undated_title
from minutebook.oldminutes.importer.values import CannotImport, Head


def head_of(text: str) -> Head:
    return sheet_of(text).head


@pytest.mark.parametrize(
    "title",
    [
        "Weekly 2020-10-26",
        "Weekly: 2020-10-26",
        "Weekly, Oct 26, 2020",
        "Weekly (26 October 2020)",
        "Weekly \u2013 October 26, 2020",
        "Weekly | 10/26/2020",
        "Weekly of 2020-10-26",
        "Weekly from October 26th, 2020",
        "2020-10-26: Weekly",
        "2020-10-26 Weekly",
        "Monday, October 26, 2020: Weekly",
        "Weekly, Mon. 2020-10-26",
        "Weekly on Monday, 26 October 2020",
        "Weekly 2020-10-26 (Monday)",
        "Weekly, Mon 26th October",
        "Weekly October 26",
        "Weekly Monday, the 26th of October 2020",
        "Weekly, the 26th of October",
        "Weekly",
    ],
)
def test_a_title_is_what_stands_beside_its_date(title: str) -> None:
    assert undated_title(title, DAY) == "Weekly"


def test_words_on_both_sides_of_a_date_stay() -> None:
    assert undated_title("Weekly on 2020-10-26 in Fermi", DAY) == "Weekly on in Fermi"


@pytest.mark.parametrize(
    "title",
    ["10/26/2020", "Monday, October 26, 2020", "26 October 2020 (Mon)", "Oct 26th", "Monday 26 October"],
)
def test_a_title_that_is_only_a_date_is_none_of_its_own(title: str) -> None:
    assert undated_title(title, DAY) == ""
    assert (head_of(f"# {title}\n").title, head_of(f"# {title}\n").lines) == (None, (1,))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tuesday, October 26, 2020", "Tuesday"),
        ("Monday crew 2020-10-26", "Monday crew"),
        ("2020-10-26 Monday crew", "Monday crew"),
        ("Summon 2020-10-26", "Summon"),
        ("Weekly, 27th October", "Weekly, 27th October"),
        ("The 26 October release", "The 26 October release"),
        ("Weekly October 26-27", "Weekly October 26-27"),
        ("Weekly 25-26 October", "Weekly 25-26 October"),
        ("Weekly 26 October 2019", "Weekly"),
    ],
)
def test_a_weekday_that_is_not_the_dates_stays(title: str, name: str) -> None:
    assert undated_title(title, DAY) == name


def test_a_title_that_minutebook_wrote_may_end_in_a_weekday() -> None:
    head = head_of(f"<!-- {MARK} -->\n# The Monday, 26 October 2020\n")
    assert head.title == "The Monday"


def test_the_heading_is_the_title_and_its_line_is_used() -> None:
    head = head_of("# Weekly, 2020-10-26\n\nText\n")
    assert (head.title, head.title_line, head.lines) == ("Weekly", 1, (1,))


def test_a_title_with_markup_is_none() -> None:
    assert head_of("# The *weekly*\n").title is None


HEADER = (("Notes", "Ben"), ("Place", "Room 1"))


@pytest.mark.parametrize(
    "text",
    [
        "**Notes:** Ben\n**Place:** Room 1\n",
        "**Notes:** Ben  \n**Place:** Room 1\n",
        "**Notes:** Ben\\\n**Place:** Room 1\n",
        "**Notes:** Ben<br>\n**Place**: Room 1<br />\n",
        "__Notes__: Ben\n\n**Place:** Room 1\n",
        "**Notes:** Ben\n\n<!-- where -->\n\n**Place:** Room 1\n",
    ],
)
def test_lines_in_bold_are_header_lines(text: str) -> None:
    assert head_of(f"# Weekly\n\n{text}").header == HEADER


def test_a_comment_between_header_lines_is_not_used() -> None:
    assert 5 not in head_of("# Weekly\n\n**Notes:** Ben\n\n<!-- where -->\n\n**Place:** Room 1\n").lines


@pytest.mark.parametrize("text", ["**Notes:**\n", "**Notes:** Ben\nand Cleo\n", "**`Notes`:** Ben\n"])
def test_what_is_no_single_label_with_a_text_is_no_header_line(text: str) -> None:
    assert (head_of(f"# Weekly\n\n{text}").header, head_of(f"# Weekly\n\n{text}").lines) == ((), (1,))


def test_a_second_header_line_of_one_label_is_none() -> None:
    head = head_of("# Weekly\n\n**Notes:** Ben\n**Notes:** Cleo\n")
    assert (head.header, head.lines) == ((("Notes", "Ben"),), (1, 3))


def test_the_head_ends_where_prose_begins() -> None:
    assert head_of("# Weekly\n\nHello.\n\n**Notes:** Ben\n").header == ()


def test_the_head_ends_at_a_block_of_another_kind() -> None:
    assert head_of("# Weekly\n\n> Hello.\n\n**Notes:** Ben\n").header == ()


@pytest.mark.parametrize(
    "text",
    [
        "Attending: Ana, Ben, Cleo\n",
        "**Attending:** Ana, Ben, Cleo\n",
        "- **Present**: Ana; Ben and Cleo\n",
        "Attendees: Ana, Ben & Cleo,\n",
        "Attending: Ana, Ben,\nCleo\n",
        "Attending: Ana,\nBen\nCleo\n",
        "Attending: Ana Ben Cleo\n",
        "Attending: Ana, Ben, Ana, Anna, Cleo\n",
        "- Attending:\n  - Ana\n  - Ben\n  - Cleo\n",
        "Attending:\n- Ana\n- Ben\n- Cleo\n",
        "**Attending:**\n\n* Ana, Ben\n\n* Cleo\n",
        "Attending:\n\n1. Ana\n2. Ben\n3. Cleo\n",
        "Attending: Ana, Ben and Cleo.\n",
    ],
)
def test_who_was_there(text: str) -> None:
    assert head_of(f"# Weekly\n\n{text}").attending == ("Ana", "Ben", "Cleo")


def test_every_line_of_who_was_there_is_used() -> None:
    assert head_of("# Weekly\n\nAttending: Ana,\nBen\n").lines == (1, 3, 4)


def test_who_is_absent_and_who_is_a_guest() -> None:
    head = head_of("# Weekly\n\nAttending: Ana\nRegrets: Ben\nGuests: Dora (CERN)\n")
    assert (head.attending, head.absent, head.guests) == (("Ana",), ("Ben",), ("Dora (CERN)",))


@pytest.mark.parametrize("label", ["Attendees:", "**Attendees:**", "**Attendees**"])
def test_a_bullet_with_nothing_behind_it_is_nobody(label: str) -> None:
    head = head_of(f"# Weekly\n\n{label}\n\n- Ana\n- Ben\n-\n\ntext\n")
    assert (head.attending, head.lines) == (("Ana", "Ben"), (1, 3, 5, 6, 7))


def test_a_word_of_attendance_in_no_bold_is_no_label() -> None:
    assert head_of("# Weekly\n\nAttendees\n\n- Ana\n- Ben\n").attending == ()


def test_a_list_below_the_last_line_of_a_paragraph_is_used_with_it() -> None:
    head = head_of("# Weekly\n\nAttending: Ana\nAbsent:\n\n- Ben\n\n**Place:** Room 1\n")
    assert (head.attending, head.absent, head.header) == (("Ana",), ("Ben",), (("Place", "Room 1"),))
    assert head.lines == (1, 4, 6, 3, 8)


@pytest.mark.parametrize("text", ["- Ana\n  - late\n", "- the cat\n", "Ana\n", "- *Ana*\n", "> - Ana\n"])
def test_what_else_stands_below_such_a_line_stays_prose(text: str) -> None:
    assert (head_of(f"# Weekly\n\nAttending:\n\n{text}").attending) == ()


@pytest.mark.parametrize("below", ["We begin late\n", "hello\n", "Ana\n"])
def test_what_follows_the_names_is_no_name(below: str) -> None:
    head = head_of(f"# Weekly\n\nAttending: Ana, Ben\n{below}")
    assert (head.attending, head.lines) == (("Ana", "Ben"), (1, 3))


def test_nothing_goes_before_a_line_that_follows_the_names() -> None:
    head = head_of("# Weekly\n\nAttending: Ana\nWe begin late\n**Place:** Room 1\n")
    assert (head.attending, head.header, head.lines) == (("Ana",), (), (1, 3))


@pytest.mark.parametrize("below", ["    - Ana\n", "2. and more\n", "\tmore\n"])
def test_where_the_rest_would_be_something_else_by_itself_all_stays_prose(below: str) -> None:
    assert head_of(f"# Weekly\n\nAttending: Ana\n{below}").attending == ()


@pytest.mark.parametrize("text", ["Attending: Ana,\nAna\n", "Attending:\n\n- Dora\n- Dora\n"])
def test_nobody_is_named_twice(text: str) -> None:
    head = head_of(f"# Weekly\n\n{text}")
    assert (head.attending, head.lines) in ((("Ana",), (1, 3)), ((), (1,)))


@pytest.mark.parametrize(
    ("names", "attending"),
    [
        ("Ana, Jan van der Zee", ("Ana", "Jan van der Zee")),
        ("Ana, all of the team", ("Ana", "all of the team")),
        ("ana, dora", ("ana", "dora")),
        ("a gift for Ana", ()),
        ("Ana, many more than we ever saw", ()),
    ],
)
def test_a_name_has_no_small_words_but_of_its_own(names: str, attending: tuple[str, ...]) -> None:
    assert head_of(f"# Weekly\n\nAttending: {names}\n").attending == attending


@pytest.mark.parametrize("names", ["Ana, *Ben*", "Ana, 12 others", "", "Ana, [Ben](x.html)"])
def test_what_is_no_plain_list_of_names_tells_of_nobody(names: str) -> None:
    assert head_of(f"# Weekly\n\nAttending: {names}\n").attending == ()


def test_a_second_list_of_who_was_there_is_not_used() -> None:
    head = head_of("# Weekly\n\nAttending: Ana\n\nPresent: Ben\n")
    assert (head.attending, head.lines) == (("Ana",), (1, 3))


@pytest.mark.parametrize("text", ["- Ana\n- Ben\n", "Ana,\nBen\n", "1. Ana\n2. Ben\n", "Ana and Ben.\n"])
def test_a_section_may_list_who_was_there(text: str) -> None:
    sheet = sheet_of(f"# Weekly\n\n## Attendees\n\n{text}\n## News\n\nText\n")
    assert sheet.head.attending == ("Ana", "Ben")
    assert [section.title for section in sheet.root.sections] == ["News"]


@pytest.mark.parametrize(
    "text", ["- Ana\n  - was late\n", "", "Ana\n\n### Late\n\nBen\n", "- *Ana*\n", "A gift for Ana\n"]
)
def test_a_section_that_says_more_than_names_stays_one(text: str) -> None:
    sheet = sheet_of(f"# Weekly\n\n## Attendees\n\n{text}\n## News\n\nText\n")
    assert sheet.head.attending == ()
    assert [section.title for section in sheet.root.sections] == ["Attendees", "News"]


def test_front_matter_is_title_people_and_header_lines() -> None:
    head = head_of(
        '---\ntitle: "Weekly 2020-10-26"\nattendees: [Ana, Ben]\nplace: Room 1\n# why\n---\n\nText\n'
    )
    assert (head.title, head.title_line) == ("Weekly", 2)
    assert (head.attending, head.header) == (("Ana", "Ben"), (("place", "Room 1"),))
    assert head.lines[:6] == (1, 2, 3, 4, 5, 6)


def test_a_list_in_front_matter_is_one_line_of_names() -> None:
    head = head_of("---\npresent:\n  - Ana\n  - 'Ben'\ntags:\n  - a\n  - b\n---\n\nText\n")
    assert (head.attending, head.header) == (("Ana", "Ben"), (("tags", "a, b"),))


def test_a_key_with_nothing_to_it_is_no_header_line() -> None:
    assert head_of("---\nplace:\n---\n\nText\n").header == ()


def test_front_matter_of_more_levels_stops_the_file_at_its_line() -> None:
    with pytest.raises(CannotImport) as caught:
        head_of("---\ntitle: Weekly\nroom:\n  floor: 1\n---\n\nText\n")
    assert (caught.value.line, str(caught.value)) == (
        4,
        "front matter must be keys, each with a value or a list",
    )


def test_minutes_that_were_written_by_minutebook_may_be_a_draft() -> None:
    head = head_of(f"<!-- {MARK} -->\n# Weekly\n\n**Status:** draft  \n")
    assert (head.draft, head.header) == (True, ())


def test_in_other_minutes_a_status_is_a_header_line() -> None:
    head = head_of("# Weekly\n\n**Status:** draft\n")
    assert (head.draft, head.header) == (False, (("Status", "draft"),))
