"""From the data of a series.yaml to the record it stands for."""

from datetime import date
from textwrap import dedent

from minutebook.records.dated import always
from minutebook.records.series import Person, ScheduleRule, Series
from minutebook.source.build_series import build_series
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read


def series(text: str) -> Series:
    document = read("meetings/team/series.yaml", dedent(text).encode())
    assert schemas.problems("series", document) == ()
    return build_series(document)


def test_a_series_of_which_nothing_is_said_has_defaults() -> None:
    built = series("format: 1")
    assert built == Series("meetings/team/series.yaml", lapse=always(4), empty=always("None this week"))


def test_a_schedule_may_be_a_plain_rule() -> None:
    assert series("schedule: FREQ=WEEKLY;BYDAY=MO").schedule == (ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",)),)


def test_a_series_has_its_schedule_roster_and_duty() -> None:
    built = series("""\
        title: Team
        schedule: [{rule: FREQ=DAILY}, {rule: FREQ=WEEKLY, from: 2020-01-06}]
        header: {Room: A}
        roster:
          BrianL: {aliases: [Brian L, Brian]}
          Diego: {from: 2019-01-01, until: 2020-10-30}
          Mat:
          everyone: {group: true}
        duty: [Mat, Diego]
        lapse: 0
        empty: ""
        """)
    assert built.schedule == (ScheduleRule(("FREQ=DAILY",)), ScheduleRule(("FREQ=WEEKLY",), date(2020, 1, 6)))
    assert built.roster == (
        Person("BrianL", ("Brian L", "Brian")),
        Person("Diego", since=date(2019, 1, 1), until=date(2020, 10, 30)),
        Person("Mat"),
        Person("everyone", group=True),
    )
    assert (built.title, built.header, built.duty) == (always("Team"), (("Room", "A"),), ("Mat", "Diego"))
    assert (built.lapse, built.empty) == (always(0), always(""))
