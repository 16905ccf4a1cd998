"""Action items, in the ways in which people write them by hand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.actions import grammar
from minutebook.oldminutes.handwritten.blocks import Block, Prose
from minutebook.oldminutes.handwritten.figures import folded
from minutebook.oldminutes.handwritten.owners import Known, is_handle, is_owner, nobody
from minutebook.oldminutes.handwritten.values import Name, Promise

_LINE = re.compile(r"[ \t]*(?P<bullet>(?:[-*+]|[0-9]{1,3}[.)])[ \t]+)?(?P<box>\[[ xX]\][ \t]+)?(?P<rest>.*)")
_WORDS = re.compile(
    r"\b(?:[Aa]ction[ \t][Ii]tem|ACTION[ \t]ITEM)s?\b|\AACTION\b|\ATODO\b|\AAction(?=:|[ \t]?\()"
)
_BEGINS = re.compile(r"AI(?=[ \t(:])|\([^()]{1,80}\)[ \t]*AI\b|\(AI:|[^():]{1,80}\(AI\)")
_INSIDE = re.compile(r"\(AI:[ \t]*(?P<owners>[^()]{1,80})\)[ \t]*:?[ \t]*")
_GROUP = re.compile(
    r"(?:AI[ \t]*\((?P<after>[^()]{1,80})\)|\((?P<first>[^()]{1,80})\)[ \t]*AI|(?P<before>[^():]{1,80})\(AI\))"
    r"[ \t]*[:\u2013\u2014-]?[ \t]*"
)
_HANDLES = re.compile(r"(?P<owners>@\w[\w.-]*(?:(?:,[ \t]*|[ \t]+)@\w[\w.-]*)*):?[ \t]+(?P<task>[^@\s].*)")
_NAMED = re.compile(
    r"AI[ \t]+(?P<owners>@?[^\W\d_][^():\u2013\u2014]{0,79}?)(?P<sign>:|[ \t]+[-\u2013\u2014])[ \t]+(?P<task>\S.*)"
)
_WILL = re.compile(r"AI:[ \t]*(?P<owners>[^\W\d_][^():]{0,79}?)[ \t]+(?P<task>(?:to|will)[ \t]+\S.*)")
_SIGNED = re.compile(r"AI[ \t]*\((?:[^()]|\([^()]*\)){0,80}\)[ \t]*[:\u2013\u2014-]")
_BOLD = re.compile(r"\*\*(?P<owners>[^*]{1,60}?)[:,]?\*\*[:,]?[ \t]+(?P<task>\S.*)")
_BEHIND = re.compile(r"(?P<task>\S.*?)[ \t]+\((?P<owners>[^()]{1,60})\)")
_PASSIVE = re.compile(r"[a-z]\S*[ \t]+to[ \t]+be\b")
"""What is rather a word than a name, though somebody may be called so: mark to be set."""
_NAMELESS = re.compile(r"AI:[ \t]*")
_LISTS = {"action items", "action item", "actions", "open action items", "todo", "to do", "to-do"}
_MAYBE = {
    *("next steps", "next step", "follow-ups", "follow ups", "followups", "follow-up", "follow up"),
    *("action summary", "summary of actions", "takeaways", "take-aways", "tasks"),
}
"""What stands above lists of promises, and above other lists as well."""
_NOTHING = {"none", "n/a", "na", "nil", "nothing", "no action items", "no actions", "-", "\u2013", "\u2014"}
"""What stands in a list of promises where there is none."""
_DONE = r"(?:done|closed|completed?|finished|dropped|cancell?ed|resolved|lapsed)"
_CLOSED = re.compile(
    rf"\[[ \t]*{_DONE}\b[^\[\]]{{0,40}}\]|\([ \t]*{_DONE}\b[^()]{{0,40}}\)|\*\*{_DONE}[.!]?\*\*"
    rf"|\A{_DONE}[ \t]*[:\u2013\u2014-]|[:;.\u2013\u2014-][ \t]*{_DONE}[.!]?[ \t]*\Z|\A~~|\u2713|\u2714|\u2705",
    re.IGNORECASE,
)
_INNER = 2
"""The least indent of a list within another."""
TICK = "[\u2713\u2714\u2705]\ufe0f?"
_LEAD = re.compile(
    rf"(?:(?P<word>{_DONE})(?:[ \t]*:|[ \t]+[\u2013\u2014-])|\[(?P<boxed>{_DONE})\]:?|{TICK})[ \t]+(?=\S)",
    re.IGNORECASE,
)
"""A mark before an action item."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A line with those that it is wrapped into, and where it stands."""

    line: int
    indent: int
    bullet: bool
    box: str
    text: str
    whole: str
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Who promises what in a line; `guessed` where it is an item only if there is somebody of that name.

    `mark` is the word that stands before it and says that it is closed.
    """

    owners: tuple[str, ...]
    task: str
    guessed: bool = False
    mark: str = ""


def promises(placed: Sequence[tuple[Block, tuple[str, ...]]], known: Known = nobody) -> Iterator[Promise]:
    """Yield the action items of a text; an owner with a list below has one for each item of it."""
    owners: tuple[Name, ...] = ()
    depth = inner = -1
    paragraph = False
    for item in _items(placed):
        # Below a paragraph a list begins where the paragraph does.
        if owners and item.indent + (paragraph and item.bullet) > depth:
            inner = item.indent if inner < 0 else inner
            if item.bullet and item.indent <= inner:
                yield _made(item, owners, item.text)
            continue
        owners, depth, inner, paragraph = (), item.indent, -1, not item.bullet
        if group := group_owners(item.text):
            owners = tuple(Name(owner, item.line) for owner in group)
        elif found := promise(item.text, listed=_is_listed(item), known=known):
            names = tuple(Name(owner, item.line) for owner in found.owners)
            yield _made(item, names, found.task)


def _items(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[_Item]:
    """Yield the lines of prose, each with the lines it is wrapped into."""
    item: _Item | None = None
    for block, section in placed:
        found = _LINE.fullmatch(block.text.rstrip()) if isinstance(block, Prose) else None
        wrapped = (
            found
            and not found["bullet"]
            and found["rest"]
            and not _BEGINS.match(without_emphasis(found["rest"]))
        )
        if item and found and wrapped:
            item = replace(item, whole=f"{item.whole} {found['rest']}")
            continue
        if item:
            yield item
        item = _item(found, block.line, section) if found and found["rest"] else None
    if item:
        yield item


def _item(found: re.Match[str], line: int, section: tuple[str, ...]) -> _Item:
    before = found.string.expandtabs(4)
    indent = len(before) - len(before.lstrip())
    text = found["rest"].strip()
    return _Item(line, indent, bool(found["bullet"]), found["box"] or "", text, text, section)


def _is_listed(item: _Item) -> bool:
    return bool(item.box or (item.bullet and item.section and lists_items(item.section[-1])))


def maybe_promises(placed: Sequence[tuple[Block, tuple[str, ...]]]) -> Iterator[int]:
    """Yield the lines of lists that may be promises, by the title above them."""
    for item in _items(placed):
        maybe = bool(item.section) and folded(item.section[-1]) in _MAYBE
        if maybe and item.bullet and item.indent < _INNER and not _is_nothing(item.text):
            yield item.line


def lists_items(title: str) -> bool:
    """Whether a title says that what stands below it are action items."""
    return folded(title) in _LISTS


def promise(text: str, *, listed: bool, known: Known = nobody) -> Said | None:
    """Return who promises what in a line without its bullet, or None where it is no action item.

    In a list of action items everything is one, if only for nobody.
    """
    plain = without_emphasis(text)
    marked = _LEAD.match(plain)
    if marked and (found := promise(plain[marked.end() :], listed=False, known=known)):
        return replace(found, mark=(marked["word"] or marked["boxed"] or "done").lower())
    if inside := _INSIDE.match(plain):
        return Said(split_names(inside["owners"]), plain[inside.end() :])
    if listed and (handles := _HANDLES.fullmatch(plain)):
        return Said(tuple(re.findall(r"@(\w[\w.-]*)", handles["owners"])), handles["task"])
    found = (_by_name(plain, known) or _begun(plain, known)) if _BEGINS.match(plain) else None
    if found or not listed:
        return found
    return None if _is_nothing(plain) else _listed(text.strip(), plain, known)


def _listed(text: str, plain: str, known: Known) -> Said:
    """Return the item that a line of a list of items is, if only for nobody."""
    typed = grammar.parse(plain)
    if typed and all(is_owner(owner, known) for owner in typed.owners):
        return Said(typed.owners, typed.task)
    for lead in () if _PASSIVE.match(plain) else ("AI ", "AI: "):
        if found := _by_name(f"{lead}{plain}", known):
            return found
    for form in (_BOLD, _BEHIND):
        named = form.fullmatch(text)
        names = split_names(named["owners"]) if named else ()
        if named and names and all(map(known, names)):
            return Said(names, named["task"].replace("**", ""))
    return Said((), plain)


def _is_nothing(plain: str) -> bool:
    words = re.sub(r"[ \t](?:this|so)[ \t](?:week|month|time|far)\Z", "", folded(plain))
    return words in _NOTHING


def _by_name(plain: str, known: Known) -> Said | None:
    """Return an item whose owner stands in its words, which is one only if that is somebody."""
    found = _NAMED.fullmatch(plain) or _WILL.fullmatch(plain)
    names = split_names(found["owners"]) if found else ()
    sure = names and all(known(name) or is_handle(name) for name in names)
    return Said(names, found["task"]) if found and sure else None


def _begun(plain: str, known: Known) -> Said | None:
    typed = grammar.parse(plain)
    # What begins with the two letters may also speak of something else.
    if not typed or any(re.search(r"\bAI\b", owner) or _is_mark(owner) for owner in typed.owners):
        return None
    sure = all(is_owner(owner, known) for owner in typed.owners)
    if _SIGNED.match(plain):
        return Said(typed.owners, typed.task)
    if nameless := _NAMELESS.match(plain):
        return Said(typed.owners, typed.task) if sure else Said((), plain[nameless.end() :])
    named = re.match(r"AI[ \t]+[^\s(]", plain)
    return Said(typed.owners, typed.task, guessed=bool(named)) if sure else None


def group_owners(text: str) -> tuple[str, ...]:
    """Return whose items stand in the list below a line; nobody where it is no such line."""
    found = _GROUP.fullmatch(without_emphasis(text))
    names = split_names(found["after"] or found["first"] or found["before"]) if found else ()
    return () if any(map(_is_mark, names)) else names


def _is_mark(name: str) -> bool:
    return re.fullmatch(_DONE, name, re.IGNORECASE) is not None


def without_emphasis(text: str) -> str:
    """Return a line without emphasis, and with `AI` for every name of an action item."""
    return _WORDS.sub("AI", text.strip().replace("**", "").removeprefix("~~"), count=1)


def _made(item: _Item, owners: tuple[Name, ...], task: str) -> Promise:
    closed = bool(_CLOSED.search(item.whole) or _CLOSED.search(task)) or "x" in item.box.lower()
    return Promise(item.text, owners, task.strip(), item.line, item.section, closed)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a list of owners."""
    names = re.split(r"[,/&+]|\sand\s", text)
    return tuple(name.strip() for name in names if name.strip())
