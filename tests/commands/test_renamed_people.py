"""People who have another name now, or whom the roster lacks."""

from support.notes import Notes
from support.typedpeople import CHOIR, FIRST, SECOND, hold, people_problems, rules

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
