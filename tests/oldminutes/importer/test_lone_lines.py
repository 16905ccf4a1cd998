"""A single line of a list as a counter or a duty, and what is neither."""

import pytest
from support.oldminutes.sheets import facts_about

from minutebook.oldminutes.importer.lone_lines import LoneLineReader
from minutebook.oldminutes.importer.values import Counter, Counters, Duties, Duty


def read(text: str, *counter_keys: str, after_duty: bool = False) -> Counters | Duties | None:
    """Return what a line without its bullet is in hand-written minutes, of which it is the third line."""
    reader = LoneLineReader(facts_about(*counter_keys), draft=False, generated=False)
    return reader.read(text, 3, after_duty=after_duty, by_minutebook=False)


def read_generated(text: str) -> Counters | Duties | None:
    """Return what a line is in a draft that minutebook wrote."""
    reader = LoneLineReader(facts_about(), draft=True, generated=True)
    return reader.read(text, 3, after_duty=False, by_minutebook=True)


# Duties


def test_a_label_and_people_are_a_duty() -> None:
    assert read("Shifter: Anna, Ben?") == Duties((Duty(3, "Shifter", ("Ana", "Ben?")),))


@pytest.mark.parametrize(
    "text",
    [
        "Shifter: Dora",
        "Shifter: Ana, Dora",
        "Shifter: Release Team",
        "Shifter: *Ana*",
        "*Shifter*: Ana",
        "Shifter: ?",
        "Shifter:",
        "Ana",
    ],
)
def test_what_does_not_name_people_alone_is_no_duty(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("people", ["", " ?"])
def test_after_a_duty_another_may_be_nobodys_yet(people: str) -> None:
    assert read(f"Release:{people}", after_duty=True) == Duties((Duty(3, "Release", ()),))


@pytest.mark.parametrize(
    "label", ["Moved", "moved by", "Seconded", "Second", "Motion by", "Proposed", "In favour"]
)
def test_what_somebody_did_in_the_meeting_is_no_duty(label: str) -> None:
    assert read(f"{label}: Ana") is None


@pytest.mark.parametrize(("text", "people"), [("Release: ?", ()), ("Moved: Dora", ("Dora",))])
def test_in_minutes_that_minutebook_wrote_whatever_has_a_label_is_a_duty(
    text: str, people: tuple[str, ...]
) -> None:
    assert read_generated(text) == Duties((Duty(3, text.split(":", maxsplit=1)[0], people),))


# Counters


@pytest.mark.parametrize(
    ("text", "delta_text", "delta"),
    [
        ("12 (+3) open issues", "+3", 3),
        ("12 (-3) open issues", "-3", -3),
        ("12 (&minus;3) open issues", "&minus;3", -3),
        ("12 (+3 since 2020-10-19) open issues", "+3", 3),
    ],
)
def test_a_count_with_a_delta_is_a_counter(text: str, delta_text: str, delta: int) -> None:
    assert read(text) == Counters((Counter(3, "open issues", 12, delta_text, delta),))


def test_a_count_without_a_delta_is_a_counter_if_it_has_one_in_another_file() -> None:
    assert read("12 Issues", "issue") == Counters((Counter(3, "Issues", 12, "", None),))
    assert read("12 Issues") is None


@pytest.mark.parametrize("text", ["12 (+3) *issues*", "12 (+3) issues (+4)", "12 (+3)", "? (+3) issues"])
def test_what_is_no_plain_count_is_no_counter(text: str) -> None:
    assert read(text) is None


def test_a_count_may_be_unknown_in_a_draft() -> None:
    assert read_generated("? issues") == Counters((Counter(3, "issues", None, "", None),))


def test_each_label_names_one_counter() -> None:
    reader = LoneLineReader(facts_about(), draft=False, generated=False)
    first, second = (
        reader.read(text, 3, after_duty=False, by_minutebook=False)
        for text in ("12 (+3) issues", "13 (+4) issues")
    )
    assert (first is None, second) == (False, None)
