"""Draw docs/pictures/ from meetings that minutebook itself reads; with --check, only say whether they are current.

Run it with the Python of `.venv`. What stands in the pictures is what the minutes of these meetings say.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path, PurePosixPath

from minutebook.notebook.series import Folder

from minutebook.notebook.generated import minutes_of
from minutebook.notebook.update import bring_up_to_date
from minutebook.repository import Entry, Snapshot

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SERIES = 'title: Web team\nschedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-10-12}]\n'
TABLE = "sections: [{{title: Tickets, table: {{id: t, columns: [Count], rows: {{Open: {count}}}}}}}]\n"
WIDTH, GAP, LINE, HEAD = 176, 36, 20, 34
INK, FAINT, PAPER, ACCENT = "#1f2933", "#66717d", "#ffffff", "#b4540a"
FONT = 'font-family="ui-sans-serif, system-ui, sans-serif" font-size="13"'


@dataclass(frozen=True)
class Card:
    """A meeting in a picture: its heading and lines; one that was not held has no frame of its own."""

    heading: str
    lines: tuple[str, ...]
    held: bool = True
    accent: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Arrow:
    """From a card to an earlier one, with a word above it."""

    start: int
    end: int
    text: str


def main() -> int:
    """Draw the pictures, or compare them."""
    drawn = {name: draw() for name, draw in PICTURES.items()}
    stale = [name for name, text in drawn.items() if _differs(FOLDER / name, text)]
    if "--check" in sys.argv:
        print("\n".join(f"docs/pictures/{name} is not current: run scripts/pictures.py" for name in stale))
        return int(bool(stale))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in drawn.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
    return 0


class Team:
    """A series that stands in no file."""

    def __init__(self) -> None:
        entry = Entry("web/series.yaml", "100644")
        snapshot = Snapshot("picture", {entry.path: entry}, lambda _: SERIES.encode(), lambda _: "")
        self.folder = Folder(PurePosixPath("web"), snapshot)

    def meet(self, day: str, text: str) -> str:
        """Add a meeting, carry into it what is open, and return its minutes."""
        when, path = date.fromisoformat(day), f"web/{day}.yaml"
        self.folder.add(when, path, f"date: {day}\n{text}")
        self.folder.replace(path, bring_up_to_date(self.folder, when))
        self.folder.__dict__.pop("history", None)
        return minutes_of(self.folder, self.folder.meeting(when))


def baseline() -> str:
    """Return the picture of what a delta is measured against."""
    team = Team()
    cards = []
    for day, count in (("2020-10-12", 10), ("2020-10-19", None), ("2020-10-26", 12), ("2020-11-02", 9)):
        if count is None:
            cards.append(Card(_short(day), ("no meeting",), held=False))
            continue
        minutes = team.meet(day, TABLE.format(count=count))
        heading, _rule, row = (_cells(line) for line in minutes.splitlines() if line.startswith("|"))
        told = f"{heading[1].replace('&Delta;', 'Δ')}: {row[1]}" if row[1] else "no Δ yet"
        cards.append(Card(_short(day), (f"Open {row[0]}", told), accent=frozenset({1})))
    return _picture(cards, [Arrow(2, 0, "baseline"), Arrow(3, 2, "baseline")])


def carry() -> str:
    """Return the picture of how open action items go from meeting to meeting."""
    team = Team()
    first = team.meet(
        "2020-10-19", "actions: [{Mat: update the firewall}, {Diego: test EL8}, {Edgar: ask for a date}]\n"
    )
    ids = [action.id for action in team.folder.meeting(date(2020, 10, 19)).actions]
    kept = f"{{id: {ids[0]}, owner: Mat, task: update the firewall, status: done}}"
    second = team.meet("2020-10-26", f"actions: [{kept}, {{Ada: write the page}}]\n")
    third = team.meet("2020-11-02", "actions: []\n")
    days = (("2020-10-19", first), ("2020-10-26", second), ("2020-11-02", third))
    cards = []
    for day, minutes in days:
        lines = tuple(_items(minutes))
        carried = frozenset(n for n, line in enumerate(lines) if line.endswith("meeting)"))
        cards.append(Card(_short(day), lines, accent=carried))
    return _picture(cards, [], width=290)


def lapse() -> str:
    """Return the picture of an action item that nobody touches."""
    team = Team()
    cards = []
    days = ("2020-10-19", "2020-10-26", "2020-11-02", "2020-11-09", "2020-11-16", "2020-11-23")
    for number, day in enumerate(days):
        minutes = team.meet(day, "actions: [{Mat: update the firewall}]\n" if not number else "actions: []\n")
        said = next(iter(_items(minutes)), "")
        remark = " ".join(re.findall(r"\([^)]*\) ?(?:\[\w+\])?$", said.removeprefix("AI (Mat): ")))
        lines = (remark or ("written" if said else "in the README's list"),)
        told = {0} if "laps" in remark.lower() or not said else ()
        cards.append(Card(_short(day), lines, accent=frozenset(told)))
    return _picture(cards, [], width=214, columns=3)


PICTURES: dict[str, Callable[[], str]] = {"baseline.svg": baseline, "carry.svg": carry, "lapse.svg": lapse}


def _items(minutes: str) -> Iterator[str]:
    return (line.strip()[4:] for line in minutes.splitlines() if line.strip().startswith("-   AI "))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def _short(day: str) -> str:
    return f"{int(day[8:])} {('October', 'November')[int(day[5:7]) - 10]}"


def _picture(cards: Sequence[Card], arrows: Sequence[Arrow], *, width: int = WIDTH, columns: int = 9) -> str:
    height = HEAD + LINE * max(len(card.lines) for card in cards)
    top = 46 if arrows else 8
    count = min(columns, len(cards))
    rows = -(-len(cards) // count)
    whole = (count * (width + GAP) - GAP + 16, top + rows * (height + GAP) - GAP + 8)
    places = [
        (8 + (n % count) * (width + GAP), top + (n // count) * (height + GAP)) for n in range(len(cards))
    ]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole[0]} {whole[1]}" width="{whole[0]}" {FONT}>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{ACCENT}"/></marker></defs>',
    ]
    for card, place in zip(cards, places, strict=True):
        parts += _card(card, place, width, height)
    parts += [_link(places[n], places[n + 1], width, height) for n in range(len(cards) - 1) if not arrows]
    parts += [part for arrow in arrows for part in _arrow(arrow, places, width)]
    return "\n".join([*(part for part in parts if part), "</svg>"]) + "\n"


def _card(card: Card, place: tuple[int, int], width: int, height: int) -> Iterator[str]:
    x, y = place
    dashes = "" if card.held else ' stroke-dasharray="5 4"'
    yield (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{PAPER}" stroke="{FAINT}"{dashes}/>'
    )
    yield f'<text x="{x + 12}" y="{y + 22}" font-weight="600" fill="{INK}">{escape(card.heading)}</text>'
    for number, line in enumerate(card.lines):
        color = ACCENT if number in card.accent else INK if card.held else FAINT
        yield (
            f'<text x="{x + 12}" y="{y + HEAD + 8 + LINE * number}" font-size="12" fill="{color}">{escape(line)}</text>'
        )


def _link(start: tuple[int, int], end: tuple[int, int], width: int, height: int) -> str:
    if start[1] != end[1]:  # the next row
        return ""
    y = start[1] + height // 2
    return (
        f'<path d="M{start[0] + width + 4} {y}H{end[0] - 4}" stroke="{ACCENT}" stroke-width="1.5" '
        'fill="none" marker-end="url(#tip)"/>'
    )


def _arrow(arrow: Arrow, places: Sequence[tuple[int, int]], width: int) -> Iterator[str]:
    start, end = (places[n][0] + width // 2 for n in (arrow.start, arrow.end))
    y = places[0][1]
    # Two arrows that meet at one card stand apart there.
    yield (
        f'<path d="M{start - 14} {y - 4}C{start - 24} {y - 40} {end + 24} {y - 40} {end + 14} {y - 4}" '
        f'stroke="{ACCENT}" stroke-width="1.5" fill="none" marker-end="url(#tip)"/>'
    )
    yield f'<text x="{(start + end) // 2}" y="{y - 34}" text-anchor="middle" font-size="12" fill="{FAINT}">{arrow.text}</text>'


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
