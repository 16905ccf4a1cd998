"""The rules about names of the roster that stand for two people, and of who takes turns."""

import pytest
from support.notes import SERIES, Notes


@pytest.mark.parametrize(
    ("roster", "line", "column", "message"),
    [
        ("{Mat: {aliases: [M]}, Marian: {aliases: [m]}}", 4, 50, "'m' must be an alias of one person"),
        ("{Mat: {aliases: [Diego]}, Diego: }", 4, 26, "'Diego' must not be an alias of Mat"),
        ("{Diego: , Mat: {aliases: [{name: Díego, until: 2020-01-06}]}}", 4, 35, "'Díego' must not be an"),
        ("{all: {group: true, aliases: [Mat]}, Mat: }", 4, 39, "'Mat' must not be an alias of all"),
        ("{Mat: , mat: }", 4, 17, "'mat' and 'Mat' differ only in case, spaces or accents"),
        ("{Jose: , José: }", 4, 18, "'José' and 'Jose' differ only in case, spaces or accents"),
        ("{Ann Lee: , AnnLee: }", 4, 21, "'AnnLee' and 'Ann Lee' differ only in case, spaces or accents"),
    ],
)
def test_a_name_that_stands_for_two_people_is_told_at_its_place(
    notes: Notes, roster: str, line: int, column: int, message: str
) -> None:
    path = notes.write(f"{notes.series}/series.yaml", f"{SERIES}roster: {roster}\n")
    notes.meeting("2020-10-19", Open=1)
    (problem,) = [problem for problem in notes.problems() if problem["rule"] == "name-shared"]
    assert (problem["path"], problem["line"], problem["column"]) == (path, line, column)
    assert problem["message"].startswith(message)
    assert problem["severity"] == "error"


def test_a_name_that_stands_for_two_people_is_told_beside_a_meeting_that_cannot_be_read(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", f"{SERIES}roster: {{Mat: , mat: }}\n")
    notes.write(f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nattending: {\n")
    assert "name-shared" in notes.rules()


def test_the_names_of_one_person_may_look_alike(notes: Notes) -> None:
    notes.write(
        f"{notes.series}/series.yaml", f"{SERIES}roster: {{Mat: {{aliases: [Matyas, matyas, mat]}}}}\n"
    )
    notes.meeting("2020-10-19", Open=1)
    assert "name-shared" not in notes.rules()


@pytest.mark.parametrize(
    ("turns", "message"),
    [
        ("[Mat, Bob]", "'Bob' is not in the roster"),
        ("[Diegoo, Mat]", "'Diegoo' is not in the roster; did you mean Diego?"),
    ],
)
def test_who_takes_turns_is_in_the_roster(notes: Notes, turns: str, message: str) -> None:
    path = notes.write(f"{notes.series}/series.yaml", f"{SERIES}roster: {{Mat: , Diego: }}\nduty: {turns}\n")
    notes.meeting("2020-10-19", Open=1)
    (problem,) = [problem for problem in notes.problems() if problem["rule"] == "unknown-person"]
    assert (problem["path"], problem["severity"], problem["message"]) == (path, "warning", message)


@pytest.mark.parametrize("lines", ["roster: {Mat: {aliases: [M]}}\nduty: [M]\n", "duty: [Bob]\n"])
def test_an_alias_is_known_and_without_a_roster_anybody_is(notes: Notes, lines: str) -> None:
    notes.write(f"{notes.series}/series.yaml", SERIES + lines)
    notes.meeting("2020-10-19", Open=1)
    assert "unknown-person" not in notes.rules()


def test_who_leaves_before_beginning_is_told(notes: Notes) -> None:
    roster = "{Mat: {from: 2020-12-14, until: 2020-12-01}, Ada: {from: 2020-12-01, until: 2020-12-01}}"
    notes.write(f"{notes.series}/series.yaml", f"{SERIES}roster: {roster}\n")
    notes.meeting("2020-10-19", Open=1)
    (problem,) = [problem for problem in notes.problems() if problem["path"].endswith("series.yaml")][:1]
    assert problem["message"] == "`until` must not be before `from`, but Mat left on 2020-12-01"
