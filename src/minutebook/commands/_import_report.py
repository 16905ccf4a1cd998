"""What an import says: what reads differently, what was written, and what to type next."""

import shlex
from collections.abc import Sequence
from pathlib import PurePosixPath

from minutebook.commands._call import Call
from minutebook.oldminutes import report
from minutebook.oldminutes.series_import import Import
from minutebook.records.file_kinds import SERIES
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem

_PAST = {"write": "wrote", "update": "updated", "delete": "deleted"}


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What happens to a file: `write` for a new one, `update` or `delete`; `minutes` are those of a meeting."""

    path: str
    verb: str
    minutes: bool


def tell(call: Call, imported: Import, stopped: Sequence[Problem], problems: Sequence[Problem]) -> None:
    """Tell what was decided, what was stopped, and what is wrong with what was written."""
    if call.console.form == "json":
        call.console.data(report.import_json(imported.decisions, (*stopped, *problems)))
        return
    colored = call.console.colored
    for line in (
        *report.decision_lines(imported.decisions, colored=colored),
        *report.stopped_lines(stopped, colored=colored),
    ):
        call.console.data(line)
    if problems:
        call.report(problems)


def say_what_was_written(
    call: Call, imported: Import, stopped: Sequence[Problem], changes: Sequence[FileOutcome]
) -> None:
    """Say what was written, or would be, and how much of it there is."""
    dry = call.options.dry_run
    for change in changes:
        verb = f"would {change.verb}" if dry else _PAST[change.verb]
        call.console.say(f"{verb} {call.shown(change.path)}")
    updated = sum(change.minutes and change.verb != "write" for change in changes)
    summary = report.import_summary(
        len(imported.days), imported.decisions, len(stopped), updated=updated, dry=dry
    )
    call.console.say(summary)


def say_what_to_type(call: Call, folder: PurePosixPath, schedule: str) -> None:
    """Say what to look at in a new series, and what to type then."""
    call.console.say(
        f"Look through {call.shown(folder / SERIES)}: its people and schedule are what was found in the old minutes. "
        f"{schedule}\nThen type:\n    {shlex.join(['git', 'add', call.shown(folder)])}"
    )
