"""The README of a series: its meetings, newest first."""

import os
from collections.abc import Sequence
from datetime import date
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.samples import history, meeting

from minutebook.actions.register import RegisteredAction, register
from minutebook.minutes.index import IndexedMeeting, ListedYear, former_lines, meeting_lines, write_index
from minutebook.minutes.layout import USUAL
from minutebook.records.series import Style

HEAD = "<!-- Index of this folder, written by minutebook: edit series.yaml and the meetings. -->\n"


def held(day: str, remark: str = "", folder: str = "") -> IndexedMeeting:
    return IndexedMeeting(date.fromisoformat(day), f"{folder}{day}.md", remark)


def index_of(
    meetings: Sequence[IndexedMeeting],
    next_day: date | None = None,
    actions: Sequence[RegisteredAction] = (),
    style: Style = USUAL,
    title: str = "Team",
) -> str:
    """Return the index of a series from its meetings, in the order of their dates."""
    by_year = [
        (year, [*of_year]) for year, of_year in groupby(meetings[::-1], lambda meeting: meeting.day.year)
    ]
    years = [ListedYear(year, len(of_year), [*meeting_lines(of_year, style)]) for year, of_year in by_year]
    links = {meeting.day: meeting.link for meeting in meetings}
    return write_index(title, years, next_day, actions, style, link=links.__getitem__)


def listed(*meetings: IndexedMeeting) -> list[str]:
    """Return the lines of the index below its heading."""
    return index_of(meetings, None).split("## Meetings\n\n")[1].splitlines()


def test_the_index_of_a_series_without_meetings_says_so() -> None:
    assert index_of([], None) == HEAD + "# Team\n\n\n## Meetings\n\nNone yet\n"


def test_the_index_names_the_next_date_of_the_schedule() -> None:
    written = index_of([held("2020-10-26")], date(2020, 11, 2))
    assert written == HEAD + (
        "# Team\n\n**Next by the schedule:** 2 November 2020  \n\n\n"
        "## Meetings\n\n-   [26 October 2020](2020-10-26.md)\n"
    )


def test_meetings_stand_newest_first_each_once() -> None:
    assert listed(held("2020-10-19"), held("2020-10-26"), held("2020-11-02")) == [
        "-   [2 November 2020](2020-11-02.md)",
        "-   [26 October 2020](2020-10-26.md)",
        "-   [19 October 2020](2020-10-19.md)",
    ]


def test_years_but_the_newest_are_folded() -> None:
    assert listed(held("2018-12-31"), held("2019-12-23"), held("2019-12-30"), held("2020-01-06")) == [
        "-   [6 January 2020](2020-01-06.md)",
        "",
        "<details><summary>2019 (2)</summary>",
        "",
        "-   [30 December 2019](2019-12-30.md)",
        "-   [23 December 2019](2019-12-23.md)",
        "",
        "</details>",
        "",
        "<details><summary>2018 (1)</summary>",
        "",
        "-   [31 December 2018](2018-12-31.md)",
        "",
        "</details>",
    ]


def test_a_meeting_that_was_skipped_has_no_link_and_says_why() -> None:
    skipped = IndexedMeeting(date(2020, 11, 2), None, "skipped: Thanksgiving")
    assert listed(held("2020-10-26"), skipped) == [
        "-   2 November 2020, skipped: Thanksgiving",
        "-   [26 October 2020](2020-10-26.md)",
    ]


def test_a_draft_is_marked() -> None:
    assert listed(held("2020-10-26", "draft")) == ["-   [26 October 2020](2020-10-26.md), draft"]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8))
