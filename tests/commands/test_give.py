"""`give`: an action item has another owner."""

import pytest
from support.actionmeetings import NEWEST, call, fail, newest, sync
from support.notes import Notes

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_only_the_owner_changes(notes: Notes) -> None:
    done = call(notes, "give", "a1aa", "Diego")
    assert newest(notes) == NEWEST.replace("owner: Mat\n", "owner: Diego\n")
    assert done.stderr == "given to Diego: Mat's 'one' (a1aa)\n"


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        (["Brian,", "Diego"], "[BrianL, Diego]"),
        (["brian", "and", "DIEGO"], "[BrianL, Diego]"),
        (["Mat and Diego"], "[Mat, Diego]"),
        (["everyone"], "everyone"),
        (["unassigned"], "unassigned"),
        (["A. Visitor"], "A. Visitor"),
        (["diego?"], "Diego?"),
    ],
)
def test_owners_are_called_as_the_roster_calls_them(notes: Notes, typed: list[str], owner: str) -> None:
    call(notes, "give", "one", *typed)
    assert f"        owner: {owner}\n        task: 'one'\n" in newest(notes)
    sync(notes)


def test_a_name_like_one_of_the_roster_is_refused_with_that_one(notes: Notes) -> None:
    assert fail(notes, "give", "a1aa", "Digeo") == "'Digeo' is not in the roster; did you mean Diego?"


def test_of_an_owner_who_has_left_it_says_so(notes: Notes) -> None:
    series = f"{notes.series}/series.yaml"
    notes.write(series, notes.read(series).replace("Diego: {}", "Diego: {until: 2020-10-01}"))
    assert call(notes, "give", "a1aa", "Diego").stderr.endswith(
        f"\nDiego left on 2020-10-01, as {series} says\n"
    )
    assert f"Diego left on 2020-10-01, as {series} says" in call(notes, "add", "Diego: rest").stderr
