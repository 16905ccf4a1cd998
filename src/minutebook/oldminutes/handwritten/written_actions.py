"""Action items, in the ways in which people write them by hand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.actions import grammar
from minutebook.actions.known_people import KnownPeople
from minutebook.actions.words import CLOSING, OTHER_MARKS, TICK
from minutebook.oldminutes.handwritten.action_titles import is_action_list, is_possible_action_list, says_none
from minutebook.oldminutes.handwritten.blocks import PlacedBlock, ProseLine
from minutebook.oldminutes.handwritten.contents import WrittenAction, WrittenName
from minutebook.oldminutes.handwritten.owners import IsKnown, is_handle, is_owner, know_nobody

_LINE = re.compile(r"[ \t]*(?P<bullet>(?:[-*+]|[0-9]{1,3}[.)])[ \t]+)?(?P<box>\[[ xX]\][ \t]+)?(?P<rest>.*)")
_OTHER_MARKS = re.compile(OTHER_MARKS)
_BEGINS = re.compile(r"AI(?=[ \t(:])|\([^()]{1,80}\)[ \t]*AI\b|\(AI:|[^():]{1,80}\(AI\)")
_OWNERS_IN_MARK = re.compile(r"\(AI:[ \t]*(?P<owners>[^()]{1,80})\)[ \t]*:?[ \t]*")
_OWNERS_ALONE = re.compile(
    r"(?:AI[ \t]*\((?P<after>[^()]{1,80})\)|\((?P<first>[^()]{1,80})\)[ \t]*AI|(?P<before>[^():]{1,80})\(AI\))"
    r"[ \t]*[:\u2013\u2014-]?[ \t]*"
)
_HANDLES = re.compile(r"(?P<owners>@\w[\w.-]*(?:(?:,[ \t]*|[ \t]+)@\w[\w.-]*)*):?[ \t]+(?P<task>[^@\s].*)")
_OWNERS_BEHIND_MARK = re.compile(
    r"AI[ \t]+(?P<owners>@?[^\W\d_][^():\u2013\u2014]{0,79}?)(?P<sign>:|[ \t]+[-\u2013\u2014])[ \t]+(?P<task>\S.*)"
)
_OWNERS_BEFORE_VERB = re.compile(
    r"AI:[ \t]*(?P<owners>[^\W\d_][^():]{0,79}?)[ \t]+(?P<task>(?:to|will)[ \t]+\S.*)"
)
_BRACKETS_BEHIND_MARK = re.compile(r"AI[ \t]*\((?:[^()]|\([^()]*\)){0,80}\)[ \t]*[:\u2013\u2014-]")
_OWNERS_IN_BOLD = re.compile(r"\*\*(?P<owners>[^*]{1,60}?)[:,]?\*\*[:,]?[ \t]+(?P<task>\S.*)")
_OWNERS_AT_END = re.compile(r"(?P<task>\S.*?)[ \t]+\((?P<owners>[^()]{1,60})\)")
_PASSIVE = re.compile(r"[a-z]\S*[ \t]+to[ \t]+be\b")
"""What is rather a word than a name, though somebody may be called so: mark to be set."""
_MARK_ALONE = re.compile(r"AI:[ \t]*")
_CLOSED = re.compile(
    rf"\[[ \t]*(?:{CLOSING})\b[^\[\]]{{0,40}}\]|\([ \t]*(?:{CLOSING})\b[^()]{{0,40}}\)|\*\*(?:{CLOSING})[.!]?\*\*"
    rf"|\A(?:{CLOSING})[ \t]*[:\u2013\u2014-]|[:;.\u2013\u2014-][ \t]*(?:{CLOSING})[.!]?[ \t]*\Z|\A~~|{TICK}",
    re.IGNORECASE,
)
_INNER_INDENT = 2
"""The least indent of a list within another."""
CLOSED_BEFORE = re.compile(
    rf"(?:(?P<word>{CLOSING})(?:[ \t]*:|[ \t]+[\u2013\u2014-])|\[(?P<boxed>{CLOSING})\]:?|{TICK})[ \t]+(?=\S)",
    re.IGNORECASE,
)
"""The mark of a closed action item before it."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line with those that it is wrapped into, and where it stands."""

    line: int
    indent: int
    bullet: bool
    box: str
    text: str
    whole_text: str
    section: tuple[str, ...]

    @property
    def expects_action(self) -> bool:
        """Whether it has a box, or stands in a list of action items."""
        listed = self.bullet and self.section and is_action_list(self.section[-1])
        return bool(self.box or listed)


