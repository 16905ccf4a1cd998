"""The rules about tasks and notes in which words stand for what an action item has keys for."""

import pytest
from support.rulebook import findings
from support.samples import meeting_with as met

FIRST, SECOND = "2020-10-05", "2020-10-12"


def test_a_task_that_begins_with_a_word_that_closes_it_is_told() -> None:
    (finding,) = findings("task-ends-like", met(FIRST, "id: k7q2m4, owner: Diego, task: DONE - diagnose it"))
    assert finding.message == "the task begins with 'DONE -', which is not read here"
    assert finding.hint == "Write: task: diagnose it\n       status: done"
    (action,) = met(FIRST, "Diego: DONE - diagnose it").actions
    assert (action.task, action.status) == ("diagnose it", "done")


def test_a_box_that_is_ticked_before_a_task_is_told() -> None:
    (finding,) = findings("task-ends-like", met(FIRST, "id: k7q2m4, owner: Diego, task: '[x] diagnose it'"))
    assert finding.hint == "Write: task: diagnose it\n       status: done"


@pytest.mark.parametrize(
    ("note", "status"),
    [("done", "done"), ("Done on Friday.", "done"), ("cancelled", "dropped\n       reason: why")],
)
def test_a_note_that_only_closes_is_told_while_its_item_is_open(note: str, status: str) -> None:
    item = f"id: k7q2m4, owner: Diego, task: diagnose it, note: {note}"
    (finding,) = findings("task-ends-like", met(FIRST, item))
    assert finding.hint == f"Write: status: {status}"
    assert findings("task-ends-like", met(FIRST, f"{item}, status: done")) == []


@pytest.mark.parametrize("note", ["done with the first half", "'done: the first half'", "not done"])
def test_a_note_that_says_more_closes_nothing(note: str) -> None:
    assert findings("task-ends-like", met(FIRST, f"id: k7q2m4, owner: Diego, task: x, note: {note}")) == []


@pytest.mark.parametrize("action", ["task: DONE - diagnose it, status: done", "task: Closed loop tests"])
def test_one_that_is_closed_or_goes_on_is_not(action: str) -> None:
    assert findings("task-ends-like", met(FIRST, f"id: k7q2m4, owner: Diego, {action}")) == []


@pytest.mark.parametrize(
    ("action", "written"),
    [
        ("Diego: 'diagnose it [DROPPED] too dear'", 'Write: - Diego: "diagnose it [DROPPED: too dear]"'),
        (
            "id: k7q2m4, owner: Diego, task: 'diagnose it [DROPPED] too dear'",
            "Write: task: diagnose it\n       status: dropped\n       reason: too dear",
        ),
        (
            "id: k7q2m4, owner: Diego, task: 'diagnose it [DONE] today'",
            "Write: task: diagnose it\n       status: done\n       note: today",
        ),
    ],
)
def test_a_mark_within_a_task_that_closes_it_is_told_with_what_stands_behind_it(
    action: str, written: str
) -> None:
    (finding,) = findings("task-ends-like", met(FIRST, action))
    assert finding.hint == written


def test_a_link_with_such_a_text_is_no_mark() -> None:
    link = "Diego: 'diagnose it [done](https://example.org) today'"
    assert findings("task-ends-like", met(FIRST, link)) == []


@pytest.mark.parametrize(
    ("action", "written"),
    [
        ("task: diagnose it (done on Friday)", "status: done\n       note: on Friday"),
        ("task: diagnose it - done on Friday, note: half", "status: done\n       note: [half, on Friday]"),
        (
            "task: diagnose it - done on Friday, note: 'half, at least'",
            'status: done\n       note: ["half, at least", on Friday]',
        ),
        ("task: diagnose it - dropped", "status: dropped\n       reason: why"),
    ],
)
def test_what_an_end_says_more_is_written_too(action: str, written: str) -> None:
    (finding,) = findings("task-ends-like", met(FIRST, f"id: k7q2m4, owner: Diego, {action}"))
    assert finding.hint == f"Write: task: diagnose it\n       {written}"


def test_an_item_that_was_carried_on_is_told_where_it_stands_last() -> None:
    item = "id: k7q2m4, owner: Diego, task: diagnose it (done)"
    assert findings("task-ends-like", met(FIRST, item), met(SECOND, item), of=0) == []
    assert len(findings("task-ends-like", met(FIRST, item), met(SECOND, item))) == 1
