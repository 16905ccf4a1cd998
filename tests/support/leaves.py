"""Meetings in general, their leaves as a judge sees them who knows no record of minutebook, and what tells of each."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from deepdiff import DeepDiff
from hypothesis import strategies as st

from minutebook.merge.difference import Difference

Data = dict[str, Any]
Leaf = tuple[Any, ...]
PEOPLE = ("Mat", "Anna", "Bjorn Lee", "TimT")
LABELS = ("Open", "Closed", "In Progress")
WORDS = ("order parts", "call the bank", "write it up", "-   ask around", "Fine.")
DAYS = ("2020-11-02", "2020-11-09")
IDS = ("k7q2m4", "m3x8d0", "q2w3e4", "z9z9z9")
TITLES = ("News", "Tickets", "Work", "Later")
ABSENT = object()


def _orders(names: Sequence[str], most: int | None = None) -> st.SearchStrategy[tuple[str, ...]]:
    """Return what draws some names in any order, each number of them as often, at once: it is what takes longest."""
    numbers = range((len(names) if most is None else most) + 1)
    orders = [list(permutations(names, number)) for number in numbers]
    largest = max(map(len, orders))
    return st.sampled_from([order[index % len(order)] for order in orders for index in range(largest)])


def _maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([*[ABSENT] * len(values), *values])


@st.composite
def _keys(draw: st.DrawFn, keys: dict[str, st.SearchStrategy[Any]]) -> Data:
    """Draw a mapping without the keys whose value is ABSENT."""
    drawn = {key: draw(value) for key, value in keys.items()}
    return {key: value for key, value in drawn.items() if value is not ABSENT}


@st.composite
def _named(
    draw: st.DrawFn, orders: st.SearchStrategy[tuple[str, ...]], value: st.SearchStrategy[Any]
) -> Data:
    """Draw a mapping with some names."""
    return {name: draw(value) for name in draw(orders)}


counts = st.sampled_from([None, *range(100)])
own = _keys({"x-mood": _maybe(None, 1, True, "1", "good", [1, 2], {"a": 1, "b": {"c": 2}})})
action = _keys(
    {
        "owner": st.sampled_from([*PEOPLE, ["Mat", "Anna"], "unassigned"]),
        "task": st.sampled_from(WORDS),
        "since": _maybe(*DAYS),
        "due": _maybe(*DAYS),
        "status": _maybe("done", "dropped", "lapsed"),
        "note": _maybe("merged", ["merged", "released"]),
        "reason": _maybe("not needed", "too late"),
        "ok": _maybe(["action-twice"]),
    }
)
columns = _orders(("a", "b", "c")).map(lambda names: names or ("a",))
labels = _orders(LABELS).map(lambda names: names or ("Open",))
keys_of_tables = _keys({"totals": _maybe("row", "both"), "labels": _maybe("Step")})


@st.composite
def _table(draw: st.DrawFn) -> Data:
    names = draw(columns)
    rows: Data = {}
    for label in draw(labels):
        cells = [draw(counts) for _name in names]
        rows[label] = draw(st.sampled_from([cells, {"counts": cells, "continues": "none"}]))
    return {
        "id": draw(st.sampled_from(["t1", "t2"])),
        "columns": list(names),
        "rows": rows,
        **draw(keys_of_tables),
        **draw(own),
    }


contents: dict[str, st.SearchStrategy[Any]] = {
    "attending": _named(_orders(PEOPLE), st.sampled_from(["", "?"])).map(
        lambda names: [name + sign for name, sign in names.items()]
    ),
    "notes": _orders(WORDS, 4).map(lambda texts: "\n\n".join(texts) + "\n" if texts else ""),
    "duty": _named(_orders(("This week", "Next week")), st.sampled_from([None, *PEOPLE, ["Mat", "TimT?"]])),
    "counters": _named(
        _orders(("calls", "guests")),
        counts | counts.map(lambda count: {"value": count, "continues": "calls"}),
    ),
    "table": _table(),
    "changing": st.just(value=True),
    "ok": st.just(["row-absent"]),
}
orders_of_contents = _orders(sorted(contents), 4)
head = _keys(
    {
        "title": _maybe("Weekly", "Weekly meeting"),
        "status": _maybe("draft", "skipped"),
        "header": _maybe({}, {"Room": "12"}, {"Phone": "by phone"}, {"Phone": "12", "Room": "by phone"}),
    }
)
titles_of_sections, ids = _orders(TITLES), _orders(IDS)


@st.composite
def _part(draw: st.DrawFn) -> Data:
    """Draw what any section, and the meeting itself, may have."""
    return {name: draw(contents[name]) for name in draw(orders_of_contents)} | draw(own)


parts_of_meetings = _part()


@st.composite
def meetings(draw: st.DrawFn) -> Data:
    """Draw a meeting; its ids and titles stand in it once."""
    meeting = {"date": "2020-10-26", **draw(head), **draw(parts_of_meetings)}
    parts = [meeting]
    for title in draw(titles_of_sections):
        section = {"title": title, **draw(parts_of_meetings)}
        draw(st.sampled_from(parts)).setdefault("sections", []).append(section)
        parts.append(section)
    for number in draw(ids):
        filed = {"id": number, **draw(action), **draw(own)}
        listed = draw(st.sampled_from(parts)).setdefault("actions", [])
        topic = draw(st.sampled_from([None, None, "OSG 3.5"]))
        if topic and not any("topic" in member for member in listed):
            filed = {"topic": topic, "actions": [filed], **draw(own)}
        listed.append(filed)
    for part in parts:
        if "sections" in part:
            part["sections"] = part.pop("sections")
    return meeting


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _long(value: Any, key: str) -> Data:
    return value if isinstance(value, dict) else {key: value}


def _part_leaves(section: Data, titles: tuple[str, ...]) -> Iterator[tuple[Leaf, Any]]:
    for name in section.get("attending", ()):
        yield ("person", titles, name.removesuffix("?")), name
    for label, people in section.get("duty", {}).items():
        yield ("duty", titles, label), _listed(people)
    for label, counter in section.get("counters", {}).items():
        for key, value in _long(counter, "value").items():
            yield ("counter", titles, label, key), value
    if section.get("notes") is not None:
        yield ("notes", titles), section["notes"].rstrip("\n")
    for key, value in section.items():
        if key.startswith("x-") or key in {"title", "date", "status", "changing", "ok"}:
            yield ("key", titles, key), value
    if "table" in section:
        yield from _table_leaves(section["table"], titles)


def _table_leaves(table: Data, titles: tuple[str, ...]) -> Iterator[tuple[Leaf, Any]]:
    yield ("table", titles), True
    for key, value in table.items():
        if key not in {"columns", "rows"}:
            yield ("table", titles, key), value
    for column in table["columns"]:
        yield ("column", titles, column), True
    for label, row in table["rows"].items():
        for key, value in _long(row, "counts").items():
            if key != "counts":
                yield ("row", titles, label, key), value
        for column, count in zip(table["columns"], _long(row, "counts")["counts"], strict=True):
            yield ("cell", titles, label, column), count


def _action_leaves(listed: list[Data], titles: tuple[str, ...]) -> Iterator[tuple[Leaf, Any]]:
    for member in listed:
        if "topic" in member:
            topic = (*titles, member["topic"])
            yield ("topic", topic), True
            for key in member.keys() - {"topic", "actions"}:
                yield ("key", topic, key), member[key]
            yield from _action_leaves(member["actions"], topic)
            continue
        yield ("action", member["id"]), True
        yield ("action", member["id"], "titles"), titles
        for key, value in ({"status": "open"} | member).items():
            yield ("action", member["id"], key), _listed(value) if key in {"owner", "note"} else value


def _leaves(section: Data, titles: tuple[str, ...]) -> Iterator[tuple[Leaf, Any]]:
    """Yield every leaf of a section and those below it, each with its value."""
    yield ("section", titles), True
    if not titles:
        section = {"status": "final"} | section
    for label, text in section.get("header", {}).items():
        yield ("header", label), text
    yield from _part_leaves(section, titles)
    yield from _action_leaves(section.get("actions", []), titles)
    for inner in section.get("sections", []):
        for leaf, value in _leaves(inner, (*titles, inner["title"])):
            if leaf != ("key", (*titles, inner["title"]), "title"):
                yield leaf, value


def differing(former: Data, current: Data) -> set[Leaf]:
    """Return the leaves that are not the same in two meetings, by the judge's word; what is in a lone record is of it."""
    sides = (dict(_leaves(former, ())), dict(_leaves(current, ())))
    leaves = set(DeepDiff(*sides, threshold_to_diff_deeper=0).affected_root_keys)
    return {leaf for leaf in leaves if not any(container in leaves for container in _containers(leaf))}


