"""Lines that are indented too far or not far enough, and dashes that are missing or too many."""

import pytest
from support.slips import MEETING, ROSTER, mended, reading_problems, slipped

from minutebook.source.slips.indentation import indentation

LINES = {
    "date:": 0,
    "attending:": 0,
    "  - title: Team": 2,
    "    duty:": 4,
    "      This week: Mat": 6,
    "      Next week: Diego": 6,
    "      columns:": 6,
    "      rows:": 6,
    "        Closed: [3, 4]": 8,
    "    table:": 4,
    "    sections:": 4,
    "        counters:": 8,
    "    actions:": 4,
    "        owner: Diego": 8,
    "        task: diagnose it": 8,
    "      - topic: OSG": 6,
    "            owner: [BrianL": 12,
    "            due:": 12,
}


@pytest.mark.parametrize("off", [-1, 1])
@pytest.mark.parametrize("line", LINES)
def test_the_line_that_is_off_by_one_is_named_with_what_is_wanted_and_mended(line: str, off: int) -> None:
    wanted = LINES[line]
    if wanted + off < 0:
        return
    text = slipped(
        (f"\n{line}" if wanted else line, f"{chr(10) if wanted else ''}{' ' * (wanted + off)}{line.strip()}")
    )
    (problem,) = reading_problems(text)
    number = MEETING[: MEETING.index(line)].count("\n") + 1
    assert problem.location.line == number
    spaces = f"{wanted} space{'s' * (wanted != 1)}"
    expected = f"must be indented by {spaces}, not {wanted + off}" if wanted else "must not be indented"
    assert expected in problem.message
    assert problem.hint.startswith(
        f"Write, {f'with {spaces}' if wanted else 'without a space'} in front: {line.strip()}"
    )
    assert mended(text) == MEETING


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("    duty:", "  duty:"),
        ("    duty:", "duty:"),
        ("    duty:", "      duty:"),
        ("        Closed:", "      Closed:"),
        ("        Closed:", "    Closed:"),
        ("      rows:", "    rows:"),
        ("      rows:", "        rows:"),
        ("      id: jira\n      labels:", "    id: jira\n    labels:"),
        ("        owner: Diego", "      owner: Diego"),
        ("        task: diagnose", "          task: diagnose"),
        ("      - topic", "    - topic"),
        ("        actions:\n          - id: m3", "      actions:\n          - id: m3"),
        ("    actions:\n      - id: k7", "      actions:\n      - id: k7"),
        ("    sections:\n", "      sections:\n"),
        ("      some text", "    some text"),
        ("      some text", "some text"),
        ("  one line", "one line"),
        ("      - id: k7q2m4", "      id: k7q2m4"),
        ("      - id: k7q2m4", "        id: k7q2m4"),
        (
            "      - id: k7q2m4\n        owner: Diego\n        task",
            "      id: k7q2m4\n      owner: Diego\n      task",
        ),
        ("        owner: Diego\n        task", "      - owner: Diego\n      - task"),
        ("        Open: [1, 2]\n        Closed", "        - Open: [1, 2]\n        - Closed"),
        ("  - title: Team", "- title: Team"),
    ],
)
def test_a_line_one_step_or_more_out_of_its_place_is_one_problem_and_mended(meant: str, typed: str) -> None:
    text = slipped((meant, typed))
    (problem,) = reading_problems(text)
    line = MEETING[: MEETING.index(meant)].count("\n") + 1
    assert problem.location.line == line
    assert mended(text) == MEETING


def test_all_of_a_section_that_is_off_moves_together() -> None:
    start = MEETING.index("    duty:")
    text = MEETING[:start] + "".join(line[1:] for line in MEETING[start:].splitlines(keepends=True))
    (problem,) = reading_problems(text)
    assert problem.location.line == MEETING[:start].count("\n") + 1
    assert problem.hint.endswith("and move the lines below it, up to line 33, to the right by 1, too.")
    assert mended(text) == MEETING


@pytest.mark.parametrize("indent", [1, 3, 4, 5, 6])
def test_the_title_of_an_empty_section_is_no_action_item_of_the_section_above(indent: int) -> None:
    meant = f"{MEETING}  - title: Last\n"
    text = f"{MEETING}{' ' * indent}- title: Last\n"
    (problem,) = reading_problems(text)
    assert problem.message.endswith(f"this line must be indented by 2 spaces, not {indent}")
    assert mended(text) == meant


def test_entries_of_a_list_get_their_dashes() -> None:
    text = slipped(("attending: [Mat, Diego]", "attending:\n  Mat\n  -Diego"))
    (problem,) = reading_problems(text)
    assert problem.message == "an entry of a list must begin with `- `"
    assert mended(text) == slipped(("attending: [Mat, Diego]", "attending:\n  - Mat\n  - Diego"))


@pytest.mark.parametrize("bullet", ["*", "+", "1.", "\u2022", "\u2013", "-"])
def test_a_bullet_of_another_kind_becomes_a_dash(bullet: str) -> None:
    text = slipped(("      - topic", f"      {bullet} Mat: call\n      - topic"))
    assert mended(text) == slipped(("      - topic", "      - Mat: call\n      - topic"))


def test_all_lines_that_were_meant_for_the_empty_block_above_them_are_told() -> None:
    text = slipped(("      some text", "    some\n    text"))
    (problem,) = reading_problems(text)
    assert "must be indented deeper than the `notes: |` above it" in problem.message
    more = "\nand move line 9 to the right by 2, too."
    assert problem.hint == f"Write, with 6 spaces in front: some{more}"
    assert mended(text) == slipped(("      some text", "      some\n      text"))


@pytest.mark.parametrize("typed", [" Diego:", "   Diego:", "    Diego:"])
def test_a_person_of_the_roster_is_put_in_line(typed: str) -> None:
    (problem,) = reading_problems(MEETING, ROSTER.replace("  Diego:", typed))
    assert (problem.location.line, problem.hint) == (5, "Write, with 2 spaces in front: Diego:")


@pytest.mark.parametrize(
    ("meant", "typed"), [("      Next week:", "    Next week:"), ("  - title: Team", "    title: Team")]
)
def test_what_may_be_a_key_of_its_own_is_only_said(meant: str, typed: str) -> None:
    text = slipped((meant, typed))
    (problem,) = reading_problems(text)
    assert "If it belongs to what stands above it: write, with" in problem.hint
    assert mended(text) == text


def test_lines_without_a_letter_are_not_moved() -> None:
    assert list(indentation(["a:", "  -", "# b"], [1, 2])) == []
