"""`sync`: writes what can be computed, and says what only people can mend."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from minutebook import files, scope
from minutebook.commands.call import Call
from minutebook.examining import examine
from minutebook.memory import Memory
from minutebook.notebook import Folder
from minutebook.problem import START, Problem, UsageError
from minutebook.reconciling import mend_series, reconcile
from minutebook.reports.render import shown_path
from minutebook.writing import Plan, Write, can_write, plan
from minutebook.yamlfile.editing import NotEditable
from minutebook.yamlfile.source import Refused


def run(call: Call) -> int:
    """Bring the newest meetings and all generated files up to date, and report every problem."""
    _check_usage(call)
    memory = Memory(call.repository.git_dir)
    parts = [_one(call, one, memory) for one in _scopes(call)]
    problems = [problem for found, made in parts for problem in (*found, *made.problems)]
    made = [plan for _found, plan in parts]
    written = _write(call, made, memory)
    code = call.report(sorted(problems, key=Problem.order))
    _say_what_to_type(call, made, written)
    counts = call.options.exit_code or call.options.check
    return int(bool(code) or (counts and bool(written)))


def _check_usage(call: Call) -> None:
    if call.options.staged and (call.options.stage or call.options.fix):
        raise UsageError(
            "--stage and --fix are for use by hand: a hook changes neither the index nor what people typed"
        )


def _one(call: Call, one: scope.Scope, memory: Memory) -> tuple[tuple[Problem, ...], Plan]:
    """Return what is wrong in one series, and what is to be written there."""
    folder, staged, only = one.folder, call.options.staged, call.options.only
    mended = mend_series(folder, one.days) if call.options.fix else {}
    notes, failed = _notes(call, folder) if only in {None, "carry"} else ({}, ())
    days = {*one.days, *(day for day, path in folder.days.items() if path in notes)}
    examined = examine(folder, days, only)
    changed = {**mended, **(notes if examined.readable else {})}
    made = plan(call.repository, folder, changed, examined.generated, memory, staged=staged)
    refused = {problem.path for problem in failed}  # its items have no id because it can't be edited
    found = [one for one in examined.problems if one.rule != "id-missing" or one.path not in refused]
    return (*found, *failed), made


def _notes(call: Call, folder: Folder) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the new texts of the newest meetings; none where a file can't be read, which is told elsewhere."""

    def accept(path: str, text: str) -> bool:
        return can_write(call.repository, folder, path, text, staged=call.options.staged)

    try:
        return reconcile(folder, every=call.options.all, accept=accept), ()
    except Refused:
        return {}, ()
    except NotEditable as refusal:
        hint = "Write it in block style, one `key: value` a line, or make the change by hand."
        return {}, (Problem(refusal.path, START, "not-editable", str(refusal), hint),)


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
            if write.generated:
                memory.keep(write.path, write.text or "")
    tell = call.console.data if call.console.form == "text" else call.console.say
    verbs = (
        ("would write", "would delete") if call.options.diff or call.options.check else ("wrote", "deleted")
    )
    for write in writes:
        if not call.options.diff:
            tell(f"{verbs[write.text is None]} {shown_path(write.path, call.repository.top)}")
    if call.options.stage and writes and not (call.options.diff or call.options.check):
        _stage(call, writes)
    return [write.path for write in writes]


def _stage(call: Call, writes: Sequence[Write]) -> None:
    """Add exactly what was written, and new meetings that git doesn't know yet, so that the commit passes."""
    entries = call.snapshot.entries
    written = {write.path for write in writes}
    sources = {write.source for write in writes if write.source in entries} - written
    new = {path for path in sources if entries[path].oid is None}
    call.repository.stage(sorted(written | new))


def _say_what_to_type(call: Call, made: Sequence[Plan], written: Sequence[str]) -> None:
    """End a hook that stops a commit with the exact lines to type."""
    if not call.options.staged:
        return
    paths = sorted({*written, *(path for one in made for path in one.unstaged)})
    if paths:
        top = call.repository.top
        names = " ".join(shlex.quote(shown_path(path, top).replace(os.sep, "/")) for path in paths)
        # git gives a commit of named files an index of that name, which has no other files.
        partial = Path(os.environ.get("GIT_INDEX_FILE", "")).name.startswith("next-index-")
        again = ", and name these files too: a commit of named files takes only those" * partial
        call.console.say(
            f"The minutes are not part of this commit yet. Type:\n    git add {names}\nand commit again{again}."
        )
