"""A line without its bullet as an action item: every way in which people write one, and what is none."""

from collections.abc import Sequence
from datetime import date

import pytest
from sheets import PEOPLE, knowing

from minutebook.importer.items import item
from minutebook.importer.values import Item
from minutebook.model import Person


def read(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Item | None:
    return item(text, 7, (7,), knowing(people=people), listed=listed, owners=owners)


def made(
    text: str, *, listed: bool = False, owners: Sequence[str] = (), people: tuple[Person, ...] = PEOPLE
) -> Item:
    found = read(text, listed=listed, owners=owners, people=people)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "AI (Ana, Ben): fix it",
        "AI (Ana and Ben) - fix it",
        "AI(Ana/Ben): fix it",
        "**AI (Ana, Ben):** fix it",
        "**AI** (Ana, Ben): fix it",
        "(Ana, Ben) AI: fix it",
        "Ana & Ben (AI): fix it",
        "(AI: Ana, Ben) fix it",
        "Action item (Ana, Ben): fix it",
        "ACTION ITEM (Ana, Ben): fix it",
        "Action (Ana, Ben): fix it",
        "TODO (Ana, Ben): fix it",
    ],
)
def test_an_action_item_names_its_owners_and_its_task(text: str) -> None:
    assert (made(text).owners, made(text).task) == (("Ana", "Ben"), "fix it")


def test_an_item_knows_its_line() -> None:
    assert (made("AI (Ana): fix it").line, made("AI (Ana): fix it").own) == (7, (7,))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("@ana fix it", ("Ana",)),
        ("@ana: fix it", ("Ana",)),
        ("@Ana @Ben: fix it", ("Ana", "Ben")),
        ("@Ana, @Ben fix it", ("Ana", "Ben")),
        ("@Ana,@Ben: fix it", ("Ana", "Ben")),
    ],
)
def test_in_a_list_of_items_a_handle_is_an_owner(text: str, owners: tuple[str, ...]) -> None:
    assert (made(text, listed=True).owners, made(text, listed=True).task) == (owners, "fix it")


def test_elsewhere_a_handle_is_none() -> None:
    assert read("@ana: fix it") is None


def test_a_checkbox_makes_an_item_of_a_handle() -> None:
    assert made("[ ] @Ana @Ben: fix it").owners == ("Ana", "Ben")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        *(("Ana: fix it", ("Ana",)), ("anna: fix it", ("Ana",)), ("Dora: fix it", ("Dora",))),
        *(("Ana, Dora Lee: fix it", ("Ana", "Dora Lee")), ("everyone: fix it", ("everyone",))),
        *(("the ops team: fix it", ("the ops team",)), ("Jean-Luc O'Hara: fix it", ("Jean-Luc O'Hara",))),
    ],
)
def test_in_a_list_of_items_somebody_before_a_colon_is_the_owner(text: str, owners: tuple[str, ...]) -> None:
    assert (made(text, listed=True).owners, made(text, listed=True).task) == (owners, "fix it")


@pytest.mark.parametrize(
    "text",
    [
        *("the dog: bark", "nobody in particular?: sing", "buy: milk", "Note: milk is out", "Done it: why"),
        *(
            "SOFT-12: fix it",
            "team building: fix it",
            "The door of the old barn: fix it",
            "Ana, milk: fix it",
        ),
    ],
)
def test_other_words_before_a_colon_are_part_of_the_task(text: str) -> None:
    assert (made(text, listed=True).owners, made(text, listed=True).task) == (("unassigned",), text)


@pytest.mark.parametrize("sign", [":", " -", " \u2013"])
@pytest.mark.parametrize("name", ["Ana", "ana", "@ana", "Anna"])
def test_somebody_known_may_follow_the_two_letters(name: str, sign: str) -> None:
    assert (made(f"AI {name}{sign} fix it").owners, made(f"AI {name}{sign} fix it").task) == (
        ("Ana",),
        "fix it",
    )


def test_a_first_name_may_follow_the_two_letters_if_one_person_has_it() -> None:
    people = (Person("Ana Lee"), Person("Ben Carter"), Person("Ben Cole"))
    assert made("AI Ana: fix it", people=people).owners == ("Ana Lee",)
    assert read("AI Ben: fix it", people=people) is None


