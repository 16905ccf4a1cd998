"""What is read without a parser is what the strict loader reads, and what it would refuse is left to it."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.setup.new_series import NewSeries
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.usual_lines import read_usual

USUAL = """\
# yaml-language-server: $schema=../schema/meeting.schema.json
date: 2020-10-26
header:
  Place: "Room 3: <https://example.org/room>"
attending: [Brian L, "C: D", 'E', {all but: [F]}]   # of twelve
sections:
- title: "A: b"
  notes: |
    A line.

      -   deeper # 5: [x]
  empty: |
  actions:
  - id: a1bcde
    owner: [Mat, Ödön]
    task: read (all of) <http://example.org:80/z> by 12:30
  - topic: Tools
    actions:
      -   id: b2cdef
          owner: Ann's
- title: B
  x-own: {a: {"b": [1, 2]}, c: 3}
  duty: {This week: Ann}
  counters:
    open tickets: 11
    nothing:
    "3.4": 12
  table:
    columns: ["# of tickets", '5.1']
    rows:
      Selected for Dev: [10,20]
"""
SIGNS = (
    *"a1 0:#-?[]{},\"'|>&*!%@`~\\\n\t\r.<=()_é\xa0\xad",
    *(
        "\n  ",
        "\n- ",
        "- ",
        ": ",
        " #",
        "  # x",
        "|\n",
        "null",
        "true",
        "0x1f",
        "1.5",
        "<<",
        "---\n",
        "...\n",
    ),
    *("actions:", "notes: |\n", "Mat: ", "\n\n", " \n", "x-a:", "x: 1\n"),
)
EDITS = st.tuples(st.integers(0, len(USUAL)), st.integers(0, 4), st.sampled_from(["", *SIGNS]))


def test_a_file_of_usual_lines_is_read_as_by_the_strict_loader() -> None:
    usual, document = read_usual("a.yaml", USUAL), read("a.yaml", USUAL.encode())
    assert usual is not None
    assert (usual.path, usual.data) == ("a.yaml", document.data)
    assert {path: document.location(path).line for path in usual.lines} == usual.lines
    assert set(usual.lines) >= {("sections", 0), ("sections", 0, "actions", 1, "actions", 0)}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: b: c\n",
            "a: b #c\n",
            "a: b\n c\n",
            "a: b",
            "a:\tb\n",
            "a: 3.10\n",
            "a: yes: no\n",
            "true: a\n",
        ),
        *(
            "a: 1\na: 2\n",
            "a: &b c\n",
            "a: *b\n",
            "a: !b c\n",
            "a: |2\n   b\n",
            "a: >\n b\n",
            "a: |\n\n  b\n",
        ),
        *(
            "a: [b\n",
            "a: [b: c]\n",
            "a: {b}\n",
            "a: {b: 1, b: 2}\n",
            "a: [b?]\n",
            'a: "\\n"\n',
            "a: 'it''s'\n",
        ),
        *(
            "- a\n",
            " a: b\n",
            "a:\n- b\nc\n",
            "a:\n  - \n",
            "a:\n  b: c\n d: e\n",
            "---\na: b\n",
            "a: b\n...\n",
        ),
        *(
            "actions:\n- Mat: call\n",
            "actions:\n- call\n",
            "actions: [{id: a1bcde}]\n",
            "a: x\xad\n",
            "a : b\n",
        ),
    ],
)
def test_other_lines_are_left_to_the_strict_loader(text: str) -> None:
    assert read_usual("a.yaml", text) is None


@settings(max_examples=500)
@given(st.lists(EDITS, min_size=1, max_size=4), st.booleans())
def test_whatever_is_typed_the_strict_loader_reads_the_same_or_is_left_to_read(
    edits: list[tuple[int, int, str]], pure: bool
) -> None:
    text = USUAL
    for start, length, sign in edits:
        text = text[:start] + sign + text[start + length :]
    if usual := read_usual("a.yaml", text):
        document = read("a.yaml", text.encode(), pure=pure)
        assert repr(usual.data) == repr(document.data)
        assert {path: document.location(path).line for path in usual.lines} == usual.lines


def test_the_files_of_a_new_series_have_usual_lines() -> None:
    series = NewSeries(
        PurePosixPath("meetings/team"), "Team", "FREQ=WEEKLY;BYDAY=MO", ("Ada L", "Ben"), date(2020, 10, 5)
    )
    for text in (series.series_text, series.meeting_text):
        usual = read_usual("a.yaml", text)
        assert usual is not None
        assert usual.data == read("a.yaml", text.encode()).data
