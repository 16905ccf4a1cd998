"""The columns of lists of people."""

import pytest

from minutebook.oldminutes.names import Entry
from minutebook.oldminutes.people_columns import (
    BY_COMMAS,
    columns_of,
    names_alone,
    read_person,
    read_persons,
)


def test_what_stands_behind_a_comma_may_say_where_somebody_is_from() -> None:
    assert read_person("Ada Quill, Acme", (), BY_COMMAS) == Entry("Ada Quill", "Acme")
    assert read_person("Ada Quill, Ben Stone", ()) is None


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("Ada / Acme / @adaq", "Ben / Mill / @ben"), Entry("Ada", "Acme, @adaq", "adaq")),
        (("Ada | Acme", "Ben | Mill (Hub | Lab)"), Entry("Ada", "Acme")),
        (("Ada | a | b | c | d | e", "Ben | f"), Entry("Ada", "a, b, c, d, e")),
        (("Ada (she), Acme", "Ben | f", "Cy | g"), Entry("Ada", "she, Acme")),
    ],
)  # fmt: skip
def test_a_list_may_have_columns(items: tuple[str, ...], expected: Entry) -> None:
    assert read_person(items[0], (), columns_of(items)) == expected


def test_one_item_may_have_more_commas_than_its_list_has_columns() -> None:
    items = [f"Ada {letter}lee, she/her, Mill" for letter in "BCDFG"]
    columns = columns_of([*items, "Ann Lee, she, Centre for Oil, Soap, & Paint, Old Mill"])
    assert read_person(items[0], (), columns) == Entry("Ada Blee", "she/her, Mill")


def test_a_firm_in_the_last_column_is_nobodys_initials() -> None:
    items = ["Ann Lee, she, ADAC", "Bo Ray, he, ADAC", "Cy Dunn, he, CD"]
    people = [read_person(text, (), columns_of(items)) for text in items]
    assert [person.initials for person in people if person] == ["", "", "CD"]


def test_two_items_that_are_all_names_have_no_columns() -> None:
    assert columns_of(["Ada Quill, Ben Stone", "Cy Dunn, Dora Lea"]) is None


def test_a_whole_name_may_stand_in_brackets() -> None:
    assert read_person("[Ada Quill] - Chair", ()) == Entry("Ada Quill", "Chair")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vice Chair Ada Quill", Entry("Ada Quill", "Vice Chair")),
        ("Chairperson Ada Quill, Mill", None),
        ("Captain Quill", Entry("Captain Quill")),
        ("b4 中野さん", Entry("中野さん", "b4")),
        ("B4 Ada", Entry("B4 Ada")),
    ],
)
def test_what_somebody_is_may_stand_before_the_name(text: str, expected: Entry | None) -> None:
    assert read_person(text, ()) == expected


def test_two_people_may_stand_where_others_of_a_list_are_one() -> None:
    columns = columns_of(["Ada Quill / Ben Stone, Acme", "Cy Dunn, Acme", "Dora Lea, Mill"])
    expected = [Entry("Ada Quill", "Acme"), Entry("Ben Stone", "Acme")]
    assert read_persons("Ada Quill / Ben Stone, Acme", (), columns) == expected
    assert read_persons("Cy Dunn, Acme", (), columns) == [Entry("Cy Dunn", "Acme")]


@pytest.mark.parametrize(
    ("names", "alone"),
    [
        ("The mill: Ada, Ben", ("Ada, Ben", ["The mill"])),
        ("Mill: Ada; Hub: Ben", ("Ada;Ben", ["Mill", "Hub"])),
        ("2 guests (Ada, Ben)", ("Ada, Ben", ["2 guests"])),
        ("Ada, Ben", ("Ada, Ben", [])),
        ("Ada, Ben (AQ, BS)", ("AQ = Ada, BS = Ben", [])),
        ("Ada, Ben (Acme, the mill)", ("Ada (Acme), Ben (the mill)", [])),
        ("Ada Quill (chair, notes)", ("Ada Quill (chair, notes)", [])),
    ],
)
def test_names_may_stand_behind_those_of_their_groups(names: str, alone: tuple[str, list[str]]) -> None:
    assert names_alone(names) == alone
