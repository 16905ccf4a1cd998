"""What `sync` edits in a meeting's file: ids, and the actions that it carries, drops or lapses."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import partial

from minutebook.actions import carry
from minutebook.actions.identity import Former, Words, formers_of, words_of
from minutebook.actions.ids import NewIds
from minutebook.actions.reconciliation import Reconciliation
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.shorthand import lines_read, short_sections
from minutebook.records.attendance import written_out
from minutebook.records.meeting import CLOSED, Action, Meeting
from minutebook.records.roster import UNASSIGNED, Roster
from minutebook.source.edits.actions import (
    FiledAddition,
    add_actions,
    add_ending,
    add_outcome,
    default_titles,
    find_section,
    remove_action,
    set_field,
    set_status,
    write_out,
)
from minutebook.source.edits.attendance_names import write_names
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.note_bullets import add_bullets, keep_lines
from minutebook.source.edits.yaml_text import YamlText
from minutebook.source.yaml.block_gaps import with_gaps
from minutebook.source.yaml.plain_values import one_or_more, typed_fields

Step = Callable[[Notebook, Meeting, Editor], None]


def update_meeting(notebook: Notebook, day: date, removed: frozenset[str] = frozenset()) -> Notebook:
    """Return a series in which a meeting has every action in full, carried, or lapsed, and no other.

    `removed` are the ids of what was just taken out of the meeting before. Raises NotEditable if its file can't be edited without changing its meaning.
    """
    path = notebook.days[day]
    original = notebook.document(path).text
    placing: tuple[Step, ...] = (_place_lines, _expand) if notebook.meeting(day).quick else ()
    drop_closed = partial(_drop_closed, removed=removed)
    steps: tuple[Step, ...] = (_name_people, _expand, *placing, drop_closed, _carry, _lapse)
    for step in steps:
        editor = open_editor(notebook, path)
        step(notebook, notebook.meeting(day), editor)
        if (text := editor.result()) != notebook.document(path).text:
            notebook = notebook.with_text(path, text)
    text = notebook.document(path).text
    return notebook if text == original else notebook.with_text(path, with_gaps(path, text))


def open_editor(notebook: Notebook, path: str) -> Editor:
    """Return an editor of a file of a series; raises Refused if it can't be read."""
    document = notebook.document(path)
    return Editor(path, document.text, document.data)


