"""The series or the meeting that is named on the command line."""

import shlex
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from minutebook.commands._call import Call
from minutebook.notebook.next_day import next_day
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import everything
from minutebook.records.filenames import day_of
from minutebook.records.problem import UsageError
from minutebook.records.schedule import BadRule


def find_series(call: Call, name: str | None) -> Notebook:
    """Return the series of a name, else the one that the user stands in, or the only one; else raises UsageError."""
    notebooks = call.notebooks()
    return series_meant(call, notebooks, name) or only_series(notebooks, "name one of")


def series_meant(call: Call, notebooks: Sequence[Notebook], name: str | None) -> Notebook | None:
    """Return the series of a name, else the one that the user stands in, if any; raises UsageError for no series' name."""
    return series_here(call, notebooks) if name is None else _named_series(call, notebooks, name)


def only_series(notebooks: Sequence[Notebook], request: str) -> Notebook:
    """Return the only series; raises UsageError, with a request to name one, if there are several."""
    if len(notebooks) > 1:
        raise UsageError(f"there are several series; {request}: {_paths(notebooks)}")
    return notebooks[0]


def series_here(call: Call, notebooks: Iterable[Notebook]) -> Notebook | None:
    """Return the innermost series around the folder where the user stands, else the only one in it."""
    here, notebooks = call.inside("."), tuple(notebooks)
    around = [notebook for notebook in notebooks if notebook.path in (here, *here.parents)]
    inside = [notebook for notebook in notebooks if here in notebook.path.parents]
    innermost = max(around, key=lambda notebook: len(notebook.path.parts), default=None)
    return innermost or (inside[0] if len(inside) == 1 else None)


def scheduled_day(call: Call, notebook: Notebook) -> date:
    """Return the day of the next meeting by the schedule, today without one; raises UsageError where it has no day."""
    try:
        return next_day(notebook, call.today) or call.today
    except BadRule as error:
        raise UsageError(f"{error}; name a --date") from None


def _series_called(call: Call, notebooks: Sequence[Notebook], name: str) -> list[Notebook]:
    """Return the series of a path from where the user stands, else from the top, else those of a folder's name."""
    plain = name.rstrip("/")
    path = call.inside(plain)
    return (
        [notebook for notebook in notebooks if path in {notebook.path, PurePosixPath(notebook.series_path)}]
        or [notebook for notebook in notebooks if plain == str(notebook.path)]
        or [notebook for notebook in notebooks if plain == notebook.path.name]
    )


def _named_series(call: Call, notebooks: Sequence[Notebook], name: str) -> Notebook:
    """Return the only series that is called so."""
    plain, namesakes = name.rstrip("/"), _series_called(call, notebooks, name)
    if not namesakes:
        about_days = f"; a day is named with --date {plain}" if day_of(plain) else ""
        raise UsageError(f"there is no series '{plain}'; choose from: {_paths(notebooks)}{about_days}")
    if len(namesakes) > 1:
        raise UsageError(f"several series are called '{plain}'; name one of: {_paths(namesakes)}")
    return namesakes[0]


def find_meeting(call: Call, name: str | None) -> tuple[Notebook, date]:
    """Return the meeting of a path or date, the newest of a series, or of the only one; raises UsageError if there is none."""
    scopes = everything(call.snapshot, call.store)
    here = series_here(call, [scope.notebook for scope in scopes])
    if name is None or day_of(name):
        scopes = tuple(scope for scope in scopes if here in (None, scope.notebook))
    notebooks = [scope.notebook for scope in scopes]
    if name is None:
        return _newest(call, only_series(notebooks, "name one of"))
    meetings = [(scope.notebook, day) for scope in scopes for day in scope.days]
    meetings_of_day = [(notebook, day) for notebook, day in meetings if str(day) == name]
    if len(meetings_of_day) > 1:
        paths = ", ".join(notebook.days[day] for notebook, day in meetings_of_day)
        raise UsageError(f"several series met on {name}; name one of: {paths}")
    if meetings_of_day:
        return meetings_of_day[0]
    if meeting_of_path := _meeting_at(call, meetings, name):
        return meeting_of_path
    if _series_called(call, notebooks, name):
        return _newest(call, _named_series(call, notebooks, name))
    from minutebook.records.spoken_days import past_day  # most name a meeting by its file

    day = past_day(name, call.today)
    if day and not day_of(name):
        return find_meeting(call, str(day))
    where = f"{here.path} of the " if here and day else "the "
    raise UsageError(
        f"there is no meeting '{name}' in {where}{call.snapshot.name}; name one by its file or its date"
    )


def _meeting_at(
    call: Call, meetings: Sequence[tuple[Notebook, date]], name: str
) -> tuple[Notebook, date] | None:
    """Return the meeting of a path from where the user stands, else from the top, else of a series' name and a date."""
    for path in (str(call.inside(name)), name):
        for notebook, day in meetings:
            if path in {notebook.days[day], notebook.minutes_path(day)}:
                return notebook, day
    series_name, _, file_name = name.rpartition("/")
    named_day = day_of(PurePosixPath(file_name).stem)
    if not series_name or named_day is None:
        return None
    notebooks = list({notebook.path: notebook for notebook, _ in meetings}.values())
    notebook = _named_series(call, notebooks, series_name)
    return (notebook, named_day) if named_day in notebook.days else None


def _newest(call: Call, notebook: Notebook) -> tuple[Notebook, date]:
    if not notebook.days:
        raise no_meeting(call, notebook)
    return notebook, max(notebook.days)


def no_meeting(call: Call, notebook: Notebook) -> UsageError:
    """Return what is wrong with a series that has no meeting yet, and what starts one."""
    command = shlex.join(["minutebook", "new", call.shown(notebook.path)])
    return UsageError(f"{notebook.path} has no meeting yet; `{command}` starts one")


def _paths(notebooks: Sequence[Notebook]) -> str:
    return ", ".join(str(notebook.path) for notebook in notebooks)
