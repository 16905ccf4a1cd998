"""A name that is nearly another one, written far more often, is likely a slip."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.audits import find_faults, weeks_of_june

from minutebook.oldminutes.misspellings import CLEARLY, find_intended_name

NAMES = st.text(alphabet="abAB .", min_size=1, max_size=6)


def slips(name: str, *usual: str) -> list[tuple[str, str]]:
    """Return the slips found where a name stands once, and others three times."""
    texts = [*(f"Attending: {', '.join(usual)}" for _ in range(3)), f"Attending: {name}"]
    faults = find_faults(weeks_of_june(*texts))
    return [(fault.stated, fault.computed) for fault in faults if fault.fault == "person"]


@pytest.mark.parametrize(
    ("name", "right_name"),
    [
        ("Brian L", "BrianL"),
        ("brianL".title(), "BrianL"),
        ("Digeo", "Diego"),
        ("Marco Mambell", "Marco Mambelli"),
        ("Suchandre", "Suchandra"),
        ("TIMT", "TimT"),
    ],
)
def test_a_slip_in_a_name_is_reported_with_the_usual_spelling(name: str, right_name: str) -> None:
    assert slips(name, right_name, "Ada") == [(name, right_name)]


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        *(("BrianB", "BrianL"), ("Tim C", "Tim T"), ("TimC", "TimT"), ("Brian", "BrianL"), ("Marco", "Marco Mambelli")),
        *(("Maria", "Marian"), ("Eric", "Erik"), ("Jan", "Jana"), ("Jon", "John"), ("Mat", "Matt")),
        *(("Marianne K", "Marianne T"), ("Katharina", "Catharina")),
    ],
)  # fmt: skip
def test_names_that_people_have_beside_each_other_are_no_slips(name: str, usual: str) -> None:
    assert slips(name, usual, "Ada") == []


def test_two_who_sat_together_are_two() -> None:
    texts = [*(["Attending: Suchandra"] * 3), "Attending: Suchandra, Suchandre"]
    assert find_faults(weeks_of_june(*texts)) == ()


def test_a_slip_in_an_owner_is_reported_at_the_action_item() -> None:
    (fault,) = find_faults(weeks_of_june(*(["Attending: Diego"] * 3), "- AI (Digeo): text"))
    assert (fault.fault, fault.where, fault.line) == ("person", "owner of an action item", 1)
    assert (fault.stated, fault.computed) == ("Digeo", "Diego")


@pytest.mark.parametrize(("slip", "intended"), [("Ann  Lee", "Ann Lee"), ("Suchadnra", "Suchandra")])
def test_a_name_is_a_slip_only_for_one_that_is_written_clearly_more_often(slip: str, intended: str) -> None:
    assert find_intended_name(slip, Counter({slip: 1, intended: CLEARLY}), []) == intended
    assert find_intended_name(slip, Counter({slip: 2, intended: CLEARLY}), []) is None
    assert find_intended_name(slip, Counter({slip: 0, intended: CLEARLY - 1}), []) is None


def test_a_name_that_can_be_a_slip_for_two_is_one_for_neither() -> None:
    often = Counter({"Ann Lea": 1, "AnnLea": CLEARLY, "Annlea": CLEARLY})
    assert find_intended_name("Ann Lea", often, []) is None


@given(NAMES, NAMES, st.integers(0, 3), st.integers(0, 9))
def test_of_two_names_at_most_one_is_a_slip(name: str, usual: str, few: int, many: int) -> None:
    often = Counter({name: few, usual: many})
    intended = {find_intended_name(spelling, often, []) for spelling in (name, usual)}
    assert len(intended - {None}) <= 1
