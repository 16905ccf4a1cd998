"""The newest meetings are brought up to date, and what was there before stays a series of its own."""

from datetime import date

import pytest
from support.series import FIRST, SECOND, THIRD, path_of, series_of

from minutebook.notebook import edits
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import update
from minutebook.records.refusal import Refused
from minutebook.source.edits.not_editable import NotEditable

OPEN = "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date}\n"


def ids(notebook: Notebook, day: date) -> list[str | None]:
    return [action.id for action in notebook.meeting(day).actions]


def test_what_is_open_is_carried_into_the_newest_meeting() -> None:
    updated = update(series_of({FIRST: OPEN, SECOND: ""}))
    assert ids(updated.notebook, SECOND) == ["k7q2m4"]
    assert updated.texts == {path_of(SECOND): updated.notebook.text(path_of(SECOND))}


def test_a_topic_goes_with_the_last_item_that_was_closed_earlier() -> None:
    topic = (
        "actions:\n  - topic: Release\n    actions:\n      - {id: k7q2m4, owner: Mat, task: ask for a date}\n"
    )
    closed = topic.replace("date}", "date, status: done}")
    assert update(series_of({FIRST: closed, SECOND: f"title: Talk\n{topic}"})).texts == {
        path_of(SECOND): f"date: {SECOND}\ntitle: Talk\n"
    }


def test_the_series_that_was_updated_says_what_it_said() -> None:
    notebook = series_of({FIRST: OPEN, SECOND: ""})
    update(notebook)
    assert ids(notebook, SECOND) == []


def test_a_series_that_is_current_is_returned_as_it_is() -> None:
    notebook = series_of({FIRST: OPEN, SECOND: OPEN})
    updated = update(notebook)
    assert (updated.notebook, updated.texts) == (notebook, {})


def test_to_update_twice_changes_nothing_more() -> None:
    updated = update(series_of({FIRST: "actions:\n  - Mat: ask for a date\n", SECOND: "", THIRD: ""}))
    assert update(updated.notebook).texts == {}


def test_older_meetings_stay_as_they_are_unless_that_is_asked_for() -> None:
    notebook = series_of({FIRST: "actions:\n  - Mat: ask for a date\n", SECOND: "", THIRD: ""})
    assert update(notebook).texts == {}
    assert set(update(notebook, older=True).texts) == {path_of(day) for day in (FIRST, SECOND, THIRD)}


def test_a_text_that_is_not_accepted_is_dropped_and_named() -> None:
    notebook = series_of({FIRST: OPEN, SECOND: ""})
    updated = update(notebook, accept=lambda path, _text: path != path_of(SECOND))
    assert (updated.notebook, updated.texts, updated.refused) == (notebook, {}, (path_of(SECOND),))


def test_a_file_that_can_not_be_edited_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_notebook: Notebook, day: date, _removed: frozenset[str]) -> Notebook:
        raise NotEditable(path_of(day), "it is odd")

    monkeypatch.setattr(edits, "update_meeting", refuse)
    updated = update(series_of({FIRST: OPEN, SECOND: ""}))
    assert [refusal.path for refusal in updated.not_editable] == [path_of(FIRST), path_of(SECOND)]
    assert updated.texts == {}


def test_no_meeting_is_edited_while_another_can_not_be_read() -> None:
    with pytest.raises(Refused):
        update(series_of({FIRST: "colour: red\n", SECOND: OPEN, THIRD: ""}))


LAST_LINES = {
    "notes": "notes: |\n  hello",
    "notes that keep their end": "notes: |+\n  hello",
    "notes with a comment": "notes: | # short\n  hello",
    "spaces": "notes: |\n  hello  ",
    "notes of a section": "sections:\n  - title: Ops\n    notes: |\n      hello",
    "empty notes": "notes: |",
    "a comment": "notes: |\n  hello\n# the end",
    "a list": "attending: [Mat]",
    "a count": "counters:\n  calls: 1",
    "the end of a document": "notes: |\n  hello\n...",
    "a typed action": "actions:\n  - Mat: call",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("titled", [False, True], ids=["", "titled"])
@pytest.mark.parametrize("last_lines", LAST_LINES.values(), ids=LAST_LINES.keys())
def test_a_meeting_whose_last_line_has_no_newline_can_be_carried_into(
    last_lines: str, titled: bool, newline: str
) -> None:
    indented = OPEN.replace("\n", "\n    ").rstrip(" ")
    first = f"sections:\n  - title: Gone\n    {indented}" if titled else OPEN
    text = f"date: {SECOND}\n{last_lines}".replace("\n", newline)
    notebook = series_of({FIRST: first, SECOND: ""}).with_text(path_of(SECOND), text)
    updated = update(notebook)
    assert updated.not_editable == ()
    assert "k7q2m4" in ids(updated.notebook, SECOND)
    text = updated.texts[path_of(SECOND)]
    assert text.count("\n") == text.count(newline)


def closed_late(third: str = OPEN, *, older: bool = False) -> list[list[str | None]]:
    """Return what stands in three meetings once the first, from which an item was carried twice, has closed it."""
    closed = OPEN.replace("date}", "date, status: done}")
    notebook = update(series_of({FIRST: closed, SECOND: OPEN, THIRD: third}), older=older).notebook
    return [ids(notebook, day) for day in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize("older", [False, True])
def test_what_an_earlier_meeting_closed_late_goes_from_all_into_which_it_was_carried(older: bool) -> None:
    assert closed_late(older=older) == [["k7q2m4"], [], []]


@pytest.mark.parametrize("touched", ["date, note: asked}", "date, status: open}"])
def test_what_somebody_touched_after_it_was_carried_stays(touched: str) -> None:
    assert closed_late(OPEN.replace("date}", touched)) == [["k7q2m4"], [], ["k7q2m4"]]
