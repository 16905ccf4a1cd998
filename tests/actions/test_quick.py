"""What lines are that were typed in one go, and where they belong."""

import pytest
from support.samples import meeting

from minutebook.actions.known_people import known_people
from minutebook.actions.quick import QuickLine, SectionNames, quick_lines
from minutebook.records.roster import Roster
from minutebook.records.series import Person

SECTIONS = """\
date: 2020-10-19
sections:
  - title: JIRA
  - title: Software
    sections:
      - sections: [{title: Talk}]
      - title: "Q&A: open"
  - title: Support
    sections: [{title: Talk}]
quick: |
"""
PEOPLE = known_people(Roster([Person("Mat"), Person("Ann Lee", ("Ann",)), Person("Support")]), ["A. Guest"])


def read(*lines: str) -> list[QuickLine]:
    """Return what some lines are in a meeting with a few sections."""
    text = "".join(f"  {line}\n" for line in ("", *lines))
    return list(quick_lines(meeting(SECTIONS.replace("|", "|2") + text), PEOPLE))


def placed(line: QuickLine) -> tuple[object, ...]:
    """Return where a line belongs, who owns it, and what it says."""
    return line.titles, line.action and line.action.owners, line.action.task if line.action else line.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("JIRA: many were closed", (("JIRA",), None, "many were closed")),
        ("- jira:  many: closed", (("JIRA",), None, "many: closed")),
        ("JIRA: Mat: order parts", (("JIRA",), ("Mat",), "order parts")),
        ("JIRA: order parts (Ann)", (("JIRA",), ("Ann",), "order parts")),
        ("Software / Talk: x", (("Software", "Talk"), None, "x")),
        ("software/talk: x", (("Software", "Talk"), None, "x")),
        ("Q&A: open: x", (("Software", "Q&A: open"), None, "x")),
        ("q&a: x", (("Software", "Q&A: open"), None, "x")),
        ("Open: Mat: order parts", (("Software", "Q&A: open"), ("Mat",), "order parts")),
        ("JIRA:", (("JIRA",), None, "")),
        ("Mat: order parts", (None, ("Mat",), "order parts")),
        ("A. Guest to order parts", (None, ("A. Guest",), "order parts")),
        ("- [ ] Mat: order parts", (None, ("Mat",), "order parts")),
        ("AI: order parts", (None, (), "order parts")),
        ("TBD: order parts", (None, (), "order parts")),
        ("Support: order parts", (None, ("Support",), "order parts")),
    ],
)
def test_a_line_names_its_section_and_a_person_comes_first(line: str, expected: tuple[object, ...]) -> None:
    (quick,) = read(line)
    assert quick.obstacle == ""
    assert placed(quick) == expected


def test_a_line_without_a_title_belongs_to_the_section_that_was_named_last() -> None:
    lines = read("Software: a", "b c: d", "Note: e", "Mat: f", "JIRA:", "g")
    sections = [line.titles for line in lines]
    assert sections == [("Software",)] * 4 + [("JIRA",)] * 2
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("line", "obstacle", "hint", "mend"),
    [
        (
            "JRIA: x",
            "'JRIA' is neither a person nor the title of a section",
            "If that is a person: AI (JRIA): x\nWrite the title of its section before it: JIRA: JRIA: x",
            None,
        ),
        (
            "Sofware: x",
            "'Sofware' is neither a person nor the title of a section; did you mean Software?",
            "Write: Software: x",
            "Software: x",
        ),
        ("Talk: x", "several sections are called 'Talk'", "Write: Software / Talk: x   or: Support / Talk: x", None),
        ("x y", "no section is named in it or above it", "Write the title of its section before it: JIRA: x y", None),
        ("Party:", "'Party' is neither a person nor the title of a section", "Write the title of a section there, or add one: - title: Party", None),
    ],
)  # fmt: skip
def test_what_has_no_place_says_why_and_what_would_have_one(
    line: str, obstacle: str, hint: str, mend: str | None
) -> None:
    (quick,) = read(line)
    assert (quick.obstacle, quick.hint, quick.mend) == (obstacle, hint, mend)
    for written in hint.split("\n"):
        if "or: " not in written and "add" not in written:
            assert read(written.partition(": ")[2])[0].obstacle == ""


