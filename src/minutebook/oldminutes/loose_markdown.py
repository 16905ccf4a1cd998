"""Markdown as people write it by hand, where CommonMark takes it for something else."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from minutebook.oldminutes.blocks import BOLD_LINE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_BOX_EDGE, _RULE = re.compile(r"\A([ >]*+):{3,}+[ \t]*+(?:[\w-]++[ \t]*+)?\Z"), r"\1***"
"""The first or last line of a box, such as :::info, which in CommonMark would go on with the text above it, and a rule does not."""
_TIGHT_HEADING = re.compile(r"\A([ ]{0,3}#{2,6})(?=[^\s#])")
"""A heading without a space behind its signs, as old programs took it; #4 is an issue."""


def strict_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines as CommonMark has them; each stands for the line at its place."""
    usual_lines = (_TIGHT_HEADING.sub(r"\1 ", _BOX_EDGE.sub(_RULE, line)) for line in lines)
    for heading, line in pairwise(("", *usual_lines)):
        columns = heading.count("|") - heading.count("\\|")
        is_rule = heading[:1] == "|" == line[:1] and "-" in line and not line.strip("|-: \t")
        # GFM takes all of a table for text whose headings have another number of columns than the line below them.
        yield "|" + "---|" * (columns - 1) if is_rule and columns > 1 and line.count("|") != columns else line


@cache
def parser() -> "MarkdownIt":
    """Return the parser of Markdown, whose import takes longer than that of all else here."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.disable("code")  # what is indented too far is a list or text: nobody means code by it in minutes
    markdown.block.ruler.before("paragraph", "label", _ends_list, {"alt": ["paragraph"]})
    return markdown


def _ends_list(state: "StateBlock", line: int, _end: int, silent: bool) -> bool:
    """Whether a line right below an item is a label, such as Absent:, which to CommonMark goes on with the item."""
    # As an end of what stands above, it is asked about alone; a list of that item may go on below it.
    if not silent or state.sCount[line] >= state.blkIndent:
        return False
    next_line = state.skipEmptyLines(line + 1)
    text = state.src[state.bMarks[line] : state.eMarks[line]].strip()
    is_label = text.rstrip("*_").endswith((":", "\uff1a")) or BOLD_LINE.fullmatch(text) is not None
    return is_label and (next_line >= state.lineMax or state.sCount[next_line] < state.blkIndent)
