"""Somebody is found again who is called otherwise than in the meetings before."""

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
