"""Action items of single lines and paragraphs, by the one grammar of actions."""

from datetime import date

import pytest
from support.oldminutes.sheets import DAY, open_sheet

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.action_line_reader import LineReader
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.sheet import PersonName
from minutebook.records.meeting import Action
from minutebook.records.roster import Roster
from minutebook.records.series import Person

FACTS = Facts(Roster((Person("Ada Quill"), Person("Ben Stone", aliases=("BS",)), Person("Cy Dunn"))))
PRESENT = ("Ada Quill", "Ben Stone", "Lea Moor")


def reader_of(text: str, prose: frozenset[int] = frozenset(), *, generated: bool = False) -> LineReader:
    """Return a reader of the actions of a text."""
    sheet = open_sheet(text, FACTS, prose, generated=generated)
    sheet.names.extend(PersonName(name, 1, "attending") for name in PRESENT)
    reader = LineReader(sheet)
    sheet.names.clear()
    return reader


def read(reader: LineReader, *, is_placed: bool = False) -> list[Action]:
    """Return the actions of the last block of a reader's text."""
    return list(reader.read_lines(reader.document.blocks[-1], is_placed=is_placed))


def actions(text: str, *, is_placed: bool = False) -> list[tuple[str, str]]:
    """Return the owners and tasks of the lines of a paragraph."""
    return [(", ".join(action.owners), action.task) for action in read(reader_of(text), is_placed=is_placed)]


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("Action Item for Ada: write it", "Ada Quill", "write it"),
        ("*ACTION ITEM*: Ada to write it", "Ada Quill", "write it"),
        ("action: write it", "unassigned", "write it"),
        ("write it (ACTION: Ada)", "Ada Quill", "write it"),
        ("AI: Ada - write it", "Ada Quill", "write it"),
        ("[ ] PRs: review it", "unassigned", "PRs: review it"),
        ("Ada to write it and to send it", "Ada Quill", "write it and to send it"),
        ("**AI Ada:** write it", "Ada Quill", "write it"),
        ("@ada write it", "Ada Quill", "write it"),
        ("AI Ada: write it", "Ada Quill", "write it"),
        ("**Door:** Ada to write it", "Ada Quill", "Door: write it"),
        ("AP: @ada write it", "Ada Quill", "write it"),
        ("ACTION 3: Ada to write it", "Ada Quill", "write it"),
        ("**ACTION 12.3** Ada will write it", "Ada Quill", "write it"),
        ("ACTION: Kim Lund to write it", "Kim Lund", "write it"),
        ("Action: Ada and BS to write it", "Ada Quill, Ben Stone", "write it"),
        ("ACTION: we need to write it", "unassigned", "we need to write it"),
        ("**Actiepunt: schrijf het op**", "unassigned", "schrijf het op"),
        ("Aksjon: Ada skriver det", "Ada Quill", "skriver det"),
        ("AI (Lea): write it\\", "Lea", "write it"),
        ("It leaks. **Action:** Ada to call", "Ada Quill", "It leaks. **Action:** Ada to call"),
        ("It leaks (Action: Ada to call)", "Ada Quill", "It leaks (Action: Ada to call)"),
        ("[ ] Ada ruft an", "Ada Quill", "ruft an"),
        ("AP1: Ada to write it", "Ada Quill", "write it"),
        ("We like it. ACTION: Ada", "Ada Quill", "We like it"),
        ("action: Ada writes it", "Ada Quill", "Ada writes it"),
        ("It leaks. **ACTION: Ada/Clerk**", "Ada Quill, Clerk", "It leaks."),
        ("It leaks. *Action: Ada and Ben*", "Ada Quill, Ben Stone", "It leaks"),
        ("It leaks. Action: Treasurer", "Treasurer", "It leaks"),
        ("The Clerk to write it", "Clerk", "write it"),
        ("ToDo1: write it (Ada)", "Ada Quill", "write it"),
        ("It leaks, says\nBen.\n**ACTION: Ada**", "Ada Quill", "It leaks, says Ben."),
        ("write it (owner: Ada, due: 2020-11-09)", "Ada Quill", "write it"),
        ("AI (Ada, Ada Quill): write it", "Ada Quill", "write it"),
        ("ACTION on Ada to write it", "Ada Quill", "write it"),
        ("ACTION on Club Chairs to write it", "Club Chairs", "write it"),
        ("Ada: TODO: write it", "Ada Quill", "write it"),
        ("[Ada] todo: to write it", "Ada Quill", "write it"),
        ("Ada: Action: Ben to write it", "Ben Stone", "Ada: Action: Ben to write it"),
        ("Action item: write it (@kim)", "kim", "write it"),
        ("**Action Item 1**: Ada to write it", "Ada Quill", "write it"),
        ("AI (Ada):\u3000write\xa0it", "Ada Quill", "write it"),
        ("[x]write it", "unassigned", "write it"),
        ("[ ] - @ada will write it", "Ada Quill", "write it"),
        ("[ ] [name=Zoe Lund] Write it", "Zoe Lund", "Write it"),
        ("[x] [name=Ada] & [name=Zoe] write it", "Ada Quill, Zoe", "write it"),
        ("[ ] **Zoe Lund** to write it", "Zoe Lund", "write it"),
        ("[ ] [name=Your name] write it", "unassigned", "[name=Your name] write it"),
        ("@kim from ACME to write it", "kim", "write it"),
        ("@kim (ACME) to write it", "kim", "write it"),
        ("@kim + @ada to write it", "kim, Ada Quill", "write it"),
        ("**ACTION** [Kim] to write it", "Kim", "write it"),
        ("write it -&gt; **[@ada]({{ site.url }}/ada)**", "Ada Quill", "write it"),
    ],
)
def test_a_marked_action_is_one_anywhere(line: str, owner: str, task: str) -> None:
    assert actions(line) == [(owner, task)]


