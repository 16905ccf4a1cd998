"""What GitHub's runner finds in the log of a step: the commands that are meant, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes
from support.runner import Command, commands
from support.samples import problem, told

from minutebook.records.problem import Problem, Severity
from minutebook.reports import github
from minutebook.reports.characters import harmless

HOSTILE = [
    "::error::x",
    "  ::error::x",
    "\u00a0\u3000::error::x",
    "\ufe0f:\u034f:error::x",
    "::endgroup::",
    "::stop-commands::x",
    "::add-mask::a",
    "##[error]x",
    "text ##[endgroup]",
    "###[error]x",
    "#\u034f#\ufe0f[error]x",
    "a\n::error::x",
    "a\r::error::x",
    "a\r\n  ::error::x",
    "a\u2028::error::x",
    "a%0A::error::x",
    "\u0301::error file=b::x",
    ",file=b",
    "x\n\n##[error]y",
    "\x1b[0m::error::x",
]
HOSTILE_NOTES = "    notes: |\n      ::error::from notes\n      a ##[error]b\n"
# Texts of the signs that commands are made of.
texts = st.one_of(
    st.text(),
    st.sampled_from(HOSTILE),
    st.lists(
        st.sampled_from(
            [":", "::", "#", "##[", "[", "]", " ", "\n", "\r", "%", "%0A", ",", "=", "error", "\ufe0f"]
        )
    ).map("".join),
)
found = st.lists(
    st.builds(
        problem,
        path=texts,
        message=texts,
        record=texts,
        hint=texts,
        severity=st.sampled_from(["error", "warning"]),
    ),
    max_size=40,
)


def log(*problems: Problem, summarized: bool = True) -> str:
    return told(*problems, form="github", summarized=summarized)


def many(errors: int, warnings: int) -> list[Problem]:
    """Return warnings first and then errors, each with a message of its own."""
    counts: dict[Severity, int] = {"warning": warnings, "error": errors}
    severities = [severity for severity, count in counts.items() for _ in range(count)]
    return [
        problem(severity=severity, message=f"{severity} {number}.", record="")
        for number, severity in enumerate(severities)
    ]


def test_a_problem_is_a_command_with_its_place_its_rule_and_how_to_mend_it() -> None:
    assert log(problem(severity="warning", hint="Mend it.")) == (
        "::warning file=meetings/technology/2020-10-26.yaml,line=31,col=20,title=unknown-person::"
        "action k7q2m4: owner 'Digeo' is not in the roster; did you mean Diego?%0AMend it."
    )


def test_no_problems_are_no_text() -> None:
    assert log() == ""


def test_what_has_a_meaning_in_commands_is_escaped() -> None:
    marked = problem(path="a,b:c%.yaml", message="50 %\nx", record="", rule="r:x")
    assert log(marked) == "::error file=a%2Cb%3Ac%25.yaml,line=31,col=20,title=r%3Ax::50 %25%0Ax"


def test_a_tab_of_a_path_is_shown_as_one() -> None:
    assert log(problem(path="a\tb.yaml")).startswith("::error file=a\\tb.yaml,line=31,")


def test_errors_are_marked_before_warnings_each_in_their_order() -> None:
    told_in_order = [command.data for command in commands(log(*many(2, 2)))]
    assert told_in_order == ["error 2.", "error 3.", "warning 0.", "warning 1."]


def test_as_many_are_marked_as_github_shows() -> None:
    names = [command.name for command in commands(log(*many(10, 10)))]
    assert names == ["error"] * 10 + ["warning"] * 10


def test_the_others_are_in_the_log_as_text_in_a_group_that_says_how_many() -> None:
    lines = log(*many(12, 11)).split("\n")[20:]
    place = "meetings/technology/2020-10-26.yaml:31:20: unknown-person"
    assert lines == [
        "::group::3 problems are not marked in the files, because GitHub shows only 10 errors and 10 warnings; "
        "the summary of the job has them all",
        f"{place}: warning: warning 10.",
        f"{place}: error 21.",
        f"{place}: error 22.",
        "::endgroup::",
    ]


def test_a_summary_is_named_only_where_there_is_one() -> None:
    assert "1 problem is not marked" in log(*many(11, 0), summarized=False)
    assert "summary" not in log(*many(11, 0), summarized=False)


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_is_a_command(text: str, lenient: bool) -> None:
    hostile = problem(path=text, message=text, record=text, hint=f"{text}\n{text}")
    names = [command.name for command in commands(log(*[hostile] * 11), lenient=lenient)]
    assert names == ["error"] * 10 + ["group", "endgroup"]


@given(found)
def test_the_runner_finds_what_is_meant_and_nothing_else(problems: list[Problem]) -> None:
    written = log(*problems)
    expected = [
        name
        for name in ("error", "warning")
        for problem in [one for one in problems if one.severity == name][:10]
    ]
    if len(expected) < len(problems):
        expected += ["group", "endgroup"]
    assert [command.name for command in commands(written)] == expected
    assert [command.name for command in commands(written, lenient=True)] == expected


@given(texts.filter(lambda text: text and text == harmless(text).replace("\t", "")))
def test_a_mark_is_on_the_file_that_is_meant(path: str) -> None:
    (command,) = commands(log(problem(path=path)))
    assert command.properties == {"file": path, "line": "31", "col": "20", "title": "unknown-person"}


def test_a_message_that_begins_with_a_mark_for_a_letter_stands_apart_from_the_colons() -> None:
    assert log(problem(message="\u0301x", record="")).endswith(":: \u0301x")


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"], exclude_characters="#:")))
def test_an_ordinary_message_is_told_as_it_is(text: str) -> None:
    (command,) = commands(log(problem(message=f"1{text}", record="")))
    assert command.data == f"1{text}"


@given(texts)
def test_what_the_runner_copies_into_the_log_is_no_command_either(text: str) -> None:
    (command,) = commands(log(problem(message=text, hint=text, record=text)))
    assert commands(command.data) == commands(command.data, lenient=True) == []


@given(texts)
def test_what_is_told_beside_the_problems_is_no_command(text: str) -> None:
    assert commands(github.inert(text)) == commands(github.inert(text), lenient=True) == []


@pytest.mark.parametrize("text", ["", "a: b", "a ::error::x", "# [x]", "#445"])
def test_what_is_no_command_is_left_alone(text: str) -> None:
    assert github.inert(text) == text


def test_an_ordinary_command_is_read_by_the_tests() -> None:
    read = commands(" ::error file=a%3Ab,line=1::50 %25%0Amore\nx ##[group]y\n::unknown::x\n::notice")
    assert read == [Command("error", "50 %\nmore", {"file": "a:b", "line": "1"}), Command("group", "y")]


@pytest.mark.parametrize("words", [("--diff",), ("--check",), ()])
def test_what_sync_tells_is_no_command(notes: Notes, words: tuple[str, ...]) -> None:
    notes.meeting("2020-10-19", Open=1, extra=f"  - title: Talk\n{HOSTILE_NOTES}")
    done = notes.run("sync", "--format", "github", *words)
    assert "2020-10-19.md" in done.stderr
    assert commands(done.stdout) == commands(done.stderr) == []


def test_a_refusal_is_no_command(notes: Notes) -> None:
    notes.run("sync")
    done = notes.run("check", "--format", "github", "a ##[error]b")
    assert done.returncode == 2
    assert "[error]b" in done.stderr
    assert commands(done.stderr) == []


def test_a_file_in_a_folder_named_like_a_command_is_none(notes: Notes) -> None:
    series = "a ##[error]b"
    notes.write(f"{series}/series.yaml", "title: Team\n")
    for day in range(1, 13):
        notes.write(f"{series}/2020-10-{day:02}.yaml", "::error::x: 1\n")
    done = notes.run("check", "--format", "github")
    names = [command.name for command in commands(done.stdout)]
    assert names == ["error"] * 10 + ["group", "endgroup"]
    assert {command.properties["file"].split("/")[0] for command in commands(done.stdout)[:10]} <= {
        series,
        "meetings",
    }
