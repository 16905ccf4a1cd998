"""What the items of a list are taken for: duties, counters, action items, topics, and prose."""

import pytest
from support.oldminutes.sheets import sheet_of

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.values import (
    Action,
    Actions,
    Block,
    Counters,
    Duties,
    Duty,
    Prose,
    Topic,
)


def blocks_of(text: str, *counted: str, prose: tuple[int, ...] = ()) -> tuple[Block, ...]:
    """Return what stands below the title of minutes, from their third line on."""
    return sheet_of(f"# Weekly\n\n{text}", *counted, prose=prose).root.blocks


def block_of(text: str, *counted: str, prose: tuple[int, ...] = ()) -> Block:
    (blocks,) = blocks_of(text, *counted, prose=prose)
    return blocks


def generated_blocks(text: str) -> tuple[Block, ...]:
    """Return what stands in a draft that minutebook wrote, from its sixth line on."""
    return sheet_of(f"<!-- {MARK} -->\n# Weekly\n\n**Status:** draft  \n\n{text}").root.blocks


# Duties


def test_duties_that_stand_together_are_one_block() -> None:
    block = block_of("- Shifter: Ana, Ben?\n- Release: Cleo\n")
    assert block == Duties((Duty(3, "Shifter", ("Ana", "Ben?")), Duty(4, "Release", ("Cleo",))))


@pytest.mark.parametrize("value", ["", " ?"])
def test_after_a_duty_another_may_be_nobodys_yet(value: str) -> None:
    assert block_of(f"- Shifter: Ana\n- Release:{value}\n") == Duties(
        (Duty(3, "Shifter", ("Ana",)), Duty(4, "Release", ()))
    )


def test_a_duty_with_more_below_it_is_prose() -> None:
    assert isinstance(block_of("- Shifter: Ana\n  - on Monday\n"), Prose)


# Counters


def test_a_second_counter_of_one_label_is_prose() -> None:
    blocks = blocks_of("- 12 (+3) issues\n- 13 (+4) issues\n")
    assert [type(block) for block in blocks] == [Counters, Prose]


# Action items


def action_in(text: str) -> Action:
    block = block_of(text)
    assert isinstance(block, Actions)
    (member,) = block.members
    assert isinstance(member, Action)
    return member


@pytest.mark.parametrize("bullet", ["-", "*", "+", "1.", "2)"])
def test_an_action_may_have_any_bullet(bullet: str) -> None:
    assert action_in(f"{bullet} AI (Ana): fix it\n").task == "fix it"


def test_a_wrapped_action_has_all_its_lines() -> None:
    action = action_in("- AI (Ana): fix\n  it\n")
    assert (action.task, action.lines) == ("fix it", (3, 4))


def test_a_paragraph_may_be_an_action() -> None:
    assert action_in("AI (Ana): fix\nit\n").lines == (3, 4)


@pytest.mark.parametrize("task", ["*fix* it", "fix - it", "do 1. and 2. of it"])
def test_what_looks_like_a_bullet_within_a_paragraph_stays(task: str) -> None:
    assert action_in(f"AI (Ana): {task}\n").task == task


def test_lines_below_an_action_are_its_note() -> None:
    action = action_in("- AI (Ana): fix it\n  - half of\n    it\n  - all\n")
    assert (action.notes, action.lines) == (("half of it; all",), (3, 4, 5, 6))


def test_a_paragraph_below_an_action_is_its_note() -> None:
    action = action_in("- AI (Ana): fix it\n\n  half\n  of it\n")
    assert (action.notes, action.lines) == (("half of it",), (3, 5, 6))


@pytest.mark.parametrize("below", ["  - half\n    - deeper\n", "  > quoted\n", "  ```\n  code\n  ```\n"])
def test_an_action_with_more_than_lines_below_it_is_prose(below: str) -> None:
    assert isinstance(block_of(f"- AI (Ana): fix it\n{below}"), Prose)


def test_in_minutes_that_minutebook_wrote_a_dropped_action_has_its_reason_below() -> None:
    (blocks,) = generated_blocks("-   AI (Ana): fix it [DROPPED]\n    -   too late\n    -   half done\n")
    assert isinstance(blocks, Actions)
    (member,) = blocks.members
    assert isinstance(member, Action)
    assert (member.reason, member.notes) == ("too late", ("half done",))


