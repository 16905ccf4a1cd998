"""The next meeting as text: what stays from the last one, and empty places for what does not."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from minutebook.source.yaml.quotes import write_text

STEP = "  "


_SKELETON = ("sections:", "  - title: Announcements", "    notes: |", "  - title: Discussion", "    notes: |")


def draft(
    day: date,
    last: dict[str, Any],
    *,
    comment: str,
    header: dict[str, str],
    duty: Sequence[str],
    people: Sequence[str] = (),
) -> str:
    """Return the YAML of a new meeting from the data of the last one.

    Counts, prose and attendance are empty; what was said once (renamed columns, restarts) is not repeated.
    `header`, `duty` and `people` are the series'. A series without a meeting begins with a skeleton.
    """
    lines = [comment] if comment else []
    if "title" in last:
        lines.append(f"title: {write_text(last['title'])}")
    lines += [f"date: {day}", "status: draft"]
    if shown := last.get("header", header):
        lines += [
            "header:",
            *(f"{STEP}{write_text(label)}: {write_text(text)}" for label, text in shown.items()),
        ]
    lines.append(f"attending: {_such_as(people)}".rstrip())
    lines += _content(last, "", duty) if last.keys() - {"title"} else _SKELETON
    return "\n".join(lines) + "\n"


def _such_as(people: Sequence[str]) -> str:
    """Show in a comment how a list of people is written."""
    return (
        f" # such as [{', '.join(write_text(name, in_flow=True) for name in people[:3])}]" if people else ""
    )


def _content(data: dict[str, Any], indent: str, duty: Sequence[str]) -> Iterator[str]:
    for key, value in data.items():
        if key == "notes":
            yield f"{indent}notes: |"
        elif value is None:
            continue
        elif key == "duty":
            yield f"{indent}duty:"
            yield from _duty(value, indent + STEP, duty)
        elif key == "counters":
            yield f"{indent}counters:"
            yield from (f"{indent}{STEP}{write_text(label)}:" for label in value)
        elif key == "table":
            yield f"{indent}table:"
            yield from _table(value, indent + STEP)
        elif key == "actions":
            yield from _topics(value, indent)
    if data.get("sections"):
        yield f"{indent}sections:"
        for section in data["sections"]:
            yield from _section(section, indent + STEP, duty)


def _topics(entries: list[dict[str, Any]], indent: str) -> Iterator[str]:
    """Keep the topics with something open, for the items that will be carried into them."""
    topics = [
        entry["topic"] for entry in entries if any(_is_open(item) for item in entry.get("actions") or ())
    ]
    if topics:
        yield f"{indent}actions:"
        yield from (f"{indent}{STEP}- topic: {write_text(topic)}" for topic in topics)


def _is_open(item: dict[str, Any]) -> bool:
    return bool(item.get("status", "open") == "open")


def _section(data: dict[str, Any], indent: str, duty: Sequence[str]) -> Iterator[str]:
    title = [f"title: {write_text(data['title'])}"] if "title" in data else []
    lines = [*title, *_content(data, "", duty)]
    for number, line in enumerate(lines):
        yield f"{indent}{STEP if number else '- '}{line}"


def _table(table: dict[str, Any], indent: str) -> Iterator[str]:
    yield f"{indent}id: {write_text(table['id'])}"
    if "labels" in table:
        yield f"{indent}labels: {write_text(table['labels'])}"
    yield f"{indent}columns: [{', '.join(write_text(name, in_flow=True) for name in table['columns'])}]"
    if "totals" in table:
        yield f"{indent}totals: {table['totals']}"
    yield f"{indent}rows:"
    cells = f" [{', '.join('~' for _ in table['columns'])}]" if len(table["columns"]) > 1 else ""
    yield from (f"{indent}{STEP}{write_text(label)}:{cells}" for label in table["rows"])


def _duty(duties: dict[str, Any], indent: str, order: Sequence[str]) -> Iterator[str]:
    """Propose the next turn: each label takes over from the one below it, the last goes on in the order."""
    people = [_name(value) for value in duties.values()]
    turns = [*people[1:], _following(people[-1] if people else "", order)]
    for label, name in zip(duties, turns, strict=True):
        yield f"{indent}{write_text(label)}:{' ' + write_text(name) if name else ''}"


def _name(value: Any) -> str:
    return value.rstrip("?").strip() if isinstance(value, str) else ""


def _following(name: str, order: Sequence[str]) -> str:
    return order[(order.index(name) + 1) % len(order)] if name in order else ""