@pytest.mark.parametrize(
    "text", ["AI News: it goes on", "AI Act - it goes on", "AI dora: fix it", "AI Ana, x: y"]
)
def test_what_else_follows_the_two_letters_makes_no_item(text: str) -> None:
    assert read(text) is None


def test_where_nobody_is_known_yet_a_name_behind_the_two_letters_is_guessed() -> None:
    assert (made("AI Dora: fix it", people=()).guessed, made("AI (Dora): fix it", people=()).guessed) == (
        True,
        False,
    )
    assert read("AI Dora - fix it", people=()) is None


@pytest.mark.parametrize(
    ("text", "owners", "task"),
    [
        ("AI: Ana to fix it", ("Ana",), "to fix it"),
        ("AI: Ana and Ben will fix it", ("Ana", "Ben"), "will fix it"),
        ("Action item: ana to fix it", ("Ana",), "to fix it"),
        ("AI: Dora to fix it", ("unassigned",), "Dora to fix it"),
        ("AI: Ana fixes it", ("unassigned",), "Ana fixes it"),
        ("AI: SOFT-12 - fix it", ("unassigned",), "SOFT-12 - fix it"),
    ],
)
def test_somebody_known_who_is_to_do_it_is_the_owner(text: str, owners: tuple[str, ...], task: str) -> None:
    assert (made(text).owners, made(text).task) == (owners, task)


@pytest.mark.parametrize(
    "text",
    ["Artificial minds (AI): a talk", "(see below) AI: a wide field", "AI (see there) is a wide field"],
)
def test_words_around_the_two_letters_are_no_owner(text: str) -> None:
    assert read(text) is None


def test_in_a_list_of_items_a_line_without_owners_is_nobodys() -> None:
    assert (made("Fix it", listed=True).owners, made("Fix it", listed=True).task) == (
        ("unassigned",),
        "Fix it",
    )


@pytest.mark.parametrize(
    "text", ["Fix it", "AI is a wide field", "AIDS: a talk", "Ana: fix it", "", "AI (Ana):"]
)
def test_prose_is_no_item(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["TODO: fix it", "**To do**: fix it", "ACTION: fix it"])
def test_a_heading_word_without_an_owner_is_no_item(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    ["AI ([Ana](ana.html)): fix it", "AI (`ana`): fix it", "AI (#12): fix it", "AI (a" + "n" * 61 + "): x"],
)
def test_an_owner_that_is_no_name_makes_no_item(text: str) -> None:
    assert read(text) is None


def test_an_owner_has_the_spelling_of_the_roster() -> None:
    assert made("AI (Anna, Ana, Ben?): fix it").owners == ("Ana", "Ben?")


def test_the_owners_of_a_list_own_its_lines() -> None:
    found = made("fix *it*", owners=("Anna",))
    assert (found.owners, found.task) == (("Ana",), "fix *it*")


def test_emphasis_within_a_task_stays() -> None:
    assert made("**AI (Ana):** fix **it** [now](x.html)").task == "fix **it** [now](x.html)"


@pytest.mark.parametrize("text", ["**AI (Ana): fix it**", "**AI** **(Ana): fix it**"])
def test_emphasis_around_a_whole_item_goes(text: str) -> None:
    assert made(text).task == "fix it"


@pytest.mark.parametrize("box", ["[x] ", "[X] "])
def test_a_checked_box_is_done(box: str) -> None:
    assert (made(f"{box}AI (Ana): fix it").status, made(f"{box}AI (Ana): fix it").task) == ("done", "fix it")


def test_an_empty_box_is_open() -> None:
    assert made("[ ] fix it").status == "open"


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
    found = made(f"AI (Ana): fix it {mark}")
    assert (found.task, found.status, found.reason) == ("fix it", status, reason)


@pytest.mark.parametrize(
    "end", [" \u2713", " \u2714\ufe0f", " \u2705", " - done", " \u2013 Done.", "; closed"]
)
def test_a_tick_or_a_word_at_the_end_is_its_status(end: str) -> None:
    found = made(f"AI (Ana): fix it{end}")
    assert (found.task, found.status, found.note) == ("fix it", "done", None)


