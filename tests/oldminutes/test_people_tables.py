"""Tables of people, with a column of names and perhaps one that says whether each was there."""

import pytest
from support.oldminutes.sheets import block_of

from minutebook.oldminutes.people_tables import are_people, is_people_table, read_people_table


def table(*rows: str) -> str:
    """Return a table of rows that are given as cells with bars between them."""
    line = "|---" * (rows[0].count("|") + 1)
    return "\n".join(f"| {row} |" for row in (rows[0], line[1:], *rows[1:]))


def people(*rows: str) -> list[tuple[str, int, str]]:
    """Return the people of a table that stands below Present, each with the list and the line."""
    return [
        (role, line, person.text)
        for role, line, person, _ in read_people_table(block_of(table(*rows)), "attending")
    ]


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (("Name | Present", "Ada | x"), True),
        (("Nome | Presença", "Rui | sim"), True),
        (("Name | State", "Ada | Present"), True),
        (("Name | State", "Ada | x"), False),
        (("Name | Here", "Ada | \u2705", "Ben | \u274c"), True),
        (("Name | State", "Ada | Present", "Ben | maybe"), False),
        (("Name | Team", "Ada | Acme"), False),
        (("Present | Team", "Ada | Acme"), True),
        (("Present | Load", "4 | 0.5"), False),
        (("Task | Present", "oil | x"), False),
        ((" | Name", "x | Ada"), False),
    ],
)
def test_a_table_may_say_who_was_there(headings: tuple[str, ...], says: bool) -> None:
    assert is_people_table(block_of(table(*headings)), signed=False) is says


@pytest.mark.parametrize(
    "rows",
    [(" | ", "Ada Quill | Yes", "Ben Stone | "), (" | Name", "X | Ada Quill", " | Ben Stone")],
)
def test_below_a_list_answers_may_have_no_heading(rows: tuple[str, ...]) -> None:
    assert people(*rows) == [("attending", 3, "Ada Quill"), ("absent", 4, "Ben Stone")]


def test_what_is_bold_within_a_cell_is_text_in_the_remark() -> None:
    assert people("Name", "Ada Quill (Acme, **Chair**)") == [("attending", 3, "Ada Quill (Acme, Chair)")]


def test_numbers_are_no_answers() -> None:
    rows = people(" | Name", "1 | Ada Quill", "2 | Ben Stone")
    assert [role for role, *_ in rows] == ["attending"] * 2


@pytest.mark.parametrize("answer", ["x", "Yes", "✔️", "[x]", "anwesend", "oui"])
def test_somebody_was_there(answer: str) -> None:
    assert people("Name | Present", f"Ada | {answer}") == [("attending", 3, "Ada")]


@pytest.mark.parametrize("answer", ["", "no", "-", "excused", "nein", "❌"])
def test_somebody_was_not(answer: str) -> None:
    assert people("Name | Present", f"Ada | {answer}", "Ben | x")[0] == ("absent", 3, "Ada")


@pytest.mark.parametrize(
    ("answer", "role"), [("Attended", "attending"), ("Apologies", "absent"), ("Observer", "guests")]
)
def test_an_answer_may_be_the_name_of_a_list(answer: str, role: str) -> None:
    assert people("Name | Present", f"Ada | {answer}", "Ben | x")[0] == (role, 3, "Ada")


def test_what_an_account_leads_to_is_no_remark() -> None:
    rows = read_people_table(
        block_of(table("Name | Site", "Ada | [adaq](https://example.org/adaq)")), "attending"
    )
    assert [(person.text, links) for _, _, person, links in rows] == [
        ("Ada (adaq)", ("https://example.org/adaq",))
    ]


def test_without_answers_all_were_there() -> None:
    assert people("Name | Team", "Ada | Acme", "Ben |") == [
        ("attending", 3, "Ada (Acme)"),
        ("attending", 4, "Ben"),
    ]


def test_a_surname_alone_is_a_name() -> None:
    assert people("Surname | Team", "Poel | Acme") == [("attending", 3, "Poel (Acme)")]


def test_names_may_stand_below_present_itself() -> None:
    assert people("Present | Team", "Ada | Acme") == [("attending", 3, "Ada (Acme)")]


def test_what_stands_behind_a_name_comes_before_other_cells() -> None:
    assert people("Name | Team", "Ada (chair) | Acme") == [("attending", 3, "Ada (chair, Acme)")]


@pytest.mark.parametrize(
    "rows",
    [
        ("Achternaam | Voornaam", "van der Poel | Ad"),
        ("First name | Last name", "Ad | van der Poel"),
        ("Given name | Family name", "Ad | van der Poel"),
        ("Name", "van der Poel, Ad"),
        ("Nom", "van der Poel, Ad"),
    ],
)
def test_a_name_may_have_two_columns_or_be_turned(rows: tuple[str, ...]) -> None:
    assert people(*rows) == [("attending", 3, "Ad van der Poel")]


def test_a_comma_turns_names_only_if_most_have_one() -> None:
    assert people("Name", "Poel, Ad", "Ben") == []
    names = [name for _, _, name in people("Name", "Poel, Ad", "De Boer, Karl", "Ben Stone")]
    assert names == ["Ad Poel", "Karl De Boer", "Ben Stone"]


def test_rows_that_name_nobody_are_left_out() -> None:
    assert people("Name | Present", "Ada | x", " | ", "n/a | x") == [("attending", 3, "Ada")]


def test_a_short_row_says_nothing_more() -> None:
    assert people("Name | Present", "Ada | x", "Ben")[1] == ("absent", 4, "Ben")


@pytest.mark.parametrize(
    "rows",
    [
        ("Name | Present", "Ada | x", "the team of the mill | x"),
        ("Name | Present", "Ada | x", "Ben | perhaps later"),
        ("Task | Owner", "oil | Ada"),
    ],
)
def test_a_table_of_which_not_most_rows_are_people_is_none_of_them(rows: tuple[str, ...]) -> None:
    assert people(*rows) == []


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        ("Name | Affiliation | Username", True),
        ("Name | Task", False),
        ("Name | Role", False),
        ("Name", False),
        ("Team | Company", False),
    ],
)
def test_people_may_sign_in_in_a_table(headings: str, says: bool) -> None:
    assert is_people_table(block_of(table(headings, "Ada | Acme | @ada")), signed=True) is says


@pytest.mark.parametrize("heading", ["Participants", "Participante", "Teilnehmer"])
def test_a_word_for_who_came_may_stand_above_the_names_as_well(heading: str) -> None:
    assert people(f"{heading} | Present", "Ada | x", "Ben | \u274c") == [
        ("attending", 3, "Ada"),
        ("absent", 4, "Ben"),
    ]


def test_a_word_before_a_small_one_alone_is_nobody() -> None:
    assert not are_people(block_of("- Oiling doors\n"))


def test_an_office_may_stand_behind_a_name() -> None:
    assert [(role, text) for role, _, text in people("Name | Present", "Ada Quill, Treasurer | x")] == [
        ("attending", "Ada Quill (Treasurer)")
    ]


def test_a_name_may_be_a_link_with_a_reference_and_a_nick_be_its_account() -> None:
    block = block_of(table("IRC nick | Name/Nym", "annl | [Ann Lee][]", "bo | [Bo Ray][ray]"))
    rows = read_people_table(block, "attending")
    assert [(row[2].name, row[2].handle) for row in rows] == [("Ann Lee", "annl"), ("Bo Ray", "bo")]
