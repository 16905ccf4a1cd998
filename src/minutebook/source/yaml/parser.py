"""The YAML parser: libyaml's events where its wheel is installed, else ruamel's own."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from minutebook.source.yaml.block_text import without_spaces_above

try:
    from _ruamel_yaml import CParser
except ImportError:  # no wheel for this platform; ruamel.yaml itself comes without the C parser
    CParser = None


def name() -> str:
    """Name the parser in use, for people who report a problem."""
    return "libyaml" if CParser is not None else "ruamel.yaml (pure Python, slower)"


def events(text: str, *, pure: bool = False) -> Iterator[Any]:
    """Yield the parser's events; raises ruamel's MarkedYAMLError if the text is no YAML."""
    text = without_spaces_above(text)
    if CParser is None or pure:
        yield from _pure_parser().parse(text)
        return
    # Only its events: the composers recurse, and crash on 60 KB of brackets (yaml/libyaml#107).
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


@cache
def _pure_parser() -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True)
