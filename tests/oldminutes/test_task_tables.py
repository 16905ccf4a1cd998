"""Tables of action items: a task, an owner, and perhaps when it is due and how it stands."""

from datetime import date

import pytest
from support.oldminutes.sheets import DAY, block_of, open_sheet

from minutebook.oldminutes.action_reader import ActionReader
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.task_tables import read_due, read_task_table
from minutebook.records.meeting import Action
from minutebook.records.roster import Roster
from minutebook.records.series import Person

DUE = date(2026, 10, 20)
FACTS = Facts(Roster((Person("Ada Quill"), Person("Ben Stone"), Person("Quality", group=True))))


def reader_of(text: str) -> ActionReader:
    """Return a reader of the actions of a text."""
    return ActionReader(open_sheet(text, FACTS))


def text_of(rows: tuple[str, ...]) -> str:
    """Return a table of rows that are given as cells with bars between them."""
    line = "|---" * (rows[0].count("|") + 1)
    return "\n".join(f"| {row} |" for row in (rows[0], line[1:], *rows[1:]))


def tasks(*rows: str, listed: bool = False, title: str = "") -> tuple[Action, ...]:
    """Return the actions of a table below a title; `listed` says that this is one for them."""
    text = text_of(rows)
    return read_task_table(block_of(text), reader_of(text), listed=listed, titles=(title,))


def task(*cells: str) -> Action:
    """Return the action of a table with one row, given as a heading and a cell by turns."""
    (action,) = tasks(" | ".join(cells[::2]), " | ".join(cells[1::2]))
    return action


@pytest.mark.parametrize(
    ("task_heading", "owner_heading"),
    [
        ("Task", "Owner"),
        ("Action Items", "Who"),
        ("Tâche", "Responsable"),
        ("任务", "负责人"),
        ("What", "Lead"),
    ],
)
def test_headings_say_where_tasks_and_owners_stand(task_heading: str, owner_heading: str) -> None:
    action = task(task_heading, "oil it", owner_heading, "Ada")
    assert (action.task, action.owners, action.key_path) == ("oil it", ("Ada Quill",), (3, 0, 3))


@pytest.mark.parametrize(
    "rows", [("Owner | Team", "Ada | Acme"), ("Task | Team", "oil it | Acme"), ("Task | Owner",)]
)
def test_a_table_without_tasks_and_owners_has_no_actions(rows: tuple[str, ...]) -> None:
    assert tasks(*rows) == ()


def test_whoever_has_nothing_to_do_may_have_a_row_as_well() -> None:
    for row in (" | Ben", " | "):
        assert [action.task for action in tasks("Task | Owner", "oil it | Ada", row)] == ["oil it"]
    assert tasks("Task | Owner", " | Ben") == ()


def test_below_a_title_for_actions_owners_may_lack() -> None:
    (action,) = tasks("Task | Team", "oil it | Acme", listed=True)
    assert (action.owners, action.notes) == (("unassigned",), ("Acme",))
    assert tasks("Team | Room", "Acme | 1", listed=True) == ()


