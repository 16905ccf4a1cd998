"""What a schema finds, sorted down to the causes, and the names by which people know the places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from minutebook.records.problem import KeyPath
from minutebook.source.yaml.document import Ambiguous

LONGEST_ECHO = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that breaks one keyword of the schema that holds for it."""

    key_path: KeyPath
    keyword: str
    value: Any
    schema: Mapping[str, Any]
    key: str = ""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The types that the schema allows here."""
        types = self.schema.get("type", ())
        return (types,) if isinstance(types, str) else tuple(types)

    @property
    def meant(self) -> str:
        """The known key that an unknown one comes closest to, or nothing."""
        known: Mapping[str, Any] = self.schema.get("properties", {})
        absent = {key.lower(): key for key in known if key not in self.value}
        near = get_close_matches(self.key.lower()[:LONGEST_ECHO], absent, n=1, cutoff=0.55)
        return absent[near[0]] if near else ""


def essential(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return one fault a cause: a wrong type silences the rest, a misspelt key explains a missing one."""
    distinct: dict[tuple[KeyPath, str, str], Fault] = {}
    # The type is judged before the content; whatever else is said of a value follows from it.
    for fault in sorted(faults, key=lambda fault: fault.keyword != "type"):
        family = fault.keyword if fault.keyword in {"required", "unknown", "label"} else ""
        distinct.setdefault((fault.key_path, family, fault.key), fault)
    misspelt = {
        (fault.key_path[:-1], fault.meant) for fault in distinct.values() if fault.keyword == "unknown"
    }
    return tuple(
        fault
        for fault in distinct.values()
        if fault.keyword != "required" or (fault.key_path, fault.key) not in misspelt
    )


def record(data: Any, key_path: KeyPath) -> str:
    """Return what people call the innermost thing around a path: `table jira`, `section "JIRA"`."""
    name = ""
    for depth in range(len(key_path)):
        inner = _child(data, key_path[depth])
        name = _own_name(key_path[max(depth - 1, 0) : depth + 1], inner) or name
        data = inner
    return name


def short(value: object) -> str:
    """Return a value as one line of at most sixty characters, without control characters."""
    text = value.text if isinstance(value, Ambiguous) else str(value)
    text = "".join(character if character.isprintable() else " " for character in text[: LONGEST_ECHO + 1])
    return text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 3] + "..."


def _child(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _own_name(step: KeyPath, value: Any) -> str:
    """Return the name of the record that begins with this step (a key and what it is under), if any."""
    *above, last = step
    if last == "table" and isinstance(value, dict):
        return _named("table", value.get("id"), "")
    if above == ["sections"] and isinstance(value, dict):
        return _named("section", value.get("title"))
    if above == ["actions"] and isinstance(value, dict):
        return _action(value)
    kinds = {
        "counters": "counter",
        "duty": "duty",
        "header": "header line",
        "roster": "person",
        "rows": "row",
    }
    if above and isinstance(last, str) and above[0] in kinds and above[0] != "rows":
        return _named(kinds[str(above[0])], last)
    return ""


def _action(item: Mapping[str, Any]) -> str:
    if "topic" in item:
        return _named("topic", item["topic"])
    if isinstance(item.get("id"), str):
        return _named("action", item["id"], "")
    task = item.get("task") if len(item) > 1 else next(iter(item.values()), None)
    return _named("action", task) or "action"


def _named(kind: str, name: object, quote: str = '"') -> str:
    return f"{kind} {quote}{short(name)}{quote}" if isinstance(name, str) and name.strip() else ""
