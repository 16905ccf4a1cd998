"""Groups before the names of those who came: Acme: Ann Lee, Bo Ray."""

import re

from minutebook.oldminutes.names import read_entry, split_entries

_GROUPED = re.compile(r"(?P<group>[^:\uff1a()]{1,60}?)[ \t]*[:\uff1a][ \t]*(?P<names>\S.*)", re.DOTALL)
_TEAM = re.compile(r"(?P<group>[^:\uff1a()]{1,60}?)[ \t]*\((?P<names>[^()]+,[^()]+)\)")
"""Names in brackets behind what can be nobody, such as 2 guests (Ann, Ben)."""


def names_alone(names: str) -> tuple[str, list[str]]:
    """Return names without the groups that they are of, and these."""
    parts = re.split(r"[;\n]", names)
    members, beside = list[str](), list[str]()
    for part in parts:
        team = _TEAM.fullmatch(part.strip())
        grouped = team if team and not read_entry(team["group"]) else _GROUPED.fullmatch(part.strip())
        people = split_entries(grouped["names"]) if grouped else []
        is_group = bool(people) and len(people) + len(parts) > 2 and all(map(read_entry, people))  # noqa: PLR2004
        members.append(grouped["names"] if grouped and is_group else part)
        beside += [grouped["group"]] if grouped and is_group else []
    return "\n".join(members) if "\n" in names else ";".join(members), beside
