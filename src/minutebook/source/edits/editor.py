"""Edits of a YAML file that keep every other byte."""

from copy import deepcopy
from typing import Any

from minutebook.records.refusal import Refused
from minutebook.source.edits.edited_text import with_ended_block, without_end
from minutebook.source.edits.not_editable import UNSAFE, NotEditable
from minutebook.source.edits.yaml_text import YamlText
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.typed_actions import quote_typed_actions


class Editor(YamlText):
    """A file being edited: what comes of it must be read as the data that was meant."""

    def __init__(self, path: str, text: str, data: Any) -> None:
        self._original = text
        self._readable, data = with_ended_block(path, quote_typed_actions(text).text, deepcopy(data))
        super().__init__(path, self._readable, data)

    def result(self) -> str:
        """Return the text; raises NotEditable if it does not hold the data that was meant."""
        text = self._edited.text
        if text == self._readable:
            return self._original
        try:
            data = read(self.path, text.encode()).data
        except Refused as refused:
            problem = refused.problems[0]
            reason = f"it can't be edited: {problem.message}" if problem.rule == "file-size" else UNSAFE
            raise NotEditable(self.path, reason) from None
        if data != self.data:
            raise NotEditable(self.path, UNSAFE)
        text, self.data = without_end(self.path, text, self._original, data)
        return text
