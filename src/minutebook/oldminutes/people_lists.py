"""The lists of people of a meeting or of a part of it, while they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.languages import Role
from minutebook.oldminutes.names import read_entry
from minutebook.oldminutes.people_labels import label_of
from minutebook.records.attendance import Attendance


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a list of people: which list it begins, how it is written, and in which line."""

    role: Role
    text: str
    line: int


@dataclass
class PeopleLists:
    """Who was there of a meeting or of a part of it: each person's list, line and text by the bare name.

    `depth` is that of the heading above, `leftovers` what lines of names have besides, each behind its label.
    """

    depth: int
    members: dict[str, tuple[Role, int, str]] = field(default_factory=dict)
    leftovers: list[tuple[Label, str]] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Whether there is such a list."""
        return any(list_name == role for list_name, _, _ in self.members.values())

    def value(self) -> Attendance:
        """Return who was there, and who was not."""
        lists: dict[str, list[str]] = {}
        for role, _, text in self.members.values():
            lists.setdefault(role, []).append(text)
        return Attendance(**{role: tuple(names) for role, names in lists.items()})


def joined_people(blocks: Sequence[Block], *, is_below: bool) -> list[Block]:
    """Return blocks with those of one person each below a label, or all `is_below` one, as the lines of one paragraph."""
    joined = list[Block]()
    for block in blocks:
        is_person = (
            block.kind == "paragraph" and "\n" not in block.visible and bool(read_entry(block.visible))
        )
        if is_person and is_below and joined and not label_of(joined[-1].visible):
            above = joined.pop()
            texts, numbers = f"{above.visible}\n{block.visible}", above.numbers + block.numbers
            links = above.links + block.links
            joined.append(
                replace(above, last_line=block.last_line, visible=texts, numbers=numbers, links=links)
            )
            continue
        is_below = (is_person and is_below) or (
            block.kind == "paragraph" and label_of(block.visible) is not None
        )
        joined.append(block)
    return joined
