"""What old minutes write before action items, beside the marks of the grammar, and in the line below them: that they are done."""

import re
from collections.abc import Callable
from dataclasses import replace

from minutebook.actions.endings import split_ending
from minutebook.actions.forms import MARK, RESPONSIBLE
from minutebook.actions.grammar import TypedAction, is_mark
from minutebook.actions.words import CLOSING_WORDS, MARK_WORDS, TICK
from minutebook.oldminutes.blocks import NAME_TAG, WIKI_LINK, Block
from minutebook.oldminutes.days import begins_with_date
from minutebook.oldminutes.languages import STATUSES, is_mark_title, is_of_meeting, says_nothing
from minutebook.oldminutes.markdown_blocks import Document, strip_markup
from minutebook.oldminutes.spellings import COMMITTEE
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.pasted_signs import PICTURES

MARKS = frozenset(
    {
        *MARK_WORDS,
        *CLOSING_WORDS,
        *("to", "do", "for", "and", "will", "shall", "should", "must", "due", "by", "on", "deadline", "x"),
        *("overdue", "since", "meeting", "lapses", "next", "time"),
        *("und", "et", "og", "och", "en", "ja", "i", "y", "e"),
    }
)
"""Words by which a line says that it is an action, and which the minutes write in their own way."""
MARKED = re.compile(rf"[*_(\[]{{0,3}}{MARK}|\[[ ]?\]")
"""The mark before an action item, be it a word or an empty box."""
BOX = re.compile(rf"[{PICTURES} ]*+(?:\[ ?[xX]? ?\][ \t]+)?")
"""A box before an action item, with pictures before it."""
_LABELED = re.compile(
    r"(?P<sign>[*_]{0,3})(?P<label>[^\W\d_][^:*_()\uff1a]{0,36}[^\s:*_()\uff1a0-9#.])(?P<number>[ .#]{1,2}[0-9]{1,2})?(?P<closed>[*_]{0,3})"
    r"[ \t]?[:\uff1a](?P<end>[*_]{0,3})[ \t]*(?=\w|@)"
)
_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,60})\]\((?P<address>(?:\{\{[^{}]*\}\}|[^()\s])++)\)")
_LONE_ADDRESS = re.compile(r"<?https?://\S+>?")
_FILE_LINK = re.compile(r"\[[^\[\]]{1,99}\]\((?![a-z]+:)[^()\s]+\)")
_ADDRESS = re.compile(r"mailto:.*|https?://(?:www\.)?git(?:hub|lab)\.com/[\w-]+/?")
"""Where somebody is found."""
_MENTION = re.compile(r"@(?P<name>[^\W\d_][\w'\u2019-]{0,30}(?: [^\W\d_][\w'\u2019-]{0,30}){1,2})")
"""An account that may be the whole name of somebody, with the word behind it: @Ann Lee."""
_ESCAPED = re.compile(r"(?<!\])\\(?:([().:-])|(\[)(?=[^\[\]]{0,200}\\\](?![(\[:]))|(\])(?![(\[:]))")
"""What says the same without the sign that escapes it: brackets around a name, and a box."""
_EMPHASIZED = re.compile(r"[*_]{1,3}(\([^():]{1,60}\)|(?:by|due) [^*_]{1,30})[*_]{1,3}\Z")
"""A bracket or a day at the end with emphasis around it."""
_TAGGED = re.compile(rf"(?<![ \t])[ \t]+\[({RESPONSIBLE}|due)\][ \t]+([^\[\] \t][^\[\]]*)(?<![ \t])")
"""What some write before the owner and the day behind a task: [assignee] Ann [due] 2020-11-09."""
_TIGHT_BOX = re.compile(r"\A\[([ xX]?)\](?:(?=[^\s\[(:])|[ \t]{1,4}[-*][ \t]{1,4})")
"""A box without a space behind it, or with another bullet."""
_NAME_TAG = NAME_TAG.pattern.replace("?P<name>", "?:")
_NAME_TAGS = re.compile(
    rf"(?:{_NAME_TAG}(?:[ \t]{{0,2}}[,&/+](?=[ \t]{{0,2}}\[name=))?[ \t]{{0,2}})+(?P<colon>:?)"
)
"""Several of the tags by which HackMD names people."""
_COMMITTEE = re.compile(rf"\(({COMMITTEE})\)\.?\Z")
_BRACES = re.compile(r"\A\{([^{}]{2,40})\}(?=[ \t])")
"""What some write around an owner in the place of brackets."""
_OPEN = re.compile(r"(?:\[[ ]?\][ \t]*)?[(\[](?:open|offen|pending)[)\]]:?[ \t]+(?=\S)", re.IGNORECASE)
"""What says of a task what is so without it."""
_OUTCOME = re.compile(
    rf"{TICK}\s*(?P<ticked>.*)|"
    r"[*_~]*(?:(?P<before>(?i:all|already|now|is|was|bereits|déjà|già|já|już|reeds|ya))[ \t]+)?(?P<word>[^\W\d_]+)[*_~.!]*(?:\s*[:,(\u2013\u2014-]\s*(?P<rest>.*?)\)?)?",
    re.DOTALL,
)
"""What became of an action, alone in the line below it: DONE - in May. Already done"""
_DONE = frozenset(word for word, status in STATUSES.items() if status == "done") - {"x", "yes"}
_TIME = re.compile(r"[(\[]?[0-9]{1,2}[:.h][0-9]{2}[ \t]*(?:[ap]m|[A-Z]{2,5}|Uhr)?[)\]]?", re.IGNORECASE)
_LONGEST_TASK = 400
"""How long a paragraph is at most that is a task."""
_PROBE = "x y."
"""A sentence put before what may be its owners."""


