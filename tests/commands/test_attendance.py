"""Who was there, as people type it: lists of names, all, and all but some."""

import re

import pytest
from support.notes import Notes
from support.typedpeople import CHOIR, FIRST, hold, people_problems, rules


def people_in_minutes(notes: Notes) -> list[str]:
    """Return the lines of the minutes that say who was there."""
    lines = notes.read(notes.minutes(FIRST)).split("\n")
    return [line for line in lines if line.startswith(("**A", "**Guests"))]


def test_a_name_that_is_repeated_in_a_list_is_cut_out_of_it(notes: Notes) -> None:
    path = hold(
        notes,
        "attending:\n  - Mat\n  - Diego\n  - Matyas\nabsent: [Zoe, Zoe]   # on leave\nguests: [Zoe, Ada]\n",
    )
    assert rules(notes).count("person-twice") == 3
    notes.run("sync", "--fix")
    assert notes.read(path).endswith(
        "attending:\n  - Mat\n  - Diego\nabsent: [Zoe]   # on leave\nguests: [Zoe, Ada]\n"
    )
    assert rules(notes) == ["person-twice"]


def test_the_people_of_a_section_stand_below_its_heading(notes: Notes) -> None:
    hold(
        notes,
        """\
attending: [Mat, Diego]
sections:
  - attending: [Diego]
  - title: Break-out
    notes: |
      We met.
    attending: [Mat]
    absent: [Diego]
    guests: [Ada]
    actions:
      - Ada: send the slides
  - title: Empty
    attending: [Mat]
""",
    )
    assert rules(notes) == []
    notes.run("sync")
    lines = notes.read(notes.minutes(FIRST)).split("\n")
    assert lines[3:] == [
        "**Attending:** Mat, Diego  ",
        "",
        "**Attending:** Diego  ",
        *["", "", "## Break-out", ""],
        *["**Attending:** Mat  ", "**Absent:** Diego  ", "**Guests:** Ada  "],
        *["", "We met.", "", "-   AI (Ada): send the slides"],
        *["", "", "## Empty", "", "**Attending:** Mat  ", ""],
    ]


# All, and all but some

TEAM = """\
roster:
  Mat:
  Dario: {aliases: [Dar]}
  Elif: {from: 2020-02-01}
  Diego: {until: 2020-01-01}
  everyone: {group: true}
"""


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("attending: all   # by phone\n", "attending: [Mat, Dario]   # by phone\n"),
        ("attending: {all but: [Dar]}\n", "attending: [Mat]\nabsent: [Dario]\n"),
        ("attending:\n  all but:\n    - Dario\n", "attending:\n  [Mat]\nabsent: [Dario]\n"),
        ("attending: {all but: [Mat, Dario]}\n", "attending: []\nabsent: [Mat, Dario]\n"),
        (
            "sections:\n  - title: A\n    attending: {all but: [Mat]}\n",
            "sections:\n  - title: A\n    attending: [Dario]\n    absent: [Mat]\n",
        ),
        ("sections:\n  - attending: all\n", "sections:\n  - attending: [Mat, Dario]\n"),
    ],
)
def test_names_are_written_out_as_the_roster_has_them_on_the_day(
    notes: Notes, written: str, names: str
) -> None:
    path = hold(notes, f"status: draft\n{written}", roster=TEAM)
    assert "attendance-short" not in rules(notes)
    notes.run("sync")
    assert notes.read(path).endswith(f"status: draft\n{written}")
    drafted = people_in_minutes(notes)
    hold(notes, written, roster=TEAM)
    assert "attendance-short" in rules(notes)
    assert re.search("attending: |absent: ", notes.run("sync").stderr)
    assert notes.read(path) == f"date: {FIRST}\n{names}"
    assert people_in_minutes(notes) == drafted
    assert "attendance-short" not in rules(notes)
    hold(notes, names, roster=TEAM.replace("  Mat:", "  Mat: {until: 2020-01-01}\n  Zoe:"))
    notes.run("sync")
    assert notes.read(path) == f"date: {FIRST}\n{names}"


