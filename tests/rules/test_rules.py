"""What the rules find and what they leave alone; a page of each shows one good and one bad example."""

from dataclasses import replace
from datetime import date
from textwrap import dedent, indent

import pytest
from support.samples import history, meeting

from minutebook import rules
from minutebook.records.likeness import twin
from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.series import Person
from minutebook.rules.prose import headings, open_at_end
from minutebook.source.yaml.loader import read


def at(day: str, body: str) -> Meeting:
    return meeting(f"date: {day}\n{dedent(body)}")


def findings(*meetings: Meeting) -> list[Finding]:
    """Return what is found in the last of some meetings."""
    last = meetings[-1]
    return [
        *rules.structural_findings(last),
        *rules.lone_findings(last),
        *rules.historical_findings(last, history(*meetings)),
    ]


def found(*meetings: Meeting) -> list[str]:
    """Return the rules that are broken, but for a missing title, which no meeting here has."""
    return [finding.rule for finding in findings(*meetings) if finding.rule != "title-missing"]


def one(name: str, *meetings: Meeting) -> Finding:
    (finding,) = (finding for finding in findings(*meetings) if finding.rule == name)
    return finding


TABLE = "table: {{id: jira, columns: [{}], rows: {{Open: {}}}}}"


def table(day: str, columns: str = "A", counts: str = "1", more: str = "") -> Meeting:
    return at(day, f"table: {{id: jira, columns: [{columns}], rows: {{Open: {counts}}}{more}}}")


# Every generator is registered, also where two look for one thing


def test_one_rule_may_be_looked_for_in_tables_and_in_counters() -> None:
    past = at("2020-10-19", "table: {id: jira, columns: [A], rows: {Open: 1}}\ncounters: {calls: 1}")
    last = at(
        "2020-10-26",
        """\
        table: {id: jira, columns: [B], continues: [Nothing], rows: {Open: 1}}
        counters: {rings: {value: 1, continues: nothing}}
        """,
    )
    assert found(past, last).count("continues-unknown") == 2


def test_rules_have_names_and_findings_have_their_rules_name_and_severity() -> None:
    assert {"row-length", "duplicate-title", "column-renamed"} <= rules.names()
    warning = one("heading-in-notes", at("2020-10-26", 'notes: "# x"'))
    assert warning.severity == "warning"
    assert one("open-block", at("2020-10-26", 'notes: "```"')).severity == "error"


# No false alarms


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
    assert findings(at("2020-10-19", text), at("2020-10-26", text)) == []


@pytest.mark.parametrize(
    "more",
    [
        "{id: jira, columns: [A, B], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [B, A], rows: {Open: [1, 1]}}",
        "{id: jira, columns: [A, B, C], rows: {Open: [1, 1, 1]}}",
        "{id: jira, columns: [A], rows: {Open: 1}}",
        "{id: jira, columns: [C], baseline: none, rows: {Open: 1}}",
        "{id: jira, columns: [C], baseline: jira, rows: {Open: 1}}",
        "{id: jira, columns: [C], continues: [A], rows: {Open: 1}}",
        "{id: jira, columns: [B, C], continues: [B, C], rows: {Open: [1, 1]}}",
        "{id: other, columns: [C], rows: {Open: 1}}",
    ],
)
def test_columns_that_are_told_or_only_came_or_only_went_are_no_renaming(more: str) -> None:
    past = at("2020-10-19", "table: {id: jira, columns: [A, B], rows: {Open: [1, 1]}}")
    assert found(past, at("2020-10-26", f"table: {more}")) == []


def test_a_table_that_was_absent_is_a_warning() -> None:
    finding = one("table-absent", table("2020-10-12"), at("2020-10-19", ""), table("2020-10-26"))
    assert finding.severity == "warning"
    assert "not in the meeting of 2020-10-19" in finding.message
    assert "against 2020-10-12" in finding.message


def test_nothing_is_absent_from_a_meeting_that_was_skipped() -> None:
    skipped = at("2020-10-19", "status: skipped\nreason: Holiday\n")
    assert found(table("2020-10-12"), skipped, table("2020-10-26")) == []


def test_new_counts_are_no_alarm() -> None:
    last = at("2020-10-26", "table: {id: jira, columns: [A], rows: {Open: 1}}\ncounters: {calls: 1}")
    assert found(at("2020-10-19", ""), last) == []


