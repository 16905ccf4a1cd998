"""A record is known by its title, id or words, and never by its place."""

from typing import Any

import pytest

from minutebook.merge.record_identity import identify, numbered


@pytest.mark.parametrize(
    ("name", "value", "identity"),
    [
        ("sections", {"title": "JIRA", "table": {"id": "x"}}, ("section", "JIRA", "")),
        ("sections", {"table": {"id": "x"}}, ("section", "None", "x")),
        ("actions", {"id": "k7q2m4", "task": "a"}, ("id", "k7q2m4")),
        ("actions", {"topic": "Release"}, ("topic", "Release")),
        ("actions", {"owner": "Mat", "task": "a  b"}, ("task", "Mat", "a b")),
        ("actions", {"Mat": "a"}, ("value", "{'Mat': 'a'}")),
        ("owner", "Mat", ("value", "Mat")),
    ],
)
def test_what_an_item_is_known_by(name: str, value: Any, identity: tuple[str, ...]) -> None:
    assert identify((name,), value) == identity


def test_what_stands_there_twice_has_a_number() -> None:
    assert numbered([("a",), ("b",), ("a",)]) == [("a",), ("b",), ("a", 2)]
