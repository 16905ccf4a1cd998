"""Actions as people type them, on lines that YAML would refuse or misread: each is read as the text that it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern
from minutebook.source.yaml.quotes import QUOTED, quote, write_text
from minutebook.source.yaml.scalars import ACTION_KEYS, resolve
from minutebook.source.yaml.typed_line import lines_outside_blocks, return_of

MEMBER_KEY = rf"(?:{'|'.join(ACTION_KEYS)}|topic|notes|actions|ok|x-[^\s:]*)"
"""A pattern of all keys of a member of `actions`: an action item or a topic."""
KEY_OF_ACTIONS = late_pattern(r"(?P<lead> *(?:- +)*)actions: *(?:#.*)?\Z")
"""The line above action items and topics."""
_DASH = late_pattern(r"- +(?=\S)")
_COMMENT = late_pattern(r"(?<=\S)\s{2,}#(?: .*)?\Z")
_FIELD = late_pattern(rf"{MEMBER_KEY}\s*:(?:\s|\Z)")
_OTHER_YAML = late_pattern(
    r"[\"'{|>]|[-?#](?:\s|\Z)|\[(?!(?i:ai|action(?: item| point)?|to[- ]?do) ?: )[^\[\]]*\]\Z|.*:\Z"
)
"""What begins or is something else than a line of text, which a list is without a mark: [ACTION: Mat to order parts]."""
_PAIR = late_pattern(r"(?P<key>[^:]+): +(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class ReadableText:
    """A text in which every typed action can be read; `lengths` are those of the lines' texts that are in quotes now.

    They are found by the number of their line, from 1.
    """

    text: str
    lengths: Mapping[int, int] = field(default_factory=dict)


def quote_typed_actions(text: str) -> ReadableText:
    """Return a text with typed actions in quotes if YAML needs them; all else stays."""
    if "actions:" not in text:
        return ReadableText(text)
    lines = text.split("\n")
    quoted = dict(_quoted_lines(lines))
    if not quoted:
        return ReadableText(text)
    outside = set(lines_outside_blocks(lines))
    lengths = {}
    for number, (column, action, comment) in quoted.items():
        if number in outside:
            lines[number] = f"{lines[number][:column]}{quote(action)}{comment}{return_of(lines[number])}"
            lengths[number + 1] = len(action)
    return ReadableText("\n".join(lines), lengths) if lengths else ReadableText(text)


def _quoted_lines(lines: Sequence[str]) -> Iterator[tuple[int, tuple[int, str, str]]]:
    """Yield the numbers of lines, from 0, with the column of a typed action that needs quotes, it and its comment."""
    for number, line in enumerate(lines):
        key = KEY_OF_ACTIONS.match(line.rstrip("\r")) if "actions:" in line else None
        for start, stop in entries_below(lines, number + 1, len(key["lead"])) if key else ():
            dash = _DASH.match(lines[start], lines[start].index("-")) if stop == start + 1 else None
            item_text = lines[start][dash.end() :].rstrip() if dash else ""
            comment = _COMMENT.search(item_text)
            action = item_text[: comment.start()] if comment else item_text
            if dash and _needs_quotes(action):
                yield start, (dash.end(), action, comment.group() if comment else "")


def entries_below(lines: Sequence[str], start: int, key_column: int) -> Iterator[tuple[int, int]]:
    """Yield the first line, from 0, of each entry of the list below a key, and the one behind its last."""
    column, first, last = -1, -1, -1
    for number in range(start, len(lines)):
        content = lines[number].lstrip(" ")
        if not content.strip() or content.startswith("#"):
            continue
        indent = len(lines[number]) - len(content)
        column = indent if column < 0 else column
        if indent > column:
            last = number
            continue
        if first >= 0:
            yield first, last + 1
        if indent < max(column, key_column) or not content.startswith("-"):
            return
        first = last = number
    if first >= 0:
        yield first, last + 1


def _needs_quotes(action: str) -> bool:
    if "\t" in action or _FIELD.match(action) or _OTHER_YAML.match(action):
        return False
    if not isinstance(resolve(action), str) or write_text(action) == action:
        return False
    pair = _PAIR.fullmatch(action)
    is_plain = pair is not None and write_text(pair["key"]) == pair["key"]
    return not (
        pair
        and is_plain
        and (write_text(pair["value"]) == pair["value"] or re.fullmatch(QUOTED, pair["value"]))
    )
