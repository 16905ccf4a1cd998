"""The series.yaml that an import begins with."""

from pathlib import PurePosixPath

from support.oldminutes.sheets import DAY

from minutebook.oldminutes.importer.notes import write_series
from minutebook.records.series import Person, Rule
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

FOLDER = PurePosixPath("meetings/team")


def test_a_series() -> None:
    written = write_series(
        FOLDER,
        title="Weekly",
        schedule=(Rule("FREQ=WEEKLY;BYDAY=MO", DAY),),
        header=(("Place", "Room: 1"),),
        roster=(Person("Ana", ("Anna", "A, B")), Person("Team", group=True), Person("Ben")),
        empty="None this week",
    )
    assert written.splitlines()[1:] == [
        "format: 1",
        "title: Weekly",
        "schedule:",
        '  - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-10-26}',
        "header:",
        '  Place: "Room: 1"',
        "roster:",
        '  Ana: {aliases: [Anna, "A, B"]}',
        "  Team: {group: true}",
        "  Ben: {}",
        "lapse: 4",
        "empty: None this week",
    ]
    assert schemas.problems("series", read("series.yaml", written.encode())) == ()


def test_a_series_of_which_nothing_is_known() -> None:
    written = write_series(FOLDER, title="W", schedule=(), header=(), roster=(), empty="None")
    assert written.splitlines()[1:] == ["format: 1", "title: W", "lapse: 4", "empty: None"]
