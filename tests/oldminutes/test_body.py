"""The sections of old minutes: every line below the head is in a record, or in prose."""

from itertools import chain

import pytest
from support.oldminutes.sheets import DAY, open_sheet

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.body import BodyReader
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.outline import outline
from minutebook.oldminutes.titles import find_title
from minutebook.records.attendance import Attendance
from minutebook.records.figures import Counters, Table
from minutebook.records.meeting import Action, Actions, Duties, Notes, Section, Topic, actions_of
from minutebook.records.roster import Roster
from minutebook.records.series import Person

FACTS = Facts(
    Roster((Person("Ada Quill", aliases=("Ada",)), Person("Ben"), Person("Team", group=True))),
    frozenset({"guest"}),
)
COUNTS = "| n | Δ | State |\n|---|---|---|\n| 4 | +1 | Open |\n"
TASKS = "| Task | Owner |\n|---|---|\n| oil | Ada |\n"
PLAIN = "| Host | Load |\n|---|---|\n| a | 0.5 |\n"


def reader_of(
    text: str,
    *,
    taken: frozenset[int] = frozenset(),
    prose: frozenset[int] = frozenset(),
    attendance: dict[int, Attendance] | None = None,
    draft: bool = False,
    generated: bool = False,
) -> tuple[BodyReader, Section]:
    """Return the reader of a text, and the section that it is."""
    sheet = open_sheet(text, FACTS, prose, generated=generated)
    document = sheet.document
    reader = BodyReader(sheet, attendance or {}, taken, draft=draft)
    title = find_title(document.blocks, titled=False)
    return reader, reader.read(outline(document, title, prose, generated=generated))


def brief(section: Section) -> list[object]:
    """Return what stands in a section itself."""
    return [short for block in section.blocks for short in shorten(block)]


def shorten(block: object) -> list[object]:
    """Return what a block says, without what is usual."""
    match block:
        case Notes():
            return [block.text]
        case Duties():
            return [(duty.label, *duty.people) for duty in block.duties]
        case Counters():
            return [(counter.label, counter.value) for counter in block.counters]
        case Table():
            return [block.columns]
        case Actions():
            return [
                listed.topic if isinstance(listed, Topic) else (*listed.owners, listed.task)
                for listed in block.listed
            ]
    return []


def actions_below(section: Section) -> list[Action]:
    """Return the actions of a section itself."""
    blocks = [block for block in section.blocks if isinstance(block, Actions)]
    return [action for block in blocks for action in actions_of(block.listed)]


def contents(text: str, **said: object) -> list[object]:
    """Return what stands in a text without headings."""
    _, root = reader_of(text, **said)  # type: ignore[arg-type]
    return [short for _, section in root.headed() for short in brief(section)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talk\n", ["talk\n"]),
        ("AI (Ada): oil\n", [("Ada Quill", "oil")]),
        ("- AI (Ada): oil\n- talk\n", [("Ada Quill", "oil"), "- talk\n"]),
        ("- 3 guests\n- 4 (+1) tickets\n", [("guests", 3), ("tickets", 4)]),
        ("- Tea: Ada\n- Cake: Ben, Ada Quill\n", [("Tea", "Ada Quill"), ("Cake", "Ben", "Ada Quill")]),
        (COUNTS, [("n",)]),
        (TASKS, [("Ada Quill", "oil")]),
        (PLAIN, [PLAIN]),
        ("- AI (Ada): Ben\n", [("Ada Quill", "Ben")]),
        ("- Door\n  - AI (Ada): oil\n", ["Door"]),
        ("AI (Ada):\n\n- oil\n", [("Ada Quill", "oil")]),
        ("```\n- AI (Ada): oil\n```\n", ["```\n- AI (Ada): oil\n```\n"]),
        ("> AI (Ada): oil\n", [("Ada Quill", "oil")]),
    ],
)
def test_each_block_is_a_record_or_prose(text: str, expected: list[object]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    "above", ["## Action points", "## Open action items", "**Action items for next week:**", "## Tareas", "Talk\n**Actions:**"]
)  # fmt: skip
def test_below_a_title_for_actions_a_list_is_one_of_them(above: str) -> None:
    assert ("Ada Quill", "oil") in contents(f"# T\n\n{above}\n\n- Ada: oil\n")


