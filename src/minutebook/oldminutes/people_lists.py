"""The lists of people of a meeting or of a part of it, while they are read."""

from dataclasses import dataclass, field

from minutebook.oldminutes.languages import Role
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
