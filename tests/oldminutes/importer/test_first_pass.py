"""What the first pass over all files tells of their series."""

from datetime import date

from support.oldminutes.imports import WHERE

from minutebook.oldminutes.importer.first_pass import common_header, facts_of, read_all, series_text
from minutebook.oldminutes.importer.values import OldFile
from minutebook.records.dated import always
from minutebook.records.series import Person, Series

TEXTS = {
    "a.md": "# Team, 5 October 2020\n\n**Place:** Room 1\n**Scribe:** Ana\n\nAttending: Ana, Ben\n\n- 3 (+1) builds\n",
    "b.md": "# Team, 12 October 2020\n\n**Place:** Room 1\n**Scribe:** Ben\n\nAttending: Ana\n\n- AI (Cleo): call\n",
    "c.md": "---\na:\n  b: c\n---\n",
}
FILES = [OldFile(path, date(2020, 10, day)) for path, day in zip(TEXTS, (5, 12, 19), strict=True)]


def test_people_and_counters_of_all_files_are_known() -> None:
    facts = facts_of(read_all(FILES, TEXTS.__getitem__), None)
    assert [*facts.roster.people] == ["Ana", "Ben", "Cleo"]
    assert facts.counter_keys == {"build"}


def test_what_a_series_says_counts_more() -> None:
    series = Series("series.yaml", roster=(Person("Dora"),), empty=always("Nothing"))
    facts = facts_of(read_all(FILES, TEXTS.__getitem__), series)
    assert ([*facts.roster.people], facts.empty) == (["Dora"], "Nothing")


def test_a_file_that_can_not_be_read_is_passed_over() -> None:
    assert read_all(FILES, TEXTS.__getitem__).days == [date(2020, 10, 5), date(2020, 10, 12)]


def test_the_header_of_the_last_two_files_is_that_of_the_series() -> None:
    facts = facts_of(read_all(FILES, TEXTS.__getitem__), None)
    assert common_header(FILES[:2], TEXTS.__getitem__, facts) == (("Place", "Room 1"),)


def test_a_series_is_called_as_most_files_are() -> None:
    first_pass = read_all(FILES, TEXTS.__getitem__)
    assert "title: Team\n" in series_text(WHERE, first_pass, facts_of(first_pass, None), ())
