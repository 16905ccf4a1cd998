"""`sync`: writes what can be computed, and says what only people can mend."""

from collections.abc import Sequence

from minutebook import files, scope
from minutebook.commands.call import Call
from minutebook.examining import examine
from minutebook.memory import Memory
from minutebook.problem import Problem, UsageError
from minutebook.writing import Plan, plan


def run(call: Call) -> int:
    """Write the generated files that are not current, and report every problem."""
    if call.options.staged and call.options.stage:
        raise UsageError("--stage is for use by hand: a hook never changes what is staged")
    scopes = _scopes(call)
    examined = [examine(one.folder, one.days, call.options.only) for one in scopes]
    memory = Memory(call.repository.git_dir)
    made = [
        plan(call.repository, one.folder, found.generated, memory, staged=call.options.staged)
        for one, found in zip(scopes, examined, strict=True)
    ]
    problems = [problem for found in examined for problem in found.problems]
    problems += [problem for one in made for problem in one.problems]
    written = _write(call, made, memory)
    code = call.report(sorted(problems, key=Problem.order))
    _say_what_to_type(call, made, written)
    counts = call.options.exit_code or call.options.check
    return int(bool(code) or (counts and bool(written)))


def _scopes(call: Call) -> tuple[scope.Scope, ...]:
    """Return what a hook looks at: what is staged, or all where nothing is, as when CI runs it."""
    if not call.options.staged or call.options.paths:
        return call.scopes()
    staged = call.repository.staged_paths()
    return scope.touched_by(call.snapshot, staged) if staged else scope.everything(call.snapshot)


def _write(call: Call, made: Sequence[Plan], memory: Memory) -> list[str]:
    """Write, or only show what would be written; return the paths."""
    writes = [write for one in made for write in one.writes]
    if call.options.diff:
        for write in writes:
            call.console.data(write.diff())
    elif not call.options.check:
        files.apply([write.change for write in writes])
        for write in writes:
            memory.keep(write.path, write.text or "")
    tell = call.console.data if call.console.form == "text" else call.console.say
    verbs = (
        ("would write", "would delete") if call.options.diff or call.options.check else ("wrote", "deleted")
    )
    for write in writes:
        if not call.options.diff:
            tell(f"{verbs[write.text is None]} {write.path}")
    paths = [write.path for write in writes]
    if call.options.stage and paths and not (call.options.diff or call.options.check):
        call.repository.stage(paths)
    return paths


def _say_what_to_type(call: Call, made: Sequence[Plan], written: Sequence[str]) -> None:
    """End a hook that stops a commit with the exact lines to type."""
    if not call.options.staged:
        return
    paths = sorted({*written, *(path for one in made for path in one.unstaged)})
    if paths:
        names = " ".join(f"'{path}'" if " " in path else path for path in paths)
        call.console.say(
            f"The minutes are not part of this commit yet. Type:\n    git add {names}\nand commit again."
        )