def test_a_mistyped_name_is_mended_before_the_others_are_written_out(notes: Notes) -> None:
    path = hold(notes, "attending: {all but: [dario]}\n", roster=TEAM)
    notes.run("sync")
    assert rules(notes) == ["unknown-person"]
    assert "all but" in notes.read(path)
    notes.run("sync", "--fix")
    assert notes.read(path) == f"date: {FIRST}\nattending: [Mat]\nabsent: [Dario]\n"


def test_a_group_can_not_be_left_out_of_all(notes: Notes) -> None:
    hold(notes, "attending: {all but: [everyone]}\n", roster=TEAM)
    (problem,) = (found for found in notes.problems() if found["rule"] == "attendance-short")
    assert problem["message"] == "`all but` must name people, and everyone is a group"


def test_all_of_a_roster_of_nobody_is_told(notes: Notes) -> None:
    hold(notes, "attending: all\n", roster="title: Team\n")
    (problem,) = (found for found in notes.problems() if found["rule"] == "attendance-short")
    assert problem["message"] == f"nobody was in the roster on {FIRST}, so `all` names nobody"


# Lists in words


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("attending: Anna & Hanna", "attending: [Anna, Hanna]"),
        ("absent: Anna; Jos\u00e9 \u00c1ngel", "absent: [Anna, Jos\u00e9 \u00c1ngel]"),
        ("absent: [none]", "absent: []   (or leave it out)"),
        ("attending: [everyone]", "attending: all"),
    ],
)
def test_the_line_for_a_list_in_words_is_shown_and_right(notes: Notes, typed: str, line: str) -> None:
    hold(notes, f"status: draft\n{typed}\n", roster=CHOIR)
    (problem,) = (found for found in notes.problems() if found["rule"] in ("wrong-type", "unknown-person"))
    assert problem["hint"] == f"Write: {line}"
    hold(notes, f"status: draft\n{line.partition('   ')[0]}\n", roster=CHOIR)
    assert rules(notes) == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("absent: all others", "Write who they are, such as absent: [one, other], or leave it out."),
        ("attending: [all but: Anna]", "Write: attending: {all but: [Anna]}"),
    ],
)
def test_how_a_list_in_other_words_is_written_is_shown(notes: Notes, typed: str, hint: str) -> None:
    hold(notes, f"{typed}\n", roster=CHOIR)
    assert [problem["hint"] for problem in notes.problems()] == [hint]


# Names that all leaves out


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("attending: {all but: [Xaver]}\n", "Xaver"),
        ("attending: {all but: [Zoe]}\nduty: {Tea: Zo\u00eb}\n", "Zoe"),
        ("attending: {all but: [Ana]}\nguests: [Ana]\n", "Ana"),
        ("sections:\n  - title: A\n    attending: all\n    absent: [Ana]\n", "Ana"),
    ],
)
def test_all_is_not_written_out_until_it_is_sure_who_was_left_out(notes: Notes, body: str, name: str) -> None:
    path = hold(notes, body, roster=CHOIR)
    errors = [problem for problem in people_problems(notes) if problem["severity"] == "error"]
    assert [problem["message"].partition(", so")[0] for problem in errors] == [
        f"'{name}' is not in the roster"
    ]
    for words in (["sync"], ["sync", "--fix"]):
        notes.run(*words)
        assert notes.read(path).endswith(body)
    right = "Zo\u00eb" if name == "Zoe" else "Anna"
    assert ("did you mean " in errors[0]["message"]) == (name != "Xaver")
    hold(notes, body.replace(f"guests: [{name}]\n", "").replace(name, right), roster=CHOIR)
    assert people_problems(notes) == []
    notes.run("sync")
    assert f"absent: [{right}]" in notes.read(path)
    assert right not in notes.read(path).partition("absent")[0]
