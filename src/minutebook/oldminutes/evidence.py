"""What all files of a series show together: who is who, what is counted, how a section says nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from sys import intern

from minutebook.actions.known_people import KnownPeople
from minutebook.oldminutes import titles
from minutebook.oldminutes.fresh_series import join_people, usual_empty_text
from minutebook.oldminutes.misspellings import find_intended_name
from minutebook.oldminutes.old_counters import fold_counter_label
from minutebook.oldminutes.sheet import Decision, FaultKind, Sheet, titled
from minutebook.oldminutes.spellings import build_roster, initials_of_people, untitled, with_initials
from minutebook.records.dated import Dated, always
from minutebook.records.defaults import EMPTY
from minutebook.records.meeting import Notes
from minutebook.records.roster import Roster, bare_name, plain_name
from minutebook.records.series import Person, Series, Style, usual_empty

_EMPTY, _STYLE = always(EMPTY), always(Style())
_INITIALS = re.compile("[A-Z]{2,4}")
_LINE_INITIALS = re.compile(r"[\s>*_+.)(\[0-9-]*(?:\w+[\s*:\[(]+)?(?P<initials>[A-Z]{2,4})\b(?! [A-Z])")
"""Initials at the start of a line, or behind its first word."""
_HONORIFIC = re.compile("(?:さん|氏|様)\\Z")


@dataclass(frozen=True)
class Facts:
    """The people of a series, the folded labels of its counters, its sentence for an empty section, and its style."""

    roster: Roster = field(default_factory=lambda: Roster(()))
    counters: frozenset[str] = frozenset()
    empty: Dated[str] = _EMPTY
    slips: frozenset[str] = frozenset()
    style: Dated[Style] = _STYLE

    def alias(
        self, path: str, line: int, name: str, canonical: str, role: str = "owner of an action item"
    ) -> Decision:
        """Return the decision that a name is written as in the roster, which is a fault if it is likely a slip."""
        fault: FaultKind | None = "person" if bare_name(name) in self.slips else None
        return Decision(path, line, "alias resolved", name, canonical, fault, role)

    def spell(self, name: str) -> str:
        """Return a name as the roster has it; what stands behind it, such as `?` or (remote), is kept."""
        base = bare_name(name)
        return (self.roster.canonical(base) or base) + name[len(base) :]

    def spell_owner(self, name: str, present: Sequence[str] = ()) -> str:
        """Return the owner of an action as the roster has the name, or the name itself of a stranger."""
        if self.roster.canonical(bare_name(name)):
            return self.spell(name)
        return self.find(name, present) or name

    def find(self, name: str, present: Sequence[str] = ()) -> str | None:
        """Return who goes by a name in running text, where small letters and first names do; None for a stranger.

        Of several who have a first name, it is the one who was present.
        """
        plain = _HONORIFIC.sub("", plain_name(name).removeprefix("@"))
        if canonical := self.roster.canonical(plain):
            return canonical
        folded = plain.casefold()
        people = self._by_words.get(folded) or self._by_words.get(folded.replace(".", ""), frozenset())
        if len(people) > 1:
            people = people & {self.spell(bare_name(member)) for member in present}
        return next(iter(people)) if len(people) == 1 else None

    def is_person(self, name: str) -> bool:
        """Whether a name is that of somebody in the roster, and not of a group."""
        person = self.roster.person(name)
        return person is not None and not person.group

    def people_on(self, present: Sequence[str]) -> KnownPeople:
        """Return whom the grammar of actions takes for a person in a meeting with some people present."""
        title_path = (
            {
                word
                for name in present
                for base in [untitled(bare_name(name))]
                for word in (base, base.split()[0])
            }
            if present
            else set()
        )

        def is_known(name: str) -> bool:
            return name in title_path or self.find(name, present) is not None

        def is_near(name: str) -> bool:
            # Where initials stand for people, others may be those of somebody whose name stands nowhere.
            return is_known(name) or (self._has_initials and _INITIALS.fullmatch(name) is not None)

        # The grammar tries no form on a line that begins with nobody's name; small letters may be one, too.
        spellings = {*title_path, *self.roster.people, *self.roster.aliases}
        words = {word for spelling in spellings for word in untitled(spelling).split()[:1]}
        return KnownPeople(
            is_known, is_near, bool(spellings), frozenset(words | {word.lower() for word in words})
        )

    @cached_property
    def _has_initials(self) -> bool:
        return sum(_INITIALS.fullmatch(alias) is not None for alias in self.roster.aliases) > 1

    @cached_property
    def _by_words(self) -> dict[str, frozenset[str]]:
        """Who goes by a spelling or a first name, in small letters; a whole spelling counts for more."""
        whole: dict[str, set[str]] = {}
        first_word: dict[str, set[str]] = {}
        for spelling in (*self.roster.people, *self.roster.aliases):
            if canonical := self.roster.canonical(spelling):
                whole.setdefault(spelling.casefold(), set()).add(canonical)
                name = untitled(spelling)
                for short in (name, name.split()[0], with_initials(name)):
                    first_word.setdefault(short.casefold(), set()).add(canonical)
        return {word: frozenset(people) for word, people in {**first_word, **whole}.items()}


@dataclass
class Evidence:
    """What is counted in all files before any is written: see facts()."""

    days: list[date] = field(default_factory=list)
    attendances: list[frozenset[str]] = field(default_factory=list)
    files_of: Counter[str] = field(default_factory=Counter)
    owners: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)
    identities: dict[str, set[str]] = field(default_factory=dict)
    line_initials: Counter[str] = field(default_factory=Counter)
    counters: set[str] = field(default_factory=set)
    lone_sentences: Counter[tuple[str, str]] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    headers: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    style: Style = _STYLE.final

    def add(self, sheet: Sheet) -> None:
        """Count what a file has."""
        self.days.append(sheet.day)
        self.style = sheet.style or self.style
        # Few people go to many meetings: each name is held in memory once.
        present = (name.name for name in sheet.names if name.role != "owner")
        self.attendances.append(frozenset(map(intern, map(bare_name, present))))
        self.files_of.update({plain_name(name.name) for name in sheet.names})
        first_words = Counter(name.casefold().split()[0] for name in self.attendances[-1])
        for name in sheet.names:
            # Who was there is meant by a first name that only one of them has.
            if name.role == "owner" and first_words[name.name.casefold()] != 1:
                (self.owners if name.is_sure else self.guessed)[name.name] += 1
            for sign in (f"@{name.handle.casefold()}" if name.handle else "", name.initials):
                if sign:
                    self.identities.setdefault(sign, set()).add(bare_name(name.name))
        starts = map(_LINE_INITIALS.match, sheet.document.lines)
        self.line_initials.update(start["initials"] for start in starts if start)
        self.counters |= {fold_counter_label(member.label) for member in sheet.meeting.counters}
        if sheet.meeting.title:
            self.titles[titles.lasting(sheet.meeting.title, sheet.day)] += 1
        for _, section in titled(sheet.meeting.root):
            lines = (
                section.blocks[0].text.split("\n")
                if section.title and len(section.blocks) == 1 and isinstance(section.blocks[0], Notes)
                else []
            )
            if not section.sections and len(lines) == 2 and lines[0][:1].isalnum():  # noqa: PLR2004
                self.lone_sentences[lines[0].rstrip(), section.title or ""] += 1
        self.headers = [*self.headers[-1:], sheet.meeting.header]

    def facts(
        self, series: Series | None, *, fresh: bool = False, style: Dated[Style] | None = None
    ) -> Facts:
        """Return the facts about a series; what an existing series.yaml says counts more than the minutes.

        To a `fresh` one, which has no meetings yet, the minutes add the people whom it lacks; `style` is what they
        were drawn in, where that is known.
        """
        used = {
            short: names
            for short, names in initials_of_people(set().union(*self.attendances)).items()
            if short in self.line_initials and len(names) == 1
        }
        # If lines begin with the initials of several, they are those of who has them.
        self.identities = {**(used if len(used) > 1 else {}), **self.identities}
        owners = self.owners if any(self.attendances) else self.owners + self.guessed
        if sum(not sign.startswith("@") for sign in self.identities) > 1:
            owners = owners + Counter(
                {name: times for name, times in self.guessed.items() if _INITIALS.fullmatch(name)}
            )
        if series and series.roster and not fresh:
            people = series.roster
        else:
            people = join_people(series.roster if series else (), self._roster(owners))
        style = style or (series.style if series and not fresh else always(self.style))
        lone = usual_empty_text(self.lone_sentences, len(self.days))
        empty = always(lone) if lone else usual_empty(style)
        counts = Counter(self.files_of)
        slips = frozenset(name for name in counts if find_intended_name(name, counts, self.attendances))
        return Facts(
            Roster(people), frozenset(self.counters), series.empty if series else empty, slips, style
        )

    def _strangers(self, owners: Counter[str]) -> Counter[str]:
        """Return the owners but for those whom a small word calls by the first name of one who was there."""
        first_words: dict[str, set[str]] = {}
        for name in set().union(*self.attendances):
            first_words.setdefault(name.casefold().split()[0], set()).add(name)
        return Counter(
            {
                name: times
                for name, times in owners.items()
                if not (name.islower() and len(first_words.get(name, ())) == 1)
            }
        )

    def _roster(self, owners: Counter[str]) -> tuple[Person, ...]:
        namesakes = [
            names | ({short} if short in self.files_of else set())
            for sign, names in self.identities.items()
            for short in [sign.removeprefix("@")]
        ]
        people = build_roster(
            self.attendances,
            self._strangers(owners).elements(),
            [member for member in namesakes if len(member) > 1],
        )
        # Initials stand for somebody in lines that have no more of the name, unless they are several people's.
        spelled = {name: person.name for person in people for name in (person.name, *person.aliases)}
        signs = {
            name: sign
            for sign, names in self.identities.items()
            if not sign.startswith("@") and len({*map(spelled.get, names)} - {None}) <= 1
            for name in names
        }
        return tuple(
            replace(person, aliases=tuple(dict.fromkeys((*person.aliases, *initials))))
            for person in people
            for initials in [
                [
                    signs[name]
                    for name in (person.name, *person.aliases)
                    if name in signs and signs[name] != person.name
                ]
            ]
        )
