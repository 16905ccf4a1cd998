"""What a YAML parser's error means to the person who wrote the line."""

import re
from typing import Any

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import refuse
from minutebook.source.yaml.block_text import deeper_first_line
from minutebook.source.yaml.decoder import location_at
from minutebook.source.yaml.tabs import tab
from minutebook.source.yaml.traps import sign_in_brackets, text_in_brackets, traps
from minutebook.source.yaml.typed_line import before_comment

_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "there can be no key here: this line is indented too far, or the line above has no colon",
    ),
    ("could not find expected ':'", "a key must be followed by a colon and a space"),
    ("expected ',' or", "a list in brackets must have a comma between its items, and a closing bracket"),
    ("did not find expected key", "this line must be indented like the lines above it"),
    (
        "did not find expected '-' indicator",
        "this line must be indented like the list above it, and begin with `- `",
    ),
    ("expected <block end>", "this line must be indented like the lines above it"),
    ("did not find expected node content", "something is missing after this"),
    ("did not find expected <document start>", "nothing can come after the text above, which ends the file"),
    ("did not find expected comment or line break", "only a comment can come after this"),
    ("unexpected end of stream", "a quote or bracket is never closed"),
    ("unknown escape character", "in double quotes a backslash must be doubled; use single quotes"),
    ("block sequence entries are not allowed", "a list can't begin here: it must begin on a line of its own"),
    ("cannot start any token", "text that begins with this character must be in quotes"),
    (
        "block collections are not allowed",
        "a list in brackets can't have this in it: close the bracket first",
    ),
)
_SHOWN_AT_THE_OPENING = (
    "unexpected end of stream",
    "expected ',' or",
    "could not find expected ':'",
    "expected node content",
)
"""Errors of a quote or bracket that is never closed: it is shown where it was opened."""
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?P<line>%[A-Za-z]+)")


def explain_syntax(path: str, text: str, error: Any) -> tuple[Problem, ...]:
    """Return the problems behind a parser's error: the prose that broke it, else the error in plain words."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    read_part = lines[mark.line][: mark.column + 1] if mark.line < len(lines) else ""
    if "\t" in before_comment(read_part):
        location = Location(mark.line + 1, read_part.index("\t") + 1)
        return (tab(path, location, lines[mark.line]),)
    at_question = read_part.endswith("?") and "flow" in str(error.context)
    if at_question or "found unexpected ':'" in str(error.problem):
        return (text_in_brackets(path, lines[mark.line], mark.line, len(read_part) - 1),)
    if read_part and (problem := sign_in_brackets(path, lines[mark.line], mark.line, mark.column)):
        return (problem,)
    if problem := _of_one_parser(path, lines, mark, str(error.problem or error.context)):
        return (problem,)
    trapped = tuple(traps(path, text))
    if any(trap.location.line <= mark.line + 1 for trap in trapped):
        return trapped
    return (deeper_first_line(path, text, mark.line) or _explain(path, lines, error), *trapped)


def second_document(path: str, location: Location) -> Problem:
    """Return the problem of a second document in one file."""
    hint = "Delete the line `---` or `...`, or give the second meeting a file of its own."
    return Problem(path, location, "yaml-feature", "a file must have only one document", hint)


def refuse_directive(path: str, text: str) -> None:
    """Refuse a file that begins with directives, of which the parsers make different things."""
    directive = _DIRECTIVE.match(text)
    if directive:
        message = "directives such as %YAML can't be used here"
        location = location_at(text, directive.start("line"))
        raise refuse(path, location, "yaml-feature", message, "Delete the line.")


def empty_key(path: str, location: Location) -> Problem:
    """Return the problem of a colon with no key before it."""
    return Problem(path, location, "unquoted-text", "a label is missing here", "Write it before the colon.")


def _of_one_parser(path: str, lines: list[str], mark: Any, parser_words: str) -> Problem | None:
    """Return what only one of the two parsers stops at, in the words that the other gets later."""
    location = Location(mark.line + 1, mark.column + 1)
    if "invalid Unicode character escape" in parser_words:
        hint = "Delete the escape, or put the text in single quotes."
        return Problem(path, location, "character", "this escape stands for no character", hint)
    if "document start" in parser_words and "..." in (line.rstrip() for line in lines[: mark.line]):
        return second_document(path, location)
    if "did not find expected key" in parser_words and lines[mark.line][mark.column :].startswith(":"):
        return empty_key(path, location)
    return None


def _explain(path: str, lines: list[str], error: Any) -> Problem:
    parser_words = str(error.problem or error.context or "unknown")
    mark = error.problem_mark or error.context_mark
    meaning = next((words for start, words in _PLAIN_WORDS if start in parser_words), parser_words)
    if error.context_mark and any(words in parser_words for words in _SHOWN_AT_THE_OPENING):
        mark = error.context_mark
    elif error.context_mark and error.context_mark.line != mark.line:
        meaning = f"{meaning} (it belongs to line {error.context_mark.line + 1})"
    hint = "Compare the indentation and the quotes with the lines above; longer text goes below a `key: |`."
    location = Location(mark.line + 1, mark.column + 1)
    if not any(line.strip() for line in lines[mark.line :]):  # behind the end: shown at the end of the text
        last_number = max(number for number, line in enumerate(lines) if line.strip())
        location = Location(last_number + 1, len(lines[last_number].rstrip()))
    return Problem(path, location, "yaml-syntax", f"this can't be read as YAML: {meaning}", hint)
