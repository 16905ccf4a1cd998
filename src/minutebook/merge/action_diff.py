"""What became of action items between two versions of a meeting, wherever they stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from minutebook.actions.grammar import parse
from minutebook.merge.difference import (
    ABSENT,
    Change,
    Difference,
    Heading,
    change_between,
    compare_key,
    is_same,
    list_in,
    names_of,
    quoted,
    reworded,
    shortened,
)
from minutebook.merge.record_identity import Identity, identify, numbered
from minutebook.merge.section_pairs import SectionPairs, path_of, sections_of
from minutebook.merge.sequences import keys_of_both
from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.meeting import Titles
from minutebook.records.roster import UNASSIGNED
from minutebook.source.yaml.plain_values import typed_fields
from minutebook.source.yaml.scalars import ACTION_KEYS, is_own_key


@dataclass(frozen=True, slots=True)
class _ActionVersion:
    """An action with a value for each of its keys, and the titles, and the topic, that it stands under."""

    data: Mapping[str, Any]
    titles: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id; empty if it has none yet."""
        return str(self.data.get("id") or "")

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return bool(self.data["status"] == ACTION_STATUS)

    @property
    def name(self) -> str:
        """What a sentence calls it, such as Diego's k7q2m4."""
        return f"{_possessive(self.data['owner'])} {self.id or self._words}"

    @property
    def _words(self) -> str:
        return f'"{shortened(str(self.data["task"]))}"'

    def about(self, words: str) -> str:
        """Return a sentence about it, with its task at the end if that is not its name."""
        task = f": {shortened(str(self.data['task']))}" if self.id else ""
        return f"{self.name} {words}{task}"


def _possessive(owners: tuple[str, ...]) -> str:
    people = " and ".join(owners)
    return f"{people}'s" if people and owners != (UNASSIGNED,) else UNASSIGNED


def _action_versions(meeting: Mapping[str, Any]) -> dict[Identity, _ActionVersion]:
    """Return the actions of a meeting by what they are known by, typed ones as far as a line alone can tell."""
    versions = list(_versions(meeting, ()))
    identities = numbered(identify(("actions",), dict(action.data)) for action in versions)
    return dict(zip(identities, versions, strict=True))


def _versions(section: Mapping[str, Any], titles: tuple[str, ...]) -> Iterator[_ActionVersion]:
    for member in list_in(section, "actions"):
        if isinstance(member, dict) and "topic" in member:
            yield from _versions({"actions": member.get("actions")}, (*titles, str(member["topic"])))
        else:
            yield _ActionVersion(_data(member), titles)
    for subsection in sections_of(section):
        yield from _versions(subsection, path_of(subsection, titles))


def _data(member: Any) -> dict[str, Any]:
    """Return the keys of an action as they mean the same, however they are written."""
    if isinstance(member, dict) and not member.keys().isdisjoint(ACTION_KEYS):
        data = dict(member)
    else:
        keys = member if isinstance(member, dict) else {}
        lines = (f"{key}: {value}" for key, value in keys.items() if not is_own_key(key))
        data = {key: value for key, value in keys.items() if is_own_key(key)}
        data |= _typed(next(lines, str(member)))
    data = {key: value for key, value in data.items() if value is not None or is_own_key(key)}
    names = {key: names_of(data[key]) for key in ("owner", "note") if key in data}
    return {"task": "", "status": ACTION_STATUS, "owner": ()} | data | names


def _typed(line: str) -> dict[str, Any]:
    action = parse(line)
    return {"owner": list(action.owners), **typed_fields(action)} if action else {"task": line}


