"""Real commits through the real pre-commit: the minutes that land are those of the tree that lands."""

import shutil

import pytest
from support.committers import FIRST, SECOND, THIRD, Committers, meet

pytestmark = pytest.mark.long


def test_a_commit_stops_until_the_minutes_are_part_of_it(team: Committers) -> None:
    team.notes.git("add", ".")
    said = team.commit(stops=True)
    assert team.type(said) == ["git add meetings/team/2020-10-26.md meetings/team/README.md"]
    team.commit()
    assert "| 12    | +2      | Open  |" in team.landed(team.notes.minutes(SECOND))
    assert [problem["rule"] for problem in team.notes.problems("--rev", "HEAD")] == ["counter-absent"]
    team.insist_on_rest()


def test_a_first_commit_has_its_minutes(unborn: Committers) -> None:
    unborn.notes.git("add", ".")
    unborn.commit_twice()
    unborn.insist_on_rest()


def test_a_commit_of_all_tracked_files_has_the_minutes_of_what_it_takes(met_twice: Committers) -> None:
    meet(met_twice.notes, FIRST, 11)
    said = met_twice.commit("--all", stops=True)
    assert "wrote meetings/team/2020-10-19.md\nwrote meetings/team/2020-10-26.md\n" in said
    assert "and commit again with --all: git has not kept what it staged for this commit.\n" in said
    met_twice.commit("--all")
    assert "| 12    | +1      | Open  |" in met_twice.landed(met_twice.notes.minutes(SECOND))
    met_twice.insist_on_rest()


def test_a_new_meeting_that_a_commit_of_all_tracked_files_leaves_out_is_named(met_twice: Committers) -> None:
    notes = met_twice.notes
    third = meet(notes, THIRD, 4)
    meet(notes, SECOND, 13)
    said = met_twice.commit("--all", stops=True)
    assert third in said
    met_twice.type(said)
    met_twice.commit("--all")
    assert notes.minutes(THIRD) in met_twice.minutes()
    met_twice.insist_on_rest()


def test_a_commit_of_paths_has_the_minutes_of_those_paths_only(team: Committers) -> None:
    team.notes.run("sync")
    team.notes.git("add", ".")
    first = meet(team.notes, FIRST, 11)
    said = team.commit(first, stops=True)
    assert "a commit of named files takes only those" in said
    assert team.type(said) == ["git add meetings/team/2020-10-19.md"]
    team.commit(first, team.notes.minutes(FIRST))
    assert team.minutes() == [team.notes.minutes(FIRST)]
    assert "| 11    |         | Open  |" in team.landed(team.notes.minutes(FIRST))
    team.commit_twice()
    assert "| 12    | +1      | Open  |" in team.landed(team.notes.minutes(SECOND))
    team.insist_on_rest()


def test_a_partly_staged_meeting_has_the_minutes_of_its_staged_part(met_twice: Committers) -> None:
    second = meet(met_twice.notes, SECOND, 20)
    text = met_twice.notes.read(second) + "    notes: more\n"
    met_twice.notes.write(second, text)
    blob = met_twice.notes.git("hash-object", "-w", "--stdin", input=text.replace("more", "less")).stdout
    met_twice.notes.git("update-index", "--cacheinfo", f"100644,{blob.strip()},{second}")
    met_twice.commit_twice()
    minutes = met_twice.notes.minutes(SECOND)
    assert "less" in met_twice.landed(minutes)
    assert met_twice.notes.git("diff", "--name-only").stdout == f"{second}\n"
    assert met_twice.notes.read(second) == text


def test_hunks_picked_by_hand_have_the_minutes_of_those_hunks(met_twice: Committers) -> None:
    second = f"{met_twice.notes.series}/{SECOND}.yaml"
    text = met_twice.notes.read(second)
    met_twice.notes.write(second, "title: Picked\n" + text.replace("calls: 4", "calls: 5"))
    met_twice.notes.git("add", "--patch", input="y\nn\n")
    met_twice.commit_twice()
    landed = met_twice.landed(met_twice.notes.minutes(SECOND))
    assert "# Picked, " in landed
    assert "4 (+0) calls" in landed
    assert "calls: 5" in met_twice.notes.read(second)


def test_a_commit_in_a_linked_worktree_has_the_minutes_of_that_tree(team: Committers) -> None:
    linked = team.notes.top.parent / "linked"
    team.notes.git("worktree", "add", "--quiet", "-b", "side", str(linked))
    there = Committers(type(team.notes)(linked))
    meet(there.notes, SECOND, 7)
    there.notes.git("add", ".")
    there.commit_twice()
    assert "| 7     | -3      | Open  |" in there.landed(there.notes.minutes(SECOND))
    there.insist_on_rest()
    assert not (team.notes.top / team.notes.minutes(SECOND)).exists()


