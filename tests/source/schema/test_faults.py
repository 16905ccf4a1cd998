"""What a schema finds, sorted down to the causes, and the names of the places."""

import pytest
from support.schemaproblems import schema_problem, with_date

from minutebook.records.problem import KeyPath
from minutebook.source.schema.faults import Fault, essential, last_key, short
from minutebook.source.yaml.document import Ambiguous


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("title: 1\n", ""),
        ("table: {id: jira, columns: [a], rows: {b: x}}\n", "table jira"),
        ("sections: [{title: JIRA, table: {columns: [a], rows: {b: 1}}}]\n", 'section "JIRA"'),
        ("sections: [{title: JIRA, sections: [{notes: [a]}]}]\n", 'section "JIRA"'),
        ("counters: {open tickets: x}\n", 'counter "open tickets"'),
        ("duty: {This week: 1}\n", 'duty "This week"'),
        ("actions: [{id: k7q2m4, owner: a, task: b, due: c}]\n", "action k7q2m4"),
        ("actions: [{owner: a, task: call, due: c}]\n", 'action "call"'),
        ("actions: [{topic: News, notes: [a]}]\n", 'topic "News"'),
        ("actions: [{topic: News, actions: [{id: k7q2m4, owner: 1, task: b}]}]\n", "action k7q2m4"),
    ],
)
def test_the_record_is_named(text: str, record: str) -> None:
    assert schema_problem(with_date(text)).record == record


def fault(keyword: str, key: str = "", value: object = None, path: KeyPath = (), **schema: object) -> Fault:
    return Fault(path, keyword, value, schema, key)


def test_a_wrong_type_silences_whatever_else_is_said_of_the_value() -> None:
    assert essential([fault("pattern"), fault("minLength"), fault("type")]) == (fault("type"),)


def test_a_misspelt_key_explains_the_missing_one() -> None:
    known: dict[str, object] = {"properties": {"task": {}, "owner": {}}}
    item = {"taks": "write", "owner": "Mat"}
    unknown = Fault(("actions", 0, "taks"), "unknown", item, known, "taks")
    missing = Fault(("actions", 0), "required", item, known, "task")
    assert unknown.closest_key == "task"
    assert essential([missing, unknown]) == (unknown,)


def test_two_missing_keys_are_two_causes() -> None:
    faults = (fault("required", "task"), fault("required", "owner"))
    assert essential(faults) == faults


@pytest.mark.parametrize(
    ("types", "wanted"), [("string", ("string",)), (["string", "null"], ("string", "null"))]
)
def test_a_fault_knows_the_types_that_are_wanted(types: object, wanted: tuple[str, ...]) -> None:
    assert fault("type", type=types).types == wanted


def test_a_key_that_is_like_none_is_meant_for_none() -> None:
    assert Fault((), "unknown", {"zzz": 1}, {"properties": {"task": {}}}, "zzz").closest_key == ""


@pytest.mark.parametrize(
    ("value", "echo"),
    [
        ("a\tb\nc", "a b c"),
        (Ambiguous("3.10"), "3.10"),
        (7, "7"),
        ("x" * 61, "x" * 57 + "..."),
        ("x" * 60, "x" * 60),
    ],
)
def test_a_value_is_echoed_as_one_short_line(value: object, echo: str) -> None:
    assert short(value) == echo


@pytest.mark.parametrize(
    ("path", "key"), [(("sections", 0, "title"), "title"), (("attending", 3), "attending"), ((), "")]
)
def test_the_last_key_of_a_path_is_the_key_around_a_place_in_a_list(path: KeyPath, key: str) -> None:
    assert last_key(path) == key
