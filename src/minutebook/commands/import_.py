"""`import`: minutes that were written by hand become the notes of a series."""

import gc
import shlex
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from minutebook.commands import _old_minutes
from minutebook.commands._call import Call
from minutebook.commands._import_files import sort
from minutebook.commands._import_folder import destination, in_the_way, move_first, series_in
from minutebook.commands._options import FORMATS_OF_DATA, add_old_minutes_option
from minutebook.disk.spool import Spool
from minutebook.notebook.generated import Generated, generate
from minutebook.notebook.memory import Memory
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.plan import Planner, Write, carry_out
from minutebook.notebook.reader import Reader
from minutebook.oldminutes.importer import report
from minutebook.oldminutes.importer.first_pass import common_header, facts_of, read_all, series_text
from minutebook.oldminutes.importer.series_import import ImportResult, import_files
from minutebook.oldminutes.importer.values import OldFile, StoppedFile
from minutebook.records.filenames import INDEX, SERIES
from minutebook.records.problem import Problem, UsageError
from minutebook.repository.snapshot import Snapshot

_MOST = 12
"""Meetings that are held in memory: more than what is looked back at in most series, which are four or so."""
_OFTEN = 10_000
"""Trees of Markdown are rings that only the collector frees; it comes after so many new objects."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an import writes: the folder, the series that is there already, and the files as they are."""

    where: PurePosixPath
    there: Notebook | None
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Done:
    """What happens to a file: `write` for a new one, `update` or `delete`; `minutes` are those of a meeting."""

    path: str
    verb: str
    minutes: bool


_DONE = {"write": "wrote", "update": "updated", "delete": "deleted"}


def options(parser: ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.description = (
        "Reads minutes in Markdown, in the order of their dates, and writes a meeting for each, with its minutes, and "
        "series.yaml where there is none. What it doesn't understand stays prose, as it is. Each difference between "
        "the old minutes and the new ones is told with its file and line; what can't be kept stops its file, and "
        "the others go on. Nothing that is there is written over, so it can be run again for new files"
    )
    add_old_minutes_option(parser)
    parser.add_argument(
        "--into",
        required=True,
        metavar="SERIES",
        help="the folder of the series, such as meetings/technology",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="write nothing, and show the same report and what would be written",
    )
    parser.add_argument(
        "--format", choices=FORMATS_OF_DATA, default="text", help="how the differences are shown"
    )


def run(call: Call) -> int:
    """Write the meetings that are not there yet, and tell what reads differently in them and what was stopped."""
    gc.set_threshold(_OFTEN)
    written: list[Done] = []
    try:
        return _run(call, written)
    except KeyboardInterrupt:
        call.console.say(f"stopped; {'the files above were' if written else 'nothing was'} written")
        raise


def _run(call: Call, written: list[Done]) -> int:
    where = destination(call)
    snapshot = call.repository.working_tree()
    target = Target(where, series_in(snapshot, where, most=_MOST), snapshot)
    found = sort(_old_minutes.files(call.options.files), target.there)
    days = [one.day for one in found.sources]
    blocked = in_the_way(call.repository.top, where, days, new=target.there is None) if days else ()
    advice = move_first(call, snapshot, where, blocked) if blocked else ""
    if blocked and not call.options.dry_run:
        raise UsageError(advice)
    with TemporaryDirectory(prefix="minutebook-") as drafts:
        result, notebook = _import(call, target, found.sources, Path(drafts))
        planner = Planner(call.repository, notebook, Memory(call.repository.git_dir), staged=False)
        writes = planner.writes(_files(notebook, result.days))
        done = _put(call, (one for one in writes if one.path not in blocked), planner.memory)
    written += () if call.options.dry_run else done
    stopped = (*found.refused, *result.stopped)
    problems = [one for one in planner.problems if one.path not in blocked]
    _report(call, result, stopped, problems)
    for line in (*report.copy_lines(found.copies), *report.existing_lines(found.known)):
        call.console.say(line)
    _tell(call, result, stopped, done)
    if written and target.there is None:
        _say_what_is_next(call, where)
    if blocked:
        for path in blocked:
            call.console.say(f"can't write {call.shown(path)}: another file is there")
        raise UsageError(advice)
    return int(bool(stopped) or any(one.severity == "error" for one in problems))


def _import(
    call: Call, target: Target, sources: Sequence[OldFile], drafts: Path
) -> tuple[ImportResult, Notebook]:
    """Take the files into a series whose new texts stand in a folder of drafts."""
    there = target.there
    if not sources:
        return ImportResult((), (), ()), Notebook(target.where, Reader(target.snapshot))
    call.console.progress(f"reading {len(sources)} files …")
    first_pass = read_all(sources, _text)
    facts = facts_of(first_pass, there.series if there else None)
    reader = Reader(target.snapshot, most=_MOST, drafts=Spool(drafts))
    if there:
        notebook = Notebook(target.where, reader, there.days, there.minutes)
    else:
        text = series_text(target.where, first_pass, facts, common_header(sources, _text, facts))
        notebook = Notebook(target.where, reader)
        notebook = notebook.with_text(notebook.series_path, text)

    def tell(day: date) -> None:
        call.console.progress(f"{day} …")

    return import_files(sources, _text, facts, notebook, tell)


def _text(path: str) -> str:
    # Each of the three ends a line in Markdown.
    return _old_minutes.text(path).replace("\r\n", "\n").replace("\r", "\n")


def _files(notebook: Notebook, days: Sequence[date]) -> Iterator[Generated]:
    """Yield the notes of new meetings and all that is made from them, each when the one before was taken."""
    if days:
        yield from (Generated(path, notebook.text(path), path) for path in notebook.drafts)
        yield from generate(notebook, [day for day in notebook.days if day >= days[0]])


def _put(call: Call, writes: Iterable[Write], memory: Memory) -> list[Done]:
    """Write files, or only see what would be written."""
    done: list[Done] = []

    def seen() -> Iterator[Write]:
        for one in writes:
            call.console.progress(f"{one.path} …")
            verb = "write" if one.change.original is None else "delete" if one.text is None else "update"
            done.append(Done(one.path, verb, one.generated and PurePosixPath(one.path).name != INDEX))
            yield one

    if call.options.dry_run:
        for _ in seen():
            pass
    else:
        carry_out(seen(), memory)
    return done


def _report(
    call: Call, result: ImportResult, stopped: Sequence[StoppedFile], problems: Sequence[Problem]
) -> None:
    differences = result.differences
    if call.console.form == "json":
        call.console.data(report.as_json(differences, stopped, problems))
        return
    colored = call.console.colored
    for line in (
        *report.difference_lines(differences, colored=colored),
        *report.stopped_lines(stopped, colored=colored),
    ):
        call.console.data(line)
    if problems:
        call.report(problems)


def _tell(call: Call, result: ImportResult, stopped: Sequence[StoppedFile], done: Sequence[Done]) -> None:
    """Say what was written, or would be, and how much of it there is."""
    dry = call.options.dry_run
    for one in done:
        verb = f"would {one.verb}" if dry else _DONE[one.verb]
        call.console.say(f"{verb} {call.shown(one.path)}")
    updated = sum(one.minutes and one.verb != "write" for one in done)
    call.console.say(report.summary(len(result.days), result.differences, stopped, updated=updated, dry=dry))


def _say_what_is_next(call: Call, where: PurePosixPath) -> None:
    series, folder = (call.shown(str(path)) for path in (where / SERIES, where))
    call.console.say(
        f"Look through {series}: people and schedule are what the old minutes told. Then type:\n"
        f"    {shlex.join(['git', 'add', folder])}"
    )
