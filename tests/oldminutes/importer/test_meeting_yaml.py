"""A sheet as YAML: the keys in the order of the format, and every text read back as it was."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.action_history import actions_of
from minutebook.oldminutes.importer.decisions import ActionDecision, Decisions, TableDecision
from minutebook.oldminutes.importer.meeting_yaml import Line, write_meeting
from minutebook.oldminutes.importer.values import Head, Prose, Section, Sheet
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

FOLDER = PurePosixPath("meetings/team")
FATE = ActionDecision("a1aa", None, "open", states_open=False)


def lines(found: Sheet, decided: Decisions | None = None) -> list[Line]:
    every = decided or Decisions({action.line: FATE for action in actions_of(found.root)}, {}, {})
    return write_meeting(found, every, FOLDER, "None this week")


def yaml(text: str, decided: Decisions | None = None) -> list[str]:
    """Return the lines of a meeting behind its first two: the one for editors, and the date."""
    written = [line for line, _ in lines(sheet_of(text), decided)]
    assert written[0].startswith("# yaml-language-server:")
    document = read("a.yaml", "\n".join([*written, ""]).encode())
    assert schemas.problems("meeting", document) == ()
    return [line for line in written[1:] if line != "date: 2020-10-26"]


def test_the_head() -> None:
    text = "# Weekly: all, 2020-10-26\n\n**Notes:** Ben\n\nAttending: Ana, Ben\nAbsent: Cleo\nGuests: Dora\n"
    assert yaml(text) == [
        'title: "Weekly: all"',
        "header:",
        "  Notes: Ben",
        "attending: [Ana, Ben]",
        "absent: [Cleo]",
        "guests: [Dora]",
    ]


def test_a_draft() -> None:
    assert "status: draft" in yaml(f"<!-- {MARK} -->\n# W\n\n**Status:** draft  \n")


def test_prose_is_a_block_of_its_lines() -> None:
    assert yaml("one\n\ntwo  \n") == ["notes: |", "  one", "", "  two  "]


@pytest.mark.parametrize("first", ["    code", "\ttab", "  indented"])
def test_prose_that_begins_with_a_blank_says_by_how_much_it_is_indented(first: str) -> None:
    assert yaml(f"# W\n\n{first}\ntext\n")[1:] == ["notes: |2", f"  {first}", "  text"]


def test_duties() -> None:
    assert yaml("- Shifter: Ana\n- Release: Ana, Ben\n- Next:\n") == [
        "duty:",
        "  Shifter: Ana",
        "  Release: [Ana, Ben]",
        "  Next:",
    ]


def test_counters() -> None:
    sheet = sheet_of("- 4 (+1) issues\n- 2 (+1) builds\n")
    decided = Decisions({}, {}, {1: "issue"})
    assert [line for line, _ in lines(sheet, decided)][2:] == [
        "counters:",
        "  issues: {value: 4, continues: issue}",
        "  builds: 2",
    ]


def test_a_counter_that_is_not_known_yet() -> None:
    known = sheet_of(
        f"<!-- {MARK} -->\n# W\n\n**Status:** draft  \n\n- ? issues\n- ? builds\n", "issue", "build"
    )
    written = [line for line, _ in lines(known, Decisions({}, {}, {6: "issue"}))]
    assert written[-2:] == ["  issues: {value: ~, continues: issue}", "  builds:"]


TABLE = "| S | N | Delta |\n|---|---|---|\n| a | 1 | +1 |\n| b | 2 | 0 |\n"


def test_a_table() -> None:
    fate = TableDecision("t", ("Old",), None, {"b": "B"})
    assert yaml(TABLE, Decisions({}, {1: fate}, {})) == [
        "table:",
        "  id: t",
        "  labels: S",
        '  columns: ["N"]',
        "  continues: [Old]",
        "  rows:",
        "    a: 1",
        "    B: 2",
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{TABLE}| Total | 3 | +1 |\n", "row"),
        (
            "| S | N | Delta | M | Delta | Total |\n|---|---|---|---|---|---|\n| a | 1 | +1 | 2 | 0 | 3 |\n",
            "column",
        ),
        (
            "| S | N | Delta | M | Delta | Total |\n|---|---|---|---|---|---|\n| a | 1 | +1 | 2 | 0 | 3 |\n"
            "| b | 1 | +1 | 2 | 0 | 3 |\n| Total | 2 | +2 | 4 | 0 | 6 |\n",
            "both",
        ),
    ],
)
def test_the_sums_of_a_table(text: str, key: str) -> None:
    written = yaml(text, Decisions({}, {1: TableDecision("t", None, "none")}, {}))
    assert f"  totals: {key}" in written
    assert "  baseline: none" in written
    assert not any("Total" in line for line in written)


def test_an_action_action() -> None:
    fate = ActionDecision("b1bb", date(2020, 10, 19), "open", states_open=True)
    text = "- AI (Ana, Ben): fix it (due 2020-11-02)\n  - half\n"
    assert yaml(text, Decisions({1: fate}, {}, {})) == [
        "actions:",
        "  - id: b1bb",
        "    owner: [Ana, Ben]",
        "    task: fix it",
        "    since: 2020-10-19",
        "    due: 2020-11-02",
        "    status: open",
        "    note: half",
    ]


def test_an_action_action_that_was_dropped_has_a_reason() -> None:
    fate = ActionDecision("a1aa", None, "dropped", states_open=False)
    assert yaml("- AI (Ana): fix it [cancelled]\n", Decisions({1: fate}, {}, {}))[3:] == [
        "    task: fix it",
        "    status: dropped",
        "    reason: cancelled",
    ]


def test_a_topic() -> None:
    assert yaml("- The build\n  - is red\n  - AI (Ana): fix it\n") == [
        "actions:",
        "  - topic: The build",
        "    notes: |",
        "      - is red",
        "",
        "    actions:",
        "      - id: a1aa",
        "        owner: Ana",
        "        task: fix it",
    ]


def test_sections() -> None:
    assert yaml("# W\n\n## A\n\none\n\n### B\n\ntwo\n")[1:] == [
        "sections:",
        "  - title: A",
        "    notes: |",
        "      one",
        "",
        "    sections:",
        "      - title: B",
        "        notes: |",
        "          two",
    ]


def test_what_stands_in_a_section_a_second_time_goes_into_one_without_a_title() -> None:
    assert yaml("one\n\n- 1 (+1) a\n\ntwo\n") == [
        "notes: |",
        "  one",
        "",
        "counters:",
        "  a: 1",
        "sections:",
        "  - notes: |",
        "      two",
    ]


def test_a_second_table_goes_into_a_section_without_a_title() -> None:
    fates = {1: TableDecision("t", None, None), 6: TableDecision("u", None, None)}
    written = yaml(f"{TABLE}\n{TABLE}", Decisions({}, fates, {}))
    assert [line for line in written if line.strip(" -").startswith(("table", "sections", "id"))] == [
        "table:",
        "  id: t",
        "sections:",
        "  - table:",
        "      id: u",
    ]


def test_a_section_without_anything_says_so() -> None:
    assert yaml("# W\n\n## A\n\n## B\n")[2:] == [
        "  - title: A",
        '    notes: ""',
        "  - title: B",
        '    notes: ""',
    ]


def test_the_sentence_for_nothing_is_not_written() -> None:
    assert yaml("# W\n\n## A\n\nNone this week\n")[2:] == ["  - title: A"]


def test_each_line_knows_the_line_that_it_comes_from() -> None:
    assert [at for _, at in lines(sheet_of("# W\n\n## A\n\none\n\ntwo\n"))][3:] == [0, 3, 5, 5, 6, 7]


@given(
    st.lists(
        st.text(st.sampled_from("ab \t#:-|>'\"*"), min_size=0, max_size=8), min_size=1, max_size=6
    ).filter(lambda texts: bool(texts[0].strip() and texts[-1].strip()))
)
def test_prose_is_read_back_as_it_stands(texts: list[str]) -> None:
    root = Section(0, None, (Prose(tuple(enumerate(texts, 1))),))
    written = lines(Sheet("a.md", DAY, tuple(texts), Head(), root))
    document = read("a.yaml", ("\n".join(line for line, _ in written) + "\n").encode())
    assert document.data["notes"] == "\n".join(texts) + "\n"
