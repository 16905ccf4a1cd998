"""What a shell proposes while a command line is typed: ids, names, rules, series and meetings."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from minutebook.commands._parser import command_parsers
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.refusal import Refused
from minutebook.repository.checkout import Checkout
from minutebook.rules import explanations


def autocomplete(program: argparse.ArgumentParser) -> None:
    """Answer the shell and leave, if it was the shell that asked."""
    import argcomplete

    for command in command_parsers(program):
        for action in command._actions:  # argparse has no public way to them
            if action.dest in _COMPLETERS and action.choices is None:
                action.completer = _quiet(_COMPLETERS[action.dest])  # type: ignore[attr-defined]
    argcomplete.autocomplete(program)


def _quiet(values: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """Propose nothing where nothing can be read: completion is no place for messages."""

    def complete(**_: Any) -> list[str]:
        try:
            return sorted(set(values()))
        except Exception:
            return []

    return complete


def _notebooks() -> tuple[Notebook, ...]:
    return notebooks(Checkout(Path.cwd()).working_tree())


def _ids() -> Iterator[str]:
    for notebook in _notebooks():
        for day in sorted(notebook.days)[-2:]:
            try:
                yield from (action.id for action in notebook.meeting(day).actions if action.id)
            except Refused:
                continue


def _names() -> Iterator[str]:
    for notebook in _notebooks():
        yield from (person.name for person in notebook.series.roster)


def _titles() -> Iterator[str]:
    for notebook in _notebooks():
        for section in notebook.meeting(max(notebook.days)).sections:
            yield from [section.title] if section.title else []


_COMPLETERS: dict[str, Callable[[], Iterable[str]]] = {
    "item": _ids,
    "items": _ids,
    "owner": _names,
    "rule": explanations.names,
    "section": _titles,
    "series": lambda: (str(notebook.path) for notebook in _notebooks()),
    "meeting": lambda: (path for notebook in _notebooks() for path in notebook.days.values()),
}
