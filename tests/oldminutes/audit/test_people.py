"""Slips in names, and promises that vanish."""

import pytest

from minutebook.oldminutes.audit.audit import audit_files
from minutebook.oldminutes.audit.faults import Fault
from minutebook.oldminutes.audit.minutes_file import read_minutes_file
from minutebook.oldminutes.handwritten.reader import read_minutes


def faults(texts: list[str]) -> tuple[Fault, ...]:
    """Return what an audit finds in minutes of consecutive weeks of June."""
    return audit_files(
        [read_minutes_file(f"2020-06-{7 * week + 1:02}.md", text) for week, text in enumerate(texts)]
    ).faults


def slips(name: str, *usual: str) -> list[tuple[str, str]]:
    """Return the slips found where a name stands once, and others three times."""
    lists = [*(f"Attending: {', '.join(usual)}" for _ in range(3)), f"Attending: {name}"]
    return [(fault.written, fault.computed) for fault in faults(lists) if fault.kind == "person"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Brian L", "BrianL"),
        ("brianL".title(), "BrianL"),
        ("Digeo", "Diego"),
        ("Marco Mambell", "Marco Mambelli"),
        ("Suchandre", "Suchandra"),
        ("TIMT", "TimT"),
    ],
)
def test_a_slip_in_a_name_is_told_with_the_usual_spelling(name: str, right: str) -> None:
    assert slips(name, right, "Ada") == [(name, right)]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        *(("BrianB", "BrianL"), ("Tim C", "Tim T"), ("TimC", "TimT"), ("Brian", "BrianL"), ("Marco", "Marco Mambelli")),
        *(("Maria", "Marian"), ("Eric", "Erik"), ("Jan", "Jana"), ("Jon", "John"), ("Mat", "Matt")),
        *(("Marianne K", "Marianne T"), ("Katharina", "Catharina")),
    ],
)  # fmt: skip
def test_names_that_people_have_beside_each_other_are_no_slips(name: str, other: str) -> None:
    assert slips(name, other, "Ada") == []


def test_two_who_sat_together_are_two() -> None:
    lists = [*(["Attending: Suchandra"] * 3), "Attending: Suchandra, Suchandre"]
    assert faults(lists) == ()


def test_a_slip_in_an_owner_is_told() -> None:
    (one,) = faults([*(["Attending: Diego"] * 3), "- AI (Digeo): text"])
    assert (one.kind, one.location, one.written, one.computed, one.line) == (
        *("person", "owner of an action item", "Digeo", "Diego"),
        1,
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("**Attending:** Ada, Ben,\nCarl Cole, Dan\n\nText", ["Ada", "Ben", "Carl Cole", "Dan"]),
        ("Present: Ada; Ben and Carl.", ["Ada", "Ben", "Carl"]),
        ("- Attendees: Ada (remote), Ben?", ["Ada", "Ben"]),
        ("Participants:\n* Ada\n* Ben\n\nText, and More", ["Ada", "Ben"]),
        ("**Attending:**\n\n* Ada\n* Ben\n\n* Carl", ["Ada", "Ben"]),
        ("Attending:\n\nText", []),
        ("## Attendees\n\n- Ada\n- Ben\n\n## Next\n\n- Carl", ["Ada", "Ben"]),
        ("**Attending**: Ada, Ben\n**Absent**: Carl", ["Ada", "Ben"]),
        ("| a |\n|---|\n\nAttending to the door: Ada", []),
    ],
)
def test_lists_of_those_present_are_read(text: str, names: list[str]) -> None:
    assert [name.text for name in read_minutes(text).attending] == names


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("-   AI (Mat): oil it", ["Mat"], "oil it"),
        ("-   AI (BrianL, Mat): oil it", ["BrianL", "Mat"], "oil it"),
        ("-   AI (Edgar/Diego): oil it", ["Edgar", "Diego"], "oil it"),
        ("AI (Mat) - oil it", ["Mat"], "oil it"),
        ("-   AI (Mat) oil it", ["Mat"], "oil it"),
        ("-   AI(Mat): oil it", ["Mat"], "oil it"),
        ("* AI: Mat - oil it", ["Mat"], "oil it"),
        ("- AI: oil it", [], "oil it"),
        ("-   Mat (AI): oil it", ["Mat"], "oil it"),
        ("-   (Mat) AI: oil it", ["Mat"], "oil it"),
        ("-   (Action item: Mat) oil it", ["Mat"], "oil it"),
        ("-   Action item (Mat): oil it", ["Mat"], "oil it"),
        ("Action Item (Mat): oil it", ["Mat"], "oil it"),
        ("- **AI (Mat):** oil it", ["Mat"], "oil it"),
        ("- ACTION: Mat - oil it", ["Mat"], "oil it"),
        ("- [ ] Mat: oil it", ["Mat"], "oil it"),
        ("## Action items\n\n* Mat: oil it", ["Mat"], "oil it"),
        ("- [ ] @mat oil it", ["mat"], "oil it"),
        ("- [ ] the dog: oil it", [], "the dog: oil it"),
        ("Present: Mat\n\n- AI Mat - oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- AI: Mat to oil it", ["Mat"], "to oil it"),
        ("Present: Mat\n\n- [ ] Mat - oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- [ ] **Mat** oil it", ["Mat"], "oil it"),
        ("Present: Mat\n\n- [ ] oil it (Mat)", ["Mat"], "oil it"),
        ("-   Topic\n    -   AI (Mat): oil it", ["Mat"], "oil it"),
        ("-   AI (Mat):\n    -   oil it", ["Mat"], "oil it"),
        ("AI (Mat):\n\n-   oil it", ["Mat"], "oil it"),
        ("-   Mat (AI)  \n    -   oil it", ["Mat"], "oil it"),
    ],
)
def test_an_action_item_is_read_in_any_syntax(text: str, owners: list[str], task: str) -> None:
    (one,) = read_minutes(text).actions
    assert ([owner.text for owner in one.owners], one.task, one.closed) == (owners, task, False)