@pytest.mark.parametrize(
    ("cell", "owners", "notes"),
    [
        ("Ada, Ben", ("Ada Quill", "Ben Stone"), ()),
        ("Ada/Ben Stone", ("Ada Quill", "Ben Stone"), ()),
        ("@ada", ("Ada Quill",), ()),
        ("**Ada**", ("Ada Quill",), ()),
        ("Ada (oil/paint)", ("Ada Quill",), ("Ada (oil/paint)",)),
        ("Cy Dunn", ("Cy Dunn",), ()),
        ("Ada, Ada Quill", ("Ada Quill",), ()),
        ("TBD", ("unassigned",), ()),
        ("", ("unassigned",), ()),
        ("Every team member", ("Every team member",), ()),
        ("Ada/project team", ("Ada Quill", "project team"), ()),
        ("Meeting organizers", ("Meeting organizers",), ()),
        ("Roof team (Cy Dunn / Lea)", ("Roof team",), ("Cy Dunn / Lea",)),
        ("\uacf5\ud1b5", ("\uacf5\ud1b5",), ()),
        ("a pair with the help of the team", ("unassigned",), ("a pair with the help of the team",)),
        ("Ada, whoever is there", ("Ada Quill",), ("whoever is there",)),
    ],
)
def test_owners_are_people_and_all_else_is_noted(
    cell: str, owners: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    action = task("Task", "oil it", "Owner", cell)
    assert (action.owners, action.notes) == (owners, notes)


@pytest.mark.parametrize(
    ("cell", "due", "notes"),
    [
        ("2026-10-09", date(2026, 10, 9), ()),
        ("9 October", date(2026, 10, 9), ()),
        ("10/9", date(2026, 10, 9), ()),
        ("9/10", date(2026, 10, 9), ()),
        ("by October 9, at noon", date(2026, 10, 9), ("by October 9, at noon",)),
        ("by 9 October", date(2026, 10, 9), ()),
        ("(2026-10-09)", date(2026, 10, 9), ()),
        ("07/11/2026", date(2026, 11, 7), ()),
        ("11/12", None, ("11/12",)),
        ("3/5", None, ("3/5",)),
        ("soon", None, ("soon",)),
        ("none", None, ()),
        ("", None, ()),
    ],
)
def test_a_due_day_is_the_one_that_comes_soon(cell: str, due: date | None, notes: tuple[str, ...]) -> None:
    action = task("Task", "oil it", "Owner", "Ada", "Due", cell)
    assert (action.due, action.notes) == (due, notes)


@pytest.mark.parametrize("heading", ["Fecha límite", "Prazo"])
def test_below_other_headings_than_english_ones_the_day_stands_first(heading: str) -> None:
    assert task("Tarefa", "assar", "Responsável", "Ada", heading, "10/11/2026").due == date(2026, 11, 10)
    assert task("Task", "bake", "Owner", "Ada", "Due", "10/11/2026").due is None


@pytest.mark.parametrize(
    ("cell", "status", "notes", "reason"),
    [
        ("Done.", "done", (), None),
        ("fait", "done", (), None),
        ("in progress", "open", (), None),
        ("half of it", "open", ("half of it",), None),
        ("gesloten<br>today", "open", ("gesloten today",), None),
        ("Completed after the fair", "done", ("Completed after the fair",), None),
        ("Ben completed it", "done", ("Ben completed it",), None),
        ("Not done yet", "open", ("Not done yet",), None),
        ("dropped", "dropped", (), "dropped"),
        ("fait \u2713", "done", (), None),
        ("\U0001f504 In corso", "open", (), None),
        ("\u2705", "done", (), None),
        ("\u2705 Sent in May", "done", ("\u2705 Sent in May",), None),
        ("erledigt am 1.7.", "done", ("am 1.7.",), None),
        ("Done, but not paid", "open", ("Done, but not paid",), None),
        ("cancelled: too dear", "dropped", ("too dear",), "too dear"),
        ("", "open", (), None),
    ],
)
def test_a_status_is_known_or_noted(
    cell: str, status: str, notes: tuple[str, ...], reason: str | None
) -> None:
    action = task("Task", "oil it", "Owner", "Ada", "Status", cell)
    assert (action.status, action.notes, action.reason) == (status, notes, reason)


def test_numbers_and_other_columns_are_notes() -> None:
    assert task("#", "3", "Task", "oil it", "Owner", "Ada", "Room", "Mill").notes == ("3", "Mill")


def test_of_two_columns_of_tasks_the_second_is_a_note() -> None:
    action = task("Task", "oil it", "Description", "the old door", "Owner", "Ada")
    assert (action.task, action.notes) == ("oil it", ("the old door",))


def test_short_rows_and_longer_ones_are_read() -> None:
    assert [action.owners for action in tasks("Task | Owner", "oil it", "paint it | Ada | x")] == [
        ("unassigned",),
        ("Ada Quill",),
    ]


def test_names_are_told_and_their_words_marked() -> None:
    rows = ("Task | Owner | Due | Status", "oil it | Ada | 9 October | done", "paint it | Cy | soon | ")
    text = text_of(rows)
    reader = reader_of(text)
    read_task_table(block_of(text), reader, listed=False)
    assert [(name.name, name.line, name.role) for name in reader.sheet.names] == [
        ("Ada", 3, "owner"),
        ("Cy", 4, "owner"),
    ]
    assert [(each.line, each.kind, each.stated, each.now) for each in reader.sheet.decisions] == [
        (3, "alias resolved", "Ada", "Ada Quill")
    ]
    assert reader.sheet.marks == {
        1: frozenset({"task", "owner", "due", "status"}),
        2: frozenset({"task", "owner", "due", "status"}),
        3: frozenset({"ada", "9", "october", "done", "due"}),
        4: frozenset({"cy", "due"}),
    }


def test_names_may_stand_in_several_lines_or_without_spaces_between_them() -> None:
    assert task("Task", "oil it", "Owner", "Ada<br>Ben").owners == ("Ada Quill", "Ben Stone")
    assert task("Task", "oil it", "Owner", "Ada&&Ben").owners == ("Ada Quill", "Ben Stone")


@pytest.mark.parametrize("heading", ["Name", "Respons\u00e1veis", "Assignee(s)", "Verantwortliche"])
def test_beside_tasks_many_words_stand_for_owners(heading: str) -> None:
    assert task("Task", "oil it", heading, "Ada").owners == ("Ada Quill",)


@pytest.mark.parametrize(
    ("text", "due"),
    [("2026-10-20", (DUE, "")), ("20 Oct", (DUE, "")), ("after 20 Oct", (DUE, "after 20 Oct")), ("soon", (None, "soon"))],
)  # fmt: skip
def test_a_text_may_name_a_day(text: str, due: tuple[date | None, str]) -> None:
    assert read_due(text, DAY, "due") == due


def test_a_tick_closes_a_task() -> None:
    assert task("Tasca", "oil it", "Assignat", "Ada", "Estat", "✓").status == "done"


def test_a_cell_without_a_heading_is_kept() -> None:
    (action,) = tasks("Task | Owner", "oil it | Ada | soon")
    assert (action.task, action.notes) == ("oil it", ("soon",))


def test_a_total_below_tasks_is_none() -> None:
    (action,) = tasks("Task | Who | Points | State", "oil it | Ada | 3 | To-Do", "All | | 3 | ")
    assert (action.task, action.notes) == ("oil it", ("3",))


def test_a_ticked_box_closes_a_task() -> None:
    assert task("Done", "[x]", "Task", "oil", "Owner", "Ada").status == "done"


def test_an_owner_may_be_a_link_or_everybody() -> None:
    assert task("Task", "oil", "Owner", "[@zelda](https://example.org/zelda)").owners == ("zelda",)
    assert task("Task", "oil", "Owner", "All").owners == ("All",)


def test_a_struck_task_is_done() -> None:
    action = task("Task", "~~oil~~", "Owner", "Ada")
    assert (action.task, action.status) == ("oil", "done")


def test_of_two_columns_of_tasks_the_one_that_says_so_counts() -> None:
    assert task("Item", "Door", "Action", "oil it", "By whom", "Ada").task == "oil it"


def test_a_row_that_is_of_another_kind_is_no_action() -> None:
    (action,) = tasks(
        "Type | Description | Owner", "A | oil it | Ada", "D | it is old | Ben", "I | it rains | Ada"
    )
    assert (action.owners, action.task, action.notes) == (("Ada Quill",), "oil it", ())


def test_people_say_by_themselves_who_does_a_task() -> None:
    (action,) = tasks("Action | For | Issue", "oil it | Ada, Cy | 7")
    assert (action.task, action.owners, action.notes) == ("oil it", ("Ada Quill", "Cy"), ("7",))
    assert not tasks("Item | Speaker", "opening | Ada")


def test_without_a_column_of_owners_tasks_name_them() -> None:
    first, second = tasks("# | Action", "1 | Ada: oil it", "2 | Ben to call Ada", listed=True)
    assert (first.owners, first.task) == (("Ada Quill",), "oil it")
    assert (second.owners, second.task) == (("Ben Stone",), "call Ada")


@pytest.mark.parametrize(
    "headings", ["Deliverable | Owner | ETA", "\u5185\u5bb9 | \u62c5\u5f53\u8005 | \u671f\u65e5", " | | "]
)
def test_where_actions_stand_what_is_owned_is_a_task_whatever_it_is_called(headings: str) -> None:
    (action,) = tasks(headings, "the old mill | Ada | soon", listed=True)
    assert (action.owners, action.task) == (("Ada Quill",), "the old mill")


def test_what_somebody_talked_about_is_no_task() -> None:
    assert not tasks("Item | Who | Notes", "the mill | Ada | It is old.")
    assert tasks("Item | Who | Due", "oil the mill | Ada | soon")
    assert tasks("Item | Who | Notes", "oil the mill | Ada | It is old.", listed=True)


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Decisions", "Item"), ("4. Key decisions", ""), ("", "Decision"), ("", "\u6c7a\u5b9a\u5185\u5bb9")],
)
def test_what_was_decided_is_no_task(title: str, heading: str) -> None:
    assert not tasks(f"# | {heading} | Owner | Due", "1 | The mill closes | Ada | soon", title=title)
    assert tasks("# | Action | Owner | Due", "1 | close the mill | Ada | soon", title=title)