@dataclass(frozen=True, slots=True)
class ParsedAction:
    """The owners and the task of a line; `guessed` where it is an action item only if the owner is somebody.

    `mark` is the word that stands before it and says that it is closed.
    """

    owners: tuple[str, ...]
    task: str
    guessed: bool = False
    mark: str = ""


def read_actions(blocks: Sequence[PlacedBlock], is_known: IsKnown = know_nobody) -> Iterator[WrittenAction]:
    """Yield the action items of a text; an owner with a list below has one for each line of it."""
    owners: tuple[WrittenName, ...] = ()
    owner_indent = list_indent = -1
    owner_in_prose = False
    for paragraph in _paragraphs(blocks):
        # Below a line without a bullet a list begins where that line does.
        if owners and paragraph.indent + (owner_in_prose and paragraph.bullet) > owner_indent:
            list_indent = paragraph.indent if list_indent < 0 else list_indent
            if paragraph.bullet and paragraph.indent <= list_indent:
                yield _build(paragraph, owners, paragraph.text)
            continue
        owners, owner_indent, list_indent = (), paragraph.indent, -1
        owner_in_prose = not paragraph.bullet
        if group := group_owners(paragraph.text):
            owners = tuple(WrittenName(owner, paragraph.line) for owner in group)
        elif parsed := parse_action(paragraph.text, listed=paragraph.expects_action, is_known=is_known):
            names = tuple(WrittenName(owner, paragraph.line) for owner in parsed.owners)
            yield _build(paragraph, names, parsed.task)


def _build(paragraph: _Paragraph, owners: tuple[WrittenName, ...], task: str) -> WrittenAction:
    is_marked = bool(_CLOSED.search(paragraph.whole_text) or _CLOSED.search(task))
    closed = is_marked or "x" in paragraph.box.lower()
    return WrittenAction(paragraph.text, owners, task.strip(), paragraph.line, paragraph.section, closed)


def _paragraphs(blocks: Sequence[PlacedBlock]) -> Iterator[_Paragraph]:
    """Yield the lines of prose, each with the lines it is wrapped into."""
    paragraph: _Paragraph | None = None
    for block, section in blocks:
        line = _LINE.fullmatch(block.text.rstrip()) if isinstance(block, ProseLine) else None
        if paragraph and line and _goes_on(line):
            paragraph = replace(paragraph, whole_text=f"{paragraph.whole_text} {line['rest']}")
            continue
        if paragraph:
            yield paragraph
        paragraph = _begin(line, block.line, section) if line and line["rest"] else None
    if paragraph:
        yield paragraph


def _goes_on(line: re.Match[str]) -> bool:
    """Whether a line goes on with the one above it."""
    if line["bullet"] or not line["rest"]:
        return False
    return not _BEGINS.match(normalize_mark(line["rest"]))


def _begin(line: re.Match[str], number: int, section: tuple[str, ...]) -> _Paragraph:
    expanded = line.string.expandtabs(4)
    indent = len(expanded) - len(expanded.lstrip())
    text = line["rest"].strip()
    return _Paragraph(number, indent, bool(line["bullet"]), line["box"] or "", text, text, section)


def find_possible_actions(blocks: Sequence[PlacedBlock]) -> Iterator[int]:
    """Yield the lines of lists that may be action items, by the title above them."""
    for paragraph in _paragraphs(blocks):
        is_possible = bool(paragraph.section) and is_possible_action_list(paragraph.section[-1])
        is_outer = paragraph.bullet and paragraph.indent < _INNER_INDENT
        if is_possible and is_outer and not says_none(paragraph.text):
            yield paragraph.line


