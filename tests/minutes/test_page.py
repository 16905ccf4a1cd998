"""The minutes of a meeting: line for line, and nothing of what was written is lost in them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support.effort import at_most
from support.samples import history, meeting, minutes

from minutebook.counts.deltas import CountWithDelta, TableWithDeltas
from minutebook.minutes.page import count_table, write_minutes
from minutebook.records.attendance import Attendance
from minutebook.records.figures import Counter, Counters, Row, Table
from minutebook.records.meeting import Action, Actions, Block, Duties, Duty, Meeting, Notes, Section, Topic
from minutebook.records.series import Style

SAMPLE = Path(__file__).parent / "sample"
# What the schema takes for a label, a title or a name: one line that neither begins nor ends with a space.
LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\\u200b\\u2060\\ufeff")
    | st.sampled_from("|\\`*_[]<>()!#&;~-+=:.1aBc \"'"),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip() and text.isprintable())
COUNTS = st.none() | st.integers(0, 999)
READER = MarkdownIt("commonmark").enable("table")


def body(text: str, *earlier: str) -> str:
    """Return the minutes of a meeting of 26 October without their two first lines."""
    past = [meeting(dedent(one)) for one in earlier]
    written = minutes(*past, meeting(f"date: 2020-10-26\n{dedent(text)}"))
    return written.split("\n", 2)[2].strip("\n")


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


def test_the_list_of_a_section_without_a_title_goes_on_with_the_one_above() -> None:
    written = body("""\
        sections:
          - title: Talk
            notes: |
              *   one
            actions: [{id: a1bcde, owner: Mat, task: order}]
            sections:
              - notes: |
                  *   two
                actions: [{id: b1bcde, owner: Mat, task: write}]
                sections:
                  - notes: |
                      Three
                  - title: Deeper
              - notes: |
                  *   behind
        """)
    assert written == dedent("""\
        ## Talk

        *   one
        *   AI (Mat): order
        *   two
        *   AI (Mat): write

        Three


        ### Deeper

        None this week

        *   behind""")


@pytest.mark.parametrize("notes", [(), (Notes("-   a list\n"),)])
def test_no_list_is_looked_at_again_for_each_that_goes_on_with_it(notes: tuple[Block, ...]) -> None:
    counters = Counters((Counter((), "tickets", 1),))
    sections = tuple(Section((), None, (block,), ()) for block in (counters, *notes) * 1000)
    root = Section((), None, (), sections)
    with at_most(loops=10):
        write_minutes(replace(meeting("date: 2020-10-26"), root=root), history(), "Weekly")


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


def test_lists_that_follow_each_other_are_one_list() -> None:
    written = body("""\
        notes: |
          -   one
              -   two
        duty: {This week: Mat}
        counters: {calls: 3}
        """)
    assert written == "-   one\n    -   two\n-   This week: Mat\n-   3 calls"


@pytest.mark.parametrize("item", ["* one", "+ one", "- one", "-   one", "  * one", "* one\n  goes on"])
@pytest.mark.parametrize("order", [("notes", "actions"), ("actions", "notes")])
def test_items_and_the_bullets_of_notes_are_one_tight_list(item: str, order: tuple[str, str]) -> None:
    notes = "".join(f"\n  {line}" for line in item.split("\n"))
    values = {"notes": f"|2{notes}\n", "actions": "[{id: a1bcde, owner: Mat, task: x}]\n"}
    kinds = [token.type for token in READER.parse(body("".join(f"{key}: {values[key]}" for key in order)))]
    assert kinds.count("bullet_list_open") == 1
    assert kinds.count("list_item_open") == 2
    tokens = READER.parse(body("".join(f"{key}: {values[key]}" for key in order)))
    assert all(token.hidden for token in tokens if token.type == "paragraph_open")


def test_the_items_of_a_topic_go_on_with_the_list_of_its_notes() -> None:
    written = body("""\
        actions:
          - topic: T
            notes: |
              * one
            actions: [{id: a1bcde, owner: Mat, task: x}]
        """)
    assert written == "-   T\n    * one\n    *   AI (Mat): x"


def test_a_list_after_prose_is_set_apart() -> None:
    assert body("notes: Prose.\ncounters: {calls: 3}") == "Prose.\n\n-   3 calls"


def test_prose_after_a_list_is_set_apart() -> None:
    assert body("counters: {calls: 3}\nnotes: Prose.") == "-   3 calls\n\nProse."


def test_a_topic_with_empty_notes_has_none() -> None:
    written = body('actions: [{topic: T, notes: "  ", actions: [{id: a1bcde, owner: Mat, task: x}]}]')
    assert written == "-   T\n    -   AI (Mat): x"


@pytest.mark.parametrize("notes", ["<div>", "a\\n\\n<!-- b -->\\n<hr>"])
def test_actions_below_html_are_a_list(notes: str) -> None:
    action = "{id: a1bcde, owner: Mat, task: x}"
    for text in (
        f'notes: "{notes}\\n    b"\nactions: [{action}]',
        f'actions: [{{topic: T, notes: "{notes}", actions: [{action}]}}]',
    ):
        tokens = READER.parse(body(text))
        assert [token.content for token in tokens if token.type == "inline"][-1] == "AI (Mat): x"


def test_prose_below_a_topic_stands_apart_from_the_topics_line() -> None:
    written = body("""\
        actions:
          - topic: T
            notes: |
              ---
              prose
            actions: [{id: a1bcde, owner: Mat, task: x}]
        """)
    assert written == "-   T\n\n    ---\n    prose\n    -   AI (Mat): x"


def test_windows_newlines_in_notes_leave_no_return_in_the_minutes() -> None:
    text = "date: 2020-10-26\r\nnotes: |\r\n  one\r\n  two\r\n"
    assert minutes(meeting(text)).endswith("\n\none\ntwo\n")


# What was written is found again by a CommonMark reader.


@dataclass
class Seen:
    """The headings, list items and table cells of a Markdown text, as readers see them."""

    headings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    head: str = ""


def look(markdown: str) -> Seen:
    """Read Markdown and return what is seen of it."""
    seen, tokens = Seen(), READER.parse(markdown)
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            seen.cells.append([])
        if token.type != "inline":
            continue
        if before.type == "heading_open":
            seen.headings.append(plain(token))
        elif before.type in {"th_open", "td_open"}:
            seen.cells[-1].append(plain(token))
        elif token.level > 2:
            seen.items.append(plain(token))
        else:
            seen.head = seen.head or plain(token)
    return seen


def plain(token: Token) -> str:
    """Return the text of an inline token as it is shown."""
    shown = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(shown.get(child.type, child.content) for child in token.children or ())


def written_of(root: Section, *, title: str = "Weekly", **people: tuple[str, ...]) -> str:
    """Return the minutes of a meeting that was made and not read."""
    root = replace(root, attendance=Attendance(**people))
    made = Meeting(
        "2020-10-26.yaml",
        date(2020, 10, 26),
        None,
        (),
        "final",
        None,
        root,
    )
    return write_minutes(made, history(made, empty="None"), title)


def in_section(block: Block) -> str:
    return written_of(Section((), None, (), (Section((), "Section", (block,), ()),)))


@given(LINES)
def test_any_title_survives(text: str) -> None:
    root = Section((), None, (), (Section((), text, (Notes(""),), ()),))
    assert look(written_of(root, title=text)).headings == [f"{text}, 26 October 2020", text]


@given(st.lists(LINES, min_size=1, max_size=3), LINES)
def test_any_name_in_the_head_survives(names: list[str], guest: str) -> None:
    head = look(written_of(Section((), None, (), ()), attending=tuple(names), guests=(guest,))).head
    assert head == f"Attending: {', '.join(names)}\nGuests: {guest}"


@given(LINES, LINES)
@example("1. on call", "Mat")
@example("# of the week", "1. Mat")
def test_any_duty_survives(label: str, name: str) -> None:
    seen = look(in_section(Duties((Duty(label, (name,)), Duty("Next", ())))))
    assert seen.items == [f"{label}: {name}", "Next: ?"]


@given(LINES, COUNTS)
def test_any_counter_survives(label: str, value: int | None) -> None:
    shown = "?" if value is None else value
    assert look(in_section(Counters((Counter((), label, value),)))).items == [f"{shown} {label}"]


@given(LINES)
def test_any_owner_survives(owner: str) -> None:
    seen = look(in_section(Actions((Action((), "a1bcde", (owner, "Mat"), "task"),))))
    assert seen.items == [f"AI ({owner}, Mat): task"]


@settings(max_examples=60)
@given(st.data())
def test_any_table_survives_cell_for_cell(data: st.DataObject) -> None:
    columns = tuple(data.draw(st.lists(LINES, min_size=1, max_size=3, unique=True)))
    labels = data.draw(st.lists(LINES, min_size=1, max_size=3, unique=True))
    corner = data.draw(LINES)
    rows = tuple(Row((), label, data.draw(st.tuples(*[COUNTS] * len(columns)))) for label in labels)
    seen = look(in_section(Table((), "t", corner, columns, rows)))
    put_in = [[*(text for column in columns for text in (column, "Δ")), corner]]
    put_in += [
        [*(text for count in row.counts for text in ("" if count is None else str(count), "")), row.label]
        for row in rows
    ]
    assert seen.cells == put_in


@st.composite
def sections(draw: st.DrawFn, depth: int = 3) -> Section:
    """Draw a section with all sorts of content and sections below it."""
    text = st.sampled_from(["Prose.", "-   a\n-   b", "`code`", "**bold**", "> quoted", "1. one", "a\nb", ""])
    block = st.one_of(
        st.builds(Notes, text),
        st.builds(lambda label: Counters((Counter((), label, 1),)), LINES),
        st.builds(lambda label: Duties((Duty(label, ()),)), LINES),
        st.builds(lambda name: Table((), "t", name, (name,), (Row((), name, (1,)),)), LINES),
        st.builds(
            lambda name: Actions((Topic((), "Topic", "text", (Action((), None, (name,), "do"),)),)), LINES
        ),
    )
    below = draw(st.lists(sections(depth=depth - 1), max_size=2)) if depth else []
    below.sort(key=lambda section: section.title is not None)
    title = draw(st.none() | LINES)
    return Section((), title, tuple(draw(st.lists(block, max_size=3))), tuple(below))


@settings(max_examples=50)
@given(sections())
def test_there_are_as_many_headings_as_titled_sections_and_one(root: Section) -> None:
    sections = (section for _, section in root.headed() if section is not root)
    titles = [section.title for section in sections if section.title is not None]
    assert look(written_of(root)).headings == ["Weekly, 26 October 2020", *titles]


SINCE = date(2020, 10, 12)


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
