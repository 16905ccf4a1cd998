"""Two people change a meeting: what both did is there, and only a true disagreement is a conflict."""

import re
from collections import Counter
from textwrap import indent

import pytest
from hypothesis import given
from support.leaves import Data, meetings
from support.versions import (
    EDITS,
    MEETING,
    Edit,
    edited,
    merge_texts_by_meaning,
    merged,
    two_people,
    without_order,
)

from minutebook.merge.conflicts import Conflict, Labels
from minutebook.merge.lines import plain
from minutebook.merge.meeting_file import Texts, merge_by_meaning, merge_files
from minutebook.source.write import write_file


@given(two_people())
def test_what_both_did_is_there(people: tuple[list[Edit], list[Edit]]) -> None:
    our_edits, their_edits = people
    ours, theirs = edited(MEETING, our_edits, 100), edited(MEETING, their_edits, 200)
    both = edited(ours, their_edits, 200)
    assert without_order(merged(MEETING, ours, theirs)) == without_order(both)


@given(two_people())
def test_whoever_merges_the_meeting_says_the_same(people: tuple[list[Edit], list[Edit]]) -> None:
    ours, theirs = edited(MEETING, people[0], 100), edited(MEETING, people[1], 200)
    there, back = merged(MEETING, ours, theirs), merged(MEETING, theirs, ours)
    assert without_order(there) == without_order(back)


@given(two_people())
def test_against_what_did_not_change_each_version_is_kept_to_the_byte(
    people: tuple[list[Edit], list[Edit]],
) -> None:
    base, text = write_file(MEETING), write_file(edited(MEETING, people[0], 100))
    for ours, theirs in ((text, base), (base, text), (text, text)):
        assert "".join(f"{line}\n" for line in merge_texts_by_meaning(base, ours, theirs)) == text


@given(meetings(), meetings(), meetings())
def test_all_that_one_added_is_there_or_shown(base: Data, ours: Data, theirs: Data) -> None:
    texts = Texts(*map(write_file, (base, ours, theirs)))
    shown = words(merge_files(texts, Labels).text).keys()
    for version in texts[1:]:
        assert words(version).keys() - words(texts.base).keys() <= shown


@given(meetings(), meetings(), meetings())
def test_any_versions_say_the_same_in_either_order(base: Data, ours: Data, theirs: Data) -> None:
    texts = [write_file(version) for version in (base, ours, theirs)]
    there, back = (merge_by_meaning(Texts(texts[0], *sides)) for sides in (texts[1:], texts[:0:-1]))
    if there is None or back is None:  # something would be lost: that is for git's merge of text
        return
    conflicts = [any(isinstance(line, Conflict) for line in merged_lines) for merged_lines in (there, back)]
    assert conflicts[0] == conflicts[1]
    if not any(conflicts):
        assert words("\n".join(plain(there))) == words("\n".join(plain(back)))


@pytest.mark.parametrize("swapped", [False, True])
def test_an_item_that_both_noted_stands_once_though_its_section_has_moved(swapped: bool) -> None:
    item = "{}actions:\n{}  - {{id: a1bcde, owner: Mat, task: order parts}}\n"
    base = "date: 2020-10-26\nsections:\n  - title: A\n    sections:\n      - title: S\n  - title: B\n  - title: C\n"
    noted = base.replace("      - title: S\n", "      - title: S\n" + item.format(" " * 8, " " * 8))
    moved = "date: 2020-10-26\nsections:\n  - title: A\n  - title: B\n    sections:\n      - title: S\n  - title: C\n"
    moved += item.format(" " * 4, " " * 4)
    versions = (moved, noted) if swapped else (noted, moved)
    lines = "\n".join(map(str, merge_texts_by_meaning(base, *versions)))
    assert lines.count("a1bcde") == lines.count("title: S") == 1
    assert "conflict" not in lines.lower()


def words(text: str) -> Counter[str]:
    """Count what stands in a text, without keys and the signs that draw lists."""
    return Counter(word for word in re.findall(r"[^\s\[\]{},|~\"'-]+", text) if not word.endswith(":"))


