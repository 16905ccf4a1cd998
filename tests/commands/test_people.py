"""People as they are typed in meetings, by the commands that read them."""

from support.notes import Notes

ROSTER = """\
format: 1
title: Team
roster:
  Mat: {aliases: [Matyas]}
  Diego:
  Marco Mambelli:
  everyone: {group: true}
"""
FIRST, SECOND = "2020-01-06", "2020-01-13"


def hold(notes: Notes, body: str, day: str = FIRST, roster: str = ROSTER) -> str:
    """Write the meeting of a day, and return its path."""
    notes.write(f"{notes.series}/series.yaml", roster)
    return notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n{body}")


def rules(notes: Notes) -> list[str]:
    """Return the rules of people that are broken."""
    return [rule for rule in notes.rules() if "missing" not in rule]


# Mistyped names


def test_mistyped_names_are_mended_as_they_were_typed(notes: Notes) -> None:
    path = hold(
        notes,
        'attending: [Mat, Digeo, "marco mambelli?"]   # by phone\nactions:\n  - Digeo: order parts\n',
    )
    assert rules(notes) == ["unknown-person"] * 3
    assert notes.run("sync", "--fix").returncode == 0
    text = notes.read(path)
    assert 'attending: [Mat, Diego, "Marco Mambelli?"]   # by phone\n' in text
    assert "owner: Diego\n" in text
    assert rules(notes) == []
    assert notes.run("sync", "--fix", "--check").returncode == 0


def test_people_whose_names_are_alike_are_people(notes: Notes) -> None:
    hold(
        notes,
        "attending: [Brian, Anna, Diego]\nabsent: [Jana]\nguests: [Digeo]\n",
        roster="roster: {BrianB: , Ann: , Jan: , Diego: }\n",
    )
    assert [problem["severity"] for problem in notes.problems() if problem["rule"] == "not-in-roster"] == [
        "warning"
    ] * 3
    assert "unknown-person" not in rules(notes)


def test_mistyped_names_of_old_meetings_rest_with_the_line_that_is_shown(notes: Notes) -> None:
    hold(notes, "attending: [Digeo]\n")
    hold(notes, "attending: [Mat]\n", SECOND)
    (problem,) = (found for found in notes.problems() if found["rule"] == "unknown-person")
    line = problem["hint"].rsplit(": ", 2)[1:]
    assert line == ["strict", SECOND]
    notes.write(f"{notes.series}/series.yaml", f"{ROSTER}strict: {SECOND}\n")
    assert rules(notes) == []


def test_nobody_yet_is_written_as_unassigned(notes: Notes) -> None:
    path = hold(notes, "actions:\n  - {id: k7q2m4, owner: TBD, task: order parts}\n")
    assert rules(notes) == ["not-in-roster"]
    notes.run("sync", "--fix")
    assert "owner: unassigned, task" in notes.read(path)
    assert rules(notes) == []


# Attendance


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


# Former names

RENAMED = """\
roster:
  Ann Ray: {aliases: [Annie, {name: Ann Lee, until: 2020-01-06}]}
"""


def test_a_former_name_is_right_in_the_meetings_of_its_time_and_one_person(notes: Notes) -> None:
    old = hold(
        notes,
        "attending: [Ann Lee]\nactions:\n  - {id: a1aa, owner: Ann Lee, task: one}\n  - Ann Lee: two\n",
        roster=RENAMED,
    )
    assert rules(notes) == []
    notes.run("sync", "--fix")
    assert notes.read(old).count("owner: Ann Lee") == 2
    new = hold(notes, "attending: [Ann Lee]\nactions:\n  - Ann Ray: three\n", SECOND, RENAMED)
    notes.run("sync")
    index = notes.read(f"{notes.series}/README.md")
    assert [line for line in index.split("\n") if line.startswith("### ")] == ["### Ann Ray"]
    assert notes.run("actions", "--group-by", "owner").stdout.startswith("Ann Ray\n")
    assert notes.run("actions", "--owner", "Ann Lee").stdout.count("Ann Ray") == 3
    assert set(rules(notes)) == {"alias-used"}
    notes.run("sync", "--fix")
    assert "Ann Lee" not in notes.read(new)
    assert "attending: [Ann Lee]" in notes.read(old)
    assert rules(notes) == []
