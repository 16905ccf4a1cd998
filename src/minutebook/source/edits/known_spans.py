"""The spans of a text that is being edited, read again only when an edit may have moved what is asked for."""

from typing import TYPE_CHECKING

from minutebook.records.problem import KeyPath
from minutebook.source.edits.edited_text import EditedText
from minutebook.source.edits.spans import Spans, spans_of

if TYPE_CHECKING:
    from minutebook.source.edits.block_style import ListEnd


class KnownSpans:
    """The spans of an edited text; what was put into it and deferred is told with `touch`."""

    def __init__(self, edited: EditedText) -> None:
        self._edited = edited
        self._spans: Spans | None = None
        self._touched: set[KeyPath] = set()
        self._around: set[KeyPath] = set()
        self.ends: dict[KeyPath, ListEnd] = {}
        """Where lists end to which something was appended."""

    def current(self) -> Spans:
        """Return the spans of the text with all edits."""
        text = self._edited.text
        if self._spans is None or self._spans.text != text:
            self._spans = spans_of(text)
        self._touched.clear()
        self._around.clear()
        self.ends.clear()
        return self._spans

    def beside(self, key_path: KeyPath) -> Spans:
        """Return the spans of the text before the deferred edits, where none of them is at, in or around a path."""
        if self._edited.is_settled or self._spans is None or self.is_touched(key_path):
            return self.current()
        # Where the last line has no newline, what is cut at the end takes the one before it.
        return self._spans if self._spans.text.endswith("\n") else self.current()

    def is_touched(self, key_path: KeyPath) -> bool:
        """Whether a deferred edit is at, in or around a path."""
        prefixes = (key_path[:length] for length in range(len(key_path) + 1))
        return key_path in self._around or not self._touched.isdisjoint(prefixes)

    def touch(self, key_path: KeyPath) -> None:
        """Note a deferred edit of the value at a path."""
        self._touched.add(key_path)
        self._around.update(key_path[:length] for length in range(len(key_path)))
