"""Lists of who was there that stay prose are reported, with what stood in the way."""

import pytest
from support.oldminutes.comparisons import HEAD, reported

KIND = "attendance left in prose"
LINES = [
    ("Present: Joe (@joe) - left early", '"Joe (@joe) - left early" is not just a name'),
    ("Regrets: none", '"none" is not just a name'),
    ("- Attendees: Ana, [Ben](https://example.org)", '"[Ben](https://example.org)" is not just a name'),
    ("Attendees:\n\n* [x] Ana\n* [ ] Ben", '"[x] Ana" is not just a name'),
    ("Attendees:\n- Ann Lee, Acme\n- Bob Ray", '"Ann Lee, Acme" is not just a name'),
    ("Attendees:\n\n- Ana\n\n- Ben - chair", '"Ben - chair" is not just a name'),
    ("**Attendees**\n\n- Ana\n- Ben - chair", '"Ben - chair" is not just a name'),
    ("Apologies:", "there are no names"),
    ("TSC members present: Ana", '"TSC members present" is not a known heading of such a list'),
]
SECTIONS = [
    ("## Absent\n\nAna\n\nBen - sick", '"Ben - sick" is not just a name'),
    ("## Attendees (TSC)\n\n- Ana", '"Attendees (TSC)" is not a known heading of such a list'),
    ("## Guests", "there are no names"),
    ("## Present\n\n- Ana, Zoe\n- Cleo", '"Ana, Zoe" is not just a name'),
    ("## *Regrets*\n\n- Ana (_late_)", '"Ana (_late_)" is not just a name'),
]


def unread_lists(text: str) -> list[tuple[int, str, str]]:
    """Return what is reported of the lists of a text that stay prose."""
    return [
        (line, old_text, new_text)
        for line, kind, old_text, new_text in reported(f"{HEAD}{text}\n")
        if kind == KIND
    ]


@pytest.mark.parametrize(("text", "reason"), [*LINES, *SECTIONS])
def test_a_list_in_prose_is_reported_with_what_stood_in_the_way(text: str, reason: str) -> None:
    ((line, old_text, new_text),) = unread_lists(text)
    assert (old_text, new_text) == (f"{HEAD}{text}".split("\n")[line - 1].strip(), reason)


def test_a_second_list_is_reported() -> None:
    assert unread_lists("Present: Ana\n\n## Present\n\n- Ben") == [
        (5, "## Present", "another list is used instead")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ana",
        "## Absent\n\n- Ana",
        "**Regrets:** none",
        "## News\n\nWe present: the plan",
        "## Present findings\n\nOne",
        "## News\n\nAna was present.",
    ],
)
def test_nothing_is_reported_about_a_list_that_was_kept_nor_of_other_text(text: str) -> None:
    assert unread_lists(text) == []