def _name_people(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Write out by name who was there, once a meeting is no draft."""
    roster = notebook.history.roster
    for section in short_sections(notebook, meeting):
        write_names(editor, section.key_path, written_out(section.attendance, roster, meeting.date))


def _place_lines(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Put each line that has a place there, unless it stands there already, and leave the others."""
    lines = lines_read(notebook, meeting)
    placeable = [line for line in lines if not line.obstacle]
    if not placeable:
        return
    roster = notebook.history.roster
    present: dict[Words, Action | None] = {words_of(action, roster): action for action in meeting.actions}
    bullets: dict[tuple[str, ...], list[str]] = defaultdict(list)
    additions: list[FiledAddition] = []
    usual_titles = default_titles(editor.data)
    for line in placeable:
        if line.action:
            owners = roster.spellings(line.action.owners, meeting.date) or [UNASSIGNED]
            words = words_of(Action((), None, tuple(owners), line.action.task), roster)
            if words not in present:
                fields = {"owner": one_or_more(owners), **typed_fields(line.action)}
                titles = usual_titles if line.titles is None else line.titles
                additions.append((titles, None, (fields, ())))
            elif standing := present[words]:
                add_outcome(editor, standing.key_path, line.action)
            present.setdefault(words, None)
        elif line.text and line.titles:
            bullets[line.titles].append(line.text)
    # Section by section, because the text is read again after an edit of another one.
    for titles, texts in bullets.items():
        add_bullets(editor, find_section(editor, titles)[0], texts)
    add_actions(editor, additions)
    unplaced_numbers = {line.number for line in lines if line.obstacle}
    keep_lines(
        editor,
        "quick",
        [typed for number, typed in enumerate(meeting.quick.split("\n")) if number in unplaced_numbers],
    )


def _expand(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Give every action an id, its own one if that was lost, and write out those typed in a hurry."""
    formers = {
        key_path: former
        for key_path, former in formers_of(notebook.history, meeting).items()
        if not former.stands_here
    }
    used_ids = (*ids_around(notebook, meeting.date), *(former.id for former in formers.values()))
    new_ids = NewIds(str(notebook.path), meeting.date, used_ids)
    roster = notebook.history.roster
    for action in meeting.actions:
        if action.id is not None:
            continue
        owners = roster.spellings(action.owners, meeting.date)
        former = formers.get(action.key_path)
        if former:
            action_id, kept = former.id, former_fields(notebook, meeting.date, former)
        else:
            action_id, kept = new_ids.make(owners, action.task), {}
        with editor.item(action.key_path) as (item, key_path):
            if action.typed is None:
                item.add(key_path, "id", action_id)
                if "since" in kept and action.since is None:
                    set_field(item, key_path, "since", kept["since"])
                if former is None and action.since in notebook.days:
                    # Copied with the block of another one: no meeting of that day has this action.
                    item.remove_key((*key_path, "since"))
            else:
                owner = one_or_more(owners or [UNASSIGNED])
                write_out(item, key_path, action, {"id": action_id, "owner": owner}, kept)


def former_fields(notebook: Notebook, day: date, former: Former) -> dict[str, str]:
    """Return what an action that gets its id back in the meeting of a day has again, too, where it says nothing of it."""
    since = former.action.since
    if former.day < day:
        since = carry.day_begun(notebook.history, notebook.meeting(former.day), former.action)
    fields = {"since": since, "due": former.action.due}
    return {key: str(value) for key, value in fields.items() if value}


def ids_around(notebook: Notebook, day: date) -> Iterator[str]:
    """Yield the ids of a meeting and its neighbours that were held."""
    held_days = [held_day for held_day in notebook.days if held_day == day or notebook.brief(held_day).held]
    index = held_days.index(day)
    for neighbour in held_days[max(index - 1, 0) : index + 2]:
        yield from (action.id for action in notebook.meeting(neighbour).actions if action.id)


def _drop_closed(notebook: Notebook, meeting: Meeting, editor: Editor, removed: frozenset[str]) -> None:
    """Remove the actions that were closed before, after they had been carried."""
    # From the last to the first, because the key path of an action has its position in the list.
    for action in reversed(Reconciliation(notebook.history, meeting, removed=removed).surplus):
        remove_action(editor, action.key_path)


def _carry(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Add the actions that are open in the meeting before and missing here; what others have closed here stays closed."""
    reconciliation = Reconciliation(notebook.history, meeting)
    previous = reconciliation.previous
    if previous is None:
        return
    source = open_editor(notebook, previous.path)
    roster = notebook.history.roster
    for filed in reconciliation.missing:
        call_owners(source, filed.action, roster, (previous.date, meeting.date))
    closed = {
        action.id: action
        for shared in notebook.history.shared(meeting.date)
        for action in shared.actions
        if action.status in CLOSED
    }
    additions: list[FiledAddition] = []
    for filed in reconciliation.missing:
        start = carry.day_begun(notebook.history, previous, filed.action)
        lines, data = action_lines(source, filed, start, closed=closed.get(filed.action.id))
        additions.append((filed.titles, filed.topic, (data, lines)))
    add_actions(editor, additions, carry.listed_keys(previous))


def call_owners(source: Editor, action: Action, roster: Roster, days: tuple[date, date]) -> None:
    """Write the owners of an action of an earlier day as they are called on a later one."""
    renamed = {}
    for number, owner in enumerate(action.owners):
        earlier_name, name = (roster.spelling(owner, day) for day in days)
        if name and owner == earlier_name != name:
            renamed[number] = name
    if not renamed:
        return
    path_inside = action.path_of("owner")[len(action.key_path) :]
    with source.item(action.key_path) as (item, key_path):
        owner_path = (*key_path, *path_inside)
        is_list = isinstance(item.value(owner_path), list)
        for number, name in renamed.items():
            item.set((*owner_path, number) if is_list else owner_path, name)


def action_lines(
    source: Editor,
    filed: carry.FiledAction,
    start: date,
    *,
    reopened: bool = False,
    closed: Action | None = None,
) -> tuple[list[str], dict[str, object]]:
    """Return the lines and data of an action for a later meeting: open, with the day on which it began and without a note.

    One that is opened again says so; one that is carried says nothing of its status, unless it is `closed` there.
    """
    action = filed.action
    # Edited in a text of its own, so that its comments and its style come with it.
    lines = ["actions:", *source.source_lines(action.key_path), ""]
    editor = YamlText(source.path, "\n".join(lines), {"actions": [deepcopy(source.value(action.key_path))]})
    key_path = ("actions", 0)
    if action.since is None:
        set_field(editor, key_path, "since", str(start))
    if reopened:
        set_status(editor, key_path, "open")
    elif action.has_status:
        editor.remove_key((*key_path, "status"))
    # What became of it there and an answer to a warning are of one meeting.
    for key in {"note", "ok"} & editor.data["actions"][0].keys():
        editor.remove_key((*key_path, key))
    if closed:
        add_ending(editor, key_path, closed)
    return editor.text.removesuffix("\n").split("\n")[1:], editor.data["actions"][0]


def _lapse(notebook: Notebook, meeting: Meeting, editor: Editor) -> None:
    """Close the actions that nobody has touched for long, and open those of which that is no longer so."""
    reconciliation = Reconciliation(notebook.history, meeting)
    for action in reconciliation.lapsing:
        with editor.item(action.key_path) as (item, key_path):
            set_field(item, key_path, "status", "lapsed")
    for action in reconciliation.revived:
        with editor.item(action.key_path) as (item, key_path):
            item.remove_key((*key_path, "status"))
