"""Lines that were typed in one go while people spoke: what each of them is, and where it belongs."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from minutebook.actions.grammar import BULLET, TypedAction, parse
from minutebook.actions.known_people import KnownPeople, is_name
from minutebook.actions.words import LABEL_WORDS
from minutebook.records.attendance import LISTS
from minutebook.records.frozen_class import dataclass
from minutebook.records.likeness import suggestion, twin, wording
from minutebook.records.meeting import Meeting, Section, Titles

_COLON = re.compile(r":(?=\s|\Z)")
_SLASH = re.compile(" ?/ ?")
_PART = re.compile(r":[ \t]+|[ \t]+[\u2013\u2014-][ \t]+")
"""Between the parts of a title, such as TOP 3: Budget, of which people type one."""
_MOST_WORDS = 5
"""How many words a title has at most that nobody knows here; a longer one before a colon is a part of a sentence."""


@dataclass(frozen=True, slots=True)
class QuickLine:
    """One line, which stands in the block under a number from 0.

    It belongs below some `titles`, or if they are None wherever action items do. It is an `action`, or a bullet with
    this `text`; without either it only names a section. What has an `obstacle` can't be placed, `hint` says how it
    could, and `mend` is the line that was likely meant.
    """

    number: int
    typed: str
    titles: Titles | None = None
    action: TypedAction | None = None
    text: str = ""
    obstacle: str = ""
    hint: str = ""
    mend: str | None = None


def quick_lines(meeting: Meeting, people: KnownPeople) -> tuple[QuickLine, ...]:
    """Return what the lines are that were typed in one go in a meeting, in their order."""
    rows = (row.label for table in meeting.tables for row in table.rows)
    labels = frozenset((*(counter.label for counter in meeting.counters), *rows))
    return tuple(_Reader(SectionNames(meeting.root), people, labels).lines(meeting.quick))


class SectionNames:
    """The names by which sections are called: their titles, with those above them where that is needed."""

    def __init__(self, root: Section) -> None:
        headed = root.headed()
        self.sections = [titles for titles, section in headed if section.title is not None]
        self._exact: Mapping[str, list[Titles]] = defaultdict(list)
        self._alike: Mapping[str, list[Titles]] = defaultdict(list)
        self._parts: Mapping[str, list[Titles]] = defaultdict(list)
        for titles in self.sections:
            for part in _PART.split(titles[-1]):
                self._parts[_plain(part)].append(titles)
            for start in range(len(titles)):
                name = " / ".join(titles[start:])
                self._exact[name].append(titles)
                self._alike[_plain(name)].append(titles)

    def called(self, name: str) -> Sequence[Titles]:
        """Return the sections of a name: one whose whole path it is, else all that are called so, in whatever case.

        Of a title with a colon or dash, its parts are names, too.
        """
        plain = _plain(name)
        for names, key in ((self._exact, name.strip()), (self._alike, plain), (self._parts, plain)):
            if matches := names.get(key, []):
                exact = [titles for titles in matches if _plain(" / ".join(titles)) == plain]
                return exact or matches
        return ()

    def nearest(self, name: str) -> str | None:
        """Return the name of a section that was likely meant."""
        return twin(name, list(self._exact))


class _Reader:
    """Reads one line after the other; `titles` are those of the section that was named last.

    `labels` are those of the counts of the meeting.
    """

    def __init__(self, names: SectionNames, people: KnownPeople, labels: Container[str]) -> None:
        self._names, self._people, self._labels = names, people, labels
        self._titles: Titles | None = None
        self._obstacle = ""

    def lines(self, text: str) -> Iterator[QuickLine]:
        """Yield what each line is that says something."""
        for number, source in enumerate(text.split("\n")):
            if line := source.strip():
                bullet, unread = BULLET.match(line), QuickLine(number, source)
                named = None if bullet else self._named(line)
                if named:
                    self._titles, self._obstacle = named, ""
                    yield replace(unread, titles=named)
                else:
                    yield self._line(unread, line[bullet.end() :] if bullet else line)

    def _named(self, line: str) -> Titles | None:
        """Return the section whose name is all that a line says, without a colon, maybe as a heading."""
        name = line.strip("#*_ ")
        sections = self._names.called(name)
        return sections[0] if len(sections) == 1 and not self._people.is_known(name) else None

    def _line(self, unread: QuickLine, line: str) -> QuickLine:
        for colon in reversed(list(_COLON.finditer(line))):
            name, text = line[: colon.start()].strip(), line[colon.end() :].strip()
            sections = self._names.called(name)
            if not sections or self._people.are_known(self._people.split(name)):
                continue
            if len(sections) > 1:
                return self._ambiguous(unread, name, text, sections)
            self._titles, self._obstacle = sections[0], ""
            action = self._action(text)
            small = None if action else self._small(unread, text, f"{name}: ")
            return small or replace(unread, titles=self._titles, action=action, text=text)
        action = self._action(line)
        stranger = None if action and self._is_meant(action, line) else self._stranger(unread, line)
        if small := None if action or stranger else self._small(unread, line):
            return small
        if stranger or self._obstacle:
            return stranger or replace(unread, obstacle=self._obstacle)
        if not action and self._titles is None:
            hint = self._titled(line) or "Add a section first."
            return replace(unread, obstacle="no section is named in it or above it", hint=hint)
        return replace(unread, titles=self._titles, action=action, text=line)

    @property
    def _example(self) -> str:
        """The section that was named last, else the first that there is, as it is called in a line."""
        titles = self._titles or next(iter(self._names.sections), ())
        return titles[-1] if len(self._names.called(" ".join(titles[-1:]))) == 1 else " / ".join(titles)

    def _titled(self, line: str) -> str:
        """Return how the title of a section stands before a line; nothing if there is no section."""
        return f"Write the title of its section before it: {self._example}: {line}" if self._example else ""

    def _action(self, line: str) -> TypedAction | None:
        action = parse(line, self._people) if line else None
        return action if action and (action.owners or action.form) else None

    def _small(self, unread: QuickLine, line: str, title: str = "") -> QuickLine | None:
        """Return a line that would be an action if the name with which it begins were not in small letters."""
        word = line.split(maxsplit=1)[0] if line else ""
        first_words = self._people.first_words or ()
        names = [name for name in first_words if name.casefold() == word.casefold() and name != word]
        respelt = f"{names[0]}{line[len(word) :]}" if len(names) == 1 else ""
        if not self._action(respelt):
            return None
        # Its section's own line may be gone by then.
        mend = f"{title or (f'{self._example}: ' if self._titles else '')}{respelt}"
        return replace(unread, obstacle=f"'{word}' may be {names[0]}", hint=f"Write: {mend}", mend=mend)

    def _is_meant(self, action: TypedAction, line: str) -> bool:
        """Whether the owners of an action are people: where nobody is known, they could be a mistyped title."""
        colon = _COLON.search(line)
        owners, people = action.owners, self._people
        is_somebody = people.are_known(owners) or any(map(people.is_near, owners))
        return not (owners and colon) or is_somebody or not self._names.nearest(line[: colon.start()])

    def _stranger(self, unread: QuickLine, line: str) -> QuickLine | None:
        """Return a line that begins as if with a person or a title, where nobody and nothing is called so."""
        colon = _COLON.search(line)
        name = line[: colon.start()].strip() if colon else ""
        is_count = name in self._labels and line[colon.end() :].strip().isdecimal() if colon else False
        if is_count or name in LISTS:
            hint = f"Write it behind `{name}:` there."
            return replace(unread, obstacle=f"`{name}` has its own place", hint=hint)
        is_label = len(name.split()) == 1 or (name[:1].isupper() and len(name.split()) <= _MOST_WORDS)
        if not colon or not is_label or name.casefold() in LABEL_WORDS:
            return None
        nearest, text = self._names.nearest(name), line[colon.end() :].strip()
        obstacle = f"'{name}' is neither a person nor the title of a section{suggestion(nearest)}"
        if not text or nearest or (name[:1].isupper() and not is_name(name)):  # no person, so a title
            self._obstacle = f"it stands below '{name}', which is no title of a section"
        mend = f"{nearest}: {text}".rstrip() if nearest else None
        hint = f"Write: {mend}" if mend else self._stranger_hint(name, text, line)
        return replace(unread, obstacle=obstacle, hint=hint, mend=mend)

    def _stranger_hint(self, name: str, text: str, line: str) -> str:
        """Return how a line is written that begins with somebody, and with a title, that nobody knows here."""
        if not text:
            return f"Write the title of a section there, or add one: - title: {name}"
        person = f"If that is a person: AI ({name}): {text}" if is_name(name) else ""
        section = self._titled(line) or f"Add a section: - title: {name}"
        return f"{person}\n{section}" if person else section

    def _ambiguous(self, unread: QuickLine, name: str, text: str, sections: Sequence[Titles]) -> QuickLine:
        choices = [f"{' / '.join(titles)}: {text}".rstrip() for titles in sections]
        if not text:
            self._obstacle = f"it stands below '{name}', which several sections are called"
        obstacle = f"several sections are called '{name}'"
        return replace(unread, obstacle=obstacle, hint=f"Write: {'   or: '.join(choices)}")


def _plain(name: str) -> str:
    return _SLASH.sub(" / ", wording(name))
