"""Problems with one right answer are answered in the text, at their places and nowhere else."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import describe_mends, mend
from minutebook.source.yaml.loader import read

SERIES = """\
format: 1
title: Team
roster:
  BrianL: {aliases: [Brian, Brian L]}
  Mat: {aliases: ["Matyas: M"]}
  "No": {aliases: [Nora]}
"""


def problem(line: int, column: int, length: int, mend: str | None) -> Problem:
    return Problem("a.yaml", Location(line, column, length), "rule", "message", mend=mend)


def test_what_stands_at_a_place_is_replaced() -> None:
    assert mend("a: b\nc: d\n", [problem(2, 4, 1, "new")]) == "a: b\nc: new\n"


def test_several_on_one_line_and_in_any_order() -> None:
    found = [problem(1, 5, 1, "long"), problem(1, 2, 1, ""), problem(1, 8, 2, "x")]
    assert mend("[a, b, cc]\n", found) == "[, long, x]\n"


def test_newlines_and_letters_outside_of_the_basic_plane_count_as_they_should() -> None:
    assert (
        mend("\U0001f600: a\r\n\U0001f600: b\r\n", [problem(2, 4, 1, "c")])
        == "\U0001f600: a\r\n\U0001f600: c\r\n"
    )


def test_a_problem_without_a_right_answer_changes_nothing() -> None:
    assert mend("a: b\n", [problem(1, 4, 1, None)]) == "a: b\n"


def test_one_place_is_mended_once() -> None:
    assert mend("a: b\n", [problem(1, 4, 1, "cc"), problem(1, 4, 1, "cc")]) == "a: cc\n"


def test_of_two_that_overlap_only_one_is_mended() -> None:
    assert mend("a: bcd\n", [problem(1, 4, 3, "x"), problem(1, 5, 1, "y")]) == "a: byd\n"


@pytest.mark.parametrize(
    ("text", "at", "written", "words"),
    [
        ("a: Digeo\n", (1, 4, 5), "Diego", "duty: 'Digeo' becomes 'Diego'"),
        ("a: Total\n", (1, 1, 9), "", "duty: 'a: Total' is deleted"),
        ("\ufeffa: b\n", (1, 1, 1), "", "mended: duty: message"),
        ("a:\n\tb\n", (2, 1, 1), "  ", "mended: duty: message"),
    ],
)
def test_what_was_mended_is_said_in_words(
    text: str, at: tuple[int, int, int], written: str, words: str
) -> None:
    told = Problem("a.yaml", Location(*at), "rule", "message", record="duty", mend=written)
    assert list(describe_mends(text, [told])) == [words]


@pytest.mark.parametrize("value", ["|-\n  Brian", ">\n  Brian", '"Brian\n  L"', "'Brian\n  L'"])
def test_a_value_on_several_lines_is_left_to_people(value: str) -> None:
    assert mend(f"a: {value}\n", [problem(1, 4, 1, "BrianL")]) == f"a: {value}\n"


def test_the_mark_of_a_block_is_mended() -> None:
    assert mend("a: |\n    deep\n  b\n", [problem(1, 4, 1, "|2")]) == "a: |2\n    deep\n  b\n"


def mended(text: str) -> str:
    """Return what reading a text makes of it when all that it finds is mended, as often as it helps."""
    for _ in range(9):
        try:
            read("a.yaml", text.encode())
        except Refused as refused:
            text = mend(text, refused.problems)
    return text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("note: fix: it", 'note: "fix: it"'),
        ("note: [OSG] is down", 'note: "[OSG] is down"'),
        ("note: *now* please", 'note: "*now* please"'),
        ("note: `sync` it", 'note: "`sync` it"'),
        ("note: @Mat knows", 'note: "@Mat knows"'),
        ("note: 'a' and b", "note: \"'a' and b\""),
        ('note: "a" and b', "note: '\"a\" and b'"),
        ("note: %d items", 'note: "%d items"'),
        ("a:\n- Mat: fix: it", 'a:\n- Mat: "fix: it"'),
        ("a:\n- AI (Mat): fix: it  # soon", 'a:\n- AI (Mat): "fix: it"  # soon'),
        ("3.10: 1", '"3.10": 1'),
        ("true: 1", '"true": 1'),
        ("2020: 1", '"2020": 1'),
        ("notes: |\n    deeper\n  text", "notes: |2\n    deeper\n  text"),
        ("a: {3.10: 1, 3.9: 2}", 'a: {"3.10": 1, "3.9": 2}'),
    ],
)
def test_what_yaml_would_lose_is_mended(typed: str, meant: str) -> None:
    assert mended(typed + "\n") == meant + "\n"
    read("a.yaml", (meant + "\n").encode())


def test_everything_is_mended_at_once_and_nothing_else_is_touched() -> None:
    typed = "# [x] y\r\na: b: c  # d: e\r\n3.10: [x] y\r\nc: |\r\n  d: e: f\r\ng: `h`\r\n"
    meant = '# [x] y\r\na: "b: c"  # d: e\r\n"3.10": "[x] y"\r\nc: |\r\n  d: e: f\r\ng: "`h`"\r\n'
    assert mended(typed) == meant


@given(st.lists(st.tuples(st.integers(0, 5), st.text("ab\U0001f600", max_size=3)), max_size=6))
def test_only_the_places_that_are_named_change(mends: list[tuple[int, str]]) -> None:
    text = "k0: v0\nk1: v1\nk2: v2\nk3: v3\nk4: v4\nk5: v5\n"
    wanted = dict(mends)
    found = [problem(line + 1, 5, 2, new) for line, new in wanted.items()]
    assert mend(text, found) == "".join(f"k{line}: {wanted.get(line, f'v{line}')}\n" for line in range(6))


def fix(notes: Notes, text: str) -> str:
    """Return a meeting's text after `sync --fix`, twice, because the second time changes nothing."""
    notes.write(f"{notes.series}/series.yaml", SERIES)
    path = notes.write(f"{notes.series}/2020-10-26.yaml", dedent(text))
    notes.run("sync", "--fix")
    once = notes.read(path)
    notes.run("sync", "--fix")
    assert notes.read(path) == once
    return once


