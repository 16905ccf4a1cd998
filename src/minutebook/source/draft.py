"""The next meeting as text: what stays of the meeting before, and empty places for what does not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from minutebook.records.defaults import ACTION_STATUS
from minutebook.source.write import write_file
from minutebook.source.yaml.writer import write_inline

Data = dict[str, Any]
_SKELETON = {
    "sections": [{"title": "Announcements", "notes": None}, {"title": "Discussion", "notes": None}],
}
"""What a series without a meeting begins with."""


def draft(
    day: date,
    previous: Data,
    *,
    comment: str,
    header: Mapping[str, str],
    duty: Sequence[str],
    people: Sequence[str] = (),
) -> str:
    """Return the YAML of a new meeting from the data of the previous one.

    Counts, prose and attendance are empty; what was said once (renamed columns, restarts) is not repeated.
    `header`, `duty` and `people` are the series'. A series without a meeting begins with a skeleton.
    """
    data: Data = {"title": previous["title"]} if "title" in previous else {}
    data |= {"date": str(day), "status": "draft"}
    if lines := previous.get("header", header):
        data["header"] = lines
    data["attending"] = None
    data |= _content(previous, duty) if previous.keys() - {"title"} else _SKELETON
    example = f"  # such as {write_inline(list(people[:3]))}" if people else ""
    return write_file(data, *([comment] if comment else []), side_comments={("attending",): example})


def _content(section: Data, duty: Sequence[str]) -> Data:
    """Return what stays of a section but for its title, in its order, with the sections below it last."""
    content: Data = {}
    for key, value in section.items():
        if key == "notes":
            content[key] = None
        elif key == "duty":
            content[key] = _turns(value or {}, duty)
        elif key == "counters":
            content[key] = dict.fromkeys(value or ())
        elif key == "changing":
            content[key] = value
        elif key == "table":
            content[key] = _table(value)  # never its counts: of copied cells some are forgotten
        elif key == "actions":
            content[key] = list(_topics(value or ()))
    sections = [_section(inner, duty) for inner in section.get("sections") or ()]
    content["sections"] = [inner for inner in sections if inner]
    return {key: value for key, value in content.items() if value or key == "notes"}


def _section(section: Data, duty: Sequence[str]) -> Data:
    title = {"title": section["title"]} if "title" in section else {}
    return title | _content(section, duty)


def _topics(members: Iterable[Data]) -> Iterable[Data]:
    """Yield the topics with something open, for the items that will be carried into them."""
    for member in members:
        actions = member.get("actions") or () if isinstance(member, dict) else ()
        if any(
            isinstance(action, str) or action.get("status", ACTION_STATUS) == "open" for action in actions
        ):
            yield {"topic": member["topic"]}


def _table(table: Data) -> Data:
    # One column is filled in behind its labels; several have a place for each count.
    width = len(table["columns"])
    counts = [None] * width if width > 1 else None
    head = {key: table[key] for key in ("id", "labels", "columns", "totals", "changing") if key in table}
    return head | {"rows": dict.fromkeys(table["rows"], counts)}


def _turns(duties: Data, order: Sequence[str]) -> Data:
    """Propose the next turn: each label takes over from the one below it, the last goes on in the order."""
    people = [_name(value) for value in duties.values()]
    turns = (*people[1:], *(_following(name, order) for name in people[-1:]))
    return {label: name or None for label, name in zip(duties, turns, strict=True)}


def _name(value: Any) -> str:
    return value.rstrip("?").strip() if isinstance(value, str) else ""


def _following(name: str, order: Sequence[str]) -> str:
    return order[(order.index(name) + 1) % len(order)] if name in order else ""
