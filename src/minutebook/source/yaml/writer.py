"""Data as the lines of a YAML file, spelled in one way wherever notes are written or edited."""

from collections.abc import Iterator, Mapping
from typing import Any

from minutebook.records.attendance import LISTS
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import KeyPath
from minutebook.source.yaml.quotes import quote, write_text
from minutebook.source.yaml.scalars import LABELED, is_own_key

_SPREAD = LABELED | {"table"}
"""Keys of mappings that are written a line a key; all others are between braces."""
Pairs = tuple[tuple[str, Any], ...]
"""A mapping in which a key can be twice, as minutes that were written by hand may have it; reading it is refused."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, and the path to the value that it writes.

    For a line of a block of text, that is the path to the text and the number of the line in it, from 0.
    """

    text: str
    key_path: KeyPath


@dataclass(frozen=True, slots=True)
class Dashes:
    """How lists are written: how far dashes are from their key, and items from their dash."""

    offset: int = 2
    width: int = 2


_USUAL = Dashes()
_STEP = 2
_LONGEST = 78
"""How long a key and the names in its list may be in one line, which has two more signs between them."""


def write_mapping(
    data: Mapping[str, Any] | Pairs,
    parent_path: KeyPath = (),
    dashes: Dashes = _USUAL,
    *,
    labeled: bool = False,
) -> Iterator[Line]:
    """Yield the lines of a mapping; its keys are labels if it is `labeled`, else those of the format."""
    for key, value in data.items() if isinstance(data, Mapping) else data:
        yield from write_entry(key, value, parent_path, dashes, labeled=labeled)


def write_entry(
    key: str, value: Any, parent_path: KeyPath = (), dashes: Dashes = _USUAL, *, labeled: bool = False
) -> Iterator[Line]:
    """Yield the lines of a key with its value, in a mapping at a path."""
    key_path, start = (*parent_path, key), f"{write_text(key)}:"
    if isinstance(value, dict | tuple) and value and key in _SPREAD and not labeled:
        yield Line(start, key_path)
        yield from _shift(write_mapping(value, key_path, dashes, labeled=key in LABELED), _STEP)
    elif isinstance(value, list) and value and not labeled and is_spread(key, value):
        yield Line(start, key_path)
        for index, text in enumerate(value):
            item = f"{' ' * dashes.offset}{'-'.ljust(dashes.width)}{write_text(text)}"
            yield Line(item, (*key_path, index))
    elif isinstance(value, list) and value and all(member and isinstance(member, dict) for member in value):
        yield Line(start, key_path)
        for index, member in enumerate(value):
            if key == "schedule":
                lines: Iterator[Line] = iter((Line(f"- {write_inline(member)}", (*key_path, index)),))
            else:
                lines = write_item(member, (*key_path, index), dashes)
            yield from _shift(lines, dashes.offset)
    elif isinstance(value, str) and _is_block(value):
        yield from _write_block(start, value, key_path)
    elif value is None and (labeled or not is_own_key(key)):  # a place for people to write in
        yield Line(f"{start} |" if key == "notes" and not labeled else start, key_path)
    else:
        value_text = (
            write_text(value, key="" if labeled else key) if isinstance(value, str) else write_inline(value)
        )
        yield Line(f"{start} {value_text}", key_path)


def write_item(value: Mapping[str, Any], key_path: KeyPath = (), dashes: Dashes = _USUAL) -> Iterator[Line]:
    """Yield the lines of a list's item, from its dash."""
    for number, line in enumerate(_shift(write_mapping(value, key_path, dashes), dashes.width)):
        yield line if number else Line(f"-{line.text[1:]}", line.key_path)


def is_spread(key: str, members: list[Any]) -> bool:
    """Whether a list in block style has a line for each member: notes are of any length, and many people may edit names.

    What two add to a long line of names is a conflict for git, though they may stand far from one another.
    """
    return key == "note" or (key in LISTS and len(key) + len(write_inline(members)) > _LONGEST)


def write_inline(value: Any) -> str:
    """Return a value on one line, as it is written between brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(write_pair(key, member) for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(write_inline(member) for member in value) + "]"
    if isinstance(value, str):
        return write_text(value, in_flow=True)
    if isinstance(value, bool):
        return str(value).lower()
    return "~" if value is None else str(value)


def write_pair(key: str, value: Any) -> str:
    """Return a key with its value on one line, as it is written between braces."""
    # The rules of a schedule are in quotes in all documents, whether they need them or not.
    if isinstance(value, str):
        value_text = quote(value) if key == "rule" else write_text(value, in_flow=True, key=key)
    else:
        value_text = write_inline(value)
    return f"{write_text(key, in_flow=True)}: {value_text}"


def _is_block(text: str) -> bool:
    """Whether a text is written as a block: as lines, each with its newline."""
    return text.endswith("\n") and "\r" not in text and bool(text.strip(" \n"))


def _write_block(start: str, text: str, key_path: KeyPath) -> Iterator[Line]:
    # YAML takes the indentation from the first line; if that is empty or indented itself, a number must say it
    # (YAML 1.2.2, section 8.1.1.1).
    indentation = str(_STEP) if text[0] in " \t\n" else ""
    # Newlines at the end count, but for one, only if a `+` says so (YAML 1.2.2, section 8.1.1.2).
    chomping = "+" if text.endswith("\n\n") else ""
    yield Line(f"{start} |{indentation}{chomping}", key_path)
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        yield Line(f"{' ' * _STEP}{line}" if line else "", (*key_path, number))


def _shift(lines: Iterator[Line], columns: int) -> Iterator[Line]:
    return (Line(f"{' ' * columns}{line.text}" if line.text else "", line.key_path) for line in lines)
