"""Rules have names and severities, and leave alone what is right."""

from collections.abc import Iterator

from support.rulebook import broken, finding, findings, met

from minutebook import rules
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import RuleSet


def test_findings_have_the_name_and_the_severity_of_their_rule() -> None:
    book = RuleSet[[Meeting]]()

    @book.rule("too-early", severity="warning")
    def meetings_start_late(meeting: Meeting) -> Iterator[Finding]:
        yield Finding(("date",), f"{meeting.date} is too early")

    (warning,) = book.findings(met("2020-10-26"))
    assert (warning.rule, warning.severity) == ("too-early", "warning")
    assert warning.message == "2020-10-26 is too early"
    assert book.names() == {"too-early"}
    assert [*book.errors_and({"too-early"}, met("2020-10-26"))] == [warning]
    assert not [*book.errors_and({"too-late"}, met("2020-10-26"))]


def test_a_rule_is_an_error_unless_it_says_otherwise() -> None:
    assert finding("heading-in-notes", met("2020-10-26", 'notes: "# x"')).severity == "warning"
    assert finding("open-block", met("2020-10-26", 'notes: "```"')).severity == "error"


def test_all_rules_are_known_by_name() -> None:
    assert {"row-length", "duplicate-title", "column-renamed", "alias-used"} <= rules.names()


def test_one_rule_may_be_looked_for_in_tables_and_in_counters() -> None:
    earlier = met("2020-10-19", "table: {id: jira, columns: [A], rows: {Open: 1}}\ncounters: {calls: 1}")
    later = met(
        "2020-10-26",
        """\
        table: {id: jira, columns: [B], continues: [Nothing], rows: {Open: 1}}
        counters: {rings: {value: 1, continues: nothing}}
        """,
    )
    assert len(findings("continues-unknown", earlier, later)) == 2


def test_a_meeting_like_the_one_before_breaks_no_rule() -> None:
    text = """\
        title: Team
        attending: [Mat]
        counters: {calls: 1, "calls, missed": 2}
        table: {id: jira, columns: [A, B], totals: both, rows: {Open: [1, 2], Done: [3, 4]}}
        sections:
          - title: A
            notes: |
              Prose with `code`, a # and <https://example.org>.
            sections: [{title: Same}]
          - title: B
            sections: [{title: Same}]
        """
    assert broken(met("2020-10-19", text), met("2020-10-26", text)) == []
    assert findings("title-missing", met("2020-10-26", text)) == []