@pytest.mark.parametrize(
    "line",
    [
        "@ada likes the lamp",
        "We asked the AI (Ada): again",
        "No action: Ada to rest",
        "@ada: the lamp is warm",
        "@ada and @ben propose a lamp",
        "Action Item Review (Ada)",
        "Ada: the lamp is warm",
        "ACTION: none.",
        "AI (Ada): n/a",
        "TODO [link](https://example.org)",
        "AI (Ada): write\ue000it",
        "No action on Ada to write it",
        "Action on lamps to save light",
        "@ada were shown a lamp",
        "@ada still likes it",
        "@ada isn't sure",
        "@ada from the shop",
        "[ ] TODO",
        "[x] Ada Quill (chair)",
        "It leaks (ACTION: call the roofer)",
        "The Clerks to write it",
        "The old Chair to be oiled",
    ],
)
def test_what_somebody_says_is_no_action(line: str) -> None:
    assert actions(line) == []


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Ada - to write it", ["Ada Quill"]),
        ("Ben: write it", ["Ben Stone"]),
        ("write it @ada", ["Ada Quill"]),
        ("write it, assigned to Ada", ["Ada Quill"]),
        ("write it @Ada Quill", ["Ada Quill"]),
        ("All: write it", ["All"]),
        ("All - to write it", ["All"]),
        ("Everyone will write it", ["Everyone"]),
        ("@ada : write it", ["Ada Quill"]),
        ("write it: Ada;", ["Ada Quill"]),
        ("Owners: Ada, Ben", []),
        ("Verify: write it", []),
        ("All lamps burn", []),
        ("write it", []),
    ],
)
def test_where_actions_stand_a_line_is_one_if_it_names_its_owner(line: str, owners: list[str]) -> None:
    assert actions(line, is_placed=True) == [(owner, "write it") for owner in owners]


def test_a_sentence_that_begins_with_its_owner_is_an_action_where_actions_stand() -> None:
    assert actions("Ada und Ben bauen es", is_placed=True) == [
        ("Ada Quill, Ben Stone", "Ada und Ben bauen es")
    ]
    assert actions("Ada und Ben bauen es", is_placed=False) == []
    assert actions("Ada sagt etwas. Ben lacht.", is_placed=True) == []


def test_where_somebody_asks_answers_are_no_actions() -> None:
    talk = "Ben: I oiled it.\nAda: who comes?\nBen: the bell rang"
    assert actions(talk) == []
    assert actions(f"{talk}\nAI: Ada to call") == [("Ada Quill", "call")]


