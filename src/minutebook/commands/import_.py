"""`import`: minutes that were written by hand become the notes of a series."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from minutebook import scope
from minutebook.audit.auditing import paper
from minutebook.commands import papers
from minutebook.commands.call import Call
from minutebook.generated import generate
from minutebook.importer.learning import common_header, knowledge_of, learn, series_text
from minutebook.importer.values import Refusal, Source
from minutebook.importing import Import, Imported
from minutebook.memory import Memory
from minutebook.notebook import SERIES, Folder, folders
from minutebook.problem import UsageError
from minutebook.reports import imported
from minutebook.reports.render import shown_path
from minutebook.spool import Spool
from minutebook.writing import Plan, carry_out, plan
from minutebook.yamlfile.source import Refused


def run(call: Call) -> int:
    """Write the meetings that are not there yet, and tell what reads differently in them and what was stopped."""
    where = scope.inside(call.repository.top, call.start, call.options.into)
    there = _series(call, where)
    sources, refused, known = _sources(call.options.files, there)
    result, made = (None, None)
    if sources:
        with TemporaryDirectory(prefix="minutebook-") as drafts:
            result, made = _import(call, where, there, sources, Path(drafts))
    stopped = (*refused, *(result.stopped if result else ()))
    differences = result.differences if result else ()
    problems = tuple(made.problems) if made else ()
    if call.console.form == "json":
        call.console.data(imported.as_json(differences, stopped))
    else:
        for line in imported.lines(differences):
            call.console.data(line)
        for line in imported.refusals(stopped):
            call.console.data(line)
    code = call.report(problems) if problems else 0
    for path in known:
        call.console.say(f"{path}: its meeting is there already; nothing was changed")
    if made is not None and not call.options.dry_run:
        _write(call, made)
    call.console.say(
        imported.summary(len(result.days) if result else 0, differences, stopped, dry=call.options.dry_run)
    )
    return int(bool(stopped) or bool(code))


def _series(call: Call, where: PurePosixPath) -> Folder | None:
    """Return the series that is there already; raises UsageError where no series can be."""
    if not where.parts or ".git" in where.parts:
        raise UsageError("name a folder below the top of the repository, such as: --into meetings/technology")
    found = folders(call.repository.working_tree())
    for one in found:
        if one.path in where.parents:
            raise UsageError(f"{where} lies in the series {one.path}; name that, or a folder of its own")
    paths = [str(where / SERIES)]
    if call.repository.ignored(paths):
        raise UsageError(f"git leaves out {paths[0]} (.gitignore): minutes are to be kept")
    there = next((one for one in found if one.path == where), None)
    try:
        for day in there.days if there else ():
            there.meeting(day)  # type: ignore[union-attr]
        _ = there.series if there else None
    except Refused as refused:
        first = refused.problems[0]
        raise UsageError(
            f"{first.path} can't be read: {first.message}; mend it first: minutebook check"
        ) from None
    return there


def _sources(paths: Sequence[str], there: Folder | None) -> tuple[list[Source], list[Refusal], list[str]]:
    """Return the files by day, those that can't be taken, and those whose meetings are there already."""
    found: dict[date, Source] = {}
    refused, known = [], []
    for path in papers.once(paths):
        try:
            day = paper(path, papers.text(path)).day
        except UsageError as error:
            refused.append(Refusal(path, 1, str(error)))
            continue
        if day is None:
            hint = "Name the file after its day, such as 2020-10-26.md, or write the date into its title."
            refused.append(
                Refusal(path, 1, "there is no date in its name or title, so its meeting has no day", hint)
            )
        elif there and day in there.days:
            known.append(path)
        elif day in found:
            hint = "Join the two files, or give one its own date."
            refused.append(
                Refusal(
                    path, 1, f"{found[day].path} is of {day}, too, and a series has one meeting a day", hint
                )
            )
        else:
            found[day] = Source(path, day)
    return [found[day] for day in sorted(found)], refused, known


def _text(path: str) -> str:
    # Each of the three ends a line in Markdown.
    return papers.text(path).replace("\r\n", "\n").replace("\r", "\n")


def _import(
    call: Call, where: PurePosixPath, there: Folder | None, sources: Sequence[Source], drafts: Path
) -> tuple[Imported, Plan]:
    learnt = learn(sources, _text)
    known = knowledge_of(learnt, there.series if there else None)
    snapshot = call.repository.working_tree()
    text = None if there else series_text(where, learnt, known, common_header(sources, _text, known))

    def fresh() -> Folder:
        days, minutes = (there.days, there.minutes) if there else ({}, {})
        folder = Folder(where, snapshot, dict(days), dict(minutes), drafts=Spool(drafts))
        if text is not None:
            folder.replace(folder.series_path, text)
        return folder

    def tell(day: date) -> None:
        call.console.progress(f"{day} …")

    result, folder = Import(sources, _text, known, fresh).run(tell)
    new = [folder.days[day] for day in result.days]
    if text is not None and new:
        new.append(folder.series_path)
    notes = {path: folder.text(path) for path in new}
    for path in notes:
        if (call.repository.top / path).exists():
            hint = f"take another folder, or make {where} a series first"
            raise UsageError(
                f"{path} is there already, and no meeting of a series; nothing was written: {hint}"
            )
    first = min(result.days, default=date.max)
    expected = generate(folder, [day for day in sorted(folder.days) if day >= first]) if result.days else ()
    made = plan(call.repository, folder, notes, expected, Memory(call.repository.git_dir), staged=False)
    return result, made


def _write(call: Call, made: Plan) -> None:
    carry_out(made.writes, Memory(call.repository.git_dir))
    for write in made.writes:
        call.console.say(f"wrote {shown_path(write.path, call.repository.top)}")
