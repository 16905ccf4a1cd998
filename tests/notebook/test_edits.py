"""What `sync` carries into a meeting, takes out of it, and lets lapse."""

import pytest
from support.notes import Notes
from support.samples import MEETING_DAYS

from minutebook.source.edits.spans import Spans, spans_of

FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH = MEETING_DAYS[:6]
BLOCK = """\
date: {day}
sections:
  - title: Software
    sections:
      - title: Discussion
        actions:
          # asked by phone
          - id: k7q2m4
            owner: Diego   # and his team
            task: diagnose it
"""
NONE = "date: {day}\nsections:\n  - title: Software\n    sections:\n      - title: Discussion\n"


def write(notes: Notes, day: str, text: str = NONE) -> str:
    return notes.write(f"{notes.series}/{day}.yaml", text.format(day=day))


def synced(notes: Notes, day: str, *options: str, code: int = 0) -> str:
    """Run sync, and return what a day's file says."""
    assert notes.run("sync", *options).returncode == code
    return notes.read(f"{notes.series}/{day}.yaml")


def test_sync_carries_an_action_with_its_comments_and_the_date_where_it_began(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    assert synced(notes, SECOND) == BLOCK.format(day=SECOND) + f"            since: {FIRST}\n"
    assert notes.read(f"{notes.series}/{FIRST}.yaml") == BLOCK.format(day=FIRST)


def test_what_says_that_it_is_open_is_carried_without_saying_so(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            status: open\n")
    write(notes, SECOND)
    assert synced(notes, SECOND) == BLOCK.format(day=SECOND) + f"            since: {FIRST}\n"


def test_a_meeting_that_comes_between_two_is_carried_through(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, THIRD)
    carried = synced(notes, THIRD)
    write(notes, SECOND)
    assert synced(notes, SECOND) == carried.replace(THIRD, SECOND)
    assert notes.read(f"{notes.series}/{THIRD}.yaml") == carried


def test_an_untouched_action_that_was_closed_after_it_had_been_carried_is_removed(notes: Notes) -> None:
    write(notes, FIRST, BLOCK)
    write(notes, SECOND)
    assert "k7q2m4" in synced(notes, SECOND)
    write(notes, FIRST, BLOCK + "            status: done\n")
    assert synced(notes, SECOND) == NONE.format(day=SECOND)


def test_only_sync_all_changes_what_is_history(notes: Notes) -> None:
    for day, text in ((FIRST, BLOCK), (SECOND, NONE), (THIRD, NONE), (FOURTH, NONE)):
        write(notes, day, text)
    assert synced(notes, SECOND, code=1) == NONE.format(day=SECOND)
    assert {(found["rule"], found["path"][-15:-5]) for found in notes.problems()} == {("action-lost", SECOND)}
    assert "k7q2m4" in synced(notes, SECOND, "--all")
    assert all("k7q2m4" in notes.read(f"{notes.series}/{day}.yaml") for day in (THIRD, FOURTH))
    assert {found["severity"] for found in notes.problems()} <= {"warning"}


def test_what_lapses_is_told_the_time_before_shown_once_more_and_then_listed_in_the_index(
    notes: Notes,
) -> None:
    write(notes, FIRST, BLOCK)
    for day in MEETING_DAYS[1:6]:
        write(notes, day)
        synced(notes, day)
        assert ("lapses next time" in notes.read(f"{notes.series}/README.md")) == (day == FOURTH)
        assert ("lapses next time" in notes.read(notes.minutes(day))) == (day == FOURTH)
    assert "diagnose it" in notes.read(notes.minutes(FIFTH))
    assert "diagnose it" not in notes.read(notes.minutes(SIXTH))
    lapsed = notes.read(f"{notes.series}/README.md").partition("## Lapsed action items")[2]
    assert f"Diego: diagnose it (since {FIRST}; [2 November 2020](2020-11-02.md))" in lapsed


def lapsed_in_the_fifth(notes: Notes) -> str:
    """Let an item lapse in the fifth meeting, and return that meeting as it was before."""
    write(notes, FIRST, BLOCK)
    for day in MEETING_DAYS[1:5]:
        write(notes, day)
        synced(notes, day)
    text = notes.read(f"{notes.series}/{FIFTH}.yaml")
    assert text.endswith("            status: lapsed\n")
    return text.removesuffix("            status: lapsed\n")


@pytest.mark.parametrize("committed", [True, False])
def test_a_lapse_is_taken_back_where_the_meeting_before_was_touched_later(
    notes: Notes, committed: bool
) -> None:
    still_open = lapsed_in_the_fifth(notes)
    write(notes, FOURTH, notes.read(f"{notes.series}/{FOURTH}.yaml") + "            note: asked again\n")
    if committed:
        notes.commit()
    assert [
        (found["rule"], found["severity"]) for found in notes.problems() if "minutes" not in found["rule"]
    ] == [("action-lapsed", "warning")]
    assert synced(notes, FIFTH) == still_open
    assert notes.problems() == []
    minutes = notes.read(notes.minutes(FIFTH))
    assert f"-   AI (Diego): diagnose it (5th meeting)\n    -   asked again ({FOURTH})\n" in minutes


def test_what_has_a_due_date_is_carried_for_ever_and_says_that_it_is_overdue(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + f"            due: {SECOND}\n")
    for day in MEETING_DAYS[1:6]:
        write(notes, day)
        synced(notes, day)
        overdue = day != SECOND
        phrase = f"overdue since {SECOND}" if overdue else f"due {SECOND}"
        assert f"{phrase})\n" in notes.read(notes.minutes(day))
        assert f"{phrase};" in notes.read(f"{notes.series}/README.md")
        assert notes.rules() == ["actions-overdue"] * overdue
    assert "status" not in notes.read(f"{notes.series}/{SIXTH}.yaml")
    assert [found["message"] for found in notes.problems()] == ["1 is overdue: minutebook actions --overdue"]
    assert f"overdue since {SECOND}" in notes.run("actions", "--overdue").stdout


def test_what_is_closed_or_has_another_day_is_overdue_no_more(notes: Notes) -> None:
    for field in ("status: done", f"due: {SIXTH}"):
        write(notes, FIRST, BLOCK + f"            due: {FIRST}\n")
        write(notes, SECOND, BLOCK + f"            since: {FIRST}\n            {field}\n")
        synced(notes, SECOND)
        assert notes.rules() == []
        assert "overdue" not in notes.read(notes.minutes(SECOND))


def test_a_note_is_not_carried_and_a_list_of_notes_neither(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            note: asked\n")
    write(notes, SECOND)
    carried = synced(notes, SECOND)
    assert carried == BLOCK.format(day=SECOND) + f"            since: {FIRST}\n"
    listed = "            note:\n              - asked\n              - once more\n"
    write(notes, SECOND, carried + listed)
    write(notes, THIRD)
    assert synced(notes, THIRD) == BLOCK.format(day=THIRD) + f"            since: {FIRST}\n"


def test_copies_that_earlier_versions_made_of_a_note_are_no_touch(notes: Notes) -> None:
    write(notes, FIRST, BLOCK + "            note: asked\n")
    for day in (SECOND, THIRD, FOURTH, FIFTH):
        write(notes, day, BLOCK + f"            since: {FIRST}\n            note: asked\n")
    assert synced(notes, FIFTH).endswith("            status: lapsed\n            note: asked\n")
    assert f"    -   asked ({FIRST})\n" in notes.read(notes.minutes(FIFTH))


def test_what_is_read_to_expand_and_carry_action_items_grows_with_their_number(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[int] = []

    def measured(text: str) -> Spans:
        lengths.append(len(text))
        return spans_of(text)

    def read_for(count: int) -> int:
        """Return how much text is read to edit two meetings, the second of which has a section for each item."""
        items = [f"  - title: S{number}\n    actions:\n      - Mat: do {number}\n" for number in range(count)]
        sections = [f"  - title: S{number}\n" for number in range(count)]
        write(notes, FIRST, f"date: {FIRST}\nsections:\n{''.join(items)}")
        write(notes, SECOND, f"date: {SECOND}\nsections:\n{''.join(sections)}")
        lengths.clear()
        assert synced(notes, SECOND).count("since:") == count
        return sum(lengths)

    monkeypatch.setattr("minutebook.source.edits.known_spans.spans_of", measured)
    assert read_for(80) < 5 * read_for(20)


@pytest.mark.parametrize(("typed", "owner"), [("diego", "Diego"), ("ZOE", "Zo\u00eb")])
def test_whoever_types_in_a_hurry_may_leave_out_capitals_and_accents(
    notes: Notes, typed: str, owner: str
) -> None:
    roster = "roster: {Diego: {}, Zo\u00eb: {}}\n"
    notes.write(f"{notes.series}/series.yaml", f"format: 1\ntitle: Team\n{roster}")
    text = "date: {day}\nattending: [Diego, Zo\u00eb]\nactions:\n  - " + typed + ": order parts\n"
    write(notes, FIRST, text)
    assert f"    owner: {owner}\n" in synced(notes, FIRST)


@pytest.mark.parametrize(
    "typed", ["Diego?: order parts", "AI (diego ?): order parts", "@Diego? to order parts"]
)
def test_an_owner_who_is_typed_as_a_tentative_one_stays_tentative(notes: Notes, typed: str) -> None:
    notes.write(f"{notes.series}/series.yaml", "format: 1\ntitle: Team\nroster: {Diego: {}}\n")
    write(notes, FIRST, f"date: {{day}}\nactions:\n  - {typed}\n")
    assert "    owner: Diego?\n    task: order parts\n" in synced(notes, FIRST).replace('"', "")
