"""What stands twice is joined, and what shares an id gets one of its own; older meetings are history."""

from support.series import FIRST, SECOND, THIRD, path_of, series_of

from minutebook.notebook.twin_mends import mend_twins

ITEM = "actions:\n  - {id: k7q2m4, owner: Ann, task: call the bank}\n"
TWICE = ITEM + "  - {id: m3x8d0, owner: Ann, task: call the bank}\n"
ONE_ID = ITEM + "  - {id: k7q2m4, owner: Bob, task: write the minutes of May}\n"


def test_two_with_the_same_words_are_joined_in_the_newest_two_meetings() -> None:
    notebook = series_of({FIRST: TWICE, SECOND: "", THIRD: TWICE})
    assert mend_twins(notebook, notebook.days).texts == {path_of(THIRD): f"date: {THIRD}\n{ITEM}"}


def test_two_with_one_id_get_two_in_any_meeting() -> None:
    notebook = series_of({FIRST: ONE_ID, SECOND: "", THIRD: ""})
    updated = mend_twins(notebook, notebook.days)
    ids = [action.id for action in updated.notebook.meeting(FIRST).actions]
    assert ids[0] == "k7q2m4"
    assert len(set(ids)) == 2


def test_what_gets_an_id_of_its_own_has_begun_in_its_meeting() -> None:
    since = f", since: {FIRST}}}"
    copied = ONE_ID.replace("}", since)
    updated = mend_twins(series_of({FIRST: ITEM, SECOND: copied}), [SECOND])
    assert [str(action.since) for action in updated.notebook.meeting(SECOND).actions] == [str(FIRST), "None"]
    reworded = ITEM.replace("Ann, task: call the bank}", f"Bob, task: write the minutes of May{since}")
    updated = mend_twins(series_of({FIRST: ITEM, SECOND: reworded}), [SECOND])
    (action,) = updated.notebook.meeting(SECOND).actions
    assert (action.id != "k7q2m4", action.since) == (True, None)


def test_three_of_one_are_one() -> None:
    notebook = series_of({FIRST: ITEM + ITEM.removeprefix("actions:\n") * 2})
    assert mend_twins(notebook, [FIRST]).texts == {path_of(FIRST): f"date: {FIRST}\n{ITEM}"}


def test_a_series_that_can_not_be_read_is_returned_as_it_is() -> None:
    notebook = series_of({FIRST: TWICE, SECOND: "colour: red\n"})
    assert mend_twins(notebook, notebook.days).texts == {}


def test_what_people_say_is_right_stays() -> None:
    answered = TWICE.replace("id: m3x8d0,", "id: m3x8d0, ok: [action-twice],")
    notebook = series_of({FIRST: answered})
    assert mend_twins(notebook, [FIRST]).texts == {}


def test_an_id_that_is_another_ones_is_replaced_in_the_newest_meeting() -> None:
    reused = "actions:\n  - {id: k7q2m4, owner: Bob, task: write the minutes of May}\n"
    done = ITEM.replace("bank}", "bank, status: done}")
    notebook = series_of({FIRST: done, SECOND: reused})
    assert set(mend_twins(notebook, notebook.days).texts) == {path_of(SECOND)}
    goes_on = series_of({FIRST: done, SECOND: reused, THIRD: reused})
    assert mend_twins(goes_on, goes_on.days).texts == {}
