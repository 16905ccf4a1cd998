"""Action items of lists, with what stands below them."""

from datetime import date

import pytest
from support.oldminutes.items import brief, first, reader_of
from support.oldminutes.sheets import DAY, open_sheet

from minutebook.minutes.layout import minutes_mark
from minutebook.oldminutes.action_reader import ActionReader
from minutebook.oldminutes.facts import Facts
from minutebook.records.meeting import Action


def closed(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return how the actions of the first item of a list ended."""
    reader = reader_of(text)
    read = reader.read_item(reader.document.blocks[-1].children[0], is_placed=False)
    return [(record.status, record.notes) for record in read if isinstance(record, Action)]


def owned(text: str, *, is_placed: bool = False) -> list[tuple[object, ...]]:
    """Return the actions of a list below the paragraph that stands before it."""
    reader = reader_of(text)
    paragraph, block, *_ = reader.document.blocks
    return list(map(brief, reader.read_owned_lists(paragraph, (block,), is_placed=is_placed)))


@pytest.mark.parametrize("text", ["- AI (Ada): write\n", "1. AI (Ada): write\n", "* AI (Ada):\n  write\n"])
def test_an_item_may_be_an_action(text: str) -> None:
    assert first(text) == [("Ada", "write")]


@pytest.mark.parametrize("text", ["- talk\n", "-\n", "- > AI (Ada): write\n", "- # AI (Ada): write\n"])
def test_an_item_may_be_prose(text: str) -> None:
    assert first(text) == []


def test_where_actions_stand_each_item_is_one() -> None:
    assert first("- write\n", is_placed=True) == [("unassigned", "write")]
    assert first("- Ada write\n", is_placed=True) == [("Ada", "write")]
    assert first("- Ada writes it\n", is_placed=True) == [("Ada", "Ada writes it")]
    assert first("- Ada's door\n", is_placed=True) == [("unassigned", "Ada's door")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("- Door\n  - AI (Ada): oil\n", ("Door", None, ("Ada", "oil"))),
        ("- Door\n  - it creaks\n  - AI (Ada): oil\n", ("Door", "- it creaks\n", ("Ada", "oil"))),
        ("- Door\n  - it\n    creaks\n\n  - badly\n  - AI (Ada): oil\n", ("Door", "- it\n  creaks\n\n- badly\n", ("Ada", "oil"))),
        ("- Door\n  - it creaks\n    - AI (Ada): oil\n", ("Door", "- it creaks\n", ("Ada", "oil"))),
        ("- Door\n  - it creaks\n    - badly\n      - AI (Ada): oil\n", ("Door", "- it creaks\n  - badly\n", ("Ada", "oil"))),
        ("- Action items\n  - oil\n", ("Action items", None, ("unassigned", "oil"))),
        ("- Action items from the last meeting\n  - Ada : oil\n", ("Action items from the last meeting", None, ("Ada", "oil"))),
        ("- **Actions**\n  - oil\n", ("**Actions**", None, ("unassigned", "oil"))),
        ("- **Action items**:\n  - Ada: oil\n", ("**Action items**:", None, ("Ada", "oil"))),
        ("- Action items that came up:\n  - oil\n", ("Action items that came up:", None, ("unassigned", "oil"))),
        ("- Door\n  - **Action items**:\n    - Ada: oil\n", ("Door", "- **Action items**:\n", ("Ada", "oil"))),
    ],
)  # fmt: skip
def test_an_item_above_actions_is_their_topic(text: str, topic: tuple[object, ...]) -> None:
    assert first(text) == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "- Door\n  - it creaks\n",
        "- Door\n\n  It creaks.\n  - AI (Ada): oil\n",
        "- Do\ue000or\n  - AI (Ada): oil\n",
        "- No action items were left\n  - Ada: oil\n",
    ],
)
def test_other_items_are_no_topics(text: str) -> None:
    assert first(text) == []


def test_a_topic_in_a_line_that_must_stay_prose_is_none() -> None:
    reader = reader_of("- Door\n  - AI (Ada): oil\n", frozenset({1}))
    assert reader.read_item(reader.document.blocks[0].children[0], is_placed=False) == ()


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("AI (Ada):\n\n- oil\n- paint\n", ("Ada",)),
        ("AI Ada, Ben:\n\n- oil\n- paint\n", ("Ada", "Ben")),
        ("**AI (Ada)**:\n\n- oil\n- paint\n", ("Ada",)),
        ("(AI: Ada)\n\n- oil\n- paint\n", ("Ada",)),
    ],
)
def test_a_line_may_name_the_owners_of_a_list(text: str, owners: tuple[str, ...]) -> None:
    assert owned(text) == [(*owners, "oil"), (*owners, "paint")]


@pytest.mark.parametrize(
    "text",
    ["Ada:\n\n- oil\n", "**Ada**\n\n- oil\n", "@ada:\n\n- oil\n", "Ada\n\n- oil\n", "Ada will:\n\n- oil\n"],
)
def test_where_actions_stand_a_name_is_enough(text: str) -> None:
    assert owned(text, is_placed=True) == [("Ada", "oil")]
    assert owned(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "AI (Ada):\n\n- oil\n- > paint\n",
        "AI (Ada):\n\n- oil\n-\n",
        "AI (Ada):\n\n- oil\n  > today\n",
        "AI (Ada):\n\n- [DONE]\n",
        "AI (Ada):\n\n> oil\n",
        "AI (Ada): write\n\n- oil\n",
        "AI (Ada): write this:\n\n- oil\n",
        "Action items (Team):\n\n- oil\n",
        "Door:\n\n- oil\n",
        "AI Ada\n\n- oil\n",
        "\u2713 AI (Ada): (done)\n\n- oil\n",
    ],
)
def test_other_lists_are_not_owned(text: str) -> None:
    assert owned(text) == []


def test_owners_may_stand_in_an_item_above_their_actions() -> None:
    assert first("- AI (Ada):\n  - oil\n  - paint [DONE]\n    - white\n") == [
        ("Ada", "oil"),
        ("Ada", "paint", ("white",)),
    ]


def test_owners_that_are_repeated_are_told() -> None:
    reader = reader_of("AI (Ada):\n\n- oil\n- paint (due 9 October)\n")
    paragraph, block = reader.document.blocks
    read = reader.read_owned_lists(paragraph, (block,), is_placed=False)
    assert [record.key_path for record in read] == [(3, 3), (4, 4)]
    assert [(each.line, each.kind, each.stated, each.now) for each in reader.sheet.decisions] == [
        (1, "owner repeated", "AI (Ada):", "in 2 action items")
    ]
    assert [(name.name, name.line) for name in reader.sheet.names] == [("Ada", 3), ("Ada", 4)]
    assert reader.sheet.marks[1] == frozenset({"ai", "ada"})
    assert "due" in reader.sheet.marks[4]


def test_lines_that_must_stay_prose_are_not_owned() -> None:
    for line in (1, 3):
        reader = reader_of("AI (Ada):\n\n- oil\n", frozenset({line}))
        paragraph, block = reader.document.blocks
        assert reader.read_owned_lists(paragraph, (block,), is_placed=False) == ()


MARK = minutes_mark(f"{DAY}.yaml")


def test_what_minutebook_wrote_has_its_bullets() -> None:
    assert first(f"{MARK}\n\n-   AI (Ada): write\n", generated=True) == [("Ada", "write")]
    assert first(f"{MARK}\n\n- AI (Ada): write\n", generated=True) == []


def test_of_what_minutebook_dropped_the_first_note_is_the_reason() -> None:
    reader = reader_of(
        f"{MARK}\n\n-   AI (Ada): write [DROPPED]\n    -   too late\n    -   and dear\n", generated=True
    )
    (action,) = reader.read_item(reader.document.blocks[-1].children[0], is_placed=False)
    assert isinstance(action, Action)
    assert (action.status, action.reason, action.notes) == ("dropped", "too late", ("and dear",))


def test_of_what_people_dropped_a_note_is_no_reason() -> None:
    reader = reader_of("- AI (Ada): write [dropped: too late]\n  - and dear\n")
    (action,) = reader.read_item(reader.document.blocks[-1].children[0], is_placed=False)
    assert isinstance(action, Action)
    assert (action.reason, action.notes) == ("too late", ("and dear",))


def test_in_what_minutebook_wrote_no_list_is_owned() -> None:
    assert first(f"{MARK}\n\n-   AI (Ada):\n    -   oil\n", generated=True) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- a\n  - b\n    c\n", ["- b", "  c"]),
        ("- a\n\t- b\n\t\tc\n", ["- b", "    c"]),
        ("- a\n  - b\n\n    c\n", ["- b", "", "  c"]),
    ],
)
def test_an_item_loses_the_indent_of_its_first_line(text: str, lines: list[str]) -> None:
    document = open_sheet(text, Facts()).document
    inner = document.blocks[0].children[0].children[1].children[0]
    assert list(document.dedented(inner)) == lines
    assert list(document.dedented(inner, {inner.first_line})) == lines[1:]


def test_names_behind_all_items_of_a_list_or_before_most_are_owners() -> None:
    def owners(text: str) -> list[tuple[str, ...]]:
        reader = reader_of(text)
        reader.meet_list(reader.document.blocks[0])
        items = (reader.read_item(item, is_placed=True) for item in reader.document.blocks[0].children)
        return [record.owners for read in items for record in read if isinstance(record, Action)]

    assert owners("- oil it (Ada)\n- mow it (Zoe and Kim)\n") == [("Ada",), ("Zoe", "Kim")]
    assert owners("- oil it -- Ada\n- mow it -- Zoe\n") == [("Ada",), ("Zoe",)]
    assert owners("- **Ada**: oil it\n- **Zoe** mow it\n") == [("Ada",), ("Zoe",)]
    assert owners("- oil it (Ada)\n- mow it (Windows)\n- go\n") == [
        ("Ada",),
        ("unassigned",),
        ("unassigned",),
    ]
    assert owners("- oil it (Yan)\n- mow it (Zoe)\n") == [("unassigned",), ("unassigned",)]
    assert owners("- \u2753 Zoe to oil it\n- Kim to mow it\n") == [("Zoe",), ("Kim",)]
    assert owners("- [ ] Zoe will oil it\n- [x] Kim to mow it\n") == [("Zoe",), ("Kim",)]
    assert owners("- [ ] zoe will oil it\n- [ ] zoe to mow it\n- [ ]\n") == [("zoe",), ("zoe",)]
    assert owners("- Zoe and Kim to oil it\n- Kim to mow it\n- go\n") == [
        ("Zoe", "Kim"),
        ("Kim",),
        ("unassigned",),
    ]
    assert owners("- oil it [K, D]\n- mow it [Kim] - DONE (ish)\n- go\n") == [
        ("K", "D"),
        ("Kim",),
        ("unassigned",),
    ]
    assert owners("- FK: oil it\n- GB: mow it\n- FK, GB: go\n") == [("FK",), ("GB",), ("FK", "GB")]
    assert owners("- UI: oil it\n- UI: mow it\n- API: go\n") == [("unassigned",)] * 3
    assert owners("- PR: merge it\n- CI: mend it\n") == [("unassigned",)] * 2
    assert owners("- Need to go\n- Try to mow it\n- Zoe to oil it\n") == [("unassigned",)] * 2 + [("Zoe",)]


def test_tick_below_an_item_closes_it() -> None:
    assert closed("- AI (Ada): oil\n  - \u2705 Sent\n") == [("done", ("Sent",))]


def test_what_ends_in_its_owner_below_such_an_action_is_one_of_its_own() -> None:
    assert first("- write it (Ada)\n  - else copy it (Ben)\n", is_placed=True) == [
        ("Ada", "write it"),
        ("Ben", "else copy it"),
    ]
    assert first("- write it (Ada)\n  - Ben: in red\n", is_placed=True) == [
        ("Ada", "write it", ("Ben: in red",))
    ]


@pytest.mark.parametrize("text", ["- \u2713 oil it\n", "- [done] oil it\n", "- DONE: oil it\n"])
def test_what_closes_a_task_of_nobody_may_stand_before_it(text: str) -> None:
    reader = reader_of(text)
    (action,) = reader.read_item(reader.document.blocks[0].children[0], is_placed=True)
    assert isinstance(action, Action)
    assert (action.task, action.status) == ("oil it", "done")


def test_a_box_may_be_escaped() -> None:
    assert closed("- \\[x\\] Ada: oil it\n") == [("done", ())]


def test_a_title_above_a_list_owns_nothing() -> None:
    reader = ActionReader(open_sheet("Agenda:\n\n- write it\n- send it\n", Facts()))
    paragraph, block = reader.document.blocks
    assert reader.read_owned_lists(paragraph, (block,), is_placed=True) == ()


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("  - Responsible: Ada\n", ("Ada", "oil it")),
        ("  - Respons\u00e1veis: Ada, Ben\n  - in May\n", ("Ada", "Ben", "oil it", ("in May",))),
        ("  - Responsible: nobody knows\n", ("unassigned", "oil it", ("Responsible: nobody knows",))),
    ],
)
def test_an_item_below_an_action_may_name_its_owner(below: str, expected: tuple[object, ...]) -> None:
    assert first(f"- [ ] oil it\n{below}") == [expected]


def test_what_names_the_owner_below_an_item_makes_it_a_task() -> None:
    text = "- The door:\n  - where: at home\n  - Responsible: Ada\n"
    assert first(text, is_placed=True) == [("Ada", "The door:", ("where: at home",))]


@pytest.mark.parametrize("day", ["due 2026-11-09", "**Deadline:** 9 Nov", "Frist: 09.11.2026"])
def test_an_item_below_an_action_may_say_when_it_is_due(day: str) -> None:
    reader = reader_of(f"- AI (Ada): oil it\n  - {day}\n")
    (action,) = reader.read_item(reader.document.blocks[-1].children[0], is_placed=False)
    assert (action.due, action.notes) == (date(2026, 11, 9), ())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("below", "ended"),
    [
        ("Status: done", ("done", ())),
        ("**Status:** Completed in May", ("done", ("in May",))),
        ("Status: waiting", ("open", ("Status: waiting",))),
    ],
)
def test_an_item_below_an_action_may_say_how_it_stands(
    below: str, ended: tuple[str, tuple[str, ...]]
) -> None:
    assert closed(f"- AI (Ada): oil it\n  - {below}\n") == [ended]


@pytest.mark.parametrize("below", ["When: 9 Nov", "Description: red"])
def test_other_labels_below_an_action_are_notes(below: str) -> None:
    assert first(f"- AI (Ada): oil it\n  - {below}\n") == [("Ada", "oil it", (below,))]


def test_below_owners_all_is_theirs_whoever_else_is_named() -> None:
    assert owned("Ada:\n\n- ask Ben (Zoe)\n", is_placed=True) == [("Ada", "ask Ben (Zoe)")]


def test_below_owners_who_begins_a_line_owns_it_alone() -> None:
    text = "Action items (Ada/Ben):\n\n- (Ada) oil it\n- Ben will paint it\n- call all\n"
    assert owned(text) == [("Ada", "oil it"), ("Ben", "paint it"), ("Ada", "Ben", "call all")]


def test_a_committee_in_brackets_owns_what_stands_before_or_below_it() -> None:
    assert owned("Action items (Ada/TSC)\n\n- oil it\n") == [("Ada", "TSC", "oil it")]
    assert first("- oil it (TSC)\n", is_placed=True) == [("TSC", "oil it")]


def test_behind_a_sentence_a_label_stands_above_reasons_and_not_above_tasks() -> None:
    text = "- Oil it. Reasons:\n  - it is old\n"
    assert first(text, is_placed=True) == [("unassigned", "Oil it. Reasons:", ("it is old",))]


def test_below_plans_and_actions_a_label_of_actions_alone_needs_no_owners() -> None:
    reader = reader_of("- Action items\n  - Merge!\n")
    assert reader.is_place("Follow-up / Action items")
    ((topic),) = reader.read_item(reader.document.blocks[0].children[0], is_placed=True)
    assert brief(topic) == ("Action items", None, ("unassigned", "Merge!"))


def test_what_leads_to_the_action_items_is_none() -> None:
    assert first("- [Action items list](https://example.org/list)\n", is_placed=True) == []
    assert first("- [Paint the door](https://example.org/door)\n", is_placed=True) != []
    assert first("- Ada to send the [list](https://example.org/list) of action items\n", is_placed=True) != []


def test_an_item_may_be_a_label_of_plans() -> None:
    text = (
        "- Next steps:\n  - Ada: oil it\n  - Ben will paint it\n  - the roof is old, and nobody knows why\n"
    )
    ((topic, notes, *actions),) = first(text)
    assert (topic, actions) == ("Next steps:", [("Ada", "oil it"), ("Ben", "paint it")])
    assert notes == "- the roof is old, and nobody knows why\n"
    assert first("- Roof:\n  - Ada: oil it\n") == []
    ((_, _, *actions),) = first(
        "- Next steps:\n  - Ada: I like it. We could.\n  - **TODO**: Ben will paint it\n"
    )
    assert actions == [("Ben", "paint it")]
    assert first("- Roof: Next steps\n  - Ada: oil it\n") == []


def test_an_item_may_have_a_number_behind_its_bullet() -> None:
    assert first("- 1) Ada: oil it\n", is_placed=True) == [("Ada", "oil it")]


def test_below_a_link_alone_stand_the_actions_that_it_is_about_if_all_have_owners() -> None:
    below = "- [mill#7](https://example.org/7)\n    - oil it ({})\n    - paint it (Ben)\n"
    link, actions = "[mill#7](https://example.org/7)", (("Ada", "oil it"), ("Ben", "paint it"))
    assert first(below.format("Ada"), is_placed=True) == [(link, None, *actions)]
    assert first(below.format("soon"), is_placed=True)[0][:2] == ("unassigned", link)


def test_plans_may_have_more_behind_their_title() -> None:
    assert first("- Next steps (Mill):\n    - Ada will oil it\n") == [
        ("Next steps (Mill):", None, ("Ada", "oil it"))
    ]