@pytest.mark.parametrize("swapped", [False, True])
def test_an_item_that_both_noted_is_not_in_a_section_that_one_has_taken_away(swapped: bool) -> None:
    item = "{}actions:\n{}  - {{id: a1bcde, owner: Mat, task: order parts}}\n"
    base = "sections:\n  - title: Later\n"
    sides = [item.format("", ""), f"{base}{item.format('    ', '    ')}"]
    merged_lines = merge_texts_by_meaning(base, *(reversed(sides) if swapped else sides))
    assert merged_lines == sides[0].splitlines()


@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_put_into_a_section_that_the_other_has_taken_away_stays_where_it_is(swapped: bool) -> None:
    agenda, talk = "  - title: Agenda\n    notes: first\n", "  - title: Talk\n    notes: second\n"
    into = f"{agenda}    sections:\n{indent(talk, '    ')}"
    base, moved, shortened = (f"sections:\n{text}" for text in (agenda + talk, into, talk))
    versions = (shortened, moved) if swapped else (moved, shortened)
    assert merge_texts_by_meaning(base, *versions) == shortened.splitlines()


@pytest.mark.parametrize(
    "edit", [edit for edit in EDITS if edit[0] not in {"third", "leaves", "move", "status", "due"}]
)
def test_two_values_in_one_place_are_a_conflict_with_both(edit: Edit) -> None:
    ours, theirs = edited(MEETING, [edit], 100), edited(MEETING, [edit], 200)
    merged_lines = merge_texts_by_meaning(*(write_file(version) for version in (MEETING, ours, theirs)))
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    assert any("100" in line for line in conflict.ours)
    assert any("200" in line for line in conflict.theirs)


def test_what_one_deleted_and_the_other_changed_is_a_conflict() -> None:
    ours = edited(MEETING, [], 0)
    del ours["sections"][1]["actions"][0]
    theirs = edited(MEETING, [edit for edit in EDITS if edit[0] == "task"], 200)
    merged_lines = merge_texts_by_meaning(*(write_file(version) for version in (MEETING, ours, theirs)))
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    assert conflict.ours == ()
    assert "        task: task 200" in conflict.theirs
    assert conflict.record == "JIRA, k7q2m4"


def test_an_action_that_was_moved_has_what_the_other_changed() -> None:
    edits = {name: (name, edit) for name, edit in EDITS}
    meeting = merged(
        MEETING, edited(MEETING, [edits["move"]], 1), edited(MEETING, [edits["status"], edits["due"]], 1)
    )
    assert [listed["id"] for listed in meeting["sections"][1]["actions"]] == ["k7q2m4"]
    assert meeting["sections"][2]["actions"][1] == {
        "id": "m3x8d0",
        "owner": "Anna",
        "task": "call the bank",
        "due": "2020-11-09",
        "status": "done",
    }


def test_a_section_with_another_title_has_what_the_other_changed() -> None:
    ours = edited(MEETING, [], 0)
    ours["sections"][1]["title"] = "Tickets"
    meeting = merged(MEETING, ours, edited(MEETING, [edit for edit in EDITS if edit[0] == "Open 0"], 7))
    assert meeting["sections"][1]["title"] == "Tickets"
    assert meeting["sections"][1]["table"]["rows"]["Open"] == [7, 1]


def test_a_column_that_one_added_is_there_in_the_rows_of_the_other() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [], 0)
    ours["sections"][1]["table"] |= {
        "columns": ["a", "b", "c"],
        "rows": {"Open": [1, 1, 9], "Closed": [3, 4, 8]},
    }
    theirs["sections"][1]["table"]["rows"] = {"Open": [5, 1], "Closed": [3, 4], "New": [6, 7]}
    table = merged(MEETING, ours, theirs)["sections"][1]["table"]
    assert table["columns"] == ["a", "b", "c"]
    assert table["rows"] == {"Open": [5, 1, 9], "Closed": [3, 4, 8], "New": [6, 7, None]}


def test_both_may_add_the_same() -> None:
    both = edited(MEETING, [], 0)
    both["sections"][2]["actions"].append({"id": "z9y8x7", "owner": "Mat", "task": "sweep"})
    assert merged(MEETING, both, both | {"title": "Other"}) == both | {"title": "Other"}


def test_a_moved_section_has_what_the_other_changed() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [], 0)
    ours["sections"][0]["sections"] = [ours["sections"].pop(1)]
    theirs["sections"][1]["table"]["rows"]["Open"] = [7, 1]
    meeting = merged(MEETING, ours, theirs)
    assert [section["title"] for section in meeting["sections"]] == ["Announcements", "Work", "End"]
    assert meeting["sections"][0]["sections"][0]["table"]["rows"]["Open"] == [7, 1]


