"""Meetings and generated files that git ignores: they are written, and nobody else gets them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from minutebook.commands._call import Call
from minutebook.notebook.plan import Plan
from minutebook.notebook.series_files import series_files
from minutebook.notebook.staleness import missing_file
from minutebook.records.file_kinds import INDEX, MINUTES, NOTES, SERIES
from minutebook.records.filenames import day_of, minutes_path, notes_path
from minutebook.records.problem import START, Problem


def explain_ignored(call: Call, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems of which those about a missing file say by which rule git ignores it, if it does."""
    paths = [_generated(problem.path) for problem in problems if problem.rule == "minutes-missing"]
    rules = call.repository.ignore_rules(paths) if paths and call.options.rev is None else {}
    return tuple(
        replace(problem, hint=_hint(rules[path]))
        if problem.rule == "minutes-missing" and (path := _generated(problem.path)) in rules
        else problem
        for problem in problems
    )


def ignored_minutes(call: Call, plans: Iterable[Plan]) -> dict[str, Problem]:
    """Return what to say of each file that was generated and that git ignores, by its path."""
    # A hook is told only once somebody could not stage them: until then it need not start git for it.
    files = (path for plan in plans for path in (plan.unstaged if call.options.staged else plan.files))
    paths = {path for path in files if path.endswith(MINUTES)}
    unknown = sorted(paths.difference(call.snapshot.files))
    rules = call.repository.ignore_rules(unknown) if unknown else {}
    minutes = {
        path: replace(missing_file(path, _source(path)), hint=_hint(rule)) for path, rule in rules.items()
    }
    return {**minutes, **{problem.path: problem for problem in ignored_meetings(call)}}


def ignored_meetings(call: Call) -> Iterator[Problem]:
    """Yield a warning for each meeting on disk that git ignores: it is none to any command."""
    if call.options.staged or call.options.rev is not None or call.options.paths:
        return
    paths = list(_unseen_meetings(call))
    for path, rule in call.repository.ignore_rules(paths).items() if paths else ():
        message = "git ignores this meeting, so nobody else gets it, and nothing follows its action items"
        yield Problem(path, START, "meeting-ignored", message, _hint(rule), severity="warning")


def _unseen_meetings(call: Call) -> Iterator[str]:
    """Yield the files in the folders of series that are named as meetings are, and that git doesn't list."""
    files = call.snapshot.files
    for folder in (folder for series in series_files(tuple(files)) for folder in series.folders):
        with suppress(OSError):
            for entry in os.scandir(call.repository.top / folder):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if path.endswith(NOTES) and path not in files and day_of(entry.name.removesuffix(NOTES)):
                    yield path


def tell_ignored(problems: Iterable[Problem], ignored: Mapping[str, Problem]) -> list[Problem]:
    """Return problems with those of ignored files, which nobody can stage."""
    stageable = (
        problem for problem in problems if problem.rule != "not-staged" or problem.path not in ignored
    )
    return [*ignored.values(), *stageable]


def _generated(source: str) -> str:
    """Return the path of what is written from a file."""
    return source.removesuffix(SERIES) + INDEX if source.endswith(SERIES) else minutes_path(source)


def _source(path: str) -> str:
    return path.removesuffix(INDEX) + SERIES if path.endswith(INDEX) else notes_path(path)


def _hint(rule: str) -> str:
    return f"git ignores it by the rule {rule}: delete that, or make it narrower, then type: minutebook sync"
