"""The rule about labels that are one and the same but for case or spaces."""

import pytest
from support.rulebook import broken, finding, met


@pytest.mark.parametrize(
    ("body", "key_path", "message"),
    [
        (
            "table: {id: a, columns: [A], rows: {Inbox: 1, inbox: 2}}",
            ("table", "rows", "inbox"),
            "the row 'inbox' differs from the row 'Inbox' only in case or spaces",
        ),
        (
            "table: {id: a, columns: [A b, AB], rows: {Open: [1, 2]}}",
            ("table", "columns", 1),
            "the column 'AB' differs from the column 'A b' only in case or spaces",
        ),
        (
            "counters: {open calls: 1, Open calls: 2}",
            ("counters", "Open calls"),
            "the counter 'Open calls' differs from the counter 'open calls' only in case or spaces",
        ),
    ],
)
def test_labels_that_are_one_but_for_case_or_spaces_are_told(
    body: str, key_path: tuple[str | int, ...], message: str
) -> None:
    twins = finding("label-twice", met("2020-10-26", body))
    assert (twins.severity, twins.key_path, twins.message) == ("warning", key_path, message)


def test_labels_that_are_two_are_answered() -> None:
    assert (
        broken(met("2020-10-26", "table: {id: a, columns: [A], ok: [label-twice], rows: {C: 1, c: 2}}")) == []
    )
    assert broken(met("2020-10-26", "ok: [label-twice]\ncounters: {open: 1, Open: 2}")) == []
    assert broken(met("2020-10-26", "table: {id: a, columns: [A], rows: {C: 1, C2: 2}}")) == []