def test_other_spellings_are_replaced_wherever_people_stand(notes: Notes) -> None:
    text = """\
        date: 2020-10-26
        attending: ["Brian L?", 'Matyas: M']  # Brian
        absent:
          - Nora
        duty:
          This week: Brian?
          Next week: [Brian L, Mat]
        actions:
          - id: a1aa
            owner: Brian  # Brian
            task: ask Brian
          - {id: b1bb, owner: [Brian L, "Brian", Mat], task: Brian}
        """
    assert fix(notes, text) == dedent("""\
        date: 2020-10-26
        attending: ["BrianL?", Mat]  # Brian
        absent:
          - "No"
        duty:
          This week: "BrianL?"
          Next week: [BrianL, Mat]
        actions:
          - id: a1aa
            owner: BrianL  # Brian
            task: ask Brian
          - {id: b1bb, owner: [BrianL, Mat], task: Brian}
        """)


def test_versions_are_put_in_quotes_wherever_they_are_taken_for_numbers(notes: Notes) -> None:
    text = """\
        date: 2020-10-26
        header:
          Release: 3.10  # not 3.1
        table:
          id: release
          columns: [3.10, 3.9, Both]
          rows:
            3.5: [1, 2, 3]
            "3.6": [1, 2, 3]
        """
    assert fix(notes, text) == dedent("""\
        date: 2020-10-26
        header:
          Release: "3.10"  # not 3.1
        table:
          id: release
          columns: ["3.10", "3.9", Both]
          rows:
            "3.5": [1, 2, 3]
            "3.6": [1, 2, 3]
        """)