def test_a_meeting_in_any_folder_can_be_followed(name: str) -> None:
    (line,) = listed(held("2020-10-26", folder=f"{name} (old)/"))
    links = [
        child.attrs["href"]
        for token in MarkdownIt("commonmark").parse(line)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert len(links) == 1


@pytest.mark.parametrize("title", ["C #", "a|b", "<b>", "1. Team", "*"])
def test_a_title_is_text(title: str) -> None:
    tokens = MarkdownIt("commonmark").parse(index_of([], None, title=title))
    heading = next(token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in heading.children or ()) == title


def with_items(*items: str) -> str:
    """Return what stands in the index below its title, after two meetings with the same items."""
    text = "\nactions:\n" + "\n".join(f"  - {{{item}}}" for item in items)
    meetings = [meeting(f"date: {day}{text}") for day in ("2020-10-19", "2020-10-26")]
    listed = register("meetings/technology", history(*meetings))
    links = [held(str(one.date)) for one in meetings]
    return index_of(links, None, listed).split("# Team\n\n\n", 1)[1]


def test_open_items_stand_first_by_owner_with_their_age() -> None:
    written = with_items(
        "id: a1bcde, owner: Mat, task: see *x*", 'id: b1bcde, owner: "a*b*", task: y, due: 2020-10-20'
    )
    assert written.startswith("## Open action items\n\n\n### ")
    assert {"### Mat", "### a\\*b\\*"} <= {*written.splitlines()}
    assert "-   see *x* (2nd meeting, 7 days; [26 October 2020](2020-10-26.md))" in written
    assert (
        "-   y (2nd meeting, 7 days, overdue since 2020-10-20; [26 October 2020](2020-10-26.md))" in written
    )
    assert written.index("## Open action items") < written.index("## Meetings")


def test_an_item_of_several_owners_stands_once() -> None:
    written = with_items("id: a1bcde, owner: [Mat, Ada], task: x")
    assert "### Mat, Ada\n\n-   x (" in written
    assert written.count("-   x (") == 1


def test_the_index_is_in_the_language_of_the_newest_meeting() -> None:
    written = index_of([held("2020-10-26", "Entwurf")], date(2020, 11, 2), style=Style(language="de"))
    assert written.splitlines()[1:] == [
        "# Team",
        "",
        "**N\u00e4chster Termin:** 2. November 2020  ",
        "",
        "",
        "## Sitzungen",
        "",
        "-   [26. Oktober 2020](2020-10-26.md), Entwurf",
    ]


def test_the_notes_of_a_meeting_without_minutes_stand_below_it() -> None:
    day = date(2020, 10, 26)
    notes = ("-   two of us met\n    and talked\n\n", "Nobody came.\n")
    text = index_of([IndexedMeeting(day, None, "skipped: a holiday", notes)], None)
    assert text.split("## Meetings\n\n")[1].splitlines() == [
        "-   26 October 2020, skipped: a holiday",
        "    -   two of us met",
        "        and talked",
        "",
        "    Nobody came.",
    ]


def test_what_is_overdue_for_more_than_twelve_meetings_is_folded() -> None:
    days = [f"2020-{month:02}-{day:02}" for month in (9, 10, 11, 12) for day in (7, 14, 21, 28)][:14]
    text = "date: {}\nactions: [{{id: a1bcde, owner: Mat, task: x, due: 2020-09-07}}, {{id: b1bcde, owner: Mat, task: y}}]"
    meetings = [meeting(text.format(day)) for day in days]
    texts = [
        index_of([held(day) for day in days], None, register("m", history(*meetings[:number])))
        for number in (13, 14)
    ]
    assert "<details>" not in texts[0]
    assert texts[1].split("### Mat\n\n")[1].split("\n\n\n")[0].splitlines() == [
        "-   y (14th meeting, 98 days; [14 December 2020](2020-12-14.md))",
        "",
        "<details><summary>1 overdue for more than 12 meetings</summary>",
        "",
        "-   x (14th meeting, 98 days, overdue since 2020-09-07; [14 December 2020](2020-12-14.md))",
        "",
        "</details>",
    ]


def test_an_open_item_that_lapses_next_time_says_so() -> None:
    text = "date: {}\nactions: [{{id: a1bcde, owner: Mat, task: x}}]"
    meetings = [meeting(text.format(f"2020-10-{day}")) for day in ("05", "12", "19", "26")]
    listed = register("meetings/technology", history(*meetings))
    written = index_of([held(str(one.date)) for one in meetings], None, listed)
    assert "-   x (4th meeting, 21 days, lapses next time; [26 October 2020](2020-10-26.md))" in written


def test_lapsed_items_stand_last() -> None:
    written = with_items("id: a1bcde, owner: [Mat, Ada], task: x, status: lapsed")
    assert written.startswith("## Meetings")
    assert written.endswith(
        "## Lapsed action items\n\n-   Mat, Ada: x (since 2020-10-19; [26 October 2020](2020-10-26.md))\n"
    )


def test_an_item_that_lapsed_where_it_began_names_that_day_once() -> None:
    item = "\nactions: [{id: a1bcde, owner: [Mat, Ada], task: x, status: lapsed}]"
    last = meeting(f"date: 2020-10-26{item}")
    listed = register("meetings/technology", history(last))
    written = index_of([held("2020-10-26")], None, listed)
    assert written.endswith("-   Mat, Ada: x ([26 October 2020](2020-10-26.md))\n")


def test_an_item_of_the_newest_meeting_has_no_days_yet() -> None:
    last = meeting("date: 2020-10-26\nactions: [{id: a1bcde, owner: Mat, task: x}]")
    written = index_of([held("2020-10-26")], None, register("meetings/technology", history(last)))
    assert "-   x (1st meeting; [26 October 2020](2020-10-26.md))" in written


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "ja",
            "-   Mat\u3001Ada\uff1ax (\u958b\u59cb 2020-10-19; [2020\u5e7410\u670826\u65e5](2020-10-26.md))",
        ),
        ("fr", "-   Mat, Ada\u00a0: x (depuis le 2020-10-19; [26 octobre 2020](2020-10-26.md))"),
    ],
)
def test_an_item_that_has_lapsed_is_told_by_the_rules_of_the_language(language: str, line: str) -> None:
    text = "actions: [{id: a1bcde, owner: [Mat, Ada], task: x, since: 2020-10-19, status: lapsed}]"
    meetings = (meeting("date: 2020-10-19"), meeting(f"date: 2020-10-26\n{text}"))
    listed = register("meetings/technology", history(*meetings))
    links = [held("2020-10-19"), held("2020-10-26")]
    assert index_of(links, None, listed, Style(language=language)).endswith(f"{line}\n")


