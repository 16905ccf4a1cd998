"""`sync`: writes what can be computed, and says what only people can fix."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from minutebook.commands._call import Call
from minutebook.commands._hook_advice import advise, is_after_amend
from minutebook.commands._ignored_minutes import ignored_minutes, tell_ignored
from minutebook.commands._mends import mend_series
from minutebook.commands._options import add_paths_option, add_problem_options, add_snapshot_options
from minutebook.commands._shared_state import drop_empty_base, lost_actions
from minutebook.disk.files import SAVED
from minutebook.notebook.examination import examine
from minutebook.notebook.last_writes import LastWrites
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.orphans import orphaned_meetings
from minutebook.notebook.plan import Plan, Planner, can_write, carry_out, tidy
from minutebook.notebook.protection import not_carried
from minutebook.notebook.redraws import find_redraw
from minutebook.notebook.scope import Scope, touched_by
from minutebook.notebook.unsynced_edits import unsynced_edits
from minutebook.notebook.unusable_paths import path_problems
from minutebook.notebook.update import Updated, update
from minutebook.records.file_kinds import is_read
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import counted, shell_line
from minutebook.records.problem import START, Problem, UsageError
from minutebook.records.refusal import Refused

if TYPE_CHECKING:
    from minutebook.source.edits.not_editable import NotEditable

_ROUNDS = 5
_SYNCED = ("attendance-short", "id-missing", "quick-left", "action-lost", "action-lapsed")
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
        "--base",
        metavar="REV",
        help="the commit since which no action item may have vanished, and no id; by default what others have",
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
    parser.add_argument(
        "--redraw",
        action="store_true",
        help="write minutes anew that others have and whose meetings did not change",
    )
    parser.add_argument("--fix", action="store_true", help="fix every problem that has only one right answer")
    parser.add_argument(
        "--stage",
        action="store_true",
        help="git add the minutes and the notes they were made from, and nothing else",
    )
    parser.add_argument(
        "--commit", action="store_true", help="stage these files and commit them, if nothing is wrong in them"
    )
    parser.add_argument(
        "--exit-code", action="store_true", help="exit with 1 if files were written; the hooks use it"
    )


@dataclass(frozen=True, slots=True)
class _SyncedSeries:
    """A series as it will be, what is wrong in it, and what is planned to be written there."""

    notebook: Notebook
    problems: tuple[Problem, ...]
    plan: Plan


def run(call: Call) -> int:
    """Bring the newest meetings and all generated files up to date, and report every problem."""
    _check_usage(call)
    if call.options.staged and is_after_amend():
        return 0
    drop_empty_base(call)
    staged = call.repository.staged_paths() if call.options.staged and not call.options.paths else ()
    last_writes = LastWrites(call.repository.git_dir)
    synced = [_sync_series(call, scope, last_writes) for scope in _scopes(call, staged)]
    problems = [problem for series in synced for problem in series.problems]
    # A commit of other files alone ends at once.
    if call.options.only != "render" and (not staged or any(map(is_read, staged))):
        problems += path_problems(call.snapshot, lambda: call.shared) if not call.options.paths else ()
        problems += (action.problem for action in lost_actions(call, (series.notebook for series in synced)))
        problems += (problem for series in synced for problem in unsynced_edits(series.notebook))
    plans = [series.plan for series in synced]
    written_paths, is_complete = _write(call, plans, last_writes)
    ignored = ignored_minutes(call, plans)
    problems = tell_ignored(problems, ignored)
    is_partial = call.options.only or call.options.paths or call.options.staged or call.options.check
    if not (
        is_partial or call.options.diff or any(problem.rule == "minutes-redrawn" for problem in problems)
    ):
        last_writes.keep_version()
    code = call.report(sorted(problems, key=Problem.order))
    if call.options.fix and problems:
        call.console.say(
            f"{counted(len(problems), 'problem')} {'is' if len(problems) == 1 else 'are'} left for you"
        )
    if call.options.staged:
        unstaged = {path for plan in plans for path in plan.unstaged}
        advise(call, {*written_paths, *unstaged}.difference(ignored), problems)
    if (call.options.stage or call.options.commit) and not (call.options.diff or call.options.check):
        from minutebook.commands._sync_commit import stage

        notebooks = [series.notebook for series in synced]
        code = stage(call, notebooks, plans, is_right=not code and is_complete) or code
    writing_counts = call.options.exit_code or call.options.check
    return int(bool(code) or not is_complete or (writing_counts and bool(written_paths)))


def _check_usage(call: Call) -> None:
    if call.options.staged and (call.options.stage or call.options.commit or call.options.fix):
        raise UsageError(
            "--stage and --fix can't be used with --staged: a hook changes neither the index nor what people typed"
        )
    if call.options.commit:
        from minutebook.commands._sync_commit import refuse_commit

        refuse_commit(call)


def _scopes(call: Call, staged: Sequence[str]) -> tuple[Scope, ...]:
    """Return what a hook looks at: what is staged, or all where nothing is, as when CI runs it."""
    if staged:
        return call.beside_shared(touched_by(call.snapshot, staged, call.store))
    by_hand = not call.options.staged or call.options.paths
    return call.scopes(some=by_hand and not orphaned_meetings(call.snapshot))


def _sync_series(call: Call, scope: Scope, last_writes: LastWrites) -> _SyncedSeries:
    """Mend and update a series, examine what has become of it, and plan what is written there."""
    scope = replace(scope, notebook=replace(scope.notebook, is_redrawn=call.options.redraw))
    mended, updated, obstacles = _bring_up_to_date(call, scope)
    notebook = updated.notebook
    changed = {*mended.texts, *updated.texts}
    days = {*scope.days, *(day for day, path in notebook.days.items() if path in changed)}
    examined = examine(notebook, days, call.options.only, watched=call.watched)
    texts = {**mended.texts, **(updated.texts if examined.readable else {})}
    redraw = None if call.options.redraw else find_redraw(notebook, examined.generated, call.drawn_from)
    held_back, redrawn = (redraw.paths, (redraw.problem,)) if redraw else ((), ())
    generated = [file for file in examined.generated if file.path not in held_back]
    planner = Planner(call.repository, notebook, last_writes, staged=call.options.staged)
    plan = planner.plan(texts, generated, examined.current)
    # What can't be written is reported once, and not again for each of its actions.
    unwritten = {problem.path for problem in obstacles}
    remaining = [
        problem
        for problem in examined.problems
        if problem.rule not in _SYNCED or problem.path not in unwritten
    ]
    return _SyncedSeries(notebook, (*remaining, *obstacles, *plan.problems, *redrawn), plan)


def _bring_up_to_date(call: Call, scope: Scope) -> tuple[Updated, Updated, tuple[Problem, ...]]:
    """Return a series as it is mended, as it is brought up to date after that, and what kept it from that.

    What is brought up to date can show what else is to be mended, such as an action item that stands there twice then.
    """
    fixes = call.options.fix
    mended = mend_series(call, scope.notebook, scope.days) if fixes else Updated(scope.notebook)
    updated, obstacles = _update(call, mended.notebook)
    for _ in range(_ROUNDS if fixes and updated.texts else 0):
        step = mend_series(call, updated.notebook, scope.days)
        if not step.texts:
            break
        mended = mended.then(updated).then(step)
        updated, obstacles = _update(call, mended.notebook)
    return mended, updated, obstacles


def _update(call: Call, notebook: Notebook) -> tuple[Updated, tuple[Problem, ...]]:
    """Return a series with its newest meetings up to date, and what kept some of them from being written.

    A series that can't be read is returned as it is: the examination that follows reports it.
    """
    if call.options.only not in {None, "carry"}:
        return Updated(notebook), ()

    def accept(path: str, text: str) -> bool:
        return can_write(call.repository, notebook, path, text, staged=call.options.staged)

    try:
        # A missing empty line is no problem, so that no hook and no `--check` fails for it alone.
        gaps = not call.options.staged and not call.options.check
        updated = update(notebook, older=call.options.all, gaps=gaps, accept=accept)
    except Refused as refused:
        return Updated(notebook), refused.problems if call.options.only == "carry" else ()
    for day, path in notebook.days.items():
        if path in updated.texts:
            from minutebook.notebook.update_summary import summary

            call.console.say(f"{call.shown(path)}: {summary(notebook, updated.notebook, day)}")
    not_editable = (_not_editable(refusal) for refusal in updated.not_editable)
    return updated, (*not_editable, *map(not_carried, updated.refused))


def _not_editable(refusal: "NotEditable") -> Problem:
    hint = "Write it in block style, one `key: value` a line, or make the change by hand."
    return Problem(refusal.path, START, "not-editable", str(refusal), hint)


def _write(call: Call, plans: Sequence[Plan], last_writes: LastWrites) -> tuple[list[str], bool]:
    """Write, or only show what would be written; return the paths, and whether all of them were written."""
    writes = [write for plan in plans for write in plan.writes]
    dry = call.options.diff or call.options.check
    if not dry:
        tidy(call.repository.top, plans)
    saved = () if dry else carry_out(writes, last_writes)
    if call.options.diff:
        for write in writes:
            call.console.tell(write.diff(), verbatim=True)
    else:
        verb, deleting = ("would write", "would delete") if dry else ("wrote", "deleted")
        for write in writes:
            if write.change.path in saved:
                again = "minutebook sync" if call.options.staged else shell_line(call.options.typed)
                call.console.say(SAVED.format(call.shown(write.path), f"type: {again}"))
            else:
                call.console.tell(f"{deleting if write.text is None else verb} {call.shown(write.path)}")
    return [write.path for write in writes if write.change.path not in saved], not saved
