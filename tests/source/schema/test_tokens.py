"""Scalars as they were typed, and how a line looks once its texts are in quotes."""

import pytest

from minutebook.records.problem import KeyPath
from minutebook.source.schema.faults import Fault
from minutebook.source.schema.tokens import Tokens, probable_count, yaml_meaning
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.loader import read

TEXT = {"type": "string"}


def tokens_and_faults(text: str, *paths: KeyPath) -> tuple[Tokens, list[Fault]]:
    """Return the tokens of a file with values that must be text, and what the schema says of them."""
    document = read("m.yaml", text.encode())
    faults = []
    for path in paths:
        value = document.data
        for step in path:
            value = value[step]
        faults.append(Fault(path, "type", value, TEXT))
    return Tokens(document, faults), faults


@pytest.mark.parametrize("typed", ["3.10", "0o17", "true", "007", "1_000"])
def test_a_scalar_is_known_as_it_was_typed(typed: str) -> None:
    tokens, (fault,) = tokens_and_faults(f"a: {typed}\n", ("a",))
    assert tokens.typed(fault) == typed
    assert tokens.is_unquoted(fault)
    assert tokens.in_quotes(fault) == f'a: "{typed}"'


def test_all_texts_of_a_line_get_their_quotes_at_once() -> None:
    tokens, faults = tokens_and_faults("a: [3.4, 3.10]\n", ("a", 0), ("a", 1))
    assert {tokens.in_quotes(fault) for fault in faults} == {'a: ["3.4", "3.10"]'}


def test_of_a_long_line_only_the_text_is_shown() -> None:
    tokens, (fault,) = tokens_and_faults(f"{'a' * 70}: 3.10\n", ("a" * 70,))
    assert tokens.in_quotes(fault) == '"3.10"'


def test_what_would_not_do_in_quotes_either_lacks_no_quotes() -> None:
    tokens, (fault,) = tokens_and_faults("a: 3.10\n", ("a",))
    assert not tokens.is_unquoted(Fault(fault.key_path, "type", fault.value, {**TEXT, "pattern": "^[a-z]"}))
    assert not tokens.is_unquoted(Fault(fault.key_path, "type", fault.value, {**TEXT, "enum": ["3.1"]}))


@pytest.mark.parametrize(
    ("value", "typed", "words"),
    [
        (None, "~", "nothing"),
        (True, "true", "a truth value"),
        (Ambiguous("3.10"), "3.10", "the number 3.1"),
        (Ambiguous("1e3"), "1e3", "the number 1000"),
        (11, "11", "a number"),
        (Ambiguous("007"), "007", "a number"),
        (Ambiguous("12:30"), "12:30", "a number"),
        (Ambiguous("="), "=", "something else"),
    ],
)
def test_what_yaml_makes_of_a_scalar_is_named(value: object, typed: str, words: str) -> None:
    assert yaml_meaning(value, typed) == words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11", ("11", "")),
        ("+11", ("", "")),
        ("1,1", ("", "")),
        ("1,100", ("1100", "")),
        ("11.0", ("11", "")),
        ("007", ("7", "")),
        ("11 (+3)", ("11", "(+3)")),
        ("eleven", ("", "")),
        ("-1", ("", "")),
    ],
)
def test_the_count_that_was_probably_meant_is_found(typed: str, meant: tuple[str, str]) -> None:
    assert probable_count(typed) == meant
