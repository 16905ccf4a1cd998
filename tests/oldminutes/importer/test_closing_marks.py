"""Action items with a mark that says that they are closed, or with what minutes add to them."""

from datetime import date

import pytest
from support.oldminutes.sheets import action_of, find_action


@pytest.mark.parametrize("box", ["[x] ", "[X] "])
def test_a_checked_box_is_done(box: str) -> None:
    assert (action_of(f"{box}AI (Ana): fix it").status, action_of(f"{box}AI (Ana): fix it").task) == (
        "done",
        "fix it",
    )


def test_an_empty_box_is_open() -> None:
    assert action_of("[ ] fix it").status == "open"


@pytest.mark.parametrize(
    ("mark", "status", "reason"),
    [
        ("[done]", "done", None),
        ("(Closed)", "done", None),
        ("**done!**", "done", None),
        ("(resolved)", "done", None),
        ("[cancelled]", "dropped", "cancelled"),
        ("(dropped)", "dropped", "dropped"),
        ("(lapsed)", "lapsed", None),
    ],
)
def test_a_mark_behind_the_task_is_its_status(mark: str, status: str, reason: str | None) -> None:
    action = action_of(f"AI (Ana): fix it {mark}")
    assert (action.task, action.status, action.reason) == ("fix it", status, reason)


@pytest.mark.parametrize(
    "end", [" \u2713", " \u2714\ufe0f", " \u2705", " - done", " \u2013 Done.", "; closed"]
)
def test_a_tick_or_a_word_at_the_end_is_its_status(end: str) -> None:
    action = action_of(f"AI (Ana): fix it{end}")
    assert (action.task, action.status, action.notes) == ("fix it", "done", ())


def test_a_sentence_at_the_end_is_its_status_and_the_one_before_keeps_its_full_stop() -> None:
    action = action_of("AI (Ana): Fix it. Done.")
    assert (action.task, action.status) == ("Fix it.", "done")


@pytest.mark.parametrize(
    "mark",
    [
        *("done 3 March", "Done on March 3rd, 2020", "done 2020-03-03", "done, 3.3.", "closed yesterday"),
        *("done on Monday by Ben Lee", "done: in #12", "resolved in SOFT-12", "done with v1.2"),
    ],
)
@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_a_mark_may_say_when_by_whom_and_where_in_a_note(mark: str, brackets: str) -> None:
    action = action_of(f"AI (Ana): fix it {brackets[0]}{mark}{brackets[1]}")
    assert (action.task, action.status, action.notes) == ("fix it", "done", (mark,))


def test_a_mark_of_what_was_dropped_is_its_reason() -> None:
    action = action_of("AI (Ana): fix it (dropped on Monday)")
    assert (action.status, action.reason, action.notes) == ("dropped", "dropped on Monday", ())


@pytest.mark.parametrize(
    "begin",
    ["done: ", "DONE - ", "finished \u2013 ", "[Done] ", "[closed]: ", "\u2713 ", "\u2714\ufe0f ", "\u2705 "],
)
def test_a_mark_before_the_task_is_its_status(begin: str) -> None:
    action = action_of(f"AI (Ana): {begin}fix it")
    assert (action.task, action.status) == ("fix it", "done")


@pytest.mark.parametrize("begin", ["Done: ", "DONE - ", "[done] ", "[DONE]: ", "\u2713 ", "**Done:** "])
def test_a_mark_before_an_action_is_its_status(begin: str) -> None:
    action = action_of(f"{begin}AI (Ana): fix it")
    assert (action.owners, action.task, action.status) == (("Ana",), "fix it", "done")


def test_a_tick_behind_an_empty_box_is_part_of_the_task() -> None:
    assert (action_of("[ ] \u2705 fix it").task, action_of("[ ] \u2705 fix it").status) == (
        "\u2705 fix it",
        "open",
    )


@pytest.mark.parametrize("text", ["[ ] (done) Ana: fix it", "AI (Ana (done)): fix it", "Ana (done) (AI): x"])
def test_a_mark_among_the_owners_makes_no_action(text: str) -> None:
    assert find_action(text) is None


def test_a_word_before_an_action_may_say_that_it_was_dropped() -> None:
    action = action_of("Dropped: AI (Ana): fix it")
    assert (action.status, action.reason) == ("dropped", "dropped")


@pytest.mark.parametrize(
    "text", ["Done: all of it", "\u2713 Ana is back", "[done] with that", "Done AI (Ana): x"]
)
def test_a_mark_alone_makes_no_action(text: str) -> None:
    assert find_action(text) is None


def test_a_task_that_is_struck_out_is_done() -> None:
    assert (action_of("AI (Ana): ~~fix it~~").task, action_of("AI (Ana): ~~fix it~~").status) == (
        "fix it",
        "done",
    )


@pytest.mark.parametrize(
    "task",
    [
        *("~~fix~~ it ~~now~~", "fix it when done", "done deals (dropped) here", "~~~~", "fix it (done?)"),
        *("fix it (done in part)", "fix it (closed door)", "fix it (done by the weekend)", "a \u2713 b"),
        *("fix it - done and dusted", "DONE", "\u2713"),
    ],
)
def test_what_only_looks_like_a_mark_is_part_of_the_task(task: str) -> None:
    assert (action_of(f"AI (Ana): {task}").task, action_of(f"AI (Ana): {task}").status) == (task, "open")


@pytest.mark.parametrize(
    ("details", "due", "lapsing"),
    [
        ("(2nd meeting)", None, False),
        ("(due 2020-11-02)", date(2020, 11, 2), False),
        ("(lapses next time)", None, True),
        ("(13th meeting, due 2020-11-02, lapses next time)", date(2020, 11, 2), True),
    ],
)
def test_what_minutes_add_to_a_task_is_taken_off(details: str, due: date | None, lapsing: bool) -> None:
    action = action_of(f"AI (Ana): fix it {details}")
    assert (action.task, action.due, action.lapsing) == ("fix it", due, lapsing)


@pytest.mark.parametrize("end", ["(due 2020-02-31)", "(due soon)", "(2nd attempt)", "(due)"])
def test_other_words_in_parentheses_stay_in_the_task(end: str) -> None:
    assert (action_of(f"AI (Ana): fix it {end}").task, action_of(f"AI (Ana): fix it {end}").due) == (
        f"fix it {end}",
        None,
    )
