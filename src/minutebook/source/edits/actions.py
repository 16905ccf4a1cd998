"""Action items in a meeting's file: where a new one lands, and how a field of one is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from minutebook.actions.carry import ListedKey
from minutebook.actions.grammar import TypedAction
from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.fixed_words import LANGUAGES, fixed_words
from minutebook.records.meeting import Action
from minutebook.records.problem import KeyPath
from minutebook.source.edits.block_style import Item
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.yaml_text import YamlText
from minutebook.source.yaml.plain_values import sections_below, typed_fields
from minutebook.source.yaml.scalars import ACTION_KEYS

OPEN_ACTIONS = "Open action items"
"""The title of the last section, for action items whose own section is gone."""


FiledAddition = tuple[tuple[str, ...], str | None, Item]
"""The titles and the topic under which an action item is to be added, and the item."""


def set_field(editor: YamlText, key_path: KeyPath, key: str, value: str | list[str]) -> None:
    """Write one field of an action item, which may be a list of names, in its place among the others."""
    if key in editor.value(key_path):
        editor.set((*key_path, key), value)
    else:
        editor.add(key_path, key, value, predecessors=ACTION_KEYS[: ACTION_KEYS.index(key)])


def replace_field(editor: YamlText, key_path: KeyPath, key: str, value: str | list[str] | None) -> None:
    """Write one field of an action item, or take it away."""
    if value is not None:
        set_field(editor, key_path, key, value)
    elif editor.value(key_path).get(key) is not None:
        editor.remove_key((*key_path, key))


def remove_action(editor: YamlText, key_path: KeyPath) -> None:
    """Remove an action item, and its topic where that would be a heading over nothing."""
    topic_path = key_path[:-2]
    topic = editor.value(topic_path)
    is_last = topic.keys() == {"topic", "actions"} and len(topic["actions"]) == 1
    editor.remove(topic_path if is_last else key_path)


def add_note(editor: YamlText, key_path: KeyPath, text: str) -> None:
    """Write a note of an action item below those that it has, unless it has this one."""
    notes = editor.value(key_path).get("note")
    if notes is None:
        set_field(editor, key_path, "note", text)
        return
    note_path = (*key_path, "note")
    if text in ([notes] if isinstance(notes, str) else notes):
        return
    if isinstance(notes, str):
        editor.set(note_path, [notes])
    editor.append(note_path, text)


def add_outcome(editor: YamlText, key_path: KeyPath, action: TypedAction) -> None:
    """Write what was typed of an action item that stands there already: by when, and what became of it."""
    if action.due:
        set_field(editor, key_path, "due", str(action.due))
    add_ending(editor, key_path, action)


def add_ending(editor: YamlText, key_path: KeyPath, action: Action | TypedAction) -> None:
    """Write what became of an action item as another form of it says."""
    if action.status != ACTION_STATUS:
        set_status(editor, key_path, action.status)
    if action.reason:
        set_field(editor, key_path, "reason", action.reason)
    for note in action.notes:
        add_note(editor, key_path, note)


def write_out(
    editor: YamlText, key_path: KeyPath, action: Action, leading: dict[str, Any], kept: Mapping[str, str]
) -> None:
    """Write an action that was typed in a hurry key by key; `leading` are its id and its owner, `kept` what it had before."""
    texts = {**kept, **typed_fields(action)}
    fields = {key: texts[key] for key in ACTION_KEYS if key in texts}
    if action.typed is None or action.typed.key is None:
        editor.set(key_path, {**leading, **fields})
        return
    task_path = (*key_path, "task")
    editor.rename_key((*key_path, action.typed.key), leading, "task")
    if editor.value(task_path) != action.task:
        editor.set(task_path, action.task)
    for key, text in fields.items():
        set_field(editor, key_path, key, text)


def set_status(editor: YamlText, key_path: KeyPath, status: str) -> None:
    """Write the status of an action item; the reason of one that was dropped goes."""
    if "reason" in editor.value(key_path):
        editor.remove_key((*key_path, "reason"))
    set_field(editor, key_path, "status", status)


def add_action(
    editor: Editor,
    titles: tuple[str, ...],
    topic: str | None,
    action: dict[str, Any],
    lines: Sequence[str] = (),
) -> None:
    """Add an action item under a path of titles and a topic, else under the nearest ancestor that there is.

    If that is the meeting itself, it goes into a last section of its own. `lines` are the action item's, from its
    dash on; without them it is written anew.
    """
    add_actions(editor, [(titles, topic, (action, lines))])


def add_actions(editor: Editor, additions: Iterable[FiledAddition], order: Sequence[ListedKey] = ()) -> None:
    """Add action items as `add_action` does each, where they stand among their neighbours in `order`, else at the end."""
    by_parent: dict[KeyPath | None, list[Item]] = defaultdict(list)
    parent_of = cache(lambda titles, topic: _parent(editor, titles, topic))
    for titles, topic, addition in additions:
        by_parent[parent_of(titles, topic)].append(addition)
    # Those in topics first, because what is put between topics moves them.
    for parent_path in sorted(by_parent, key=lambda path: -len(path or ())):
        if parent_path is None:
            _add_to_fallback(editor, by_parent[None])
        else:
            _add_below(editor, parent_path, by_parent[parent_path], order)


def _parent(editor: Editor, titles: tuple[str, ...], topic: str | None) -> KeyPath | None:
    """Return the path of the section or topic for an action item, or None if its section is gone."""
    section_path, depth = find_section(editor, titles)
    if titles and not depth:
        return None
    members = (editor.value(section_path).get("actions") or []) if topic is not None else []
    index = next((index for index, member in enumerate(members) if _listed_key(member) == (topic,)), None)
    return section_path if index is None or depth < len(titles) else (*section_path, "actions", index)


def _add_below(
    editor: Editor, key_path: KeyPath, additions: Sequence[Item], order: Sequence[ListedKey] = ()
) -> None:
    parent, list_path = editor.value(key_path), (*key_path, "actions")
    if "actions" in parent:
        indexes = _indexes(parent["actions"] or (), order)
        between: dict[int, list[Item]] = defaultdict(list)
        appended: list[Item] = []
        for addition in additions:
            index = indexes.get(_listed_key(addition[0]) or "")
            (appended if index is None else between[index]).append(addition)
        if between:
            editor.insert(list_path, between)
        for action, lines in appended:
            editor.append(list_path, action, lines)
        return
    # In the minutes the sections below come last, so the list comes before them.
    predecessors = [key for key in parent if key != "sections"]
    actions = [action for action, _lines in additions]
    action_lines = [line for _action, lines in additions for line in lines]
    with editor.item(key_path) as (section, section_path):
        section.add(section_path, "actions", actions, predecessors=predecessors, lines=action_lines)


def _indexes(members: Sequence[Any], order: Sequence[ListedKey]) -> dict[ListedKey, int]:
    """Return before which of a list's members what it lacks of an order stands: behind the nearest that precedes it."""
    keys = enumerate(map(_listed_key, members))
    present = {key: index for index, key in keys if key}
    indexes: dict[ListedKey, int] = {}
    leading: list[ListedKey] = []
    index = None
    for key in order:
        if key in present:
            indexes |= dict.fromkeys(leading, present[key])
            leading, index = [], present[key] + 1
        elif index is None:
            leading.append(key)
        elif index < len(members):
            indexes[key] = index
    return indexes


