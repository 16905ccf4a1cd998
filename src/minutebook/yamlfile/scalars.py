"""What a YAML scalar means, and how to write one so that it means the same everywhere."""

import re

from minutebook.yamlfile.document import Ambiguous

Scalar = str | int | bool | Ambiguous | None

# Sixteen digits fit every reader's integers.
_COUNT = re.compile(r"(?:0|[1-9][0-9]{0,15})\Z")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
# Whatever YAML 1.1 or 1.2 reads as a number, a default value or a merge.
_AMBIGUOUS = re.compile(
    r"""(?: [-+]?[0-9][0-9_]*
        |   [-+]?0o?[0-7_]+ | [-+]?0b[01_]+ | [-+]?0x[0-9a-fA-F_]+
        |   [-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?
        |   [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
        |   = | <<
        )\Z""",
    re.VERBOSE,
)
# Words that YAML 1.1 readers, PyYAML among them, take for true and false.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_SAFE = re.compile(r"(?![0-9.+-])(?:[\w./()+&;,'!?%*=\[\]-]|(?<=\S) (?=[^\s#])|:(?=[^\s]))+\Z")
_SAFE_START = re.compile(r"[\w./(+]")
_FLOW = re.compile(r"[\[\]{},:?]")


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means: a count, text, true or false, nothing, or Ambiguous."""
    if _COUNT.match(text):
        return int(text)
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    return Ambiguous(text) if _AMBIGUOUS.match(text) else text


def write_text(text: str, *, in_flow: bool = False) -> str:
    """Return a one-line scalar that every YAML reader takes for this text, plain where that is safe."""
    plain = (
        _SAFE.match(text)
        and _SAFE_START.match(text)
        and text.lower() not in _WORDS
        and not text.endswith(":")
        and not (in_flow and _FLOW.search(text))
    )
    return text if plain else quote(text)


def quote(text: str) -> str:
    """Return the text in quotes, in single ones where the double ones would need escapes."""
    if "'" not in text and ("\\" in text or '"' in text):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
