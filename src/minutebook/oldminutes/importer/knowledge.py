"""What all files of a series together tell about each: its people, what it counts, how it says that nothing was."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from minutebook.records.roster import Roster, bare_name, plain_name


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The people, the keys of the counters, and the sentence that stands for nothing."""

    roster: Roster
    counted: frozenset[str] = frozenset()
    empty: str = "None this week"
    known: frozenset[str] = field(default_factory=frozenset)

    def person(self, name: str) -> str:
        """Return a name as the roster has it; what stands behind it, such as `?` or (remote), is kept."""
        base = bare_name(name)
        return (self.roster.canonical(base) or base) + name[len(base) :]

    def meant(self, name: str) -> str | None:
        """Return who goes by a name in running text, where small letters and first names do; None for a stranger."""
        if found := self.roster.canonical(name):
            return found
        plain = plain_name(name).casefold()
        whole = {self.roster.canonical(other) for other in self.known if other.casefold() == plain}
        first = {
            self.roster.canonical(other) for other in self.known if other.casefold().split()[:1] == [plain]
        }
        people = whole or first
        return people.pop() if len(people) == 1 else None

    def owner(self, name: str) -> str:
        """Return who is meant by a name before a task, or the name where that is nobody known."""
        return self.person(name) if self.roster.canonical(bare_name(name)) else self.meant(name) or name

    def is_person(self, name: str) -> bool:
        """Whether somebody of the roster is meant, and no group."""
        found = self.roster.person(name)
        return found is not None and not found.group


def usual_empty(sole: Iterable[str], files: int) -> str | None:
    """Return the sentence that stands alone below most headings, if it does so again and again."""
    ((text, times),) = Counter(sole).most_common(1) or (("", 0),)
    return text if times > max(2, files // 2) else None
