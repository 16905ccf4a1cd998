"""Nothing vanishes: an action item that others have can be closed, and not deleted."""

import shlex
import shutil

import pytest
from support.notes import Notes
from support.sharednotes import CARRIED, DONE, FIRST, LOST, OPEN, SECOND, TEA, lost, write


def type_what_is_said(notes: Notes) -> None:
    """Type the line by which the only thing that is lost is put back."""
    (problem,) = (found for found in notes.problems() if found["rule"] == "action-lost")
    command = shlex.split(problem["hint"].partition("Put its own one back: ")[2])
    assert command[:2] == ["git", "checkout"]
    notes.git(*command[1:])


def change_places(notes: Notes) -> None:
    """Give each of two series the folder of the other one."""
    for source, target in (
        (notes.series, "meetings/x"),
        ("meetings/crew", notes.series),
        ("meetings/x", "meetings/crew"),
    ):
        notes.git("mv", source, target)


class TestWhatIsNotAllowed:
    def test_to_delete_its_lines(self, shared: Notes) -> None:
        write(shared, FIRST)
        assert lost(shared) == LOST

    def test_to_delete_its_lines_and_commit_that_without_hooks(self, shared: Notes) -> None:
        write(shared, FIRST)
        shared.commit()
        assert lost(shared) == LOST

    def test_to_delete_its_meeting(self, shared: Notes) -> None:
        write(shared, SECOND)
        (shared.top / shared.series / f"{FIRST}.yaml").unlink()
        assert lost(shared) == [f"{SECOND}.yaml: action k7q2m4"]
        (problem,) = (problem for problem in shared.problems() if problem["rule"] == "action-lost")
        whole, rest = problem["hint"].splitlines()[:2]
        assert rest == f"Else put the item into {SECOND}.yaml: minutebook sync --fix"
        shared.call(shlex.split(whole.removeprefix("To have its whole meeting back, type: ")))
        shared.run("sync")
        assert lost(shared) == []

    def test_to_delete_the_only_meeting(self, shared: Notes) -> None:
        (shared.top / shared.series / f"{FIRST}.yaml").unlink()
        assert lost(shared) == ["series.yaml: action k7q2m4"]
        type_what_is_said(shared)
        assert lost(shared) == []

    def test_to_say_that_its_meeting_was_skipped(self, shared: Notes) -> None:
        write(shared, FIRST, "status: skipped\nreason: Holiday\n")
        assert lost(shared) == ["series.yaml: action k7q2m4"]
        type_what_is_said(shared)
        assert lost(shared) == []

    def test_to_delete_its_series(self, shared: Notes) -> None:
        make = shared.top / "meetings/other"
        make.mkdir()
        (make / "series.yaml").write_text("title: Other\n", encoding="utf-8")
        shutil.rmtree(shared.top / shared.series)
        assert lost(shared) == LOST

    def test_to_give_it_another_id(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN.replace("k7q2m4", "a1bcde"))
        assert lost(shared) == LOST

    def test_to_stage_any_of_it(self, shared: Notes) -> None:
        write(shared, FIRST)
        shared.git("add", "--all")
        done = shared.run("sync", "--staged", "--exit-code", "--only", "validate")
        assert done.returncode == 1
        assert "action-lost: action k7q2m4: Ann: 'call the bank' is open on 2020-10-19" in done.stdout
        assert "minutebook done k7q2m4" in done.stdout


@pytest.mark.parametrize(
    "closing", ["    status: done\n", "    status: dropped\n    reason: too dear\n    note: asked twice\n"]
)
def test_what_others_have_as_closed_is_put_back_closed_where_its_lines_were_deleted(
    shared: Notes, closing: str
) -> None:
    write(shared, SECOND, CARRIED + closing)
    shared.run("sync")
    shared.commit()
    shared.git("push", "--quiet")
    write(shared, SECOND)
    done = shared.run("sync")
    assert (done.returncode, "closed here already, so put back: k7q2m4" in done.stderr) == (0, True)
    written = {line.strip() for line in shared.read(f"{shared.series}/{SECOND}.yaml").split("\n")}
    assert {line.strip() for line in closing.splitlines()} <= written


