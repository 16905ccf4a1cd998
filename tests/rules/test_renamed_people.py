"""Somebody is found again who is called otherwise than in the meetings before."""

import pytest
from support.notes import Notes

FIRST, SECOND = "2020-10-05", "2020-10-12"
ROSTER = "title: Team\nroster:\n  {}: {{aliases: [Maria]}}\n  Ben Ray: {{}}\n"


def test_whoever_got_another_name_is_told_where_the_former_one_goes(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/series.yaml", ROSTER.format("Maria Huber"))
    for day in (FIRST, SECOND):
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\nattending: [Maria Huber, Ben Ray]\n")
    notes.run("sync")
    notes.write(path, ROSTER.format("Maria Schmid"))
    hints = {problem["hint"].rpartition("\n")[2] for problem in notes.problems(notes.series)}
    former = f"{{name: Maria Huber, until: {SECOND}}}"
    assert hints == {
        f"If Maria Huber is called Maria Schmid now, write under `aliases` of Maria Schmid in {path}: {former}"
    }
    notes.write(path, ROSTER.format("Maria Schmid").replace("[Maria]", f"[Maria, {former}]"))
    assert notes.problems(notes.series) == []


def test_whose_item_was_carried_is_told_in_the_same_words(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/series.yaml", ROSTER.format("Maria Huber"))
    notes.write(f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\nactions: [Maria Huber: call]\n")
    notes.write(f"{notes.series}/{SECOND}.yaml", f"date: {SECOND}\n")
    notes.run("sync")
    notes.write(path, ROSTER.format("Maria Schmid"))
    former = f"{{name: Maria Huber, until: {FIRST}}}"
    (problem,) = (
        problem for problem in notes.problems() if problem["path"] == f"{notes.series}/{SECOND}.yaml"
    )
    hint = f"if Maria Huber is called Maria Schmid now, write under `aliases` of Maria Schmid in {path}: {former}"
    assert problem["hint"] == f"Write another owner; or, {hint}"


def test_a_guest_who_was_given_an_item_can_be_one_again(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/series.yaml", ROSTER.format("Maria Huber"))
    item = "actions: [{{id: k7q2m4, owner: {}, task: call, since: 2020-10-05}}]\n"
    notes.write(f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\n{item.format('Ben Ray')}")
    notes.write(f"{notes.series}/{SECOND}.yaml", f"date: {SECOND}\nguests: [Zoe]\n{item.format('Zoe')}")
    third = f"{notes.series}/2020-10-19.yaml"
    notes.write(third, f"date: 2020-10-19\n{item.format('Zoe')}")
    notes.run("sync")
    (problem,) = notes.problems()
    assert problem["hint"].startswith(
        f"Write another owner, or add this name to `roster` in {path}, or to `guests` here.\n"
    )
    notes.write(third, f"date: 2020-10-19\nguests: [Zoe]\n{item.format('Zoe')}")
    notes.run("sync")
    assert notes.problems() == []


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes in which two meetings name somebody of the roster in three places, all committed."""
    notes.write(f"{notes.series}/series.yaml", ROSTER.format("Dario"))
    for day in (FIRST, SECOND):
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\nattending: [Dario, Ben Ray]\n")
    notes.write(
        f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\nattending: [Dario]\nactions: [Dario: call]\n"
    )
    notes.run("sync")
    notes.commit()
    return notes


@pytest.mark.parametrize(
    ("name", "severity"), [("Dominic", "warning"), ("Dairo", "error")], ids=["gone", "misspelt"]
)
def test_a_name_that_was_taken_out_of_the_roster_is_told_once(
    name: str, severity: str, shared: Notes
) -> None:
    path = shared.write(f"{shared.series}/series.yaml", ROSTER.format(name))
    (problem,) = (told for told in shared.problems() if told["rule"] == "unknown-person")
    assert (problem["path"], problem["severity"]) == (f"{shared.series}/{SECOND}.yaml", severity)
    assert f"Write again under `roster` in {path}: Dario:" in problem["hint"]


def test_fix_does_not_write_a_misspelt_name_of_the_roster_everywhere(shared: Notes) -> None:
    shared.write(f"{shared.series}/series.yaml", ROSTER.format("Dairo"))
    shared.run("sync", "--fix")
    assert "Dairo" not in shared.read(f"{shared.series}/{FIRST}.yaml")


def test_an_alias_that_was_taken_out_goes_back_to_its_person(shared: Notes) -> None:
    shared.write(f"{shared.series}/{SECOND}.yaml", f"date: {SECOND}\nattending: [Maria]\n")
    shared.write(f"{shared.series}/series.yaml", "title: Team\nroster: {Dario: , Ben Ray: }\n")
    (problem,) = (told for told in shared.problems() if told["rule"] == "unknown-person")
    assert "under `aliases` of Dario" in problem["hint"]


def test_an_older_meeting_tells_of_a_misspelt_name_whatever_later_ones_say(shared: Notes) -> None:
    for day in ("2020-10-19", "2020-10-26"):
        shared.write(f"{shared.series}/{day}.yaml", f"date: {day}\nattending: [Dario]\n")
    shared.write(f"{shared.series}/series.yaml", ROSTER.format("Dairo"))
    days = [told["path"][-15:-5] for told in shared.problems() if told["rule"] == "unknown-person"]
    assert days == [FIRST, SECOND, "2020-10-26"]