def test_what_a_mend_brings_to_light_is_mended_too(notes: Notes) -> None:
    text = """\
        date: 2020-10-26
        attending: [Brian]
        header:
          Release: 3.10
        notes: |
            deeper
          text
        actions:
          - Brian: fix: it
        """
    once = fix(notes, text)
    assert 'attending: [BrianL]\nheader:\n  Release: "3.10"\nnotes: |2\n' in once
    assert 'owner: BrianL\n    task: "fix: it"\n' in once


def test_a_file_that_stays_unreadable_is_mended_where_it_can_be_and_nowhere_else(notes: Notes) -> None:
    text = "date: 2020-10-26\nsections:\n  - title: A\n    notes: a: b\n  - title: [x] y\n   bad: 1\n"
    meant = 'date: 2020-10-26\nsections:\n  - title: A\n    notes: "a: b"\n  - title: "[x] y"\n   bad: 1\n'
    assert fix(notes, text) == meant


def test_an_owner_in_a_block_of_text_is_left_to_people_and_the_rest_is_mended(notes: Notes) -> None:
    text = """\
        date: 2020-10-26
        attending: [Brian]
        actions:
          - id: a1aa
            owner: |-
              Brian

            task: one
        """
    assert fix(notes, text) == dedent(text).replace("[Brian]", "[BrianL]")


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("notes: see: below", 'notes: "see: below"'),
        ("title: 20261130", 'title: "20261130"'),
        ("table: {id: t, columns: [31.10], rows: {}}", 'table: {id: t, columns: ["31.10"], rows: {}}'),
    ],
)
def test_what_is_wrong_in_one_meeting_is_mended_in_no_other(written: str, mended: str, notes: Notes) -> None:
    action = "actions: [{id: k7q2m4, owner: Mat, task: ask, since: 2020-10-12}]"
    for day, line in (("2020-10-12", "title: x"), ("2020-10-19", "title: x"), ("2020-10-26", written)):
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n{line}\n{action}\n")
    before = notes.read(f"{notes.series}/2020-10-19.yaml")
    notes.run("sync", "--fix")
    assert notes.read(f"{notes.series}/2020-10-19.yaml") == before
    assert notes.read(f"{notes.series}/2020-10-26.yaml") == f"date: 2020-10-26\n{mended}\n{action}\n"


@pytest.mark.parametrize(
    "written",
    [
        "actions:\n  - owner: Mat\n    task: *paint* the bench\n      and the shed",
        "counters:\n  members: open: 55",
        "table: \n  id: t\n  columns: [a, b]\n  rows:\n    Kale: curly: [8, 9]",
        "title: 'paint Lu's bench'",
        'title: ""fix gate: today""',
    ],
)
def test_what_may_be_meant_in_several_ways_is_left_to_people(written: str, notes: Notes) -> None:
    path = notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{written}\n")
    done = notes.run("sync", "--fix")
    assert done.returncode == 1
    assert notes.read(path) == f"date: 2020-10-19\n{written}\n"


@pytest.mark.parametrize("below", ["reason: x", "\n\n# a remark\nreason: x"])
def test_text_with_something_else_below_it_is_mended(below: str, notes: Notes) -> None:
    path = notes.write(
        f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\ntitle: The hose: broken\n{below}\n"
    )
    notes.run("sync", "--fix")
    assert 'title: "The hose: broken"\n' in notes.read(path)


