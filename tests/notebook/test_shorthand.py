"""What was typed in one go, in its places in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes
from support.series import FIRST, path_of, series_of

from minutebook.notebook.notebook import Notebook
from minutebook.notebook.shorthand import has_placeable, short_sections
from minutebook.notebook.update import update

ROSTER = "roster: {Mat: {aliases: [Matyas]}, Ann Lee: {aliases: [Ann]}}\n"
BODY = """\
status: draft
quick: |
  Matyas and Ann: order parts by 2020-10-12
  JIRA: many were closed
  JIRA: Mat to close the rest [DONE]
  Party: nobody came

sections:
  - title: JIRA
    table: {id: jira, columns: [Count], rows: {Open: 1}}
  - title: Talk
    actions:
      - id: a1aaaa
        owner: Mat
        task: write the page
"""
PLACED = """\
status: draft
quick: |
  Party: nobody came

sections:
  - title: JIRA
    table: {id: jira, columns: [Count], rows: {Open: 1}}
    notes: |
      -   many were closed

    actions:
      - id: ID
        owner: Mat
        task: close the rest
        status: done
  - title: Talk
    actions:
      - id: a1aaaa
        owner: Mat
        task: write the page
      - id: ID
        owner: [Mat, Ann Lee]
        task: order parts
        due: 2020-10-12
"""
LINES = st.lists(
    st.sampled_from(
        ["JIRA: a b", "Talk:", "c d", "Mat: e", "Zed: f", "Talk: Ann to g", "JIRA: - h", "Party:"]
    )
)


def updated(body: str) -> Notebook:
    """Return a series with one meeting, brought up to date."""
    return update(series_of({FIRST: body}, ROSTER)).notebook


def text_of(notebook: Notebook) -> str:
    """Return the text of its meeting."""
    return notebook.text(path_of(FIRST))


def test_each_line_goes_to_its_place_and_the_others_stay() -> None:
    notebook = updated(BODY)
    text = text_of(notebook)
    for action in notebook.meeting(FIRST).actions[::2]:
        text = text.replace(str(action.id), "ID")
    assert text == f"date: {FIRST}\n{PLACED}"


def test_what_stands_there_already_is_not_written_again() -> None:
    notebook = updated(BODY)
    typed = BODY[BODY.index("quick") : BODY.index("sections")]
    again = text_of(notebook).replace("quick: |\n  Party: nobody came\n\n", typed)
    assert text_of(updated(again.removeprefix(f"date: {FIRST}\n"))) == text_of(notebook)


def test_what_is_typed_of_an_item_that_stands_there_is_written_to_it() -> None:
    quick = "quick: |\n  Mat: write the page by 2020-10-12 [DONE]\n"
    text = text_of(updated(BODY[BODY.index("\nsections") + 1 :] + quick))
    assert text.endswith("task: write the page\n        due: 2020-10-12\n        status: done\n")
    assert "quick" not in text


def test_an_item_that_is_typed_short_and_quickly_stands_once() -> None:
    typed = BODY[BODY.index("\nsections") + 1 :] + "      - Ann: call\nquick: |\n  Ann: call (dropped)\n"
    text = text_of(updated(typed))
    assert text.count("task: call") == 1
    assert text.endswith("task: call\n        status: dropped\n        reason: dropped\n")


@given(LINES)
def test_a_second_time_nothing_has_a_place_that_had_none_at_first(lines: list[str]) -> None:
    quick = "".join(f"  {line}\n" for line in lines)
    body = BODY[: BODY.index("  Matyas")] + quick + BODY[BODY.index("\nsections") :]
    notebook = updated(body)
    assert not has_placeable(notebook, notebook.meeting(FIRST))
    said = [*notebook.meeting(FIRST).prose(), *(action.task for action in notebook.meeting(FIRST).actions)]
    left = notebook.meeting(FIRST).quick
    for word in "abcdefgh":
        typed = any(line.endswith((f" {word}", f" {word} b")) or line == f"{word} d" for line in lines)
        assert typed <= (word in str(said) + left)


@pytest.fixture
def team(notes: Notes) -> Notes:
    """Return a repository with a series that has a roster."""
    notes.write(f"{notes.series}/series.yaml", f"title: Team\n{ROSTER}")
    return notes


def test_the_minutes_and_the_next_draft_have_none_of_it(team: Notes) -> None:
    team.write(f"{team.series}/2020-10-05.yaml", f"date: 2020-10-05\n{BODY}")
    done = team.run("sync")
    assert "2020-10-05.yaml: lines put in place: 3; new ids: " in done.stderr
    minutes = team.read(team.minutes("2020-10-05"))
    assert "Party" not in minutes
    assert "-   many were closed\n-   AI (Mat): close the rest [DONE]\n" in minutes
    team.run("new", "--date", "2020-10-12")
    assert "quick" not in team.read(f"{team.series}/2020-10-12.yaml")


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "warning"), ("final", "error"), ("skipped", "error")]
)
def test_what_is_left_is_a_warning_in_a_draft_and_else_an_error(
    team: Notes, status: str, severity: str
) -> None:
    body = BODY.replace("status: draft", f"status: {status}\nreason: x")
    team.write(f"{team.series}/2020-10-05.yaml", f"date: 2020-10-05\n{body}")
    team.run("sync")
    problems = [problem for problem in team.problems() if problem["rule"] == "quick-left"]
    assert {problem["severity"] for problem in problems} == {severity}
    assert len(problems) == 1


def test_fix_mends_a_mistyped_title_and_puts_the_line_in_its_place(team: Notes) -> None:
    text = f"date: 2020-10-05\n{BODY.replace('Party', 'Takl')}"
    team.write(f"{team.series}/2020-10-05.yaml", text.replace("Talk", "Talks").replace("Takl", "Takls"))
    team.run("sync", "--fix")
    text = team.read(f"{team.series}/2020-10-05.yaml")
    assert "quick" not in text
    assert "  - title: Talks\n    notes: |\n      -   nobody came\n" in text


PEOPLE = "roster: {Mat: , Dario: }\n"


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("attending: all\nsections: [{title: A, attending: {all but: [Mat]}}]\n", [(), ("sections", 0)]),
        ("attending: [Mat]\n", []),
        ("attending: all\nstatus: draft\n", []),
        ("attending: all\nstatus: skipped\nreason: a holiday\n", []),
        ("attending: {all but: [mat]}\n", []),
    ],
)
def test_names_are_written_out_in_meetings_that_are_no_drafts(body: str, paths: list[tuple[object]]) -> None:
    notebook = series_of({FIRST: body}, PEOPLE)
    assert [section.key_path for section in short_sections(notebook, notebook.meeting(FIRST))] == paths