def test_a_sentence_at_the_end_is_its_status_and_the_one_before_keeps_its_full_stop() -> None:
    found = made("AI (Ana): Fix it. Done.")
    assert (found.task, found.status) == ("Fix it.", "done")


@pytest.mark.parametrize(
    "mark",
    [
        *("done 3 March", "Done on March 3rd, 2020", "done 2020-03-03", "done, 3.3.", "closed yesterday"),
        *("done on Monday by Ben Lee", "done: in #12", "resolved in SOFT-12", "done with v1.2"),
    ],
)
@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_a_mark_may_say_when_by_whom_and_where_in_a_note(mark: str, brackets: str) -> None:
    found = made(f"AI (Ana): fix it {brackets[0]}{mark}{brackets[1]}")
    assert (found.task, found.status, found.note) == ("fix it", "done", mark)


def test_a_mark_of_what_was_dropped_is_its_reason() -> None:
    found = made("AI (Ana): fix it (dropped on Monday)")
    assert (found.status, found.reason, found.note) == ("dropped", "dropped on Monday", None)


@pytest.mark.parametrize(
    "begin", ["done: ", "DONE - ", "finished \u2013 ", "\u2713 ", "\u2714\ufe0f ", "\u2705 "]
)
def test_a_mark_before_the_task_is_its_status(begin: str) -> None:
    found = made(f"AI (Ana): {begin}fix it")
    assert (found.task, found.status) == ("fix it", "done")


@pytest.mark.parametrize("begin", ["Done: ", "DONE - ", "[done] ", "[DONE]: ", "\u2713 ", "**Done:** "])
def test_a_mark_before_an_item_is_its_status(begin: str) -> None:
    found = made(f"{begin}AI (Ana): fix it")
    assert (found.owners, found.task, found.status) == (("Ana",), "fix it", "done")


def test_a_tick_behind_an_empty_box_is_part_of_the_task() -> None:
    assert (made("[ ] \u2705 fix it").task, made("[ ] \u2705 fix it").status) == ("\u2705 fix it", "open")


@pytest.mark.parametrize("text", ["[ ] (done) Ana: fix it", "AI (Ana (done)): fix it", "Ana (done) (AI): x"])
def test_a_mark_among_the_owners_makes_no_item(text: str) -> None:
    assert read(text) is None


def test_a_word_before_an_item_may_say_that_it_was_dropped() -> None:
    found = made("Dropped: AI (Ana): fix it")
    assert (found.status, found.reason) == ("dropped", "dropped")


@pytest.mark.parametrize(
    "text", ["Done: all of it", "\u2713 Ana is back", "[done] with that", "Done AI (Ana): x"]
)
def test_a_mark_alone_makes_no_item(text: str) -> None:
    assert read(text) is None


def test_a_task_that_is_struck_out_is_done() -> None:
    assert (made("AI (Ana): ~~fix it~~").task, made("AI (Ana): ~~fix it~~").status) == ("fix it", "done")


@pytest.mark.parametrize(
    "task",
    [
        *("~~fix~~ it ~~now~~", "fix it when done", "done deals (dropped) here", "~~~~", "fix it (done?)"),
        *("fix it (done in part)", "fix it (closed door)", "fix it (done by the weekend)", "a \u2713 b"),
        *("fix it - done and dusted", "DONE", "\u2713"),
    ],
)
def test_what_only_looks_like_a_mark_is_part_of_the_task(task: str) -> None:
    assert (made(f"AI (Ana): {task}").task, made(f"AI (Ana): {task}").status) == (task, "open")


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
    found = made(f"AI (Ana): fix it {details}")
    assert (found.task, found.due, found.lapsing) == ("fix it", due, lapsing)


@pytest.mark.parametrize("end", ["(due 2020-02-31)", "(due soon)", "(2nd attempt)", "(due)"])
def test_other_words_in_parentheses_stay_in_the_task(end: str) -> None:
    assert (made(f"AI (Ana): fix it {end}").task, made(f"AI (Ana): fix it {end}").due) == (
        f"fix it {end}",
        None,
    )
