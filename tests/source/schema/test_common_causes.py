"""Findings that have one cause are told together."""

from support.schemaproblems import schema_problem, schema_problems, with_date

from minutebook.source.edits.mends import mend


def test_all_are_reported_in_the_order_of_the_file() -> None:
    found = schema_problems(with_date("zzz: 1\nstatus: a\nyyy: 1\n"))
    assert [(problem.location.line, problem.rule) for problem in found] == [
        (2, "unknown-key"),
        (3, "wrong-value"),
        (4, "unknown-key"),
    ]


def test_the_line_to_write_mends_all_that_stands_on_it() -> None:
    text = with_date("table:\n  id: a\n  columns: [3.4, 3.10, x]\n  rows: {b: [1, 2, 3]}\n")
    problem = schema_problem(text)
    assert problem.hint == 'Write: columns: ["3.4", "3.10", x]'
    assert problem.message.endswith("; so it is with another value on this line")
    assert mend(text, [problem]) == text.replace("3.4, 3.10", '"3.4", "3.10"')


def test_all_keys_that_a_record_lacks_are_told_at_once() -> None:
    problem = schema_problem(with_date("actions: [{id: k7q2m4}]\n"))
    assert problem.message == "an action item must have `owner` and `task`"
    assert (
        problem.hint
        == "For example: `owner: Diego`, or `owner: unassigned`, `task: diagnose XRootD 5 on EL8`"
    )


def test_a_doubled_line_of_a_list_is_told_as_what_it_is() -> None:
    items = "  - id: k7q2m4\n  - id: k7q2m4\n    owner: Mat\n    task: call\n"
    problem = schema_problem(with_date(f"actions:\n{items}"))
    assert (problem.location.line, problem.hint) == (3, "Delete one of the two.")


def test_records_that_stand_on_one_line_are_told_apart() -> None:
    problems = schema_problems(with_date("actions: [{id: k7q2m4}, {id: m3x8d0}]\n"))
    assert [problem.record for problem in problems] == ["action k7q2m4", "action m3x8d0"]


def test_a_record_with_the_keys_of_another_one_lacks_its_own() -> None:
    problem = schema_problem(with_date("table: {a: 1, b: 2}\n"))
    assert problem.message == "a table must have `id` and `columns` and `rows`"


def test_neighbors_that_are_wrong_in_the_same_way_are_told_at_once() -> None:
    problem = schema_problem(with_date("header:\n  a: {x: 1}\n  b: {x: 1}\n  c: {x: 1}\n"))
    assert problem.message == "`a` must be text, not a mapping; so it is with 2 other values beside it"


def test_a_misspelt_topic_is_one_problem_and_mended() -> None:
    text = with_date("actions:\n  - topicc: x\n    actions: [Mat: ask]\n")
    assert mend(text, [schema_problem(text)]) == text.replace("topicc", "topic")


def test_a_wrong_type_is_all_that_is_said_of_a_value() -> None:
    assert len(schema_problems(with_date("title: {a: 1, b: 2}\n"))) == 1


def test_the_parts_of_a_text_that_commas_have_cut_are_told_at_once() -> None:
    problem = schema_problem(
        with_date("actions: [{owner: Mat, task: sow, water, then rest, due: 2020-11-02}]\n")
    )
    assert problem.hint.endswith('write: task: "sow, water, then rest"')


def test_an_unknown_key_without_a_near_one_lists_the_known() -> None:
    hint = schema_problem(with_date("actions: [{topic: a, zzz: 1}]\n")).hint
    assert "`topic`, `notes`, `actions`" in hint