@pytest.mark.parametrize("text", ["## Actions\n\n- None", "## Action items\n\n* N/A", "- [ ] None"])
def test_a_word_for_nothing_is_no_action_item(text: str) -> None:
    assert read_minutes(text).actions == ()


def test_an_owner_with_a_list_has_an_item_for_each_line_of_it_but_not_for_what_lies_deeper() -> None:
    text = "- AI (Mat):\n    - one\n        - about it\n    - two\n      goes on\n- AI (Ada): three\n- four\n"
    items = read_minutes(text).actions
    assert [(one.task, one.owners[0].text, one.line) for one in items] == [
        *(("one", "Mat", 2), ("two", "Mat", 4)),
        ("three", "Ada", 6),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("- AI (Mat): oil it [DONE]", "- AI (Mat): oil it (done)", "- AI (Mat): oil it **done**"),
        *("- [x] Mat: oil it", "- ~~AI (Mat): oil it~~", "- AI (Mat): oil it - done.", "- AI (Mat): [Done] oil it"),
        *("- Done: AI (Mat): oil it", "- [DONE] AI (Mat): oil it", "- \u2705 AI (Mat): oil it"),
        *("- AI (Mat): oil\n  it [DONE on Friday]", "- AI (Mat): DONE: oil it", "- AI (Mat): oil it \u2713"),
    ],
)  # fmt: skip
def test_a_closed_action_item_may_go(line: str) -> None:
    assert [one.closed for one in read_minutes(line).actions] == [True]
    assert faults([line, "- AI (Ada): another thing"]) == ()


def test_an_action_item_that_is_in_progress_is_open() -> None:
    assert [one.closed for one in read_minutes("- AI (Mat): oil it [IN PROGRESS]").actions] == [False]


def test_an_action_item_that_the_next_minutes_lack_has_vanished() -> None:
    (one,) = faults(["## Door\n\n- AI (Mat, Ada): oil it\n", "- AI (Ben): paint the wall\n"])
    assert (one.path, one.line, one.kind, one.location) == (
        "2020-06-01.md",
        3,
        "action-vanished",
        "Door, Mat, Ada",
    )
    assert (one.written, one.computed) == (
        "AI (Mat, Ada): oil it",
        "neither open nor closed on 2020-06-08",
    )
    assert str(one.baseline) == "2020-06-01"


@pytest.mark.parametrize(
    "later",
    [
        "- AI (Mat): oil the door of the barn",
        "- AI (Ada): Oil the old door of the barn, please [DONE]",
        "Mat (AI): the barn door: oil it",
    ],
)
def test_an_action_item_may_change_its_words_and_owner(later: str) -> None:
    assert faults(["- AI (Mat): oil the door of the barn", later]) == ()


def test_an_action_item_of_the_same_ticket_is_the_same() -> None:
    assert faults(["- AI (Mat): build it (SOFT-12)", "- AI (Ada): release everything, SOFT-12"]) == ()


def test_an_action_item_vanishes_once_also_where_no_minutes_have_any_after_it() -> None:
    assert [fault.kind for fault in faults(["- AI (Mat): oil it", "Text", "Text"])] == ["action-vanished"]


def test_the_open_action_items_of_the_last_minutes_have_not_vanished() -> None:
    assert faults(["Text", "- AI (Mat): oil it"]) == ()