class TestWhatIsAllowed:
    def test_to_close_it(self, shared: Notes) -> None:
        write(shared, FIRST, DONE)
        assert lost(shared) == []

    def test_to_replace_its_text(self, shared: Notes) -> None:
        body = OPEN.replace("call the bank", "withdrawn") + "    status: dropped\n    reason: personal\n"
        write(shared, FIRST, body)
        assert lost(shared) == []

    def test_to_move_the_file_to_a_folder_of_its_year(self, shared: Notes) -> None:
        (shared.top / shared.series / "2020").mkdir()
        shared.git("mv", f"{shared.series}/{FIRST}.yaml", f"{shared.series}/2020/{FIRST}.yaml")
        assert lost(shared) == []

    @pytest.mark.parametrize("day", ["2020-10-18", "2020-10-20"])
    def test_to_correct_the_date(self, day: str, shared: Notes) -> None:
        (shared.top / shared.series / f"{FIRST}.yaml").unlink()
        write(shared, day, OPEN)
        assert lost(shared) == []

    def test_to_rename_the_series(self, shared: Notes) -> None:
        shared.git("mv", shared.series, "meetings/crew")
        assert lost(shared) == []

    def test_to_move_the_series_elsewhere_and_begin_another_in_its_folder(self, shared: Notes) -> None:
        shared.git("mv", shared.series, "archive")
        shared.write(f"{shared.series}/series.yaml", "title: Team\n")
        assert lost(shared) == []
        assert lost(shared, "--base", "HEAD") == []

    def test_to_let_two_series_change_places(self, shared: Notes) -> None:
        shared.write("meetings/crew/series.yaml", "title: Crew\n")
        shared.write(f"meetings/crew/{FIRST}.yaml", f"date: {FIRST}\nactions:\n{TEA}")
        shared.commit()
        shared.git("push", "--quiet")
        change_places(shared)
        assert lost(shared) == lost(shared, "--base", "HEAD") == []

    def test_to_delete_a_draft_that_only_has_what_was_carried(self, shared: Notes) -> None:
        write(shared, SECOND, "status: draft\n" + CARRIED)
        shared.commit()
        shared.git("push", "--quiet")
        (shared.top / shared.series / f"{SECOND}.yaml").unlink()
        assert lost(shared) == []

    def test_to_close_it_in_the_meeting_before_after_it_was_carried(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED)
        shared.commit()
        shared.git("push", "--quiet")
        write(shared, FIRST, DONE)
        write(shared, SECOND)
        assert lost(shared) == []

    def test_to_delete_what_only_this_clone_has(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN + "  - id: b2cdef\n    owner: Bob\n    task: buy tea\n")
        shared.commit()
        write(shared, FIRST, OPEN)
        assert lost(shared) == []

    def test_to_delete_a_meeting_whose_items_are_closed_where_others_have_them(self, shared: Notes) -> None:
        write(shared, FIRST, DONE)
        shared.commit()
        shared.git("push", "--quiet")
        (shared.top / shared.series / f"{FIRST}.yaml").unlink()
        assert lost(shared) == []


def test_what_is_lost_while_a_series_is_moved_and_begun_anew_belongs_to_where_it_is_now(
    shared: Notes,
) -> None:
    write(shared, FIRST, OPEN + TEA)
    shared.commit()
    shared.git("push", "--quiet")
    shared.git("mv", shared.series, "archive")
    shared.write(f"archive/{FIRST}.yaml", f"date: {FIRST}\n{OPEN}")
    shared.write(f"{shared.series}/series.yaml", "title: Team\n")
    (problem,) = (problem for problem in shared.problems() if problem["rule"] == "action-lost")
    assert (problem["path"], problem["record"]) == (f"archive/{FIRST}.yaml", "action b2cdef")


