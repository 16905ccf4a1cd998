"""Minutes that minutebook wrote are imported to notes that give the same minutes, to the byte."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.oldminutes.imports import WHERE, import_texts

from minutebook.notebook.edits import update_meeting
from minutebook.notebook.generated import minutes_of
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.reader import Reader
from minutebook.records.fixed_words import LANGUAGES
from minutebook.repository.snapshot import NO_FILES

_FIRST = date(2020, 10, 5)
_INLINE = st.sampled_from(
    [
        "alpha",
        "`x` y",
        "**bold** end",
        "[l](http://a.b)",
        "a: b",
        "#tag",
        "R&D",
        "x_y",
        "- dash",
        "1. one",
        "(done)",
    ]
)
_NAMES = st.sampled_from(["Mat", "BrianL", "Ann-Lee", "Marco M.", "x_y"])
_PROSE = st.lists(
    _INLINE
    | st.sampled_from(
        [
            "",
            "## Sub",
            "> quoted",
            "* star  ",
            "-   This week: Mat",
            "-   12 cats",
            "| a |",
            "**L:** x",
        ]
    ),
    min_size=1,
    max_size=4,
).map(lambda lines: [line for line in lines if line.strip()] or ["alpha"])

_STYLES = st.fixed_dictionaries(
    {},
    optional={
        "labels": st.just("first"),
        "numbers": st.just("right"),
        "zeros": st.just("hidden"),
        "action": st.sampled_from(["TODO", "T\u00e2che"]),
        "done": st.just("struck"),
        "overdue": st.just("bold"),
        "previous": st.just("linked"),
        "language": st.sampled_from(LANGUAGES),
        "dates": st.sampled_from(["medium", "iso"]),
        "words": st.just({"done": "GOTOWE", "attending": "There"}),
    },
).map(json.dumps)
_TWO_MEETINGS = """\
date: DAY
status: draft
attending: [Mat]
sections:
  - title: Numbers
    table: {{id: table, columns: [A, B], totals: both, rows: {{Open: [1, 2], Closed: [3, 4]}}}}
    counters: {{open x: 3}}
  - title: Talk
    attending: [A. Visitor, x_y]
    notes: |
      * a note

    actions:
      - {{owner: Mat, task: order parts, due: {due}}}
      - {{owner: unassigned, task: clean up}}
      - {{owner: Mat, task: write on DAY, status: done}}
"""


@st.composite
def _meetings(draw: st.DrawFn) -> dict[date, str]:
    """Draw the YAML of up to six meetings of one shape: counts, duty, prose and new action items."""
    columns = draw(st.lists(st.sampled_from(["3.4", "R&D", "a_b"]), min_size=1, max_size=3, unique=True))
    totals = draw(st.sampled_from(["", "row", "column", "both"]))
    number = draw(st.integers(1, 6))
    return {
        day: "\n".join(_lines(draw, day, columns, totals))
        for day in (_FIRST + timedelta(days=7 * at) for at in range(number))
    }


def _lines(draw: st.DrawFn, day: date, columns: list[str], totals: str) -> Iterable[str]:
    yield from (f"date: {day}", f"attending: [{draw(_NAMES)}]", "sections:")
    yield from ("  - title: Duty", "    duty:", f"      This week: {draw(_NAMES)}", "      Next week:")
    yield from ("    counters:", f"      open x: {draw(st.integers(0, 30))}")
    yield from ("  - title: Talk", "    notes: |2", *(f"      {line}" for line in draw(_PROSE)))
    actions = draw(
        st.lists(st.tuples(_NAMES, _INLINE, st.sampled_from(["open", "open", "done"])), max_size=3)
    )
    yield from ["    actions:"] if actions else []
    for owner, task, status in actions:
        words = f"{task} of {day.day}"  # two promises in the same words would be taken for one
        yield from (
            f"      - owner: {owner}",
            f"        task: '{words}'",
            f"        status: {status}" if status == "done" else "",
        )
    yield from ("  - title: Empty", "  - title: Table", "    table:", "      id: table")
    yield f"      columns: [{', '.join(map(repr, columns))}]"
    yield from [f"      totals: {totals}"] if totals else []
    yield "      rows:"
    for label in ("Open", "In Progress"):
        yield f"        {label}: [{', '.join(str(draw(st.integers(0, 9))) for _ in columns)}]"


def _written(texts: Mapping[date, str], style: str = "{}") -> dict[date, str]:
    notebook = _notebook(style)
    for day, text in texts.items():
        notebook = update_meeting(notebook.with_meeting(day, f"{WHERE}/{day}.yaml", f"{text}\n"), day)
    return {day: minutes_of(notebook, notebook.meeting(day)) for day in texts}


def _notebook(style: str) -> Notebook:
    notebook = Notebook(WHERE, Reader(NO_FILES))
    text = f"title: team\nschedule: FREQ=WEEKLY;BYDAY=MO\nstyle: {style}\n"
    return notebook.with_text(notebook.series_path, text)


@settings(max_examples=40)
@given(_meetings(), _STYLES)
def test_a_series_comes_back_to_the_byte(texts: dict[date, str], style: str) -> None:
    written = _written(texts, style)
    taken = import_texts(
        {f"{day}.md": minutes for day, minutes in written.items()}, _notebook(style).series.style
    )
    assert taken.report.stopped == []
    assert taken.minutes == written


@pytest.mark.parametrize(
    "style", ["dates: medium", *(f"language: {language}, previous: linked" for language in LANGUAGES)]
)
def test_the_language_shows_in_the_minutes_themselves(style: str) -> None:
    first, second = (text.format(due="2020-10-13") for text in (_TWO_MEETINGS, _TWO_MEETINGS))
    texts = {
        date(2020, 10, 5): first.replace("DAY", "2020-10-05"),
        date(2020, 10, 19): second.replace("DAY", "2020-10-19"),
    }
    written = _written(texts, f"{{{style}}}")
    taken = import_texts({f"{day}.md": minutes for day, minutes in written.items()})
    assert taken.minutes == written
    notes = taken.notes[date(2020, 10, 19)]
    for line in (
        "attending: [Mat]",
        "status: draft",
        "due: 2020-10-13",
        "status: done",
        "owner: unassigned",
        "since: 2020-10-05",
        "attending: [A. Visitor, x_y]",
    ):
        assert line in notes


def test_a_note_that_looks_like_a_counter_is_none_where_its_delta_is_missing() -> None:
    text = "date: 2020-10-{:02}\nsections:\n  - title: Talk\n    notes: |\n      -   This week: Mat\n      -   12 cats"
    texts = {date(2020, 10, day): f"{text.format(day)}\nattending: [Mat]" for day in (5, 12)}
    written = _written(texts)
    assert import_texts({f"{day}.md": minutes for day, minutes in written.items()}).minutes == written
