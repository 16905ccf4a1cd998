"""Who attended, as people say it behind `attending:`, and how it is written there."""

import re
from typing import NamedTuple

from minutebook.actions.words import AWAY, BUT, EVERYBODY_WORDS
from minutebook.records.attendance import ALL, ALL_BUT
from minutebook.records.conjunctions import AND
from minutebook.records.late_patterns import late_pattern
from minutebook.records.pasted_signs import DASHES
from minutebook.source.yaml.writer import write_inline

_SIGNS = late_pattern(r"[\[\]{}\"]+|(?<!\w)'|'(?!\w)")
_EVERYBODY = late_pattern(rf"(?:{'|'.join(EVERYBODY_WORDS)})(?=\W|\Z)[\s:,;]*(?P<rest>.*)", re.IGNORECASE)
_BETWEEN = late_pattern(rf"(?:(?<!\s)\s+)?[,;&]\s*(?:{AND}\s+)?|(?<!\s)\s+{AND}\s+")
_ABSENT = late_pattern(
    rf"\(?(?:(?P<sign>[!{DASHES}-]+\s*)|(?P<but>(?:(?:{BUT})[\s:]+)+))?"
    rf"(?P<name>\w[^()]*?)(?P<away>(?:(?<!\s)\s+)?\(?(?<!\w)(?:{AWAY})\)?)?\)?",
    re.IGNORECASE,
)
_AWAY_BEHIND = late_pattern(rf".*(?<!\w)(?:{AWAY})\)?", re.IGNORECASE)
_LISTED = late_pattern(r"[\[{](?P<entries>[^\[\]{}]+)[\]}]")
_ROLE = late_pattern(r"(?P<name>[^:\"']+): +(?P<role>[^:\"']+)")


class Written(NamedTuple):
    """What must hold for the value of `attending`, and the value as it is written."""

    message: str
    value: str


def short_form(text: str) -> str | None:
    """Return how `attending` says in short that all were there, or all but some, if a text says so in words."""
    everybody = _EVERYBODY.fullmatch(" ".join(_SIGNS.sub(" ", text).split()))
    names = _left_out(everybody["rest"]) if everybody else None
    if names is None:
        return None
    return write_inline({ALL_BUT: names}) if names else ALL


def absent_name(text: str) -> str | None:
    """Return whom an entry of a list of people says to be absent, such as `-Mat`, `without Mat` or `(Mat is away)`."""
    match = _ABSENT.fullmatch(text.strip())
    # A sign with a space behind it begins an entry of a list.
    is_marked = match and (match["but"] or match["away"] or not (match["sign"] or " ").endswith(" "))
    return match["name"] if match and is_marked else None


def as_written(people_text: str) -> Written | None:
    """Return how what stands behind `attending:` on its line is written, if it can be told."""
    if (short := short_form(people_text)) and short != people_text:
        return Written(
            "who was not there must stand in a list" if short != ALL else "`all` must stand alone", short
        )
    list_match = _LISTED.fullmatch(people_text)
    entries = [entry.strip() for entry in list_match["entries"].split(",")] if list_match else []
    names = [entry for entry in entries if entry != "?"]
    if len(names) < len(entries):
        return Written(
            "a list of people must have names in it; who is not known is left out", write_inline(names)
        )
    roles = [_ROLE.fullmatch(name) for name in names]
    if any(roles):
        with_roles = [
            f"{role['name']} ({role['role']})" if role else name
            for name, role in zip(names, roles, strict=True)
        ]
        return Written(
            "what somebody did must stand in round brackets behind the name", write_inline(with_roles)
        )
    return None


def _left_out(names_text: str) -> list[str] | None:
    """Return the names behind a word for everybody; nothing if it doesn't say of all of them that they were absent."""
    names, is_listed = [], _AWAY_BEHIND.fullmatch(names_text) is not None
    for phrase in _BETWEEN.split(names_text) if names_text else ():
        match = _ABSENT.fullmatch(phrase)
        is_listed = is_listed or bool(match and match["but"])
        if not match or not (is_listed or match["sign"] or match["away"]):
            return None
        names.append(match["name"])
    return names