def test_who_speaks_at_a_meeting_has_no_task() -> None:
    assert not tasks("Meeting date | Item | Lead", "12 October 2026 | the oven | Ada")
    assert tasks("Due date | Item | Lead", "12 October 2026 | the oven | Ada")


def test_a_word_that_closes_a_task_is_one_where_nothing_else_stands() -> None:
    closed, _ = tasks("Task | Owner", "~~**cancelled**~~ | Ada", "oil it | Ada")
    assert closed.task == "~~**cancelled**~~"


def test_who_wrote_what_is_open_is_no_owner() -> None:
    assert not tasks("# | Title | Author | Status", "7 | oil the mill | Ada | Open")


def test_people_and_how_each_task_stands_tell_tables_with_other_words() -> None:
    (first, second) = tasks(
        "Nr | Tjing | Hvem | Status", "1 | oil the old mill | Ada | done", "2 | rest | Ben, Cy | open"
    )
    assert (first.task, first.owners, first.status) == ("oil the old mill", ("Ada Quill",), "done")
    assert second.owners == ("Ben Stone", "Cy")
    assert not tasks("Nr | Tjing | Hvem | Status", "1 | mill | Ada | released")
    assert not tasks("Part | Owner", "the mill | Ada")
    assert not tasks("Motion | Moved by | Seconded by | Status", "Buy an oven | Ada | Ben | Accepted")
    assert not tasks("Date | Name | Class", "2026-10-05 | Ada | Full member of the mill")


