"""`init`: sets up a notes repository, and leaves what is there as it is."""

import shlex
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.commands._init_answers import choose
from minutebook.disk import files
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.records.schedule import next_date
from minutebook.records.series import Rule
from minutebook.repository import File, Snapshot
from minutebook.repository.access import create_repository, is_repository
from minutebook.setup.hooks import HOOKS
from minutebook.setup.inventory import place
from minutebook.setup.new_series import NewSeries
from minutebook.setup.planned_file import Placed
from minutebook.setup.setting import Setting

_EXACT = "surrogateescape"
"""Files of others are given back byte for byte, whatever they hold."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `init`."""
    parser.description = (
        "Writes what is missing for a notes repository, here or in a new one, and says what each file is for. "
        "What is there stays as it is, so it can be run again at any time. Asks what is not told by options."
    )
    parser.add_argument(
        "series", nargs="?", metavar="SERIES", help="the folder of a new series, such as meetings/web"
    )
    parser.add_argument("--title", metavar="T", help="what the meeting is called")
    parser.add_argument(
        "--schedule",
        metavar="WHEN",
        help="such as Monday, 'first Tuesday of the month', an RFC 5545 rule, or none",
    )
    parser.add_argument("--people", metavar="NAMES", help="who takes part, with commas between")
    parser.add_argument(
        "--date", metavar="D", help="the first meeting; by default the schedule's next, or today"
    )
    parser.add_argument(
        "--mend",
        choices=("push", "propose", "off"),
        help="what CI does where minutes are not current: push them (the default), propose them, or nothing",
    )
    parser.add_argument(
        "--without",
        choices=("github", "gitlab", "editors"),
        action="append",
        default=[],
        help="leave these files out; can be given several times",
    )
    parser.add_argument(
        "--source", metavar="URL", help="the repository that hooks and CI install minutebook from"
    )
    parser.add_argument("--source-rev", metavar="REV", help="a tag or commit of it")
    parser.add_argument("--dry-run", action="store_true", help="write nothing; show every file")


def run(call: Call) -> int:
    """Write what is missing, and say what each file is for and what to do next."""
    new = not is_repository(call.start)
    top = call.start if new else call.repository.top
    setting = choose(call, top, new=new)
    try:
        placed = tuple(place(setting, lambda path: _read(top / path)))
    except OSError as error:
        raise UsageError(
            f"{error.filename or top} can't be read: {error.strerror}; nothing was changed"
        ) from None
    if setting.series:
        _check(call, top, setting.series, placed, new=new)
    changed = [one for one in placed if one.before != one.after]
    dry = call.options.dry_run
    if new and not dry:
        create_repository(top)
    if new:
        call.console.say(f"{'would make' if dry else 'made'} {top} a git repository")
    if not dry:
        files.apply([files.Change(top / one.path, _bytes(one.before), _bytes(one.after)) for one in changed])
    _tell(call, placed)
    if dry:
        for one in changed:
            call.console.data(files.unified_diff(one.path, one.before, one.after))
    elif changed:
        _say_what_is_next(call, setting, [one.path for one in changed])
    return 0


def _read(path: Path) -> str | None:
    if what := files.irregular(path):
        raise UsageError(f"{path} is {what}: put a file there, or take it away; nothing was changed")
    try:
        return path.read_bytes().decode("utf-8", _EXACT)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", _EXACT)


def _check(call: Call, top: Path, series: NewSeries, placed: Sequence[Placed], *, new: bool) -> None:
    """Raise UsageError unless the new notes can be read, and are this repository's own."""
    for above in (series.folder, *series.folder.parents[:-1]):
        if (top / above / ".git").exists():
            raise UsageError(f"{above} is a repository of its own: call minutebook there")
    paths = (series.series_path, series.meeting_path)
    if not new and (left_out := call.repository.ignored(paths)):
        raise UsageError(f"git leaves out {left_out[0]} (.gitignore): minutes are to be kept")
    texts = {one.path: one.after or "" for one in placed}
    notes = {path: File(path, "100644") for path in paths}
    snapshot = Snapshot("set-up", notes, lambda file: texts[file.path].encode(), lambda _: "")
    folder = Notebook(series.folder, Reader(snapshot), {series.first_day: series.meeting_path})
    try:
        _ = folder.series, folder.meeting(series.first_day)
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


def _say_what_is_next(call: Call, setting: Setting, paths: Sequence[str]) -> None:
    if not setting.source.published:
        call.console.say(
            f"minutebook comes from {setting.source.url} at {setting.source.revision}, which is only on this machine,"
            f" as far as is known here: other people and CI can't install it from there. When they can, put the"
            f" address and the tag into {HOOKS} and the files for CI."
        )
    if setting.series and setting.series.rule:
        days, path = _days(setting.series), setting.series.series_path
        call.console.say(f"\nThe meetings are on {days}, … (schedule in {path}).")
    left_out = call.repository.ignored(paths)
    if left_out:
        call.console.say(f"\nOnly you have these, because .gitignore leaves them out: {', '.join(left_out)}")
    steps = tuple(_steps(call, setting, [path for path in paths if path not in left_out]))
    head = "\nTwo things to do now:" if len(steps) > 1 else "\nOne thing to do now:"
    if steps:
        call.console.say("\n".join([head, *(f"  {number}. {step}" for number, step in enumerate(steps, 1))]))


def _steps(call: Call, setting: Setting, paths: Sequence[str]) -> Iterator[str]:
    """Yield what is left to people, with the lines to type where they stand."""
    # The notes are added once they are filled in.
    notes = {setting.series.series_path, setting.series.meeting_path} if setting.series else set()
    shown = [call.shown(path) for path in paths if path not in notes]
    if shown:
        lines = [f"git add {shlex.join(shown)}"]
        if HOOKS in paths:
            ready = shutil.which("pre-commit")
            lines.append("pre-commit install" if ready else "pip install pre-commit && pre-commit install")
        what = "Set up the hooks" if HOOKS in paths else "Give git what was written"
        yield "\n         ".join([f"{what}:", *lines])
    if setting.series:
        meeting = call.shown(setting.series.meeting_path)
        fill = f"Fill in {meeting}, delete its `status: draft`, and commit:"
        yield "\n         ".join([fill, "minutebook sync --stage", "git commit"])


def _days(series: NewSeries) -> str:
    """Return the first days of a new series, so that one sees whether the schedule is the one that was meant."""
    rules, days = [Rule(series.rule, series.first_day)], [series.first_day]
    for _ in range(2):
        days.append(next_date(rules, days[-1]))
    return ", ".join(f"{day:%A} {day}" for day in days)
