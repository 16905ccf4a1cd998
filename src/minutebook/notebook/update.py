"""Bringing a series' newest meetings up to date: ids, carry forward and lapse, as edits of their files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from minutebook import rules
from minutebook.actions import carry, lapse
from minutebook.actions.ids import make_id
from minutebook.notebook.notebook import Notebook
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.source.edits.actions import add_item, set_field, set_status
from minutebook.source.edits.editor import Editor, NotEditable
from minutebook.source.edits.mends import mend

_ROUNDS = 20
Step = Callable[[Notebook, Meeting, Editor], None]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The new texts of meetings by their paths; those that were not accepted; those that can't be edited."""

    texts: dict[str, str]
    refused: tuple[str, ...]
    not_editable: tuple[NotEditable, ...]


def reconcile(notebook: Notebook, *, every: bool, accept: Callable[[str, str], bool]) -> Reconciled:
    """Bring the newest meetings up to date, and let the series read their new texts.

    Only the newest meeting that was held and the one before change; `every` mends older ones, too.
    A new text that is not accepted is dropped, and left to the rules.
    """
    held = [day for day in sorted(notebook.days) if notebook.meeting(day).held]
    changed, refused, failed = {}, [], []
    for day in held if every else held[-2:]:
        path = notebook.days[day]
        old = notebook.document(path).text
        try:
            new = bring_up_to_date(notebook, day)
        except NotEditable as refusal:
            failed.append(refusal)
            continue
        if new != old and accept(path, new):
            changed[path] = new
        elif new != old:
            refused.append(path)
            notebook.replace(path, old)
    return Reconciled(changed, tuple(refused), tuple(failed))


def bring_up_to_date(notebook: Notebook, day: date) -> str:
    """Return a meeting's text with every item in full, carried, or lapsed, and let the series read it.

    Raises NotEditable, with the series as it was, if the file can't be edited without changing its meaning.
    """
    path = notebook.days[day]
    before = notebook.document(path).text
    steps: tuple[Step, ...] = (_expand, _drop_closed, _carry, _lapse)
    try:
        for step in steps:
            document = notebook.document(path)
            editor = Editor(path, document.text, document.data)
            step(notebook, notebook.meeting(day), editor)
            if (new := editor.result()) != document.text:
                notebook.replace(path, new)
    except NotEditable:
        notebook.replace(path, before)
        raise
    return notebook.document(path).text


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
    held = [other for other in sorted(notebook.days) if other == day or notebook.brief(other).held]
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
        add_item(editor, one.titles, one.topic, item, lines)


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
    elif one.action.stated:
        item.remove_key(("items", 0, "status"))
    return item.result().removesuffix("\n").split("\n")[1:], item.data["items"][0]


def _lapse(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Close the items that nobody has touched for long."""
    for action in meeting.actions:
        if not action.stated and action.id and lapse.lapses(notebook.history, meeting, action):
            set_field(editor, action.key_path, "status", "lapsed")


def mend_series(notebook: Notebook, days: Iterable[date]) -> dict[str, str]:
    """Return the new texts of the files with problems that have one right answer, and let the series read them."""
    changed = {}
    for path in (notebook.series_path, *(notebook.days[day] for day in sorted(days))):
        try:
            old = notebook.text(path)
        except Refused:
            continue
        new = _mended(notebook, path, old)
        if new != old:
            changed[path] = new
    return changed


def _mended(notebook: Notebook, path: str, text: str) -> str:
    """Mend until nothing more can be; a mend can bring to light what stood behind it."""
    readable = None
    for number in range(_ROUNDS):
        try:
            if number:
                notebook.replace(path, text)
            else:
                notebook.document(path)
        except Refused as refused:
            if readable is not None:  # a mend must not break what could be read
                return readable
            found = refused.problems
        else:
            readable, found = text, _problems(notebook, path)
        # Another meeting that can't be read is told of, too, with places in its own file.
        new = mend(text, (problem for problem in found if problem.path == path))
        if new == text:
            break
        text = new
    return text


def _problems(notebook: Notebook, path: str) -> tuple[Problem, ...]:
    day = next((day for day, other in notebook.days.items() if other == path), None)
    try:
        if day is None:
            _ = notebook.series
            return ()
        meeting = notebook.meeting(day)
        document = notebook.document(path)
        return tuple(
            document.problem(found) for found in rules.historical_findings(meeting, notebook.history)
        )
    except Refused as refused:
        return refused.problems
