"""`import`: minutes that were written by hand become the notes of a series."""

from argparse import ArgumentParser
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile, gettempdir

from minutebook.commands._call import Call
from minutebook.commands._import_drafts import begin_anew, draft_lines, give_way
from minutebook.commands._import_files import SortedFiles, sort_files, style_beside
from minutebook.commands._import_folder import blocking_advice, blocking_files, destination, existing_series
from minutebook.commands._import_report import FileOutcome, say_what_to_type, say_what_was_written, tell
from minutebook.commands._old_minutes import find_files, read_text
from minutebook.commands._options import add_format_option, add_old_minutes_option
from minutebook.disk.files import unified_diff
from minutebook.disk.leftovers import remove_leftovers
from minutebook.disk.spool import Spool
from minutebook.notebook.generated import GeneratedFile, generate
from minutebook.notebook.last_writes import LastWrites
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.plan import Planner, Write, carry_out
from minutebook.notebook.reader import Reader
from minutebook.oldminutes import report
from minutebook.oldminutes.evidence import gather
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.fresh_series import fill_series, let_imported_rest
from minutebook.oldminutes.old_files import OldFiles
from minutebook.oldminutes.report import schedule_sentence
from minutebook.oldminutes.series_import import Import, series_text
from minutebook.oldminutes.tried_import import MOST_MEETINGS, shown_text
from minutebook.records.file_kinds import INDEX
from minutebook.records.problem import UsageError
from minutebook.repository.snapshot import Snapshot


