"""A warning is answered by `ok`, where it stands or around it, and by nothing else."""

import json
from typing import Any

import pytest
from support.notes import Notes
from support.rulebook import broken, findings, met

HEADING = "notes: |\n  # Heading\n"
HELD = """\
counters: {calls: 1, rings: 2}
sections:
  - title: Support
    table: {id: jira, columns: [Open], rows: {New: 1, Old: 2}}
"""
TABLE = "table: {{id: jira, columns: [A], changing: true, rows: {{{row}}}{more}}}\n"
SERIES = "title: Team\nroster: {Mat: {}, Diego: {}}\n"


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("heading-in-notes", HEADING),
        ("heading-in-notes", "sections:\n  - title: A\n    notes: |\n      # Heading\n"),
        ("heading-in-notes", "actions:\n  - topic: A\n    notes: |\n      # Heading\n"),
        ("counter-absent", "counters: {calls: 1}\n" + HELD.partition("\n")[2]),
        ("row-absent", HELD.replace(", Old: 2", "")),
        ("table-absent", HELD.partition("\n")[0] + "\n"),
    ],
)
def test_a_warning_is_answered_in_its_meeting(rule: str, body: str) -> None:
    earlier = met("2020-10-19", HELD)
    body = body if rule.endswith("absent") else body + HELD if not body.startswith("s") else body
    assert rule in broken(earlier, met("2020-10-26", body))
    answered = broken(earlier, met("2020-10-26", f"{body}ok: [{rule}]\n"))
    assert not {rule, "ok-unneeded", "ok-unknown"} & {*answered}


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("row-absent", "    ok: [row-absent]\n    table: {id: jira, columns: [Open], rows: {New: 1}}\n"),
        ("row-absent", "    table: {id: jira, columns: [Open], rows: {New: 1}, ok: [row-absent]}\n"),
    ],
)
def test_a_warning_is_answered_in_its_section_or_table(rule: str, body: str) -> None:
    start = "counters: {calls: 1, rings: 2}\nsections:\n  - title: Support\n"
    assert broken(met("2020-10-19", HELD), met("2020-10-26", start + body)) == []
    assert broken(met("2020-10-19", HELD), met("2020-10-26", start + body.replace("ok:", "x-ok:"))) == [rule]


def test_a_warning_is_answered_in_the_long_form_of_a_row_and_of_a_counter() -> None:
    earlier = met("2020-10-19", TABLE.format(row="bash-devel: 1", more="") + "counters: {open tickets: 1}\n")
    row = met("2020-10-26", TABLE.format(row="bash_devel: 1", more="") + "counters: {open tickets: 1}\n")
    assert broken(earlier, row) == ["row-renamed"]
    long_form = "bash_devel: {counts: 1, ok: [row-renamed]}"
    row = met("2020-10-26", TABLE.format(row=long_form, more="") + "counters: {open tickets: 1}\n")
    assert broken(earlier, row) == []
    sections = "sections: [{{title: A, changing: true, counters: {{{}}}}}]\n"
    earlier = met("2020-10-19", sections.format("open tickets: 1"))
    for counter, rules in (
        ("open ticket: 1", ["counter-renamed"]),
        ("open ticket: {value: 1, ok: [counter-renamed]}", []),
    ):
        assert broken(earlier, met("2020-10-26", sections.format(counter))) == rules


def test_a_label_may_be_called_so() -> None:
    text = "counters: {ok: 1}\nduty: {ok: [Mat]}\ntable: {id: jira, columns: [A, B], rows: {ok: [1, 2]}}\n"
    assert met("2020-10-26", text).answers == ()
    assert broken(met("2020-10-26", text)) == []


def test_an_answer_elsewhere_answers_nothing() -> None:
    sections = (
        "sections:\n  - title: A\n    notes: |\n      # Heading\n  - title: B\n    ok: [heading-in-notes]\n"
    )
    assert broken(met("2020-10-26", sections)) == ["heading-in-notes", "ok-unneeded"]


def test_what_answers_nothing_is_told_in_the_newest_meeting_only() -> None:
    answers = "ok: [heading-in-notes]\n"
    meetings = met("2020-10-19", answers), met("2020-10-26", answers)
    assert len(findings("ok-unneeded", *meetings)) == 1
    assert findings("ok-unneeded", *meetings, of=0) == []


def test_an_unknown_rule_and_an_error_can_not_be_answered() -> None:
    meeting = met("2020-10-19", "ok: [heading-in-note, row-length]\nnotes: |\n  text\n")
    assert [(finding.severity, finding.message) for finding in findings("ok-unknown", meeting)] == [
        ("error", "there is no rule 'heading-in-note'; did you mean heading-in-notes?"),
        ("error", "only a warning about a meeting can be answered, and row-length is none"),
    ]


def test_a_rule_that_also_stops_stops_in_spite_of_an_answer() -> None:
    rows = "table: {{id: jira, columns: [A], rows: {{{}: 1}}, ok: [row-renamed]}}\n"
    meetings = met("2020-10-19", rows.format("Old")), met("2020-10-26", rows.format("New"))
    assert {*broken(*meetings)} == {"row-renamed", "ok-unneeded"}


def test_an_answer_that_is_proposed_keeps_those_that_are_there() -> None:
    earlier = met("2020-10-19", HELD)
    text = "ok: [heading-in-notes]\nnotes: |\n  # A\n"
    (hint,) = [finding.hint for finding in findings("table-absent", earlier, met("2020-10-26", text))]
    assert hint.endswith("write below `date`: ok: [heading-in-notes, table-absent]")


def made(notes: Notes, body: str) -> str:
    notes.write(f"{notes.series}/series.yaml", SERIES)
    return notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\n{body}")


def test_what_is_answered_is_neither_shown_nor_counted_nor_mended(notes: Notes) -> None:
    alias = "title: Team\nroster: {Mat: {aliases: [Matyas]}}\n"
    path = made(notes, "attending: [Matyas]\n")
    notes.write(f"{notes.series}/series.yaml", alias)
    assert "alias-used" in notes.rules()
    text = notes.read(path) + "ok: [alias-used]\n"
    notes.write(path, text)
    assert notes.run("sync", "--fix", "--strict").returncode == 0
    assert notes.read(path) == text
    assert notes.rules() == []


def test_an_answer_is_neither_carried_nor_copied(notes: Notes) -> None:
    item = "actions:\n  - {id: k7q2m4, owner: Mat, task: 'call [DONE]', ok: [task-ends-like]}\n"
    made(notes, f"{item}ok: [heading-in-notes]\n{HEADING}")
    notes.run("sync")
    assert notes.rules() == []
    notes.run("new", notes.series, "--date", "2020-11-02")
    notes.run("sync")
    carried = notes.read(f"{notes.series}/2020-11-02.yaml")
    assert "k7q2m4" in carried
    assert "ok" not in carried.replace("notebook", "")


@pytest.mark.parametrize("value", ["heading-in-notes", "[]", "true"])
def test_answers_are_a_list(notes: Notes, value: str) -> None:
    made(notes, f"{HEADING}ok: {value}\n")
    problems: list[dict[str, Any]] = json.loads(notes.run("check", "--format", "json").stdout)
    (problem,) = [problem for problem in problems if problem["severity"] == "error"]
    assert "`ok` must" in problem["message"]
    if value == "heading-in-notes":
        assert problem["hint"] == "Write: ok: [heading-in-notes]"
