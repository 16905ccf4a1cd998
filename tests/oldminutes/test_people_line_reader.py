"""Who is taken out of a single line, and what else of it is told."""

import pytest
from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.people_line_reader import Label, PeopleLineReader, PeopleLists
from minutebook.records.attendance import Attendance


def reader_of(text: str) -> PeopleLineReader:
    """Return a reader of people of a text."""
    return PeopleLineReader(open_sheet(text, Facts()))


@pytest.mark.parametrize(
    ("names", "attending", "leftover"),
    [
        ("Ada, Ben", ("Ada", "Ben"), ""),
        ("Ada, the cat of the mill", ("Ada",), "the cat of the mill"),
        ("the cat of the mill", (), "the cat of the mill"),
    ],
)
def test_what_is_no_name_is_left_over(names: str, attending: tuple[str, ...], leftover: str) -> None:
    reader = reader_of(f"Present: {names}")
    assert reader.read_line("attending", names, (1,)) == leftover
    assert reader.lists.value().attending == attending


@pytest.mark.parametrize("word", ["and", "i", "oraz", "\u00e9s", "\u0438"])
def test_a_word_for_and_need_not_be_shown(word: str) -> None:
    reader = reader_of(f"Present: Ada {word} Ben")
    reader.read_line("attending", f"Ada {word} Ben", (1,))
    assert word in reader.sheet.marks[1]


def test_a_word_of_a_label_may_stand_in_a_remark_too() -> None:
    reader = reader_of("Present: Ada (present by phone)")
    reader.read_line("attending", "Ada (present by phone)", (1,))
    assert reader.sheet.marks[1] == {"present"}
    alone = reader_of("Here: Ada (present by phone)")
    alone.read_line("attending", "Ada (present by phone)", (1,))
    assert "present" not in alone.sheet.marks[1]


def test_a_label_with_nobody_behind_it_stays() -> None:
    reader = reader_of("Present: the cat of the mill")
    label = Label("attending", "Present:", 1)
    reader.take_labeled(label, "the cat of the mill", (1,))
    assert not reader.lines
    assert [decision.kind for decision in reader.sheet.decisions] == ["attendance left in prose"]


LISTS = PeopleLists(
    1,
    {
        "Ada": ("attending", 3, "Ada (chair)"),
        "Ben": ("absent", 4, "Ben"),
        "Cy": ("attending", 5, "Cy"),
    },
)


def test_people_are_parted_by_their_lists() -> None:
    assert LISTS.value() == Attendance(attending=("Ada (chair)", "Cy"), absent=("Ben",))


def test_only_lists_with_somebody_in_them_are_there() -> None:
    assert (LISTS.has("absent"), LISTS.has("guests")) == (True, False)
