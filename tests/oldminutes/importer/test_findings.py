"""What is reported of lines, wherever they stand: other spellings, looks, action items that stay prose."""

import pytest
from support.oldminutes.comparisons import HEAD, reported
from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.importer.findings import Findings
from minutebook.records.roster import Roster
from minutebook.records.series import Person


@pytest.mark.parametrize("text", ["Attending: Anna, Ben\n", "- Shifter: Anna\n", "- AI (Anna): fix it\n"])
def test_another_spelling_of_a_name_is_reported(text: str) -> None:
    assert (3, "alias resolved", "Anna", "Ana") in reported(f"{HEAD}{text}")


def test_a_spelling_that_has_the_name_in_it_is_reported() -> None:
    findings = Findings(sheet_of(f"{HEAD}Attending: Sam Ode\n"), Roster((Person("Sam", ("Sam Ode",)),)))
    findings.add_aliases(3, ["Sam"])
    assert [
        (difference.kind, difference.old_text, difference.new_text) for difference in findings.differences
    ] == [("alias resolved", "Sam Ode", "Sam")]


def test_a_first_name_in_small_letters_is_reported_as_a_name() -> None:
    assert reported(f"{HEAD}-   AI (ana): fix it\n") == [(3, "alias resolved", "ana", "Ana")]


def test_a_name_that_stands_there_too_is_no_other_spelling() -> None:
    assert reported(f"{HEAD}**Attending:** Ana, Anna\n") == [
        (3, "header rewritten", "**Attending:** Ana, Anna", "**Attending:** Ana")
    ]


def test_spaces_at_the_ends_of_lines_and_between_words_are_reported_once() -> None:
    text = "#  Weekly, 26 October 2020\n\n## News  \n\ntext  \n\n-   Build \n    -   AI (Ana):  fix it\n"
    assert reported(text) == [
        (1, "blanks dropped", "4 lines: 1, 3, 7, 8", "one space between words, none at the end")
    ]


def test_bullets_are_reported_once() -> None:
    text = f"{HEAD}* AI (Ana): fix it\n- Build\n  - AI (Ben): look [DONE]\n    - half\n\nAI (Ana): call\n"
    assert reported(text) == [(3, "bullets rewritten", "5 lines: 3, 4, 5, 6, 8", '"-   "')]


def test_lines_that_only_look_otherwise_are_reported_by_their_numbers() -> None:
    assert reported(f"{HEAD}- Shifter: Ana\n") == [(3, "bullets rewritten", "line 3", '"-   "')]


@pytest.mark.parametrize("line", ["AI (#7): fix it", "- AI (#7) - fix it"])
def test_an_action_that_stays_prose_is_reported(line: str) -> None:
    assert reported(f"{HEAD}{line}\n") == [
        (3, "action item left in prose", line, "prose is not carried forward")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ACTION ITEM: Zed to comment",
        "ACTION: Zed will look at it",
        "text\n**Action**: zed will file it",
        "text\n- ACTION: about a, and b of the rest: x",
        "TODO: fix it",
    ],
)
def test_what_the_audit_counts_as_an_action_and_stays_prose_is_reported(line: str) -> None:
    differences = reported(f"{HEAD}{line}\n")
    number, last = 2 + len(line.split("\n")), line.rsplit("\n", 1)[-1]
    assert differences == [(number, "action item left in prose", last, "prose is not carried forward")]


def test_an_action_that_becomes_a_line_of_the_head_is_reported() -> None:
    differences = reported(f"{HEAD}**Action:** zed will file it\n")
    assert [difference[:2] for difference in differences] == [(3, "action item left in prose")]


def test_an_action_among_the_notes_of_a_topic_is_reported() -> None:
    differences = reported(f"{HEAD}-   topic\n    -   TODO: sweep\n    -   AI (Ana): fix it\n")
    assert (4, "action item left in prose", "-   TODO: sweep", "prose is not carried forward") in differences


def test_an_action_in_the_note_of_an_action_is_reported() -> None:
    differences = reported(f"{HEAD}-   AI (Ana): fix it\n    -   AI (Ben): look at it\n")
    assert differences == [
        (4, "action item left in prose", "-   AI (Ben): look at it", "prose is not carried forward")
    ]


def test_the_progress_of_an_action_in_a_list_of_actions_is_none() -> None:
    assert reported(f"{HEAD}## Action items\n\n-   AI (Ana): fix it\n    -   half\n") == []


@pytest.mark.parametrize(
    "title", ["Next Steps", "Follow-ups", "Follow ups:", "Action summary", "Takeaways", "Tasks"]
)
def test_what_stands_in_a_list_that_may_be_one_of_actions_is_reported(title: str) -> None:
    differences = reported(f"{HEAD}## {title}\n\ntext\n\n1. Zed: x\n2. buy milk\n   - at the shop\n")
    assert [difference[:2] for difference in differences] == [
        (7, "action item left in prose"),
        (8, "action item left in prose"),
    ]


def test_nothing_in_such_a_list_is_not_reported() -> None:
    assert reported(f"{HEAD}## Next steps\n\n- None\n") == []