def options(parser: ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.description = (
        "Reads minutes in Markdown, in the order of their dates, and writes a meeting for each, with its minutes, and "
        "series.yaml where there is none. What it doesn't understand stays prose, as it is. Each difference between "
        "the old minutes and the new ones is reported with its file and line. A file with something that can't be "
        "kept is left out, and the others are imported. No file is overwritten, so it can be run again for new ones."
    )
    add_old_minutes_option(parser)
    parser.add_argument(
        "--into",
        required=True,
        metavar="SERIES",
        help="the folder of the series, such as meetings/technology",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="write nothing; show the same report and what would be written"
    )
    parser.add_argument(
        "--diff",
        action="store_true",
        help="like --dry-run, and show each line that the new minutes write otherwise",
    )
    add_format_option(parser, "how the differences are shown")


def run(call: Call) -> int:
    """Write the meetings that are not there yet, and tell what reads differently in them and what was stopped."""
    call.options.dry_run |= call.options.diff
    outcomes: list[FileOutcome] = []
    try:
        return _run(call, outcomes)
    except KeyboardInterrupt:
        call.console.say(f"stopped; {'the files above were' if outcomes else 'nothing was'} written")
        raise


def _run(call: Call, outcomes: list[FileOutcome]) -> int:
    folder = destination(call)
    snapshot = call.repository.working_tree()
    series, drafts = give_way(existing_series(snapshot, folder, most=MOST_MEETINGS))
    reader = OldFiles(read_text)
    files = sort_files(find_files(call.options.files), reader, series, call.options.into)
    days = [file.day for file in files.old_files]
    blocking = blocking_files(call.repository.top, folder, days, new=series is None) if days else ()
    blocking = tuple(path for path in blocking if path not in drafts.values())
    advice = blocking_advice(call, snapshot, folder, blocking) if blocking else ""
    if blocking and not call.options.dry_run:
        raise UsageError(advice)
    remove_leftovers(Path(gettempdir()))
    with TemporaryFile() as spool:
        notebook = Notebook(folder, Reader(snapshot, most=MOST_MEETINGS, drafts=Spool(spool)))
        imported = _import(call, files, reader, series, notebook)
        notebook = begin_anew(imported.notebook, drafts) if imported.days else imported.notebook
        planner = Planner(call.repository, notebook, LastWrites(call.repository.git_dir), staged=False)
        unfinished = _unfinished(notebook, snapshot) if files.existing else ()
        writes = planner.writes(_generated_files(notebook, imported, unfinished, drafts))
        changes = _write(call, (write for write in writes if write.path not in blocking), planner.last_writes)
        diffs = list(_diffs(files, reader, notebook, imported.days)) if call.options.diff else []
        is_new = bool(imported.days) and not (series and series.days)
        schedule = schedule_sentence(notebook.series.schedule, imported.days) if is_new else ""
    outcomes += () if call.options.dry_run else changes
    stopped = (*files.stopped, *imported.stopped)
    problems = [problem for problem in planner.problems if problem.path not in blocking]
    tell(call, imported, stopped, problems)
    for line in _left_out(files, imported):
        call.console.say(line)
    for diff in diffs:
        call.console.tell(diff, verbatim=True)
    say_what_was_written(call, imported, stopped, changes)
    for line in draft_lines(call, notebook, drafts) if imported.days else ():
        call.console.say(line)
    if outcomes and schedule:
        say_what_to_type(call, folder, schedule)
    if blocking:
        for path in blocking:
            call.console.say(f"can't write {call.shown(path)}: another file is there")
        raise UsageError(advice)
    return int(bool(stopped) or any(problem.severity == "error" for problem in problems))


def _left_out(files: SortedFiles, imported: Import) -> Iterator[str]:
    """Yield which files were left out as copies, or because the series has their meetings already."""
    yield from report.copy_lines(files.copies)
    for line in report.decision_lines(imported.changed):
        yield f"{line}; nothing was changed"
    differing = {decision.path for decision in imported.changed}
    existing = dict.fromkeys(file.path for file in files.existing if file.path not in differing)
    yield from report.existing_lines([*existing])


def _import(
    call: Call, files: SortedFiles, old_reader: OldFiles, series: Notebook | None, notebook: Notebook
) -> Import:
    """Take the files into the notebook that becomes the series."""
    old_files = files.old_files
    if not (old_files or files.existing):
        return Import(Facts(), notebook, old_reader)
    call.console.progress(f"reading {len(old_files)} files …")
    fresh = series is not None and not series.days
    style = style_beside(old_files or files.existing)
    evidence = gather(old_files or files.existing, old_reader, style)
    facts = evidence.facts(series.series if series else None, fresh=fresh, style=style)
    if series is None or fresh:
        text = series_text(notebook.path, evidence, facts, [file.day for file in old_files])
        notebook = fill_series(notebook, text) if fresh else notebook.with_text(notebook.series_path, text)
    if series:
        notebook = replace(notebook, days=series.days, minutes=series.minutes)
        notebook = let_imported_rest(notebook, (file.day for file in old_files))
    numbers = {file.day: number for number, file in enumerate(old_files, 1)}

    def show_progress(day: date) -> None:
        call.console.progress(f"{day} … ({numbers[day]} of {len(numbers)})")

    imported = Import(facts, notebook, old_reader, decisions=[*files.guessed])
    imported.run((*old_files, *files.existing), show_progress)
    return imported


def _generated_files(
    notebook: Notebook, imported: Import, unfinished: Sequence[date], drafts: Mapping[date, str]
) -> Iterator[GeneratedFile]:
    """Yield the notes of new meetings and all that is made from them, each when the one before was taken.

    What an import that was stopped has left out is made, too.
    """
    days = imported.days
    if days:
        gone = set(drafts.values()) - set(notebook.days.values())
        yield from (GeneratedFile(path, None, path) for path in sorted(gone))
        yield from (GeneratedFile(path, notebook.text(path), path) for path in notebook.drafts)
    if days or unfinished:
        start = min((*days[:1], *unfinished))
        yield from generate(notebook, [day for day in notebook.days if day >= start], imported.drawn)


def _unfinished(notebook: Notebook, snapshot: Snapshot) -> list[date]:
    """Return the days whose minutes an import wrote no more, because it was killed; the last of all for the index."""
    days = notebook.held_days
    lacking = [day for day in days if notebook.minutes_path(day) not in snapshot.files]
    return lacking or list(days[-1:] if notebook.index_path not in snapshot.files else ())


def _write(call: Call, writes: Iterable[Write], last_writes: LastWrites) -> list[FileOutcome]:
    """Write files, or only see what would be written."""
    changes: list[FileOutcome] = []

    def noted() -> Iterator[Write]:
        for write in writes:
            call.console.progress(f"{write.path} …")
            verb = "write" if write.change.original is None else "delete" if write.text is None else "update"
            is_minutes = write.generated and PurePosixPath(write.path).name != INDEX
            changes.append(FileOutcome(write.path, verb, is_minutes))
            yield write

    if call.options.dry_run:
        deque(noted(), maxlen=0)
    else:
        carry_out(noted(), last_writes)
    return changes


def _diffs(files: SortedFiles, reader: OldFiles, notebook: Notebook, days: Collection[date]) -> Iterator[str]:
    """Yield for each old file how the new minutes differ from it."""
    for file in files.old_files:
        if file.day in days:
            minutes = shown_text(notebook, notebook.meeting(file.day), notebook.series.style.on(file.day))
            text = "\n".join(reader.part(file).lines).lstrip("\n") if file.lines else read_text(file.path)
            yield unified_diff(file.path, text, minutes)
