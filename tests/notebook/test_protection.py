"""What keeps a file from being written is said with the lines, and with what to type."""

from minutebook.notebook.generated import GeneratedFile
from minutebook.notebook.protection import half_staged, hand_edit_replaced, hand_edited, not_staged

FILE = GeneratedFile("meetings/my team/2020-10-26.md", "text\n", "meetings/my team/2020-10-26.yaml")
DELETED = GeneratedFile(FILE.path, None, FILE.source)


def test_one_line_that_would_be_lost_is_shown_with_its_number() -> None:
    problem = hand_edited(FILE, [(3, "  The office is closed.  ")])
    assert (problem.location.line, problem.severity) == (3, "error")
    assert problem.message == "a line was typed by hand here and would be lost, so this file was not written"
    assert problem.hint.split("\n") == [
        "Move what must stay into 2020-10-26.yaml, delete it here, then type: minutebook sync",
        "  3: The office is closed.",
    ]


def test_a_line_of_the_index_can_only_go_on_in_a_meeting() -> None:
    index = GeneratedFile("meetings/README.md", "text\n", "meetings/series.yaml")
    assert hand_edited(index, [(3, "x")]).hint.startswith(
        "Move what must stay into the notes of a meeting, delete it"
    )
    assert hand_edit_replaced(index, [(3, "x")]).hint.startswith(
        "To keep it, put it into the notes of a meeting:"
    )


def test_of_many_lines_that_stay_on_disk_twenty_are_shown() -> None:
    hint = hand_edited(FILE, [(number, "x") for number in range(1, 31)]).hint.split("\n")
    assert (len(hint), hint[-1]) == (22, "  and 10 more")


def test_lines_that_are_replaced_are_all_shown_for_they_stand_nowhere_else() -> None:
    problem = hand_edit_replaced(FILE, [(number, "x") for number in range(1, 31)])
    assert problem.severity == "warning"
    assert problem.message == "git has 30 lines here that 2020-10-26.yaml does not have; sync replaces them"
    assert len(problem.hint.split("\n")) == 31


def test_a_file_that_is_not_staged_is_said_with_the_command_that_stages_it() -> None:
    assert not_staged(FILE).message == "this file is up to date, but this version is not staged"
    assert not_staged(DELETED).message == "this file is deleted, but the deletion is not staged"
    assert not_staged(FILE).hint == "Type: git add 'meetings/my team/2020-10-26.md'"


def test_a_file_with_changes_that_are_not_staged_is_said_with_the_command_that_drops_them() -> None:
    hint = half_staged(FILE, in_conflict=False).hint
    assert hint.endswith("then type: git restore 'meetings/my team/2020-10-26.md'")
