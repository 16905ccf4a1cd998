"""`check`: read-only; all that is wrong in the notes."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutebook.commands._call import Call
from minutebook.commands._ignored_minutes import ignored_meetings
from minutebook.commands._options import add_paths_option, add_problem_options, add_snapshot_options
from minutebook.commands._shared_state import drop_empty_base, lost_actions
from minutebook.notebook.examination import judge
from minutebook.notebook.unsynced_edits import unsynced_edits
from minutebook.notebook.unusable_paths import path_problems
from minutebook.records.problem import Problem
from minutebook.reports import load_reporter

if TYPE_CHECKING:
    from minutebook.commands._check_summary import JobSummary


def options(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.description = "Read-only: checks schema, rules, and whether generated files are up to date; all series when no path is given."
    add_paths_option(parser)
    add_snapshot_options(parser)
    add_problem_options(parser)
    parser.add_argument(
        "--summary",
        metavar="FILE",
        help="add the problems, what sync would write and the minutes that changed to this file as Markdown; "
        "--format github adds them to $GITHUB_STEP_SUMMARY",
    )
    parser.add_argument(
        "--base",
        metavar="REV",
        help="the commit since which no action item may have vanished, and that the summary compares minutes with; "
        "by default what others have, and the first parent of what is checked",
    )


def run(call: Call) -> int:
    """Report every problem of the notes and of the generated files."""
    if drop_empty_base(call):
        call.console.say(
            "There is no state before this one to compare with: nobody looks for vanished action items."
        )
    summary = _summary(call)
    problems = tuple(_problems(call, summary))
    if any(problem.rule == "minutes-missing" for problem in problems):
        from minutebook.commands._ignored_minutes import explain_ignored

        problems = explain_ignored(call, problems)
    code = call.report(problems, summarized=summary is not None)
    return summary.write(problems, code) if summary else code


def _summary(call: Call) -> "JobSummary | None":
    options = call.options
    if options.summary is None and options.base is None and not load_reporter(options.format).job_summary:
        return None
    from minutebook.commands._check_summary import job_summary

    return job_summary(call)


def _problems(call: Call, summary: "JobSummary | None") -> Iterator[Problem]:
    misplaced = () if call.options.paths else tuple(path_problems(call.snapshot, lambda: call.shared))
    misplaced += tuple(ignored_meetings(call))
    yield from misplaced
    scopes = call.scopes(some=False)
    for scope in scopes:
        examined, problems = judge(
            scope, call.drawn_from, with_current=summary is not None, watched=call.watched
        )
        yield from problems
        if summary:
            summary.take(scope, examined)
    for scope in scopes:
        yield from unsynced_edits(scope.notebook)
    lost = lost_actions(call, (scope.notebook for scope in scopes))
    yield from (action.problem for action in lost)
    if not (scopes or misplaced or lost):
        call.scopes()  # raises UsageError; a series that others have is missed for its action items before
