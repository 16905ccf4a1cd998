"""A key that stands twice is told with what to do; one that has nothing behind it goes."""

import pytest
from support.slips import mended, reading_problems

DATE = "date: 2020-10-05\n"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "attending:  # such as all, or [Mat]\nnotes: |\n  a\nattending: [Mat]\n",
            "notes: |\n  a\nattending: [Mat]\n",
        ),
        (
            "notes: |\n\nsections:\n  - title: b\nnotes: |\n  a\n",
            "\nsections:\n  - title: b\nnotes: |\n  a\n",
        ),
        ("notes: |\n  a\nnotes:\n", "notes: |\n  a\n"),
        ("counters:\n  open: 1\n  open:  # 3 last time\n", "counters:\n  open: 1\n"),
    ],
)
def test_one_that_has_nothing_behind_it_goes(text: str, meant: str) -> None:
    (problem,) = reading_problems(DATE + text)
    assert problem.hint.startswith("Delete line ")
    assert mended(DATE + text) == DATE + meant
    crlf = text.replace("\n", "\r\n")
    assert mended(DATE + crlf) == DATE + meant.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "attending: [Mat]\nattending: [Diego]\n",
        "attending:  # ask Mat\nattending: [Diego]\n",
        "attending:\n- Mat\nattending: [Diego]\n",
        "attending:\n  - Mat\nattending: [Diego]\n",
    ],
)
def test_both_stay_where_something_stands_behind_them(text: str) -> None:
    (problem,) = reading_problems(DATE + text)
    assert problem.hint.startswith("Join the two: ")
    assert mended(DATE + text) == DATE + text


ACTION = "actions:\n  - id: k7q2m4\n    owner: Mat\n    task: test it\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("    note: one\n    note: 'two'\n", "    note:\n      - one\n      - 'two'\n"),
        ("    note: one\n    note: one\n", "    note: one\n"),
    ],
)
def test_two_notes_of_an_action_item_become_a_list_of_both(typed: str, meant: str) -> None:
    (problem,) = reading_problems(DATE + ACTION + typed)
    assert (problem.rule, problem.location.line) == ("duplicate-key", 7)
    assert mended(DATE + ACTION + typed) == DATE + ACTION + meant


def test_two_notes_apart_from_each_other_are_to_be_kept_as_well() -> None:
    text = DATE + ACTION + "    note: one\n    due: 2020-10-19\n    note: two\n"
    (problem,) = reading_problems(text)
    assert problem.hint.startswith("Write both below the `note:` of line 6")
