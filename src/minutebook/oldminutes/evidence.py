"""What all files of a series show together: who is who, what is counted, how a section says nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from sys import intern

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.fresh_series import join_people, usual_empty_text
from minutebook.oldminutes.line_records import fold_counter_label
from minutebook.oldminutes.names import OFFICES
from minutebook.oldminutes.old_files import OldFile, OldFiles
from minutebook.oldminutes.sheet import PersonName, Sheet
from minutebook.oldminutes.spellings import build_roster, find_intended_name, initials_of_people, is_group
from minutebook.oldminutes.written_language import count_small_words
from minutebook.records.dated import Dated, always
from minutebook.records.likeness import twin
from minutebook.records.meeting import Notes
from minutebook.records.roster import Roster, bare_name, plain_name
from minutebook.records.series import Person, Series, Style, usual_empty

_LINE_INITIALS = re.compile(r"[\s>*_+.)(\[0-9-]*+(?:\w*[\s*:\[(]+)?(?P<initials>[A-Z]{2,4})\b(?! [A-Z])")
"""Initials at the start of a line, or behind its first word."""
_LONE_INITIALS = re.compile(
    r"(?:(?:[(\[]|: )(?=[A-Z]{2,4}[)\]*_]\W{0,3}\Z)|\|[ \t]{0,99}(?=[A-Z]{2,4}[ \t]{0,99}\|))(?P<initials>[A-Z]+)"
)
"""Initials in a bracket or in bold at the end of a line, or alone in a cell."""
_words_in = re.compile(r"\w+").findall


def _initials_in(line: str) -> list[str]:
    """Return the initials that stand in a line for somebody."""
    signs = (_LINE_INITIALS.match(line), *_LONE_INITIALS.finditer(line))
    return [sign["initials"] for sign in signs if sign]


def _is_one(names: Collection[str]) -> bool:
    """Whether some names are spellings of one."""
    first, *others = sorted(names)
    return all(twin(other, (first,)) is not None for other in others)


@dataclass
class Evidence:
    """What is counted in all files before any is written: see facts()."""

    days: list[date] = field(default_factory=list)
    attendances: list[frozenset[str]] = field(default_factory=list)
    files_of: Counter[str] = field(default_factory=Counter)
    owners: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)
    ends: dict[str, PersonName] = field(default_factory=dict)
    members: set[str] = field(default_factory=set)
    first_names: dict[str, set[str]] = field(default_factory=dict)
    identities: dict[str, set[str]] = field(default_factory=dict)
    line_initials: Counter[str] = field(default_factory=Counter)
    counters: set[str] = field(default_factory=set)
    lone_sentences: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titles: list[tuple[str, date]] = field(default_factory=list)
    headers: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    style: Style = field(default_factory=Style)
    languages: Counter[str] = field(default_factory=Counter)

    def add(self, sheet: Sheet) -> None:
        """Count what a file has."""
        self.days.append(sheet.day)
        self.style = sheet.style or self.style
        # Few people go to many meetings: each name is held in memory once.
        present = (name.name for name in sheet.names if name.role != "owner")
        self.attendances.append(frozenset(map(intern, map(bare_name, present))))
        self.files_of.update({plain_name(name.name) for name in sheet.names})
        self.members |= {bare_name(name.name) for name in sheet.names if name.role != "guests"}
        by_first_word: dict[str, set[str]] = {}
        for person_name in self.attendances[-1]:
            by_first_word.setdefault(person_name.casefold().split()[0], set()).add(person_name)
        for name in sheet.names:
            meant = by_first_word.get(name.name.casefold(), set())
            # Who was there is meant by a first name that only one of them has.
            if name.role == "owner" and len(meant) == 1:
                self.first_names.setdefault(name.name, set()).update(meant)
            elif name.role == "owner":
                owner = name.name.removeprefix("The ")
                is_sure = name.is_sure or is_group(owner) or owner.casefold() in OFFICES
                (self.owners if is_sure else self.guessed)[owner] += 1
            for sign in (f"@{name.handle.casefold()}" if name.handle else "", name.initials):
                if sign:
                    self.identities.setdefault(sign, set()).add(bare_name(name.name))
        self.ends |= sheet.ends
        self.line_initials.update(chain.from_iterable(map(_initials_in, sheet.document.lines)))
        self.counters |= {fold_counter_label(counter.label) for counter in sheet.meeting.counters}
        if sheet.meeting.title:
            self.titles.append((intern(sheet.meeting.title), sheet.day))
        for section in sheet.meeting.sections:
            is_lone = section.title and not section.sections
            match section.blocks:
                case [Notes(text)] if is_lone and text.count("\n") == 1 and text[0].isalnum():
                    self.lone_sentences[text.rstrip()][section.title or ""] += 1
        self.headers = [*self.headers[-1:], sheet.meeting.header]
        # What minutebook wrote is in the words of its series, whatever language the notes have.
        self.languages += Counter() if sheet.generated else count_small_words(sheet.document.lines)

    def facts(
        self, series: Series | None, *, fresh: bool = False, style: Dated[Style] | None = None
    ) -> Facts:
        """Return the facts about a series; what an existing series.yaml says counts more than the minutes."""
        present = set().union(*self.attendances)
        first_words = {name.split()[0] for name in present}  # AB is AB Cole, and stands not for Ann Bell
        used = {
            short: names
            for short, names in initials_of_people(present).items()
            if short in self.line_initials.keys() - first_words and _is_one(names)
        }
        # If lines begin or end with the initials of several, they are those of who has them.
        self.identities = {**(used if len(used) > 1 else {}), **self.identities}
        owners = self.owners if any(self.attendances) else self.owners + self.guessed
        times = Counter(person.name for person in self.ends.values())
        at_ends = {person.name for person in self.ends.values() if person.is_sure or times[person.name] > 1}
        owners, self.members = owners + Counter(at_ends), self.members | at_ends
        if series and series.roster and not fresh:
            people = series.roster
        else:  # to a fresh one, which has no meetings yet, the minutes add the people whom it lacks
            people = join_people(series.roster if series else (), self._roster(owners))
        style = style or (series.style if series and not fresh else always(self.style))
        lone = usual_empty_text(self.lone_sentences, len(self.days))
        empty = always(lone) if lone else usual_empty(style)
        counts = Counter(self.files_of)
        intended = {name: find_intended_name(name, counts, self.attendances) for name in counts}
        # A curly apostrophe or a dot behind an initial is an editor's, and small letters are haste: no slip.
        slips = frozenset(
            name
            for name, right in intended.items()
            if right and name != right.casefold() and _words_in(name) != _words_in(right)
        )
        empty = series.empty if series else empty
        return Facts(Roster(people), frozenset(self.counters), empty, slips, style)

    def _roster(self, owners: Counter[str]) -> tuple[Person, ...]:
        identified = [
            names | ({sign.removeprefix("@")} & self.files_of.keys())
            for sign, names in self.identities.items()
        ]
        spellings = [names for names in identified if len(names) > 1]
        people = build_roster(self.attendances, owners.elements(), spellings)
        # Initials stand for somebody in lines that have no more of the name, unless they are several people's.
        spelled = {name: person.name for person in people for name in (person.name, *person.aliases)}
        signs = {
            name: sign
            for sign, names in self.identities.items()
            if not sign.startswith("@") and len({*map(spelled.get, names)} - {None}) <= 1
            for name in names
        }
        for first_name, names in self.first_names.items():
            owner = {spelled.get(name) for name in names}
            if len(owner) == 1 and first_name[:1].isupper() and first_name not in spelled:
                signs = dict.fromkeys(names, first_name) | signs
        signs = {
            name: sign for name, sign in signs.items() if spelled.get(sign, name) in {name, spelled.get(name)}
        }
        return tuple(replace(person, aliases=_with_signs(person, signs)) for person in people)


def _with_signs(person: Person, signs: Mapping[str, str]) -> tuple[str, ...]:
    """Return the aliases of somebody, and the initials or the first name that stand for any of the spellings."""
    short = {signs[name]: None for name in (person.name, *person.aliases) if name in signs}
    return tuple(alias for alias in dict.fromkeys((*person.aliases, *short)) if alias != person.name)


def gather(
    files: Sequence[OldFile],
    old_files: OldFiles,
    style: Dated[Style] | None = None,
    watched: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> Evidence:
    """Return what files show together, `watched` by somebody; `style` is what they were drawn in, if that is known."""
    facts, evidence = Facts(style=style) if style else Facts(), Evidence()
    with closing(old_files.sheets(files, facts)) as sheets:
        for _path, sheet in zip(watched([file.path for file in files]), sheets, strict=True):
            evidence.add(sheet)
    return evidence
