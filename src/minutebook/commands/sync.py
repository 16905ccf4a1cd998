"""`sync`: writes what can be computed, and says what only people can mend."""

import os
import shlex
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutebook.actions import outcome
from minutebook.commands._call import Call
from minutebook.commands._options import add_paths_option, add_problem_options, add_snapshot_options
from minutebook.notebook import scope
from minutebook.notebook.check import examine
from minutebook.notebook.memory import Memory
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.plan import Plan, can_write, carry_out, plan
from minutebook.notebook.update import Updated, update
from minutebook.records.problem import START, Problem, UsageError
from minutebook.records.refusal import Refused

if TYPE_CHECKING:
    from minutebook.source.edits.editor import NotEditable

_AGAIN = {
    "": "and commit again.",
    "all": "and commit again with --all: of what it took this time, git has kept nothing.",
    "named": "and commit again, and name these files too: a commit of named files takes only those.",
}
_SYNCED = ("id-missing", "action-lost", "action-lapsed")
"""Rules that `sync` itself would satisfy."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `sync`."""
    parser.description = (
        "Writes whatever can be computed and is not current, one line for each file it wrote."
    )
    add_paths_option(parser)
    add_snapshot_options(parser, commit=False)
    add_problem_options(parser)
    parser.add_argument(
        "--only",
        choices=("validate", "carry", "render"),
        help="one part of it: find problems, carry action items, or write the minutes",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if something would be written"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    parser.add_argument(
        "--all",
        action="store_true",
        help="carry action items through all meetings, not only into the newest two",
    )
    parser.add_argument("--fix", action="store_true", help="mend every problem that has one right answer")
    parser.add_argument(
        "--stage",
        action="store_true",
        help="git add the minutes and the notes they were made from, and nothing else",
    )
    parser.add_argument(
        "--exit-code", action="store_true", help="exit with 1 if files were written; the hooks use it"
    )


def run(call: Call) -> int:
    """Bring the newest meetings and all generated files up to date, and report every problem."""
    _check_usage(call)
    memory = Memory(call.repository.git_dir)
    parts = [_one(call, one, memory) for one in _scopes(call)]
    problems = [problem for found, made, _notebook in parts for problem in (*found, *made.problems)]
    if call.options.only != "render":
        problems += call.lost_actions(notebook for _found, _made, notebook in parts)
    made = [plan for _found, plan, _notebook in parts]
    written = _write(call, made, memory)
    code = call.report(sorted(problems, key=Problem.order))
    _say_what_to_type(call, made, written, mistakes=any(_is_mistake(problem) for problem in problems))
    counts = call.options.exit_code or call.options.check
    return int(bool(code) or (counts and bool(written)))


def _check_usage(call: Call) -> None:
    if call.options.staged and (call.options.stage or call.options.fix):
        raise UsageError(
            "--stage and --fix are for use by hand: a hook changes neither the index nor what people typed"
        )


def _one(call: Call, one: scope.Scope, memory: Memory) -> tuple[tuple[Problem, ...], Plan, Notebook]:
    """Return what is wrong in one series, what is to be written there, and the series as it will be."""
    staged, only = call.options.staged, call.options.only
    mended = _mended(one) if call.options.fix else Updated(one.notebook)
    carries = only in {None, "carry"}
    updated, failed = _updated(call, mended.notebook) if carries else (Updated(mended.notebook), ())
    notebook = updated.notebook
    days = {*one.days, *(day for day, path in notebook.days.items() if path in updated.texts)}
    examined = examine(notebook, days, only, old_warnings=bool(call.options.paths))
    changed = {**mended.texts, **(updated.texts if examined.readable else {})}
    made = plan(call.repository, notebook, changed, examined.generated, memory, staged=staged)
    # What can't be written is told once, and not again for each of its items.
    refused = {problem.path for problem in failed}
    found = [one for one in examined.problems if one.rule not in _SYNCED or one.path not in refused]
    return (*found, *failed), made, notebook


def _mended(one: scope.Scope) -> Updated:
    from minutebook.notebook.repairs import mend

    return mend(one.notebook, one.days)


