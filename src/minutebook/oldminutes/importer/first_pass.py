"""The first pass over all files: what only all of them together show of their series."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from sys import intern

from minutebook.oldminutes.handwritten.plain_text import fold_counter_label
from minutebook.oldminutes.importer.action_history import actions_of
from minutebook.oldminutes.importer.fresh_series import join_people
from minutebook.oldminutes.importer.schedule_guess import guess_schedule
from minutebook.oldminutes.importer.series_facts import SeriesFacts, usual_empty_text
from minutebook.oldminutes.importer.sheet_reader import read_sheet
from minutebook.oldminutes.importer.spellings import build_roster
from minutebook.oldminutes.importer.strict_day import strict_day
from minutebook.oldminutes.importer.values import CannotImport, Counters, OldFile, Section
from minutebook.records.dated import always
from minutebook.records.defaults import EMPTY
from minutebook.records.roster import Roster, bare_name
from minutebook.records.series import Series
from minutebook.source.write import editors_line, write_series

ReadText = Callable[[str], str]
"""Returns the text of the file at a path, with LF line ends."""


@dataclass
class FirstPass:
    """What was counted in all files: who was there at each meeting, who owns actions, how sections say nothing."""

    days: list[date] = field(default_factory=list)
    attendances: list[tuple[str, ...]] = field(default_factory=list)
    owners: Counter[str] = field(default_factory=Counter)
    guessed_owners: Counter[str] = field(default_factory=Counter)
    counter_keys: set[str] = field(default_factory=set)
    lone_sentences: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)


def read_all(files: Sequence[OldFile], read_text: ReadText) -> FirstPass:
    """Read all files once, for the names, counters and phrases that the series uses."""
    first_pass = FirstPass()
    no_facts = SeriesFacts(Roster(()))
    for file in files:
        try:
            sheet = read_sheet(file.path, read_text(file.path), file.day, no_facts)
        except CannotImport:  # the second pass reports it
            continue
        first_pass.days.append(file.day)
        # Few people go to many meetings: each name is held in memory once.
        names = map(intern, map(bare_name, (*sheet.head.attending, *sheet.head.absent)))
        first_pass.attendances.append(tuple(dict.fromkeys(names)))
        for action in actions_of(sheet.root):
            owners = first_pass.guessed_owners if action.guessed else first_pass.owners
            owners.update(action.owners)
        first_pass.titles.update([sheet.head.title] if sheet.head.title else ())
        for section in sheet.root.walk():
            _count_section(first_pass, section)
    return first_pass


def _count_section(first_pass: FirstPass, section: Section) -> None:
    for block in section.blocks:
        if isinstance(block, Counters):
            first_pass.counter_keys |= {fold_counter_label(counter.label) for counter in block.counters}
    prose = section.lone_prose
    if prose and len(prose.lines) == 1 and prose.text[:1].isalpha():
        first_pass.lone_sentences[prose.text.rstrip()] += 1


def facts_of(first_pass: FirstPass, series: Series | None, *, fresh: bool = False) -> SeriesFacts:
    """Return the facts about a series; what an existing series.yaml says counts more than the minutes.

    To a `fresh` one, which has no meetings yet, the minutes add the people whom it lacks.
    """
    owners = first_pass.owners
    if not any(first_pass.attendances):
        # Nobody says who was there, so anybody may be the owner that a line seems to name.
        owners = owners + first_pass.guessed_owners
    if series and series.roster and not fresh:
        people = series.roster
    else:
        people = build_roster(first_pass.attendances, owners.elements())
        people = join_people(series.roster, people) if series else people
    spellings = frozenset(spelling for person in people for spelling in (person.name, *person.aliases))
    usual_empty = usual_empty_text(first_pass.lone_sentences.elements(), len(first_pass.days))
    empty = series.empty.final if series else usual_empty or EMPTY
    return SeriesFacts(Roster(people), frozenset(first_pass.counter_keys), empty, spellings)


def common_header(
    files: Sequence[OldFile], read_text: ReadText, facts: SeriesFacts
) -> tuple[tuple[str, str], ...]:
    """Return the header lines that the newest minutes have in common with those before."""
    headers = [_header(file, read_text(file.path), facts) for file in files[-2:]]
    return tuple(line for line in headers[-1] if line in headers[0])


def _header(file: OldFile, text: str, facts: SeriesFacts) -> tuple[tuple[str, str], ...]:
    try:
        return read_sheet(file.path, text, file.day, facts).head.header
    except CannotImport:  # the second pass reports it
        return ()


def series_text(
    folder: PurePosixPath,
    first_pass: FirstPass,
    facts: SeriesFacts,
    header: Sequence[tuple[str, str]],
) -> str:
    """Return the text of a new series.yaml."""
    usual_title = next((title for title, _ in first_pass.titles.most_common(1)), None)
    series = Series(
        str(folder / "series.yaml"),
        title=always(usual_title or folder.name or "Meeting"),
        schedule=tuple(guess_schedule(first_pass.days)),
        header=tuple(header),
        roster=tuple(facts.roster.people.values()),
        empty=always(facts.empty),
        strict=strict_day(first_pass.days) if first_pass.days else None,
    )
    return write_series(series, editors_line(folder, "series"))
