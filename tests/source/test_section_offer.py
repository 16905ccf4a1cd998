"""Which sections a new meeting begins with."""

from typing import Any

import pytest
from support.notes import Notes

from minutebook.source.section_offer import has_open, offered_meeting
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
    return outline(offered_meeting([meeting(sections) for sections in meetings])["sections"])


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


def test_what_was_missing_once_comes_back_in_its_place_with_what_it_counted() -> None:
    full = "[{title: A, notes: x}, {title: B, counters: {calls: 7}}, {title: C, notes: x}]"
    sections = offered_meeting(
        [meeting("[{title: A, notes: x}, {title: C, notes: x}]"), meeting(full), meeting(full)]
    )["sections"]
    assert outline(sections) == ["A", "B", "C"]
    assert sections[1]["counters"] == {"calls": 7}


FIGURES = "table: {id: t, columns: [n], rows: {Open: 1}}, counters: {calls: 7, mails: 2}, duty: {Today: Mat}"


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("[{title: A, notes: x}]", {"table", "counters", "duty"}),
        ("[{title: B}]", {"table", "counters", "duty"}),
        ("[{title: A, counters: {calls: 8}}]", {"table", "counters", "duty"}),
        ("[{title: A, table: {id: u, baseline: t, columns: [n], rows: {Open: 1}}}]", {"counters", "duty"}),
        ("[{title: A}, {title: B, table: {id: t, columns: [n], rows: {}}}]", {"counters", "duty"}),
        ("[{title: A, counters: {phone calls: {value: 1, continues: calls}, mails: 1}}]", {"table", "duty"}),
    ],
)
def test_what_only_the_meeting_before_counted_is_offered_again(sections: str, expected: set[str]) -> None:
    newest, earlier = meeting(sections), meeting(f"[{{title: A, notes: x, {FIGURES}}}]")
    standing = {key for section in newest["sections"] for key in section}
    offer = offered_meeting([newest, earlier])["sections"]
    section = next(section for section in offer if section.get("title") == "A")
    assert expected <= set(section) <= expected | standing | {"notes", "sections"}
    assert sum("table" in offered for offered in offer) == 1
    if "counters" in expected:
        assert set(section["counters"]) == {"calls", "mails"}


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        (f"[{{title: B, {FIGURES}}}, {NEWS}]", ["B", "News"]),
        (f"[{NEWS}, {{title: Group, sections: [{{title: A, {FIGURES}}}]}}]", ["News", "Group", ["A"]]),
        ("[{title: B, counters: {calls: 7, mails: 2}}]", ["A", "News", "B"]),
    ],
)
def test_what_stands_in_another_section_now_does_not_stand_twice(newest: str, expected: list[Any]) -> None:
    earlier = f"[{{title: A, notes: x, {FIGURES}}}, {NEWS}]"
    assert offered(newest, earlier, earlier) == expected
    offer = str(offered_meeting([meeting(newest), meeting(earlier), meeting(earlier)]))
    assert [offer.count(key) for key in ("'table'", "'counters'", "'duty'")] == [1, 1, 1]


def test_the_next_meeting_can_begin_after_the_section_of_a_table_was_renamed(notes: Notes) -> None:
    for day in ("2020-10-05", "2020-10-12"):
        notes.meeting(day, Open=11)
    third = notes.read(notes.meeting("2020-10-19", Open=12)).replace("title: Tickets", "title: Queue")
    notes.write(f"{notes.series}/2020-10-19.yaml", third)
    assert notes.run("new", "--date", "2020-10-26").returncode == 0
    assert "Tickets" not in notes.read(f"{notes.series}/2020-10-26.yaml")


def test_what_was_gone_in_both_last_meetings_is_not_offered() -> None:
    assert offered("[]", "[]", f"[{{title: A, {FIGURES}}}]") == []


def test_a_table_that_was_left_out_today_stands_in_the_next_draft_with_its_counts(notes: Notes) -> None:
    action = "    actions: [{id: k7q2m4, owner: Mat, task: order parts}]\n"
    notes.meeting("2020-10-05", Open=11, extra=action)
    left_out = "date: 2020-10-12\nok: [table-absent]\nsections:\n  - title: Tickets\n"
    notes.write(f"{notes.series}/2020-10-12.yaml", left_out + action)
    assert notes.run("new", "--date", "2020-10-19").returncode == 0
    assert "    table:\n      id: tickets\n" in notes.read(f"{notes.series}/2020-10-19.yaml")
    assert "        Open:  # 11 last time\n" in notes.read(f"{notes.series}/2020-10-19.yaml")


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
