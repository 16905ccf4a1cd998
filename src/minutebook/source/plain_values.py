"""Values of a file that its schema has accepted, as records have them."""

from datetime import date
from typing import Any


def day_or_none(text: str | None) -> date | None:
    """Return the day of a text, or None where there is none."""
    # fromisoformat takes 20201026 and 2020-W44-1 too since Python 3.11; the schema has refused these.
    return date.fromisoformat(text) if text else None


def names_in(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or the only one."""
    return (value,) if isinstance(value, str) else tuple(value or ())