def test_sections_of_one_title_that_both_added_elsewhere_are_two() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [], 0)
    ours["sections"][0]["sections"] = [{"title": "Talk", "notes": "-   x\n"}]
    theirs["sections"][1]["sections"] = [{"title": "Talk", "notes": "-   y\n"}]
    meeting = merged(MEETING, ours, theirs)
    assert [section["sections"][0]["notes"] for section in meeting["sections"][:2]] == ["-   x\n", "-   y\n"]


def test_what_one_took_away_with_all_in_it_and_the_other_left_alone_is_gone() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [edit for edit in EDITS if edit[0] == "move"], 1)
    del ours["sections"][1]["actions"][0]
    meeting = merged(MEETING, ours, theirs)
    assert "actions" not in meeting["sections"][1]
    assert len(meeting["sections"][2]["actions"]) == 2


ADDED = "date: 2020-10-05\ncounters:\n  open:{}\nactions:\n  - id: k7q2m4\n    owner: {}\n    task: x\n"

DECISIONS = ("dropped\n    reason: too dear", "done")


@pytest.mark.parametrize("owners", [("[Ann, Bob]", "[Bob, Cy]"), ("\n      - Ann", "\n      - Bob")])
def test_owners_that_both_noted_otherwise_are_a_conflict(owners: tuple[str, str]) -> None:
    merged_lines = merge_texts_by_meaning("", *(ADDED.format("", names) for names in owners))
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    assert conflict.record == "k7q2m4, owner"


@pytest.mark.parametrize("is_ours", [True, False])
def test_who_was_there_that_only_one_of_two_drafts_knows_is_no_conflict(is_ours: bool) -> None:
    empty, known = (f"date: 2020-10-05\nstatus: draft\nattending:{names}\n" for names in ("", " [Ann, Bob]"))
    sides = (known, empty) if is_ours else (empty, known)
    assert merge_texts_by_meaning("", *sides) == known.splitlines()


@pytest.mark.parametrize("counts", [("", " 10"), (" 10", "")])
def test_a_count_that_only_one_of_two_drafts_knows_is_no_conflict(counts: tuple[str, str]) -> None:
    sides = [ADDED.format(count, "Ann") for count in counts]
    assert merge_texts_by_meaning("", *sides) == ADDED.format(" 10", "Ann").splitlines()


@pytest.mark.parametrize("rows", [("[~, ~]", "[6, 4]"), ("[6, ~]", "[~, 4]")])
def test_counts_of_columns_that_only_one_of_two_drafts_knows_are_no_conflict(rows: tuple[str, str]) -> None:
    table = "date: 2020-10-05\ntable:\n  id: a\n  columns: [b, c]\n  rows:\n    Open: {}\n"
    merged_lines = merge_texts_by_meaning("", *map(table.format, rows))
    assert merged_lines == table.format("[6, 4]").splitlines()


def test_why_one_dropped_it_is_no_reason_where_the_other_has_done_it() -> None:
    dropped, done = (ADDED.format("", "Ann") + f"    status: {words}\n" for words in DECISIONS)
    merged_lines = merge_texts_by_meaning(ADDED.format("", "Ann"), dropped, done)
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    assert conflict.ours == ("    status: dropped", "    reason: too dear")
    assert (conflict.theirs, merged_lines[-1]) == (("    status: done",), conflict)


@pytest.mark.parametrize("base", ["", "attending: [Ann, Bob]\n"])
@pytest.mark.parametrize("is_ours", [True, False])
def test_a_meeting_that_one_skipped_and_the_other_wrote_down_is_a_conflict(base: str, is_ours: bool) -> None:
    date, reason = "date: 2020-10-05\n", "status: skipped\nreason: a holiday\n"
    skipped, held = f"{date}{reason}{base}", f"{date}attending: [Ann, Bob, Cy]\n"
    sides = (skipped, held) if is_ours else (held, skipped)
    merged_lines = merge_texts_by_meaning(base and date + base, *sides)
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    decision = tuple(reason.splitlines()), ()
    assert (conflict.ours, conflict.theirs) == (decision if is_ours else decision[::-1])
