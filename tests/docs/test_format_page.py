"""The page about the format has every key that the schemas know, and its YAML can be read."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from support.pages import DOCS, fences

from minutebook.actions.forms import FORMS
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

PAGE = "format.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
TABLES = {
    frozenset(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    for table in re.findall(r"^\| key \|.*\n\|[-|]+\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
}
"""The keys that each table of the page describes."""
_DATED = tuple(f"{setting} from a day on" for setting in ("Title", "Lapse", "Empty", "Style"))
IN_A_SENTENCE = (
    "Alias",
    "Short form of attendance",
    "Counter",
    "Row",
    "Rule of the schedule",
    "Totals",
    *_DATED,
)
"""What has so few keys that they stand in no table, or the keys of one with one more."""
IN_THE_SCHEMA = ("Collection of words", "Phrase")
"""What has so many that the page says which command prints them."""


def objects(schema: Any) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the title and the keys of every object that a schema describes."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield schema["title"], frozenset(schema["properties"])
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)


KEYS = dict([*objects(schemas.load("meeting")), *objects(schemas.load("series"))])


@pytest.mark.parametrize("title", sorted(KEYS.keys() - {"Meeting", *IN_A_SENTENCE, *IN_THE_SCHEMA}))
def test_a_table_has_every_key_and_no_other(title: str) -> None:
    assert KEYS[title] in TABLES


def test_what_a_section_has_is_told_once_for_the_meeting_too() -> None:
    assert KEYS["Section"] - {"title"} < KEYS["Meeting"]
    assert KEYS["Meeting"] - (KEYS["Section"] - {"title"}) in TABLES


@pytest.mark.parametrize("title", IN_A_SENTENCE)
def test_a_sentence_has_the_keys_of_what_is_small(title: str) -> None:
    assert [key for key in KEYS[title] if not re.search(rf"`{key}\b|\b{key}:", TEXT)] == []


@pytest.mark.parametrize("body", [fence.body for fence in fences(PAGE) if fence.language == "yaml"])
def test_its_yaml_can_be_read(body: str) -> None:
    read("x.yaml", body.encode())


@pytest.mark.parametrize("strength", ["marked", "placed"])
def test_each_form_of_an_action_item_is_shown_with_those_that_are_as_strong(strength: str) -> None:
    examples = [f"`{form.example}`" for form in FORMS if form.strength == strength]
    assert [line for line in TEXT.splitlines() if all(example in line for example in examples)] != []
