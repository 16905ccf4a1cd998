"""The rules about a meeting as a whole."""

from dataclasses import replace

import pytest
from support.rulebook import SKIPPED, finding, findings, met
from support.samples import history

from minutebook import rules
from minutebook.records.dated import always

# date-mismatch


def test_the_date_is_that_of_the_files_name() -> None:
    meeting = replace(met("2020-10-26"), path="meetings/team/2020/2020-10-19.yaml")
    mismatch = finding("date-mismatch", meeting)
    assert mismatch.message == "the date is 2020-10-26, but the file's name says 2020-10-19"
    assert mismatch.hint == (
        "Write: date: 2020-10-19   or, if it was moved to 2020-10-26: "
        "mv -n meetings/team/2020/2020-10-19.yaml meetings/team/2020/2020-10-26.yaml"
    )


def test_a_copied_file_is_not_moved_onto_the_meeting_it_is_a_copy_of() -> None:
    meeting = replace(met("2020-10-19"), path="meetings/team/2020-10-26.yaml")
    assert "mv" not in finding("date-mismatch", meeting).hint


def test_a_file_named_by_its_date_may_stand_in_any_folder() -> None:
    assert findings("date-mismatch", replace(met("2020-10-26"), path="a/2020/2020-10-26.yaml")) == []


# date-order


CARRIED = """
actions:
  - {id: k7q2m4, owner: Mat, task: call, since: 2020-10-19}
  - {id: b2cdef, owner: Mat, task: sing, since: 2020-10-26}
"""


def test_a_meeting_is_not_older_than_all_that_was_carried_into_it() -> None:
    early = finding("date-order", met("2019-11-02", CARRIED))
    assert early.key_path == ("date",)
    assert early.hint.startswith(
        "If the year is wrong, rename the file to 2020-11-02.yaml, and write: date: 2020-11-02\n"
    )


def test_a_day_before_that_of_the_meeting_before_is_no_slip_of_the_year() -> None:
    assert "year" not in finding("date-order", met("2020-10-12", CARRIED)).hint


def test_where_one_item_had_begun_the_date_is_not_doubted() -> None:
    assert finding("date-order", met("2020-10-20", CARRIED)).key_path == ("actions", 1, "since")


def test_a_meeting_more_than_a_year_after_the_one_before_likely_has_another_year() -> None:
    late = finding("date-order", met("2020-10-19"), met("2020-10-26"), met("2062-11-02"))
    assert (late.severity, late.message) == (
        "warning",
        "the meeting is dated 2062-11-02, and the one before 2020-10-26",
    )
    assert "2020-11-02.yaml" in late.hint
    assert late.hint.endswith("If nobody met for so long, write below `date`: ok: [date-order]")


def test_the_day_that_is_likely_meant_is_in_the_calendar() -> None:
    assert "2024-02-29" in finding("date-order", met("2020-10-26"), met("2048-02-29")).hint


def test_a_series_may_meet_once_a_year() -> None:
    assert findings("date-order", met("2018-10-01"), met("2019-10-28"), met("2020-11-09")) == []


# title-missing


def test_a_meeting_has_a_title_of_its_own_or_of_its_series() -> None:
    untitled, past = met("2020-10-26"), history(met("2020-10-26"))
    titled = replace(past, series=replace(past.series, title=always("Team")))
    assert finding("title-missing", untitled).message == "neither this meeting nor its series has a title"
    assert findings("title-missing", met("2020-10-26", "title: Team")) == []
    assert list(rules.historical_findings(untitled, titled)) == []


def test_a_skipped_meeting_needs_no_title() -> None:
    assert findings("title-missing", met("2020-10-26", SKIPPED)) == []


# missing-key


@pytest.mark.parametrize("status", ["draft", "final"])
def test_a_reason_for_skipping_a_meeting_that_is_not_skipped_is_a_warning(status: str) -> None:
    warning = finding("missing-key", met("2020-10-26", f"reason: a holiday\nstatus: {status}"))
    assert (warning.severity, warning.key_path) == ("warning", ("reason",))
    assert status in warning.message


def test_a_skipped_meeting_has_a_reason() -> None:
    assert findings("missing-key", met("2020-10-26", SKIPPED)) == []


# meeting-copied


FULL = "counters: {calls: 1}\nnotes: We closed early.\n"
ACTION = "actions: [{id: k7q2m4, owner: Mat, task: call the bank}]"


@pytest.mark.parametrize(
    ("first", "second", "third", "is_told"),
    [
        ("counters: {calls: 2}", FULL, FULL, True),
        (FULL, FULL, FULL, False),
        ("counters: {calls: 2}", FULL, FULL.replace("1", "2"), False),
        ("counters: {calls: 2}", FULL, FULL.replace("early", "late"), False),
        ("counters: {calls: 2}", FULL, f"status: draft\n{FULL}", False),
        ("counters: {calls: 2}", FULL, f"{FULL}actions: [Mat: call]", False),
        ("counters: {calls: 2}", f"{FULL}{ACTION}", f"{FULL}{ACTION}", True),
        ("counters: {calls: 2}", "counters: {calls: 1}", "counters: {calls: 1}", False),
    ],
)
def test_a_meeting_that_says_nothing_of_its_own_may_be_a_copy(
    first: str, second: str, third: str, is_told: bool
) -> None:
    meetings = (met("2020-10-12", first), met("2020-10-19", second), met("2020-10-26", third))
    assert bool(findings("meeting-copied", *meetings)) == is_told
