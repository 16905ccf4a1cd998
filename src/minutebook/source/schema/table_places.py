"""Where the tables of a meeting stand, in data that may not fit the schema yet."""

from collections.abc import Iterator
from typing import Any

from minutebook.records.meeting import Titles
from minutebook.records.problem import KeyPath


def titles_above(data: Any, key_path: KeyPath) -> Titles:
    """Return the titles of the sections around a place."""
    titles = []
    for key in key_path:
        data = data[key]
        if isinstance(data, dict) and isinstance(key, int) and "title" in data:
            titles.append(str(data["title"]))
    return tuple(titles)


def table_ids(section: Any, titles: Titles = ()) -> Iterator[tuple[Titles, str]]:
    """Yield the id of each table that has one, with the titles above it."""
    if not isinstance(section, dict):
        return
    table, members = section.get("table"), section.get("sections")
    if isinstance(table, dict) and isinstance(table.get("id"), str):
        yield titles, table["id"]
    for member in members if isinstance(members, list) else ():
        title = (str(member["title"]),) if isinstance(member, dict) and "title" in member else ()
        yield from table_ids(member, (*titles, *title))
