"""What must hold of the settings of a series is told at its place."""

import pytest
from support.series import series_of

from minutebook.records.refusal import Refused


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("title: Team\nschedule: Mondays\n", "bad-schedule", 2),
        ("schedule:\n  - {rule: FREQ=DAILY}\n  - {rule: [FREQ=DAILY, FREQ=SOON], from: 2020-01-01}\n", "bad-schedule", 3),
        ("schedule: [{rule: FREQ=DAILY}, {rule: FREQ=DAILY}]\n", "bad-schedule", 1),
        ("title: Team\nlapse: [{value: 3, from: 2021-01-04}, {value: 4, from: 2020-01-06}]\n", "entry-order", 2),
    ],
)  # fmt: skip
def test_a_setting_that_can_not_be_followed_is_refused(text: str, rule: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        _ = series_of({}, text).series
    assert [(problem.rule, problem.location.line) for problem in refused.value.problems] == [(rule, line)]


def test_a_schedule_in_small_letters_is_offered_in_capitals() -> None:
    with pytest.raises(Refused) as refused:
        _ = series_of({}, "schedule: freq=monthly;byday=1tu\n").series
    assert refused.value.problems[0].hint == "Write: FREQ=MONTHLY;BYDAY=1TU"


@pytest.mark.parametrize("rule", ["none", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20201026"])
def test_a_schedule_that_ends_is_deleted(rule: str) -> None:
    with pytest.raises(Refused) as refused:
        _ = series_of({}, f"schedule: {rule}\n").series
    assert refused.value.problems[0].hint == "If no more meetings are held, delete `schedule`."
