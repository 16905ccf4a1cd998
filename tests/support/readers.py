"""Other readers of YAML, to which ours are compared."""

from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor


class _TextDates(SafeConstructor):
    """Takes a date for the text that was typed; of its own, for constructors are shared by all of a class."""


_TextDates.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def ruamel() -> Callable[[str], Any]:
    """Return ruamel's safe pure loader, which takes dates for dates; here they are the text that was typed."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _TextDates
    load: Callable[[str], Any] = yaml.load
    return load
