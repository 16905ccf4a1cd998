"""Which parser reads the files, and that both of them read the same."""

import pytest
from support.parsers import load

from minutebook.source.yaml import parser


def test_the_parser_in_use_can_be_named() -> None:
    assert parser.name() in {"libyaml", "ruamel.yaml (pure Python, slower)"}


def test_without_the_fast_parser_the_pure_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "CParser", None)
    assert parser.name() == "ruamel.yaml (pure Python, slower)"
    assert load("a: [1, b]\n").data == {"a": [1, "b"]}


def test_what_is_no_error_of_the_parser_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, *, pure: bool) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr("minutebook.source.yaml.loader.events", broken)
    with pytest.raises(RuntimeError):
        load("a: 1\n")
