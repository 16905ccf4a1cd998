"""The files of a series as text: its meetings from plain data of the format, its series.yaml from the record."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from minutebook.records.defaults import FORMAT
from minutebook.records.problem import KeyPath
from minutebook.records.series import Person, Series
from minutebook.source.yaml.block_gaps import missing_gaps
from minutebook.source.yaml.writer import write_mapping


def editors_line(folder: PurePosixPath, file_type: str) -> str:
    """Return the line by which editors find the schema of a file in a folder."""
    up = "../" * len(folder.parts)
    return f"# yaml-language-server: $schema={up}schema/{file_type}.schema.json"


def write_file(
    data: Mapping[str, Any], *comments: str, side_comments: Mapping[KeyPath, str] | None = None
) -> str:
    """Return the text of a file that begins with comments.

    `side_comments` are what goes behind the values at some paths, from the spaces before its `#` on.
    """
    written_behind = side_comments or {}
    lines = [f"{line.text}{written_behind.get(line.key_path, '')}" for line in write_mapping(data)]
    for number in reversed(list(missing_gaps(lines))):
        lines.insert(number, "")
    return "".join(f"{line}\n" for line in (*comments, *lines))


def write_series(series: Series, *comments: str, side_comments: Mapping[KeyPath, str] | None = None) -> str:
    """Return the text of a series.yaml, with comments as in any file."""
    data = {
        "format": FORMAT,
        "title": series.title,
        "schedule": [_nonempty(rule=rule.text, **{"from": _day(rule.start)}) for rule in series.schedule],
        "header": dict(series.header),
        "roster": {person.name: _about(person) for person in series.roster},
        "duty": list(series.duty),
    }
    settings = {"lapse": series.lapse, "empty": series.empty}
    strict = _nonempty(strict=_day(series.strict))
    return write_file(_nonempty(**data) | settings | strict, *comments, side_comments=side_comments)


def _about(person: Person) -> dict[str, Any]:
    return _nonempty(
        aliases=list(person.aliases),
        **{"from": _day(person.since)},
        until=_day(person.until),
        group=person.group,
    )


def _nonempty(**mapping: Any) -> dict[str, Any]:
    """Return what says something of a mapping."""
    return {key: value for key, value in mapping.items() if value}


def _day(day: object) -> str:
    return str(day or "")
