"""`init`: sets up a notes repository, and leaves what is there as it is."""

import shlex
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.commands._init_answers import NOTHING, choose, shown
from minutebook.commands._series_folder import refuse_ignored, refuse_nested_repository
from minutebook.disk import files
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.records.schedule import next_date
from minutebook.records.series import ScheduleRule
from minutebook.repository.access import create_repository, is_repository
from minutebook.repository.drivers import set_drivers
from minutebook.repository.snapshot import File, Snapshot
from minutebook.setup.choices import Choices
from minutebook.setup.hooks import HOOKS
from minutebook.setup.hosts import HOSTS
from minutebook.setup.inventory import EDITORS, plan_files
from minutebook.setup.new_series import NewSeries
from minutebook.setup.planned_file import PlannedFile

_KILOBYTE = 1000
_FOR_ALL = (
    "Nothing here tells which code host or editors you use, so there are files for all that may be. Those that you delete "
    "are not written again; of a host, take `gitlab-generated` or `linguist-generated` out of .gitattributes, too."
)
_COUNTED = ("One thing", "Two things", "Three things")
_EXACT = "surrogateescape"
"""Files of others are given back byte for byte, whatever they hold."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `init`."""
    parser.description = (
        "Writes what is missing for a notes repository, here or in a new one, and says what each file is for. "
        "Leaves existing files as they are, so it can be run again at any time. Asks for what the options don't say."
    )
    parser.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of a new series, such as meetings/web"
    )
    parser.add_argument("--title", metavar="T", help="what the meeting is called")
    parser.add_argument(
        "--schedule",
        metavar="WHEN",
        help="such as Monday, 'Tuesday and Thursday', 'first Tuesday of the month', an RFC 5545 rule, or none",
    )
    parser.add_argument("--people", metavar="NAMES", help="who takes part, with commas between the names")
    parser.add_argument(
        "--date", metavar="D", help="the first meeting; by default the schedule's next, or today"
    )
    parser.add_argument(
        "--mend",
        choices=("push", "propose", "off"),
        help="what CI does with minutes that are out of date: push new ones (the default), propose them, or nothing",
    )
    parser.add_argument(
        "--with",
        dest="components",
        choices=(*HOSTS, *EDITORS, NOTHING),
        action="append",
        help="write the files of this code host or editor, and of no other; can be given several times; by default "
        "what the remote and the folder tell, or what you answer",
    )
    parser.add_argument(
        "--without",
        choices=(*HOSTS, *EDITORS, "editors", NOTHING),
        action="append",
        help="leave these files out; can be given several times; by default what was left out before",
    )
    parser.add_argument(
        "--source", metavar="URL", help="the repository that hooks and CI install minutebook from"
    )
    parser.add_argument("--source-rev", metavar="REV", help="a tag or commit of it")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="write nothing; list every file with its size, and show what is added to others",
    )


def run(call: Call) -> int:
    """Write what is missing, and say what each file is for and what to do next."""
    is_new = not is_repository(call.start)
    top = call.start if is_new else call.repository.top
    try:
        choices = choose(call, top, lambda path: _read(top / path), new=is_new)
        planned = tuple(plan_files(choices, lambda path: _read(top / path)))
    except OSError as error:
        raise UsageError(
            f"{error.filename or top} can't be read: {error.strerror}; nothing was changed"
        ) from None
    if choices.series:
        _check(call, top, choices.series, planned, new=is_new)
    changed = [file for file in planned if file.changes]
    if call.options.dry_run:
        if is_new:
            call.console.say(f"would make {top} a git repository")
        _say_what_is_planned(call, choices, planned, "would write", "would add to")
        for file in changed:
            if file.current is not None:
                diff = files.unified_diff(file.path, file.current, file.planned)
                call.console.data(diff, verbatim=True)
        return 0
    if is_new:
        create_repository(top)
        call.console.say(f"made {top} a git repository")
    # By these files the next run knows what this one was told, so they come last, in case it is killed.
    last = (choices.series.series_path if choices.series else "", HOOKS)
    files.apply(
        files.Change(top / file.path, _bytes(file.current), _bytes(file.planned))
        for file in sorted(changed, key=lambda file: last.index(file.path) if file.path in last else -1)
    )
    set_drivers(top)
    _say_what_is_planned(call, choices, planned, "wrote", "added to")
    if changed:
        _say_what_is_next(call, choices, planned)
    return 0


def _read(path: Path) -> str | None:
    if irregular := files.irregular(path):
        raise UsageError(f"{path} is {irregular}: put a file there, or remove it; nothing was changed")
    try:
        return path.read_bytes().decode("utf-8", _EXACT)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", _EXACT)


