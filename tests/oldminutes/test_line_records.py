"""Counts in sentences, with or without their deltas, and duties."""

from datetime import date

import pytest
from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.line_records import (
    OldCounter,
    counters_in_sentence,
    fold_counter_label,
    read_counter,
    read_duty,
)
from minutebook.records.meeting import Duty
from minutebook.records.roster import Roster
from minutebook.records.series import Person

FACTS = Facts(Roster((Person("Ada"), Person("Ben", aliases=("Benny",)))))


def said(counter: OldCounter | None) -> tuple[str, int | None, str | None, int | None] | None:
    """Return the label and the value of a counter, and its delta as it is written and as a number."""
    if counter is None:
        return None
    counted, delta = counter
    return (
        counted.label,
        counted.value,
        delta.text if delta else None,
        delta.value if delta else None,
    )


def read(text: str, known: tuple[str, ...] | None = (), *, draft: bool = False) -> object:
    """Return what an item of a list counts."""
    return said(read_counter(text, 7, known, draft=draft))


@pytest.mark.parametrize(
    "text",
    [
        "11 (+3) open tickets",
        "**11** (+3) open tickets",
        "**11 (+3)** open tickets",
        "Open tickets: 11 (+3)",
        "**Open tickets:** 11 (+3)",
        "Open tickets: 11 (+3).",
    ],
)
def test_a_count_may_stand_before_or_behind_its_label(text: str) -> None:
    counted = read(text)
    assert isinstance(counted, tuple)
    assert (counted[0].lower(), *counted[1:]) == ("open tickets", 11, "+3", 3)


@pytest.mark.parametrize(("text", "value"), [("&minus;3", -3), ("\\-3", -3), ("- 3", -3), ("\u22123", -3)])
def test_a_delta_may_be_written_for_html_or_markdown(text: str, value: int) -> None:
    assert read(f"8 ({text}) open tickets") == ("open tickets", 8, text, value)


@pytest.mark.parametrize("words", ["since last time", "vs. last week", "seit letzter Woche", "this month"])
def test_a_delta_may_say_in_words_since_when_it_counts(words: str) -> None:
    counter = read_counter(f"Followers: 168 (+103 {words})", 7, (), draft=False)
    assert said(counter) == ("Followers", 168, "+103", 103)
    assert counter
    assert counter[1]
    assert counter[1].lately == words


def test_a_delta_may_name_the_day_since_which_it_counts() -> None:
    counter = read_counter("8 (+3 since 2020-10-12) open tickets", 7, (), draft=False)
    assert counter
    assert counter[1]
    assert (counter[1].since, counter[1].line) == (date(2020, 10, 12), 7)


def test_without_a_delta_only_what_is_counted_elsewhere_is_a_counter() -> None:
    assert read("8 open tickets", ("open ticket",)) == ("open tickets", 8, None, None)
    assert read("8 open tickets") is None
    assert read("8 open tickets", None) == ("open tickets", 8, None, None)


def test_a_count_may_be_unknown_in_a_draft() -> None:
    assert read("? open tickets", None, draft=True) == ("open tickets", None, None, None)
    assert read("? open tickets", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "open tickets",
        "11 (see above) open tickets",
        "11 (+3) 12",
        "11 (+3) __",
        "11 (+3) open tickets, 4 (+1) ours",
        "11 (+3) open [tickets](https://example.org)",
        "11 (+3) open `tickets`",
        "11 (+3) open\ue000tickets",
        "1234567890 (+3) open tickets",
    ],
)
def test_other_lines_count_nothing(text: str) -> None:
    assert read(text, None) is None


def sentence(text: str) -> list[object]:
    """Return what is counted in a line of prose."""
    return [said(counter) for counter in counters_in_sentence(text, 7)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("There were 8 (+3) open tickets; nobody minds.", [("open tickets", 8, "+3", 3)]),
        ("There were **8** (+3) open tickets", [("open tickets", 8, "+3", 3)]),
        (
            "We have 8 (+3) open tickets and 5 (&minus;2) closed ones.",
            [("open tickets", 8, "+3", 3), ("closed ones", 5, "&minus;2", -2)],
        ),
        ("There were **8 (+3)** open tickets", [("open tickets", 8, "+3", 3)]),
        ("**Open tickets:** 8 (+3)", [("Open tickets", 8, "+3", 3)]),
        ("Open tickets: 8", []),
        ("Open tickets: ? (+3)", []),
        ("8 open tickets", []),
        ("Of 8 (+3) __", []),
        ("We grew from 10 (+2) to 12.", []),
        ("See RFC 2119 (-3) and version 3.4 (+1) of it.", []),
    ],
)
def test_counts_with_deltas_are_found_in_sentences(text: str, counted: list[object]) -> None:
    assert sentence(text) == counted


def test_a_delta_in_a_sentence_may_name_its_day() -> None:
    ((_, stated),) = counters_in_sentence("We had 8 (+3 since 2020-10-12) guests.", 7)
    assert stated
    assert stated.since == date(2020, 10, 12)


@pytest.mark.parametrize("label", ["open tickets", "Open ticket:", "**open tickets**"])
def test_labels_are_compared_in_the_singular(label: str) -> None:
    assert fold_counter_label(label) == "open ticket"


def duty(text: str, *labels: str, vacant: tuple[str, ...] = ()) -> Duty | None:
    """Return the duty that a line is, in a section that has some labels."""
    return read_duty(text, 1, open_sheet(text, FACTS), {*labels}, ours=False, vacant=vacant)


def test_a_label_before_people_is_a_duty() -> None:
    assert duty("Tea: Ada, Ben") == Duty("Tea", ("Ada", "Ben"))


@pytest.mark.parametrize("text", ["Tea: Zelda", "Tea: ?", "Seconded by: Ben", "Present: Ben", "Ada: Ben"])
def test_other_labels_are_none(text: str) -> None:
    assert duty(text) is None


def test_a_label_is_one_duty_of_a_section() -> None:
    assert duty("Tea: Ada", "Tea") is None


def test_a_duty_may_be_vacant_where_that_is_known() -> None:
    assert duty("Tea: ?", vacant=("?",)) == Duty("Tea", ())


def test_a_name_is_written_as_in_the_roster_and_that_is_told() -> None:
    sheet = open_sheet("Tea: Benny", FACTS)
    assert read_duty("Tea: Benny", 1, sheet, set(), ours=False, vacant=()) == Duty("Tea", ("Ben",))
    assert [(decision.stated, decision.now, decision.where) for decision in sheet.decisions] == [
        ("Benny", "Ben", "Tea")
    ]
