"""The rules about duties."""

import pytest
from support import rulebook, samples
from support.rulebook import met

from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.series import Person, ScheduleRule

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
ROSTER = (Person("BrianL", aliases=("Brian L", "Brian")), Person("Diego"), Person("Mat"))


def findings(*meetings: Meeting, schedule: tuple[ScheduleRule, ...] = samples.MONDAYS) -> list[Finding]:
    """Return what is found of duties in the last of some meetings."""
    return rulebook.findings("duty-changed", *meetings, roster=ROSTER, schedule=schedule)


def duty(day: str, this: str, following: str = "", section: str = "Triage") -> Meeting:
    return met(
        day,
        f"""\
        sections:
          - title: {section}
            duty:
              This week: {this}
              Next week: {following}
        """,
    )


def test_who_was_announced_has_duty() -> None:
    assert findings(duty(FIRST, "Mat", "BrianL"), duty(SECOND, "BrianL")) == []


@pytest.mark.parametrize("name", ["BrianL (remote)", "BrianL?", "Brina L", "TBD", '"?"'])
def test_a_name_with_a_remark_or_one_that_nobody_has_is_no_change(name: str) -> None:
    assert findings(duty(FIRST, "Mat", "BrianL"), duty(SECOND, name)) == []


def test_another_one_is_a_warning_at_this_weeks_duty() -> None:
    (finding,) = findings(duty(FIRST, "Mat", "BrianL"), duty(SECOND, "Diego"))
    assert (finding.severity, finding.key_path[-1]) == ("warning", "This week")
    assert finding.message == f"it is Diego, but the meeting of {FIRST} announced BrianL"


@pytest.mark.parametrize(
    ("turn", "following"),
    [
        ("Today", "Next time"),
        ("Diese Woche", "N\u00e4chste Woche"),
        ("Heute", "N\u00e4chstes Mal"),
        ("\u4eca\u9031", "\u6765\u9031"),
    ],
)
def test_in_any_words_the_second_one_announces_the_next_time(turn: str, following: str) -> None:
    duty = f"duty:\n  {turn}: {{}}\n  {following}: {{}}\n"
    meetings = met(FIRST, duty.format("Mat", "Diego")), met(SECOND, duty.format("BrianL", "Mat"))
    assert [finding.rule for finding in findings(*meetings)] == ["duty-changed"]


def test_two_duties_of_one_meeting_announce_nobody() -> None:
    roles = "duty:\n  Chair: {}\n  Scribe: {}\n"
    meetings = met(FIRST, roles.format("Mat", "Diego")), met(SECOND, roles.format("BrianL", "Mat"))
    assert findings(*meetings) == []


@pytest.mark.parametrize(
    ("announced", "now"),
    [
        ("BrianL?", "BrianL"),
        ("BrianL", "BrianL?"),
        ("Brian", "BrianL"),
        ("BrianL", "Brian L?"),
        ("[Mat, BrianL]", "[BrianL, Mat]"),
        ("", "Mat"),
        ("Mat", ""),
    ],
)
def test_the_same_people_however_they_are_written_and_nobody_yet_are_no_change(
    announced: str, now: str
) -> None:
    assert findings(duty(FIRST, "Diego", announced), duty(SECOND, now)) == []


def test_who_joined_or_left_a_shared_duty_is_a_change() -> None:
    assert len(findings(duty(FIRST, "Diego", "[Mat, BrianL]"), duty(SECOND, "Mat"))) == 1


def test_over_a_period_without_a_meeting_nothing_is_said() -> None:
    assert findings(duty(FIRST, "Mat", "BrianL"), duty(THIRD, "Diego")) == []


def test_over_a_meeting_that_was_skipped_nothing_is_said() -> None:
    skipped = met(SECOND, "status: skipped\nreason: a holiday")
    assert findings(duty(FIRST, "Mat", "BrianL"), skipped, duty(THIRD, "Diego")) == []


def test_without_a_schedule_the_meeting_before_is_the_period_before() -> None:
    meetings = duty(FIRST, "Mat", "BrianL"), duty(THIRD, "Diego")
    assert len(findings(*meetings, schedule=())) == 1


def test_the_duty_of_another_section_is_another_duty() -> None:
    before = met(
        FIRST,
        """\
        sections:
          - title: Triage
            duty: {This week: Mat, Next week: BrianL}
          - title: Release
            duty: {This week: Diego, Next week: Mat}
        """,
    )
    assert findings(before, duty(SECOND, "BrianL")) == []
    assert findings(before, duty(SECOND, "Mat", section="Release")) == []
    assert len(findings(before, duty(SECOND, "BrianL", section="Release"))) == 1


def test_a_duty_that_announces_nobody_is_compared_with_nothing() -> None:
    alone = met(SECOND, "duty: {This week: Mat}")
    assert findings(met(FIRST, "duty: {This week: Diego}"), alone) == []


def test_a_tentative_name_makes_no_question_of_the_sentence() -> None:
    (finding,) = findings(duty(FIRST, "Mat", "BrianL?"), duty(SECOND, "Diego"))
    assert finding.message == f"it is Diego, but the meeting of {FIRST} announced BrianL (tentative)"