def test_below_a_title_for_plans_those_are_actions_that_name_an_owner_or_order_something() -> None:
    text = "# T\n\n## Next steps\n\n- it is painted.\n- Ada: oil\n- AI: mend\n- Write to the town\n"
    read = [piece for piece in contents(text) if isinstance(piece, tuple)]
    assert read == [("Ada Quill", "oil"), ("unassigned", "mend"), ("unassigned", "Write to the town")]


def test_below_a_title_for_plans_a_list_of_nothing_but_steps_is_one_of_actions() -> None:
    assert contents("# T\n\n## Next steps\n\n- Demo for all\n- Paint the hall\n") == [
        ("unassigned", "Demo for all"),
        ("unassigned", "Paint the hall"),
    ]


def test_below_a_title_within_actions_those_are_actions_that_name_an_owner() -> None:
    text = "# T\n\n## Actions\n\n### House\n\n- it is painted.\n- Ada: oil\n\n### Notes\n\n- Ben: fine\n"
    assert contents(text) == ["- it is painted.\n", ("Ada Quill", "oil"), "- Ben: fine\n"]


@pytest.mark.parametrize("sign", ["---", "# [Lamps](https://example.org)"])
def test_actions_stand_where_they_do_up_to_a_line_or_the_next_heading(sign: str) -> None:
    assert contents(f"# T\n\n## Actions\n\n- Ada: oil\n\n{sign}\n\n- Ben: paint it\n- Ben\n")[:2] == [
        ("Ada Quill", "oil"),
        f"{sign}\n\n- Ben: paint it\n- Ben\n",
    ]


def test_a_paragraph_between_a_title_and_a_list_parts_them() -> None:
    assert contents("Actions:\n\nAs ever.\n\n- Ada: oil\n") == ["Actions:\n\nAs ever.\n\n- Ada: oil\n"]


@pytest.mark.parametrize("end", ["**Notes**", "Notes:"])
def test_a_line_in_bold_is_a_title_of_actions_up_to_the_next_title(end: str) -> None:
    text = f"# T\n\n## Roof\n\n**Actions:**\n\nAs ever.\n\n- Ada: oil\n\n**Ben:**\n\n- mend it\n\n{end}\n\n- Ada: fine\n"
    assert contents(text)[1:] == [("Ada Quill", "oil"), ("Ben", "mend it"), f"{end}\n\n- Ada: fine\n"]


def test_paragraphs_right_below_a_label_for_actions_are_those_that_name_an_owner() -> None:
    text = "Ada: fine.\n\n*Actions*\n\nOil it (Ada).\n\nBen: paint it\n\nAll is well.\n\nBen: so it is\n"
    assert contents(text) == [
        "Ada: fine.\n\n*Actions*\n",
        ("Ada Quill", "Oil it"),
        ("Ben", "paint it"),
        "All is well.\n\nBen: so it is\n",
    ]


def test_a_plain_heading_for_actions_in_the_text_is_their_title() -> None:
    assert ("Ada Quill", "oil") in contents("## `A`\n\n### Actions\n\n- Ada: oil\n")


@pytest.mark.parametrize(
    "line",
    [
        "- Ada: Ben",
        "- Regrets: Ben",
        "- Tea: Kim",
        "- Tea: Team",
        "- Oil it. Nobody is responsible: Kim",
        "- [Tea](https://example.org): Ben",
        "- Te\ue000a: Ben",
        "- Tea: Ben\n  and more",
        "- Tea: Ben\n  - more",
        "- Tea:",
        "- Tea: ?",
    ],
)
def test_other_lines_are_no_duty(line: str) -> None:
    assert contents(f"{line}\n") == [f"{line}\n"]


def test_a_duty_may_have_several_people() -> None:
    assert contents("- Tea: Ben, Ada\n- Cake: Ada\u3001Ben\n") == [
        ("Tea", "Ben", "Ada Quill"),
        ("Cake", "Ada Quill", "Ben"),
    ]


def test_below_a_duty_one_may_be_nobodys() -> None:
    assert contents("- Tea: Ben\n- Cake: ?\n- Jam:\n") == [("Tea", "Ben"), ("Cake",), ("Jam",)]
    assert contents("- Tea: Ben\n- Jam:\n- Jam: Ada\n") == [("Tea", "Ben"), ("Jam",), "- Jam: Ada\n"]


