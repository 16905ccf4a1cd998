"""People as they are typed in meetings, by the commands that read them."""

import re
from typing import Any

import pytest
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


def people_in_minutes(notes: Notes) -> list[str]:
    """Return the lines of the minutes that say who was there."""
    lines = notes.read(notes.minutes(FIRST)).split("\n")
    return [line for line in lines if line.startswith(("**A", "**Guests"))]


def rules(notes: Notes) -> list[str]:
    """Return the rules of people that are broken."""
    return [rule for rule in notes.rules() if "missing" not in rule]


# Mistyped names


def test_mistyped_names_are_mended_as_they_were_typed(notes: Notes) -> None:
    path = hold(
        notes, 'attending: [Mat, Digeo, "marco mambelli?"]   # by phone\nactions:\n  - Digeo: order parts\n'
    )
    assert rules(notes) == ["unknown-person"] * 3
    assert notes.run("sync", "--fix").returncode == 0
    text = notes.read(path)
    assert 'attending: [Mat, Diego, "Marco Mambelli?"]   # by phone\n' in text
    assert "owner: Diego\n" in text
    assert rules(notes) == []
    assert notes.run("sync", "--fix", "--check").returncode == 0


def test_tentative_names_get_their_quotes_between_brackets(notes: Notes) -> None:
    path = hold(notes, "attending: [Mat?, Diego, Marco Mambelli?]\nduty: {This week: Diego?, Next week: }\n")
    assert notes.rules() == ["plain-text"]
    notes.run("sync", "--fix")
    assert notes.read(path) == (
        f'date: {FIRST}\nattending: ["Mat?", Diego, "Marco Mambelli?"]\n'
        'duty: {This week: "Diego?", Next week: }\n'
    )
    assert rules(notes) == []


def test_mistyped_names_of_old_meetings_rest_with_the_line_that_is_shown(notes: Notes) -> None:
    hold(notes, "attending: [Digeo]\n")
    hold(notes, "attending: [Mat]\n", SECOND)
    (problem,) = (found for found in notes.problems() if found["rule"] == "unknown-person")
    line = problem["hint"].rsplit(": ", 2)[1:]
    assert line == ["strict", SECOND]
    notes.write(f"{notes.series}/series.yaml", f"{ROSTER}strict: {SECOND}\n")
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
    assert notes.read(new).count("owner: Ann Ray") == 3
    index = notes.read(f"{notes.series}/README.md")
    assert [line for line in index.split("\n") if line.startswith("### ")] == ["### Ann Ray"]
    assert notes.run("actions", "--group-by", "owner").stdout.startswith("Ann Ray\n")
    assert notes.run("actions", "--owner", "Ann Lee").stdout.count("Ann Ray") == 3
    assert set(rules(notes)) == {"alias-used"}
    notes.run("sync", "--fix")
    assert "Ann Lee" not in notes.read(new)
    assert "attending: [Ann Lee]" in notes.read(old)
    assert rules(notes) == []


def test_how_a_name_is_kept_as_a_former_one_is_shown_for_older_meetings(notes: Notes) -> None:
    renamed = "roster:\n  Ann Ray:\n    aliases:\n      - Ann Lee\n"
    for day in (FIRST, SECOND, "2020-01-20"):
        hold(notes, "attending: [Ann Lee]\n", day, renamed)
    hints = {
        problem["path"][-15:-5]: problem["hint"]
        for problem in notes.problems()
        if problem["rule"] == "alias-used"
    }
    assert hints.pop("2020-01-20") == "Type: minutebook sync --fix"
    line = f"{{name: Ann Lee, until: {SECOND}}}"
    assert {hint.split(": ", 2)[2] for hint in hints.values()} == {line}
    notes.write(f"{notes.series}/series.yaml", renamed.replace("- Ann Lee", f"- {line}"))
    assert rules(notes) == ["alias-used"]


def test_somebody_who_is_typed_under_two_names_owns_an_item_once(notes: Notes) -> None:
    path = hold(notes, "actions:\n  - Mat, Matyas: order parts\n")
    notes.run("sync")
    assert "owner: Mat\n" in notes.read(path)


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


CHOIR = "roster: {Zo\u00eb: , Jos\u00e9 \u00c1ngel: , Anna: , Hanna: }\n"
LOOKS = ["Jos\u00e9\u00a0\u00c1ngel", "Jose\u0301 A\u0301ngel", "Jos\u00e9  \u00c1ngel"]


def people_problems(notes: Notes) -> list[dict[str, Any]]:
    """Return what is found about people."""
    return [problem for problem in notes.problems() if problem["rule"] in ("unknown-person", "person-twice")]


