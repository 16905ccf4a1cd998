"""What `sync` edits in a meeting's file: ids, and the items that it carries, drops or lapses."""

from collections.abc import Callable, Iterator
from datetime import date

from minutebook.actions import carry, lapse
from minutebook.actions.ids import make_id
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Meeting
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.source.edits.actions import add_action, set_field, set_status
from minutebook.source.edits.editor import Editor

Step = Callable[[Notebook, Meeting, Editor], None]


def update_meeting(notebook: Notebook, day: date) -> Notebook:
    """Return a series in which a meeting has every item in full, carried, or lapsed.

    Raises NotEditable if its file can't be edited without changing its meaning.
    """
    path = notebook.days[day]
    steps: tuple[Step, ...] = (_expand, _drop_closed, _carry, _lapse)
    for step in steps:
        document = notebook.document(path)
        editor = Editor(path, document.text, document.data)
        step(notebook, notebook.meeting(day), editor)
        if (text := editor.result()) != document.text:
            notebook = notebook.with_text(path, text)
    return notebook


def _expand(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Give every item an id, and write out those typed in a hurry."""
    taken = set(ids_around(notebook, meeting.date))
    roster = Roster(notebook.series.roster)
    for action in meeting.actions:
        if action.id is not None:
            continue
        owners = [roster.canonical(owner) or owner for owner in action.owners]
        made = make_id(str(notebook.path), meeting.date, owners, action.task, taken)
        taken.add(made)
        if action.shorthand is None:
            editor.add(action.key_path, "id", made)
        else:
            owner = owners if len(owners) > 1 else (owners or [UNASSIGNED])[0]
            editor.rename_key((*action.key_path, action.shorthand), {"id": made, "owner": owner}, "task")


def ids_around(notebook: Notebook, day: date) -> Iterator[str]:
    """Yield the ids of a meeting and its neighbours that were held."""
    held = [other for other in notebook.days if other == day or notebook.brief(other).held]
    location = held.index(day)
    for other in held[max(location - 1, 0) : location + 2]:
        yield from (action.id for action in notebook.meeting(other).actions if action.id)


def _drop_closed(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Remove the items that were closed in the meeting before after they had been carried."""
    before = notebook.history.previous_held(meeting.date)
    closed = carry.closed_earlier(meeting, before) if before else ()
    for pair in reversed([pair for pair in closed if pair.untouched]):
        editor.remove(pair.action.key_path)


def _carry(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Add the items that are open in the meeting before and missing here."""
    before = notebook.history.previous_held(meeting.date)
    if before is None:
        return
    document = notebook.document(before.path)
    source = Editor(before.path, document.text, document.data)
    for one in carry.missing(meeting, before):
        lines, item = item_lines(source, one, carry.began(notebook.history, before, one.action))
        add_action(editor, one.titles, one.topic, item, lines)


def item_lines(
    source: Editor, one: carry.FiledAction, began: Meeting, *, reopened: bool = False
) -> tuple[list[str], dict[str, object]]:
    """Return the lines and data of an item for a later meeting: with the date where it began, and open.

    One that is opened again says so; one that is carried says nothing of its status.
    """
    lines = ["items:", *source.source_lines(one.action.key_path), ""]
    item = Editor(source.path, "\n".join(lines), {"items": [source.value(one.action.key_path)]})
    if one.action.since is None:
        set_field(item, ("items", 0), "since", str(began.date))
    if reopened:
        set_status(item, ("items", 0), "open")
    elif one.action.has_status:
        item.remove_key(("items", 0, "status"))
    return item.result().removesuffix("\n").split("\n")[1:], item.data["items"][0]


def _lapse(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Close the items that nobody has touched for long."""
    for action in meeting.actions:
        if not action.has_status and action.id and lapse.lapses(notebook.history, meeting, action):
            set_field(editor, action.key_path, "status", "lapsed")
