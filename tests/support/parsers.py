"""The two parsers of YAML, either of which a test may read a text with."""

import pytest

from minutebook.source.yaml.document import Document
from minutebook.source.yaml.loader import read

BOTH = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


def load(text: str, *, pure: bool = False) -> Document:
    """Return what a text says, and where."""
    return read("a.yaml", text.encode(), pure=pure)
