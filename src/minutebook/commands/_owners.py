"""Owners of an action item, as they are typed on the command line."""

from collections.abc import Iterable
from datetime import date

from minutebook.actions.words import GROUP_WORDS, NOBODY_WORDS
from minutebook.commands._call import Call
from minutebook.notebook.notebook import Notebook
from minutebook.records.likeness import suggestion
from minutebook.records.problem import UsageError
from minutebook.records.roster import UNASSIGNED, Roster, plain_name


def known_owners(notebook: Notebook, day: date, names: Iterable[str]) -> list[str]:
    """Return the owners in a day's meeting as the roster calls them; raises UsageError for somebody whom nobody knows."""
    roster = notebook.history.roster
    owners = roster.spellings(names, day) or [UNASSIGNED]
    present = {UNASSIGNED, *map(plain_name, notebook.meeting(day).named)}
    for owner in owners if roster else ():
        if plain_name(owner) not in present and not roster.canonical(owner):
            near = suggestion(roster.candidates(owner), _instead_of(owner, roster))
            raise UsageError(f"'{owner}' is not in the roster{near}")
    return owners


def where_to_add(name: str) -> str:
    """Return where in the notes somebody can be put who is like nobody; nothing for a word that names no person."""
    names_nobody = name.casefold() in GROUP_WORDS | NOBODY_WORDS
    return "" if names_nobody else "add this name to `roster` in series.yaml, or to `guests` of the meeting"


def mention_departed(call: Call, notebook: Notebook, day: date, owners: Iterable[str]) -> None:
    """Say which owners had left before a day."""
    people = filter(None, map(notebook.history.roster.person, owners))
    for person in people:
        if person.until and person.until < day:
            call.console.say(
                f"{person.name} left on {person.until}, as {call.shown(notebook.series_path)} says"
            )


def _instead_of(owner: str, roster: Roster) -> str:
    """Return what to do about somebody who is like nobody, or about a word for several people."""
    if not where_to_add(owner):
        return f"; write `{UNASSIGNED}`{roster.group_choice}"
    return f"; {where_to_add(owner)}, or write `{UNASSIGNED}`"
