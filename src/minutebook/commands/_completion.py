"""What a shell proposes while a command line is typed: ids, names, rules, series and meetings."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from minutebook.notebook.series import Folder, folders
from minutebook.repository import Checkout
from minutebook.rules import explanations
from minutebook.source.yaml.text import Refused


def autocomplete(program: argparse.ArgumentParser) -> None:
    """Answer the shell and leave, if it was the shell that asked."""
    import argcomplete

    for command in _commands(program):
        for action in command._actions:  # argparse has no public way to them
            if action.dest in _COMPLETERS and action.choices is None:
                action.completer = _quiet(_COMPLETERS[action.dest])  # type: ignore[attr-defined]
    argcomplete.autocomplete(program)


def _commands(program: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in program._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _quiet(values: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """Propose nothing where nothing can be read: completion is no place for messages."""

    def complete(**_: Any) -> list[str]:
        try:
            return sorted(set(values()))
        except Exception:
            return []

    return complete


def _folders() -> tuple[Folder, ...]:
    return folders(Checkout(Path.cwd()).working_tree())


def _ids() -> Iterator[str]:
    for folder in _folders():
        for day in sorted(folder.days)[-2:]:
            try:
                yield from (action.id for action in folder.meeting(day).actions if action.id)
            except Refused:
                continue


def _names() -> Iterator[str]:
    for folder in _folders():
        yield from (person.name for person in folder.series.roster)


def _titles() -> Iterator[str]:
    for folder in _folders():
        for section in folder.meeting(max(folder.days)).root.walk():
            yield from [section.title] if section.title else []


_COMPLETERS: dict[str, Callable[[], Iterable[str]]] = {
    "id": _ids,
    "owner": _names,
    "rule": explanations.names,
    "section": _titles,
    "series": lambda: (str(folder.path) for folder in _folders()),
    "meeting": lambda: (path for folder in _folders() for path in folder.days.values()),
}