def test_a_draft_may_leave_counts_open_and_a_final_meeting_may_not() -> None:
    body = "table: {id: jira, columns: [A, B], rows: {Open: [1, ~], Done: [~, ~]}}\ncounters: {calls: ~}"
    assert found(at("2020-10-26", f"status: draft\n{body}")) == []
    said = [
        finding.message for finding in findings(at("2020-10-26", body)) if finding.rule == "count-missing"
    ]
    assert said == [
        "the count of Open (B) is not written",
        "the count of Done (A, B) is not written",
        "its count is not written",
    ]


def test_a_skipped_meeting_needs_no_title() -> None:
    assert findings(at("2020-10-26", "status: skipped\nreason: Holiday")) == []


def test_total_is_an_ordinary_name_where_no_totals_are_computed() -> None:
    assert found(at("2020-10-26", "table: {id: a, columns: [Total], rows: {Total: 1}}")) == []


@pytest.mark.parametrize("totals", ["row", "column", "both"])
def test_total_is_no_name_for_anything_else_where_totals_are_computed(totals: str) -> None:
    last = at(
        "2020-10-26", f"table: {{id: a, columns: [A, Total], totals: {totals}, rows: {{Total: [1, 2]}}}}"
    )
    places = [finding.key_path[1:] for finding in findings(last) if finding.rule == "total-name"]
    assert places == [("rows", "Total"), ("columns", 1)]


def test_sections_without_a_title_do_not_have_the_same_one() -> None:
    assert found(at("2020-10-26", "sections: [{notes: a}, {notes: b}, {title: A}]")) == []


def test_every_untitled_section_after_a_titled_one_is_found() -> None:
    last = at("2020-10-26", "sections: [{title: A}, {notes: a}, {notes: b}]")
    assert [finding.key_path for finding in findings(last) if finding.rule == "untitled-after-titled"] == [
        ("sections", 1),
        ("sections", 2),
    ]


def test_content_after_sections_is_found_in_the_meeting_and_below() -> None:
    last = at("2020-10-26", "sections:\n  - title: A\n    sections: []\n    notes: x\nnotes: y\nx-own: z")
    places = [(f.key_path, f.record) for f in findings(last) if f.rule == "content-after-sections"]
    assert places == [(("notes",), ""), (("sections", 0, "notes"), 'section "A"')]


# The order of findings


def test_findings_of_a_rule_stand_in_the_order_of_the_file() -> None:
    last = at("2020-10-26", "sections: [{title: A}, {title: B}, {title: A}, {title: B}, {title: A}]")
    assert [finding.key_path[1] for finding in findings(last) if finding.rule == "duplicate-title"] == [
        2,
        3,
        4,
    ]


# What is to be written is right


@pytest.mark.parametrize(
    ("columns", "written"),
    [
        ("3.4.56, Both", "[A, Both]"),
        ("Both, '3.10'", "[Both, A]"),
        ("Both, C, D", "[Both, A, D]"),
        ("C", "[A]"),
    ],
)
def test_the_line_for_renamed_columns_is_the_likeliest_and_ends_the_matter(
    columns: str, written: str
) -> None:
    past = table("2020-10-19", "A, Both", "[1, 1]")
    counts = f"[{', '.join('1' for _ in columns.split(','))}]"
    finding = one("column-renamed", past, table("2020-10-26", columns, counts))
    assert finding.hint.split("\n")[0] == f"Below `columns`, write one of: continues: {written}"
    assert finding.key_path == ("table", "columns")
    assert found(past, table("2020-10-26", columns, counts, f", continues: {written}")) == []
    assert found(past, table("2020-10-26", columns, counts, ", baseline: none")) == []


@pytest.mark.parametrize(
    "names", [("open calls", "open call"), ("calls: new", "calls: New"), ("a, b", "a, B")]
)
def test_the_line_for_a_renamed_counter_is_right_whatever_its_name(names: tuple[str, str]) -> None:
    old, new = names
    past = at("2020-10-19", f'counters: {{"{old}": 1}}')
    finding = one("counter-renamed", past, at("2020-10-26", f'counters: {{"{new}": 8}}'))
    line = finding.hint.removeprefix("If so, write: ")
    assert read("a.yaml", line.encode()).data == {new: {"value": 8, "continues": old}}
    assert found(past, at("2020-10-26", "counters:\n" + indent(line, "  "))) == []


def test_the_line_for_a_renamed_row_names_the_old_label() -> None:
    past = at("2020-10-19", "table: {id: jira, columns: [A], rows: {'Ready: now': 1}}")
    finding = one(
        "row-renamed", past, at("2020-10-26", "table: {id: jira, columns: [A], rows: {'ready: now': 1}}")
    )
    assert finding.hint == 'If they are the same state, write: "Ready: now": …'


