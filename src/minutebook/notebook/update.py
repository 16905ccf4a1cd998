"""A series whose newest meetings are up to date."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from minutebook.actions.reconciliation import NEWEST, Reconciliation
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.shorthand import has_placeable, short_sections
from minutebook.records.frozen_class import dataclass
from minutebook.records.meeting import Meeting

if TYPE_CHECKING:
    from minutebook.source.edits.editor import Editor
    from minutebook.source.edits.not_editable import NotEditable


@dataclass(frozen=True, slots=True)
class Updated:
    """A series in which files were edited, and their new texts by path.

    `refused` are the meetings whose new text was not accepted, `not_editable` says which can't be edited, and why,
    and `mended` by path and in words what was mended of what people wrote.
    """

    notebook: Notebook
    texts: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    not_editable: tuple["NotEditable", ...] = ()
    mended: tuple[tuple[str, str], ...] = ()

    def then(self, following: "Updated") -> "Updated":
        """Return the outcome of two steps, of which the second began with the series of the first."""
        texts = {**self.texts, **following.texts}
        return replace(following, texts=texts, mended=(*self.mended, *following.mended))


def edited(notebook: Notebook, mended: Iterable[tuple[str, str]], *editors: "Editor") -> Updated:
    """Return a series with what was edited in some of its files, if anything was mended; raises NotEditable."""
    changes = tuple(mended)
    texts = {editor.path: editor.result() for editor in editors} if changes else {}
    for path, text in texts.items():
        notebook = notebook.with_text(path, text)
    return Updated(notebook, texts, mended=changes)


def update(
    notebook: Notebook,
    *,
    older: bool = False,
    gaps: bool = False,
    accept: Callable[[str, str], bool] = lambda _path, _text: True,
) -> Updated:
    """Return a series with its newest meetings up to date.

    Only the newest meeting that was held and the one before change; `older` brings all others up to date, too, and
    `gaps` puts the empty lines below texts that are missing in the newest.
    A new text that is not accepted is dropped; the rules report what is missing there. Raises Refused if a file can't be read.
    """
    # All are asked about, so that a file that can't be read is refused before another one is edited.
    days = notebook.held_days
    meetings = [notebook.meeting(day) for day in (days if older else days[-NEWEST:])]
    if all(
        Reconciliation(notebook.history, meeting).is_current
        and not short_sections(notebook, meeting)
        and not has_placeable(notebook, meeting)
        for meeting in meetings
    ):
        return _with_newest_gaps(Updated(notebook), meetings) if gaps else Updated(notebook)
    # The editor is the slow half of a YAML library, which nothing needs where all is current.
    from minutebook.notebook.edits import update_meeting
    from minutebook.source.edits.not_editable import NotEditable

    texts, refused, not_editable = {}, [], []
    removed: frozenset[str] = frozenset()
    for meeting in meetings:
        path = meeting.path
        removed_before, removed = removed, frozenset()
        try:
            updated = update_meeting(notebook, meeting.date, removed_before)
        except NotEditable as refusal:
            not_editable.append(refusal)
            continue
        text = updated.text(path)
        if text == notebook.text(path):
            continue
        if accept(path, text):
            texts[path], notebook = text, updated
            removed = _ids(meeting) - _ids(notebook.meeting(meeting.date))
        else:
            refused.append(path)
    current = Updated(notebook, texts, tuple(refused), tuple(not_editable))
    return _with_newest_gaps(current, meetings) if gaps else current


def _ids(meeting: Meeting) -> frozenset[str]:
    return frozenset(action.id for action in meeting.actions if action.id)


def _with_newest_gaps(updated: Updated, meetings: Sequence[Meeting]) -> Updated:
    """Return a series with an empty line below each text of its newest meeting, and as a draft with the last counts."""
    if not meetings:
        return updated
    from minutebook.notebook.last_counts import with_last_counts
    from minutebook.source.yaml.block_gaps import with_gaps

    path = meetings[-1].path
    text = updated.notebook.text(path)
    meeting = updated.notebook.meeting(meetings[-1].date)
    if (spaced := with_gaps(path, with_last_counts(updated.notebook, meeting))) == text:
        return updated
    return replace(
        updated, notebook=updated.notebook.with_text(path, spaced), texts={**updated.texts, path: spaced}
    )
