"""Lists of who was there that say more of each than a name, and lists of nobody."""

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.sheet_reader import read_sheet
from minutebook.oldminutes.importer.values import Head
from minutebook.records.roster import Roster
from minutebook.records.series import Person


def head_of(text: str) -> Head:
    """Return the head of minutes of people whom nobody knows yet."""
    return read_sheet("a.md", f"# Weekly\n\n{text}\n\n## News\n\nText\n", DAY, SeriesFacts(Roster(()))).head


COMPANIES = [
    "- Ann Lee, Acme\n- Bob Ray, IBM (Chair)",
    "* Ann Lee, Acme\n* Bob Ray",
    "1. Ann Lee; Acme\n2. Bob Ray",
]


@pytest.mark.parametrize("names", [*COMPANIES, "Ann Lee, Acme\nBob Ray, IBM"])
@pytest.mark.parametrize("above", ["## Attendees\n\n", "Attendees:\n\n", "**Present:**\n"])
def test_where_each_has_a_line_a_comma_begins_no_other_person(above: str, names: str) -> None:
    assert head_of(above + names).attending == ()


def test_nor_does_it_in_a_list_within_a_list() -> None:
    assert head_of("- Attendees:\n  - Ann Lee, Acme\n  - Bob Ray, IBM").attending == ()


@pytest.mark.parametrize(
    "names", ["- Ann, Bob, Cy", "Ann, Bob,\nCy", "- Ann\n- Bob and Cy", "- Ann,\n- Bob,\n- Cy"]
)
@pytest.mark.parametrize("above", ["## Attendees\n\n", "Attendees:\n"])
def test_what_can_only_be_a_list_of_names_is_one(above: str, names: str) -> None:
    assert head_of(above + names).attending == ("Ann", "Bob", "Cy")


def test_a_comma_between_people_of_the_series_parts_them() -> None:
    assert sheet_of("# Weekly\n\nAttending:\n\n- Ana, Ben\n- Cleo\n").head.attending == ("Ana", "Ben", "Cleo")


NOBODY = [
    *(
        "We have no regrets.",
        "None",
        "none",
        "None.",
        "nobody",
        "No one",
        "N.A.",
        "TBD",
        "Unknown",
        "not recorded",
    ),
    *(
        "most of us, as always.",
        "low",
        "everyone was here",
        "Ann and others",
        "Ann, Bob and more",
        "Ann, Bob et al",
    ),
    *(
        "Dan - sick",
        "Ann Lee - Chair",
        "Joe (@joe) - left early",
        "Ann, Bob - late",
        "Ann, as usual",
        "Quorum",
    ),
]


@pytest.mark.parametrize("label", ["Present", "Regrets"])
@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_name_is_nobody(label: str, text: str) -> None:
    head = head_of(f"{label}: {text}")
    assert (head.attending, head.absent, head.lines) == ((), (), (1,))


@pytest.mark.parametrize("text", NOBODY)
def test_nor_is_it_below_a_heading(text: str) -> None:
    assert head_of(f"## Attendees\n\n- {text}").attending == ()


@pytest.mark.parametrize(
    "name", ["No\u00ebl Lee", "Al Gore", "Thomas More", "Mae West", "Jan van der Zee", "all of the team"]
)
def test_a_name_may_look_like_such_words(name: str) -> None:
    assert head_of(f"Present: {name}, Bob").attending == (name, "Bob")


def test_whom_the_series_has_may_have_any_name() -> None:
    known = SeriesFacts(Roster((Person("low"), Person("None"))), spellings=frozenset({"low", "None"}))
    head = read_sheet("a.md", "# Weekly\n\nPresent: low\n\nAbsent: None\n", DAY, known).head
    assert (head.attending, head.absent) == (("low",), ("None",))


TITLES = [
    *(("Attending", "attending"), ("Members Present", "attending"), ("Roll call:", "attending")),
    *(("Regrets", "absent"), ("Absent", "absent"), ("Not attending", "absent"), ("**Apologies**", "absent")),
    ("Guests", "guests"),
]


@pytest.mark.parametrize(("title", "who"), TITLES)
def test_a_heading_says_whether_they_were_there(title: str, who: str) -> None:
    head = head_of(f"## {title}\n\n- Ann\n- Bob")
    assert (getattr(head, who), head.lines) == (("Ann", "Bob"), (1, 3, 4, 5, 6, 7))


@pytest.mark.parametrize("label", ["Members present", "Roll call", "Not attending", "Members absent"])
def test_so_does_a_line(label: str) -> None:
    head = head_of(f"{label}: Ann, Bob")
    assert (*head.attending, *head.absent) == ("Ann", "Bob")


def test_each_kind_may_have_a_section() -> None:
    sheet = sheet_of("# Weekly\n\n## Present\n\nAna\n\n## Regrets\n\n- Ben\n\n## Present\n\nDora\n")
    assert (sheet.head.attending, sheet.head.absent) == (("Ana",), ("Ben",))
    assert [section.title for section in sheet.root.sections] == ["Present"]


def test_the_heading_above_those_who_were_there_is_no_title() -> None:
    sheet = sheet_of("# Roll call:\n\n- Ana\n- Ben\n\n# Agenda\n\nText\n")
    assert (sheet.head.title, sheet.head.attending) == (None, ("Ana", "Ben"))
    assert [section.title for section in sheet.root.sections] == ["Agenda"]
