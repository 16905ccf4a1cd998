"""Which sections a new meeting begins with."""

from typing import Any

import pytest
from support.notes import Notes

from minutebook.source.section_offer import has_open, offered_sections
from minutebook.source.yaml.loader import read


def meeting(sections: str) -> dict[str, Any]:
    data: dict[str, Any] = read("a.yaml", f"sections: {sections}\n".encode()).data
    return data


def outline(sections: list[dict[str, Any]]) -> list[Any]:
    """Return sections as their titles, with those below them in a list behind each."""
    lines: list[Any] = []
    for section in sections:
        lines.append(section.get("title"))
        if below := outline(section.get("sections") or []):
            lines.append(below)
    return lines


def offered(*meetings: str) -> list[Any]:
    """Return the outline of what is offered after some meetings, the newest first."""
    return outline(offered_sections([meeting(sections) for sections in meetings]))


NEWS = "{title: News, notes: x}"


def test_what_stood_in_two_of_the_last_three_meetings_comes_again() -> None:
    once, other = "{title: Once, notes: x}", "{title: Other, notes: x}"
    assert offered(f"[{NEWS}, {once}]", f"[{NEWS}]", f"[{other}]") == ["News"]
    assert offered(f"[{once}]", f"[{NEWS}]", f"[{NEWS}]") == ["News"]
    assert offered(f"[{once}]", "[]", "[]", f"[{once}]") == []


def test_after_one_meeting_all_are_offered() -> None:
    assert offered(f"[{NEWS}, {{title: Talk}}]") == ["News", "Talk"]


@pytest.mark.parametrize(
    "content",
    [
        "table: {id: t, columns: [n], rows: {Open: 1}}",
        "counters: {calls: 1}",
        "duty: {This week: Mat}",
        "actions: [{owner: Mat, task: x}]",
        "actions: ['Mat: x']",
        "actions: [{topic: x, actions: [{owner: Mat, task: x}]}]",
        "sections: [{title: Below, counters: {calls: 1}}]",
    ],
)
def test_that_in_which_something_goes_on_is_offered_at_once(content: str) -> None:
    assert offered(f"[{{title: New, {content}}}]", "[]", "[]")[0] == "New"


def test_what_is_done_does_not_go_on() -> None:
    done = "{owner: Mat, task: x, status: done}"
    assert not has_open([{"owner": "Mat", "task": "x", "status": "done"}, {"topic": "x"}])
    assert offered(f"[{{title: New, actions: [{done}]}}]", "[]", "[]") == []


def test_a_section_whose_title_is_a_day_or_that_has_none_and_is_empty_is_not_offered() -> None:
    days = "[{title: '19 October 2020', counters: {calls: 1}}, {notes: x}, {counters: {calls: 1}}]"
    assert offered(days, days, days) == [None]


def test_sections_below_are_judged_by_their_own_path() -> None:
    first = "[{title: A, sections: [{title: X, notes: x}]}, {title: B, sections: [{title: Y, notes: x}]}]"
    other = "[{title: A, sections: [{title: Y, notes: x}]}, {title: B, sections: [{title: Y, notes: x}]}]"
    assert offered(first, other) == ["A", "B", ["Y"]]


def test_what_was_missing_once_comes_back_in_its_place_without_its_counts() -> None:
    full = "[{title: A, notes: x}, {title: B, counters: {calls: 7}}, {title: C, notes: x}]"
    sections = offered_sections(
        [meeting("[{title: A, notes: x}, {title: C, notes: x}]"), meeting(full), meeting(full)]
    )
    assert outline(sections) == ["A", "B", "C"]
    assert sections[1]["counters"] == {"calls": None}


def test_a_draft_has_what_recurs_with_the_counts_of_last_time(notes: Notes) -> None:
    row, renamed = "Waiting: [2, 3]", "Held: {counts: [2, 3], continues: Waiting}"
    for day, section, last_row in (
        ("2020-10-05", "News", row),
        ("2020-10-12", "News", row),
        ("2020-10-19", "Visit", renamed),
    ):
        table = f"table: {{id: t, columns: [a, b], rows: {{Open: [0, 11], {last_row}}}}}"
        notes.write(
            f"{notes.series}/{day}.yaml",
            f"title: Team - October\ndate: {day}\nsections:\n  - title: {section}\n    notes: |\n      text\n"
            f"  - title: Figures\n    {table}\n    counters: {{calls: 4, mails: 2}}\n",
        )
    assert notes.run("new", "--date", "2020-11-02").returncode == 0
    path = f"{notes.series}/2020-11-02.yaml"
    text = notes.read(path)
    assert text == (
        "title: Team - November\ndate: 2020-11-02\nstatus: draft\nattending:\nsections:\n"
        "  - title: News\n    notes: |\n\n"
        "  - title: Figures\n    table:\n      id: t\n      columns: [a, b]\n      rows:\n"
        "        Open: [~, ~]  # a: 0, b: 11 last time\n        Held: [~, ~]  # a: 2, b: 3 last time\n"
        "    counters:\n      calls:  # 4 last time\n      mails:  # 2 last time\n"
    )
    filled = text.replace("[~, ~]", "[1, 2]").replace("calls:", "calls: 5").replace("mails:", "mails: 6")
    notes.write(path, filled.replace("status: draft\n", ""))
    assert notes.run("sync").returncode == 0
    assert notes.read(path) == filled.replace("status: draft\n", "")
    assert "5 (+1 since 2020-10-19) calls" in notes.read(notes.minutes("2020-11-02"))
