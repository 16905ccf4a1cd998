"""The rules about the words of action items."""

import pytest
from support.rulebook import findings
from support.samples import meeting as sample
from support.samples import meeting_with as met

from minutebook.records.series import Person

FIRST, SECOND = "2020-10-05", "2020-10-12"
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"


# due-unclear


def test_a_day_in_words_is_no_due_date() -> None:
    (finding,) = findings("due-unclear", met(FIRST, f"{ACTION} by Friday"))
    assert (finding.severity, finding.key_path) == ("warning", ("actions", 0, "task"))
    assert finding.message == "'by Friday' is no due date, so this item is never overdue"


def test_the_day_that_words_mean_is_told_seen_from_the_meeting() -> None:
    (finding,) = findings("due-unclear", met(FIRST, f"{ACTION} by Friday"))
    assert finding.hint == "Write: task: diagnose it\n       due: 2020-10-09"
    assert finding.mend is None


def test_a_day_in_words_is_told_once_seen_from_the_meeting_that_first_said_it() -> None:
    meetings = (met(FIRST, f"{ACTION} by Friday"), met(SECOND, f"{ACTION} by Friday"))
    assert findings("due-unclear", *meetings, of=0) == []
    (finding,) = findings("due-unclear", *meetings)
    assert finding.hint.endswith("due: 2020-10-09")


def test_a_day_that_a_later_meeting_added_is_seen_from_that_one() -> None:
    (finding,) = findings("due-unclear", met(FIRST, ACTION), met(SECOND, f"{ACTION} by Friday"))
    assert finding.hint.endswith("due: 2020-10-16")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ('Diego: "diagnose it (due 9 Oct)"', "diagnose it (due 2020-10-09)"),
        ("Diego: diagnose it by 9.10.", "diagnose it (due 2020-10-09)"),
    ],
)
def test_a_typed_line_is_mended_where_the_day_is_told(typed: str, written: str) -> None:
    (finding,) = findings("due-unclear", met(FIRST, typed))
    assert finding.mend == written
    assert finding.hint.endswith(written)


@pytest.mark.parametrize("words", ["by next meeting", "(due 3 Oct)", "by 3/12", "by Friday, see #77"])
def test_where_nobody_can_tell_the_day_it_is_told_how_one_is_written(words: str) -> None:
    (typed,) = findings("due-unclear", met(FIRST, f'Diego: "diagnose it {words}"'))
    assert typed.hint == f"Write the day as year, month and day, such as (due {FIRST}) behind the task"
    (action,) = findings("due-unclear", met(FIRST, f"id: k7q2m4, owner: Diego, task: 'diagnose it {words}'"))
    assert action.hint == f"Write the day as year, month and day, such as due: {FIRST}"
    assert (typed.mend, action.mend) == (None, None)


def test_a_day_that_no_calendar_has_is_no_example() -> None:
    (finding,) = findings("due-unclear", met(FIRST, f"{ACTION} (due 2020-12-32)"))
    assert finding.hint == f"Write the day as year, month and day, such as due: {FIRST}"


def test_a_day_with_more_behind_it_is_told_as_one() -> None:
    (finding,) = findings("due-unclear", met(FIRST, f"{ACTION} by {SECOND} at noon"))
    assert finding.message == f"'by {SECOND}' has more behind it than a day, so this item is never overdue"
    assert finding.hint.endswith(f"such as due: {SECOND}")


def test_a_day_that_can_be_read_is_told_with_its_own_line_alone() -> None:
    assert findings("due-unclear", met(FIRST, f"{ACTION} (due {SECOND})")) == []
    assert findings("task-ends-like", met(FIRST, f"{ACTION} (due {SECOND})")) != []


@pytest.mark.parametrize("state", [", status: done", f", due: {SECOND}"])
def test_what_is_closed_or_has_a_due_date_may_say_anything(state: str) -> None:
    assert findings("due-unclear", met(FIRST, f"{ACTION} by Friday{state}")) == []


# owner-unclear


def test_a_name_alone_is_asked_what_there_is_to_do() -> None:
    (finding,) = findings(
        "owner-unclear", sample(f"date: {FIRST}\nactions:\n  - Mat\n"), roster=(Person("Mat"),)
    )
    assert finding.message == "'Mat' is a person, and what there is to do is missing"
    assert finding.hint == "Write: - Mat: what there is to do"


PEOPLE = (Person("Ann Lee", ("Ann",)), Person("Ben"))


@pytest.mark.parametrize(
    ("task", "written"),
    [
        ("Ann. order parts", "order parts"),
        ("`Ann`: order parts", "order parts"),
        ("a) Ann: order parts", "order parts"),
        ("2020-11-02: Ann: order parts", '"2020-11-02: order parts"'),
        ("urgent | Ann | order parts", '"urgent: order parts"'),
        ("order parts: Ann", "order parts"),
    ],
)
def test_a_person_who_stands_apart_in_a_task_that_nobody_owns_is_told(task: str, written: str) -> None:
    meeting = met(FIRST, f"id: k7q2m4, owner: unassigned, task: '{task}'")
    (finding,) = findings("owner-unclear", meeting, roster=PEOPLE)
    assert finding.hint == f"Write `owner: Ann Lee` and `task: {written}`."


@pytest.mark.parametrize(
    "task", ["talk to Ann: parts", "ask Ben to pay", "mail Ben, Ann to the party", "PRs: pay"]
)
def test_who_is_only_spoken_of_in_it_is_not(task: str) -> None:
    meeting = met(FIRST, f"id: k7q2m4, owner: unassigned, task: '{task}'")
    assert findings("owner-unclear", meeting, roster=PEOPLE) == []


@pytest.mark.parametrize(
    ("owner", "task", "item"),
    [
        ("Ann Lee", "order parts; Ben will pay", "- Ben: pay"),
        ("Ann Lee", "order parts. Ben to pay", "- Ben: pay"),
        ("Ben", "order parts, Ann -> pay", "- Ann Lee: pay"),
        ("Ben", "order parts (Ann), pay", "- Ann Lee: order parts"),
        ("Ann Lee", "Ben: order parts", "- Ben: order parts"),
    ],
)
def test_what_a_second_person_is_to_do_is_an_item_of_its_own(owner: str, task: str, item: str) -> None:
    meeting = met(FIRST, f"id: k7q2m4, owner: {owner}, task: '{task}'")
    (finding,) = findings("owner-unclear", meeting, roster=PEOPLE)
    assert finding.hint.endswith(f"add a line: {item}")


@pytest.mark.parametrize(
    "task",
    [
        *("mail Ben, Ann to the party", "ask Ben to pay", "read it. Ann will know more", "see PRs: Ben"),
        *("order parts (Cy, Ben: the blue ones)", "fill in the list; Ben: done"),
        "order parts; Ben will pay', status: 'done",
    ],
)
def test_a_task_may_speak_of_people(task: str) -> None:
    meeting = met(FIRST, f"id: k7q2m4, owner: Ann Lee, task: '{task}'")
    assert findings("owner-unclear", meeting, roster=PEOPLE) == []


def test_a_task_with_two_people_in_it_is_told_once() -> None:
    carried = "id: k7q2m4, owner: Ann Lee, task: order parts; Ben will pay"
    meetings = (met(FIRST, carried), met(SECOND, carried))
    assert findings("owner-unclear", *meetings, roster=PEOPLE, of=0) == []
    assert len(findings("owner-unclear", *meetings, roster=PEOPLE)) == 1