# Names that look the same


@pytest.mark.parametrize("look", LOOKS)
def test_who_looks_the_same_is_one_person_whoever_else_is_named(notes: Notes, look: str) -> None:
    actions = "actions:\n  - {id: a1aa, owner: %s, task: one}\n  - {id: b2bb, owner: Jos\u00e9 \u00c1ngel, task: two}\n"
    path = hold(notes, f"attending: [{look}]\nabsent: [Jos\u00e9 \u00c1ngel]\n{actions % look}", roster=CHOIR)
    notes.run("sync")
    index = notes.read(f"{notes.series}/README.md")
    assert [line for line in index.split("\n") if line.startswith("### ")] == ["### Jos\u00e9 \u00c1ngel"]
    assert notes.run("actions", "--owner", look).stdout.count("Jos\u00e9 \u00c1ngel") == 2
    found = people_problems(notes)
    assert sorted((problem["rule"], problem["severity"]) for problem in found) == [
        ("person-twice", "error"),
        ("unknown-person", "warning"),
        ("unknown-person", "warning"),
    ]
    assert found[0]["message"].endswith(
        "only looks like that of the roster; did you mean Jos\u00e9 \u00c1ngel?"
    )
    notes.run("sync", "--fix")
    assert look not in notes.read(path)
    assert [problem["rule"] for problem in people_problems(notes)] == ["person-twice"]


# Twins of people who are named


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("attending: [Zoe]\nactions:\n  - {id: a1aa, owner: Zo\u00eb, task: cook}\n", "Zo\u00eb"),
        (
            "actions:\n  - Jose Angel: cook\n  - {id: a1aa, owner: Jos\u00e9 \u00c1ngel, task: wash}\n",
            "Jos\u00e9 \u00c1ngel",
        ),
    ],
)
def test_a_twin_of_somebody_who_is_named_is_a_warning_that_says_what_to_write(
    notes: Notes, body: str, right: str
) -> None:
    path = hold(notes, body, roster=CHOIR)
    (problem,) = people_problems(notes)
    assert problem["severity"] == "warning"
    assert problem["message"].endswith(f"did you mean {right}?")
    assert problem["hint"].startswith(f"Write {right} in its place.\n")
    text = notes.read(path)
    notes.write(path, text.replace("Zoe", right).replace("Jose Angel", right))
    assert people_problems(notes) == []


# Mistyped owners in words


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Zoe will wash", "- Zo\u00eb: wash"),
        ("\u00c1ngel to sing", "- Jos\u00e9 \u00c1ngel: sing"),
        ("Jose Angel to dance [DONE]", "- Jos\u00e9 \u00c1ngel: dance [DONE]"),
    ],
)
def test_a_mistyped_owner_in_words_is_a_warning_until_somebody_owns_it(
    notes: Notes, typed: str, line: str
) -> None:
    path = hold(notes, f"actions:\n  - {typed}\n", roster=CHOIR)
    (problem,) = (found for found in notes.problems() if found["rule"] == "owner-unclear")
    assert problem["message"].endswith(f"; did you mean {line[2:].partition(':')[0]}?")
    assert problem["hint"].startswith(f"Write: {line}\n")
    notes.run("sync")
    assert "owner-unclear" in rules(notes)
    hold(notes, f"actions:\n  {line}\n", roster=CHOIR)
    notes.run("sync")
    assert rules(notes) == []
    assert "unassigned" not in notes.read(path)


@pytest.mark.parametrize("typed", ["Mat: raise it", "Mat will raise it", "AI Mat: raise it"])
def test_who_is_called_by_a_short_name_is_asked_for_until_somebody_owns_the_item(
    notes: Notes, typed: str
) -> None:
    hold(notes, f"actions:\n  - {typed!r}\n", roster="roster: {Mateusz Kowalski: , Ben: }\n")
    notes.run("sync")
    (problem,) = (found for found in notes.problems() if found["rule"] == "owner-unclear")
    assert problem["message"].endswith("; did you mean Mateusz Kowalski?")


@pytest.mark.parametrize("typed", ["Eva L.: clean", "Eva L. cleans", "Lang Eva: clean", "Eva Lang cleans"])
def test_a_name_in_other_words_is_asked_for_until_somebody_owns_the_item(notes: Notes, typed: str) -> None:
    hold(notes, f"actions:\n  - {typed!r}\n", roster="roster: {Eva Lang: , Eva Braun: , Ben Ott: }\n")
    (problem,) = (found for found in notes.problems() if found["rule"] == "owner-unclear")
    assert problem["hint"].startswith("Write: - Eva Lang: clean")
    assert ("without a colon" in problem["message"]) == (typed == "Eva Lang cleans")
    notes.run("sync")
    (problem,) = (found for found in notes.problems() if found["rule"] == "owner-unclear")
    assert problem["message"].endswith("; did you mean Eva Lang?")


