"""Two versions of a meeting: whatever differs has a sentence, and nothing else has one."""

import copy
from typing import Any

import pytest
from hypothesis import given
from support.leaves import Data, differing, meetings, tells_of
from support.versions import ADDITIONS, EDITS, MEETING, Edit, edited, section

from minutebook.merge.meeting_diff import compare
from minutebook.source.write import write_file
from minutebook.source.yaml.loader import read


def sentences(former: Data, current: Data) -> list[str]:
    """Return what is said of two versions of a meeting."""
    return [difference.sentence for difference in compare(former, current)]


@given(meetings())
def test_of_the_same_nothing_is_said(meeting: Data) -> None:
    assert compare(meeting, copy.deepcopy(meeting)) == ()


@given(meetings())
def test_of_the_same_in_another_spelling_nothing_is_said(meeting: Data) -> None:
    assert sentences(meeting, read("m.yaml", write_file(meeting).encode()).data) == []


@given(meetings(), meetings())
def test_every_leaf_that_differs_has_its_sentence(former: Data, current: Data) -> None:
    differences = compare(former, current)
    for leaf in differing(former, current):
        tellers = [difference.sentence for difference in differences if tells_of(difference, leaf)]
        assert tellers
        # Notes have a sentence for each paragraph, and several sections can go along with an action.
        assert len(tellers) == 1 or leaf[0] == "notes" or leaf[2:] == ("titles",), leaf


@given(meetings(), meetings())
def test_no_sentence_is_without_a_difference(former: Data, current: Data) -> None:
    leaves = differing(former, current)
    for difference in compare(former, current):
        gone = [leaf[1] for leaf in leaves if leaf[0] in {"section", "topic"}]
        is_of_lone = any(difference.titles[: len(path)] == path for path in gone)
        is_order = difference.change == "moved" and difference.former != difference.value
        assert is_order or is_of_lone or any(tells_of(difference, leaf) for leaf in leaves), difference


@pytest.mark.parametrize("edit", [*EDITS, *ADDITIONS], ids=lambda edit: edit[0])
def test_an_edit_of_one_record_is_one_sentence(edit: Edit) -> None:
    said = sentences(MEETING, edited(MEETING, [edit], 100))
    # A row has a cell in each column, and a section its notes.
    assert len(said) == (2 if edit[0] in {"row", "section"} else 1)


@pytest.mark.parametrize(
    "junk", [None, 1, True, "x", "", [], {}, [[]], [{"title": ["x"]}], {"all but": {"a": 1}}], ids=repr
)
def test_whatever_was_committed_is_compared(junk: Any) -> None:
    for key in ("attending", "header", "duty", "counters", "table", "notes", "actions", "sections", "x-own"):
        for former, current in ((MEETING | {key: junk}, MEETING), (MEETING, MEETING | {key: junk})):
            assert all(sentences(former, current))


def test_a_section_with_another_title_is_renamed() -> None:
    current = edited(MEETING, [], 0)
    section(current, "JIRA")["title"] = "Tickets"
    assert sentences(MEETING, current) == ["section JIRA renamed to Tickets"]


def test_a_section_below_another_one_is_moved() -> None:
    current = edited(MEETING, [], 0)
    moved = current["sections"].pop(0)
    section(current, "JIRA")["sections"] = [moved]
    assert sentences(MEETING, current) == ["section Announcements moved to JIRA"]


def test_sections_in_another_order_are_told_once() -> None:
    current = edited(MEETING, [], 0)
    current["sections"].reverse()
    assert sentences(MEETING, current) == ["sections in another order"]


def test_sections_with_one_title_are_named_by_those_above_them() -> None:
    former = {"sections": [{"title": title, "sections": [{"title": "News"}]} for title in ("Web", "Shop")]}
    current = edited(former, [], 0)
    current["sections"][1]["sections"][0]["notes"] = "-   closed on Monday\n"
    assert sentences(former, current) == ['Shop, News: notes "closed on Monday"']


def test_a_topic_has_its_notes_and_keys() -> None:
    topic = {"topic": "OSG 3.5", "notes": "verified first\n", "x-area": "web", "actions": []}
    former = {"sections": [{"title": "Work", "actions": [topic]}]}
    current = {
        "sections": [
            {"title": "Work", "actions": [topic | {"notes": "verified at first\n", "x-area": "shop"}]}
        ]
    }
    assert sentences(former, current) == [
        'Work, OSG 3.5: "verified first" -> "verified at first"',
        "Work, OSG 3.5: x-area web -> shop",
    ]
