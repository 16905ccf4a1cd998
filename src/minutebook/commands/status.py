"""`status`: where each series stands, and what to type next."""

import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from minutebook.commands._call import Call
from minutebook.commands._clone_hints import mention_driver, mention_hooks
from minutebook.commands._options import add_format_option
from minutebook.commands._series import series_meant
from minutebook.commands._shared_state import lost_actions
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.orphans import orphaned_meetings
from minutebook.notebook.progress import Progress, progress_of
from minutebook.notebook.scope import is_at_or_below
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import counted
from minutebook.reports.json_ import json_text
from minutebook.reports.looks import Look, Paint
from minutebook.repository.new_commit import has_unpushed


def options(parser: ArgumentParser) -> None:
    """Add the options of `status`."""
    add_format_option(parser, "how it is shown")


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where the series of a folder stands, and what is to be typed next, with what is to be done before."""

    folder: PurePosixPath
    progress: Progress
    command: str
    request: str = "Type: "


def run(call: Call) -> int:
    """Print of each series where it stands, and the one thing to type next."""
    standings = list(_standings(call))
    if call.console.form == "json":
        call.console.data(json_text([_record(standing) for standing in standings]))
    else:
        call.console.data("\n".join(line for standing in standings for line in _lines(call, standing)))
        mention_hooks(call)
        mention_driver(call)
    return 0


def _standings(call: Call) -> Iterator[_Standing]:
    """Yield where each series stands, and each folder of meetings whose series.yaml is missing."""
    notebooks = call.notebooks()
    here = series_meant(call, notebooks, None)
    uncommitted = call.repository.uncommitted_paths()
    lost = [action.path for action in lost_actions(call, ())]
    for notebook in [here] if here else notebooks:
        vanished = sum(is_at_or_below(path, [notebook.path]) for path in lost)
        progress = progress_of(
            notebook, call.today, uncommitted, call.drawn_from, vanished, watched=call.watched
        )
        command = _command(call, notebook, progress)
        yield _Standing(notebook.path, progress, command, _request(call, notebook, progress))
    for folder in orphaned_meetings(call.snapshot):
        if is_at_or_below(str(folder), [call.inside(".")]):
            yield _Standing(folder, Progress(errors=1, is_readable=False), "minutebook check")


def _lines(call: Call, standing: _Standing) -> Iterator[str]:
    paint, progress = call.console.paint, standing.progress
    yield f"{paint(call.shown(standing.folder), 'strong')}: {'; '.join(_facts(progress, paint))}"
    if progress.gaps:
        yield f"    not filled in yet: {', '.join(progress.gaps)}"
    yield f"    {standing.request}{standing.command}"


def _facts(progress: Progress, paint: Paint) -> Iterator[str]:
    """Yield in words where a series stands."""
    if progress.errors:
        yield paint(counted(progress.errors, "error"), "overdue")
    if not progress.is_readable:
        return
    yield f"last meeting {progress.last}" if progress.last else "no meeting yet"
    if progress.draft:
        yield f"draft {progress.draft}"
    numbers: tuple[tuple[int, str, Look], ...] = (
        (progress.open, "open", "plain"),
        (progress.overdue, "overdue", "overdue"),
        (progress.lapsing, "lapsing next time", "lapsing"),
    )
    if counts := [paint(f"{number} {word}", look) for number, word, look in numbers if number]:
        yield f"action items: {', '.join(counts)}"
    if not progress.is_committed:
        yield "not committed yet"
    if progress.next_meeting:
        yield f"next meeting {progress.next_meeting}"


def _request(call: Call, notebook: Notebook, progress: Progress) -> str:
    """Return what is to be done before the next command is typed, up to its name."""
    if progress.draft and not progress.errors:
        path = call.shown(notebook.days[progress.draft])
        filled = "Fill in" if progress.gaps else "Finish"
        return f"{filled} {path}, delete its `status: draft`, then type: "
    return "Type: "


def _command(call: Call, notebook: Notebook, progress: Progress) -> str:
    """Return the one command to type next."""
    series = shlex.quote(call.shown(notebook.path))
    if progress.errors:
        return f"minutebook check {series}"
    if progress.draft or not progress.is_written:
        return "minutebook sync"
    if not progress.is_committed:
        return "minutebook sync --commit"
    if has_unpushed(call.repository.top, str(notebook.path)):
        return "git push"
    return f"minutebook new {series}"


def _record(standing: _Standing) -> dict[str, Any]:
    progress = standing.progress
    known: dict[str, int | None] = {
        "open": progress.open,
        "overdue": progress.overdue,
        "lapsing": progress.lapsing,
        "errors": progress.errors,
        "written": progress.is_written,
        "committed": progress.is_committed,
    }
    if not progress.is_readable:
        known = {**dict.fromkeys(known), "errors": progress.errors}
    return {
        "series": str(standing.folder),
        "last": progress.last,
        "draft": progress.draft,
        "gaps": list(progress.gaps),
        "next": progress.next_meeting,
        **known,
        "command": standing.command,
    }
