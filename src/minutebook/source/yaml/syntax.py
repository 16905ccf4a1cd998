"""What a YAML parser's error means to the person who wrote the line."""

from typing import Any

from minutebook.records.problem import Location, Problem
from minutebook.source.yaml import plaintext

_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a key can't stand here: this line is indented deeper than its key allows, or the line above lacks a colon",
    ),
    ("could not find expected ':'", "a key must be followed by a colon and a blank"),
    (
        "did not find expected ',' or",
        "a list in brackets needs a comma between its items and a closing bracket",
    ),
    ("expected ',' or", "a list in brackets needs a comma between its items and a closing bracket"),
    ("did not find expected key", "this line is not indented as the lines above it"),
    (
        "did not find expected '-' indicator",
        "this line is not indented as the list above it, or lacks its `- `",
    ),
    ("expected <block end>", "this line is not indented as the lines above it"),
    ("did not find expected node content", "something is missing behind this"),
    ("did not find expected <document start>", "nothing can follow here: the text above ends the file"),
    ("did not find expected comment or line break", "nothing but a comment can follow here"),
    ("unexpected end of stream", "a quote or bracket that was opened is never closed"),
    ("unknown escape character", "in double quotes a backslash must be doubled; use single quotes"),
    ("block sequence entries are not allowed", "a list can't begin here; it begins on a line of its own"),
    ("cannot start any token", "text can't begin with this character; put it in quotes"),
    ("block collections are not allowed", "a list in brackets can't hold this; close the bracket first"),
)


_OPENED = (
    "unexpected end of stream",
    "expected ',' or",
    "could not find expected ':'",
    "expected node content",
)


def explain_syntax(path: str, text: str, error: Any) -> tuple[Problem, ...]:
    """Return the problems behind a parser's error: the prose that broke it, else the error in plain words."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    here = lines[mark.line][: mark.column + 1] if mark.line < len(lines) else ""
    if "\t" in plaintext.before_comment(here):
        return (plaintext.tab(path, Location(mark.line + 1, here.index("\t") + 1)),)
    at_question = here.endswith("?") and "flow" in str(error.context)
    if at_question or "found unexpected ':'" in str(error.problem):
        return (plaintext.text_in_brackets(path, lines[mark.line], mark.line, len(here) - 1),)
    if known := _differing(path, lines, mark, str(error.problem or error.context)):
        return (known,)
    traps = tuple(plaintext.traps(path, text))
    if any(trap.location.line <= mark.line + 1 for trap in traps):
        return traps
    return (plaintext.deeper_first_line(path, text, mark.line) or _explain(path, lines, error), *traps)


def second_document(path: str, location: Location) -> Problem:
    """Return the problem of a second document in one file."""
    hint = "Delete the line `---` or `...`, or give the second meeting a file of its own."
    return Problem(path, location, "yaml-feature", "a file holds one document", hint)


def _differing(path: str, lines: list[str], mark: Any, said: str) -> Problem | None:
    """Return what only one of the two parsers stops at, in the words that the other gets later."""
    location = Location(mark.line + 1, mark.column + 1)
    if "more indented follow up line" in said:
        heads = [number for number in plaintext.outside_blocks(lines) if number < mark.line]
        return next(plaintext.blanks_above(path, lines, heads[-1], "|"), None) if heads else None
    if "invalid Unicode character escape" in said:
        message = "this escape makes no character"
        return Problem(
            path, location, "character", message, "Delete the escape, or put the text in single quotes."
        )
    if "document start" in said and "..." in (line.rstrip() for line in lines[: mark.line]):
        return second_document(path, location)
    if "did not find expected key" in said and lines[mark.line][mark.column :].startswith(":"):
        return plaintext.empty_key(path, location)
    return None


def _explain(path: str, lines: list[str], error: Any) -> Problem:
    said = str(error.problem or error.context or "unknown")
    mark = error.problem_mark or error.context_mark
    meaning = next((words for start, words in _PLAIN_WORDS if start in said), said)
    if error.context_mark and any(words in said for words in _OPENED):
        mark = error.context_mark
    elif error.context_mark and error.context_mark.line != mark.line:
        meaning = f"{meaning} (it belongs to line {error.context_mark.line + 1})"
    hint = "Compare the indentation and the quotes with the lines above; longer text goes below a `key: |`."
    location = Location(mark.line + 1, mark.column + 1)
    if not any(
        line.strip() for line in lines[mark.line :]
    ):  # behind the end: shown at the last text there is
        last = max(number for number, line in enumerate(lines) if line.strip())
        location = Location(last + 1, len(lines[last].rstrip()))
    return Problem(path, location, "yaml-syntax", f"this can't be read as YAML: {meaning}", hint)