def parse_action(text: str, *, listed: bool, is_known: IsKnown = know_nobody) -> ParsedAction | None:
    """Return the action item of a line without its bullet, or None where it is none.

    In a list of action items every line is one, if only without an owner.
    """
    # `Mat: text` alone makes none: of 302 such lines in real minutes nearly all were remarks.
    plain = normalize_mark(text)
    closed = CLOSED_BEFORE.match(plain)
    if closed and (action := parse_action(plain[closed.end() :], listed=False, is_known=is_known)):
        return replace(action, mark=(closed["word"] or closed["boxed"] or "done").lower())
    if marked := _OWNERS_IN_MARK.match(plain):
        return ParsedAction(split_names(marked["owners"]), plain[marked.end() :])
    if listed and (handles := _HANDLES.fullmatch(plain)):
        return ParsedAction(tuple(re.findall(r"@(\w[\w.-]*)", handles["owners"])), handles["task"])
    action = None
    if _BEGINS.match(plain):
        action = _parse_known_owner(plain, is_known) or _parse_marked(plain, is_known)
    if action or not listed:
        return action
    return None if says_none(plain) else _parse_listed(text.strip(), plain, is_known)


def _parse_listed(text: str, plain: str, is_known: IsKnown) -> ParsedAction:
    """Return the action item that a line of a list of action items is, if only without an owner."""
    typed = grammar.parse(plain, _people(is_known))
    if typed and not typed.stranger:
        return ParsedAction(typed.owners, typed.words)
    # The mark that a list of action items has no need of is put in, so that the same forms fit.
    for mark in () if _PASSIVE.match(plain) else ("AI ", "AI: "):
        if action := _parse_known_owner(f"{mark}{plain}", is_known):
            return action
    for form in (_OWNERS_IN_BOLD, _OWNERS_AT_END):
        match = form.fullmatch(text)
        names = split_names(match["owners"]) if match else ()
        if match and names and all(map(is_known, names)):
            return ParsedAction(names, match["task"].replace("**", ""))
    return ParsedAction((), plain)


def _parse_known_owner(plain: str, is_known: IsKnown) -> ParsedAction | None:
    """Return an action item whose owner stands in its words, which it is only if that is somebody."""
    match = _OWNERS_BEHIND_MARK.fullmatch(plain) or _OWNERS_BEFORE_VERB.fullmatch(plain)
    names = split_names(match["owners"]) if match else ()
    is_sure = names and all(is_known(name) or is_handle(name) for name in names)
    return ParsedAction(names, match["task"]) if match and is_sure else None


def _parse_marked(plain: str, is_known: IsKnown) -> ParsedAction | None:
    typed = grammar.parse_marked(plain, _people(is_known))
    # What begins with the two letters may also speak of something else.
    if not typed or any(re.search(r"\bAI\b", owner) or _is_closing_word(owner) for owner in typed.owners):
        return None
    is_sure = all(is_owner(owner, is_known) for owner in typed.owners)
    if _BRACKETS_BEHIND_MARK.match(plain):
        return ParsedAction(typed.owners, typed.words)
    if mark := _MARK_ALONE.match(plain):
        return ParsedAction(typed.owners, typed.words) if is_sure else ParsedAction((), plain[mark.end() :])
    guessed = re.match(r"AI[ \t]+[^\s(]", plain) is not None
    return ParsedAction(typed.owners, typed.words, guessed=guessed) if is_sure else None


def _people(is_known: IsKnown) -> KnownPeople:
    """Return the people of old minutes, among them whoever looks like one."""
    return KnownPeople(is_known, lambda name: is_owner(name, is_known), anybody=True)


def group_owners(text: str) -> tuple[str, ...]:
    """Return whose action items stand in the list below a line; none where it is no such line."""
    match = _OWNERS_ALONE.fullmatch(normalize_mark(text))
    names = split_names(match["after"] or match["first"] or match["before"]) if match else ()
    return () if any(map(_is_closing_word, names)) else names


def _is_closing_word(name: str) -> bool:
    return re.fullmatch(CLOSING, name, re.IGNORECASE) is not None


def normalize_mark(text: str) -> str:
    """Return a line without emphasis, and with `AI` for every mark of an action item."""
    return _OTHER_MARKS.sub("AI", text.strip().replace("**", "").removeprefix("~~"), count=1)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a list of owners."""
    names = re.split(r"[,/&+]|\sand\s", text)
    return tuple(name.strip() for name in names if name.strip())
