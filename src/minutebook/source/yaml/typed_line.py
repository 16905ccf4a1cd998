"""A line of YAML as somebody typed it, cut up without a parser, which may have stopped at it."""

import re
from collections.abc import Callable, Iterator, Sequence

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern

# `(?<!\s)\s` enters a run of spaces only at its beginning, so that a long one takes no quadratic time.
_LINE = late_pattern(
    r"""(?P<lead>\ *(?:-\ +)*
        (?:(?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{}&*!|>%@`,?#-][^#]*?)(?<!\s)\s*:\ +)?)
        (?P<value>\S(?:.*\S)?)\s*\Z""",
    re.VERBOSE,
)
TEXT_KEYS = frozenset({"notes", "quick"})
"""The keys whose texts are written as blocks, below a `|`."""
_BLOCK_HEADER = late_pattern(r"[|>](?:[1-9]?[+-]?|[+-][1-9]) *(?: #.*)?\Z")
_ANCHOR_OR_ALIAS = late_pattern(r"(?P<sign>[*&])(?P<name>[0-9A-Za-z_-]+)(?: |\Z)")
_KEY_ALONE = late_pattern(r"\A[^*&!%@`].*:(?:\s+#.*)?\Z")


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What a line says: the value, behind a lead of spaces, dashes and a key."""

    lead: str
    key: str | None
    value: str

    @property
    def indent(self) -> int:
        """The column that a block of text below this line must go beyond."""
        lead = self.lead[: -len(self.lead.lstrip(" -"))] if self.key else self.lead
        return len(lead) if self.key else max(lead.rfind("-"), 0)

    @property
    def opens_block(self) -> bool:
        """Whether a block of text begins below this line."""
        return is_block_header(self.value)


def parse_line(line: str) -> TypedLine | None:
    """Return what a line says; None if it has no value."""
    match = _LINE.match(line.rstrip("\r"))
    if not match or match["value"].startswith("#"):
        return None
    if not match["key"] and _KEY_ALONE.search(match["value"]):
        return None
    return TypedLine(match["lead"], match["key"], match["value"])


def return_of(line: str) -> str:
    """Return the carriage return at the end of a line, nothing if it has none."""
    return "\r" if line.endswith("\r") else ""


def indent_of(line: str) -> int:
    """Return by how many spaces a line is indented."""
    return len(line) - len(line.lstrip(" "))


def next_line(lines: Sequence[str], number: int) -> str:
    """Return the next line below one (from 0) in which anything stands, or nothing."""
    return next((line for line in lines[number + 1 :] if line.strip()), "")


def run_end(lines: Sequence[str], start: int, belongs: Callable[[str], object]) -> int:
    """Return where the lines from `start` on (from 0) end that belong together."""
    return next((number for number in range(start, len(lines)) if not belongs(lines[number])), len(lines))


def is_block_header(value: str) -> bool:
    """Whether a value says only that a block of text begins below it."""
    return _BLOCK_HEADER.match(value) is not None


def states_indentation(header: str) -> bool:
    """Whether the header of a block of text says by how much it is indented (YAML 1.2.2, section 8.1.1.1)."""
    return re.match(r"[|>][+-]?[1-9]", header) is not None


def before_comment(line: str) -> str:
    """Return a line up to the # of its comment, if it has one."""
    return re.split(r"(?:\A|(?<=\s))#", line, maxsplit=1)[0]


def lines_outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of the lines that are YAML and not a block's text."""
    block_indent: int | None = None
    for number, line in enumerate(lines):
        indent = indent_of(line)
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        header = parse_line(line)
        block_indent = header.indent if header and header.opens_block else None
        yield number


def is_alias(value: str, lines: Sequence[str]) -> bool:
    """Whether a value is an anchor or an alias, to which another line has the other one: neither is text."""
    if not (match := _ANCHOR_OR_ALIAS.match(value)):
        return False
    sign = "&" if match["sign"] == "*" else "*"
    counterpart = re.compile(rf"(?:: |- |[\[,] *){re.escape(sign)}{match['name']}(?![\w-])")
    return any(map(counterpart.search, lines))
