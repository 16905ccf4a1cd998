"""The day from which a series asks people what they renamed: after all that was written before anybody was asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from minutebook.notebook.notebook import Notebook
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable


def strict_day(days: Iterable[date]) -> date:
    """Return the day after the last one of old minutes."""
    return max(days) + timedelta(days=1)


def let_imported_rest(notebook: Notebook, days: Iterable[date]) -> Notebook:
    """Return a series in which the meetings rest that are made of old minutes of some days."""
    new_days = [day for day in days if day not in notebook.days]
    if not new_days or not notebook.series.asks_on(max(new_days)):
        return notebook
    path, day = notebook.series_path, str(strict_day(new_days))
    editor = Editor(path, notebook.text(path), notebook.document(path).data)
    try:
        if notebook.series.strict is None:
            editor.add((), "strict", day, predecessors=list(editor.data))
        else:
            editor.set(("strict",), day)
        return notebook.with_text(path, editor.result())
    except NotEditable:
        return notebook
