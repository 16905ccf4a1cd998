"""Drafts that nobody has written into: they give way to old minutes, and are begun anew after them."""

from collections.abc import Iterator, Mapping
from datetime import date

from minutebook.commands._call import Call
from minutebook.notebook.drafted import is_untouched, with_draft
from minutebook.notebook.edits import update_meeting
from minutebook.notebook.notebook import Notebook


def give_way(series: Notebook | None) -> tuple[Notebook | None, Mapping[date, str]]:
    """Return a series without its untouched drafts, and their paths by their days."""
    if series is None:
        return None, {}
    drafts = {day: path for day, path in series.days.items() if is_untouched(series, day)}
    for day in drafts:
        series = series.without_meeting(day)
    return series, drafts


def begin_anew(notebook: Notebook, drafts: Mapping[date, str]) -> Notebook:
    """Return a series with the drafts of days after its newest meeting, made from what it has now."""
    newest = max(notebook.days, default=date.min)
    for day, path in drafts.items():
        if day > newest:
            notebook = update_meeting(with_draft(notebook, day, path), day)
    return notebook


def draft_lines(call: Call, notebook: Notebook, drafts: Mapping[date, str]) -> Iterator[str]:
    """Yield what has become of each draft, or what would."""
    dry = call.options.dry_run
    for day, path in drafts.items():
        became = "would give way to" if dry else "gave way to"
        if notebook.days.get(day) == path and notebook.meeting(day).status == "draft":
            became = f"{'would be' if dry else 'was'} begun anew from"
        yield f"{call.shown(path)} {became} the old minutes: nobody has written into it yet"