def test_of_two_columns_of_days_the_one_that_says_so_counts() -> None:
    (action,) = tasks("Date | Task | Owner | Due", "2026-10-05 | oil it | Ada | 2026-10-20")
    assert (action.due, action.notes) == (DUE, ("2026-10-05",))


def test_by_may_stand_above_owners() -> None:
    (action,) = tasks("Item | By | Due", "oil it | Ada | 2026-10-20", listed=True)
    assert (action.owners, action.due) == (("Ada Quill",), DUE)


def test_all_of_a_group_may_own_a_task() -> None:
    assert task("Task", "oil it", "Owner", "All members").owners == ("All members",)


def test_only_words_of_europe_say_that_the_day_stands_before_its_month() -> None:
    assert read_due("12/10", DAY, "Frist") == (date(2026, 10, 12), "")
    assert read_due("12/10", DAY, "\u671f\u65e5") == (None, "12/10")


def test_owners_may_stand_a_column_before_their_heading() -> None:
    (action,) = tasks("Task | Limits | Owner", "oil it | Ada")
    assert (action.task, action.owners, action.notes) == ("oil it", ("Ada Quill",), ())


def test_points_of_an_agenda_with_those_who_bring_them_are_no_actions() -> None:
    assert tasks("Item | Owner", "Oven | Ada", title="Agenda items") == ()
    assert len(tasks("Task | Owner", "mend the oven | Ada", title="Agenda items")) == 1


@pytest.mark.parametrize("cells", ["item | who | date", "Y | Ada | 2026-10-12"])
def test_what_a_template_says_and_single_letters_are_no_actions(cells: str) -> None:
    assert tasks("Item | Responsible | Due", cells, listed=True) == ()


def test_activities_have_authors_and_versions_of_the_minutes_are_no_tasks() -> None:
    (action,) = tasks("Atividade | Prazo | Autores", "medir o forno | 20/10/26 | Ada")
    assert (action.task, action.owners, action.due) == ("medir o forno", ("Ada Quill",), DUE)
    assert tasks("Vers\u00e3o | Data | Descri\u00e7\u00e3o | Autor", "1.0 | 05/10/2026 | Ata | Ada") == ()


@pytest.mark.parametrize("due", ["TBD", "n/a", "20 October"])
def test_what_a_cell_says_of_a_day_need_not_be_shown_unless_it_says_more(due: str) -> None:
    text = text_of(("Task | Owner | Due", f"oil it | Ada | {due}"))
    reader = reader_of(text)
    assert len(read_task_table(block_of(text), reader, listed=True)) == 1
    assert set(due.casefold().replace("/", " ").split()) <= reader.sheet.marks[3]
