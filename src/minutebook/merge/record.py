"""A record of a YAML text: a key with its value, or an item of a list, with the comments around it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from minutebook.merge.paragraphs import Paragraph, paragraphs
from minutebook.merge.record_identity import Identity
from minutebook.source.yaml.typed_line import indent_of

Strategy = Literal["records", "prose", "line", "lines"]
"""How a record is merged: by those within it, as Markdown, by value and comment, or as it stands."""

COUNT_KEYS = ("value", "counts")
"""The keys below which a counter and a row have their counts where more is said of them."""


@dataclass(frozen=True)
class Record:
    """A key with its value, or an item of a list, with the comments around it.

    `opening` is what stands on its first line before its value or its records, `lines` are those below that line;
    all lines are without the indent of the record, and the records within are indented by `offset`.
    """

    identity: Identity
    data: Any
    strategy: Strategy
    opening: str = ""
    value: str = ""
    comment: str = ""
    lines: tuple[str, ...] = ()
    records: tuple["Record", ...] = ()
    offset: int = 0
    comments_above: tuple[str, ...] = ()
    lines_below: tuple[str, ...] = ()

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, whose first record shares the line of its dash."""
        return self.opening.startswith("-")

    @cached_property
    def indent(self) -> int:
        """By how many spaces all lines below the first one are indented."""
        return min((indent_of(line) for line in self.lines if line.strip()), default=0)

    @property
    def text(self) -> list[str]:
        """The lines below the first one, without their indent."""
        return [line[self.indent :] for line in self.lines]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of prose."""
        return paragraphs(self.text)

    @property
    def comments_below(self) -> tuple[str, ...]:
        """The comments below it, without empty lines."""
        return tuple(line for line in self.lines_below if line.strip())

    @cached_property
    def meaning(self) -> tuple[Any, ...]:
        """What it says, with its comments; indents and empty lines say nothing."""
        return (
            self.comments_above,
            self.opening.rstrip(),
            self.value,
            self.comment.strip(),
            self.lines,
            self.comments_below,
            tuple(record.meaning for record in self.records),
        )
