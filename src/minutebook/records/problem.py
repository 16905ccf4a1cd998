"""A finding: its place, the rule it breaks, what must hold and how to mend it."""

import re
from dataclasses import replace
from typing import Literal

from minutebook.records.access_codes import masked
from minutebook.records.frozen_class import dataclass
from minutebook.records.phrases import FIX, SYNC, SYNC_ALL

Severity = Literal["error", "warning"]
KeyPath = tuple[str | int, ...]
"""The keys and list positions that lead to a value in a YAML file."""


FieldValue = str | list[str]
"""What stands under a key of an action item."""


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of one line; line and column count from 1, in code points."""

    line: int
    column: int
    length: int = 1

    def cut(self, line: str) -> tuple[str, str, str]:
        """Return what stands in its line before it, at it and behind it."""
        start, end = self.column - 1, self.column - 1 + self.length
        return line[:start], line[start:end], line[end:]


# An apostrophe within a word is no quote: O'Neill, somebody else's.
_LONG_VALUE = (
    r"(?P<value>(?<!\w)(?P<quote>['\"])(?:(?!(?P=quote)(?!\w)).){60})(?:(?!(?P=quote)(?!\w)).)+(?P=quote)"
)
_LONGEST_MESSAGE = 1000
_ENDS = 100
"""How much is shown of a longer line, of its beginning and of its end."""
START = Location(1, 1, 0)
"""Where a problem of the file as a whole is shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at a path of the data, not yet tied to a line of a file.

    `line` counts from 0 within a block of text. `mend` is what to write in the place of what stands there, if that is
    the one right answer; `mend_at` is the stretch that it takes the place of, if that is another one. `removes` says
    that the key and its value, or the one of a list, are to be deleted, `replacements` which ones of a list take its
    place, `fields` what the action item around it is to say under its keys.
    """

    key_path: KeyPath
    message: str
    rule: str = ""
    hint: str = ""
    record: str = ""
    severity: Severity = "error"
    on_key: bool = False
    line: int | None = None
    mend: str | None = None
    mend_at: Location | None = None
    removes: bool = False
    replacements: tuple[str, ...] = ()
    fields: tuple[tuple[str, FieldValue], ...] = ()

    @property
    def in_old_meeting(self) -> "Finding":
        """The same in a meeting older than the newest two, into which `sync` writes only if it is told to."""
        first_line, *others = self.hint.split("\n")
        return replace(self, hint="\n".join([SYNC_ALL, *others])) if first_line == SYNC else self


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding tied to its file, ready to be shown.

    The length of `mend_at` counts newlines, too, so that it can reach over several lines; of a mend that `splits` a
    name the file has more names than before, or a list in another form. Where something else may
    have been meant `is_certain` is false, and only people write the mend.
    """

    path: str
    location: Location
    rule: str
    message: str
    hint: str = ""
    record: str = ""
    severity: Severity = "error"
    mend: str | None = None
    mend_at: Location | None = None
    is_certain: bool = True
    splits: bool = False

    @property
    def sentence(self) -> str:
        """The message, behind the record that it is about."""
        return discreet(f"{self.record}: {self.message}" if self.record else self.message)

    @property
    def remedy(self) -> str:
        """The hint as anybody may read it: no code is told, and a line longer than anybody copies lacks its middle."""
        hint = masked(self.hint)
        lines = [
            *hint.split("\n"),
            *(["(The * are what looks like a code, and stay as they are.)"] * (hint != self.hint)),
        ]
        return "\n".join(
            line if len(line) <= _LONGEST_MESSAGE else f"{line[:_ENDS]} \u2026 {line[-_ENDS:]}"
            for line in lines
        )

    @property
    def is_for_sync(self) -> bool:
        """Whether `sync` mends it without being told to fix what people typed."""
        return self.hint.startswith(SYNC) and not self.hint.startswith(FIX)

    @property
    def is_for_all(self) -> bool:
        """Whether `sync` mends it only if it is told to look at all meetings."""
        return self.hint.startswith(SYNC_ALL)

    def order(self) -> tuple[str, int, int, str]:
        """Sort problems by file, place and rule."""
        return (self.path, self.location.line, self.location.column, self.rule)


def discreet(message: str) -> str:
    """Return a message as anybody may read it, in logs, too: no value in it is long, and no code is told."""
    return masked(re.sub(_LONG_VALUE, r"\g<value>\g<quote>", message, flags=re.DOTALL)[:_LONGEST_MESSAGE])


class UsageError(Exception):
    """What was asked for can't be done; the message is one sentence for the user."""
