"""What messages about a schema call the things that they are about."""

import pytest

from minutebook.records.problem import KeyPath
from minutebook.source.schema.nouns import key_name, quoted, type_name, with_article
from minutebook.source.yaml.document import Ambiguous


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "the file"),
        (("title",), "`title`"),
        (("attending", 2), "each entry of `attending`"),
        (("sections", 0, "notes"), "`notes`"),
    ],
)
def test_a_value_has_the_name_of_its_key(path: KeyPath, name: str) -> None:
    assert key_name(path) == name


@pytest.mark.parametrize(("title", "words"), [("Action item", "an action item"), ("Table", "a table")])
def test_a_title_gets_its_article(title: str, words: str) -> None:
    assert with_article(title) == words


@pytest.mark.parametrize(("typed", "shown"), [("ten", "'ten'"), ("", "empty"), ("a\nb", "'a b'")])
def test_what_was_typed_is_shown_in_quotes(typed: str, shown: str) -> None:
    assert quoted(typed) == shown


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (True, "true or false"),
        (1, "a number"),
        (Ambiguous("3.10"), "a number"),
        ("a", "text"),
        ({}, "a mapping"),
        ([], "a list"),
        (None, "empty"),
    ],
)
def test_a_type_has_the_name_that_people_know(value: object, name: str) -> None:
    assert type_name(value) == name
