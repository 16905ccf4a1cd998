"""The minutes of a meeting: where a list goes on, and where prose is set apart from it."""

from dataclasses import replace
from textwrap import dedent

import pytest
from support.effort import at_most
from support.minutespage import READER, body
from support.samples import history, meeting

from minutebook.minutes.page import write_minutes
from minutebook.records.figures import Counter, Counters
from minutebook.records.meeting import Block, Notes, Section


def test_the_list_of_a_section_without_a_title_goes_on_with_the_one_above() -> None:
    written = body("""\
        sections:
          - title: Talk
            notes: |
              *   one
            actions: [{id: a1bcde, owner: Mat, task: order}]
            sections:
              - notes: |
                  *   two
                actions: [{id: b1bcde, owner: Mat, task: write}]
                sections:
                  - notes: |
                      Three
                  - title: Deeper
              - notes: |
                  *   behind
        """)
    assert written == dedent("""\
        ## Talk

        *   one
        *   AI (Mat): order
        *   two
        *   AI (Mat): write

        Three


        ### Deeper

        None this week

        *   behind""")


@pytest.mark.parametrize("notes", [(), (Notes("-   a list\n"),)])
def test_no_list_is_looked_at_again_for_each_that_goes_on_with_it(notes: tuple[Block, ...]) -> None:
    counters = Counters((Counter((), "tickets", 1),))
    sections = tuple(Section((), None, (block,), ()) for block in (counters, *notes) * 1000)
    root = Section((), None, (), sections)
    with at_most(loops=10):
        write_minutes(replace(meeting("date: 2020-10-26"), root=root), history(), "Weekly")


def test_lists_that_follow_each_other_are_one_list() -> None:
    written = body("""\
        notes: |
          -   one
              -   two
        duty: {This week: Mat}
        counters: {calls: 3}
        """)
    assert written == "-   one\n    -   two\n-   This week: Mat\n-   3 calls"


@pytest.mark.parametrize("item", ["* one", "+ one", "- one", "-   one", "  * one", "* one\n  goes on"])
@pytest.mark.parametrize("order", [("notes", "actions"), ("actions", "notes")])
def test_items_and_the_bullets_of_notes_are_one_tight_list(item: str, order: tuple[str, str]) -> None:
    notes = "".join(f"\n  {line}" for line in item.split("\n"))
    values = {"notes": f"|2{notes}\n", "actions": "[{id: a1bcde, owner: Mat, task: x}]\n"}
    kinds = [token.type for token in READER.parse(body("".join(f"{key}: {values[key]}" for key in order)))]
    assert kinds.count("bullet_list_open") == 1
    assert kinds.count("list_item_open") == 2
    tokens = READER.parse(body("".join(f"{key}: {values[key]}" for key in order)))
    assert all(token.hidden for token in tokens if token.type == "paragraph_open")


def test_the_items_of_a_topic_go_on_with_the_list_of_its_notes() -> None:
    written = body("""\
        actions:
          - topic: T
            notes: |
              * one
            actions: [{id: a1bcde, owner: Mat, task: x}]
        """)
    assert written == "-   T\n    * one\n    *   AI (Mat): x"


def test_a_list_after_prose_is_set_apart() -> None:
    assert body("notes: Prose.\ncounters: {calls: 3}") == "Prose.\n\n-   3 calls"


def test_prose_after_a_list_is_set_apart() -> None:
    assert body("counters: {calls: 3}\nnotes: Prose.") == "-   3 calls\n\nProse."


def test_a_topic_with_empty_notes_has_none() -> None:
    written = body('actions: [{topic: T, notes: "  ", actions: [{id: a1bcde, owner: Mat, task: x}]}]')
    assert written == "-   T\n    -   AI (Mat): x"


@pytest.mark.parametrize("notes", ["<div>", "a\\n\\n<!-- b -->\\n<hr>"])
def test_actions_below_html_are_a_list(notes: str) -> None:
    action = "{id: a1bcde, owner: Mat, task: x}"
    for text in (
        f'notes: "{notes}\\n    b"\nactions: [{action}]',
        f'actions: [{{topic: T, notes: "{notes}", actions: [{action}]}}]',
    ):
        tokens = READER.parse(body(text))
        assert [token.content for token in tokens if token.type == "inline"][-1] == "AI (Mat): x"


def test_prose_below_a_topic_stands_apart_from_the_topics_line() -> None:
    written = body("""\
        actions:
          - topic: T
            notes: |
              ---
              prose
            actions: [{id: a1bcde, owner: Mat, task: x}]
        """)
    assert written == "-   T\n\n    ---\n    prose\n    -   AI (Mat): x"
