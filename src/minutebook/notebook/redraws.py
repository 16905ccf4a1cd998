"""Minutes that others have and that would be drawn anew, although nothing in their meetings has changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from minutebook.actions.reconciliation import NEWEST, Reconciliation
from minutebook.notebook.generated import GeneratedFile, text_of
from minutebook.notebook.next_day import next_day
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.staleness import current_text
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import START, Problem
from minutebook.records.refusal import Refused
from minutebook.records.schedule import BadRule

Origin = Callable[[str], "Notebook | None"]
"""Returns the series as it was when the file of some minutes last changed, None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """The minutes that would be drawn anew, and the lines that keep them as they are."""

    notebook: Notebook
    days: tuple[date, ...]
    lines: tuple[str, ...]

    @property
    def paths(self) -> frozenset[str]:
        """The files of the minutes."""
        return frozenset(self.notebook.minutes_path(day) for day in self.days)

    @property
    def problem(self) -> Problem:
        """What is wrong, and how to mend it."""
        count = len(self.days)
        subject = (
            f"the minutes of {self.days[0]}"
            if count == 1
            else f"{count} minutes, of {self.days[0]} and later,"
        )
        cause = (
            "series.yaml was changed without `from`"
            if self.lines
            else "this version of minutebook draws them in another way"
        )
        message = (
            f"{subject} would be written anew, although others have them and their "
            f"meeting{'' if count == 1 else 's'} did not change: {cause}"
        )
        ways = [f"Write in series.yaml: {line}" for line in self.lines]
        ways.append(
            f"{'or, to write them anew' if ways else 'To write them anew'}, type: minutebook sync --redraw"
        )
        return Problem(self.notebook.series_path, START, "minutes-redrawn", message, "\n".join(ways))


def find_redraw(notebook: Notebook, generated: Iterable[GeneratedFile], origin: Origin) -> Redraw | None:
    """Return which minutes would be drawn anew for no reason in the meetings, or None.

    That is so where with the former series.yaml they would stay as they are, or where what was drawn from the very
    same files once is drawn in another way now.
    """
    stale = {
        day: file.text
        for file in generated
        if file.text is not None
        and (day := notebook.day_at(file.source))
        and _differs(notebook, file)
        # A draft is written anew all the time.
        and notebook.meeting(day).status != "draft"
    }
    for former in notebook.formers:
        unchanged = {day: text for day, text in stale.items() if _has_other(former, notebook, day, text)}
        if redraw := _of_series(notebook, former, unchanged) or _of_program(notebook, unchanged, origin):
            return redraw
    return None


def _differs(notebook: Notebook, file: GeneratedFile) -> bool:
    try:
        text = current_text(notebook, file.path)
    except Refused:  # reported where the file itself is looked at
        return False
    return text is not None and text != file.text


def _has_other(former: Notebook, notebook: Notebook, day: date, text: str) -> bool:
    """Whether others have the meeting of a day as it is here, but for spaces and comments, with other minutes."""
    if day not in former.days or not (notebook.is_as_in(former, day) or _has_data(former, notebook, day)):
        return False
    return former.minutes_path(day) in former.snapshot.files and not former.has_minutes(day, text)


def _has_data(former: Notebook, notebook: Notebook, day: date) -> bool:
    try:
        contents = former.content_of(day), notebook.content_of(day)
        return former.reader.plain_data(contents[0]) == notebook.reader.plain_data(contents[1])
    except Refused:  # others have what can't be read
        return False


def _of_series(notebook: Notebook, former: Notebook, unchanged: dict[date, str]) -> Redraw | None:
    """Return the minutes that would be drawn otherwise with the series.yaml that others have."""
    try:
        text = former.text(former.series_path)
        if text == notebook.text(notebook.series_path):
            return None
        formerly = notebook.with_text(notebook.series_path, text)
        drawn = {day for day in unchanged if text_of(formerly, notebook.minutes_path(day)) != unchanged[day]}
        days = sorted({*drawn, *_days_of_lapses(notebook, formerly)})
        if not days:
            return None
        name = notebook.path.name or "Meeting"
        from minutebook.source.dated_lines import dated_lines

        lines = dated_lines(formerly.series, notebook.series, days, _start(notebook, former, max(days)), name)
        return Redraw(notebook, tuple(days), tuple(lines))
    except Refused:  # others have what can't be read
        return None


def _days_of_lapses(notebook: Notebook, formerly: Notebook) -> Iterator[date]:
    """Yield the days of meetings in which actions would lapse, or not, only because `lapse` is another one than before."""
    if notebook.series.lapse != formerly.series.lapse:
        for day in notebook.held_days:
            if Reconciliation(notebook.history, notebook.meeting(day)).decided_otherwise:
                yield day


def _start(notebook: Notebook, former: Notebook, last: date) -> date:
    """Return the day from which a change can hold: that of the next meeting, which others don't have yet."""
    later = [
        day
        for day in notebook.held_days
        if day > last and (day not in former.days or notebook.meeting(day).status == "draft")
    ]
    try:
        next_meeting_day = next_day(notebook)
    except BadRule:
        next_meeting_day = None
    return min(later, default=None) or next_meeting_day or last + timedelta(days=1)


def _of_program(notebook: Notebook, unchanged: dict[date, str], origin: Origin) -> Redraw | None:
    """Return the minutes that were drawn from the same files in another way, which only some of them have to show."""
    if not (days := sorted(unchanged)):
        return None
    # The newest may have been committed half done, or be lines that git has put together; a new version that draws in
    # another way shows in older minutes as well, but for a series that has no older ones.
    newest = notebook.held_days[-NEWEST:]
    has_older = len(notebook.held_days) > len(newest)
    if set(days).issubset(newest) and (has_older or len(days) == 1):
        return None
    sample = [days[0], days[-1]]
    if not any(_was_drawn_otherwise(notebook.minutes_path(day), origin) for day in dict.fromkeys(sample)):
        return None
    return Redraw(notebook, tuple(days), ())


def _was_drawn_otherwise(path: str, origin: Origin) -> bool:
    former = origin(path)
    if former is None:
        return False
    try:
        return text_of(former, path) != current_text(former, path)
    except Refused:
        return False


def without_redrawn(problems: Sequence[Problem], redraw: Redraw | None) -> tuple[Problem, ...]:
    """Return problems of generated files without those of minutes that are told of as drawn anew."""
    redrawn = redraw.paths if redraw else frozenset()
    return tuple(
        problem for problem in problems if problem.rule != "minutes-stale" or problem.path not in redrawn
    )
