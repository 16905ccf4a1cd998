"""`new`: starts the next meeting."""

from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._days import parse_day
from minutebook.disk import files
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import everything, inside
from minutebook.notebook.update import bring_up_to_date
from minutebook.records import schedule
from minutebook.records.problem import UsageError
from minutebook.source.draft import draft

_EDITORS = "# yaml-language-server: "


def options(parser: ArgumentParser) -> None:
    """Add the options of `new`."""
    parser.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of the series; needed if there are several"
    )
    parser.add_argument(
        "--date", metavar="D", help="its date, such as 2020-10-26; by default the schedule's next"
    )


def run(call: Call) -> int:
    """Write the draft of the next meeting of a series."""
    notebook = _notebook(call)
    day = _date(call, notebook)
    path = _path(notebook, day)
    if day in notebook.days:
        raise UsageError(f"there is a meeting of {day} already: {notebook.days[day]}")
    texts = _previous(notebook, day)
    notebook.add(day, path, _draft(notebook, day))
    drafted = notebook.meeting(day)
    texts[path] = bring_up_to_date(notebook, day)
    notebook.replace(path, texts[path])
    became = outcome.describe_update(drafted, notebook.meeting(day))
    files.apply(
        [_change(call.repository.top / other, text, new=other == path) for other, text in texts.items()]
    )
    for other in texts:
        call.console.data(f"wrote {other}")
    if became:
        call.console.say(f"{path}: {became}")
    call.console.say("Fill it in, delete `status: draft` when it is done, then type: minutebook sync")
    return 0


def _notebook(call: Call) -> Notebook:
    found = [scope.notebook for scope in everything(call.snapshot)]
    names = ", ".join(str(notebook.path) for notebook in found)
    if call.options.series is None:
        if len(found) > 1:
            raise UsageError(f"there are several series; name one of: {names}")
        return found[0]
    wanted = call.options.series.rstrip("/")
    for notebook in found:
        if wanted in {notebook.path.name, str(notebook.path)}:
            return notebook
    path = inside(call.repository.top, call.start, wanted)
    named = next(
        (notebook for notebook in found if path in {notebook.path, notebook.path / "series.yaml"}), None
    )
    if named is None:
        raise UsageError(f"there is no series '{wanted}'; there is: {names}")
    return named


def _date(call: Call, notebook: Notebook) -> date:
    if call.options.date is not None:
        return parse_day("--date", call.options.date)
    drafts = [day for day in notebook.days if notebook.meeting(day).status == "draft"]
    if drafts:
        name = notebook.days[max(drafts)]
        raise UsageError(
            f"{name} is still a draft: finish it and delete its `status: draft`, or name a --date"
        )
    rules = notebook.series.schedule
    if not rules:
        return call.today
    last = max(notebook.days, default=call.today - timedelta(days=1))
    try:
        return schedule.next_date(rules, last)
    except schedule.BadRule as error:
        raise UsageError(f"{error}; name a --date") from None


def _path(notebook: Notebook, day: date) -> str:
    """Return where the meetings of that year are kept: beside the newest, or in a folder for the year."""
    if not notebook.days:
        return str(notebook.path / f"{day}.yaml")
    newest = max(notebook.days)
    parent = PurePosixPath(notebook.days[newest]).parent
    if parent.name == str(newest.year) and parent != notebook.path:
        parent = parent.with_name(str(day.year))
    return str(parent / f"{day}.yaml")


def _previous(notebook: Notebook, day: date) -> dict[str, str]:
    """Return the new text, by path, of the meeting that items are carried from, if some were not written out yet."""
    before = max(
        (other for other in notebook.days if other < day and notebook.meeting(other).held), default=None
    )
    if before is None:
        return {}
    path = notebook.days[before]
    old = notebook.document(path).text
    new = bring_up_to_date(notebook, before)
    return {path: new} if new != old else {}


def _change(path: Path, text: str, *, new: bool) -> files.Change:
    return files.Change(path, None if new else path.read_bytes(), text.encode())


def _draft(notebook: Notebook, day: date) -> str:
    series = notebook.series
    held = [other for other in sorted(notebook.days) if notebook.meeting(other).held]
    before = [other for other in held if other < day] or held
    document = notebook.document(notebook.days[before[-1]]) if before else None
    first = document.text.split("\n", 1)[0].rstrip("\r") if document else ""
    return draft(
        day,
        document.data if document else {"title": series.title} if series.title else {},
        comment=first if first.startswith(_EDITORS) else "",
        header=dict(series.header),
        duty=series.duty,
        people=[person.name for person in series.roster if not person.group],
    )
