"""The text of an action as the grammar of actions takes it: without links, pictures and emphasis around its owner."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from minutebook.actions.endings import split_ending
from minutebook.actions.forms import ARROW
from minutebook.oldminutes import days
from minutebook.oldminutes.languages import says_nothing
from minutebook.oldminutes.markdown_blocks import strip_markup, words_of_line
from minutebook.oldminutes.names import split_entries
from minutebook.records.pasted_signs import DASHES

_PICTURE = re.compile(
    r"\A(?:[\u2b00-\u2b1a\u2b1d-\u2bff\u25b2-\u25ff\U0001f300-\U0001f531\U0001f533-\U0001faff]\ufe0f?[ \t]*)+(?=[^\s\u3400-\u9fff])"
)
_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\((?P<address>[^()\s]+)\)")
_CODE = re.compile(r"`(?P<name>[^`]{1,40})`")
_ADDRESS_BEHIND = re.compile(r"(?P<address><?https?://[^\s()]{1,200}>?)\)?\Z")
_LONGEST_ADDRESS = 210
_EMPHASIS_BEHIND = re.compile(
    r"(?P<text>.*\S)[ \t]*(?P<sign>\*\*|__|[*_])(?P<open>[(\[]?)(?P<names>[^*_()\[\]:]{1,60})[)\]]?(?P=sign)[.]?\Z",
    re.DOTALL,
)
_LAST = re.compile(
    rf"(?P<text>.*\S)(?:[ \t]+(?:--?|[{DASHES}|])[ \t]*|[ \t]*[,;(\[|][ \t]*)(?P<tail>[^{DASHES},;()|\[\]]+)[)\]]?\Z",
    re.DOTALL,
)
_DUE_WORD = re.compile(
    r"\A(?:due|deadline|until|till|by|on|before|bis|per|pour le|avant le|antes del|até|entro)(?: date)?[ \t]*:?[ \t]+",
    re.IGNORECASE,
)
_DUE_WORDS = frozenset({"due", "by", "on", "for", "the", "deadline", "next", "time", "x"})
_NAMED = re.compile(r"[^\W\d_]{3}|[0-9]{4}")
"""What a date has that is no fraction, such as 3/4."""
_SOON = 92
"""Within how many days of its meeting an action is usually due."""


@dataclass(frozen=True, slots=True)
class ActionText:
    """What the grammar reads, and what stands beside it: when the action is due, addresses, and an address behind it."""

    text: str
    due: date | None = None
    links: tuple[str, ...] = ()
    address: str = ""


def read_text(text: str, day: date, is_known: Callable[[str], bool], *, is_placed: bool) -> ActionText:
    """Return the text of a line as the grammar takes it; people are told by `is_known`, a day seen from that of the meeting."""
    # Most lines of prose have nothing of it, and are read as they are.
    if not is_placed and text[:1].isascii() and not any(sign in text for sign in ("**", "](", "`")):
        return ActionText(text)
    links: list[str] = []

    def unlink(match: re.Match[str]) -> str:
        name = match["name"].strip("*_ ")
        if not (name.startswith("@") or is_known(name)):
            return match[0]
        links.append(match["address"])
        return match["name"]

    plain = _LINK.sub(unlink, _PICTURE.sub("", text))
    plain = _CODE.sub(lambda match: match["name"] if is_known(match["name"]) else match[0], plain)
    open_text = split_ending(plain)[0]
    ending = plain[len(open_text) :] if plain.startswith(open_text) else ""
    owned = _owner_behind(ActionText(open_text, None, tuple(links)), is_known, is_placed=is_placed)
    if owned and (ending or open_text == plain):
        return replace(owned, text=owned.text + ending)
    if not is_placed:
        return ActionText(plain, None, tuple(links))
    tail = _LAST.fullmatch(plain)
    is_date = tail is not None and _NAMED.search(tail["tail"])
    due, more = (
        read_due(_DUE_WORD.sub("", tail["tail"]), day, day_first=False) if tail and is_date else (None, "")
    )
    if tail and due and not more:
        shorter = ActionText(tail["text"], due, tuple(links))
        return _owner_behind(shorter, is_known, is_placed=True) or shorter
    return ActionText(plain, None, tuple(links))


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


def _owner_behind(text: ActionText, is_known: Callable[[str], bool], *, is_placed: bool) -> ActionText | None:
    """Return a text whose owner stands at its end in the usual way, or None if none does in another way."""
    address = _ADDRESS_BEHIND.search(text.text[-_LONGEST_ADDRESS:])
    behind = len(address[0]) if address else 0
    bare = text.text[: len(text.text) - behind].rstrip(f" \t{DASHES}-|,(") if behind else text.text
    emphasis = _EMPHASIS_BEHIND.fullmatch(bare)
    names = emphasis["names"].strip() if emphasis else ""
    tail = None if emphasis else _LAST.fullmatch(bare)
    are_people = bool(names) and all(is_known(name) for name in split_entries(names.replace("/", ", ")))
    task = emphasis["text"].rstrip(f" \t{DASHES}-|") if emphasis else ""
    if emphasis and are_people and not re.search(rf"(?:{ARROW})\Z", task):
        if is_placed:
            bare = f"{task} ({names})"
        elif emphasis["open"] and "**" in emphasis["sign"]:
            bare = f"{task} **AI: {names}**"
        else:
            return None
    elif is_placed and tail and "|" in bare and is_known(tail["tail"].strip()):
        bare = f"{tail['text']} ({tail['tail'].strip()})"
    elif not (is_placed and address and tail and is_known(tail["tail"].strip().removeprefix("@"))):
        return None
    return replace(text, text=bare, address=address["address"] if address else "")
