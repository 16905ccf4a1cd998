"""The rules about what the world gets to see."""

from dataclasses import replace

import pytest
from support.rulebook import finding, findings, met
from support.samples import history

from minutebook import rules
from minutebook.records.series import Series

CODE = met("2020-10-26", 'header: {Room: "PIN: 48151"}')


@pytest.mark.parametrize(
    ("body", "key_path"),
    [
        ('header: {Room: "PIN: 48151"}', ("header", "Room")),
        ('header: {PIN: "48151"}', ("header", "PIN")),
        ("notes: |\n  Prose.\n  PIN: 48151", ("notes",)),
        ('actions: [{id: a1bcde, owner: Mat, task: "PIN: 48151"}]', ("actions", 0, "task")),
        ('actions: [{id: a1bcde, owner: Mat, task: x, note: "PIN: 48151"}]', ("actions", 0, "note")),
        ('actions: [{topic: "PIN: 48151"}]', ("actions", 0, "topic")),
    ],
)
def test_a_code_is_told_wherever_it_stands(body: str, key_path: tuple[str | int, ...]) -> None:
    code = finding("access-code", met("2020-10-26", body))
    assert (code.key_path, code.severity) == (key_path, "warning")
    assert code.message.startswith("4**** looks like a code")
    assert "48151" not in code.message + code.hint


def test_a_code_in_groups_is_shown_without_a_space_at_its_end() -> None:
    code = finding("access-code", met("2020-10-26", 'header: {Room: "PIN: 117 263 9392"}'))
    assert code.message.startswith("1** *** looks like a code")


def test_what_the_series_says_is_told_there_once() -> None:
    past = history(CODE)
    series = replace(past.series, header=CODE.header)
    told = [*rules.series_findings(series), *rules.historical_findings(CODE, replace(past, series=series))]
    assert [code.key_path for code in told if code.rule == "access-code"] == [("header", "Room")]


def test_a_series_may_let_all_its_warnings_rest() -> None:
    past = history(CODE)
    series = replace(past.series, ok=("raw-html", "access-code"), header=CODE.header)
    told = [*rules.series_findings(series), *rules.historical_findings(CODE, replace(past, series=series))]
    assert [code.rule for code in told if code.rule == "access-code"] == []


def test_the_line_that_lets_them_rest_keeps_what_rests_already() -> None:
    series = Series("series.yaml", header=CODE.header, ok=("raw-html",))
    (code,) = rules.series_findings(series)
    assert code.hint.endswith("write in series.yaml: ok: [raw-html, access-code]")


def test_html_is_told_once_a_text_and_at_its_line() -> None:
    (tag,) = findings("raw-html", met("2020-10-26", "notes: |\n  a\n  <file> <folder>"))
    assert (tag.line, tag.message[:8]) == (1, "'<file>'")


def test_a_link_that_is_a_program_is_told() -> None:
    link = finding("unsafe-link", met("2020-10-26", "notes: |\n  [a](javascript:b)"))
    assert link.message.startswith("a link to 'javascript:b'")
