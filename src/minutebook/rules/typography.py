"""Rules about signs that look like those of YAML and are none."""

import re
from collections.abc import Iterator

from minutebook.records.figures import Table
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Meeting
from minutebook.records.pasted_signs import QUOTES
from minutebook.records.problem import Finding
from minutebook.rules.registry import MEETING
from minutebook.source.yaml.quotes import quote

_TYPOGRAPHIC = late_pattern(rf"(?![\"'].*[\"']\Z)[{QUOTES}\"'](.+)[{QUOTES}\"']")


def has_typographic_quotes(table: Table) -> bool:
    """Whether names of a table stand in quotes that are part of them, so that they are not found again."""
    return any(map(_in_typographic_quotes, (*table.columns, *(row.label for row in table.rows))))


@MEETING.rule("typographic-quotes")
def names_stand_in_plain_quotes(meeting: Meeting) -> Iterator[Finding]:
    """Quotes as word processors write them are part of a name, and not around it."""
    for table in meeting.tables:
        columns = [((*table.key_path, "columns", i), name) for i, name in enumerate(table.columns)]
        earlier = [((*table.key_path, "continues", i), name) for i, name in enumerate(table.continues or ())]
        for key_path, name in (*columns, *earlier, *((row.key_path, row.label) for row in table.rows)):
            if match := _in_typographic_quotes(name):
                quoted_name = quote(match[1])
                message = f"typographic quotes: write {quoted_name}"
                on_key = "rows" in key_path
                yield Finding(key_path, message, record=table.record, on_key=on_key, mend=quoted_name)


def _in_typographic_quotes(name: str) -> re.Match[str] | None:
    return None if name.isascii() else _TYPOGRAPHIC.fullmatch(name)
