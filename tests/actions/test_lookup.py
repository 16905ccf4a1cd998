"""Which action item is meant by some of its words."""

import pytest

from minutebook.actions.lookup import described, nearest_by_words, with_phrase, with_words
from minutebook.records.meeting import Action


def action(name: str, task: str, *owners: str) -> Action:
    """Return an action item of an id."""
    return Action((), name, owners, task)


PAGE = action("a1aa", "write the page", "Mat")
XROOTD = action("b1bb", "diagnose *XRootD 5* on EL8", "Diego", "Marco Mambelli")
PAGES = action("c1cc", "write the page about it")
ALL = [PAGE, XROOTD, PAGES]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("xrootd", [XROOTD]),
        ("XRootD 5", [XROOTD]),
        ("el8 diagnose", [XROOTD]),
        ("marco", [XROOTD]),
        ("diego xrootd", [XROOTD]),
        ("diag", [XROOTD]),
        ("write the page", [PAGE]),
        ("page", [PAGE, PAGES]),
        ("mat page", [PAGE]),
        ("about", [PAGES]),
        ("diego page", []),
        ("", []),
        ("--", []),
    ],
)
def test_words_are_those_of_owner_and_task(words: str, meant: list[Action]) -> None:
    assert list(with_words(words, ALL)) == meant


def test_a_phrase_has_its_words_in_a_row() -> None:
    assert with_phrase("5 on el8", ALL) == (XROOTD,)
    assert with_phrase("el8 diagnose", ALL) == ()


def test_misspelt_words_lead_to_the_only_one_that_has_them() -> None:
    assert nearest_by_words("diagnos xrotd", ALL) == XROOTD
    assert nearest_by_words("pagee", ALL) is None
    assert nearest_by_words("firewall", ALL) is None


def test_an_item_is_called_by_its_owners() -> None:
    assert described(XROOTD) == "Diego and Marco Mambelli's 'diagnose *XRootD 5* on EL8' (b1bb)"
    assert described(PAGES) == "unassigned 'write the page about it' (c1cc)"


@pytest.mark.parametrize("wanted", ALL)
def test_its_whole_task_means_no_other(wanted: Action) -> None:
    assert with_words(wanted.task, ALL) == (wanted,)
