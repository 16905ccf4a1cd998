"""What only all files of a series together can say: its people, what it counts, its sentence for an empty section."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from minutebook.records.defaults import EMPTY
from minutebook.records.roster import Roster, bare_name, plain_name


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """The roster, the keys of the counters, the sentence of an empty section, and all spellings of names."""

    roster: Roster
    counter_keys: frozenset[str] = frozenset()
    empty: str = EMPTY
    spellings: frozenset[str] = field(default_factory=frozenset)

    def roster_spelling(self, name: str) -> str:
        """Return a name as the roster has it; what stands behind it, such as `?` or (remote), is kept."""
        base = bare_name(name)
        return (self.roster.canonical(base) or base) + name[len(base) :]

    def find_person(self, name: str) -> str | None:
        """Return who goes by a name in running text, where small letters and first names do; None for a stranger."""
        if canonical := self.roster.canonical(name):
            return canonical
        wanted_name = plain_name(name).casefold()
        by_name = {
            self.roster.canonical(spelling)
            for spelling in self.spellings
            if spelling.casefold() == wanted_name
        }
        by_first_name = {
            self.roster.canonical(spelling)
            for spelling in self.spellings
            if spelling.casefold().split()[:1] == [wanted_name]
        }
        people = by_name or by_first_name
        return people.pop() if len(people) == 1 else None

    def owner_spelling(self, name: str) -> str:
        """Return the name of the owner of an action in the roster's spelling, or the name itself of a stranger."""
        if self.roster.canonical(bare_name(name)):
            return self.roster_spelling(name)
        return self.find_person(name) or name

    def is_person(self, name: str) -> bool:
        """Whether a name is that of somebody in the roster, and not of a group."""
        person = self.roster.person(name)
        return person is not None and not person.group


def usual_empty_text(lone_sentences: Iterable[str], files: int) -> str | None:
    """Return the sentence that most often stands alone below a heading, or None if it does so in too few files."""
    ((sentence, times),) = Counter(lone_sentences).most_common(1) or (("", 0),)
    return sentence if times > max(2, files // 2) else None
