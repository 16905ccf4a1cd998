"""How one line of text is written in YAML so that every reader takes it for that text."""

import re

from minutebook.records.iso_days import is_day
from minutebook.records.late_patterns import late_pattern

# What readers of YAML 1.1 take for true, false and nothing, as PyYAML does: yaml/pyyaml#613.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_SAFE = late_pattern(r"(?![0-9.+-])(?:[\w./()+&;,'!?%*=\[\]-]|(?<=\S) (?=[^\s#])|:(?=[^\s]))+\Z")
_SAFE_START = late_pattern(r"[\w./(+]")
QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
"""A pattern of a text in quotes."""
_FLOW = late_pattern(r"[\[\]{},:?]")
_LIST = late_pattern(r"(?P<lead>[^][{}#\"']*: +\[|\s*- \[)(?P<entries>[^][{}]*)\]\s*\Z")
_ENTRY = late_pattern(rf"(?P<quoted>\s*(?:{QUOTED})\s*(?=,|\Z))|(?P<space>\s*)(?P<text>[^,\s][^,]*)")
_MISREAD = late_pattern(r"[#@`%|>\"']|-(?:\s|\Z)|.*\s#")


DATE_KEYS = frozenset({"date", "since", "due", "from", "until", "strict"})
"""Keys of days: what they have stays plain, for a day is meant whichever reader takes it for one."""


def write_text(text: str, *, in_flow: bool = False, key: str | int = "") -> str:
    """Return a one-line scalar, of a `key` of the format, that every YAML reader reads as this text, plain if that is safe."""
    plain = (key in DATE_KEYS and is_day(text)) or (
        _SAFE.match(text)
        and _SAFE_START.match(text)
        and text.lower() not in _WORDS
        and not text.endswith(":")
        and not (in_flow and _FLOW.search(text))
    )
    return text if plain else quote(text)


def quote(text: str) -> str:
    """Return the text in quotes, in single ones if double ones would need escapes."""
    if "'" not in text and not re.search("[\r\n]", text) and ("\\" in text or '"' in text):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def quote_entries(line: str) -> str:
    """Return a line with all that YAML would misread in the list in brackets at its end in quotes."""
    match = _LIST.match(line)
    if not match:
        return line
    entries = re.sub(_ENTRY.pattern, _quote_entry, match["entries"])
    return f"{match['lead']}{entries}{line[match.end('entries') :]}"


def _quote_entry(entry: re.Match[str]) -> str:
    text = (entry["text"] or "").rstrip()
    if not _MISREAD.match(text):
        return entry.group()
    inner = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    return f"{entry['space']}{quote(inner)}{entry['text'][len(text) :]}"