SLIPS = {
    "title: Ticket #445": 'title: "Ticket #445"',
    "title: Ticket #445  # new": 'title: "Ticket #445"  # new',
    "counters: {tickets: 12 (+0)}": "counters: {tickets: 12}",
    'counters: {tickets: "12"}': "counters: {tickets: 12}",
    "counters: {tickets: “12”}": "counters: {tickets: 12}",
    "counters:\n  tickets: [12]": "counters:\n  tickets: 12",
    "title: [Weekly]": "title: Weekly",
    "title: ' Weekly '": "title: Weekly",
    "attending: Mat, BrianL": "attending: [Mat, BrianL]",
    "headr: {a: b}": "header: {a: b}",
    "tiitel: x": "tiitel: x",
    "titel: x": "title: x",
    "Title: x": "title: x",
    "title: \u200bx": "title: x",
    'title: "x\u00ady"': 'title: "xy"',
    "reason: 3.10": 'reason: "3.10"',
    "status: Final": "status: final",
    "status: fnal": "status: fnal",
}


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_slip_with_one_right_answer_is_mended(typed: str, meant: str, notes: Notes) -> None:
    assert fix(notes, f"date: 2020-10-26\n{typed}\n") == f"date: 2020-10-26\n{meant}\n"


@pytest.mark.parametrize(
    "data",
    [
        "date: 2020-10-26\r\ntitle: é\r\n".encode("utf-16"),
        "date: 2020-10-26\ntitle: é\n".encode("utf-8-sig"),
        "date: 2020-10-26\rtitle: é\r".encode(),
    ],
)
def test_a_file_in_another_encoding_or_with_other_line_ends_is_written_anew(
    data: bytes, notes: Notes
) -> None:
    path = notes.top / notes.write(f"{notes.series}/2020-10-26.yaml", "")
    path.write_bytes(data)
    done = notes.run("sync", "--fix")
    assert (done.returncode, path.read_bytes()) == (0, "date: 2020-10-26\ntitle: é\n".encode()), done
    assert f"{notes.series}/2020-10-26.yaml: mended: the file " in done.stderr.replace(
        "a line must", "the file"
    )


TABLE = """\
date: 2020-10-26
table:
  id: tickets
  columns: [“3.9”, "3.10"]
  totals: row
  rows:
    “Open”: [1, 2 (+1)]
    Total: [1, 2]{remark}
"""


def test_a_typed_total_goes_and_typographic_quotes_become_plain_ones(notes: Notes) -> None:
    expected = """\
        date: 2020-10-26
        table:
          id: tickets
          columns: ["3.9", "3.10"]
          totals: row
          rows:
            "Open": [1, 2]
        """
    assert fix(notes, TABLE.format(remark="")) == dedent(expected)


def test_a_typed_total_with_a_remark_is_left_to_people_who_are_told_so(notes: Notes) -> None:
    assert "Total: [1, 2]  # by hand\n" in fix(notes, TABLE.format(remark="  # by hand"))
    done = notes.run("sync", "--fix")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "1 problem is left for you"


def test_a_mend_that_would_break_what_can_be_read_keeps_no_other_from_being_written(notes: Notes) -> None:
    text = TABLE.format(remark="").replace("    “Open”: [1, 2 (+1)]\n", "")
    mended = fix(notes, text)
    assert 'columns: ["3.9", "3.10"]' in mended
    assert "Total: [1, 2]\n" in mended


def test_a_meeting_full_of_slips_is_mended_at_once(notes: Notes) -> None:
    text = """\
        date: 2020/10/26
        atending: Mat, Brian
        sections:
          - title: Numbers for #445
            table:
              id: jira
              columns: [“tickets”]
              totals: row
              rows:
                Open: 3 (+1)
                Closed: "4"
                Total: 7
            counters:
              open tickets: 12 (+0)
          - title: Team
           notes: |
              All: well
            actions:
              - id: k7q2m4
                owner: Brian
               task: fix: the door
                due: 2020-12-1
                status: closed
        """
    meant = """\
        date: 2020-10-26
        attending: [Mat, BrianL]
        sections:
          - title: "Numbers for #445"
            table:
              id: jira
              columns: ["tickets"]
              totals: row
              rows:
                Open: 3
                Closed: 4
            counters:
              open tickets: 12
          - title: Team
            notes: |
              All: well

            actions:
              - id: k7q2m4
                owner: BrianL
                task: "fix: the door"
                due: 2020-12-01
                status: done
        """
    assert fix(notes, text) == dedent(meant)
    assert notes.rules() == []
