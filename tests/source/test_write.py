"""A series' files as text: the order of the format, its comments, and a record that is built again from them."""

from datetime import date
from pathlib import PurePosixPath
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from minutebook.records.dated import Dated, Period, always
from minutebook.records.series import Person, ScheduleRule, Series
from minutebook.source.build_series import build_series
from minutebook.source.schema import schemas
from minutebook.source.write import editors_line, write_file, write_series
from minutebook.source.yaml.decoder import HIDDEN
from minutebook.source.yaml.loader import read

PATH = "meetings/team/series.yaml"
LINES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=6).filter(
    lambda text: not HIDDEN.search(text)
)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31))
PEOPLE = st.builds(
    Person, LINES, st.lists(LINES, max_size=2, unique=True).map(tuple), DAYS, DAYS, st.booleans()
)
RULES = st.lists(LINES, min_size=1, max_size=2).map(tuple)


def dated(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Dated[Any]]:
    """Return settings with one value, or with several."""
    entries = st.lists(st.builds(Period, values, DAYS), min_size=1, max_size=3)
    return entries.map(lambda entries: Dated(tuple(entries)))


SERIES = st.builds(
    Series,
    st.just(PATH),
    dated(LINES),
    schedule=st.lists(st.builds(ScheduleRule, RULES, DAYS), max_size=2).map(tuple),
    header=st.dictionaries(LINES, LINES, max_size=2).map(lambda header: tuple(header.items())),
    roster=st.lists(PEOPLE, max_size=3, unique_by=lambda person: person.name).map(tuple),
    duty=st.lists(LINES, max_size=2, unique=True).map(tuple),
    lapse=dated(st.integers(0, 100)),
    empty=dated(LINES | st.just("")),
)


def test_editors_find_the_schema_from_the_folder_of_a_file() -> None:
    line = "# yaml-language-server: $schema=../../schema/meeting.schema.json"
    assert editors_line(PurePosixPath("meetings/team"), "meeting") == line
    assert editors_line(PurePosixPath(), "series") == (
        "# yaml-language-server: $schema=schema/series.schema.json"
    )


def test_comments_stand_above_a_file_and_beside_its_values() -> None:
    text = write_file(
        {"date": "2020-10-26", "attending": None}, "# one", side_comments={("attending",): "  # who"}
    )
    assert text == "# one\ndate: 2020-10-26\nattending:  # who\n"


def test_a_series() -> None:
    series = Series(
        PATH,
        always("Weekly"),
        schedule=(ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2020, 10, 26)),),
        header=(("Place", "Room: 1"),),
        roster=(
            Person("Ana", ("Anna", "A, B")),
            Person("Team", group=True),
            Person("Ben", ("B", "Ben Oe"), former_names=(("Ben Oe", date(2020, 1, 6)),)),
        ),
    )
    written = write_series(series, "# above")
    assert written.splitlines() == [
        "# above",
        "format: 1",
        "title: Weekly",
        "schedule:",
        '  - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-10-26}',
        "header:",
        '  Place: "Room: 1"',
        "roster:",
        '  Ana: {aliases: [Anna, "A, B"]}',
        "  Team: {group: true}",
        "  Ben: {aliases: [B, {name: Ben Oe, until: 2020-01-06}]}",
        "lapse: 4",
        "empty: None this week",
    ]
    assert schemas.problems("series", read(PATH, written.encode())) == ()


def test_a_series_of_which_nothing_is_known() -> None:
    assert write_series(Series(PATH, always("W"), empty=always("None"))).splitlines() == [
        "format: 1",
        "title: W",
        "lapse: 4",
        "empty: None",
    ]


@given(SERIES)
def test_a_series_that_was_written_is_built_again(series: Series) -> None:
    document = read(PATH, write_series(series).encode())
    assert schemas.problems("series", document) == ()
    assert build_series(document) == series