def test_an_action_goes_on_until_the_next_one() -> None:
    reader = reader_of("AI (Ada): write\nit down\nAI (Ben): send\nit\n")
    assert [(action.task, action.key_path) for action in read(reader)] == [
        ("write it down", (1, 2)),
        ("send it", (3, 4)),
    ]


def test_a_mark_may_stand_above_its_action() -> None:
    assert actions("**Action item**\nAda to bake\na cake\n") == [("Ada Quill", "bake a cake")]


def test_lines_above_the_first_action_are_none() -> None:
    reader = reader_of("We talked\nfor long.\nAI (Ada): write\n")
    assert [(action.task, action.key_path) for action in read(reader)] == [("write", (3, 3))]


def test_a_line_that_must_stay_prose_is_no_action() -> None:
    assert read(reader_of("AI (Ada): write\n", frozenset({1}))) == []


def test_an_action_says_how_it_stands() -> None:
    (action,) = read(reader_of("AI (Ada): write it (done 3 March)"))
    assert (action.status, action.notes, action.due) == ("done", ("3 March",), None)
    (action,) = read(reader_of("AI (Ada): write it (due 2026-11-09)"))
    assert (action.status, action.due) == ("open", date(2026, 11, 9))
    (action,) = read(reader_of("AI (Ada): write it [dropped: too late]"))
    assert (action.status, action.reason) == ("dropped", "too late")


def test_the_age_that_minutes_print_is_no_part_of_a_task() -> None:
    assert actions("AI (Ada): write it (3rd meeting)") == [("Ada Quill", "write it")]


def test_names_and_marks_are_told_once() -> None:
    reader = reader_of("AI (BS, Kim): write to Ada by noon [DONE]")
    read(reader)
    assert [(name.name, name.line, name.is_sure) for name in reader.sheet.names] == [
        ("BS", 1, True),
        ("Kim", 1, True),
    ]
    assert [(each.kind, each.stated, each.now) for each in reader.sheet.decisions] == [
        ("alias resolved", "BS", "Ben Stone")
    ]
    assert reader.sheet.marks == {1: frozenset({"ai", "bs", "kim", "to", "by", "done"})}


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("ACTION 3: Ada to oil it", {"action", "3", "ada", "to"}),
        ("oil 3 of it (Actie Ada)", {"actie", "ada"}),
        ("Ada to oil 3 of it", {"ada", "to"}),
    ],
)
def test_words_beside_a_task_are_marks_if_one_stands_there(line: str, marks: set[str]) -> None:
    reader = reader_of(line)
    read(reader)
    assert reader.sheet.marks == {1: marks}


@pytest.mark.parametrize(
    ("line", "handle", "is_sure"),
    [
        ("@kim write it", "kim", True),
        ("AI (Kim): write it", "", True),
        ("AI: Kim to write it", "", False),
        ("AI: Ada and Ben to write it", "", True),
    ],
)
def test_some_forms_name_their_owners_for_certain(line: str, handle: str, is_sure: bool) -> None:
    reader = reader_of(line)
    read(reader)
    assert {(name.handle, name.is_sure) for name in reader.sheet.names} == {(handle, is_sure)}


def test_actions_of_prose_are_followed_by_nobody() -> None:
    reader = reader_of("- AI (Ada): write\n- talk\n-\n- AI (Ben): write\n")
    reader.tell_unfollowed({4})
    assert [decision.line for decision in reader.sheet.decisions] == [1]
    assert reader.sheet.marks == {}


MARK = minutes_mark(f"{DAY}.yaml")


def test_what_minutebook_wrote_is_read_as_it_writes_it() -> None:
    reader = reader_of(
        f"{MARK}\n\nAI (Ada \\& Co, Ben): write (3rd meeting, lapses next time)\nAI (Ben): send\n",
        generated=True,
    )
    action, later = read(reader)
    assert (later.owners, later.task) == (("Ben",), "send")
    assert (action.owners, action.task, action.key_path) == (("Ada & Co", "Ben"), "write", (3, 3))
    assert (reader.sheet.ages, reader.sheet.lapsing) == ({3: 3}, {3})
    assert [name.name for name in reader.sheet.names] == ["Ada & Co", "Ben", "Ben"]


