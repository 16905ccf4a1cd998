"""`new`: starts the next meeting."""

import shlex
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._option_values import named_day
from minutebook.commands._options import add_series_argument
from minutebook.commands._series import find_series, scheduled_day
from minutebook.commands._series_folder import refuse_ignored
from minutebook.notebook.drafted import with_draft
from minutebook.notebook.duty_turns import duty_turns
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.next_day import days_left_out, path_of_new
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Meeting
from minutebook.records.problem import UsageError
from minutebook.records.schedule import days_between, is_same_day, next_meeting

_MOST_SHOWN = 3


def options(parser: ArgumentParser) -> None:
    """Add the options of `new`."""
    add_series_argument(parser)
    parser.add_argument(
        "--date", metavar="D", help="its date, such as 2020-10-26; by default the schedule's next"
    )
    parser.add_argument(
        "--edit",
        action="store_true",
        help="open it in git's editor, also one that is there; say what is missing",
    )


def run(call: Call) -> int:
    """Write the draft of the next meeting of a series, and open it if that was asked for."""
    notebook = find_series(call, call.options.series)
    if not call.options.edit:
        _begin(call, notebook)
        call.console.say("Fill it in, delete `status: draft` when it is done, then type: minutebook sync")
        return 0
    from minutebook.commands._draft_editor import edit_draft

    editor = call.repository.editor  # before anything is written
    return edit_draft(call, editor, _unfinished(call, notebook) or _begin(call, notebook))


def _unfinished(call: Call, notebook: Notebook) -> str | None:
    """Return the draft that is there already, of the day that was named, or the newest."""
    day = named_day(call)
    drafts = [draft_day for draft_day in _drafts(notebook) if day in (None, draft_day)]
    return notebook.days[max(drafts)] if drafts else None


def _begin(call: Call, notebook: Notebook) -> str:
    """Write the draft of the next meeting, and return its path."""
    day = _date(call, notebook)
    path = path_of_new(notebook, day)
    if day in notebook.days:
        raise UsageError(f"there is already a meeting of {day}: {call.shown(notebook.days[day])}")
    refuse_ignored(call, path)
    drafted = with_draft(notebook, day, path)
    carried = update_meeting(drafted, day)
    texts = {changed: carried.text(changed) for changed in carried.drafts}
    became = outcome.describe_update(drafted.meeting(day), carried.meeting(day))
    call.write(texts, new=path)
    if became:
        call.console.say(f"{call.shown(path)}: {became}")
    duties = duty_turns(notebook, day) if notebook.series.duty else ()
    turns = (line for duty in duties for line in duty.lines)
    for line in (*turns, *_other_headers(notebook, drafted.meeting(day)), *_other_days(call, notebook, day)):
        call.console.say(line)
    return path


def _drafts(notebook: Notebook) -> list[date]:
    return [day for day in notebook.days if notebook.brief(day).status == "draft"]


def _date(call: Call, notebook: Notebook) -> date:
    if day := named_day(call):
        return day
    if drafts := _drafts(notebook):
        draft_path = call.shown(notebook.days[max(drafts)])
        raise UsageError(
            f"{draft_path} is still a draft: finish it and delete its `status: draft`, or name a --date"
        )
    return scheduled_day(call, notebook)


def _other_headers(notebook: Notebook, drafted: Meeting) -> Iterator[str]:
    """Yield which lines of the header go on from the last meeting, although series.yaml has them otherwise."""
    last = notebook.history.previous_held(drafted.date)
    header = dict(drafted.header)
    for name, line in notebook.series.header:
        if last and header.get(name, line) != line:
            yield f"`{name}` is {header[name]}, as on {last.date}; series.yaml has: {line}"


def _other_days(call: Call, notebook: Notebook, day: date) -> Iterator[str]:
    """Yield which days of the schedule have no meeting, although they lie before the new one or before today."""
    rules, series = notebook.series.schedule, shlex.quote(call.shown(notebook.path))
    to_skip, to_start = f"minutebook skip {series} --reason WHY --date", f"minutebook new {series} --date"
    newest = max(notebook.held_days, default=day)
    for skipped in notebook.days if call.options.date is None else ():
        if newest < skipped < day:
            yield f"{skipped} is left out, because it was announced as skipped"
    last = notebook.history.previous_held(day)
    if call.options.date is None and rules and last and is_same_day(rules, last.date, day):
        yield (
            f"The meeting of {last.date} may have been that of {day}, held earlier; if so, "
            f"delete this draft and type: {to_start} {next_meeting(rules, day, notebook.days)}"
        )
    if left_out := days_left_out(notebook, day):
        yield f"Days of the schedule without a meeting: {_listed(left_out)}; where none was held, type: {to_skip} {left_out[0]}"
    if call.options.date is None and rules and day < call.today:
        passed = [
            passed_day
            for passed_day in days_between(rules, day, call.today)
            if passed_day not in notebook.days
        ]
        if passed:
            yield (
                f"Later days of the schedule have passed: {_listed(passed)}; "
                f"if there was no meeting on {day}, type: {to_skip} {day}   and for a later one: {to_start} {passed[-1]}"
            )


def _listed(days: Sequence[date]) -> str:
    days_text = ", ".join(map(str, days[:_MOST_SHOWN]))
    return days_text if len(days) <= _MOST_SHOWN else f"{days_text} and {len(days) - _MOST_SHOWN} more"
