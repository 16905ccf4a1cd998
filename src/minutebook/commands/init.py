"""`init`: sets up a notes repository, and leaves what is there as it is."""

import shlex
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutebook import files
from minutebook.commands.call import Call
from minutebook.commands.choices import choose
from minutebook.model import Rule
from minutebook.notebook import Folder
from minutebook.problem import UsageError
from minutebook.repository import Entry, Snapshot
from minutebook.repository.opening import create_repository, is_repository
from minutebook.schedule import next_date
from minutebook.setup.inventory import HOOKS, Placed, Setting, place
from minutebook.setup.notes import NewSeries
from minutebook.yamlfile.source import Refused

_EXACT = "surrogateescape"
"""Files of others are given back byte for byte, whatever they hold."""


def run(call: Call) -> int:
    """Write what is missing, and say what each file is for and what to do next."""
    new = not is_repository(call.start)
    top = call.start if new else call.repository.top
    setting = choose(call, top, new=new)
    placed = tuple(place(setting, lambda path: _read(top / path)))
    if setting.series:
        _check(setting.series, placed)
    changed = [one for one in placed if one.before != one.after]
    if new:
        call.console.say(f"{'would make' if call.options.dry_run else 'made'} {top} a git repository")
    if not call.options.dry_run:
        if new:
            create_repository(top)
        files.apply([files.Change(top / one.path, _bytes(one.before), _bytes(one.after)) for one in changed])
    _tell(call, placed)
    if call.options.dry_run:
        for one in changed:
            call.console.data(files.unified_diff(one.path, one.before, one.after))
    if changed and not call.options.dry_run:
        # The notes are added once they are filled in.
        notes = {setting.series.series_path, setting.series.meeting_path} if setting.series else set()
        _say_what_is_next(
            call, setting, _names([one.path for one in changed if one.path not in notes], new=new)
        )
    return 0


def _read(path: Path) -> str | None:
    if what := files.odd(path):
        raise UsageError(f"{path} is {what}: put a file there, or take it away; nothing was changed")
    try:
        return path.read_bytes().decode("utf-8", _EXACT)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}; nothing was changed") from None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", _EXACT)


def _check(series: NewSeries, placed: Sequence[Placed]) -> None:
    """Raise UsageError unless the new notes can be read."""
    texts = {one.path: one.after or "" for one in placed}
    entries = {path: Entry(path, "100644") for path in (series.series_path, series.meeting_path)}
    snapshot = Snapshot("set-up", entries, lambda entry: texts[entry.path].encode(), lambda _: "")
    folder = Folder(series.folder, snapshot, {series.first: series.meeting_path})
    try:
        _ = folder.series, folder.meeting(series.first)
    except Refused as refused:
        first = refused.problems[0]
        what = f"{first.record}: " if first.record else ""
        raise UsageError(f"{first.path} could not be read: {what}{first.message}") from None


def _tell(call: Call, placed: Sequence[Placed]) -> None:
    verbs = (
        {True: "would write", False: "would add to"}
        if call.options.dry_run
        else {True: "wrote", False: "added to"}
    )
    for one in placed:
        if one.before != one.after:
            call.console.data(f"{verbs[one.before is None]} {one.path}: {one.purpose}")
    for one in placed:
        if one.advice:
            what = "was left as it is" if one.before == one.after else "is not complete yet"
            call.console.say(f"{one.path} {what}: {one.advice}")
    if all(one.before == one.after for one in placed):
        call.console.say("Everything is set up already; nothing was changed.")


def _names(paths: Sequence[str], *, new: bool) -> Sequence[str]:
    """Return what to give to git: whole folders in a repository that had none."""
    return sorted({path.split("/")[0] for path in paths}) if new else paths


def _say_what_is_next(call: Call, setting: Setting, paths: Sequence[str]) -> None:
    if setting.source.local:
        call.console.say(
            f"minutebook comes from a folder of this machine, {setting.source.url}: other people and CI can't install"
            f" it from there. When it has a URL that they can reach, put that into {HOOKS} and the files for CI."
        )
    if setting.series and setting.series.rule:
        days, path = _days(setting.series), setting.series.series_path
        call.console.say(f"\nThe meetings are on {days}, … (schedule in {path}).")
    steps = tuple(_steps(setting, paths))
    head = "\nTwo things to do now:" if len(steps) > 1 else "\nOne thing to do now:"
    call.console.say("\n".join([head, *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]))


def _steps(setting: Setting, paths: Sequence[str]) -> Iterator[str]:
    """Yield what is left to people, with the lines to type."""
    if paths:
        lines = [f"git add {shlex.join(paths)}"]
        if HOOKS in paths:
            ready = shutil.which("pre-commit")
            lines.append("pre-commit install" if ready else "pip install pre-commit && pre-commit install")
        yield "\n         ".join(
            [f"{'Set up the hooks' if HOOKS in paths else 'Give git what was written'}:", *lines]
        )
    if setting.series:
        lines = ["minutebook sync --stage", "git commit"]
        fill = f"Fill in {setting.series.meeting_path}, delete its `status: draft`, and commit:"
        yield "\n         ".join([fill, *lines])


def _days(series: NewSeries) -> str:
    """Return the first days of a new series, so that one sees whether the schedule is the one that was meant."""
    rules, days = [Rule(series.rule, series.first)], [series.first]
    for _ in range(2):
        days.append(next_date(rules, days[-1]))
    return ", ".join(f"{day:%A} {day}" for day in days)
