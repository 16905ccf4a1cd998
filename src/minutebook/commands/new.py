"""`new`: starts the next meeting."""

from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._days import parse_day
from minutebook.disk import files
from minutebook.notebook.scope import everything, inside
from minutebook.notebook.series import Folder
from minutebook.notebook.update import bring_up_to_date
from minutebook.records import schedule
from minutebook.records.problem import UsageError
from minutebook.source.draft import draft
from minutebook.source.yaml.editor import NotEditable
from minutebook.source.yaml.text import Refused

_EDITORS = "# yaml-language-server: "


def run(call: Call) -> int:
    """Write the draft of the next meeting of a series."""
    folder = _folder(call)
    try:
        day = _date(call, folder)
        path = _path(folder, day)
        if day in folder.days:
            raise UsageError(f"there is a meeting of {day} already: {folder.days[day]}")
        texts = _previous(folder, day)
        folder.add(day, path, _draft(folder, day))
        drafted = folder.meeting(day)
        texts[path] = bring_up_to_date(folder, day)
        folder.replace(path, texts[path])
        became = outcome.tell(drafted, folder.meeting(day))
    except Refused as refused:
        return call.report(refused.problems)
    except NotEditable as refusal:
        raise UsageError(f"{refusal.path}: {refusal}; nothing was changed") from None
    files.apply(
        [_change(call.repository.top / other, text, new=other == path) for other, text in texts.items()]
    )
    for other in texts:
        call.console.data(f"wrote {other}")
    if became:
        call.console.say(f"{path}: {became}")
    call.console.say("Fill it in, delete `status: draft` when it is done, then type: minutebook sync")
    return 0


def _folder(call: Call) -> Folder:
    found = [scope.folder for scope in everything(call.snapshot)]
    names = ", ".join(str(folder.path) for folder in found)
    if call.options.series is None:
        if len(found) > 1:
            raise UsageError(f"there are several series; name one of: {names}")
        return found[0]
    wanted = call.options.series.rstrip("/")
    for folder in found:
        if wanted in {folder.path.name, str(folder.path)}:
            return folder
    path = inside(call.repository.top, call.start, wanted)
    named = next((folder for folder in found if path in {folder.path, folder.path / "series.yaml"}), None)
    if named is None:
        raise UsageError(f"there is no series '{wanted}'; there is: {names}")
    return named


def _date(call: Call, folder: Folder) -> date:
    if call.options.date is not None:
        return parse_day("--date", call.options.date)
    drafts = [day for day in folder.days if folder.meeting(day).status == "draft"]
    if drafts:
        name = folder.days[max(drafts)]
        raise UsageError(
            f"{name} is still a draft: finish it and delete its `status: draft`, or name a --date"
        )
    rules = folder.series.schedule
    if not rules:
        return call.today
    last = max(folder.days, default=call.today - timedelta(days=1))
    try:
        return schedule.next_date(rules, last)
    except schedule.BadRule as error:
        raise UsageError(f"{error}; name a --date") from None


def _path(folder: Folder, day: date) -> str:
    """Return where the meetings of that year are kept: beside the newest, or in a folder for the year."""
    if not folder.days:
        return str(folder.path / f"{day}.yaml")
    newest = max(folder.days)
    parent = PurePosixPath(folder.days[newest]).parent
    if parent.name == str(newest.year) and parent != folder.path:
        parent = parent.with_name(str(day.year))
    return str(parent / f"{day}.yaml")


def _previous(folder: Folder, day: date) -> dict[str, str]:
    """Return the new text, by path, of the meeting that items are carried from, if some were not written out yet."""
    before = max((other for other in folder.days if other < day and folder.meeting(other).held), default=None)
    if before is None:
        return {}
    path = folder.days[before]
    old = folder.document(path).text
    new = bring_up_to_date(folder, before)
    return {path: new} if new != old else {}


def _change(path: Path, text: str, *, new: bool) -> files.Change:
    return files.Change(path, None if new else path.read_bytes(), text.encode())


def _draft(folder: Folder, day: date) -> str:
    series = folder.series
    held = [other for other in sorted(folder.days) if folder.meeting(other).held]
    before = [other for other in held if other < day] or held
    document = folder.document(folder.days[before[-1]]) if before else None
    first = document.text.split("\n", 1)[0].rstrip("\r") if document else ""
    return draft(
        day,
        document.data if document else {"title": series.title} if series.title else {},
        comment=first if first.startswith(_EDITORS) else "",
        header=dict(series.header),
        duty=series.duty,
        people=[person.name for person in series.roster if not person.group],
    )
