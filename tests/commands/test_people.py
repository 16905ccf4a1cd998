"""Names of people as they are typed in meetings, by the commands that read them."""

import re

import pytest
from support.notes import Notes
from support.typedpeople import CHOIR, FIRST, ROSTER, SECOND, hold, people_problems, rules


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


def test_somebody_who_is_typed_under_two_names_owns_an_item_once(notes: Notes) -> None:
    path = hold(notes, "actions:\n  - Mat, Matyas: order parts\n")
    notes.run("sync")
    assert "owner: Mat\n" in notes.read(path)


# Names that look the same

LOOKS = ["Jos\u00e9\u00a0\u00c1ngel", "Jose\u0301 A\u0301ngel", "Jos\u00e9  \u00c1ngel"]


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


@pytest.mark.parametrize("look", LOOKS)
def test_who_looks_the_same_was_not_taken_out_of_a_roster_that_others_have(notes: Notes, look: str) -> None:
    path = hold(notes, f"attending: [{look}]\n", roster=CHOIR)
    notes.commit("the choir")
    (problem,) = people_problems(notes)
    assert "only looks like that of the roster" in problem["message"]
    notes.run("sync", "--fix")
    assert "attending: [Jos\u00e9 \u00c1ngel]\n" in notes.read(path)


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
