"""`due`: the day by which an action item must be done."""

import pytest
from support.actionmeetings import A1AA, NEWEST, call, fail, newest
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_the_day_is_written_and_said_with_its_weekday(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-10-26")
    done = call(notes, "due", "a1aa", "in", "two", "weeks")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        due: 2020-11-09\n")
    assert done.stderr == "due on Monday, 9 November 2020: Mat's 'one' (a1aa)\n"


@pytest.mark.parametrize(
    ("words", "due"), [("30 October", "2020-10-30"), ("20 October", "2021-10-20"), ("friday", "2020-12-04")]
)
def test_a_day_without_a_year_is_not_before_the_meeting_nor_a_year_behind_it(
    notes: Notes, monkeypatch: pytest.MonkeyPatch, words: str, due: str
) -> None:
    monkeypatch.setenv("MINUTEBOOK_TODAY", "2020-11-29")
    call(notes, "due", "a1aa", *words.split())
    assert f"due: {due}\n" in newest(notes)


def test_another_day_takes_its_place_and_none_takes_it_away(notes: Notes) -> None:
    call(notes, "due", "a1aa", "2020-11-02")
    call(notes, "due", "a1aa", "2020-11-09")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        due: 2020-11-09\n")
    call(notes, "due", "a1aa", "none")
    assert newest(notes) == NEWEST
    assert notes.run("due", "a1aa", "none").stderr.endswith(" already says so; nothing was changed\n")


def test_what_is_no_day_is_refused(notes: Notes) -> None:
    assert fail(notes, "due", "a1aa", "someday").startswith(
        "the date must be a day such as 2020-10-26, friday"
    )