def without_links(text: str, is_known: Callable[[str], bool]) -> tuple[str, list[str]]:
    """Return a line without the links of people and the sign before whole names, and the addresses to which they led."""
    links = list[str]()

    def unlink(match: re.Match[str]) -> str:
        name = match["name"].strip("*_ ")
        is_somebodys = _ADDRESS.fullmatch(match["address"]) and "@" not in name[1:]
        if not (is_somebodys or name.startswith("@") or is_known(name)):
            return match[0]
        links.append(match["address"])
        return marked(name, match)

    def unwiki(match: re.Match[str]) -> str:
        if not is_known(match["name"]):
            return match[0]
        links.extend(filter(None, [match["address"]]))
        return marked(match["name"], match)

    def marked(name: str, match: re.Match[str]) -> str:
        """Return a name with the sign that says behind a task who owns it."""
        is_behind = match.start() > 0 and split_ending(match.string[match.end() :])[0] == ""
        return f"@{name}" if is_behind and name[0] != "@" else name

    def unmark(match: re.Match[str]) -> str:
        names = (match["name"], match["name"].rpartition(" ")[0])
        is_somebody = any(" " in name and is_known(name) for name in names)
        return marked(match["name"], match) if is_somebody else match[0]

    def untag(match: re.Match[str]) -> str:
        accounts = ", ".join(f"@{tag['name']}" for tag in NAME_TAG.finditer(match[0]))
        return f"{accounts}: " if BOX.fullmatch(match.string, 0, match.start()) else accounts + match["colon"]

    text = _NAME_TAGS.sub(untag, text) if "[name=" in text else text
    text = _ESCAPED.sub(r"\1\2\3", text) if "\\" in text else text
    text = WIKI_LINK.sub(unwiki, text) if "[[" in text else text
    text = _BRACES.sub(r"[\1]", text) if text.startswith("{") else text
    text = _EMPHASIZED.sub(r"\1", text) if text.endswith(("*", "_")) else text
    text = _TAGGED.sub(r" (\1: \2)", text) if "] " in text else text
    text = _COMMITTEE.sub(r"(@\1)", text) if text.endswith((")", ").")) else text
    text = _TIGHT_BOX.sub(r"[\1] ", text) if text.startswith("[") else text
    plain = _LINK.sub(unlink, _OPEN.sub("", text, count=1) if _OPEN.match(text) else text)
    return _MENTION.sub(unmark, plain) if "@" in plain else plain, links


def with_usual_label(text: str) -> str:
    """Return a line with the usual mark in the place of a title of action items before a colon, such as Next steps: Ann to call; one with a number stays such a one."""
    labeled = _LABELED.match(text)
    if not labeled or not is_mark_title(labeled["label"]):
        return text
    is_closed = labeled["closed"] or labeled["end"]
    number = "-1" if labeled["number"] else ""
    return f"{'' if is_closed else labeled['sign']}{ACTION_WORD}{number}: {text[labeled.end() :]}"


def names_owner(line: str, parse: Callable[[str], TypedAction | None]) -> bool:
    """Whether a line says no more than who has to do what stands above it, such as Action: Ann, as one reads a marked line."""
    action = parse(f"{_PROBE} {line}") if MARKED.match(line) else None
    return action is not None and action.task in {_PROBE, _PROBE[:-1]} and bool(action.owners)


def with_text_above(
    paragraph: Block,
    text_above: Block | None,
    document: Document,
    parse: Callable[[str], TypedAction | None],
) -> Block:
    """Return a paragraph together with the short one above it, if it only says who has to do what that says."""
    is_below = text_above is not None and text_above.last_line + 2 == paragraph.first_line
    if not (
        text_above and is_below and len(text_above.visible) < _LONGEST_TASK and len(paragraph.lines) == 1
    ):
        return paragraph
    is_owner = names_owner(document.said(paragraph.first_line), parse)
    return replace(text_above, last_line=paragraph.last_line) if is_owner else paragraph


def is_no_task(text: str) -> bool:
    """Whether a text says nothing, is a mark, a link to a file beside the minutes, or no more than a time or a date, such as that of the next meeting."""
    plain = strip_markup(text)
    label, _, value = plain.partition(": ")
    is_date = begins_with_date(value if is_of_meeting(label) else plain) or _TIME.fullmatch(plain)
    return bool(is_date) or says_nothing(text) or is_mark(text) or _FILE_LINK.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a text is the address of a page, and nothing else."""
    return _LONE_ADDRESS.fullmatch(text) is not None


def closing_outcome(text: str) -> re.Match[str] | None:
    """Return what closes an action where it stands alone in a line: its `word`, what is said `before` it and the `rest`."""
    outcome = _OUTCOME.fullmatch(text)
    return outcome if outcome and (outcome["word"] or "done").casefold() in _DONE else None