@pytest.mark.parametrize("bullet", ["1. ", "* ", "- ", ""])
def test_behind_another_bullet_than_minutebooks_an_action_is_somebodys_prose(bullet: str) -> None:
    assert [type(one) for one in generated_blocks(f"{bullet}AI (Ana): fix it\n")] == [Prose]


@pytest.mark.parametrize("head", ["- AI (Ana):", "AI (Ana):\n", "Ana (AI):\n"])
def test_owners_above_a_list_own_all_of_it(head: str) -> None:
    block = block_of(f"{head}\n  - fix it\n  - call [done]\n")
    assert isinstance(block, Actions)
    assert [
        (action.owners, action.task, action.status) for action in block.members if isinstance(action, Action)
    ] == [
        (("Ana",), "fix it", "open"),
        (("Ana",), "call", "done"),
    ]


def test_the_line_of_the_owners_counts_to_the_first_of_their_actions() -> None:
    block = block_of("- AI (Ana):\n  - fix it\n  - call\n")
    assert isinstance(block, Actions)
    assert [action.lines for action in block.members if isinstance(action, Action)] == [(3, 4), (5,)]


@pytest.mark.parametrize("head", ["TODO (done)\n", "- AI (closed):\n"])
def test_a_mark_above_a_list_owns_nothing(head: str) -> None:
    assert {type(one) for one in blocks_of(f"{head}  - fix it\n")} == {Prose}


@pytest.mark.parametrize("below", ["  - > quoted\n", "  - fix it\n    > quoted\n", "\n  text\n", "  -\n"])
def test_owners_above_anything_else_are_prose(below: str) -> None:
    assert isinstance(block_of(f"- AI (Ana):\n{below}"), Prose)


def test_below_a_heading_of_action_items_every_line_is_one() -> None:
    (sheet,) = sheet_of("# Weekly\n\n## Action items\n\n- fix it\n- @Ben: call\n").root.sections
    (block,) = sheet.blocks
    assert isinstance(block, Actions)
    assert [action.owners for action in block.members if isinstance(action, Action)] == [
        ("unassigned",),
        ("Ben",),
    ]


# Topics


def topic_in(text: str) -> Topic:
    block = block_of(text)
    assert isinstance(block, Actions)
    (member,) = block.members
    assert isinstance(member, Topic)
    return member


def test_a_line_with_actions_below_it_is_their_topic() -> None:
    topic = topic_in("- The build\n  - AI (Ana): fix it\n")
    assert (topic.topic, topic.line, [action.task for action in topic.actions]) == (
        "The build",
        3,
        ["fix it"],
    )


def test_other_lines_below_a_topic_are_its_notes_with_the_empty_ones_between_them() -> None:
    topic = topic_in("- The build\n  - is red\n    - since Monday\n\n  - is slow\n  - AI (Ana): fix it\n")
    assert topic.notes == ((4, "- is red"), (5, "  - since Monday"), (6, ""), (7, "- is slow"))


def test_a_line_with_other_lines_alone_below_it_is_prose() -> None:
    assert isinstance(block_of("- The build\n  - is red\n"), Prose)


@pytest.mark.parametrize(
    "text", ["- The\n  build\n  - AI (Ana): fix it\n", "- The build\n  - AI (Ana): x\n\n  > y\n"]
)
def test_a_topic_is_one_line_with_lists_below_it(text: str) -> None:
    assert isinstance(block_of(text), Prose)


# Lines that are to stay


@pytest.mark.parametrize(
    "line",
    [
        "Shifter: Ana",
        "12 (+3) issues",
        "AI (Ana): fix it",
        "AI (Ana):\n  - fix it",
        "The build\n  - AI (Ana): x",
    ],
)
def test_what_must_stay_prose_is_nothing_else(line: str) -> None:
    assert isinstance(block_of(f"- {line}\n", prose=(3, 4)), Prose)


def test_an_action_of_which_the_note_must_stay_prose_is_prose() -> None:
    assert isinstance(block_of("- AI (Ana): fix it\n  - half\n", prose=(4,)), Prose)


@pytest.mark.parametrize("text", ["-\n", "- > quoted\n", "- # heading\n"])
def test_a_list_item_without_a_line_of_text_is_prose(text: str) -> None:
    assert isinstance(block_of(text), Prose)


def test_every_line_is_kept_as_it_stands() -> None:
    assert block_of("* one\n\n\n  two\n") == Prose(((3, "* one"), (4, ""), (5, ""), (6, "  two")))