def test_a_renamed_table_may_be_told_by_its_id_or_its_baseline() -> None:
    past = table("2020-10-19")
    last = at("2020-10-26", "table: {id: jira2, columns: [A], rows: {Open: 1}}")
    assert one("table-renamed", past, last).hint == "If so, write: id: jira   or: baseline: jira"
    told = at("2020-10-26", "table: {id: jira2, columns: [A], baseline: jira, rows: {Open: 1}}")
    assert found(past, told) == []


def test_continues_may_name_only_columns_of_the_baseline() -> None:
    past, last = table("2020-10-19", "A"), table("2020-10-26", "B", more=", continues: [C]")
    finding = one("continues-unknown", past, last)
    assert (finding.key_path, finding.hint) == (("table", "continues", 0), "Its columns were: A")


def test_continues_without_any_earlier_table_continues_nothing() -> None:
    finding = one("continues-unknown", table("2020-10-26", "B", more=", continues: [C]"))
    assert finding.key_path == ("table", "continues")


def test_a_baseline_that_no_earlier_meeting_has_is_an_error() -> None:
    assert found(table("2020-10-19"), table("2020-10-26", more=", baseline: queue")) == ["baseline-unknown"]


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("{Open: [1, 2]}", "row-length"),
        ("{Open: []}", "row-length"),
        ("{Open: 1}, continues: [A, B]", "continues-length"),
    ],
)
def test_what_cannot_be_computed_is_found_before_anything_is(more: str, rule: str) -> None:
    last = at("2020-10-26", f"table: {{id: jira, columns: [A], rows: {more}}}")
    assert [finding.rule for finding in rules.structural_findings(last)] == [rule]


def test_a_row_of_a_single_count_does_for_one_column_only() -> None:
    last = at("2020-10-26", "table: {id: jira, columns: [A, B], rows: {Open: 1}}")
    message = next(rules.structural_findings(last)).message
    assert message == "the row Open must have 2 counts, one for each column, and has 1"


# Near twins


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("In Progress", ["in progress"], "in progress"),
        ("InProgress", ["In  Progress"], "In  Progress"),
        ("Ready for Relese", ["Ready for Testing", "Ready for Release"], "Ready for Release"),
        ("open ticket", ["open tickets", "closed tickets"], "open tickets"),
        ("Open", ["Done", "Ready"], None),
        ("Open", [], None),
    ],
)
def test_a_near_twin_is_the_same_but_for_case_blanks_or_a_few_letters(
    name: str, others: list[str], expected: str | None
) -> None:
    assert twin(name, others) == expected


def test_a_label_that_is_new_while_nothing_is_gone_is_no_twin() -> None:
    past = at("2020-10-19", "counters: {open ticket: 1}")
    assert found(past, at("2020-10-26", "counters: {open ticket: 1, open tickets: 2}")) == []


def test_labels_that_only_moved_are_no_twins() -> None:
    past = at("2020-10-19", "table: {id: jira, columns: [A], rows: {Ready one: 1, Ready two: 2}}")
    assert (
        found(past, at("2020-10-26", "table: {id: jira, columns: [A], rows: {Ready two: 1, Ready one: 2}}"))
        == []
    )


# Counters and dates


def test_a_label_stands_once_in_a_meeting_wherever_it_is() -> None:
    last = at("2020-10-26", "counters: {calls: 1}\nsections: [{title: A, counters: {calls: 1, rings: 2}}]")
    assert one("duplicate-counter", last).key_path == ("sections", 0, "counters", "calls")


def test_two_tables_of_one_id_cannot_be_computed() -> None:
    body = "sections: [{table: {id: a, columns: [A], rows: {Open: 1}}}, {table: {id: a, columns: [A], rows: {Open: 1}}}]"
    (finding,) = rules.structural_findings(at("2020-10-26", body))
    assert (finding.rule, finding.key_path) == ("duplicate-table", ("sections", 1, "table", "id"))


def test_a_counter_that_was_absent_is_a_warning() -> None:
    calls = [at(day, "counters: {calls: 1}") for day in ("2020-10-12", "2020-10-26")]
    finding = one("counter-absent", calls[0], at("2020-10-19", ""), calls[1])
    assert finding.message == "it has no count on 2020-10-19; its delta is against 2020-10-12"


