"""Problems as text and JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.samples import problem, told

from minutebook.records.problem import Location, Problem, Severity
from minutebook.reports import render

HOSTILE = "\x1b[31mred\x1b[0m \u202e\x9b2J \a"


def entries(*problems: Problem, form: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(told(*problems, form=form))
    return data


def test_a_problem_is_one_line_that_names_the_record() -> None:
    assert told(problem()) == (
        "meetings/technology/2020-10-26.yaml:31:20: unknown-person: "
        "action k7q2m4: owner 'Digeo' is not in the roster; did you mean Diego?"
    )


def test_a_problem_without_a_record_is_its_message() -> None:
    assert told(problem(record="", message="no title")).endswith(": unknown-person: no title")


def test_a_warning_says_that_it_is_one() -> None:
    assert ": unknown-person: warning: action k7q2m4: " in told(problem(severity="warning"))


def test_the_fix_stands_below_indented_line_by_line() -> None:
    assert told(problem(hint="Write: x\n  or y\n")).split("\n")[1:] == ["    Write: x", "      or y"]


def test_on_a_terminal_the_source_line_stands_below_with_a_caret() -> None:
    assert told(problem(hint="Write: owner: Diego"), excerpt=True).split("\n")[1:] == [
        "   31 |             owner: Digeo",
        "      |                    ^^^^^",
        "    Write: owner: Diego",
    ]


@pytest.mark.parametrize(
    ("place", "source", "caret"),
    [
        (Location(1, 1, 1), "x", "^"),
        (Location(1, 3, 99), "a bcd", "  ^^^"),
        (Location(1, 6, 2), "a bcd", "     ^"),
        (Location(1, 3, 1), "a\tb", "   ^"),
        (Location(1, 2, 1), "🎉b", " ^"),
    ],
)
def test_the_caret_stands_below_what_is_meant(place: Location, source: str, caret: str) -> None:
    assert told(problem(location=place), source=source, excerpt=True).split("\n")[2] == f"      | {caret}"


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    assert "\n" not in told(problem(location=Location(1, 1, 0)), excerpt=True)


def test_a_line_that_is_not_there_has_no_excerpt() -> None:
    assert "\n" not in told(problem(), source="", excerpt=True)


@pytest.mark.parametrize(("severity", "color"), [("error", "\x1b[31m"), ("warning", "\x1b[33m")])
def test_colours_tell_errors_from_warnings_and_change_no_text(severity: Severity, color: str) -> None:
    found = problem(severity=severity, hint="Mend it.")
    colored = told(found, excerpt=True, colored=True)
    assert f"{color}unknown-person\x1b[0m" in colored
    plain = colored
    for code in ("\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == told(found, excerpt=True)


def test_what_a_terminal_would_act_upon_is_escaped_everywhere() -> None:
    found = problem(path=HOSTILE, message=HOSTILE, record=HOSTILE, hint=HOSTILE)
    text = told(found, source=HOSTILE, excerpt=True)
    assert all(character.isprintable() for character in text.replace("\n", ""))
    assert "\\x1b[31mred" in text


@given(st.text())
def test_any_text_is_made_printable(text: str) -> None:
    assert render.printable(text).isprintable()


def test_a_name_that_is_no_utf_8_can_be_shown() -> None:
    assert render.printable("caf\udce9") == "caf\\udce9"


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(1, 0, "1 error"), (2, 1, "2 errors, 1 warning"), (0, 2, "2 warnings"), (0, 0, "")],
)
def test_problems_are_counted_in_words(errors: int, warnings: int, words: str) -> None:
    assert render.count([*[problem()] * errors, *[problem(severity="warning")] * warnings]) == words


def test_a_path_is_shown_as_it_is_typed_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / "meetings").mkdir()
    monkeypatch.chdir(tmp_path / "meetings")
    assert Path(render.shown_path("meetings/a.yaml", tmp_path)) == Path("a.yaml")
    assert Path(render.shown_path("b.yaml", tmp_path)) == Path("../b.yaml")


def test_a_path_of_another_repository_is_shown_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PREFIX", raising=False)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert render.shown_path("a.yaml", tmp_path / "there") == str(tmp_path / "there" / "a.yaml")


def test_a_folder_that_is_gone_is_no_reason_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert render.shown_path("a.yaml", Path("/top")) == "a.yaml"


def test_json_has_the_agreed_keys() -> None:
    (entry,) = entries(problem(hint="Write: owner: Diego"), form="json")
    assert entry == {
        "path": "meetings/technology/2020-10-26.yaml",
        "line": 31,
        "column": 20,
        "rule": "unknown-person",
        "record": "action k7q2m4",
        "message": "owner 'Digeo' is not in the roster; did you mean Diego?",
        "hint": "Write: owner: Diego",
        "severity": "error",
    }


def test_no_problems_are_an_empty_list() -> None:
    assert entries(form="json") == []


def test_no_problems_are_no_text() -> None:
    assert told() == ""


def test_problems_are_sorted_by_file_place_and_rule() -> None:
    found = [
        problem(path="b", location=Location(1, 1)),
        problem(path="a", location=Location(10, 1)),
        problem(path="a", location=Location(9, 5), rule="z"),
        problem(path="a", location=Location(9, 5), rule="b"),
        problem(path="a", location=Location(9, 2)),
    ]
    assert sorted(found, key=Problem.order) == [found[index] for index in (4, 3, 2, 1, 0)]
