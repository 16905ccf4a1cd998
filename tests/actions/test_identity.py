"""An action without an id is one that has lost it, if owner and task say so."""

import pytest
from support.notes import Notes
from support.series import FIRST, SECOND, series_of

from minutebook.actions.identity import formers_of, is_other_task, returned_ids, words_of
from minutebook.records.meeting import Action
from minutebook.records.roster import Roster
from minutebook.records.series import Person

ITEM = "actions:\n  - {id: k7q2m4, owner: Ann, task: call the bank%s}\n"
NAMELESS = "actions:\n  - {owner: Ann, task: call the bank}\n"


def action(task: str, *owners: str) -> Action:
    """Return an action."""
    return Action((), None, owners, task)


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        (action("call", "Ann", "Bob"), action("call", "Bob", "Ann"), True),
        (action("call", "Annie"), action("call", "Ann"), True),
        (action("call  the\tbank", "Ann"), action("call the bank", "Ann"), True),
        (action("call", "Ann"), action("Call", "Ann"), True),
        (action('say "no"'), action("say \u201cno\u201d"), True),
        (action("don't say `no`"), action("don\u2019t say no"), True),
        (action("call \u2013 or mail\u2026"), action("call -- or mail..."), True),
        (action("caf\u00e9\u00a0bill"), action("cafe\u0301 bill"), True),
        (action('"'), action("'"), False),
        (action("call"), action("call", "unassigned"), True),
        (action("call", "Ann"), action("call", "Bob"), False),
        (action("call", "Ann"), action("mail", "Ann"), False),
    ],
    ids=[
        "order",
        "alias",
        "spaces",
        "capitals",
        "quotes",
        "apostrophe",
        "dash",
        "letters",
        "signs",
        "nobody",
        "owner",
        "task",
    ],
)
def test_words_are_compared_as_they_would_be_written(first: Action, second: Action, are_same: bool) -> None:
    roster = Roster([Person("Ann", ("Annie",))])
    assert (words_of(first, roster) == words_of(second, roster)) is are_same


@pytest.mark.parametrize(
    ("task", "is_other"),
    [("call the bank again", False), ("Call the bank", False), ("write the minutes of May", True)],
)
def test_a_reworded_task_is_no_other_one(task: str, is_other: bool) -> None:
    assert is_other_task(task, "call the bank") is is_other


@pytest.mark.parametrize(
    ("earlier", "task", "is_other"),
    [
        ("Plakat drucken", "Kuchen backen", True),
        ("Kuchen backen", "Plakat drucken", True),
        ("print poster", "plant flowers", True),
        ("Plakat drucken", "Poster ausdrucken", False),
        ("oder prats", "order parts", False),
    ],
)
def test_short_tasks_that_only_end_alike_are_others(earlier: str, task: str, is_other: bool) -> None:
    assert is_other_task(task, earlier) is is_other


@pytest.mark.parametrize(
    ("earlier", "ids"),
    [("", {"k7q2m4"}), (", status: done", set()), (", status: lapsed", set())],
    ids=["open", "done", "lapsed"],
)
def test_only_what_is_open_in_the_meeting_before_comes_back(earlier: str, ids: set[str]) -> None:
    notebook = series_of({FIRST: ITEM % earlier, SECOND: NAMELESS})
    assert returned_ids(notebook.history, notebook.meeting(SECOND)) == ids


def test_one_whose_id_stands_here_is_that_one_and_gets_no_id_back() -> None:
    notebook = series_of({FIRST: ITEM % "", SECOND: ITEM % "" + NAMELESS.removeprefix("actions:\n")})
    (former,) = formers_of(notebook.history, notebook.meeting(SECOND)).values()
    assert former.stands_here
    assert returned_ids(notebook.history, notebook.meeting(SECOND)) == set()


def test_the_second_of_two_with_the_same_words_gets_no_id_back() -> None:
    notebook = series_of({FIRST: ITEM % "", SECOND: NAMELESS + NAMELESS.removeprefix("actions:\n")})
    formers = formers_of(notebook.history, notebook.meeting(SECOND))
    assert [former.stands_here for former in formers.values()] == [False, True]


def test_one_that_was_typed_anew_with_other_signs_gets_its_id_back(notes: Notes) -> None:
    notes.write(
        f"{notes.series}/2020-10-19.yaml",
        "date: 2020-10-19\nactions: [{id: k7q2m4, owner: Ann, task: 'say \"no\" - twice'}]\n",
    )
    path = notes.write(
        f"{notes.series}/2020-10-26.yaml",
        "date: 2020-10-26\nactions:\n  - Ann: say \u201cno\u201d \u2013 twice\n",
    )
    notes.run("sync")
    assert notes.read(path).count("id: ") == 1
    assert "id: k7q2m4\n" in notes.read(path)
