"""Rules about a meeting as a whole."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from minutebook.records.answer import ok_line
from minutebook.records.file_kinds import NOTES
from minutebook.records.filenames import name_of
from minutebook.records.history import History
from minutebook.records.iso_days import coming_day
from minutebook.records.meeting import Meeting, Notes
from minutebook.records.named_days import names_another_day, redated
from minutebook.records.phrases import shell_line
from minutebook.records.problem import Finding
from minutebook.rules.registry import HISTORY, MEETING, STRUCTURE
from minutebook.source.yaml.quotes import write_text

_DAY, _YEAR, _HALF_A_YEAR = timedelta(days=1), timedelta(days=366), timedelta(days=183)
_USUAL = 4
"""A gap so many times as long as the one before it is no longer how often a series meets."""


@STRUCTURE.rule("date-mismatch")
def date_is_the_files(meeting: Meeting) -> Iterator[Finding]:
    """The date in a meeting must be the date in its file's name."""
    date_of_file = name_of(meeting.path).removesuffix(NOTES)
    if date_of_file != str(meeting.date):
        message = f"the date is {meeting.date}, but the file's name says {date_of_file}"
        hint = f"Write: date: {date_of_file}   (or, if the name is wrong, rename the file)"
        if str(meeting.date) > date_of_file:  # a copied file has an older date
            new_path = PurePosixPath(meeting.path).with_stem(str(meeting.date))
            move = shell_line(("mv", "-n", meeting.path, str(new_path)))
            hint = f"Write: date: {date_of_file}   or, if it was moved to {meeting.date}: {move}"
        yield Finding(("date",), message, hint=hint)


def begun_later(meeting: Meeting) -> date | None:
    """Return the newest day on which action items began, if all that were carried began after their meeting.

    Then it is the meeting's date that is wrong.
    """
    days = [action.since for action in meeting.actions if action.since]
    return max(days) if len(days) > 1 and min(days) > meeting.date else None


@STRUCTURE.rule("date-order")
def date_is_after_its_items(meeting: Meeting) -> Iterator[Finding]:
    """A meeting must not be older than all the action items that were carried into it."""
    newest = begun_later(meeting)
    if newest and name_of(meeting.path) == f"{meeting.date}{NOTES}":
        message = f"the meeting is dated {meeting.date}, and its action items began later, up to {newest}"
        right = in_another_year(meeting.date, newest + _DAY)
        hint = "If the day is wrong, rename the file to the right one, and write it as its `date`."
        hint = _renaming(right) if right - newest < _HALF_A_YEAR else hint
        yield Finding(("date",), message, hint=f"{hint}\nElse write in each item the `since` that it had.")


@HISTORY.rule("date-order", severity="warning")
def dates_go_on(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting should not come more than a year after the one before, unless the series meets so seldom."""
    *earlier, last = [date.min, *history.days[: bisect_left(history.days, meeting.date)][-2:]]
    gap = meeting.date - last
    is_usual = len(earlier) > 1 and gap < _USUAL * (last - earlier[-1])
    if earlier and gap > _YEAR and not is_usual:
        message = f"the meeting is dated {meeting.date}, and the one before {last}"
        answer = ok_line(meeting.answers, (), "date-order")
        hint = f"{_renaming(in_another_year(meeting.date, last + _DAY))}\nIf nobody met for so long, write below `date`: {answer}"
        yield Finding(("date",), message, hint=hint)


def in_another_year(day: date, start: date) -> date:
    """Return the first day of the same month and number that is not before another one."""
    return coming_day(day.month, day.day, start) or day


def _renaming(right: date) -> str:
    return f"If the year is wrong, rename the file to {right}.yaml, and write: date: {right}"


@HISTORY.rule("title-missing")
def meeting_has_a_title(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting must have a title, its own or its series'."""
    if meeting.held and not (meeting.title or history.series.title.on(meeting.date)):
        message = "neither this meeting nor its series has a title"
        yield Finding((), message, hint="Write `title: …` here, or in series.yaml for all new meetings.")


@MEETING.rule("missing-key", severity="warning")
def only_skipped_meetings_have_a_reason(meeting: Meeting) -> Iterator[Finding]:
    """A meeting should say why it was skipped only if it was, for the reason is shown nowhere else."""
    if meeting.held and meeting.reason:
        message = f"`reason` says why a meeting was skipped, and is shown nowhere while `status` is {meeting.status}"
        hint = (
            "Write: status: skipped   or, if there was a meeting, delete the reason or put it into `notes`."
        )
        yield Finding(("reason",), message, hint=hint)


@HISTORY.rule("title-date", severity="warning", strict=True)
def title_names_its_day(meeting: Meeting, _history: History) -> Iterator[Finding]:
    """A title that names a month, a year or a day should name those of its meeting."""
    title = meeting.title
    if title and names_another_day(title, meeting.date):
        message = f"'{title}' names another day than that of the meeting, {meeting.date}"
        hint = f"Write: title: {write_text(redated(title, meeting.date))}\nor leave the day out, which the minutes add themselves"
        yield Finding(("title",), message, hint=hint)


@HISTORY.rule("meeting-copied", severity="warning")
def a_meeting_says_something_of_its_own(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A meeting should not say word for word what the last one did, with the same counts: the file may be a copy."""
    last = history.previous_held(meeting.date) if meeting.status == "final" else None
    if (
        not last
        or not (prose := _prose(meeting))
        or (prose, _counts(meeting)) != (_prose(last), _counts(last))
    ):
        return
    last_ids = {action.id for action in last.actions}
    if any(action.id is None or action.id not in last_ids for action in meeting.actions):
        return  # somebody has written into it
    last_but_one = history.previous_held(last.date)
    if last_but_one and not prose <= _prose(last_but_one):  # what stands there every week is no sign
        message = f"its notes are word for word those of {last.date}, and its counts the same"
        hint = f"Write what was said and counted this time; if it is so, write: {ok_line(meeting.answers, (), 'meeting-copied')}"
        yield Finding(("date",), message, hint=hint)


def _prose(meeting: Meeting) -> frozenset[tuple[str | None, str]]:
    prose = ((section.title, notes.text.strip()) for section, notes in meeting.blocks_of(Notes))
    return frozenset((title, text) for title, text in prose if text)


def _counts(meeting: Meeting) -> list[tuple[str, object]]:
    counters = [(counter.label, counter.value) for counter in meeting.counters]
    return counters + [(table.id, (row.label, row.counts)) for table in meeting.tables for row in table.rows]