def test_a_second_duty_of_a_name_is_prose_but_in_another_section() -> None:
    assert contents("- Tea: Ben\n- Tea: Ada\n") == [("Tea", "Ben"), "- Tea: Ada\n"]
    assert contents("## A\n\n- Tea: Ben\n\n## B\n\n- Tea: Ada\n") == [("Tea", "Ben"), ("Tea", "Ada Quill")]


def test_a_second_counter_of_a_name_is_prose_in_all_sections() -> None:
    text = "## A\n\n- 4 (+1) tickets\n\n## B\n\n- 5 (+1) tickets\n"
    reader, _ = reader_of(text)
    assert contents(text) == [("tickets", 4), "- 5 (+1) tickets\n"]
    assert [(each.record, each.column) for each in chain(*reader.stated.values())] == [
        (3, "tickets"),
        (7, "tickets\nB"),
    ]
    assert [(title, record.key_path) for title, record in chain(*reader.loose.values())] == [("B", (7,))]


def test_counts_in_prose_are_judged_and_stay_there() -> None:
    text = f"There are 4 (+1) tickets.\n\n- A list\n\n{COUNTS}".replace("\n| ", "\n  | ").replace(
        "\n|--", "\n  |--"
    )
    reader, _ = reader_of(text)
    assert contents(text) == [text]
    assert [record.key_path for _, record in chain(*reader.loose.values())] == [(1,), (5,)]
    assert [(each.record, each.line, each.text) for each in chain(*reader.stated.values())] == [
        (1, 1, "+1"),
        (5, 7, "+1"),
    ]


def test_a_table_that_is_not_whole_is_judged_and_stays_prose() -> None:
    text = "| n | Δ | State | Who |\n|---|---|---|---|\n| 4 | +1 | Open | x |\n"
    reader, _ = reader_of(text)
    assert contents(text) == [text]
    assert [record.key_path for _, record in chain(*reader.loose.values())] == [(1,)]
    assert [each.text for each in chain(*reader.stated.values())] == ["+1"]


def test_a_line_below_a_table_may_belong_to_it() -> None:
    text = f"{COUNTS}\nChanges are since 12 October 2020.\n\nmore\n"
    reader, _ = reader_of(text)
    assert contents(text) == [("n",), "more\n"]
    assert reader.sheet.marks[5] == {"changes", "are", "since", "12", "october", "2020"}


@pytest.mark.parametrize("text", ["- AI (Ada): oil\n", "- 4 (+1) tickets\n", "- Tea: Ben\n", COUNTS, TASKS])
def test_lines_that_must_stay_prose_do(text: str) -> None:
    lines = frozenset(range(1, 1 + text.count("\n")))
    assert contents(text, prose=lines) == [text]
    assert contents(text, taken=lines) == []


def test_in_a_draft_counts_may_be_missing() -> None:
    assert contents("- ? guests\n", draft=True) == [("guests", None)]
    assert contents(COUNTS.replace("\n| 4 |", "\n| 5 | | Held |\n| 5 | | Done |\n| |"), draft=True) == [
        ("n",)
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("## A\n\ntalk\n", ["talk\n"]),
        ("## A\n\nNone this week\n", []),
        ("## A\n", [""]),
        ("## A\n\n### B\n\ntalk\n", []),
        ("## A\n\nNone this week\n\n### B\n\ntalk\n", ["None this week\n"]),
    ],
)
def test_a_section_may_say_nothing(text: str, blocks: list[object]) -> None:
    _, root = reader_of(f"# T\n\n{text}")
    assert (root.sections[0].title, brief(root.sections[0])) == ("A", blocks)


def test_sections_that_belong_to_the_head_are_gone() -> None:
    text = "# T\n\n## A\n\nx\n\n## B\n\nx\n\n### C\n\ny\n\n## D\n\nx\ny\n"
    _, root = reader_of(text, taken=frozenset({3, 5, 7, 9, 13, 15}))
    assert [section.title for section in root.sections] == ["B", "D"]


def test_sections_have_the_people_of_their_headings() -> None:
    people = Attendance(attending=("Ada",))
    _, root = reader_of("# T\n\n## A\n\nx\n", attendance={3: people})
    assert (root.attendance, root.sections[0].attendance) == (Attendance(), people)


