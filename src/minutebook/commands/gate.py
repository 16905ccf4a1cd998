"""`gate`: refuses a push to a server that would break the notes; git calls it before it takes anything."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from minutebook.commands._call import Call
from minutebook.commands._options import add_strict_option
from minutebook.notebook import scope
from minutebook.notebook.check import judge
from minutebook.notebook.notebook import notebooks
from minutebook.notebook.reader import NewerFormat
from minutebook.notebook.vanished import lost_actions
from minutebook.records.problem import Problem, UsageError
from minutebook.reports import Style, text
from minutebook.reports.characters import printable
from minutebook.repository import Commits, Snapshot, pushes
from minutebook.repository.pushes import Tip

_FOR_GIT = (
    "`minutebook gate` is called by git when somebody pushes, and reads lines `OLD NEW REF` from git; "
    "put `exec minutebook gate` into hooks/pre-receive of the bare repository"
)
_READ = (".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is wrong with a commit; `unchecked` says why it could not be looked at."""

    tip: Tip
    problems: tuple[Problem, ...] = ()
    unchecked: str = ""

    def stops(self, *, strict: bool) -> tuple[Problem, ...]:
        """The problems for which the push must not be taken."""
        return tuple(problem for problem in self.problems if strict or problem.severity == "error")


def options(parser: ArgumentParser) -> None:
    """Add the options of `gate`."""
    parser.description = (
        "Called by git in a bare repository, as its hook pre-receive, where --no-verify does not help: checks "
        "what the pushed branches shall hold, and refuses the push if `check` would find errors there."
    )
    add_strict_option(parser)


def run(call: Call) -> int:
    """Check what the branches of a push shall hold; refuse it all if something is wrong with one of them."""
    try:
        updates = pushes.read(_told())
    except ValueError:
        raise UsageError(_FOR_GIT) from None
    if not any(update.branch for update in updates):
        return 0
    found = [one for one in _judge(call.commits, updates) if one.problems or one.unchecked]
    _show(call, found)
    refused = [one for one in found if one.unchecked or one.stops(strict=call.options.strict)]
    if refused:
        call.console.say(_what_to_do(updates, refused, strict=call.options.strict))
    return int(bool(refused))


def _told() -> str:
    """Return what git says on standard input; raises ValueError where a person sits there."""
    if sys.stdin is None or sys.stdin.isatty():
        raise ValueError("nothing that git says")
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def _judge(commits: Commits, updates: Sequence[pushes.RefUpdate]) -> Iterator[_Judged]:
    # Branches alone vouch for their commits, because what tags and other refs lead to was never checked. They
    # vouch for those in their middle, too, though only ends are checked: history is full of steps half done.
    fresh = [update.new_oid for update in updates if update.branch and update.is_new]
    tips = pushes.tips(updates, commits.beyond_branches(fresh) if fresh else {})
    pairs = [(tip.commit, base) for tip in tips for base in tip.bases if base != tip.commit]
    changed = dict(zip(pairs, commits.changed_paths(pairs) if pairs else (), strict=True))
    for tip in tips:
        differing = [_notes(changed.get((tip.commit, base), ())) for base in tip.bases]
        # Whatever one of them has right is right here where nothing is different, so the nearest will do.
        notes = min(differing, key=len, default=())
        if notes or not tip.bases:
            yield _judge_one(commits, tip, notes)


def _notes(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path.lower().endswith(_READ))


def _judge_one(commits: Commits, tip: Tip, changed: Sequence[str]) -> _Judged:
    snapshot = commits.snapshot_of(tip.commit)
    try:
        scope.refuse_lost_series(snapshot, changed)
        scopes = scope.touched_by(snapshot, changed) if tip.bases else scope.all_series(snapshot)
        found = (judge(one, old_warnings=False)[1] for one in scopes)
        return _Judged(tip, (*chain.from_iterable(found), *_lost_actions(commits, snapshot, tip)))
    except (UsageError, NewerFormat) as refusal:
        return _Judged(tip, unchecked=str(refusal))


def _lost_actions(commits: Commits, snapshot: Snapshot, tip: Tip) -> Iterator[Problem]:
    """Yield what the branches had open before the push, and would not have any more."""
    shared = [notebook for base in tip.bases for notebook in notebooks(commits.snapshot_of(base))]
    yield from dict.fromkeys(lost_actions(notebooks(snapshot), shared))


def _show(call: Call, found: Iterable[_Judged]) -> None:
    # A pusher's terminal is not this one: no source lines, and colours only where they are asked for.
    style = Style(colored=call.options.color == "always")
    for one in found:
        call.console.data(f"{_named(one.tip.branches)}:")
        call.console.data(text.report(one.problems, style))
        call.console.data(printable(one.unchecked))
    problems = [problem for one in found for problem in one.problems]
    if problems:
        call.console.say(text.count_problems(problems))


def _what_to_do(updates: Sequence[pushes.RefUpdate], refused: Sequence[_Judged], *, strict: bool) -> str:
    """Return what was not taken, and the exact lines to type."""
    bad = _listed([name for one in refused for name in one.tip.branches])
    taken = f"{bad} was not taken."
    if len(updates) > 1:
        taken = f"Nothing of this push was taken, because of {bad}: git takes all of it or nothing."
    if not any(one.problems for one in refused):
        return f"{taken}\nMend what is named above, commit, and push again."
    alone = all(not one.unchecked and _are_for_sync(one.stops(strict=strict)) for one in refused)
    first = "" if alone else "mend what is named above, then "
    lines = "    minutebook sync --stage\n    git commit"
    return f"{taken}\nIn your clone, on {bad}, {first}type:\n{lines}\nand push again."


def _are_for_sync(problems: Iterable[Problem]) -> bool:
    return all(problem.hint.startswith("Type: minutebook sync") for problem in problems)


def _named(branches: Sequence[str]) -> str:
    return f"{'Branch' if len(branches) == 1 else 'Branches'} {_listed(branches)}"


def _listed(names: Sequence[str]) -> str:
    shown = [printable(name) for name in names]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