def test_the_date_is_that_of_the_files_name() -> None:
    last = replace(at("2020-10-26", ""), path="meetings/team/2020/2020-10-19.yaml")
    finding = one("date-mismatch", last)
    assert finding.message == "the date is 2020-10-26, the file's name says 2020-10-19"
    assert finding.hint.startswith("Write: date: 2020-10-19 ")


# Action items and people


def item(text: str = "", name: str = "a1bcde", owner: str = "Mat", task: str = "write the page") -> str:
    return f"actions: [{{id: {name}, owner: {owner}, task: {task}{text}}}]"


def test_an_item_typed_in_a_hurry_has_no_id_yet() -> None:
    assert one("id-missing", at("2020-10-26", "actions: [{Mat: x}]")).key_path == ("actions", 0, "Mat")
    assert one("id-missing", at("2020-10-26", "actions: [{owner: Mat, task: x}]")).key_path == ("actions", 0)


def test_an_id_stands_once_in_a_meeting() -> None:
    two = "actions: [{id: a1bcde, owner: Mat, task: x}, {id: a1bcde, owner: Mat, task: y}]"
    assert one("duplicate-id", at("2020-10-26", two)).key_path == ("actions", 1, "id")


def test_an_item_does_not_begin_after_its_meeting() -> None:
    assert found(at("2020-10-26", item(", since: 2020-10-27"))) == ["date-order"]
    assert found(at("2020-10-26", item(", since: 2020-10-26"))) == []


def test_an_item_that_was_open_is_not_lost_also_over_a_skipped_meeting() -> None:
    skipped = at("2020-10-19", "status: skipped\nreason: Holiday")
    finding = one("action-lost", at("2020-10-12", item()), skipped, at("2020-10-26", ""))
    assert finding.record == "action a1bcde"
    assert "Mat: 'write the page' was open on 2020-10-12 and is not here" in finding.message
    assert found(at("2020-10-12", item()), skipped) == []
    assert found(at("2020-10-12", item(", status: done")), at("2020-10-26", "")) == []


def test_an_item_that_was_closed_is_not_open_again_by_mistake() -> None:
    closed, last = at("2020-10-19", item(", status: done")), at("2020-10-26", item())
    assert "it is open here and done on 2020-10-19" in one("action-closed-earlier", closed, last).message
    assert found(closed, at("2020-10-26", item(", status: open"))) == []


def test_an_id_is_never_given_to_another_item() -> None:
    past = at("2020-10-19", item(", status: done"))
    other = at("2020-10-26", item(owner="Ada", task="buy 12 chairs"))
    assert found(past, other) == ["id-reused"]
    assert found(past, at("2020-10-26", item(", status: open", owner="Ada", task="write the pages"))) == []


def test_an_item_that_nobody_touched_is_told_before_it_lapses() -> None:
    weeks = [
        at(f"2020-{day}", item(", since: 2020-09-28"))
        for day in ("09-28", "10-05", "10-12", "10-19", "10-26")
    ]
    assert found(*weeks[:3]) == []
    assert found(*weeks[:4]) == ["action-lapses-next"]
    assert found(*weeks) == ["action-lapsed"]


ROSTER = (
    Person("Mat", ("Matyas",)),
    Person("Diego", until=date(2020, 10, 19)),
    Person("Ada"),
)


def of_people(*meetings: Meeting) -> list[tuple[str, str]]:
    """Return the rules that are broken in the last of some meetings of a series with a roster, and what is said."""
    past = history(*meetings)
    past = replace(past, series=replace(past.series, roster=ROSTER))
    found_there = rules.historical_findings(meetings[-1], past)
    return [(finding.rule, finding.message) for finding in found_there if finding.rule != "title-missing"]


@pytest.mark.parametrize("owner", ["Mat", "unassigned", "Bob", "[Mat, Ada]"])
def test_an_owner_is_of_the_roster_or_a_guest_or_nobody(owner: str) -> None:
    assert of_people(at("2020-10-26", f"guests: [Bob]\n{item(owner=owner)}")) == []


def test_an_unknown_owner_is_answered_with_the_nearest_name() -> None:
    said = "owner 'Deigo' is not in the roster; did you mean Diego?"
    assert of_people(at("2020-10-19", item(owner="Deigo"))) == [("unknown-person", said)]
    assert of_people(at("2020-10-26", "actions: [{Zoe: x}]"))[0] == (
        "unknown-person",
        "owner 'Zoe' is not in the roster",
    )


def test_an_owner_who_was_unknown_last_time_is_not_told_again() -> None:
    guest = at("2020-10-19", f"guests: [Bob]\n{item(owner='Bob')}")
    assert of_people(guest, at("2020-10-26", item(owner="Bob"))) == []