def compare_actions(former: Mapping[str, Any], current: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield what became of the actions of a meeting, in the order of its later version."""
    former_actions, actions = _action_versions(former), _action_versions(current)
    homes = dict(SectionPairs(former, current).homes(former, current))
    origins = dict(_origins(former_actions, actions))
    by_origin = {origins.get(identity, identity): action for identity, action in actions.items()}
    for identity in keys_of_both(by_origin, former_actions):
        former_action, action = former_actions.get(identity), by_origin.get(identity)
        if former_action and action:
            yield from _compare(former_action, action, _home(former_action.titles, homes))
        elif action:
            yield _added(action)
        elif former_action:
            sentence = former_action.about("removed")
            removed = _difference("removed", former_action, "", sentence, dict(former_action.data))
            yield replace(removed, value=ABSENT)


def _origins(
    former: Mapping[Identity, _ActionVersion], current: Mapping[Identity, _ActionVersion]
) -> Iterator[tuple[Identity, Identity]]:
    """Yield actions that only got an id, or lost it, each with what it was known by; their owners may be named in full."""
    gone = {identity: action for identity, action in former.items() if identity not in current}
    added = {identity: action for identity, action in current.items() if identity not in former}
    for words_of in (_words, _task):
        origins = {words_of(action): identity for identity, action in gone.items()}
        for identity, action in tuple(added.items()):
            origin = origins.get(words_of(action))
            if origin in gone and not (former[origin].id and action.id):
                del gone[origin], added[identity]
                yield identity, origin


def _words(action: _ActionVersion) -> Identity:
    return identify(("actions",), {"owner": action.data["owner"], "task": action.data["task"]})


def _task(action: _ActionVersion) -> Identity:
    return identify(("actions",), {"task": action.data["task"]})


def _added(action: _ActionVersion) -> Difference:
    change: Change = "added" if not action.is_open else "carried" if "since" in action.data else "opened"
    words = change if action.is_open else f"added as {action.data['status']}"
    due = f", due {action.data['due']}" if "due" in action.data else ""
    return _difference(change, action, "", f"{action.about(words)}{due}")


def _closed(action: _ActionVersion, status: str, former: str) -> Difference:
    change = cast("Change", "reopened" if status == ACTION_STATUS else status)
    reason = action.data.get("reason")
    because = f" ({shortened(str(reason))})" if reason and status == "dropped" else ""
    return _difference(change, action, "status", action.about(f"{change}{because}"), former)


def _home(titles: Titles, homes: Mapping[Titles, Titles]) -> Titles:
    """Return what the titles above an action are now, if they only changed; a topic has its own."""
    length = len(titles) if titles in homes else len(titles) - 1
    return (*homes.get(titles[:length], titles[:length]), *titles[length:])


def _compare(former: _ActionVersion, current: _ActionVersion, home: Titles) -> Iterator[Difference]:
    former_data, data = former.data, current.data
    if home != current.titles:
        yield _moved(former, current)
    if former_data["status"] != data["status"]:
        yield _closed(current, str(data["status"]), former_data["status"])
    if former_data["owner"] != data["owner"]:
        people = " and ".join(data["owner"])
        sentence = _ActionVersion({**data, "owner": former_data["owner"]}, ()).about(f"given to {people}")
        yield _difference("changed", current, "owner", sentence, former_data["owner"])
    if not is_same(former_data["task"], data["task"]):
        words = reworded(str(former_data["task"]), str(data["task"]))
        sentence = f"{current.name if current.id else former.name} reworded: {words}"
        yield _difference("changed", current, "task", sentence, former_data["task"])
    yield from _compare_keys(former, current)


def _compare_keys(former: _ActionVersion, current: _ActionVersion) -> Iterator[Difference]:
    former_data, data = former.data, current.data
    told_keys = {"owner", "task", "status"}
    if former_data["status"] != data["status"] and "dropped" in {former_data["status"], data["status"]}:
        told_keys.add("reason")
    for key in keys_of_both(data, former_data):
        value, former_value = (side.get(key, ABSENT) for side in (data, former_data))
        if key in told_keys or is_same(former_value, value):
            continue
        words = _words_of_key(key, former_value, value)
        if words:
            yield _difference(
                change_between(former_value, value), current, key, current.about(words), former_value
            )
        else:
            heading = Heading(current.titles, current.name)
            for difference in compare_key("action", heading, key, former_value, value):
                yield replace(difference, record=current.id)


def _words_of_key(key: str, former: Any, value: Any) -> str:
    """Return what a sentence says of a key, nothing where its name and values say it."""
    if key == "id":
        return f"has the id {value} now" if former is ABSENT else f"has lost its id {former}"
    if key == "due" and ABSENT in (former, value):
        return f"due {value}" if former is ABSENT else f"no longer due {former}"
    if key == "note" and value is not ABSENT:
        return f"noted {quoted('; '.join(value))}"
    return ""


def _moved(former: _ActionVersion, current: _ActionVersion) -> Difference:
    sentence = current.about(f"moved from {_place(former)} to {_place(current)}")
    return _difference("moved", current, "", sentence, former.titles)


def _place(action: _ActionVersion) -> str:
    return ", ".join(action.titles) or "the meeting"


def _difference(
    change: Change, action: _ActionVersion, key: str, sentence: str, former: Any = ABSENT
) -> Difference:
    value = action.data.get(key, ABSENT) if key else action.titles if change == "moved" else dict(action.data)
    return Difference("action", change, action.titles, action.id, key, former, value, sentence)
