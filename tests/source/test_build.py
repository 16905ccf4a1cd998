"""From the data of a meeting's file to the record it stands for."""

from datetime import date

from support import samples
from support.samples import meeting

from minutebook.records.attendance import Attendance
from minutebook.records.figures import Counter, Row, Table
from minutebook.records.meeting import Action, Actions, Duties, Duty, Notes, Topic


def test_a_meeting_of_which_only_the_date_is_known_is_final_and_empty() -> None:
    built = meeting("date: 2020-10-26")
    assert (built.date, built.status, built.title, built.header) == (date(2020, 10, 26), "final", None, ())
    assert ((*built.named,), built.tables) == ((), ())
    assert built.root.empty
    assert built.held


def test_people_and_header_keep_their_order() -> None:
    built = meeting("date: 2020-10-26\nattending: [Mat, Ada]\nabsent:\nguests: [Bob]\nheader: {B: x, A: y}")
    assert built.root.attendance == Attendance(("Mat", "Ada"), (), ("Bob",))
    assert built.header == (("B", "x"), ("A", "y"))


def test_a_skipped_meeting_was_not_held() -> None:
    built = meeting("date: 2020-10-26\nstatus: skipped\nreason: Holiday")
    assert (built.held, built.reason) == (False, "Holiday")


def test_content_keeps_the_order_of_its_keys_and_what_is_empty_is_nothing() -> None:
    built = meeting(
        "date: 2020-10-26\nduty: {Now: Mat, Next: [A, B], Then: '?'}\nnotes: x\nsections: [{title: A, notes: }]"
    )
    assert built.root.blocks == (
        Duties((Duty("Now", ("Mat",)), Duty("Next", ("A", "B")), Duty("Then", ()))),
        Notes("x"),
    )
    assert built.root.sections[0].empty


def test_a_table_has_its_rows_and_their_places() -> None:
    built = meeting("""\
        date: 2020-10-26
        sections:
          - table:
              id: a
              columns: [A, B]
              continues: [C, B]
              baseline: other
              totals: row
              rows: {Open: [1, ~], Done: }
        """)
    at = ("sections", 0, "table")
    rows = (Row((*at, "rows", "Open"), "Open", (1, None)), Row((*at, "rows", "Done"), "Done", (None, None)))
    expected = Table(at, "a", None, ("A", "B"), rows, "row", ("C", "B"), "other")
    assert built.tables == (expected,)
    assert not built.tables[0].complete


def test_counters_are_numbers_or_continue_another() -> None:
    built = meeting("date: 2020-10-26\ncounters: {calls: 3, rings: {value: 4, continues: bells}, mails: ~}")
    assert [(c.label, c.value, c.continues) for c in built.counters] == [
        ("calls", 3, None),
        ("rings", 4, "bells"),
        ("mails", None, None),
    ]
    assert built.counters[0] == Counter(("counters", "calls"), "calls", 3)


def test_an_item_has_all_its_fields() -> None:
    built = meeting("""\
        date: 2020-10-26
        actions:
          - {id: a1bcde, owner: [Mat, Ada], task: x, since: 2020-10-19, due: 2020-11-02, status: done, note: n, reason: r}
        """)
    since, due = date(2020, 10, 19), date(2020, 11, 2)
    assert built.actions == (
        Action(
            ("actions", 0), "a1bcde", ("Mat", "Ada"), "x", since, due, "done", ("n",), "r", has_status=True
        ),
    )


def test_items_typed_in_a_hurry_name_their_owners_before_the_colon() -> None:
    built = meeting(
        "date: 2020-10-26\nactions: [{Mat: a}, {'BrianL, Mat': b}, {AI (Mat): c}, {'AI (A, B)': d}]"
    )
    assert [(action.owners, action.task) for action in built.actions] == [
        (("Mat",), "a"),
        (("BrianL", "Mat"), "b"),
        (("Mat",), "c"),
        (("A", "B"), "d"),
    ]
    assert all(
        action.id is None and action.status == "open" and not action.has_status for action in built.actions
    )


def test_the_items_of_a_topic_are_items_of_the_meeting() -> None:
    built = meeting(
        "date: 2020-10-26\nactions:\n  - topic: T\n    notes: n\n    actions: [{Mat: a}]\n  - topic: U\n  - Ada: b"
    )
    assert [action.task for action in built.actions] == ["a", "b"]
    block = built.root.blocks[0]
    assert isinstance(block, Actions)
    assert [
        (entry.topic, entry.notes, len(entry.actions)) for entry in block.listed if isinstance(entry, Topic)
    ] == [("T", "n", 1), ("U", None, 0)]


TEXT = """\
date: 2020-10-26
ok: [a]
counters: {calls: {value: 1, ok: [b]}, ok: 3}
table:
  id: jira
  ok: [c]
  columns: [A, B]
  rows: {Open: {counts: [1, 2], ok: [d]}, ok: [1, 2]}
actions:
  - {id: k7q2m4, owner: Mat, task: call, ok: [e]}
  - Mat: write
  - topic: Release
    actions:
      - {id: k7q2m5, owner: Mat, task: call again, ok: [f]}
sections:
  - title: A
    x-own: {ok: [g]}
    sections: [{title: B, ok: [h, i]}]
"""


def test_an_answer_has_the_path_of_its_record() -> None:
    answers = samples.meeting(TEXT).answers
    assert [(answer.key_path, answer.rules) for answer in answers] == [
        ((), ("a",)),
        (("counters", "calls"), ("b",)),
        (("table",), ("c",)),
        (("table", "rows", "Open"), ("d",)),
        (("actions", 0), ("e",)),
        (("actions", 2, "actions", 0), ("f",)),
        (("sections", 0, "sections", 0), ("h", "i")),
    ]


def test_a_line_for_no_action_item_is_none() -> None:
    built = meeting(
        "date: 2020-10-26\nactions:\n  - none\n  - AI: none so far\n  - topic: Pier\n    actions:\n      - n/a\n"
    )
    assert built.actions == ()


def test_an_action_item_below_a_line_for_none_keeps_its_place() -> None:
    built = meeting("date: 2020-10-26\nactions:\n  - none\n  - {owner: Mat, task: call}\n")
    assert [action.key_path for action in built.actions] == [("actions", 1)]
