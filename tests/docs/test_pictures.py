"""The pictures on the page about what is computed are what the minutes of such meetings say."""

import json
import re
from typing import TYPE_CHECKING

from support.pages import fences

if TYPE_CHECKING:
    from support.notes import Notes

MONTHS = {"October": 10, "November": 11}
BASELINES, CARRYING, LAPSING = (
    [card.split("<br>") for card in re.findall(r'\["(.+?)"\]', fence.body)]
    for fence in fences("computed.md")
    if fence.language == "mermaid"
)
"""Of each picture its cards, and of each card its lines: a day, and what happens on it."""


def meet(notes: "Notes", card_day: str, text: str = "") -> str:
    """Write the meeting of a day such as "26 October" and its minutes, and return these."""
    day, month = card_day.split()
    date = f"2020-{MONTHS[month]}-{int(day):02}"
    notes.write(f"{notes.series}/{date}.yaml", f"date: {date}\n{text}")
    notes.run("sync")
    return notes.read(notes.minutes(date))


def test_a_delta_says_since_when_it_is_after_a_meeting_that_was_not_held(notes: "Notes") -> None:
    for card_day, *lines in reversed(BASELINES):
        if lines == ["no meeting"]:
            continue
        label, count = lines[0].split()
        heading, _, delta = lines[1].partition(": ") if ": " in lines[1] else ("Δ", "", "")
        table = f"table: {{id: tickets, columns: [Count], rows: {{{label}: {count}}}}}\n"
        minutes = meet(notes, card_day, table).replace("&Delta;", "Δ")
        rows = [re.sub(" +", " ", row) for row in minutes.splitlines() if row.startswith("| ")]
        assert rows[0] == f"| Count | {heading} | State |"
        assert rows[2] == f"| {count} | {delta} | {label} |".replace("|  |", "| |")


def test_an_open_action_item_is_carried_with_its_age(notes: "Notes") -> None:
    first, second, third = CARRYING
    assert listed(meet(notes, first[0], actions(*first[1:]))) == first[1:]
    meet(notes, second[0], actions(second[1]))
    register = json.loads(notes.run("actions", "--owner", "Mat", "--format", "json").stdout)
    notes.run("done", register[0]["id"])
    assert meet(notes, third[0]) != ""
    assert listed(notes.read(notes.minutes("2020-10-26"))) == second[1:]
    assert listed(notes.read(notes.minutes("2020-11-02"))) == third[1:]


def test_an_action_item_that_nobody_touches_lapses(notes: "Notes") -> None:
    line = "AI (Mat): update the firewall"
    assert listed(meet(notes, LAPSING[0][0], actions(line))) == [line]
    for card_day, remark in LAPSING[1:-1]:
        assert listed(meet(notes, card_day)) == [f"{line} {remark}"]
    assert "## Lapsed action items" in notes.read(f"{notes.series}/README.md")


def actions(*lines: str) -> str:
    """Return the YAML of action items as they are typed."""
    return "".join(["actions:\n", *(f"  - {line}\n" for line in lines)])


def listed(minutes: str) -> list[str]:
    """Return the action items of minutes."""
    return re.findall(r"^-   (AI .*)$", minutes, re.MULTILINE)
