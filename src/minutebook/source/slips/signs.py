"""Signs of YAML that are missing: a space, a colon, a comma, a bracket, the `|` of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from minutebook.actions.words import CLOSED_WORDS
from minutebook.records.pasted_signs import DASHES
from minutebook.records.problem import Location
from minutebook.source.schema import schemas
from minutebook.source.schema.spoken_attendance import as_written
from minutebook.source.slips.slip import Slip, content_place, line_to_write, repeated_slip
from minutebook.source.yaml.quotes import QUOTED, quote_entries
from minutebook.source.yaml.scalars import ACTION_KEYS
from minutebook.source.yaml.typed_line import (
    TEXT_KEYS,
    indent_of,
    lines_outside_blocks,
    next_line,
    return_of,
    run_end,
)

_LEAD = re.compile(r" *(?:- +)*")
_WORD = r"(?<![\w-])(?:[^\WA-Za-z]|-)*[A-Za-z][\w-]*"
_NO_SPACE_AFTER_COLON = re.compile(rf"({_WORD}):(?=[^\s:/])")
_SPACE_BEFORE_COLON = re.compile(rf"({_WORD}) +:(?=[^\s:/])")
_NO_SPACE_AFTER_DASH = re.compile(r"-(?=[\w\"'\[{@*])")
_DASHES = re.compile(r"\A( *)(?:-\s+){2,}(?=\S)")
_TWO_COMMAS = re.compile(r",(?:\s*,)+(?=\s*[^\s,\]])")
_LAST_COMMA = re.compile(r"([\]}\"'])\s*,\Z")
_NO_COMMA = re.compile(r"(?<=[\"'0-9\]}])(?: +)(?=[\"'0-9\[{])")
_KEY = re.compile(r"[\w -]+:(?: |\Z)| *(?:- +)*[a-z]+:")
_MEMBER = re.compile(rf"(?P<lead> *(?:- +)?)(?:{'|'.join(ACTION_KEYS)}): ")
_LINE_OF_TEXT = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<key>notes|quick|task|note|reason|topic|(?<=- )[^\s:#\"'\[{|>&*!%@`-][^:#]*): +(?=[^\s\"'\[{|>#&*!])"
)
_ATTENDING = re.compile(r"(?P<lead> *(?:- +)*attending: +)(?P<typed>[^#]*[^\s#])")
_OTHER_KEYS = schemas.format_keys() - {*TEXT_KEYS, "task", "note", "reason", "topic"}
"""Keys of the format whose values are no sentences."""
_SIGN = re.compile(r"-(?: |\Z)|#|.*:(?: |\Z)|[\"'\[{|>&*!%@`]")
_DASH_AS_COLON = re.compile(rf"(?P<key>.*[^\s{DASHES}-]) *[{DASHES}-]+ +(?P<value>[0-9~][0-9]*)")
_MOST_WORDS = 6


def signs(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield how some lines (from 0) would be with a sign that may be missing, and all with spaces behind colons."""
    yield from _missing_spaces(lines)
    for number in numbers:
        line = lines[number].rstrip()
        for message, mended in (*_spaces(line), *_colons(line), *_brackets(line), *_texts(lines, number)):
            if mended != line:
                location = content_place(lines, number)
                ending = return_of(lines[number])
                # A key without a value is likelier to have lost it than its colon, and a list a quote than two.
                distance = 2 if mended in {f"{line}:", quote_entries(line)} else 1
                yield Slip(location, message, _hint(mended), number, (mended + ending,), distance, adds=True)


def _missing_spaces(lines: Sequence[str]) -> Iterator[Slip]:
    """Yield how the lines would be with a space behind the colon of each key that lacks one, if several do."""
    lacking = re.compile(rf"( *(?:- +)*(?:{'|'.join(sorted(schemas.format_keys()))})):(?=[^\s:/])")
    outside = lines_outside_blocks(lines)
    matches = {number: match for number in outside if (match := lacking.match(lines[number]))}
    changes = {number: f"{match[1]}: {lines[number][match.end() :]}" for number, match in matches.items()}
    if len(changes) > 1:
        start = min(changes)
        location = Location(start + 1, 1, len(lines[start]))
        message = "there must be a space after the colon of a key"
        slip = repeated_slip(lines, changes, message, count_words="lack one", location=location)
        yield replace(slip, distance=1)


