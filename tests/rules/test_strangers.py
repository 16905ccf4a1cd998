"""Whom a meeting names that the roster does not have."""

from dataclasses import replace

import pytest
from support import samples
from support.notes import Notes
from support.rulebook import met

from minutebook.records.meeting import Meeting
from minutebook.records.roster import Roster
from minutebook.records.series import Person
from minutebook.rules.strangers import Stranger, strangers

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
PEOPLE = (Person("Zoë"), Person("José Ángel"), Person("Anna"))


def found(*meetings: Meeting, of: int = -1) -> list[Stranger]:
    """Return the strangers of one of some meetings, the last if nothing else is said."""
    history = samples.history(*meetings, lapse=0)
    history = replace(history, series=replace(history.series, roster=PEOPLE))
    return list(strangers(meetings[of], history, Roster(PEOPLE)))


def owned(owner: str, day: str, *, since: str = "", extra: str = "") -> Meeting:
    """Return a meeting with two open items of an owner."""
    began = f", since: {since}" if since else ""
    items = "".join(
        f"  - {{id: {number}, owner: {owner}, task: {number}{began}}}\n" for number in ("a1aa", "b2bb")
    )
    return met(day, f"{extra}actions:\n{items}")


def test_who_owns_what_was_carried_is_told_once_and_in_the_newest_meeting() -> None:
    meetings = (owned("Ana", FIRST), owned("Ana", SECOND), owned("Ana", THIRD))
    assert [(stranger.name, stranger.carried) for stranger in found(*meetings)] == [("Ana", True)]
    assert found(*meetings, of=1) == []
    assert [stranger.carried for stranger in found(*meetings, of=0)] == [False, False]


def test_what_is_done_needs_no_owner_of_today() -> None:
    done = met(SECOND, "actions:\n  - {id: a1aa, owner: Ana, task: a1aa, status: done}\n")
    assert found(owned("Ana", FIRST), done) == []


def test_a_guest_of_the_meeting_where_it_began_is_known() -> None:
    guest = owned("Ana", FIRST, extra="guests: [Ana]\n")
    assert found(guest, owned("Ana", SECOND), owned("Ana", THIRD, since=FIRST)) == []


def test_the_owner_of_what_is_older_is_not_named() -> None:
    older = owned("Zoë", SECOND, since=FIRST, extra="attending: [Zoe]\n")
    for earlier in (met(FIRST), owned("Zoë", FIRST)):
        (stranger,) = found(earlier, older)
        assert (stranger.name, stranger.is_error) == ("Zoe", True)
    assert not found(owned("Zoë", FIRST, extra="attending: [Zoe]\n"))[0].is_error


def test_who_only_looks_like_one_of_the_roster_is_no_second_person() -> None:
    (first, second) = found(met(FIRST, "attending: [José\u00a0Ángel, José  Ángel]"))
    assert first.is_surely_mistyped
    assert second.is_surely_mistyped


def test_who_is_left_out_of_all_must_be_in_the_roster() -> None:
    assert [stranger.left_out for stranger in found(met(FIRST, "attending: {all but: [Xaver]}"))] == [True]
    absent = found(met(FIRST, "attending: all\nabsent: [Ana, Xaver]"))
    assert [stranger.left_out for stranger in absent] == [True, False]


@pytest.mark.parametrize("action", ["Bob: order parts", "owner: Bob\n    task: order parts"])
@pytest.mark.parametrize("attending", ["all", "[Ann]", "[Bob (IT), Bob Ray]"])
def test_a_first_name_that_several_share_is_asked_about(notes: Notes, attending: str, action: str) -> None:
    roster = "roster: {Ann: {}, Bob (IT): {}, Bob Ray: {}}\n"
    notes.write(f"{notes.series}/series.yaml", notes.read(f"{notes.series}/series.yaml") + roster)
    text = f"date: 2020-10-05\nattending: {attending}\nactions:\n  - {action}\n"
    notes.write(f"{notes.series}/2020-10-05.yaml", text)
    for _ in range(2):
        asked = [problem for problem in notes.problems() if "did you mean" in problem["message"]]
        assert [problem["message"].rpartition("did you mean ")[2] for problem in asked] == [
            "Bob (IT) or Bob Ray?"
        ]
        notes.run("sync")
