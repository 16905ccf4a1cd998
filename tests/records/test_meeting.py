"""What a meeting and its parts know of themselves."""

from datetime import date

from support.samples import meeting

from minutebook.records.meeting import Duty


def test_a_section_without_anything_under_its_heading_is_empty() -> None:
    last = meeting(
        "date: 2020-10-26\nsections: [{title: A}, {title: B, notes: x}, {title: C, sections: [{title: D}]}]"
    )
    assert [section.empty for section in last.root.sections] == [True, False, False]


def test_sections_are_walked_in_the_order_of_the_file() -> None:
    last = meeting("date: 2020-10-26\nsections: [{title: A, sections: [{title: B}]}, {title: C}]")
    assert [section.title for section in last.sections] == [None, "A", "B", "C"]


def test_a_skipped_meeting_was_not_held() -> None:
    texts = ("status: skipped\nreason: Holiday", "status: draft", "title: A")
    assert [meeting(f"date: 2020-10-26\n{text}").held for text in texts] == [False, True, True]


def test_the_notes_of_sections_and_topics_are_its_prose() -> None:
    text = "date: 2020-10-26\nnotes: a\nactions: [{topic: T, notes: b}]\nsections: [{title: S, notes: c}]"
    paths = (("notes",), ("actions", 0, "notes"), ("sections", 0, "notes"))
    assert list(meeting(text).prose()) == list(zip(paths, "abc", strict=True))


def test_an_action_is_found_by_its_id() -> None:
    actions = "actions: [{id: k7q2m4, owner: Mat, task: a}, {owner: Mat, task: b}]"
    last = meeting(f"date: 2020-10-26\n{actions}")
    assert [last.action("k7q2m4"), last.action("b1cdef")] == [last.actions[0], None]


def test_of_counters_with_one_label_the_first_that_has_a_value_counts() -> None:
    sections = ", ".join(f"{{title: A, counters: {{open: {value}}}}}" for value in ("null", 2, 3))
    last = meeting(f"date: 2020-10-26\nstatus: draft\nsections: [{sections}]")
    assert [last.counters_by_label.get("open"), last.counters_by_label.get("x")] == [last.counters[1], None]


def test_a_message_names_an_action_by_its_id_once_it_has_one() -> None:
    last = meeting("date: 2020-10-26\nactions: [{id: k7q2m4, owner: Mat, task: x}, {Mat: y}]")
    assert [action.record for action in last.actions] == ["action k7q2m4", "action"]


def test_a_message_names_tables_counters_and_sections() -> None:
    last = meeting("""\
        date: 2020-10-26
        counters: {open tickets: 1}
        table: {id: jira, columns: [A], rows: {Open: 1}}
        sections: [{notes: x}, {title: Support}]
        """)
    assert last.tables[0].record == "table jira"
    assert last.counters[0].record == 'counter "open tickets"'
    assert [section.record for section in last.root.sections] == ["", 'section "Support"']
    assert Duty("This week", ("Mat",)).record == 'duty "This week"'


def test_an_action_is_overdue_after_its_day_while_it_is_open() -> None:
    due = "owner: Mat, task: x, due: 2020-10-19"
    actions = f"{{{due}}}, {{{due}, status: done}}, {{{due}, status: lapsed}}, {{owner: Mat, task: x}}"
    last = meeting(f"date: 2020-10-12\nactions: [{actions}]")
    days = [date(2020, 10, day) for day in (19, 20)]
    overdue = [[action.is_overdue(day) for day in days] for action in last.actions]
    assert overdue == [[False, True], [False, False], [False, False], [False, False]]
