"""Owners of an action item, as they are typed on the command line."""

from collections.abc import Iterable
from datetime import date

from minutebook.actions.words import GROUP_WORDS
from minutebook.notebook.notebook import Notebook
from minutebook.records.likeness import suggestion
from minutebook.records.problem import UsageError
from minutebook.records.roster import UNASSIGNED, Roster, plain_name


def known_owners(notebook: Notebook, day: date, names: Iterable[str]) -> list[str]:
    """Return the owners in a day's meeting as the roster calls them; raises UsageError for somebody whom nobody knows."""
    roster = notebook.history.roster
    owners = list(dict.fromkeys(roster.meant(name) for name in names)) or [UNASSIGNED]
    present = map(plain_name, notebook.meeting(day).named)
    strangers = {*owners} - {UNASSIGNED, *present}
    for owner in owners if roster else ():
        if owner in strangers and not roster.canonical(owner):
            near = suggestion(roster.candidates(owner), _instead_of(owner, roster))
            raise UsageError(f"'{owner}' is not in the roster{near}")
    return owners


def _instead_of(owner: str, roster: Roster) -> str:
    """Return what to write in the place of a word for several people."""
    return f"; write `{UNASSIGNED}`{roster.group_choice}" if owner.casefold() in GROUP_WORDS else ""
