"""`gate`: refuses a push to a server that would break the notes; git calls it before it takes anything."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from minutebook.commands._call import Call
from minutebook.commands._options import add_strict_option
from minutebook.notebook import scope
from minutebook.notebook.examination import judge
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.series_settings import NewerFormat
from minutebook.notebook.unusable_paths import path_problems
from minutebook.notebook.vanished import lost_actions
from minutebook.records.file_kinds import is_read
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem, UsageError
from minutebook.reports import Presentation, text
from minutebook.reports.characters import printable
from minutebook.repository import pushes
from minutebook.repository.pushes import Tip
from minutebook.repository.snapshot import Entry

_FOR_GIT = (
    "`minutebook gate` is called by git when somebody pushes, and reads lines `OLD NEW REF` from git; "
    "put `exec minutebook gate` into hooks/pre-receive of the bare repository"
)
_LEFT_OUT = """
The push leaves out commits that are there. To keep them, type: git pull   and push without --force
To replace them, type first: git fetch"""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What is wrong with a commit; `unchecked` says why it could not be looked at.

    It `leaves_out` commits with action items that are lost where it does not follow on what its branch had.
    """

    tip: Tip
    problems: tuple[Problem, ...] = ()
    unchecked: str = ""
    leaves_out: bool = False

    def refuses(self, *, strict: bool) -> bool:
        """Whether the push must not be taken."""
        return bool(self.unchecked or self.obstacles(strict=strict))

    def obstacles(self, *, strict: bool) -> tuple[Problem, ...]:
        """The problems for which the push must not be taken."""
        return tuple(problem for problem in self.problems if strict or problem.severity == "error")


def options(parser: ArgumentParser) -> None:
    """Add the options of `gate`."""
    parser.description = (
        "Git calls it in a bare repository, as the hook pre-receive, which --no-verify does not skip. It checks "
        "what the pushed branches will hold, and refuses the push if `check` would find errors there."
    )
    add_strict_option(parser)


def run(call: Call) -> int:
    """Check what the branches of a push will hold; refuse it all if something is wrong with one of them."""
    try:
        updates = pushes.read(_lines_of_git())
    except ValueError:
        raise UsageError(_FOR_GIT) from None
    if not any(update.branch for update in updates):
        return 0
    verdicts = [verdict for verdict in _judge(call, updates) if verdict.problems or verdict.unchecked]
    _show(call, verdicts)
    refusals = [verdict for verdict in verdicts if verdict.refuses(strict=call.options.strict)]
    if refusals:
        call.console.say(_advice(updates, refusals, strict=call.options.strict))
    return int(bool(refusals))


def _lines_of_git() -> str:
    """Return what git says on standard input; raises ValueError where a person sits there."""
    if sys.stdin is None or sys.stdin.isatty():
        raise ValueError("no lines of git's")
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def _judge(call: Call, updates: Sequence[pushes.RefUpdate]) -> Iterator[_Verdict]:
    # Branches alone vouch for their commits, because what tags and other refs lead to was never checked. They
    # vouch for those in their middle, too, though only ends are checked: history is full of steps half done.
    fresh = [update.new_oid for update in updates if update.branch and update.is_new]
    commits = call.commits
    tips = pushes.tips(updates, commits.beyond_branches(fresh) if fresh else {})
    pairs = [(tip.commit, base) for tip in tips for base in tip.bases if base != tip.commit]
    changed = dict(zip(pairs, commits.changed_entries(pairs) if pairs else (), strict=True))
    for tip in tips:
        entries = {base: changed.get((tip.commit, base), {}) for base in tip.bases}
        # Whatever one of them has right is right here where nothing is different, so the nearest will do.
        notes = min(map(_notes, entries.values()), key=len, default=())
        if notes or not tip.bases:
            yield _judge_tip(call, tip, notes, entries)


def _notes(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(is_read, paths))


def _judge_tip(
    call: Call, tip: Tip, changed: Sequence[str], entries: Mapping[str, Mapping[str, Entry]]
) -> _Verdict:
    files = call.commits.files_of(tip.commit)
    snapshot = call.commits.snapshot_of(tip.commit, files)

    @cache
    def shared() -> tuple[Notebook, ...]:
        """Return what the branches had before the push; nothing of it may be gone."""
        listings = ((base, files.with_entries(differing)) for base, differing in entries.items())
        snapshots = (call.commits.snapshot_of(base, listing) for base, listing in listings)
        return tuple(notebook for base in snapshots for notebook in call.series_of(base))

    try:
        touched = scope.touched_by(snapshot, changed, call.store) if tip.bases else None
        scopes = scope.all_series(snapshot, call.store) if touched is None else touched
        scopes = scope.beside(scopes, shared)
        problems = [*path_problems(snapshot, shared)]
        problems += chain.from_iterable(judge(series_scope)[1] for series_scope in scopes)
        series = (*call.series_of(snapshot), *(series_scope.notebook for series_scope in scopes))
        lost = tuple(lost_actions(snapshot, series, shared()))
        leaves_out = bool(lost) and not all(call.commits.is_ancestor(base, tip.commit) for base in tip.bases)
        if leaves_out:  # in the clone it is no ancestor, and nothing there knows of them
            lost = tuple(replace(action, base=action.shared.commit) for action in lost)
        problems += (action.problem for action in lost)
        return _Verdict(tip, tuple(problems), leaves_out=leaves_out)
    except (UsageError, NewerFormat) as refusal:
        return _Verdict(tip, unchecked=str(refusal))


def _show(call: Call, verdicts: Iterable[_Verdict]) -> None:
    # A pusher's terminal is not this one: no source lines, and colours only where they are asked for.
    presentation = Presentation(colored=call.options.color == "always")
    problems: list[Problem] = []
    for verdict in verdicts:
        branches = verdict.tip.branches
        call.console.data(f"{'Branch' if len(branches) == 1 else 'Branches'} {_joined(branches)}:")
        call.console.data(text.report(verdict.problems, presentation))
        call.console.data(printable(verdict.unchecked))
        problems += verdict.problems
    if problems:
        call.console.say(text.count_problems(problems))


def _advice(updates: Sequence[pushes.RefUpdate], refusals: Sequence[_Verdict], *, strict: bool) -> str:
    """Return what was not taken, and the exact lines to type."""
    branches = _joined([name for verdict in refusals for name in verdict.tip.branches])
    outcome = f"{branches} was refused."
    if len(updates) > 1:
        outcome = f"The whole push was refused because of {branches}: git takes all of a push or nothing."
    if any(verdict.leaves_out for verdict in refusals):
        outcome += _LEFT_OUT
    if not any(verdict.problems for verdict in refusals):
        return f"{outcome}\nFix what is named above, commit, and push again."
    obstacles = [problem for verdict in refusals for problem in verdict.obstacles(strict=strict)]
    is_unchecked = any(verdict.unchecked for verdict in refusals)
    sync_is_enough = not is_unchecked and all(problem.is_for_sync for problem in obstacles)
    start = "" if sync_is_enough else "fix what is named above, then "
    older = " --all" if any(problem.is_for_all for problem in obstacles) else ""
    lines = f"    minutebook sync{older} --stage\n    git commit"
    return f"{outcome}\nIn your clone, on {branches}, {start}type:\n{lines}\nand push again."


def _joined(names: Sequence[str]) -> str:
    """Return the names of branches as a sentence has them."""
    printable_names = [printable(name) for name in names]
    return " and ".join(filter(None, (", ".join(printable_names[:-1]), printable_names[-1])))
