"""The text of an action as the grammar of actions takes it: without links, pictures and emphasis around its owner."""

import re
from collections.abc import Callable
from datetime import date

from minutebook.oldminutes import days
from minutebook.oldminutes.languages import says_nothing
from minutebook.oldminutes.markdown_blocks import strip_markup, words_of_line

_PICTURE = re.compile(
    r"\A(?:[\u2b00-\u2b1a\u2b1d-\u2bff\u25b2-\u25ff\U0001f300-\U0001f531\U0001f533-\U0001faff]\ufe0f?[ \t]*)+(?=[^\s\u3400-\u9fff])"
)
_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\((?P<address>[^()\s]+)\)")
_CODE = re.compile(r"`(?P<name>[^`]{1,40})`")
_DUE_WORDS = frozenset({"due", "by", "on", "for", "the", "deadline", "next", "time", "x"})
_SOON = 92
"""Within how many days of its meeting an action is usually due."""


def read_text(text: str, is_known: Callable[[str], bool], *, is_placed: bool) -> tuple[str, tuple[str, ...]]:
    """Return a line as the grammar takes it, and the addresses that its people led to; they are told by `is_known`."""
    # Most lines of prose have nothing of it, and are read as they are.
    if not is_placed and text[:1].isascii() and not any(sign in text for sign in ("](", "`")):
        return text, ()
    links: list[str] = []

    def unlink(match: re.Match[str]) -> str:
        name = match["name"].strip("*_ ")
        if not (name.startswith("@") or is_known(name)):
            return match[0]
        links.append(match["address"])
        return match["name"]

    plain = _LINK.sub(unlink, _PICTURE.sub("", text))
    return _CODE.sub(lambda match: match["name"] if is_known(match["name"]) else match[0], plain), tuple(
        links
    )


def read_due(text: str, day: date, *, day_first: bool) -> tuple[date | None, str]:
    """Return the day that a text names, and the text if it says more; of two days, the one that comes soon.

    Where no English word stands above it, the day stands before the month.
    """
    visible = strip_markup(text)
    for written in (*days.find_dates(visible), *days.near_dates(visible, day)):
        soon = [due for due in written.days if 0 <= (due - day).days <= _SOON]
        if day_first and len(written.days) > 1:
            soon = [due for due in soon if days.leads(written.text, due)]
        if due := written.day or (soon[0] if len(soon) == 1 else None):
            words_left = set(words_of_line(visible.replace(written.text, "", 1))) - _DUE_WORDS
            return due, visible if words_left else ""
    return None, "" if says_nothing(visible) else visible
