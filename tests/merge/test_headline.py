"""What changed in a meeting, in a line for the subject of a commit."""

from minutebook.counts.deltas import CountWithDelta
from minutebook.merge.difference import Change, Difference, Heading, Subject
from minutebook.merge.headline import LONGEST, headline
from minutebook.merge.meeting_news import NamedCounts

NAME = "Minutes of 26 October"


def difference(subject: Subject, change: Change, record: str, titles: tuple[str, ...] = ()) -> Difference:
    """Return a difference of a record."""
    return Difference(subject, change, titles, record, "", None, None, "")


def counts(**deltas: int) -> tuple[list[Difference], list[NamedCounts]]:
    """Return counts that all changed, of one table, and that they did."""
    cells = [(Heading((), f"JIRA {label}"), CountWithDelta(9, delta)) for label, delta in deltas.items()]
    changed = [difference("count", "changed", heading.name) for heading, _count in cells]
    return changed, [NamedCounts(Heading((), "JIRA"), tuple(cells))]


def test_actions_are_counted_and_counts_have_their_deltas() -> None:
    changed, named = counts(Open=-15)
    opened = [difference("action", "opened", str(number)) for number in range(3)]
    differences = [
        *changed,
        *opened,
        difference("action", "done", "k7q2m4"),
        difference("action", "changed", "k7q2m4"),
    ]
    assert headline(NAME, differences, named) == f"{NAME}: 3 items opened, 1 done; JIRA Open 9 (-15)"


def test_a_table_is_named_once() -> None:
    assert headline(NAME, *counts(Open=-1, Held=2)) == f"{NAME}: JIRA Open 9 (-1), Held 9 (+2)"


def test_there_is_no_more_than_a_subject_has_room_for() -> None:
    line = headline(NAME, *counts(**{"a" * 60: 1, "Open": 2, "b" * 40: 3, "Held": 4}))
    assert line == f"{NAME}: JIRA Open 9 (+2), Held 9 (+4)"
    assert len(line) <= LONGEST


def test_where_nothing_is_counted_it_is_named_what_is_new() -> None:
    differences = [
        difference("attendance", "added", "Ada"),
        difference("notes", "added", "News", ("News",)),
        difference("notes", "changed", "News", ("News",)),
    ]
    assert headline(NAME, differences, ()) == f"{NAME}: attendance, News"


def test_without_any_difference_there_is_only_the_name() -> None:
    assert headline(NAME, (), ()) == NAME