def texts(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield how text would be that goes on below its line, or that stands below no key."""
    for number in numbers:
        line = lines[number]
        content, indent = line.strip(), indent_of(line)
        upper_line = lines[number - 1].rstrip() if number else ""
        location = content_place(lines, number)
        if slip := _status(upper_line, content, number, location):
            yield slip
            continue
        match = _LINE_OF_TEXT.match(upper_line)
        if match and match["key"] not in _OTHER_KEYS and not _SIGN.match(content):
            yield _joined(match, upper_line, content, number, location)
        text_end = run_end(lines, number, lambda line: not _KEY.match(line))
        if text_end < len(lines) and indent_of(lines[text_end]) > indent:
            continue  # what is a key would become a part of the text
        if text_end > number and indent and re.search(r"\w", content) and not upper_line.endswith(":"):
            block = (
                f"{' ' * indent}notes: |",
                *(f"  {text}" if text.strip() else text for text in lines[number:text_end]),
            )
            message = "text must stand below a key, such as `notes: |`"
            hint = f"{line_to_write(block[0])}\nand below it the text, indented by two more."
            yield Slip(location, message, hint, number, block, 3, adds=True, count=text_end - number)


def _status(upper_line: str, content: str, number: int, location: Location) -> Slip | None:
    """Return how a word that closes the action item above it would stand."""
    key = _MEMBER.match(upper_line)
    if not key or CLOSED_WORDS.get(content.strip("[](). !").lower()) != "done":
        return None
    line = f"{' ' * len(key['lead'])}status: done"
    message = "it must stand behind `status:` that it is done"
    return Slip(location, message, line_to_write(line), number, (line,), 1)


def _joined(match: re.Match[str], upper_line: str, content: str, number: int, location: Location) -> Slip:
    """Return how text would stand that goes on below the line of its key: on that line, or both in a block."""
    if match["key"] not in TEXT_KEYS:
        joined = f"{upper_line} {content}"
        message = "this text must stand on one line with that above it"
        return Slip(location, message, f"Write: {joined.strip()}", number - 1, (joined,), 2, count=2)
    lead = f"{match['lead']}{match['key']}: |"
    indent = " " * (len(match["lead"]) + 2)
    message = "text on several lines must stand below a `|`"
    hint = f"{line_to_write(lead)}\nand below it both lines, indented by two more."
    lines = (lead, f"{indent}{upper_line[match.end() :].strip()}", f"{indent}{content}")
    return Slip(Location(number, len(match["lead"]) + 1), message, hint, number - 1, lines, 2, count=2)


def breaks(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield how a line would be as two, broken where there are several spaces in it."""
    for number in numbers:
        line = lines[number]
        for gap in list(re.finditer(r"(?<=\S)  +(?=\S)", line))[:_MOST_WORDS]:
            lower_line = line[gap.start() :]
            location = Location(number + 1, gap.end() + 1, len(line) - gap.end())
            message = "a new line must begin here"
            hint = f"Write on a line of its own: {lower_line.strip()}"
            broken = (line[: gap.start()], lower_line)
            yield Slip(location, message, hint, number, broken, 1, adds=True, count=1)


def _hint(mended: str) -> str:
    return f"Write: {mended.strip()}" if not mended.endswith("|") else line_to_write(mended)


def _spaces(line: str) -> Iterator[tuple[str, str]]:
    outside = re.sub(rf"(?<!\w)(?:{QUOTED})", lambda quoted: "\0" * len(quoted.group()), line)
    for match in (_NO_SPACE_AFTER_COLON.search(outside), _SPACE_BEFORE_COLON.search(outside)):
        if match:
            message = "there must be a space after the colon of a key"
            yield message, f"{line[: match.start()]}{match[1]}: {line[match.end() :]}"
    yield "an entry of a list must begin with one dash", _DASHES.sub(r"\1- ", line)
    yield "there must be a space after the dash of a list", _NO_SPACE_AFTER_DASH.sub("- ", line, count=1)


def _colons(line: str) -> Iterator[tuple[str, str]]:
    content = _LEAD.sub("", line, count=1)
    if not content or ":" in content or content[0] in "\"'[{#|>&*!%@`":
        return
    if match := re.match(r"([^=\[\]]*[^=\s\[\]]) *(?:= *| (?=\[))([^=]+)\Z", content):
        yield (
            "a key must be followed by a colon and a space",
            f"{line[: len(line) - len(content)]}{match[1]}: {match[2]}",
        )
    if re.search(r"[=\[\]]", content):
        return
    message = "a key must be followed by a colon and a space"
    start = len(line) - len(content)
    if dash := _DASH_AS_COLON.fullmatch(content):
        yield message, f"{line[:start]}{dash['key']}: {dash['value']}"
        return
    yield message, f"{line}:"
    for gap in list(re.finditer(" +", content))[:_MOST_WORDS]:
        yield message, f"{line[: start + gap.start()]}: {content[gap.end() :]}"


def _brackets(line: str) -> Iterator[tuple[str, str]]:
    missing = line.count("[") - line.count("]")
    key = re.match(r"([^:\[\]]+: ++)([^\[\]]+\])\Z", line)
    if missing == 1 and not line.endswith("["):
        yield "a list in brackets must end with `]`", f"{line}]"
    elif missing == -1 and key:
        yield "a list in brackets must begin with `[`", f"{key[1]}[{key[2]}"
    if (match := _ATTENDING.fullmatch(line)) and (people := as_written(match["typed"])):
        yield people.message, f"{match['lead']}{people.value}"
    if match := re.match(r"(?: *(?:- +)*|[^\"':#]+: +)([\"'])[^\"']+\Z", line):
        yield "each quote must be closed", f"{line}{match[1]}"
    if line.count('"') % 2:
        for gap in list(re.finditer(r"(?<=[\w.])(?=\s*[,\]])|(?<=[\[,\s])(?=[\w.])", line))[:_MOST_WORDS]:
            yield "each quote must be closed", f'{line[: gap.start()]}"{line[gap.start() :]}'
    yield "a list must be in square brackets", re.sub(r": +[{(]([^\[\]{}():]*)[})]\Z", r": [\1]", line)
    yield (
        "nothing can stand behind a list in brackets",
        re.sub(r"(\[[^\[\]]*[^\[\],\s]\])[^\w\s#]+\Z", r"\1", line),
    )
    yield "no comma can stand at the end of a line", _LAST_COMMA.sub(r"\1", line)
    yield "a list in brackets must have one comma between its items", _TWO_COMMAS.sub(",", line)
    yield "text that YAML would misread must be in quotes between brackets", quote_entries(line)
    if "[" in line:
        yield "a list in brackets must have a comma between its items", _NO_COMMA.sub(", ", line)


def _texts(lines: Sequence[str], number: int) -> Iterator[tuple[str, str]]:
    line = lines[number].rstrip()
    indents = [len(text) - len(text.lstrip(" -")) for text in (next_line(lines, number), line)]
    if re.search(r"(?:^|[\s-])notes:\Z", line) and indents[0] > indents[1]:
        yield "text on several lines must stand below a `|`", f"{line} |"