def _updated(call: Call, notebook: Notebook) -> tuple[Updated, tuple[Problem, ...]]:
    """Return a series with its newest meetings up to date, and why one was not written.

    Of a series that can't be read nothing is said here: it is told elsewhere.
    """

    def accept(path: str, text: str) -> bool:
        return can_write(call.repository, notebook, path, text, staged=call.options.staged)

    try:
        updated = update(notebook, every=call.options.all, accept=accept)
    except Refused as refused:
        return Updated(notebook), refused.problems if call.options.only == "carry" else ()
    for day, path in notebook.days.items():
        if path in updated.texts:
            became = outcome.describe_update(notebook.meeting(day), updated.notebook.meeting(day))
            call.console.say(f"{call.shown(path)}: {became}")
    failed = (
        *(_not_editable(refusal) for refusal in updated.not_editable),
        *map(_half_staged, updated.refused),
    )
    return updated, failed


def _not_editable(refusal: "NotEditable") -> Problem:
    hint = "Write it in block style, one `key: value` a line, or make the change by hand."
    return Problem(refusal.path, START, "not-editable", str(refusal), hint)


def _half_staged(path: str) -> Problem:
    message = "it has changes that are not staged, so nothing was carried into it"
    hint = f"Type: minutebook sync   then: git add {shlex.quote(path)}"
    return Problem(path, START, "not-staged", message, hint)


def _scopes(call: Call) -> tuple[scope.Scope, ...]:
    """Return what a hook looks at: what is staged, or all where nothing is, as when CI runs it."""
    if not call.options.staged or call.options.paths:
        return call.scopes()
    staged = call.repository.staged_paths()
    scope.refuse_lost_series(call.snapshot, staged)
    return scope.touched_by(call.snapshot, staged) if staged else scope.all_series(call.snapshot)


def _write(call: Call, made: Sequence[Plan], memory: Memory) -> list[str]:
    """Write, or only show what would be written; return the paths."""
    writes = [write for one in made for write in one.writes]
    if call.options.diff:
        for write in writes:
            call.console.tell(write.diff())
    elif not call.options.check:
        carry_out(writes, memory)
    verbs = (
        ("would write", "would delete") if call.options.diff or call.options.check else ("wrote", "deleted")
    )
    for write in writes:
        if not call.options.diff:
            call.console.tell(f"{verbs[write.text is None]} {call.shown(write.path)}")
    if call.options.stage and not (call.options.diff or call.options.check):
        _stage(call, made)
    return [write.path for write in writes]


def _stage(call: Call, made: Sequence[Plan]) -> None:
    """Add the generated files and the notes they are made from, where they are not staged as they are on disk."""
    unstaged = call.repository.unstaged_paths()
    paths = sorted(path for one in made for path in one.files if path in unstaged)
    if paths:
        call.repository.stage(paths)
    for path in paths:
        if unstaged[path] and path.endswith(".yaml"):
            shown = call.shown(path)
            call.console.say(f"staged the rest of {shown}, too, of which a part was staged")


def _is_mistake(problem: Problem) -> bool:
    """Whether people must mend something before a commit can pass."""
    return problem.severity == "error" and problem.rule != "not-staged"


def _unknown_meetings(call: Call, paths: Sequence[str]) -> set[str]:
    """Return the new meetings beside what was written, which a commit of all tracked files leaves out."""
    beside = {path.rpartition("/")[0] for path in paths}
    meetings = {path for one in notebooks(call.repository.working_tree()) for path in one.days.values()}
    return {path for path in meetings - call.snapshot.files.keys() if path.rpartition("/")[0] in beside}


def _say_what_to_type(call: Call, made: Sequence[Plan], written: Sequence[str], *, mistakes: bool) -> None:
    """End a hook that stops a commit with the exact lines to type."""
    if not call.options.staged:
        return
    paths = sorted({*written, *(path for one in made for path in one.unstaged)})
    if paths and call.repository.passing_index == "all":
        paths = sorted({*paths, *_unknown_meetings(call, paths)})
    if paths:
        names = " ".join(shlex.quote(call.shown(path).replace(os.sep, "/")) for path in paths)
        start = "The minutes are not part of this commit yet."
        if mistakes:
            start = "Mend the errors above first, for they stop the commit, too; then go on."
        again = _AGAIN[call.repository.passing_index]
        call.console.say(f"{start} Type:\n    git add {names}\n{again}")