def test_people_have_one_spelling() -> None:
    last = at("2020-10-26", f'attending: ["Matyas?"]\n{item(owner="Matyas")}')
    assert [rule for rule, _message in of_people(last)] == ["alias-used", "alias-used"]


def test_an_open_item_is_not_left_with_somebody_who_has_gone() -> None:
    assert of_people(at("2020-10-26", item(owner="Diego"))) == [
        ("former-member", "Diego left on 2020-10-19: who takes it over?")
    ]
    assert of_people(at("2020-10-26", item(", status: done", owner="Diego"))) == []
    assert of_people(at("2020-10-19", item(owner="Diego"))) == []


def test_who_attends_or_has_duty_is_known() -> None:
    last = at("2020-10-26", "attending: [Zoe, Bob]\nguests: [Bob]\nduty: {Now: [Mat, Eve], Next: Zoe}")
    assert [message for _rule, message in of_people(last)] == [
        "'Zoe' is not in the roster",
        "'Eve' is not in the roster",
        "'Zoe' is not in the roster",
    ]


def test_duty_is_as_it_was_announced_unless_a_period_was_skipped() -> None:
    def duty(day: str, now: str, following: str) -> Meeting:
        return at(day, f'duty: {{This week: "{now}", Next week: "{following}"}}')

    said = [("duty-changed", "Ada, while 2020-10-19 announced Diego?")]
    assert of_people(duty("2020-10-19", "Mat", "Diego?"), duty("2020-10-26", "Ada", "Mat")) == said
    assert of_people(duty("2020-10-19", "Mat", "Diego?"), duty("2020-10-26", "Diego", "Mat")) == []
    assert of_people(duty("2020-10-12", "Mat", "Diego"), duty("2020-10-26", "Ada", "Mat")) == []
    assert of_people(duty("2020-10-26", "Ada", "Mat")) == []


# Prose


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("", ""),
        ("```\ncode\n```", ""),
        ("```python\ncode", "```"),
        ("~~~\n```\n~~~", ""),
        ("````\n```\n", "````"),
        ("````\n`````", ""),
        ("```\n``` x", "```"),
        ("``` a`b", ""),
        ("-   item\n    ```\n    code\n    ```", ""),
        ("-   ```\n    code", "```"),
        ("<!-- closed -->", ""),
        ("a <!-- open", "<!--"),
        ("<!-- a --> <!-- b", "<!--"),
        ("write `<!--` to begin", ""),
    ],
)
def test_what_is_open_at_the_end_of_prose_is_found(text: str, opened: str) -> None:
    assert open_at_end(text) == opened


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("# Title", ["# Title"]),
        ("###### six", ["###### six"]),
        ("####### seven", []),
        ("#445 is open", []),
        ("    # code", []),
        ("```\n# comment\n```\n## Title", ["## Title"]),
        ("Title\n---", ["Title"]),
        ("Title\n===\n", ["Title"]),
        ("Prose.\n\n---\n", []),
        ("- item\n---", []),
        ("| a |\n---", []),
        ("```\ncode\n```\n---", []),
        ("# of tickets", ["# of tickets"]),
    ],
)
def test_headings_in_prose_are_found(text: str, found_there: list[str]) -> None:
    assert list(headings(text)) == found_there


def test_the_notes_of_a_topic_are_prose_too() -> None:
    last = at("2020-10-26", 'actions: [{topic: T, notes: "# x\\n```"}, {topic: U}]')
    assert [(f.rule, f.key_path) for f in findings(last) if f.rule != "title-missing"] == [
        ("open-block", ("actions", 0, "notes")),
        ("heading-in-notes", ("actions", 0, "notes")),
    ]


@pytest.mark.parametrize(
    "line", ["AI (Mat): call them", "-   AI (Mat): call them", "  * AI(Mat) : call them"]
)
def test_a_promise_in_prose_is_told_with_the_item_to_write(line: str) -> None:
    finding = one("action-in-notes", with_notes(f"Prose.\n{line}"))
    assert (finding.severity, finding.line) == ("warning", 1)
    assert finding.hint.endswith("- Mat: call them")


@pytest.mark.parametrize("line", ["the AI (Mat): x", "AI (Mat)", "AI: x"])
def test_what_only_mentions_a_promise_is_prose(line: str) -> None:
    assert found(with_notes(line)) == []


def with_notes(text: str) -> Meeting:
    return at("2020-10-26", "notes: |\n" + indent(text, "  "))