def test_what_is_lost_while_two_series_change_places_belongs_to_where_it_is_now(shared: Notes) -> None:
    write(shared, FIRST, OPEN + TEA)
    shared.write("meetings/crew/series.yaml", "title: Crew\n")
    shared.write(f"meetings/crew/{FIRST}.yaml", f"date: {FIRST}\nactions:\n{TEA.replace('b2cdef', 'c3defg')}")
    shared.commit()
    shared.git("push", "--quiet")
    change_places(shared)
    shared.write(f"meetings/crew/{FIRST}.yaml", f"date: {FIRST}\n{OPEN}")
    (problem,) = (problem for problem in shared.problems() if problem["rule"] == "action-lost")
    assert (problem["path"], problem["record"]) == (f"meetings/crew/{FIRST}.yaml", "action b2cdef")


def test_an_older_meeting_that_goes_into_a_series_of_its_own_does_not_take_the_item_along(
    shared: Notes,
) -> None:
    write(shared, SECOND, CARRIED)
    shared.commit()
    shared.git("push", "--quiet")
    shared.write("archive/series.yaml", "title: Archive\n")
    shared.git("mv", f"{shared.series}/{FIRST}.yaml", f"archive/{FIRST}.yaml")
    write(shared, SECOND)
    assert lost(shared) == [f"{SECOND}.yaml: action k7q2m4"]


def test_what_is_lost_while_a_series_is_renamed_belongs_to_its_new_folder(shared: Notes) -> None:
    write(shared, FIRST, OPEN + TEA)
    shared.commit()
    shared.git("push", "--quiet")
    shared.git("mv", shared.series, "meetings/crew")
    shared.write(f"meetings/crew/{FIRST}.yaml", f"date: {FIRST}\n{OPEN}")
    assert lost(shared) == [f"{FIRST}.yaml: action b2cdef"]
    assert shared.run("sync", "--fix").returncode == 0
    assert shared.read(f"meetings/crew/{FIRST}.yaml").endswith(TEA)
    assert lost(shared) == []


def test_a_series_that_is_gone_can_be_put_back_as_the_message_says(shared: Notes) -> None:
    shared.git("rm", "-r", "--quiet", shared.series)
    (problem,) = shared.problems()
    lead, _colon, line = problem["hint"].rpartition(": ")
    assert lead == "Its series is gone. Put it back"
    shared.call(shlex.split(line))
    assert lost(shared) == []


def test_a_series_that_cannot_be_read_is_mended_first(shared: Notes) -> None:
    shared.write(f"{shared.series}/{FIRST}.yaml", "date: [\n")
    assert lost(shared) == []


def test_a_file_with_a_wrong_name_is_mended_first(shared: Notes) -> None:
    write(shared, SECOND, CARRIED)
    shared.git("mv", f"{shared.series}/{FIRST}.yaml", f"{shared.series}/2020-10-19b.yaml")
    shared.write(f"{shared.series}/{SECOND}.yaml", f"date: {SECOND}\n")
    assert lost(shared) == []


class TestWhatMendsIt:
    def test_fix_puts_it_back_where_it_stood(self, shared: Notes) -> None:
        before = shared.read(f"{shared.series}/{FIRST}.yaml")
        write(shared, FIRST)
        assert shared.run("sync", "--fix").returncode == 0
        assert shared.read(f"{shared.series}/{FIRST}.yaml") == before
        assert lost(shared) == []

    def test_fix_puts_it_into_the_newest_meeting_where_its_own_is_gone(self, shared: Notes) -> None:
        write(shared, SECOND)
        (shared.top / shared.series / f"{FIRST}.yaml").unlink()
        assert shared.run("sync", "--fix").returncode == 0
        assert f"task: call the bank\n    since: {FIRST}\n" in shared.read(f"{shared.series}/{SECOND}.yaml")

    @pytest.mark.parametrize(
        ("words", "status"),
        [(["done"], "done"), (["drop", "--reason", "no money"], "dropped"), (["reopen"], "")],
        ids=["done", "drop", "reopen"],
    )
    def test_a_command_finds_it(self, words: list[str], status: str, shared: Notes) -> None:
        write(shared, FIRST)
        done = shared.run(words[0], "k7q2m4", *words[1:])
        assert done.returncode == 0, done.stderr
        text = shared.read(f"{shared.series}/{FIRST}.yaml")
        assert "id: k7q2m4" in text
        assert (f"status: {status}" if status else "task: call the bank") in text
        assert lost(shared) == []