def test_what_stands_below_an_unknown_title_has_no_place_either() -> None:
    lines = read("JIRA: a", "Party:", "b", "JIRA: c", "Zed: d", "e")
    assert [bool(line.obstacle) for line in lines] == [False, True, True, False, True, False]
    assert lines[-1].titles == ("JIRA",)


@pytest.mark.parametrize("title", ["Sofware", "TOP 4"])
def test_what_stands_below_a_line_of_a_mistyped_title_has_no_place_either(title: str) -> None:
    obstacles = [bool(line.obstacle) for line in read("JIRA: a", f"{title}: b", "c", "JIRA: d")]
    assert obstacles == [False, True, True, False]


@pytest.mark.parametrize("title", ["Software", "software", "## Software", "**Software**", "Software:"])
def test_a_title_alone_names_the_section_of_the_lines_below_it(title: str) -> None:
    lines = read(title, "JIRA is closed", "Mat: order parts")
    assert [placed(line) for line in lines] == [
        (("Software",), None, ""),
        (("Software",), None, "JIRA is closed"),
        (("Software",), ("Mat",), "order parts"),
    ]


def test_a_bullet_that_says_a_title_is_a_bullet() -> None:
    assert placed(read("Software:", "- JIRA")[1]) == (("Software",), None, "JIRA")


def test_the_first_name_behind_a_title_is_a_person() -> None:
    quick = meeting("date: 2020-10-19\nsections: [{title: Budget}]\nquick: |\n  Ann: ask the dean\n")
    (line,) = quick_lines(quick, known_people(Roster([Person("Prof. Dr. Ann Lee"), Person("Ben Ray")]), []))
    assert placed(line) == (None, ("Ann",), "ask the dean")


def test_a_section_is_called_by_as_many_titles_as_tell_it_from_others() -> None:
    trees = "{title: A}, {title: B, sections: [{title: A}]}, {title: C, sections: [{title: B, sections: [{title: A}]}]}"
    names = SectionNames(meeting(f"date: 2020-10-19\nsections: [{trees}]").root)
    assert names.called("A") == [("A",)]
    assert names.called("b / a") == [("B", "A")]
    assert names.called("C / B / A") == [("C", "B", "A")]
    assert names.called("D") == ()


def test_where_nobody_is_known_a_mistyped_title_is_no_person() -> None:
    quick = "date: 2020-10-19\nsections: [{title: Discussion}]\nquick: |\n  Ben: y\n  Disscusion: x\n"
    typed, mistyped = quick_lines(meeting(quick), known_people(Roster([]), []))
    assert mistyped.mend == "Discussion: x"
    assert typed.action
    assert typed.action.owners == ("Ben",)


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("ann to order parts", "Ann to order parts"),
        ("JIRA: mat will order parts", "JIRA: Mat will order parts"),
        ("JIRA: matters are settled", None),
        ("JIRA: a mat to lie on", None),
    ],
)
def test_a_name_in_small_letters_is_asked_about(line: str, mend: str | None) -> None:
    (quick,) = read(line)
    assert quick.mend == mend
    assert bool(quick.obstacle) == bool(mend)


@pytest.mark.parametrize(
    ("line", "is_told"),
    [("open tickets: 12", True), ("attending: Mat, Ann", True), ("open tickets: we talked of them", False)],
)
def test_what_has_a_place_of_its_own_is_no_bullet(line: str, is_told: bool) -> None:
    text = f"date: 2020-10-19\ncounters: {{open tickets: }}\nsections: [{{title: JIRA}}]\nquick: |\n  JIRA:\n  {line}\n"
    *_title, quick = quick_lines(meeting(text), PEOPLE)
    assert bool(quick.obstacle) == is_told
    assert "there." in quick.hint or not is_told


def test_a_name_in_small_letters_keeps_its_section() -> None:
    *_above, quick = read("JIRA:", "ann to order parts")
    assert quick.mend == "JIRA: Ann to order parts"
