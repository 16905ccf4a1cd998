"""The lines of a series.yaml by which what changed holds from a day on."""

from dataclasses import replace
from datetime import date

from minutebook.records.dated import Dated, Period, always
from minutebook.records.series import ScheduleRule, Series, Style
from minutebook.source.dated_lines import dated_lines

DAY, START = date(2020, 10, 26), date(2020, 11, 2)
SERIES = Series("meetings/team/series.yaml", title=always("Team"))


def lines(former: Series, current: Series) -> list[str]:
    return list(dated_lines(former, current, [DAY], START, "team"))


def test_what_did_not_change_for_the_days_has_no_line() -> None:
    later = Dated((Period("None this week"), Period("Nothing", START)))
    assert lines(SERIES, replace(SERIES, empty=later, header=(("A", "b"),))) == []


def test_each_setting_that_changed_has_one() -> None:
    changed = replace(SERIES, title=always("Web: team"), lapse=always(2))
    assert lines(SERIES, changed) == [
        'title: [{value: Team}, {value: "Web: team", from: 2020-11-02}]',
        "lapse: [{value: 4}, {value: 2, from: 2020-11-02}]",
    ]


def test_a_series_without_a_title_is_called_by_its_folder() -> None:
    (line,) = lines(replace(SERIES, title=always(None)), SERIES)
    assert line == "title: [{value: team}, {value: Team, from: 2020-11-02}]"


def test_entries_that_were_there_stay_and_later_ones_come_behind() -> None:
    former = Dated((Period("a"), Period("b", date(2020, 6, 1)), Period("c", date(2020, 12, 1))))
    current = Dated((Period("a"), Period("x", date(2020, 6, 1)), Period("z", date(2021, 1, 1))))
    (line,) = lines(replace(SERIES, empty=former), replace(SERIES, empty=current))
    assert line == (
        "empty: [{value: a}, {value: b, from: 2020-06-01}, {value: x, from: 2020-11-02}, "
        "{value: z, from: 2021-01-01}]"
    )


def test_what_was_deleted_comes_back() -> None:
    former = Dated((Period("a"), Period("b", START)))
    (line,) = lines(replace(SERIES, empty=former), replace(SERIES, empty=always("b")))
    assert line == "empty: [{value: a}, {value: b, from: 2020-11-02}]"


def test_a_word_that_is_the_usual_one_again_is_said() -> None:
    former = replace(SERIES, style=always(Style(language="de", words=(("done", "FERTIG"), ("due", "bis")))))
    current = replace(SERIES, style=always(Style(language="de", words=(("due", "bis"),))))
    (line,) = lines(former, current)
    assert line == (
        "style: [{language: de, words: {done: FERTIG, due: bis}}, {words: {done: ERLEDIGT}, from: 2020-11-02}]"
    )


def test_a_style_says_what_changes_and_what_it_was() -> None:
    former = Dated(
        (Period(Style(numbers="right")), Period(Style(numbers="right", action="TODO"), date(2020, 1, 6)))
    )
    (line,) = lines(replace(SERIES, style=former), replace(SERIES, style=always(Style(labels="first"))))
    assert line == (
        "style: [{labels: last, numbers: right, action: AI}, {action: TODO, from: 2020-01-06}, "
        "{labels: first, numbers: left, action: AI, from: 2020-11-02}]"
    )


def test_a_schedule_counts_from_its_day_and_may_have_several_rules() -> None:
    former = replace(SERIES, schedule=(ScheduleRule(("FREQ=WEEKLY;BYDAY=MO",), date(2020, 1, 6)),))
    current = replace(SERIES, schedule=(ScheduleRule(("FREQ=DAILY", "FREQ=MONTHLY")),))
    assert lines(former, current) == [
        'schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}, '
        "{rule: [FREQ=DAILY, FREQ=MONTHLY], from: 2020-11-02}]"
    ]
    assert lines(replace(SERIES, schedule=()), current) == []
