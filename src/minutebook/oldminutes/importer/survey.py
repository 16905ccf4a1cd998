"""What the first look at all files tells of their series: its people, counters, phrases, days and title."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from sys import intern

from minutebook.oldminutes.handwritten.plain_text import fold_counter_label
from minutebook.oldminutes.importer import succession
from minutebook.oldminutes.importer.calendar import schedule
from minutebook.oldminutes.importer.knowledge import Knowledge, usual_empty
from minutebook.oldminutes.importer.notes import write_series
from minutebook.oldminutes.importer.reader import read_sheet
from minutebook.oldminutes.importer.roster import roster
from minutebook.oldminutes.importer.values import Counts, Part, Source, Stopped
from minutebook.records.roster import Roster, bare_name
from minutebook.records.series import Series


@dataclass
class Learnt:
    """What the first look at all files tells of the series."""

    days: list[date] = field(default_factory=list)
    meetings: list[tuple[str, ...]] = field(default_factory=list)
    owners: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)
    counted: set[str] = field(default_factory=set)
    sole: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)


def learn(sources: Sequence[Source], text: Callable[[str], str]) -> Learnt:
    """Read all files once, for the names, counters and phrases that the series uses."""
    found = Learnt()
    nobody = Knowledge(Roster(()))
    for one in sources:
        try:
            sheet = read_sheet(one.path, text(one.path), one.day, nobody)
        except Stopped:  # told when it is its turn
            continue
        found.days.append(one.day)
        # Few people go to many meetings: each name is held once.
        names = map(intern, map(bare_name, (*sheet.head.attending, *sheet.head.absent)))
        found.meetings.append(tuple(dict.fromkeys(names)))
        for item in succession.items(sheet.root):
            (found.guessed if item.guessed else found.owners).update(item.owners)
        found.titles.update([sheet.head.title] if sheet.head.title else ())
        for part in sheet.root.walk():
            _learn_part(found, part)
    return found


def _learn_part(found: Learnt, part: Part) -> None:
    for piece in part.pieces:
        if isinstance(piece, Counts):
            found.counted |= {fold_counter_label(one.label) for one in piece.entries}
    only = part.only
    if only and len(only.lines) == 1 and only.text[:1].isalpha():
        found.sole[only.text.rstrip()] += 1


def knowledge_of(learnt: Learnt, series: Series | None) -> Knowledge:
    """Return what is known of a series: its file's word counts for more than what the minutes tell."""
    # Where nobody says who was there, anybody may be the owner that a line seems to name.
    owners = learnt.owners if any(learnt.meetings) else learnt.owners + learnt.guessed
    people = series.roster if series and series.roster else roster(learnt.meetings, owners.elements())
    names = frozenset(spelling for one in people for spelling in (one.name, *one.aliases))
    said = usual_empty(learnt.sole.elements(), len(learnt.days))
    empty = series.empty if series else said or Series("").empty
    return Knowledge(Roster(people), frozenset(learnt.counted), empty, names)


def common_header(
    sources: Sequence[Source], text: Callable[[str], str], known: Knowledge
) -> tuple[tuple[str, str], ...]:
    """Return the header lines that the newest minutes have in common with those before."""
    newest = [_header(one, text(one.path), known) for one in sources[-2:]]
    return tuple(line for line in newest[-1] if line in newest[0])


def _header(source: Source, text: str, known: Knowledge) -> tuple[tuple[str, str], ...]:
    try:
        return read_sheet(source.path, text, source.day, known).head.header
    except Stopped:  # told when it is its turn
        return ()


def series_text(
    folder: PurePosixPath, learnt: Learnt, known: Knowledge, header: Sequence[tuple[str, str]]
) -> str:
    """Return the text of a new series.yaml."""
    usual = learnt.titles.most_common(1)
    return write_series(
        folder,
        title=usual[0][0] if usual else folder.name or "Meeting",
        schedule=schedule(learnt.days),
        header=header,
        roster=tuple(known.roster.people.values()),
        empty=known.empty,
    )