def _containers(leaf: Leaf) -> Iterator[Leaf]:
    """Yield the records that a leaf stands in."""
    what, path = leaf[0], leaf[1]
    if what in {"row", "cell", "column"} or (what == "table" and len(leaf) > 2):
        yield ("table", path)
    if what == "cell":
        yield ("column", path, leaf[3])
    if what == "action" and len(leaf) > 2:
        yield ("action", path)
    if what not in {"action", "header"}:
        yield from (("topic", path), ("section", path)) if what not in {"topic", "section"} else ()
        for length in range(len(path)):
            yield ("section", path[:length])


def tells_of(difference: Difference, leaf: Leaf) -> bool:
    """Whether a difference is about a leaf."""
    what, path, *names = leaf
    if what == "action":
        return _tells_of_action(difference, path, "".join(names))
    if what == "header":
        return difference.subject == "header" and difference.key == path
    if difference.key in _ORDERS:
        return False
    if what == "section" and difference.subject == "section" and difference.change == "moved":
        return bool(path[-1] == difference.record)
    if what == "section" and difference.change == "renamed":
        return path in {difference.titles, (*difference.titles[:-1], difference.former)}
    if difference.titles != path:
        return False
    if what in {"section", "topic"}:
        return difference.subject == what and difference.key == "title"
    return _tells_within(difference, what, names, path[-1] if path else "")


