"""`merge-driver`: merges a meeting; git calls it once `setup-git` has told it to."""

from argparse import ArgumentParser
from pathlib import Path

from minutebook.commands._call import Call
from minutebook.merge.conflicts import Labels
from minutebook.merge.meeting_file import Texts, merge_files
from minutebook.repository.merge_file import conflict_style

_EXACT = "surrogateescape"
"""What is no UTF-8 is merged as the bytes that it is."""


def options(parser: ArgumentParser) -> None:
    """Add the options of `merge-driver`."""
    parser.description = (
        "Git calls it for each meeting that two people changed, once `minutebook setup-git` was called in the clone. "
        "It merges action items, counts, people and paragraphs one by one, and marks only what two people wrote "
        "differently."
    )
    for name, purpose in (
        ("base", "the version that both began with (%%O)"),
        ("ours", "the version here, which the merged one replaces (%%A)"),
        ("theirs", "the other version (%%B)"),
    ):
        parser.add_argument(name, type=Path, help=purpose)
    parser.add_argument("length", type=int, help="how many signs mark a conflict (%%L)")


def run(call: Call) -> int:
    """Merge three versions of a file into the second, and return 1 where they conflict."""
    options = call.options
    versions = (options.base, options.ours, options.theirs)
    texts = Texts(*(version.read_bytes().decode("utf-8", _EXACT) for version in versions))
    merged = merge_files(texts, lambda: Labels(style=conflict_style(), length=options.length))
    options.ours.write_bytes(merged.text.encode("utf-8", _EXACT))
    return int(bool(merged.conflicts))
