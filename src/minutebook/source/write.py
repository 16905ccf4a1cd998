"""The files of a series as text: its meetings from plain data of the format, its series.yaml from the record."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from minutebook.records.defaults import FORMAT
from minutebook.records.problem import KeyPath
from minutebook.records.series import Person, Series
from minutebook.source.yaml.writer import write_mapping


def editors_line(folder: PurePosixPath, kind: str) -> str:
    """Return the line by which editors find the schema of a file in a folder."""
    up = "../" * len(folder.parts)
    return f"# yaml-language-server: $schema={up}schema/{kind}.schema.json"


def write_file(data: Mapping[str, Any], *above: str, beside: Mapping[KeyPath, str] | None = None) -> str:
    """Return the text of a file.

    `above` are the comment lines that it begins with, `beside` what stands behind a value, from the spaces before
    its `#` on.
    """
    comments = beside or {}
    lines = [f"{line.text}{comments.get(line.key_path, '')}" for line in write_mapping(data)]
    return "".join(f"{line}\n" for line in (*above, *lines))


def write_series(series: Series, *above: str, beside: Mapping[KeyPath, str] | None = None) -> str:
    """Return the text of a series.yaml, with comments as in any file."""
    data = {
        "format": FORMAT,
        "title": series.title,
        "schedule": [_written(rule=rule.text, **{"from": _day(rule.start)}) for rule in series.schedule],
        "header": dict(series.header),
        "roster": {person.name: _about(person) for person in series.roster},
        "duty": list(series.duty),
    }
    last = {"lapse": series.lapse, "empty": series.empty}
    return write_file(_written(**data) | last, *above, beside=beside)


def _about(person: Person) -> dict[str, Any]:
    return _written(
        aliases=list(person.aliases),
        **{"from": _day(person.since)},
        until=_day(person.until),
        group=person.group,
    )


def _written(**entries: Any) -> dict[str, Any]:
    """Return the entries of a mapping that say something."""
    return {key: value for key, value in entries.items() if value}


def _day(day: object) -> str:
    return str(day or "")