def _tells_of_action(difference: Difference, identifier: str, key: str) -> bool:
    subject, change = difference.subject, difference.change
    if key == "titles" and subject == "section" and change in {"moved", "renamed"}:
        return True  # it has gone along
    if (subject, difference.record) != ("action", identifier):
        return False
    if key == "reason" and difference.key == "status" and "dropped" in {difference.former, difference.value}:
        return True
    return change == "moved" if key == "titles" else difference.key == key and change != "moved"


_ORDERS = {"rows", "columns", "counters", "attending", "sections", "contents", "action items", "header"}


def _tells_within(difference: Difference, what: str, names: list[str], title: str) -> bool:
    subject, record, key = difference.subject, difference.record, difference.key
    if what == "key":
        return subject in {"meeting", "section", "topic"} and key == names[0]
    if what == "notes":
        return subject == "notes"
    if what == "person":
        return subject == "attendance" and record == names[0]
    if what == "duty":
        return subject == "duty" and not key and record.endswith(names[0])
    if what == "counter":
        return subject == "count" and record.endswith(names[0]) and key == names[1].replace("value", "")
    if what == "table":
        return subject == "table" and key == (names[0] if names else "table")
    if what == "column":
        return subject == "table" and key == names[0]
    if what == "row":
        return subject == "count" and record.endswith(names[0]) and key == names[1]
    ends = (names[0], f"{names[0]} ({names[1]})")
    return subject == "count" and not key and record.endswith(ends)
