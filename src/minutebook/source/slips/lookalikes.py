"""Characters that look like a space, an indentation or a colon, and are none for YAML."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from minutebook.records.pasted_signs import SPACES
from minutebook.records.problem import Location
from minutebook.source.schema import schemas
from minutebook.source.slips.bare_titles import bare_titles
from minutebook.source.slips.list_marks import list_marks
from minutebook.source.slips.named_cells import named_cells
from minutebook.source.slips.roster_lines import roster_lines
from minutebook.source.slips.slip import Slip, repeated_slip
from minutebook.source.yaml.decoder import name_character
from minutebook.source.yaml.typed_line import indent_of, lines_outside_blocks

_ODD = re.compile(f"[{SPACES}]")
_PLACES = re.compile(
    rf"""(?P<lead>[ {SPACES}]*(?:-[ {SPACES}]+)*)
         (?P<key>(?:[^\s:#"'\[{{][^:#"'\[{{]*:(?=[ {SPACES}]))?)
         (?P<gap>[ {SPACES}]*)""",
    re.VERBOSE,
)
_WIDE_COLON = re.compile(r"(?P<key> *(?:- +)*[^\s:\uff1a#\"'\[{&*!|>%@`-][^:\uff1a#]*)\uff1a\s*")
_SAVED = re.compile(r":(?:wq?a?|qa?|x)!?")
_CAPITAL_KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>(?=[a-z]*[A-Z])[A-Za-z]+)(?=:(?:\s|\Z))")
_LABELS_BELOW = re.compile(r"(?P<lead> *(?:- +)*)(?i:header|duty|counters|rows|roster|words): *\Z")
_TABS = re.compile(r"\A *\t[ \t]*(?=\S)")
_TAB_WIDTHS = (2, 4, 8, 0)


def everywhere(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the slips that are likely made on several lines of a file at once."""
    yield from lookalikes(lines)
    yield from tabs(lines)
    yield from capitals(lines)
    yield from named_cells(lines)
    yield from bare_titles(lines)
    yield from roster_lines(lines)
    yield from list_marks(lines)
    yield from _commands_of_editors(lines)


def _commands_of_editors(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the file would be without the command that was to save it, which stands in its last line."""
    number = next((number for number in reversed(range(len(lines))) if lines[number].strip()), 0)
    if lines and _SAVED.fullmatch(lines[number].strip()):
        location = Location(number + 1, 1, len(lines[number]))
        message = "a command of the editor must not stand in the file"
        yield Slip(location, message, "Delete this line.", number, ("",))


def lookalikes(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with plain spaces, and with plain colons."""
    for instead in (" ", ""):
        must = "can't indent or part anything here: only spaces can"
        if slip := _everywhere(lines, partial(_with_spaces, instead=instead), _ODD, must):
            yield slip
    if slip := _everywhere(lines, _with_colons, re.compile("\uff1a"), "is no colon for YAML"):
        yield slip


def capitals(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with the keys of the format in small letters, which phones begin with a capital."""
    changes = {number: small for number, line in enumerate(lines) if (small := _small(line)) != line}
    if changes:
        keys = set(lines_outside_blocks(lines)).difference(_labels(lines))
        changes = {number: small for number, small in changes.items() if number in keys}
    if changes:
        message = "the keys of the format must be in small letters"
        yield repeated_slip(lines, changes, message, count_words="have a capital")


def _small(line: str) -> str:
    """Return a line whose key is one of the format but for capitals, with that key."""
    match = _CAPITAL_KEY.match(line)
    is_key = match is not None and match["key"].lower() in schemas.format_keys()
    return f"{match['lead']}{match['key'].lower()}{line[match.end() :]}" if match and is_key else line


def _labels(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines, from 0, that stand right below a key below which any label can stand."""
    column = -1
    for number, line in enumerate(lines):
        if column >= 0 and line.strip() and indent_of(line) <= column:
            column = -1
        if column >= 0:
            yield number
        elif match := _LABELS_BELOW.match(line):
            column = len(match["lead"])


def tabs(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with spaces in the place of the tabs that indent them."""
    matches = {number: match for number, line in enumerate(lines) if (match := _TABS.match(line))}
    for width in _TAB_WIDTHS if matches else ():
        changes = {
            number: match.group().expandtabs(width) + lines[number][match.end() :]
            for number, match in matches.items()
        }
        start = min(changes)
        location = Location(start + 1, lines[start].index("\t") + 1)
        message = "there must be no tab here: lines are indented with spaces"
        yield repeated_slip(lines, changes, message, location=location, rule="tab")


def _everywhere(
    lines: Sequence[str], mend: Callable[[str], str], sign: re.Pattern[str], must: str
) -> Slip | None:
    """Return a slip that is made on all lines that are YAML and no text."""
    if not any(map(sign.search, lines)):
        return None
    mended = {number: mend(lines[number]) for number in lines_outside_blocks(lines)}
    changes = {number: line for number, line in mended.items() if line != lines[number]}
    if not changes:
        return None
    start = min(changes)
    occurrence = sign.search(lines[start])
    column = occurrence.start() if occurrence else 0
    message = f"{name_character(lines[start][column])} {must}"
    location = Location(start + 1, column + 1)
    return repeated_slip(lines, changes, message, location=location, rule="character")


def _with_spaces(line: str, instead: str) -> str:
    match = _PLACES.match(line)
    if not match or not _ODD.search(match["lead"] + match["gap"]):
        return line
    # An ideographic space is as wide as two letters.
    lead, gap = (_ODD.sub(instead, match[name].replace("\u3000", instead * 2)) for name in ("lead", "gap"))
    return f"{lead}{match['key']}{gap}{line[match.end() :]}"


def _with_colons(line: str) -> str:
    match = _WIDE_COLON.match(line)
    return f"{match['key']}: {line[match.end() :]}".rstrip(" ") if match else line
