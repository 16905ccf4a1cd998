"""What JSON Schema would take in silence."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from minutebook.source.schema.schemas import load

KEYWORDS = {
    *("$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "examples", "default"),
    *(
        "type",
        "enum",
        "const",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "minItems",
    ),
    *("maxItems", "uniqueItems", "items", "contains", "required", "properties", "patternProperties"),
    *("propertyNames", "additionalProperties", "minProperties", "maxProperties", "if", "then", "else", "not"),
    *(
        "allOf",
        "anyOf",
        "oneOf",
        "dependentRequired",
        "dependentSchemas",
        "patternErrorMessage",
        "defaultSnippets",
    ),
}
NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas")
DATA = ("examples", "default", "enum", "const", "required", "defaultSnippets")


def schemas_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for member in value:
            yield from schemas_in(member)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key in NAMED:
                yield from schemas_in(list(inner.values()))
            elif key not in DATA:
                yield from schemas_in(inner)


@pytest.fixture(params=["meeting", "series"])
def parts(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """Return all parts of a schema that are schemas themselves."""
    return list(schemas_in(load(request.param)))


def test_a_schema_has_only_keywords_that_are_known(parts: list[dict[str, Any]]) -> None:
    assert {keyword for part in parts for keyword in part} <= KEYWORDS


def test_a_schema_refers_to_nothing_outside_of_it(parts: list[dict[str, Any]]) -> None:
    assert [part["$ref"] for part in parts if not part.get("$ref", "#").startswith("#")] == []


def test_a_pattern_takes_no_newline_and_no_foreign_digit(parts: list[dict[str, Any]]) -> None:
    for pattern in {part["pattern"] for part in parts if "pattern" in part}:
        assert pattern.startswith("^")
        assert "\\d" not in pattern
        for text in ("a", "a1bcde", "2020-10-26", "AI"):
            assert not re.search(pattern, f"{text}\n")
