"""Minutes of any style, line by line as they would be in the usual one."""

from datetime import date

import pytest
from support.samples import meeting, minutes

from minutebook.minutes.usual_page import page_style, usual_page
from minutebook.records.fixed_words import LANGUAGES
from minutebook.records.series import Style

DAY = date(2020, 10, 26)
EARLIER = """\
date: 2020-10-12
table: {id: a, columns: [A, B], rows: {Open: [1, 2]}}
counters: {calls: 3}
actions: [{id: a1bcde, owner: Mat, task: order parts, due: 2020-10-20}, {id: b1bcde, owner: unassigned, task: x}]
"""
LATER = """\
date: 2020-10-26
status: draft
attending: [Mat, Bea]
absent: [Ada]
guests: [Visitor]
notes: |
  * a note
actions:
  - {id: a1bcde, owner: Mat, task: order parts, due: 2020-10-20}
  - {id: b1bcde, owner: unassigned, task: x, status: lapsed}
  - {id: c1bcde, owner: [Ada, Bea], task: write, status: done}
counters: {calls: 4}
table: {id: a, columns: [A, B], labels: What, rows: {Open: [1, 4]}}
"""


def drawn(style: Style | None = None) -> str:
    """Return the minutes of a meeting after an earlier one."""
    return minutes(meeting(EARLIER), meeting(LATER), style=style)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dates", ["long", "medium", "iso"])
def test_minutes_of_any_language_become_the_usual_ones(language: str, dates: str) -> None:
    style = Style(action="To do", done="struck", overdue="bold", language=language, dates=dates)  # type: ignore[arg-type]
    lines = usual_page(drawn(style).splitlines(), DAY, style).splitlines()
    assert lines[1:] == drawn().splitlines()[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_and_the_dates_of_minutes_show(language: str) -> None:
    style = page_style(drawn(Style(language=language)).splitlines(), DAY, Style())
    assert style
    assert style.wording in {Style(language=language).wording, Style().wording}
    medium = page_style(drawn(Style(language=language, dates="medium")).splitlines(), DAY, Style())
    assert medium
    assert medium.dates == "medium" or language in {"zh", "en"}


def test_what_a_series_says_of_its_style_counts_if_it_is_of_the_language() -> None:
    style = Style(language="de", action="Aufgabe")
    lines = drawn(style).splitlines()
    assert page_style(lines, DAY, style) == style
    assert page_style(lines, DAY, Style(action="TODO")) == Style(language="de")


def test_what_people_wrote_has_no_style() -> None:
    assert page_style(["# Team, 26. Oktober 2020"], DAY, Style(language="de")) is None


def test_code_stays_as_it_is() -> None:
    lines = ["<!-- -->", "# T", "```", "**Anwesend:** Mat  ", "```"]
    assert usual_page(lines, DAY, Style(language="de")).splitlines()[2:] == lines[2:]