def _check(call: Call, top: Path, series: NewSeries, planned: Sequence[PlannedFile], *, new: bool) -> None:
    """Raise UsageError unless the new notes can be read, and are this repository's own."""
    for folder in (series.folder, *series.folder.parents[:-1]):
        refuse_nested_repository(top, folder)
    paths = (series.series_path, series.meeting_path)
    if not new:
        refuse_ignored(call, *paths)
    texts = {file.path: file.planned or "" for file in planned}
    notes = {path: File(path) for path in paths}
    snapshot = Snapshot("set-up", notes, lambda file: texts[file.path].encode(), lambda _: "")
    notebook = Notebook(series.folder, Reader(snapshot), {series.first_day: series.meeting_path})
    try:
        _ = notebook.series, notebook.meeting(series.first_day)
    except Refused as refused:
        problem = refused.problems[0]
        raise UsageError(f"{problem.path} could not be read: {problem.sentence}") from None


def _say_what_is_planned(
    call: Call, choices: Choices, planned: Sequence[PlannedFile], write: str, add: str
) -> None:
    """Say which files are written, or only added to, and which people must look after."""
    for file in planned:
        if file.changes:
            size = f" ({_size(file)})" if call.options.dry_run else ""
            verb = write if file.current is None else add
            call.console.data(f"{verb} {shown(call, file.path)}{size}: {file.purpose}")
    for file in planned:
        if file.advice:
            state = "is not complete yet" if file.changes else "was left as it is"
            call.console.say(f"{shown(call, file.path)} {state}: {file.advice}")
    if not choices.is_told:
        call.console.say(_FOR_ALL)
    if not any(file.changes for file in planned):
        is_all = not choices.elsewhere
        call.console.say(f"{'Everything is set up already; n' if is_all else 'N'}othing was changed.")
    for folder in choices.elsewhere:
        command = f"minutebook init {shlex.quote(call.shown(folder))}"
        call.console.say(
            f"Git is told nothing of the notes in {shown(call, folder.parent)} yet; type: {command}"
        )


def _size(file: PlannedFile) -> str:
    """Say how large a new file is, or how much one gets that is there."""
    size = len(_bytes(file.planned) or b"") - len(_bytes(file.current) or b"")
    return f"{size} bytes" if size < _KILOBYTE else f"{size / _KILOBYTE:.0f} kB"


def _say_what_is_next(call: Call, choices: Choices, planned: Sequence[PlannedFile]) -> None:
    paths = [file.path for file in planned if file.changes]
    if not choices.source.published:
        call.console.say(
            f"minutebook comes from {choices.source.url} at {choices.source.revision}, which seems to be only on this"
            f" machine: other people and CI can't install it from there. When it is published, put its"
            f" address and tag into {HOOKS} and the files for CI."
        )
    if choices.series and choices.series.rule:
        days, path = _first_days(choices.series), call.shown(choices.series.series_path)
        call.console.say(f"\nThe meetings are on {days}, … (schedule in {path}).")
    ignored = call.repository.ignore_rules(paths)
    if ignored:
        call.console.say(
            f"\nOnly you have these, because git ignores them (see .gitignore): {', '.join(map(call.shown, ignored))}"
        )
    steps = [*_steps(call, choices, [path for path in paths if path not in ignored])]
    if lacking := [call.shown(file.path) for file in planned if file.advice]:
        steps.insert(0, f"Do with {' and '.join(lacking)} what is said above.")
    if steps:
        heading = f"\n{_COUNTED[len(steps) - 1]} to do now:"
        numbered = (f"  {number}. {step}" for number, step in enumerate(steps, 1))
        call.console.say("\n".join([heading, *numbered]))


def _steps(call: Call, choices: Choices, paths: Sequence[str]) -> Iterator[str]:
    """Yield what is left to people, with the lines to type where they stand."""
    # The notes are added once they are filled in.
    notes = {choices.series.series_path, choices.series.meeting_path} if choices.series else set()
    if addable := [path for path in paths if path not in notes]:
        lines = [_add_line(call, addable)]
        if HOOKS in paths:
            ready = shutil.which("pre-commit")
            lines.append("pre-commit install" if ready else "pip install pre-commit && pre-commit install")
        yield _step("Set up the hooks" if HOOKS in paths else "Add to git what was written", *lines)
    if choices.series:
        meeting = call.shown(choices.series.meeting_path)
        task = f"Fill in {meeting}, delete its `status: draft`, and commit"
        yield _step(task, "minutebook sync --stage", "git commit")


def _add_line(call: Call, paths: Sequence[str]) -> str:
    """Return the line that adds what was written, as short as it can be without adding anything else."""
    folders: dict[str, bool] = {}
    for path in call.repository.uncommitted_paths():
        folder = path.partition("/")[0]
        folders[folder] = folders.get(folder, True) and path in paths
    short = (path.partition("/")[0] if folders.get(path.partition("/")[0]) else path for path in paths)
    return f"git add {shlex.join(map(call.shown, dict.fromkeys(short)))}"


def _step(task: str, *lines: str) -> str:
    return "\n         ".join([f"{task}:", *lines])


def _first_days(series: NewSeries) -> str:
    """Return the first days of a new series, so that people see whether the schedule is the one that they meant."""
    rules, days = [ScheduleRule((series.rule,), series.first_day)], [series.first_day]
    for _ in range(2):
        days.append(next_date(rules, days[-1]))
    return ", ".join(f"{day:%A} {day}" for day in days)
