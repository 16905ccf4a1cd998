"""The rules about a meeting as a whole."""

from dataclasses import replace

from support.rulebook import SKIPPED, finding, findings, met
from support.samples import history

from minutebook import rules
from minutebook.records.dated import always

# date-mismatch


def test_the_date_is_that_of_the_files_name() -> None:
    meeting = replace(met("2020-10-26"), path="meetings/team/2020/2020-10-19.yaml")
    mismatch = finding("date-mismatch", meeting)
    assert mismatch.message == "the date is 2020-10-26, but the file's name says 2020-10-19"
    assert mismatch.hint.startswith("Write: date: 2020-10-19 ")


def test_a_file_named_by_its_date_may_stand_in_any_folder() -> None:
    assert findings("date-mismatch", replace(met("2020-10-26"), path="a/2020/2020-10-26.yaml")) == []


# title-missing


def test_a_meeting_has_a_title_of_its_own_or_of_its_series() -> None:
    untitled, past = met("2020-10-26"), history(met("2020-10-26"))
    titled = replace(past, series=replace(past.series, title=always("Team")))
    assert finding("title-missing", untitled).message == "neither this meeting nor its series has a title"
    assert findings("title-missing", met("2020-10-26", "title: Team")) == []
    assert list(rules.historical_findings(untitled, titled)) == []


def test_a_skipped_meeting_needs_no_title() -> None:
    assert findings("title-missing", met("2020-10-26", SKIPPED)) == []
