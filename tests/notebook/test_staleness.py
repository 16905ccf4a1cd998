"""A generated file that is not what would be written now is a problem, with the first line that differs."""

from support.series import FIRST, FOLDER, SERIES, minutes_of, path_of, series_of

from minutebook.notebook.generated import generate
from minutebook.notebook.staleness import current_text, stale_files
from minutebook.records.problem import Problem

INDEX = f"{FOLDER}/README.md"


def current() -> dict[str, str]:
    """Return the generated files of a series with one meeting, as they must be."""
    notebook = series_of({FIRST: "attending: [Mat]\n"})
    return {file.path: file.text or "" for file in generate(notebook, notebook.days)}


def problems(files: dict[str, str]) -> list[Problem]:
    notebook = series_of({FIRST: "attending: [Mat]\n"}, files=files)
    return list(stale_files(notebook, generate(notebook, notebook.days)))


def test_files_that_are_current_are_no_problem() -> None:
    assert problems(current()) == []


def test_windows_newlines_are_no_difference() -> None:
    assert problems({path: text.replace("\n", "\r\n") for path, text in current().items()}) == []


def test_a_missing_file_is_a_problem_of_what_it_is_written_from() -> None:
    missing = problems({})
    assert [(problem.path, problem.rule) for problem in missing] == [
        (path_of(FIRST), "minutes-missing"),
        (SERIES, "minutes-missing"),
    ]


def test_the_first_line_that_differs_is_told_with_what_it_must_be() -> None:
    files = current()
    files[minutes_of(FIRST)] = files[minutes_of(FIRST)].replace("Mat", "Matt")
    (problem,) = problems(files)
    assert (problem.path, problem.location.line, problem.rule) == (minutes_of(FIRST), 4, "minutes-stale")
    assert problem.message == "this line is not what 2020-10-05.yaml says; it must be: **Attending:** Mat  "


def test_of_a_long_line_only_the_beginning_is_shown() -> None:
    notebook = series_of({FIRST: f"attending: [{'x' * 200}]\n"}, files={minutes_of(FIRST): "", INDEX: ""})
    messages = [problem.message for problem in stale_files(notebook, generate(notebook, notebook.days))]
    assert all(len(message) < 160 for message in messages)


def test_lines_behind_the_end_are_told_as_such() -> None:
    files = current()
    files[INDEX] += "more\n"
    (problem,) = problems(files)
    assert problem.message == "this line is not what the meetings say; it must be: the end of the file"


def test_minutes_of_no_meeting_are_a_problem_of_their_own() -> None:
    orphan = f"{FOLDER}/2019-01-07.md"
    (problem,) = problems({**current(), orphan: current()[minutes_of(FIRST)]})
    assert (problem.path, problem.rule) == (orphan, "minutes-orphan")
    assert problem.hint.endswith("\nIf 2019-01-07.yaml was deleted by mistake, put it back with git first.")
    assert "there is no 2019-01-07.yaml" in problem.message


def test_a_file_that_is_not_there_has_no_text() -> None:
    notebook = series_of({FIRST: ""})
    assert current_text(notebook, INDEX) is None
