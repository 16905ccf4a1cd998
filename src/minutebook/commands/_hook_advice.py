"""The lines that end a hook of `sync` which stops a commit: what to type, so that the next one passes."""

import os
import shlex
from collections.abc import Iterable, Sequence

from minutebook.commands._call import Call
from minutebook.notebook.notebook import notebooks
from minutebook.notebook.plan import Plan
from minutebook.records.problem import Problem

_COMMIT_AGAIN = {
    "": "and commit again.",
    "all": "and commit again with --all: git has not kept what it staged for this commit.",
    "named": "and commit again, and name these files too: a commit of named files takes only those.",
}
"""What to do by the index that git made for this commit alone (pre-commit issue 2184), and drops if a hook stops it."""


def advise(call: Call, plans: Sequence[Plan], written: Iterable[str], problems: Iterable[Problem]) -> None:
    """Say which files must be staged, where some must."""
    index = call.repository.passing_index
    paths = {*written, *(path for plan in plans for path in plan.unstaged)}
    if paths and index == "all":
        paths |= _unknown_meetings(call, paths)
    if not paths:
        return
    names = " ".join(shlex.quote(call.shown(path).replace(os.sep, "/")) for path in sorted(paths))
    start = "The minutes are not part of this commit yet. Type:"
    if any(_is_mistake(problem) for problem in problems):
        start = "Fix the errors above first: they stop the commit, too. Then type:"
    call.console.say(f"{start}\n    git add {names}\n{_COMMIT_AGAIN[index]}")


def _is_mistake(problem: Problem) -> bool:
    """Whether people must mend something before a commit can pass."""
    return problem.severity == "error" and problem.rule != "not-staged"


def _unknown_meetings(call: Call, paths: Iterable[str]) -> set[str]:
    """Return the new meetings beside some files, which a commit of all tracked files leaves out."""
    folders = {path.rpartition("/")[0] for path in paths}
    series = notebooks(call.repository.working_tree())
    meetings = {path for notebook in series for path in notebook.days.values()}
    return {path for path in meetings - call.snapshot.files.keys() if path.rpartition("/")[0] in folders}