def _listed_key(member: Any) -> ListedKey | None:
    """Return by what a member of a list is known: an action item by its id, a topic by its title."""
    if not isinstance(member, dict):
        return None
    return (member["topic"],) if "topic" in member else member.get("id")


def _add_to_fallback(editor: Editor, additions: Sequence[Item]) -> None:
    sections = editor.data.get("sections") or []
    # A team may have given it the name that the README of a series has for it in their language.
    names = {fixed_words(language).open_actions for language in LANGUAGES}
    index = next((i for i, section in enumerate(sections) if section.get("title") in names), len(sections))
    if index == len(sections):
        section = {"title": OPEN_ACTIONS}
        if "sections" in editor.data:
            editor.append(("sections",), section)
        else:
            editor.add((), "sections", [section], predecessors=list(editor.data))
    _add_below(editor, ("sections", index), additions)


def default_titles(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the titles that lead to the last section of a meeting with action items, where no other is named."""
    sections = sections_below(data)
    with_actions = [titles for titles, section in sections if "title" in section and section.get("actions")]
    return with_actions[-1] if with_actions else () if data.get("actions") else (OPEN_ACTIONS,)


def find_section(editor: YamlText, titles: tuple[str, ...]) -> tuple[KeyPath, int]:
    """Return the path of the deepest section along some titles, and how many of them it has."""
    section_path: KeyPath = ()
    for depth, title in enumerate(titles):
        path = next((path for path, name in _titled_below(editor, section_path) if name == title), None)
        if path is None:
            return section_path, depth
        section_path = path
    return section_path, len(titles)


def _titled_below(editor: YamlText, key_path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the sections under a heading; one without a title adds none, and what is below it counts."""
    for index, section in enumerate(editor.value(key_path).get("sections") or ()):
        if "title" in section:
            yield (*key_path, "sections", index), section["title"]
        else:
            yield from _titled_below(editor, (*key_path, "sections", index))
