"""Every generator is registered under its rule's name, and gives its findings that name and its severity."""

from support.findings import broken_rules, dated, findings, only_finding

from minutebook import rules
from minutebook.records.meeting import Meeting


def table(day: str, columns: str = "A", counts: str = "1", more: str = "") -> Meeting:
    return dated(day, f"table: {{id: jira, columns: [{columns}], rows: {{Open: {counts}}}{more}}}")


def test_one_rule_may_be_looked_for_in_tables_and_in_counters() -> None:
    past = dated("2020-10-19", "table: {id: jira, columns: [A], rows: {Open: 1}}\ncounters: {calls: 1}")
    last = dated(
        "2020-10-26",
        """\
        table: {id: jira, columns: [B], continues: [Nothing], rows: {Open: 1}}
        counters: {rings: {value: 1, continues: nothing}}
        """,
    )
    assert broken_rules(past, last).count("continues-unknown") == 2


def test_rules_have_names_and_findings_have_their_rules_name_and_severity() -> None:
    assert {"row-length", "duplicate-title", "column-renamed"} <= rules.names()
    warning = only_finding("heading-in-notes", dated("2020-10-26", 'notes: "# x"'))
    assert warning.severity == "warning"
    assert only_finding("open-block", dated("2020-10-26", 'notes: "```"')).severity == "error"


def test_findings_of_a_rule_stand_in_the_order_of_the_file() -> None:
    last = dated("2020-10-26", "sections: [{title: A}, {title: B}, {title: A}, {title: B}, {title: A}]")
    assert [finding.key_path[1] for finding in findings(last) if finding.rule == "duplicate-title"] == [
        2,
        3,
        4,
    ]


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
    assert findings(dated("2020-10-19", text), dated("2020-10-26", text)) == []


def test_new_counts_are_no_alarm() -> None:
    last = dated("2020-10-26", "table: {id: jira, columns: [A], rows: {Open: 1}}\ncounters: {calls: 1}")
    assert broken_rules(dated("2020-10-19", ""), last) == []