def test_items_that_are_done_rest() -> None:
    written = with_items("id: a1bcde, owner: Mat, task: x, status: done")
    assert written == with_items("id: b1bcde, owner: Ada, task: y, status: dropped, reason: z")


def test_a_folder_whose_name_is_no_utf_8_is_linked() -> None:
    name = os.fsdecode(b"m/caf\xe9")
    text = index_of([IndexedMeeting(date(2020, 10, 26), f"{name}/2020-10-26.md")], None)
    assert "(m/caf%E9/2020-10-26.md)" in text


def test_what_earlier_versions_wrote_of_an_age_or_twice_of_a_day_is_no_edit_by_hand() -> None:
    written = [
        "-   x (1st meeting, 0 days; [26 October 2020](2020-10-26.md))",
        "-   Mat: y (since 2020-10-26; [26 October 2020](2020/2020-10-26.md))",
    ]
    edited = [
        "-   x (1st meeting, 7 days; [z](2020-10-26.md))",
        "-   y (since 2020-10-19; [z](2020-10-26.md))",
    ]
    assert former_lines("\n".join((*written, *edited)), "").splitlines() == written


def test_an_item_that_has_another_age_by_now_is_no_edit_by_hand() -> None:
    present = "-   call (Ada) (2nd meeting, 7 days; [2 November 2020](2020-11-02.md))"
    former = "-   call (Ada) (1st meeting; [26 October 2020](2020-10-26.md))"
    edited = (former.replace("Ada", "Mat"), former.replace("1st", "waits for paint, 1st"))
    index = "\n".join((former, *edited))
    assert former_lines(index, f"# Team\n\n{present}\n") == former