def test_an_amended_commit_has_the_minutes_of_its_new_tree(met_twice: Committers) -> None:
    meet(met_twice.notes, SECOND, 9)
    met_twice.notes.git("add", ".")
    met_twice.commit_twice("--amend", "--no-edit")
    assert "| 9     | -1      | Open  |" in met_twice.landed(met_twice.notes.minutes(SECOND))
    assert met_twice.notes.git("rev-list", "--count", "HEAD").stdout == "2\n"
    met_twice.insist_on_rest()


def test_a_clean_merge_stops_when_a_baseline_came_from_the_other_side(met_twice: Committers) -> None:
    notes = met_twice.notes
    notes.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    meet(notes, FIRST, 4)
    notes.run("sync")
    notes.commit()
    notes.git("checkout", "--quiet", "main")
    done = notes.git("merge", "--no-edit", "side", code=1)
    said = done.stdout + done.stderr
    assert "wrote meetings/team/2020-10-26.md" in said
    met_twice.type(said)
    met_twice.commit("--no-edit")
    assert "| 12    | +8      | Open  |" in met_twice.landed(notes.minutes(SECOND))
    assert notes.git("rev-list", "--count", "--merges", "HEAD").stdout == "1\n"
    met_twice.insist_on_rest()


@pytest.fixture
def in_conflict(met_twice: Committers) -> Committers:
    """Return a team amid a merge of two branches that counted different states anew."""
    notes = met_twice.notes
    for branch, start, counts in (("side", "HEAD", (20, 3)), ("other", "main", (12, 5))):
        notes.git("checkout", "--quiet", "-b", branch, start)
        meet(notes, SECOND, *counts)
        notes.run("sync")
        notes.commit()
    done = notes.git("merge", "--no-edit", "side", code=1)
    assert "CONFLICT (content): Merge conflict in meetings/team/2020-10-26.md" in done.stdout
    return met_twice


def test_minutes_in_conflict_are_written_anew_from_notes_that_merged(in_conflict: Committers) -> None:
    notes = in_conflict.notes
    staged = notes.run("sync", "--staged").stdout
    assert f"Type: minutebook sync   then: git add {notes.minutes(SECOND)}" in staged
    assert notes.run("sync").returncode == 0
    assert "| 29    | +12     | Total |" in notes.read(notes.minutes(SECOND))
    notes.git("add", notes.minutes(SECOND))
    in_conflict.commit("--no-edit")
    in_conflict.insist_on_rest()


def test_conflict_markers_that_were_added_do_not_land(in_conflict: Committers) -> None:
    in_conflict.notes.git("add", ".")
    in_conflict.commit_twice("--no-edit")
    assert "| 29    | +12     | Total |" in in_conflict.landed(in_conflict.notes.minutes(SECOND))
    in_conflict.insist_on_rest()


def test_a_commit_that_only_deletes_a_meeting_deletes_its_minutes(met_twice: Committers) -> None:
    met_twice.notes.git("rm", "--quiet", f"{met_twice.notes.series}/{SECOND}.yaml")
    said = met_twice.commit_twice()
    assert "deleted meetings/team/2020-10-26.md" in said
    assert met_twice.minutes() == [met_twice.notes.minutes(FIRST)]
    met_twice.insist_on_rest()


def test_a_commit_that_moves_a_meeting_moves_its_minutes(met_twice: Committers) -> None:
    notes = met_twice.notes
    before, after = (f"{notes.series}/{day}.yaml" for day in (SECOND, THIRD))
    notes.git("mv", before, after)
    notes.write(after, notes.read(after).replace(SECOND, THIRD))
    notes.git("add", after)
    met_twice.commit_twice()
    assert met_twice.minutes() == [notes.minutes(FIRST), notes.minutes(THIRD)]
    assert "# Team, 2 November 2020" in met_twice.landed(notes.minutes(THIRD))
    met_twice.insist_on_rest()


def test_a_commit_in_a_shallow_clone_has_its_minutes(met_twice: Committers) -> None:
    clone = met_twice.clone("elsewhere")
    shutil.copytree(met_twice.notes.top / ".git/hooks", clone / ".git/hooks", dirs_exist_ok=True)
    there = Committers(type(met_twice.notes)(clone))
    meet(there.notes, THIRD, 14)
    there.notes.git("add", ".")
    there.commit_twice()
    assert "| 14    | +2      | Open  |" in there.landed(there.notes.minutes(THIRD))
    there.insist_on_rest()