MARK = minutes_mark(f"{DAY}.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-   3 tickets\n-   Tea: Kim\n-   Jam: ?\n", [("tickets", 3), ("Tea", "Kim"), ("Jam",)]),
        ("-   3 tickets\n\n-   Tea: Kim\n", [("tickets", 3), "-   Tea: Kim\n"]),
        ("- 3 tickets\n", ["- 3 tickets\n"]),
    ],
)
def test_what_minutebook_wrote_stands_without_gaps_below_its_own(text: str, expected: list[object]) -> None:
    written = f"{MARK}\n# T\n\n-   AI (Ada): oil\n{text}"
    assert contents(written, taken=frozenset({1}), generated=True) == [("Ada", "oil"), *expected]


def test_below_the_name_of_somebody_within_actions_a_list_is_of_that_person() -> None:
    text = "# T\n\n## Actions\n\n### Ada\n\n- oil\n- [x] mend\n\n### Roof\n\n- paint\n"
    assert contents(text) == [("Ada Quill", "oil"), ("Ada Quill", "mend"), ("unassigned", "paint")]


@pytest.mark.parametrize(
    "above", ["## Next steps\n\n### Ada", "## Next steps\n\n###### Ada", "## Ada\n\n**to do**", "## Ada\n\nTo do:"]
)  # fmt: skip
def test_below_the_name_of_somebody_beside_a_title_of_plans_a_list_is_of_that_person(above: str) -> None:
    assert contents(f"# T\n\n{above}\n\n- [ ] the roof\n- Ben paints it\n")[-2:] == [
        ("Ada Quill", "the roof"),
        ("Ada Quill", "Ben paints it"),
    ]


def test_what_somebody_says_below_a_heading_of_a_name_is_no_action() -> None:
    assert contents("# T\n\n## Ada\n\n- the roof leaks\n") == ["- the roof leaks\n"]


def test_a_label_at_the_edge_of_the_page_stands_above_the_items_that_follow() -> None:
    text = "# T\n\n## Roof\n\n- Ben: fine\n- All well\n**ACTION ITEMS**\n- Ada: oil\n- Ben: paint\n"
    assert contents(text)[1:] == [("Ada Quill", "oil"), ("Ben", "paint")]


def test_boxes_before_who_was_there_are_no_actions() -> None:
    _, section = reader_of("- [x] Ben\n- [ ] Ada - Shed Ltd\n", taken=frozenset({1}))
    assert not actions_below(section)


@pytest.mark.parametrize("title", ["## Agenda", "## Postponed agenda", "**Topics:**", "## Decisions"])
def test_boxes_before_the_points_of_an_agenda_are_no_actions(title: str) -> None:
    text = f"# T\n\n{title}\n\n- [ ] the mill\n- [x] Ada: ovens\n- [ ] Ben to paint it\n"
    assert [record for record in contents(text) if not isinstance(record, str)] == [("Ben", "paint it")]


def test_among_the_points_of_an_agenda_boxes_may_be_those_of_actions() -> None:
    text = "# T\n\n## Agenda\n\n- Last actions\n- [ ] oil the mill\n"
    assert contents(text) == ["- Last actions\n", ("unassigned", "oil the mill")]


def test_below_a_title_that_says_so_actions_are_closed() -> None:
    text = f"# T\n\n## Done last week\n\n{TASKS}\n- Lamps\n  - AI (Ben): buy\n- 3 guests\n"
    _, section = reader_of(text)
    actions = [action for inner in section.sections for action in actions_below(inner)]
    assert [action.status for action in actions] == ["done", "done"]


def test_below_completed_actions_whoever_is_named_has_done_what_stands_there() -> None:
    _, section = reader_of("# T\n\n## Completed actions\n\n- Ada: oil it\n- all went well\n")
    actions = [action for inner in section.sections for action in actions_below(inner)]
    assert [(action.owners, action.task, action.status) for action in actions] == [
        (("Ada Quill",), "oil it", "done")
    ]


def test_lists_that_follow_each_other_have_the_owners_of_the_line_above() -> None:
    text = "# T\n\n## Actions\n\n**Ada**\n\n- oil\n\n* mend\n"
    assert contents(text) == [("Ada Quill", "oil"), ("Ada Quill", "mend")]


