"""`import`: minutes that were written by hand become the notes of a series."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook import importing
from minutebook.commands import papers
from minutebook.commands.call import Call
from minutebook.commands.choosing import sort
from minutebook.commands.destination import destination, in_the_way, move_first, series_in
from minutebook.generated import generate
from minutebook.importer.knowledge import Knowledge
from minutebook.importing import Import, Imported, Refusal, Source
from minutebook.memory import Memory
from minutebook.notebook import INDEX, SERIES, Folder
from minutebook.problem import Problem, UsageError
from minutebook.reports import imported
from minutebook.reports.render import shown_path
from minutebook.repository.snapshot import Snapshot
from minutebook.writing import Plan, Write, carry_out, plan


@dataclass(frozen=True, slots=True)
class Target:
    """Where an import writes: the folder, the series that is there already, and the files as they are."""

    where: PurePosixPath
    there: Folder | None
    snapshot: Snapshot


def run(call: Call) -> int:
    """Write the meetings that are not there yet, and tell what reads differently in them and what was stopped."""
    written: list[Write] = []
    try:
        return _run(call, written)
    except KeyboardInterrupt:
        call.console.say(f"stopped; {'the files above were' if written else 'nothing was'} written")
        raise


def _run(call: Call, written: list[Write]) -> int:
    where = destination(call)
    snapshot = call.repository.working_tree()
    target = Target(where, series_in(snapshot, where), snapshot)
    found = sort(papers.files(call.options.files), target.there)
    days = [one.day for one in found.sources]
    blocked = in_the_way(call.repository.top, where, days, new=target.there is None) if days else ()
    advice = move_first(call, snapshot, where, blocked) if blocked else ""
    if blocked and not call.options.dry_run:
        raise UsageError(advice)
    result, made = _import(call, target, found.sources) if found.sources else (None, None)
    stopped = (*found.refused, *(result.stopped if result else ()))
    problems = [one for one in made.problems if one.path not in blocked] if made else []
    _report(call, result, stopped, problems)
    for line in (*imported.copies(found.copies), *imported.known(found.known)):
        call.console.say(line)
    writes = tuple(one for one in made.writes if one.path not in blocked) if made else ()
    if writes and not call.options.dry_run:
        call.console.progress(f"writing {len(writes)} files …")
        carry_out(writes, Memory(call.repository.git_dir))
        written += writes
    _tell(call, result, stopped, writes)
    if written and target.there is None:
        _say_what_is_next(call, where)
    if blocked:
        for path in blocked:
            call.console.say(f"can't write {shown_path(path, call.repository.top)}: another file is there")
        raise UsageError(advice)
    return int(bool(stopped) or any(one.severity == "error" for one in problems))


def _report(
    call: Call, result: Imported | None, stopped: Sequence[Refusal], problems: Sequence[Problem]
) -> None:
    differences = result.differences if result else ()
    if call.console.form == "json":
        call.console.data(imported.as_json(differences, stopped, problems))
        return
    colored = call.console.colored
    for line in (
        *imported.lines(differences, colored=colored),
        *imported.refusals(stopped, colored=colored),
    ):
        call.console.data(line)
    if problems:
        call.report(problems)


def _tell(call: Call, result: Imported | None, stopped: Sequence[Refusal], writes: Sequence[Write]) -> None:
    """Say what was written, or would be, and how much of it there is."""
    dry = call.options.dry_run
    for write in writes:
        verb = "write" if write.change.before is None else "delete" if write.text is None else "update"
        done = {"write": "wrote", "delete": "deleted", "update": "updated"}[verb]
        path = shown_path(write.path, call.repository.top)
        call.console.say(f"{f'would {verb}' if dry else done} {path}")
    updated = sum(
        one.change.before is not None and one.generated and PurePosixPath(one.path).name != INDEX
        for one in writes
    )
    meetings = len(result.texts) if result else 0
    differences = result.differences if result else ()
    call.console.say(imported.summary(meetings, differences, stopped, updated=updated, dry=dry))


def _say_what_is_next(call: Call, where: PurePosixPath) -> None:
    top = call.repository.top
    series, folder = (shown_path(str(path), top) for path in (where / SERIES, where))
    call.console.say(
        f"Look through {series}: people and schedule are what the old minutes told. Then type:\n"
        f"    {shlex.join(['git', 'add', folder])}"
    )


def _text(path: str) -> str:
    # Each of the three ends a line in Markdown.
    return papers.text(path).replace("\r\n", "\n").replace("\r", "\n")


def _import(call: Call, target: Target, sources: Sequence[Source]) -> tuple[Imported, Plan]:
    where, there = target.where, target.there
    call.console.progress(f"reading {len(sources)} files …")
    learnt = importing.learn(sources, _text)
    known = importing.knowledge_of(learnt, there.series if there else None)
    text = None if there else importing.series_text(where, learnt, known, _header(sources, known))

    def fresh() -> Folder:
        days, minutes = (there.days, there.minutes) if there else ({}, {})
        folder = Folder(where, target.snapshot, dict(days), dict(minutes))
        if text is not None:
            folder.replace(folder.series_path, text)
        return folder

    def tell(day: date) -> None:
        call.console.progress(f"{day} …")

    result, folder = Import(sources, _text, known, fresh).run(tell)
    notes = dict(result.texts)
    if text is not None and result.texts:
        notes[folder.series_path] = text
    first = min(result.days, default=date.max)
    expected = generate(folder, [day for day in sorted(folder.days) if day >= first]) if result.texts else ()
    made = plan(call.repository, folder, notes, expected, Memory(call.repository.git_dir), staged=False)
    return result, made


def _header(sources: Sequence[Source], known: Knowledge) -> Sequence[tuple[str, str]]:
    """Return the header lines that the newest minutes have in common with those before."""
    newest = [importing.head_of(one, _text(one.path), known) for one in sources[-2:]]
    return [line for line in newest[-1] if line in newest[0]]
