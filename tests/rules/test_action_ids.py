"""Ids stay: one that was lost comes back, none stands for two, and no action stands twice."""

import pytest
from support.notes import Notes
from support.sharednotes import FIRST, SECOND, below_date, write

LONG_TASK = "write the announcement of the summer party"

OPEN = "actions:\n  - id: k7q2m4\n    owner: Bjorn\n    task: test\n"
CARRIED = f"{OPEN}    since: {FIRST}\n"
NEW = "  - id: m3x8d0\n    owner: Bjorn\n    task: order parts\n"


def told(notes: Notes, rule: str, *words: str) -> list[str]:
    """Return the sentences and hints of a rule that `check` says."""
    problems = notes.problems(*words)
    return [f"{found['message']} / {found['hint']}" for found in problems if found["rule"] == rule]


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes with an action item that was carried, all committed."""
    write(notes, FIRST, OPEN)
    write(notes, SECOND, CARRIED)
    notes.run("sync")
    notes.commit()
    return notes


class TestAnIdThatWasLost:
    @pytest.mark.parametrize(
        "body",
        [
            CARRIED.replace("- id: k7q2m4\n    ", "- "),
            "actions:\n  - Bjorn: test\n",
            "actions:\n  - AI (Bjorn): test\n",
            "actions:\n  - '@Bjorn test'\n",
            "actions:\n  - {owner: Bjorn, task: test}\n",
        ],
        ids=["line", "typed", "marked", "at", "flow"],
    )
    def test_comes_back(self, body: str, shared: Notes) -> None:
        write(shared, SECOND, body)
        (message,) = told(shared, "id-missing")
        assert f"'test' has no id; this is k7q2m4 of {SECOND} / Type: minutebook sync" in message
        assert told(shared, "action-lost") == []
        done = shared.run("sync")
        assert f"{SECOND}.yaml: ids given back: k7q2m4" in done.stderr
        text = below_date(shared)
        assert text.count("k7q2m4") == 1
        assert text.count("task: test") == 1
        assert f"since: {FIRST}" in text
        assert shared.problems() == []

    def test_comes_back_to_a_task_with_a_full_stop(self, shared: Notes) -> None:
        write(shared, SECOND, "actions:\n  - Bjorn: Test.\n")
        (message,) = told(shared, "id-missing")
        assert f"'Test.' has no id; this is k7q2m4 of {SECOND} / Type: minutebook sync" in message

    def test_comes_back_in_the_hook(self, shared: Notes) -> None:
        write(shared, SECOND, "actions:\n  - Bjorn: test\n")
        shared.git("add", "--all")
        assert shared.run("sync", "--staged", "--exit-code").returncode == 1
        assert below_date(shared) == CARRIED

    def test_comes_back_from_the_meeting_before_where_nobody_has_this_one(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        write(notes, SECOND, "actions:\n  - Bjorn: test\n")
        (message,) = told(notes, "id-missing")
        assert f"this is k7q2m4 of {FIRST}" in message
        notes.run("sync")
        assert below_date(notes) == CARRIED

    def test_comes_back_to_one_that_was_closed_in_this_meeting(self, shared: Notes) -> None:
        closed = CARRIED + "    status: done\n"
        write(shared, SECOND, closed)
        shared.commit()
        write(shared, SECOND, closed.replace("- id: k7q2m4\n    ", "- "))
        shared.run("sync")
        assert below_date(shared) == closed

    def test_comes_back_with_its_day_where_the_line_in_a_hurry_has_none(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN + "    due: 2020-12-01\n")
        write(notes, SECOND, "actions:\n  - Bjorn: test\n")
        notes.run("sync")
        assert below_date(notes) == CARRIED + "    due: 2020-12-01\n"

    def test_of_a_new_action_item_comes_back_with_fix_too(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        notes.run("sync")
        notes.commit()
        write(notes, FIRST, "actions:\n  - Bjorn: test\n")
        assert told(notes, "action-lost") == []
        notes.run("sync", "--fix")
        assert below_date(notes, FIRST) == OPEN
        assert notes.problems() == []

    @pytest.mark.parametrize("base", ["HEAD~1", "", "0" * 40])
    def test_in_a_commit_past_the_hook_comes_back_from_the_base(self, base: str, notes: Notes) -> None:
        write(notes, FIRST, OPEN)
        notes.commit()
        write(notes, FIRST, "actions:\n  - Bjorn: test\n")
        notes.commit()
        notes.run("sync", "--base", base)
        assert (below_date(notes, FIRST) == OPEN) == (base == "HEAD~1")

    def test_of_a_block_that_was_copied_and_reworded_is_new_and_so_is_its_beginning(
        self, notes: Notes
    ) -> None:
        write(notes, FIRST, OPEN)
        block = "  - owner: Ann\n    task: write the minutes of May\n    since: {}\n"
        write(notes, SECOND, CARRIED + block.format(FIRST))
        assert "new ids: " in notes.run("sync").stderr
        assert below_date(notes).count("since: ") == 1
        # What was agreed before the series began is as somebody says.
        write(notes, SECOND, CARRIED + block.format("2019-01-07"))
        notes.run("sync")
        assert "since: 2019-01-07" in below_date(notes)

    def test_is_found_by_add_where_it_was_not_carried_yet(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN + "    due: 2020-12-01\n")
        write(notes, SECOND, "actions:\n  - Ann: sing\n")
        done = notes.run("add", "Bjorn: test")
        assert done.stderr == "k7q2m4: Bjorn: test\n"
        notes.run("sync")
        text = below_date(notes)
        assert text.count("  - id: ") == 2
        assert f"{CARRIED.removeprefix('actions:')}    due: 2020-12-01\n" in text

    def test_that_two_could_be_is_new(self, notes: Notes) -> None:
        write(notes, FIRST, OPEN + "  - id: m3x8d0\n    owner: Bjorn\n    task: test\n")
        write(notes, SECOND, "actions:\n  - Bjorn: test\n")
        notes.run("sync")
        text = below_date(notes)
        assert text.count("  - id: ") == 3
        assert "k7q2m4" in text
        assert "m3x8d0" in text

    def test_counts_as_the_one_that_was_carried(self, notes: Notes) -> None:
        days = ["2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26"]
        for day in days:
            write(notes, day, OPEN if day == days[0] else OPEN + f"    since: {days[0]}\n")
        notes.commit()
        write(notes, "2020-11-02", "actions:\n  - Bjorn: test\n")
        notes.run("sync", "--all")
        text = below_date(notes, "2020-11-02")
        assert text.count("task: test") == 1
        assert "id: k7q2m4" in text
        assert "status: lapsed" in text


class TestAnItemThatStandsTwice:
    @pytest.mark.parametrize("synced", [False, True], ids=["typed", "synced"])
    def test_is_told_and_deleted_by_fix(self, synced: bool, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "  - Bjorn: test\n")
        if synced:
            shared.run("sync")
        (message,) = told(shared, "action-twice")
        assert "'test' stands here already as k7q2m4 / Type: minutebook sync --fix" in message
        done = shared.run("sync", "--fix")
        assert "'test' stood there twice, and stands there once" in done.stderr
        assert below_date(shared) == CARRIED

    def test_is_told_of_what_nobody_owns_beside_what_somebody_does(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "  - unassigned: test [DONE]\n")
        assert len(told(shared, "action-twice")) == 1
        shared.run("sync", "--fix")
        assert below_date(shared) == CARRIED + "    status: done\n"

    @pytest.mark.parametrize("synced", [False, True], ids=["typed", "synced"])
    def test_keeps_what_the_deleted_one_says_more(self, synced: bool, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "  - Bjorn: test (due 2020-12-01) [DONE]\n")
        if synced:
            shared.run("sync")
        assert len(told(shared, "action-twice")) == 1
        shared.run("sync", "--fix")
        assert below_date(shared) == CARRIED + "    due: 2020-12-01\n    status: done\n"

    def test_stays_where_the_two_contradict_each_other(self, shared: Notes) -> None:
        body = CARRIED + "    due: 2020-12-01\n  - Bjorn: test (due 2020-12-08)\n"
        write(shared, SECOND, body)
        shared.run("sync", "--fix")
        assert below_date(shared).count("task: test") == 2
        (message,) = told(shared, "action-twice")
        assert "If it is the same, type: minutebook drop " in message
        assert message.endswith("--reason 'the same as k7q2m4'")

    def test_stays_where_the_first_is_done(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "    status: done\n  - Bjorn: test\n")
        (message,) = told(shared, "action-twice")
        assert "as k7q2m4 and is done / To open that one again, delete this one and type: " in message
        shared.run("sync", "--fix")
        assert below_date(shared).count("task: test") == 2

    def test_that_others_have_is_not_deleted(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "  - Bjorn: test\n")
        shared.run("sync")
        shared.commit()
        text = below_date(shared)
        shared.run("sync", "--fix")
        assert below_date(shared) == text
        assert len(told(shared, "action-twice")) == 1

    def test_is_not_told_of_what_was_done_and_came_again(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + "    status: done\n  - Bjorn: test\n")
        shared.run("sync")
        shared.commit()
        assert shared.problems() == []


class TestAnIdOfTwo:
    def test_of_one_action_item_is_mended_by_deleting_one(self, shared: Notes) -> None:
        again = CARRIED.removeprefix("actions:\n") + "    status: done\n    note: at last\n"
        write(shared, SECOND, CARRIED + again)
        (message,) = told(shared, "duplicate-id")
        assert message.startswith(
            "this action item stands twice in this meeting / Type: minutebook sync --fix"
        )
        shared.run("sync", "--fix")
        assert below_date(shared) == CARRIED + "    status: done\n    note: at last\n"

    @pytest.mark.parametrize("place", [0, 1])
    def test_of_two_stays_with_the_one_that_others_have(self, place: int, shared: Notes) -> None:
        items = [CARRIED.removeprefix("actions:\n")]
        items.insert(place, f"  - id: k7q2m4\n    owner: Ann\n    task: {LONG_TASK}\n")
        write(shared, SECOND, "actions:\n" + "".join(items))
        (message,) = told(shared, "duplicate-id")
        assert message.startswith("this id belongs to 'test' / Type: minutebook sync --fix")
        assert ", and no longer k7q2m4\n" in shared.run("sync", "--fix").stderr
        text = below_date(shared)
        assert text.count("k7q2m4") == 1
        assert CARRIED.removeprefix("actions:\n") in text
        assert f"    owner: Ann\n    task: {LONG_TASK}\n" in text
        assert shared.problems() == []

    def test_that_both_sides_of_a_merge_reworded_is_left_to_people(self, shared: Notes) -> None:
        shared.git("branch", "other")
        write(shared, SECOND, CARRIED.replace("test", "test the new build"))
        shared.commit()
        shared.git("switch", "--quiet", "other")
        write(shared, SECOND, CARRIED.replace("test", "test the old build"))
        shared.commit()
        shared.git("merge", "main", code=1)
        both = [CARRIED.replace("test", f"test the {age} build") for age in ("new", "old")]
        write(shared, SECOND, both[0] + both[1].removeprefix("actions:\n"))
        shared.git("add", "--all")
        (message,) = told(shared, "duplicate-id")
        assert "If they are one action item, delete one of them." in message
        text = below_date(shared)
        shared.run("sync", "--fix")
        assert below_date(shared) == text


class TestAnotherTaskUnderAnId:
    def test_is_told(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + NEW)
        shared.commit()
        write(shared, SECOND, CARRIED + NEW.replace("order parts", LONG_TASK))
        assert told(shared, "action-reworded") == [
            "others know this id as 'order parts' / If this is another action item, write: task: order parts\n"
            f"and type: minutebook add 'Bjorn: {LONG_TASK}'"
        ]
        assert {found["severity"] for found in shared.problems() if found["rule"] == "action-reworded"} == {
            "warning"
        }

    def test_is_not_told_of_other_words(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED.replace("task: test", "task: test it"))
        assert told(shared, "action-reworded") == []

    def test_is_not_told_of_what_was_withdrawn(self, shared: Notes) -> None:
        text = CARRIED.replace("task: test", "task: withdrawn") + "    status: dropped\n    reason: private\n"
        write(shared, SECOND, text)
        assert told(shared, "action-reworded") == []

    def test_is_reuse_if_an_earlier_meeting_has_it_whatever_others_have(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED.replace("task: test", f"task: {LONG_TASK}"))
        shared.git("add", "--all")
        staged = shared.rules("--staged")
        shared.commit()
        assert staged == shared.rules("--rev", "HEAD") == shared.rules()
        assert "id-reused" in staged
        assert "action-reworded" not in staged

    def test_is_no_reuse_if_it_was_changed_in_the_meeting_before(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN.replace("task: test", f"task: {LONG_TASK}"))
        assert told(shared, "id-reused") == []
        assert len(told(shared, "action-edited-earlier")) == 1

    def test_is_reuse_whatever_else_was_changed_in_the_meeting_before(self, shared: Notes) -> None:
        write(shared, FIRST, OPEN.replace("Bjorn", "Ann"))
        write(shared, SECOND, CARRIED.replace("task: test", f"task: {LONG_TASK}"))
        assert len(told(shared, "id-reused")) == 1

    def test_is_not_told_twice_where_an_earlier_meeting_has_the_id(self, shared: Notes) -> None:
        text = CARRIED.replace("owner: Bjorn\n    task: test", f"owner: Ann\n    task: {LONG_TASK}")
        write(shared, SECOND, text)
        assert len(told(shared, "id-reused")) == 1
        assert told(shared, "action-reworded") == []

    def test_rests_once_others_have_it(self, shared: Notes) -> None:
        write(shared, SECOND, CARRIED + NEW)
        shared.commit()
        write(shared, SECOND, CARRIED + NEW.replace("order parts", LONG_TASK))
        shared.commit()
        assert told(shared, "action-reworded") == []


def test_an_id_that_was_copied_to_another_item_is_one_problem_with_one_cure(shared: Notes) -> None:
    party = "  - id: a9ncav\n    owner: Mat\n    task: plan the party\n"
    write(shared, FIRST, OPEN + party)
    write(shared, SECOND, CARRIED + party + f"    since: {FIRST}\n")
    shared.run("sync")
    shared.commit()
    path = f"{shared.series}/{SECOND}.yaml"
    right = shared.read(path)
    shared.write(path, right.replace("id: k7q2m4", "id: a9ncav"))
    shared.run("sync")
    ids = [
        found
        for found in shared.problems()
        if found["rule"] in {"duplicate-id", "action-twice", "action-reworded"}
    ]
    assert [(found["rule"], "sync --fix" in found["hint"]) for found in ids] == [("duplicate-id", True)]
    assert shared.run("sync", "--fix").returncode == 0
    assert shared.problems() == []
    assert sorted(shared.read(path).splitlines()) == sorted(right.splitlines())


class TestIdsThatWereSwapped:
    """The ids of two items whose tasks share a word, so that neither is wholly different."""

    REPORT, TOOL = "write the report", "mend the report tool"

    @pytest.fixture
    def swapped(self, notes: Notes) -> Notes:
        items = "actions:\n  - {{id: k7q2m4, owner: {}, task: {}}}\n  - {{id: m3x8d0, owner: {}, task: {}}}\n"
        write(notes, FIRST, items.format("Bjorn", self.REPORT, "Anna", self.TOOL))
        write(notes, SECOND, items.format("Anna", self.TOOL, "Bjorn", self.REPORT))
        return notes

    def test_each_is_told_with_the_task_that_its_id_belongs_to(self, swapped: Notes) -> None:
        report, tool = told(swapped, "id-reused")
        assert self.REPORT in report
        assert self.TOOL in tool

    def test_fix_gives_each_its_id_back(self, swapped: Notes) -> None:
        swapped.run("sync", "--fix")
        assert told(swapped, "id-reused") == []
        meeting = swapped.read(f"meetings/team/{SECOND}.yaml")
        assert f"id: k7q2m4, owner: Bjorn, task: {self.REPORT}" in meeting
        assert f"id: m3x8d0, owner: Anna, task: {self.TOOL}" in meeting

    def test_a_task_that_takes_over_the_words_of_a_closed_twin_is_no_swap(self, notes: Notes) -> None:
        items = "actions:\n  - {{id: k7q2m4, owner: Anna, task: {}}}\n  - {{id: m3x8d0, owner: Anna, task: {}{}}}\n"
        write(notes, FIRST, items.format(self.REPORT, f"{self.REPORT} on time", ""))
        write(
            notes, SECOND, items.format(f"{self.REPORT} on time", f"{self.REPORT} on time", ", status: done")
        )
        assert told(notes, "id-reused") == []