# Several people in one name


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        (
            "attending: [Anna and Hanna, Jos\u00e9 \u00c1ngel]\n",
            "attending: [Anna, Hanna, Jos\u00e9 \u00c1ngel]\n",
        ),
        (
            "attending:\n  - Anna & Hanna   # late\n  - Zo\u00eb; Jos\u00e9 \u00c1ngel\n",
            "attending:\n  - Anna\n  - Hanna   # late\n  - Zo\u00eb\n  - Jos\u00e9 \u00c1ngel\n",
        ),
        (
            "attending: {all but: [Anna und Zo\u00eb]}\n",
            "attending: [Jos\u00e9 \u00c1ngel, Hanna]\nabsent: [Anna, Zo\u00eb]\n",
        ),
        (
            "attending: all\nabsent: [Anna/Hanna]\n",
            "attending: [Zo\u00eb, Jos\u00e9 \u00c1ngel]\nabsent: [Anna, Hanna]\n",
        ),
        ("duty: {Tea: Anna + Hanna}\n", "duty: {Tea: [Anna, Hanna]}\n"),
        ("attending:\n  - \u2013 Anna\n", "attending:\n  - Anna\n"),
        (
            "actions:\n  - {id: a1aa, owner: Anna and Hanna, task: cook}\n",
            "actions:\n  - {id: a1aa, owner: [Anna, Hanna], task: cook}\n",
        ),
        (
            "attending: [Anna and Hanna]\nactions:\n  - Anna and Hanna: cook\n",
            "attending: [Anna, Hanna]\nactions:\n  - id: rt78pj\n    owner: [Anna, Hanna]\n    task: cook\n",
        ),
    ],
)
def test_people_of_the_roster_who_stand_in_one_name_are_parted(notes: Notes, body: str, mended: str) -> None:
    path = hold(notes, body, roster=CHOIR)
    problems = people_problems(notes)
    assert {problem["hint"] for problem in problems} == {"Type: minutebook sync --fix"}
    assert " of the roster: " in problems[0]["message"]
    notes.run("sync", "--fix")
    text = notes.read(path).partition("\n")[2]
    assert re.sub("id: .{6}\n", "id: rt78pj\n", text) == mended
    assert people_problems(notes) == []


def test_a_group_whose_name_has_an_and_in_it_is_one(notes: Notes) -> None:
    roster = "roster: {Anna: , Hanna: , Anna and Hanna: {group: true}}\n"
    hold(notes, "attending: [Anna and Hanna]\nactions:\n  - Anna and Hanna: cook\n", roster=roster)
    assert people_problems(notes) == []


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


# Renamed and deleted people


def test_the_owner_of_a_carried_action_whom_the_roster_lacks_is_told_with_the_line(notes: Notes) -> None:
    days = [FIRST, SECOND, "2020-01-20", "2020-01-27"]
    hold(
        notes,
        "attending: all\nactions:\n  - {id: a1aa, owner: Zo\u00eb, task: one, due: 2021-01-01}\n",
        roster=CHOIR,
    )
    for day in days[1:]:
        notes.run("sync")
        hold(notes, "attending: [Anna]\n", day, CHOIR)
    notes.run("sync")
    renamed = CHOIR.replace("Zo\u00eb: ", "Zo\u00eb Lund: ")
    notes.write(f"{notes.series}/series.yaml", renamed)
    (problem,) = (problem for problem in people_problems(notes) if days[-1] in problem["path"])
    message = "owner 'Zo\u00eb' is not in the roster; did you mean Zo\u00eb Lund?"
    assert (problem["severity"], problem["message"]) == ("warning", message)
    place, _colon, former_name = problem["hint"].partition("series.yaml: ")
    assert "under `aliases` of Zo\u00eb Lund" in place
    assert former_name == "{name: Zo\u00eb, until: 2020-01-20}"
    assert "Zo\u00eb" in notes.run("actions", "--owner", "zoe").stdout
    people = renamed.replace("Zo\u00eb Lund: ", f"Zo\u00eb Lund: {{aliases: [{former_name}]}}")
    notes.write(f"{notes.series}/series.yaml", people)
    assert people_problems(notes) == []
    assert "Zo\u00eb Lund" in notes.run("actions", "--owner", "Zo\u00eb").stdout
    assert "Zo\u00eb Lund" in notes.run("actions", "--owner", "zoe lund").stdout
