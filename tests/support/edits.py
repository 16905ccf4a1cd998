"""Edits of a meeting by its editor, each read again as it was meant."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from minutebook.records.problem import KeyPath
from minutebook.source.build import build_meeting
from minutebook.source.edits.editor import Editor
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

NEW = {"id": "n1ew", "owner": "Diego", "task": "ask: what now?"}

P = ParamSpec("P")


def load(text: str) -> Any:
    document = read("2020-10-26.yaml", text.encode())
    return document.data


def actions(text: str) -> list[KeyPath]:
    """Return where the action items of a meeting stand, in the order of the file."""
    document = read("2020-10-26.yaml", text.encode())
    assert schemas.problems("meeting", document) == ()
    return [action.key_path for action in build_meeting(document).actions]


def edit(
    text: str, change: Callable[Concatenate[Editor, P], None], *values: P.args, **named: P.kwargs
) -> str:
    """Return a text after an edit; what it holds is then what the editor meant."""
    editor = Editor("2020-10-26.yaml", text, load(text))
    change(editor, *values, **named)
    result = editor.result()
    assert load(result) == editor.data
    return result


def at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data
