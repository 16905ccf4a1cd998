"""Values of a file that its schema has accepted, as records have them, and those of records as files have them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from minutebook.records.defaults import ACTION_STATUS
from minutebook.records.iso_days import parse_day
from minutebook.records.meeting import Action, Titles

if TYPE_CHECKING:
    from minutebook.actions.grammar import TypedAction


def day_or_none(text: str | None) -> date | None:
    """Return the day of a text, or None where there is none."""
    return parse_day(text) if text else None


def names_in(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or the only one."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def one_or_more(values: Sequence[Any]) -> Any:
    """Return values as they are written: a list, the only one, or nothing."""
    return list(values) if len(values) > 1 else next(iter(values), None)


def typed_fields(action: "Action | TypedAction") -> dict[str, str]:
    """Return what is written of an action that was typed in a hurry, behind its owner."""
    fields = {
        "task": action.task,
        "due": str(action.due) if action.due else None,
        "status": action.status if action.status != ACTION_STATUS else None,
        "reason": action.reason,
        "note": next(iter(action.notes), None),
    }
    return {key: text for key, text in fields.items() if text}


def sections_below(section: dict[str, Any], above: Titles = ()) -> Iterator[tuple[Titles, dict[str, Any]]]:
    """Yield the data of all sections below one, each with the titles that lead to it."""
    for subsection in section.get("sections") or ():
        titles = (*above, subsection["title"]) if "title" in subsection else above
        yield titles, subsection
        yield from sections_below(subsection, titles)
