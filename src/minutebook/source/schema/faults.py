"""What a schema finds, one fault a cause, and the names that people have for the places of a file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from minutebook.records.attendance import ALL_BUT
from minutebook.records.frozen_class import dataclass
from minutebook.records.likeness import is_misspelt_key, meant_keys
from minutebook.records.problem import KeyPath

LONGEST_ECHO = 60
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_RECORDS = {"counters": "counter", "duty": "duty", "header": "header line", "roster": "person"}
"""What is called by its key, by the key above that."""

_SYNONYMS = {
    word: key
    for key, words in {
        "attending": "present attendees attendance participants",
        "absent": "regrets apologies excused missing",
        "actions": "todo todos tasks ais actionitems actionpoints",
        "due": "by deadline until",
        "owner": "who assignee responsible",
        "task": "what action text",
        "note": "comment comments remark update",
        "title": "title section heading name topic",
        "date": "day when",
        "status": "state",
        "duty": "duties",
        "roster": "people members team",
        "language": "lang",
        "until": "left",
    }.items()
    for word in words.split()
}
"""What people call a key who have not read what it is called."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that breaks one keyword of the schema that holds for it."""

    key_path: KeyPath
    keyword: str
    value: Any
    schema: Mapping[str, Any]
    key: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """The types that the schema allows here."""
        types = self.schema.get("type", ())
        return (types,) if isinstance(types, str) else tuple(types)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which the schema allows one, also where something else than a text may stand."""
        return tuple(self.schema.get("enum", self.schema.get("then", {}).get("enum", ())))

    @property
    def closest_key(self) -> str:
        """The key of the schema that an unknown one is but for a slip or another word, or nothing: of `votes` no one means `notes`."""
        return next((key for key in self._meant_keys if key not in self.value), "")

    @property
    def twin_key(self) -> str:
        """The key that an unknown one is but for a slip, and that stands beside it already, or nothing."""
        return next((key for key in self._meant_keys if key in self.value), "")

    @property
    def _meant_keys(self) -> tuple[str, ...]:
        keys = tuple(self.schema.get("properties", ()))
        synonyms = tuple({_synonym(self.key)}.intersection(keys))
        near_keys = meant_keys(self.key[:LONGEST_ECHO], keys)
        # Below `sections` a `section: JIRA` has its title.
        is_title = synonyms == ("title",) and isinstance(self.value[self.key], str)
        return synonyms if is_title else near_keys or synonyms

    @property
    def as_known(self) -> dict[str, Any]:
        """Its values by the keys for which others, or capitals, may stand."""
        return {_synonym(key): value for key, value in self.value.items()}

    @property
    def misspelt_topic(self) -> str:
        """The key of an entry of `actions` that was meant to be `topic`, or nothing."""
        is_entry = self.keyword == "maxProperties" or (self.keyword, self.key) == ("required", "owner")
        keys = tuple(self.value or ()) if is_entry else ()
        if {"topic", "actions"}.intersection(keys) != {"actions"}:
            return ""
        return next((key for key in keys if is_misspelt_key(key, "topic") or _synonym(key) == "title"), "")


def _synonym(key: str) -> str:
    """Return the key for which another word stands, or that word, whatever its case, spaces and hyphens are."""
    return _SYNONYMS.get(_BETWEEN_WORDS.sub("", key.lower()), key.lower())


def essential(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return one fault a cause: a wrong type silences all other faults of a value, a misspelt key a missing one."""
    distinct: dict[tuple[KeyPath, str, str], Fault] = {}
    # The type is judged before the content; any other fault of a value follows from it.
    for fault in sorted(faults, key=lambda fault: fault.keyword != "type"):
        family = fault.keyword if fault.keyword in {"required", "unknown", "label"} else ""
        distinct.setdefault((fault.key_path, family, fault.key), fault)
    unknown = [fault for fault in distinct.values() if fault.keyword == "unknown"]
    misspelt = {(fault.key_path[:-1], fault.closest_key) for fault in unknown}
    # What stands beside a table in the place of within it is told where it stands.
    misspelt |= {((*fault.key_path[:-1], "table"), fault.key) for fault in unknown}
    # Where none of a record's keys stands, all that stand there are of another one.
    foreign = {
        fault.key_path
        for fault in distinct.values()
        if fault.keyword == "required"
        and isinstance(fault.value, dict)
        and not fault.value.keys() & fault.schema.get("properties", {}).keys()
    }
    # Of `{all but: Mat, Diego}` all is told at once.
    parted = {(*fault.key_path[:-1], ALL_BUT) for fault in unknown if ALL_BUT in fault.value}
    topics = {fault.key_path for fault in distinct.values() if fault.misspelt_topic}
    return tuple(
        replace(fault, key_path=(*fault.key_path, fault.misspelt_topic)) if fault.misspelt_topic else fault
        for fault in distinct.values()
        if fault.key_path[:-1] not in topics
        and fault.key_path not in parted
        and not (fault.key_path in topics and not fault.misspelt_topic)
        and not (fault.keyword == "unknown" and not fault.closest_key and fault.key_path[:-1] in foreign)
        and (fault.keyword != "required" or (fault.key_path, fault.key) not in misspelt)
    )


def record(data: Any, key_path: KeyPath) -> str:
    """Return what people call the innermost record around a path: `table jira`, `section "JIRA"`."""
    name = ""
    for depth in range(len(key_path)):
        value = _value(data, key_path[depth])
        name = _record_name(key_path[max(depth - 1, 0) : depth + 1], value) or name
        data = value
    return name


def last_key(key_path: KeyPath) -> str:
    """Return the last key of a path, whatever list positions follow it."""
    return next((key for key in reversed(key_path) if isinstance(key, str)), "")


def short(value: object) -> str:
    """Return a value as one line of at most sixty characters, without control characters."""
    start = str(value)[: LONGEST_ECHO + 1]
    text = "".join(character if character.isprintable() else " " for character in start)
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 3] + "..."


def _value(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return None


def _record_name(keys: KeyPath, value: Any) -> str:
    """Return the name of the record that begins at the last of two keys, if one does."""
    *parents, key = keys
    if key == "table" and isinstance(value, dict):
        return _name("table", value.get("id"), "")
    if parents == ["sections"] and isinstance(value, dict):
        return _name("section", value.get("title"))
    if parents == ["actions"] and isinstance(value, dict):
        return _action_name(value)
    if parents and isinstance(key, str) and parents[0] in _RECORDS:
        return _name(_RECORDS[str(parents[0])], key)
    return ""


def _action_name(member: Mapping[str, Any]) -> str:
    if "topic" in member:
        return _name("topic", member["topic"])
    if isinstance(member.get("id"), str):
        return _name("action", member["id"], "")
    task = member.get("task") if len(member) > 1 else next(iter(member.values()), None)
    return _name("action", task) or "action"


def _name(record_type: str, name: object, quote: str = '"') -> str:
    return f"{record_type} {quote}{short(name)}{quote}" if isinstance(name, str) and name.strip() else ""
