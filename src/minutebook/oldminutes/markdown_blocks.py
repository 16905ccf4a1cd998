"""Markdown as blocks with their lines, by the rules of CommonMark and with the tables of GFM."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from minutebook.oldminutes.blocks import (
    BREAK,
    Block,
    Kind,
    read_cells,
    with_names,
    without_tags,
)
from minutebook.oldminutes.html_blocks import read_html, read_html_table, with_markdown_signs
from minutebook.oldminutes.loose_markdown import parser, strict_lines
from minutebook.records.frozen_class import dataclass
from minutebook.source.yaml.decoder import HIDDEN, UNWANTED

if TYPE_CHECKING:
    from markdown_it.token import Token

_KINDS: dict[str, Kind] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "bullet_list": "list",
    "ordered_list": "list",
    "list_item": "item",
    "blockquote": "quote",
    "table": "table",
    "fence": "code",
    "code_block": "code",
    "html_block": "html",
    "hr": "rule",
}
_LINE_END = re.compile("[\u2028\u2029\x85\x0b\x0c]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNSEEN = re.compile(f"{UNWANTED.pattern}|{HIDDEN.pattern}")
"""What can't be seen, and can't stand in YAML, or not in names and titles; to look for it takes a tenth of parsing."""
_SHOWN = frozenset({"text", "code_inline"})
_PLAIN = frozenset({"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"})
_MOST_DIGITS = 9  # of the number before an item (CommonMark 5.2)
_BREAKS = frozenset({"softbreak", "hardbreak"})
_FIELD = re.compile(r"#|- |[\"']?\w[\w -]{0,40}[\"']?(?::(?:\s|\Z)| ?= )")
_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"[\[\]`<]")
_DEFINITION = re.compile(r"\A:[ \t]+")
"""What stands before a definition, of which Pandoc and wikis make lists; to CommonMark it is text."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"\A(?:\*{1,3}|_{1,3}|`|~~)(.*?)(?:\*{1,3}|_{1,3}|`|~~)\Z")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as its lines and its blocks; `split` are the lines that were parted at unusual signs."""

    lines: tuple[str, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    split: tuple[int, ...] = ()

    def line(self, number: int) -> str:
        """Return a line by its number, from 1; nothing behind the last one."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def said(self, number: int) -> str:
        """Return a line without its indent, the sign of a quotation or definition, and tags, which stand for signs of Markdown."""
        line = self.line(number).strip()
        while line.startswith(">"):
            line = line[1:].lstrip()
        return _DEFINITION.sub("", line if "<" not in line else without_tags(line).strip())

    def text(self, block: Block) -> str:
        """Return the lines of a block as one, in Markdown, without their indents and the first one's bullet or marks."""
        stripped = [self.said(number) for number in block.lines]
        return " ".join([without_bullet(stripped[0]), *stripped[1:]]).strip()

    def dedented(self, list_item: Block, used: Collection[int] = ()) -> Iterator[str]:
        """Yield the lines of an item but for some, less the indent of its first line; a tab reaches to the next column of four."""
        columns = 0
        for number in list_item.lines:
            line = self.line(number)
            text = line.lstrip(" \t")
            indent = line[: len(line) - len(text)].expandtabs(4)
            columns = len(indent) if number == list_item.first_line else columns
            if number not in used:
                yield indent[columns:] + text


def read_markdown(text: str) -> Document:
    """Return a text as blocks, whatever ends its lines."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = with_markdown_signs(plain_text(unix))
    lines = tuple(plain.split("\n"))
    numbered = enumerate(unix.split("\n"), 1) if plain != unix else ()
    split = tuple(number for number, line in numbered if plain_text(line) != line)
    front = _front_matter(lines)
    # A line of spaces that don't break is empty to a reader, and part of a paragraph in CommonMark 4.8.
    seen_lines = [line if line.strip() else "" for line in lines[front:]]
    body = "\n".join((*("" for _ in range(front)), *strict_lines(seen_lines)))
    blocks = _hung(_read_blocks(iter(parser().parse(body)), lines), lines)
    head = (Block("front", 1, front),) if front else ()
    return Document(lines, (*head, *blocks), split)


def without_bullet(line: str) -> str:
    """Return a line without its indent and its bullet or number."""
    stripped = line.lstrip(" \t")
    if stripped.startswith(("- ", "* ", "+ ", "-\t", "*\t", "+\t")):
        return stripped[2:].lstrip(" \t")
    digits = len(stripped) - len(stripped.lstrip("0123456789"))
    if 0 < digits <= _MOST_DIGITS and stripped[digits : digits + 2] in {". ", ") ", ".\t", ")\t"}:
        return stripped[digits + 2 :].lstrip(" \t")
    return "" if stripped in {"-", "*", "+"} else stripped


# Labels and titles are the same in most files.
@lru_cache(1 << 12)
def strip_markup(text: str) -> str:
    """Return what a reader sees of a short piece of Markdown: no entities, emphasis or backslashes, single spaces."""
    visible = unescape(_ESCAPED.sub(r"\1", text)).strip()
    while (inside := _EMPHASIS.match(visible)) and inside[1] != visible:
        visible = inside[1].strip()
    return " ".join(visible.split())


def has_markup(text: str) -> bool:
    """Whether a text has signs of links, code or HTML, which a label would lose."""
    return _MARKUP.search(text) is not None


def words_of_line(line: str) -> list[str]:
    """Return the words of a line in small letters."""
    return [word.casefold() for word in _WORD.findall(line)]


def fold(text: str) -> str:
    """Return a label or title for comparison: without the punctuation at its end, in small letters."""
    return strip_markup(text).casefold().rstrip(" :;.\uff1a")


def plain_text(text: str) -> str:
    """Return a text with a usual end of each line, and without what can't be seen."""
    plain = _LINE_END.sub("\n", text)
    return plain if plain.isascii() and not _CONTROL.search(plain) else _UNSEEN.sub("", plain)


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines of front matter a text begins with, which is no part of CommonMark but of most programs."""
    ends = {"---": {"---", "..."}, "+++": {"+++"}}.get(lines[0].strip(), ())
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ends), 0)
    # Without an end, or with other text in it below an empty line, it is a rule and no front matter.
    is_whole = all(line.strip() for line in lines[1:end])
    is_told = lines[1:2] != [""] and all(map(_FIELD.match, filter(None, map(str.strip, lines[1:end]))))
    return end + 1 if end and (is_whole or is_told) else 0


def _read_blocks(tokens: Iterator["Token"], lines: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks up to the end of the one that they stand in."""
    for token in tokens:
        if token.nesting < 0:
            return
        kind = _KINDS.get(token.type.removesuffix("_open"))
        text = next(tokens) if kind in {"heading", "paragraph"} else None
        children = _hung(_read_blocks(tokens, lines), lines) if token.nesting else ()
        if not (kind and token.map):
            continue
        start, end = token.map
        # The parser counts the empty lines below an item to that item.
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        numbers = range(start + 1, end + 1)
        if text:
            yield _read_text(kind, numbers, int(token.tag[1]) if kind == "heading" else 0, text)
        elif kind == "code":
            yield Block(kind, start + 1, end, visible=token.content, numbers=tuple(numbers))
        elif kind == "table":
            yield Block(kind, start + 1, end, cells=tuple(read_cells(lines, numbers)))
        elif kind == "html":
            html = "\n".join(lines[start:end])
            yield read_html_table(html, start + 1) or Block(
                kind, start + 1, end, children=read_html(html, start + 1)
            )
        else:
            yield Block(kind, start + 1, end, children=children)


def _hung(blocks: Iterable[Block], lines: Sequence[str]) -> tuple[Block, ...]:
    """Return blocks with lists below items of the list before them that they are indented from, however little that is."""
    hung: list[Block] = []
    for block in blocks:
        above = hung[-1] if hung and hung[-1].kind == block.kind == "list" else None
        if above and above.children and _indent(block, lines) > _indent(above.children[-1], lines):
            *items, last = above.children
            holder = replace(last, last_line=block.last_line, children=(*last.children, block))
            hung[-1] = replace(above, last_line=block.last_line, children=(*items, holder))
        else:
            hung.append(block)
    return tuple(hung)


def _indent(block: Block, lines: Sequence[str]) -> int:
    line = lines[block.first_line - 1]
    return len(line) - len(line.lstrip())


def _read_text(kind: Kind, numbers: range, level: int, token: "Token") -> Block:
    children = token.children or []
    texts = [(numbers[0], "")]
    for position, child in enumerate(children):
        number, text = texts[-1]
        if text and (gap := _gap(children[position - 1 : position + 4])):
            text = f"{text.rstrip()}{gap}"
            texts[-1] = (number, text)
        if child.type in _BREAKS:
            texts.append((number + 1, ""))
        elif child.type == "html_inline" and not level and BREAK.fullmatch(child.content):
            texts.append((number, ""))
        elif child.type in _SHOWN or BREAK.fullmatch(child.content):
            texts[-1] = (number, text + BREAK.sub(" ", child.content))
    texts = [(number, _DEFINITION.sub("", text.strip())) for number, text in texts if text.strip()]
    raw = "\n".join(text for _, text in texts)
    visible = with_names(raw)
    is_plain = visible == raw and all(child.type in _PLAIN for child in children)
    leading = (child.attrs for child in children if child.type in {"link_open", "image"})
    links = tuple(str(attrs.get("href") or attrs.get("src") or "") for attrs in leading)
    shown_lines = tuple(number for number, _ in texts)
    return Block(kind, numbers[0], numbers[-1], level, visible, is_plain, links, numbers=shown_lines)


def _gap(tokens: Sequence["Token"]) -> str:
    """Return what a reader sees between two pieces of text that nothing but their looks parts, if that is so."""
    kinds = [token.type for token in tokens]
    if kinds[1:4] == ["strong_open", "text", "strong_close"] and tokens[2].content.endswith(":"):
        return "\t"  # such as **Present:** Ada **Absent:** Ben
    is_between = kinds[:3] == ["link_close", "text", "link_open"] and not tokens[1].content.strip()
    return ", " if is_between else ""
