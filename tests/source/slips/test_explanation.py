"""What is tried is said only if the file can be read then, and mended only if nothing else would do."""

import pytest
from support.effort import at_most
from support.notes import Notes
from support.slips import MEETING, mended, reading_problems, slipped

from minutebook.records.problem import START, Location, Problem
from minutebook.source.slips.explanation import explain


def test_what_is_no_slip_is_returned_as_it_is() -> None:
    problems = (Problem("a.yaml", START, "encoding", "message"),)
    assert explain("a.yaml", "a: b\n", problems, "meeting") is problems
    problems = (Problem("a.yaml", Location(1, 1), "yaml-syntax", "message"),)
    assert explain("a.yaml", "]]]\n", problems, "meeting") is problems


@pytest.mark.parametrize(
    ("slips", "becomes"),
    [
        ([("    duty:", "   duty:"), ("        task: diag", "       task: diag")], []),
        ([("    duty:", "   duty:"), ("      labels:", "      label:")], []),
        ([("    duty:", "   duty:"), ("      labels:", "      lab:")], [("      labels:", "      lab:")]),
        (
            [("    duty:", "   duty:"), ("title: Team", "title: Team #4")],
            [("title: Team", 'title: "Team #4"')],
        ),
    ],
)
def test_several_slips_are_mended_one_after_the_other(
    slips: list[tuple[str, str]], becomes: list[tuple[str, str]]
) -> None:
    assert mended(slipped(*slips)) == slipped(*becomes)


def test_of_several_slips_the_first_is_told_as_it_is_meant() -> None:
    (problem,) = reading_problems(slipped(("        Closed:", "       Closed:"), ("    duty:", "   duty:")))
    assert problem.hint == "Write, with 8 spaces in front: Closed: [3, 4]"


def test_no_line_with_a_key_becomes_a_part_of_a_text() -> None:
    text = slipped(("      id: jira", "      id: jira\n      owner: x"))
    (problem,) = reading_problems(text)
    assert problem.message == "a table has no key `owner`"


def test_a_large_file_is_read_again_only_a_few_times() -> None:
    section = MEETING[MEETING.index("  - title: Team") :]
    many = "".join(section.replace("Team", f"Team {number}") for number in range(800))
    with at_most(60):
        assert reading_problems(MEETING + many.replace("    duty:", "   duty:", 1))


def test_rows_that_were_pasted_are_told_beside_what_is_wrong_elsewhere() -> None:
    text = slipped(("title: Team", "title: Team #4"), ("Open: [1, 2]", "Open\t1\t2"))
    assert [problem.hint for problem in reading_problems(text)] == [
        "Write: Open: [1, 2]",
        'Write: - title: "Team #4"   (a comment has two spaces before its # and one after it)',
    ]
    assert mended(text) == slipped(("title: Team", 'title: "Team #4"'))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("title:Fix: it\n", 'title: "Fix: it"\n'),
        ("attending:\n\t- Mat\ntitle: a: b\n", 'attending:\n- Mat\ntitle: "a: b"\n'),
        (
            "actions:\n  - id: k7q2m4\n    owner: Mat\n   task: fix #4\n",
            'actions:\n  - id: k7q2m4\n    owner: Mat\n    task: "fix #4"\n',
        ),
        (
            "actions:\n  - id:k7q2m4\n    owner:Mat\n    task:fix it\n",
            "actions:\n  - id: k7q2m4\n    owner: Mat\n    task: fix it\n",
        ),
        (
            "actions:\n  - {id: k7q2m4, owner: Mat, task: fix #4: now}\n",
            'actions:\n  - {id: k7q2m4, owner: Mat, task: "fix #4: now"}\n',
        ),
        ("header: {Room: a #4}\n", 'header: {Room: "a #4"}\n'),
        (
            "title: a: b\nsections:\n  - title: A\n\u00a0\u00a0\u00a0\u00a0counters:\n      a: 1\n",
            'title: "a: b"\nsections:\n  - title: A\n    counters:\n      a: 1\n',
        ),
    ],
    ids=[
        "space and colon",
        "tab and colon",
        "indent and comment",
        "spaces",
        "braces",
        "brace",
        "no-break spaces",
    ],
)
def test_two_slips_are_mended_one_after_the_other(notes: Notes, typed: str, meant: str) -> None:
    path = notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{typed}")
    notes.run("sync", "--fix")
    assert notes.read(path) == f"date: 2020-10-19\n{meant}"


def test_a_key_that_an_action_item_lacks_is_no_item_of_its_own(notes: Notes) -> None:
    text = "date: 2020-10-19\nactions:\n  - id: k7q2m4\n    owner: Mat\n    task: call\n    urgent: yes\n"
    path = notes.write(f"{notes.series}/2020-10-19.yaml", text)
    assert notes.rules() == ["unknown-key"]
    notes.run("sync", "--fix")
    assert notes.read(path) == text


@pytest.mark.parametrize(
    ("line", "slip", "written"),
    [
        ("title: Team", 'title: "Team', 'title: "Team"'),
        ("title: Team", "title: 'Team", "title: 'Team'"),
        ("  Room: blue", '  Room: "blue', 'Room: "blue"'),
        ("attending: [Ann, Bob]", "attending: [Ann, Bob", "attending: [Ann, Bob]"),
    ],
)
def test_what_is_never_closed_is_one_problem_however_much_it_swallows(
    line: str, slip: str, written: str, notes: Notes
) -> None:
    sections = "".join(
        f"  - title: Section {number}\n    notes: |\n      it's \"number\" {number}\n    counters:\n      'x': 1\n"
        for number in range(12)
    )
    text = (
        f"date: 2020-10-26\ntitle: Team\nattending: [Ann, Bob]\nheader:\n  Room: blue\nsections:\n{sections}"
    )
    notes.write(f"{notes.series}/2020-10-26.yaml", text.replace(line, slip))
    (problem,) = notes.problems()
    assert problem["hint"] == f"Write: {written}"
    notes.write(f"{notes.series}/2020-10-26.yaml", text.replace(line, slip).replace("Team", "Tea: m"))
    assert len(notes.problems()) <= 2


@pytest.mark.parametrize("key", ["Actions", "action", "actoins"])
def test_a_misspelt_key_below_notes_is_not_made_a_part_of_them(notes: Notes, key: str) -> None:
    text = f"date: 2020-10-19\nnotes: |\n  We met.\n{key}:\n  - Mat: call\nactions:\n  - Mat: go\n"
    notes.write(f"{notes.series}/2020-10-19.yaml", text)
    (problem,) = notes.problems()
    assert (problem["rule"], problem["line"]) == ("unknown-key", 4)
    assert problem["hint"].startswith("`actions` is there already")
