"""What is answered at a set-up, as the program understands it."""

from collections.abc import Callable

import pytest

from minutebook.setup.answers import (
    NotUnderstood,
    folder_name,
    parse_components,
    parse_people,
    parse_schedule,
    parse_title,
)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("Tue", "FREQ=WEEKLY;BYDAY=TU"),
        ("weekly on Thursday", "FREQ=WEEKLY;BYDAY=TH"),
        ("every week on the Friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("every second Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every other Wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("every 2nd Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("1st Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("second Friday", "FREQ=MONTHLY;BYDAY=2FR"),
        ("biweekly Saturday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
        ("first Tuesday", "FREQ=MONTHLY;BYDAY=1TU"),
        ("first Tuesday of the month", "FREQ=MONTHLY;BYDAY=1TU"),
        ("second Tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("last Sunday of the month", "FREQ=MONTHLY;BYDAY=-1SU"),
        (" FREQ=DAILY;INTERVAL=3 ", "FREQ=DAILY;INTERVAL=3"),
        ("none", ""),
        ("", ""),
    ],
)
def test_a_schedule_in_a_few_words_is_a_rule(words: str, rule: str) -> None:
    assert parse_schedule(words) == rule


@pytest.mark.parametrize(
    "words", ["now and then", "T", "first", "Monday or Thursday", "fifth Monday", "every third Friday"]
)
def test_what_is_no_schedule_is_answered_with_examples(words: str) -> None:
    with pytest.raises(NotUnderstood, match=f"'{words}' can't be understood as a schedule; write \"Monday\""):
        parse_schedule(words)


def test_a_rule_that_cannot_be_followed_is_told_why() -> None:
    with pytest.raises(NotUnderstood, match=r"'FREQ=WEEKLY;COUNT=3': a schedule has no COUNT"):
        parse_schedule("FREQ=WEEKLY;COUNT=3")


def test_people_are_names_between_commas_each_once() -> None:
    assert parse_people(" Mat,  Marco   Mambelli ,,Mat, ") == ("Mat", "Marco Mambelli")
    assert parse_people("Zoë van der Meer; Jörg") == ("Zoë van der Meer", "Jörg")
    assert parse_people("Ana y Luis und Zoë & Mat") == ("Ana", "Luis", "Zoë", "Mat")


@pytest.mark.parametrize("parse", [parse_people, parse_title])
def test_an_answer_has_no_mark_of_a_key_that_cannot_be_seen(parse: Callable[[str], object]) -> None:
    with pytest.raises(NotUnderstood, match=r"can't be seen \(U\+001B\): type it again"):
        parse("\x1b[1~Web")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Web team", "web-team"),
        ("OSG Technology Area Meeting", "osg-technology-area-meeting"),
        ("Käse & Brot: 2. Größe", "kaese-brot-2-groesse"),
        ("../../etc", "etc"),
        ("会議", "team"),
    ],
)
def test_a_title_makes_the_name_of_a_folder(title: str, name: str) -> None:
    assert folder_name(title) == name


@pytest.mark.parametrize("text", ["Zoë, Anna and Hanna", "Zoë; Anna & Hanna", "Zoë,Anna,  Hanna, Anna"])
def test_people_stand_between_commas_or_with_an_and(text: str) -> None:
    assert parse_people(text) == ("Zoë", "Anna", "Hanna")


def test_a_name_may_have_an_and_inside_a_word() -> None:
    assert parse_people("Andy, Sandy, R&D") == ("Andy", "Sandy", "R&D")


@pytest.mark.parametrize(
    ("text", "components"),
    [
        ("VS Code and PyCharm", {"vscode", "jetbrains"}),
        ("Visual Studio Code, nvim", {"vscode", "neovim"}),
        ("code", {"vscode"}),
        ("GitHub.com", {"github"}),
        ("none", set()),
    ],
)
def test_hosts_and_editors_are_named_as_people_call_them(text: str, components: set[str]) -> None:
    assert parse_components(text, ("github", "vscode", "jetbrains", "neovim")) == components
