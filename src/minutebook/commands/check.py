"""`check`: read-only; all that is wrong in the notes."""

from collections.abc import Iterator

from minutebook.commands.call import Call
from minutebook.examining import examine
from minutebook.generated import stale
from minutebook.problem import Problem


def run(call: Call) -> int:
    """Report every problem of the notes and of the generated files."""
    return call.report(_problems(call))


def _problems(call: Call) -> Iterator[Problem]:
    for scope in call.scopes():
        examined = examine(scope.folder, scope.days, old_warnings=bool(call.options.paths))
        yield from examined.problems
        yield from stale(scope.folder, examined.generated)