def test_what_stands_below_actions_and_more_is_no_step() -> None:
    below = "- Add a link\n- Ben will paint it\n- Demo for all\n"
    named = [("unassigned", "Add a link"), ("Ben", "paint it"), "- Demo for all\n"]
    assert contents(f"# T\n\n## Agenda & actions\n\n{below}") == named
    assert len(contents(f"# T\n\n## Next steps\n\n{below}")) == 3


def test_a_marked_line_of_an_item_is_an_action_beside_what_stands_above_it() -> None:
    text = "# T\n\n- The door\nIt is stuck.\nAction: oil it\n- Ask Ben and\n  Ada to come\n"
    assert contents(text) == [
        "- The door\nIt is stuck.\n",
        ("unassigned", "oil it"),
        "- Ask Ben and\n  Ada to come\n",
    ]


def test_whole_names_above_lists_within_actions_own_what_stands_below_them() -> None:
    text = "# T\n\n## Actions\n\n- Zoe Poe\n  - oil it\n- Kim Ray\n  - mend it\n"
    assert contents(text) == [("Zoe Poe", "oil it"), ("Kim Ray", "mend it")]


@pytest.mark.parametrize("topic", ["Old Roof", "Website Launch"])
def test_a_topic_above_a_list_within_actions_owns_nothing(topic: str) -> None:
    text = f"# T\n\n## Actions\n\n- {topic}\n  - oil the roof\n- Zoe Poe\n  - ask about the website\n"
    assert (topic, "oil the roof") not in contents(text)


def test_an_item_that_is_a_label_in_bold_stands_above_the_items_that_follow() -> None:
    text = (
        "# T\n\n## Roof\n\n- Ben: fine\n- **Next steps:**\n- Write to the town\n- **Door**\n- Paint is dear\n"
    )
    assert [piece for piece in contents(text) if isinstance(piece, tuple)] == [
        ("unassigned", "Write to the town")
    ]


def test_a_name_in_bold_within_actions_ends_them_not() -> None:
    text = "# T\n\n## Actions\n\n- **Ben**\n- Ada: oil it\n"
    assert ("Ada Quill", "oil it") in contents(text)


def test_marked_actions_below_the_heading_of_somebody_are_theirs() -> None:
    text = "# T\n\n## Ada\n\n- TODO: oil it\n- TODO: Ben to call\n- it rains\n\n## Roof\n\n- TODO: paint it\n"
    assert [piece for piece in contents(text) if isinstance(piece, tuple)] == [
        ("Ada Quill", "oil it"),
        ("Ben", "call"),
        ("unassigned", "paint it"),
    ]


@pytest.mark.parametrize(("gap", "count"), [("\n\n", 1), ("\n\n\n", 0), (f" {'It rains. ' * 50}\n\n", 0)])
def test_whose_a_task_is_may_stand_right_below_it(gap: str, count: int) -> None:
    _, section = reader_of(f"Oil the door.{gap}**Action: Ada**\n")
    lists = (block.listed for block in section.blocks if isinstance(block, Actions))
    tasks = [(action.owners, action.task) for listed in lists for action in actions_of(listed)]
    assert tasks == [(("Ada Quill",), "Oil the door.")] * count


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            "# Mill\n\n## To do\n\nOil the door\nCall Ben\n",
            ["unassigned: Oil the door", "unassigned: Call Ben"],
        ),
        ("To do:\nOil the door\nAda: call Ben\n", ["unassigned: Oil the door", "Ada Quill: call Ben"]),
        (
            "# Mill\n\n## To do\n\nFor everyone:\nOil the door\nCall Ben\n",
            ["everyone: Oil the door", "everyone: Call Ben"],
        ),
        ("# Mill\n\n## To do\n\n**Unassigned**\nOil the door\n", ["unassigned: Oil the door"]),
        ("# Mill\n\n## Next steps\n\nThe oil\nThe door\n", []),
        ("# Mill\n\n## Talk\n\nOil the door\nCall Ben\n", []),
    ],
)
def test_lines_below_a_title_of_actions_are_items(text: str, tasks: list[str]) -> None:
    _, root = reader_of(text)
    lists = (
        block.listed
        for section in (root, *root.sections)
        for block in section.blocks
        if isinstance(block, Actions)
    )
    actions = (action for listed in lists for action in actions_of(listed))
    assert [f"{', '.join(action.owners)}: {action.task}" for action in actions] == tasks
