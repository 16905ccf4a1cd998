"""The minutes of a meeting, line for line."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from support.minutespage import body, written_of
from support.samples import meeting, minutes

from minutebook.counts.deltas import CountWithDelta, TableWithDeltas
from minutebook.minutes.page import count_table
from minutebook.records.figures import Table
from minutebook.records.meeting import Meeting, Notes, Section
from minutebook.records.series import Style

SAMPLE = Path(__file__).parent / "sample"
SINCE = date(2020, 10, 12)


def sample(day: str) -> Meeting:
    """Return a meeting of the sample."""
    return meeting((SAMPLE / f"meeting-of-{day}.yaml").read_text(encoding="utf-8"))


def test_the_minutes_of_the_sample_come_out_line_for_line() -> None:
    expected = (SAMPLE / "minutes-of-2020-10-26.md").read_text(encoding="utf-8")
    assert minutes(sample("2020-10-19"), sample("2020-10-26")) == expected


def test_minutes_are_the_same_every_time() -> None:
    earlier, later = sample("2020-10-19"), sample("2020-10-26")
    assert len({minutes(earlier, later) for _ in range(3)}) == 1


def test_a_meeting_of_which_only_the_date_is_known_has_minutes() -> None:
    assert minutes(meeting("date: 2020-10-26")) == (
        "<!-- Minutes of 2020-10-26.yaml, written by minutebook: edit that file. -->\n# Weekly, 26 October 2020\n"
    )


def test_the_head_names_who_was_there_and_who_was_not() -> None:
    written = body('attending: [Mat, "Diego?"]\nabsent: [TimT]\nguests: [A. Visitor]')
    assert written == "**Attending:** Mat, Diego?  \n**Absent:** TimT  \n**Guests:** A. Visitor  "


def test_a_draft_says_that_it_is_one() -> None:
    assert body("status: draft\nheader: {Room: 2317 A}") == "**Room:** 2317 A  \n**Status:** draft  "


def test_header_text_is_inline_markdown_and_its_label_is_text() -> None:
    assert body("header: {'a*b*': 'see <https://example.org> and *this*'}") == (
        "**a\\*b\\*:** see <https://example.org> and *this*  "
    )


def test_an_empty_section_says_the_series_text_for_it() -> None:
    assert body("sections: [{title: Quiet}]") == "## Quiet\n\nNone this week"


def test_a_section_with_empty_notes_says_nothing() -> None:
    assert body('sections: [{title: Quiet, notes: ""}]') == "## Quiet"


def test_a_series_may_say_nothing_of_empty_sections() -> None:
    last = meeting("date: 2020-10-26\nsections: [{title: Quiet}]")
    assert minutes(last, empty="").endswith("\n## Quiet\n")


def test_content_comes_out_in_the_order_of_its_keys() -> None:
    written = body("""\
        notes: First.
        counters: {calls: 3}
        duty: {This week: Mat}
        table: {id: a, columns: [T], rows: {Open: 1}}
        actions: [{id: a1bcde, owner: Mat, task: last}]
        """)
    order = ("First.", "3 calls", "This week", "| T", "AI (Mat)")
    assert [written.index(text) for text in order] == sorted(written.index(text) for text in order)


def test_notes_are_kept_but_for_empty_lines_at_their_end() -> None:
    notes = "    code first\n\n\ttab and two spaces  \n* * *\n"
    root = Section((), None, (Notes(notes + "\n  \n"),), ())
    assert written_of(root).split("\n", 2)[2] == f"\n{notes}"


def test_a_section_without_a_title_adds_no_heading() -> None:
    written = body("""\
        sections:
          - title: Tables
            sections:
              - table: {id: a, columns: [A], rows: {Open: 1}}
              - notes: Between the two.
              - table: {id: b, columns: [B], rows: {Open: 2}}
        """)
    assert written == dedent("""\
        ## Tables

        | A | &Delta; | State |
        | - | ------- | ----- |
        | 1 |         | Open  |

        Between the two.

        | B | &Delta; | State |
        | - | ------- | ----- |
        | 2 |         | Open  |""")


def test_headings_go_six_levels_deep_and_no_deeper() -> None:
    text = ""
    for depth in range(7):
        text += f"{'    ' * depth}sections:\n{'    ' * depth}  - title: L{depth}\n"
    headings = [line for line in body(text).split("\n") if line.startswith("#")]
    assert headings == ["## L0", "### L1", "#### L2", "##### L3", "###### L4", "###### L5", "###### L6"]


def test_deltas_after_a_skipped_week_say_since_when_below_the_table_and_in_every_counter() -> None:
    table = (
        "table: {{id: a, columns: [A, B], totals: column, rows: {{Open: [{}, 2]}}}}\ncounters: {{calls: {}}}"
    )
    written = body(table.format(5, 7), "date: 2020-10-12\n" + table.format(1, 11))
    lines = written.split("\n")
    assert lines[0] == "| A | &Delta; | B | &Delta; | Total | &Delta; | State |"
    assert lines[3:5] == ["", "Changes are since 12 October 2020."]
    assert written.endswith("-   7 (-4 since 2020-10-12) calls")


def test_a_table_of_one_column_says_since_when_in_its_heading() -> None:
    table = "table: {{id: a, columns: [A], rows: {{Open: {}}}}}"
    written = body(table.format(5), "date: 2020-10-12\n" + table.format(1))
    assert written.split("\n")[0] == "| A | &Delta; since 2020-10-12 | State |"
    assert "Changes are since" not in written


def test_the_first_counts_have_no_delta() -> None:
    assert body("counters: {calls: 3}") == "-   3 calls"


def test_a_count_that_is_not_known_yet_is_a_question_mark_or_an_empty_cell() -> None:
    written = body("""\
        status: draft
        table: {id: a, columns: [A], totals: row, rows: {Open: ~}}
        counters: {calls: ~}
        """)
    assert written.split("\n")[-5:] == [
        "| - | ------- | ----- |",
        "|   |         | Open  |",
        "|   |         | Total |",
        "",
        "-   ? calls",
    ]


def test_duty_that_nobody_has_yet_is_a_question_mark() -> None:
    assert body("duty: {This week: Mat, Next week: ~}") == "-   This week: Mat\n-   Next week: ?"


def test_duty_of_several_names_them_all() -> None:
    assert body('duty: {This week: [Mat, "TimT?"]}') == "-   This week: Mat, TimT?"


def test_new_items_stand_before_carried_ones() -> None:
    written = body("""\
        actions:
          - {id: a1bcde, owner: Mat, task: old, since: 2020-10-19}
          - topic: Old topic
            actions:
              - {id: a2bcde, owner: Mat, task: older, since: 2020-10-12}
          - {id: a3bcde, owner: Mat, task: new}
          - {id: a4bcde, owner: Mat, task: of today, since: 2020-10-26}
          - topic: Mixed
            actions:
              - {id: a5bcde, owner: Mat, task: carried, since: 2020-10-19}
              - {id: a6bcde, owner: Mat, task: fresh}
          - topic: Without items
        """)
    order = ("new", "of today", "Mixed", "fresh", "carried", "Without items", "old", "Old topic", "older")
    found = [re.sub(r" \(\d.*", "", line.split(": ")[-1].strip(" -")) for line in written.split("\n")]
    assert tuple(found) == order


def test_a_carried_item_tells_which_meeting_it_is_in_and_when_it_is_due() -> None:
    item = "actions: [{id: a1bcde, owner: Mat, task: x, since: 2020-10-12, due: 2020-11-09}]"
    written = body(item, "date: 2020-10-12", "date: 2020-10-19")
    assert written == "-   AI (Mat): x (3rd meeting, due 2020-11-09)"


def test_an_item_that_was_copied_by_hand_has_its_age_too() -> None:
    text = "date: {}\nactions: [{{id: b1bcde, owner: Mat, task: new}}, {{id: a1bcde, owner: Mat, task: x}}]"
    before = meeting("date: 2020-10-05\nactions: [{id: a1bcde, owner: Mat, task: x}]")
    after = minutes(before, meeting(text.format("2020-10-12")))
    assert after.endswith("-   AI (Mat): new\n-   AI (Mat): x (2nd meeting)\n")


def test_an_item_that_lapses_next_time_says_so() -> None:
    text = "date: {}\nactions: [{{id: a1bcde, owner: Mat, task: x}}]"
    weeks = [meeting(text.format(day)) for day in ("2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26")]
    assert minutes(*weeks).endswith("-   AI (Mat): x (4th meeting, lapses next time)\n")
    assert minutes(*weeks[:3]).endswith("-   AI (Mat): x (3rd meeting)\n")


@pytest.mark.parametrize("status", ["done", "dropped", "lapsed"])
def test_a_closed_item_says_how_it_ended_and_why(status: str) -> None:
    item = f"actions: [{{id: a1bcde, owner: Mat, task: x, status: {status}, reason: because, note: '- so'}}]"
    assert body(item) == f"-   AI (Mat): x [{status.upper()}]\n    -   because\n    -   \\- so"


def test_windows_newlines_in_notes_leave_no_return_in_the_minutes() -> None:
    text = "date: 2020-10-26\r\nnotes: |\r\n  one\r\n  two\r\n"
    assert minutes(meeting(text)).endswith("\n\none\ntwo\n")


def drawn(columns: str, style: Style = Style(), since: date | None = None) -> list[str]:  # noqa: B008  # frozen
    """Return the lines of a table of two rows, in as many columns as there are letters."""
    cells = (CountWithDelta(154, -15), CountWithDelta(None, None))
    rows = (("Open", cells[: len(columns)]), ("A|B", cells[::-1][: len(columns)]))
    table = TableWithDeltas(Table((), "jira", "State", tuple(columns), ()), tuple(columns), rows, None, since)
    return count_table(table, style).split("\n")


def test_each_count_has_its_delta_and_labels_stand_last() -> None:
    assert drawn("n") == [
        "| n   | &Delta; | State |",
        "| --- | ------- | ----- |",
        "| 154 | -15     | Open  |",
        "|     |         | A\\|B  |",
    ]


def test_a_style_may_put_labels_first_and_numbers_to_the_right() -> None:
    assert drawn("n", Style(labels="first", numbers="right"))[:3] == [
        "| State |   n | &Delta; |",
        "| ----- | --: | ------: |",
        "| Open  | 154 |     -15 |",
    ]


def test_one_column_says_since_when_in_its_heading_and_several_below() -> None:
    assert "since 2020-10-12" in drawn("n", since=SINCE)[0]
    assert drawn("nm", since=SINCE)[-2:] == ["", "Changes are since 12 October 2020."]