@pytest.mark.parametrize("line", ["Ada to write it", "TODO Ada: write", "AI (Ada): "])
def test_other_forms_are_prose_in_what_minutebook_wrote(line: str) -> None:
    assert read(reader_of(f"{MARK}\n\n{line}\n", generated=True)) == []


@pytest.mark.parametrize(
    ("below", "status", "task"),
    [
        ("Done", "done", "oil"),
        ("Already done", "done", "oil"),
        ("\nDone (in May)", "done", "oil"),
        ("In progress", "open", "oil In progress"),
        ("\nDone is what we say.", "open", "oil"),
        ("\nDone\nand more", "open", "oil"),
    ],
)
def test_a_line_or_a_paragraph_below_an_action_may_close_it(below: str, status: str, task: str) -> None:
    reader = reader_of(f"AI: Ada to oil\n{below}\n")
    paragraph, *more = reader.document.blocks
    (action,) = reader.read_lines(paragraph, next(iter(more), None), is_placed=False)
    assert (action.status, action.task) == (status, task)


def test_a_box_may_stand_before_what_a_stranger_will_do() -> None:
    assert actions("[] Mill Chair will oil it\n") == [("Mill Chair", "oil it")]
    assert actions("[x] Oil it all\n") == [("unassigned", "Oil it all")]


def test_a_box_before_somebody_with_a_role_is_no_action() -> None:
    assert actions("[x] Ada Quill, 7DH (chair)", is_placed=False) == []


@pytest.mark.parametrize(
    "line", ["Actions: Ada to oil it", "**Next step:** oil it (Ada)", "T\u00e2ches : Ada: oil it"]
)
def test_a_title_before_a_colon_marks_a_task_that_names_an_owner(line: str) -> None:
    assert actions(line) == [("Ada Quill", "oil it")]


@pytest.mark.parametrize("line", ["Actions: to be seen", "Next step: Ada", "Follow up: oil it"])
def test_a_title_before_a_colon_marks_nothing_without_an_owner(line: str) -> None:
    assert actions(line) == []


def test_a_title_with_a_number_marks_a_task_of_nobody_as_well() -> None:
    assert actions("**Next step 2:** oil it") == [("unassigned", "oil it")]


@pytest.mark.parametrize("line", ["<s>AI: Ada to oil it</s>", "<del>AI (Ada): oil it</del> Done"])
def test_a_task_struck_by_a_tag_is_done(line: str) -> None:
    (action,) = read(reader_of(line))
    assert (action.task, action.status) == ("oil it", "done")


def test_a_sentence_of_a_paragraph_about_somebody_is_no_action() -> None:
    assert actions("Ada agrees to it", is_placed=True) == []
    assert actions("Ada: oil it", is_placed=True) == [("Ada Quill", "oil it")]


def test_a_stranger_before_a_boxed_task_is_no_word_of_the_minutes() -> None:
    assert actions("- [ ] Zelda to oil it") == [("Zelda", "oil it")]
    assert actions("- [ ] PR to oil it") == [("unassigned", "PR to oil it")]
    assert actions("- [ ] Shed to be seen by shed people") == [
        ("unassigned", "Shed to be seen by shed people")
    ]


def test_a_question_is_an_action_only_with_a_mark() -> None:
    assert actions("Ada: can it be built?", is_placed=True) == []
    assert actions("Ada: ask who built it?", is_placed=True) == [("Ada Quill", "ask who built it?")]
    assert actions("AI (Ada): who built it?") == [("Ada Quill", "who built it?")]


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("AI (Ada): oil it (bis 12.10.2026)", date(2026, 10, 12)),
        ("AI: Ada to oil it, *by 12 October*", date(2026, 10, 12)),
        ("AI: oil it (responsible: Ada, by Oct 12)", date(2026, 10, 12)),
        ("AI (Ada): oil it by Friday", None),
        ("AI (Ada): oil it by the end of October", None),
    ],
)
def test_a_day_behind_a_task_that_has_its_number_is_when_it_is_due(line: str, due: date | None) -> None:
    (action,) = read(reader_of(line))
    assert (action.owners, action.due) == (("Ada Quill",), due)
    assert (action.task == "oil it") == (due is not None)


def test_the_address_of_a_page_behind_a_mark_is_no_task() -> None:
    assert actions("Action items: https://example.org/pad") == []
    assert actions("Action items: read https://example.org/pad") != []
