"""The rules about action items."""

import pytest
from support.rulebook import SKIPPED, findings
from support.samples import MEETING_DAYS
from support.samples import meeting_with as met

from minutebook.records.meeting import Meeting

FIRST, SECOND, THIRD, FOURTH = MEETING_DAYS[:4]
ACTION = "id: k7q2m4, owner: Diego, task: diagnose it"
DONE = f"{ACTION}, status: done"


def records(rule: str, *meetings: Meeting, of: int = -1, lapse: int = 4) -> list[str]:
    return [finding.record for finding in findings(rule, *meetings, of=of, lapse=lapse)]


# action-lost


def test_an_open_item_of_the_meeting_before_that_is_not_here_is_lost() -> None:
    assert records("action-lost", met(FIRST, ACTION), met(SECOND)) == ["action k7q2m4"]


def test_a_lost_item_is_told_with_its_owners_its_words_and_its_age() -> None:
    item = f"id: k7q2m4, owner: [Diego, Mat], task: diagnose it, since: {FIRST}"
    (finding,) = findings("action-lost", met(FIRST, item), met(SECOND, item), met(THIRD))
    assert (finding.severity, finding.key_path) == ("error", ("date",))
    assert finding.message.startswith(f"Diego, Mat: 'diagnose it' was open on {SECOND} ")
    assert "its 3rd meeting" in finding.message


def test_every_lost_item_is_told() -> None:
    other = "id: m3x8d0, owner: Mat, task: ask them"
    assert len(findings("action-lost", met(FIRST, ACTION, other), met(SECOND))) == 2


def test_it_is_told_in_every_meeting_that_lost_one_and_not_again_in_the_next() -> None:
    meetings = met(FIRST, ACTION), met(SECOND), met(THIRD)
    assert [len(findings("action-lost", *meetings, of=place)) for place in range(3)] == [0, 1, 0]


@pytest.mark.parametrize("state", ["status: done", "status: dropped, reason: late", "status: lapsed"])
def test_a_closed_item_is_not_lost(state: str) -> None:
    assert records("action-lost", met(FIRST, f"{ACTION}, {state}"), met(SECOND)) == []
    assert records("action-lost", met(FIRST, ACTION), met(SECOND, f"{ACTION}, {state}")) == []


def test_a_skipped_meeting_loses_nothing_and_hides_nothing() -> None:
    meetings = met(FIRST, ACTION), met(SECOND, top=SKIPPED), met(THIRD)
    assert [records("action-lost", *meetings, of=place) for place in (1, 2)] == [[], ["action k7q2m4"]]


def test_a_draft_loses_what_it_does_not_have() -> None:
    assert records("action-lost", met(FIRST, ACTION), met(SECOND, top="status: draft")) == ["action k7q2m4"]


# action-closed-earlier


def test_an_item_that_is_open_after_the_meeting_before_closed_it_is_told() -> None:
    (finding,) = findings("action-closed-earlier", met(FIRST, DONE), met(SECOND, ACTION))
    assert (finding.severity, finding.record) == ("error", "action k7q2m4")
    assert finding.message == f"it is open here, but done on {FIRST}"


def test_sync_is_the_answer_only_for_one_that_nobody_touched() -> None:
    (untouched,) = findings("action-closed-earlier", met(FIRST, DONE), met(SECOND, ACTION))
    (touched,) = findings("action-closed-earlier", met(FIRST, DONE), met(SECOND, f"{ACTION}, note: asked"))
    assert "minutebook sync" in untouched.hint
    assert "status: open" in touched.hint


def test_one_that_was_opened_again_on_purpose_is_not_told() -> None:
    assert records("action-closed-earlier", met(FIRST, DONE), met(SECOND, f"{ACTION}, status: open")) == []


def test_what_an_earlier_meeting_closed_is_told_where_the_last_one_does_not_have_it() -> None:
    meetings = met(FIRST, DONE), met(SECOND), met(THIRD, ACTION)
    assert records("action-closed-earlier", *meetings) == ["action k7q2m4"]
    assert records("action-closed-earlier", *meetings[:2], met(THIRD, f"{ACTION}, status: open")) == []


def test_what_the_last_meeting_that_was_held_closed_is_told_over_a_skipped_one() -> None:
    meetings = met(FIRST, DONE), met(SECOND, top=SKIPPED), met(THIRD, ACTION)
    assert records("action-closed-earlier", *meetings) == ["action k7q2m4"]


# action-lapsed, action-lapses-next


LAPSING = ("action-lapses-next", "action-lapsed")


def told(weeks: int, lapse: int = 4) -> list[str]:
    """Return what is told of an action that stands untouched in so many meetings."""
    meetings = [met(day, ACTION) for day in MEETING_DAYS[:weeks]]
    return [rule for rule in LAPSING if findings(rule, *meetings, lapse=lapse)]


def test_an_item_is_told_once_before_it_lapses_and_then_until_sync_was_run() -> None:
    carried = [told(weeks) for weeks in (1, 2, 3, 4, 5, 6)]
    assert carried == [[], [], [], ["action-lapses-next"], ["action-lapsed"], ["action-lapsed"]]


def test_where_items_lapse_when_they_are_carried_at_all_nothing_is_told_before() -> None:
    assert [told(weeks, lapse=1) for weeks in (1, 2)] == [[], ["action-lapsed"]]


def test_where_nothing_lapses_nothing_is_told() -> None:
    assert [told(weeks, lapse=0) for weeks in range(1, 8)] == [[]] * 7


def test_that_an_item_lapses_next_is_a_warning_and_that_it_should_have_an_error() -> None:
    weeks = [met(day, ACTION) for day in MEETING_DAYS[:5]]
    (warned,) = findings("action-lapses-next", *weeks[:4])
    (due,) = findings("action-lapsed", *weeks)
    assert (warned.severity, due.severity) == ("warning", "error")
    assert "minutebook note k7q2m4" in warned.hint


@pytest.mark.parametrize("change", ["note: nobody asks", "due: 2020-12-01, note: late", "x-state: old"])
def test_a_typed_lapse_of_an_item_that_was_touched_here_is_a_warning(change: str) -> None:
    meetings = met(FIRST, ACTION), met(SECOND, f"{ACTION}, status: lapsed, {change}")
    (finding,) = findings("action-lapsed", *meetings)
    assert (finding.severity, finding.key_path[-1]) == ("warning", "status")
    assert "minutebook drop k7q2m4 --reason" in finding.hint


def test_a_typed_lapse_of_a_new_item_is_a_warning() -> None:
    assert records("action-lapsed", met(FIRST), met(SECOND, f"{ACTION}, status: lapsed")) == ["action k7q2m4"]


def test_a_typed_lapse_rests_where_it_is_answered() -> None:
    answered = f"{ACTION}, status: lapsed, note: late, ok: [action-lapsed]"
    assert records("action-lapsed", met(FIRST, ACTION), met(SECOND, answered)) == []


def test_only_the_newest_meeting_tells_what_lapses_next() -> None:
    last = met(MEETING_DAYS[4], f"{ACTION}, note: asked")
    meetings = [*(met(day, ACTION) for day in MEETING_DAYS[:4]), last]
    assert records("action-lapses-next", *meetings, of=3) == []


def test_a_holiday_that_is_written_down_ahead_does_not_hide_what_lapses_next() -> None:
    meetings = [*(met(day, ACTION) for day in MEETING_DAYS[:4]), met(MEETING_DAYS[4], top=SKIPPED)]
    assert records("action-lapses-next", *meetings, of=3) == ["action k7q2m4"]


# action-closed-again


def test_what_an_earlier_meeting_closed_is_not_closed_once_more() -> None:
    (finding,) = findings("action-closed-again", met(FIRST, DONE), met(SECOND), met(THIRD, DONE))
    assert (finding.severity, finding.record) == ("warning", "action k7q2m4")
    assert finding.message == f"it was done on {FIRST} already, and rests since"


@pytest.mark.parametrize(
    "now", [f"{ACTION}, status: dropped, reason: late", f"{DONE}, note: for good", ACTION]
)
def test_another_end_a_new_note_and_a_new_beginning_are_none(now: str) -> None:
    assert records("action-closed-again", met(FIRST, DONE), met(SECOND, now)) == []


@pytest.mark.parametrize("before", [ACTION, f"{ACTION}, status: lapsed"])
def test_what_was_open_or_had_lapsed_is_closed_for_the_first_time(before: str) -> None:
    assert records("action-closed-again", met(FIRST, before), met(SECOND, DONE)) == []


# id-reused

OTHER = "task: send the bill of the caterer"


def test_an_id_that_belongs_to_somebody_elses_other_task_is_reused() -> None:
    (finding,) = findings("id-reused", met(FIRST, DONE), met(SECOND, f"id: k7q2m4, owner: Mat, {OTHER}"))
    assert (finding.severity, finding.record) == ("error", "action k7q2m4")
    assert finding.message == f"this id belongs to 'diagnose it' of {FIRST}"


def test_reuse_is_found_however_long_the_old_action_rests() -> None:
    meetings = (
        met(FIRST, DONE),
        met(SECOND),
        met(THIRD, top=SKIPPED),
        met(FOURTH, f"id: k7q2m4, owner: Mat, {OTHER}"),
    )
    assert records("id-reused", *meetings) == ["action k7q2m4"]


def test_a_copy_for_another_task_of_the_same_owner_is_reuse_after_the_first_was_closed() -> None:
    copied = f"id: k7q2m4, owner: Diego, {OTHER}"
    assert records("id-reused", met(FIRST, DONE), met(SECOND), met(THIRD, copied)) == ["action k7q2m4"]


def test_each_id_is_compared_with_the_last_meeting_that_has_it() -> None:
    rested = "id: m3x8d0, owner: Mat, task: order parts, status: done"
    meetings = (
        met(FIRST, rested),
        met(SECOND, ACTION),
        met(THIRD, f"id: m3x8d0, owner: Ann, {OTHER}", ACTION),
    )
    assert records("id-reused", *meetings) == ["action m3x8d0"]


@pytest.mark.parametrize(
    "now",
    [
        "owner: Diego, task: diagnose it and mend it",
        "owner: Diego, task: write the diagnosis",
        "owner: Mat, task: diagnose it",
        "owner: [Diego, Mat], task: diagnose it",
        "owner: unassigned, task: Diagnose it at last",
        "owner: Diego, task: withdrawn, status: dropped, reason: of no interest any more",
    ],
)
def test_rewording_handing_over_and_withdrawing_are_no_reuse(now: str) -> None:
    assert records("id-reused", met(FIRST, ACTION), met(SECOND, f"id: k7q2m4, {now}")) == []


@pytest.mark.parametrize("now", [f"owner: Diego, {OTHER}", f"owner: [Mat, Diego], {OTHER}, status: done"])
def test_an_open_action_is_not_lost_under_another_task_of_its_owner(now: str) -> None:
    assert records("id-reused", met(FIRST, ACTION), met(SECOND, f"id: k7q2m4, {now}")) == ["action k7q2m4"]


@pytest.mark.parametrize(
    "now", [ACTION, f"{ACTION}, status: open", f"id: k7q2m4, owner: Diego, {OTHER}, status: open"]
)
def test_opening_again_is_no_reuse(now: str) -> None:
    assert records("id-reused", met(FIRST, DONE), met(SECOND), met(THIRD, now)) == []


def test_an_item_that_changed_bit_by_bit_is_the_same_action() -> None:
    meetings = (
        met(FIRST, ACTION),
        met(SECOND, "id: k7q2m4, owner: Mat, task: diagnose it"),
        met(THIRD, "id: k7q2m4, owner: Mat, task: send the diagnosis"),
        met(FOURTH, f"id: k7q2m4, owner: Mat, {OTHER}"),
    )
    assert records("id-reused", *meetings) == []


# id-missing, duplicate-id, date-order


def test_an_item_has_an_id_in_whatever_way_it_was_typed() -> None:
    meeting = met(FIRST, "Diego: diagnose it", "owner: Mat, task: ask them", ACTION)
    assert len(findings("id-missing", meeting)) == 2


def test_a_skipped_meeting_has_no_actions() -> None:
    skipped = met(FIRST, ACTION, top=SKIPPED)
    assert records("action-in-skipped", skipped) == ["action k7q2m4"]
    assert records("id-missing", met(FIRST, "Diego: diagnose it", top=SKIPPED)) == []


def test_an_action_without_an_id_is_told_where_its_words_stand() -> None:
    (typed,) = findings("id-missing", met(FIRST, "Mat: order parts"))
    (written,) = findings("id-missing", met(FIRST, "owner: Mat, task: order parts"))
    assert (typed.key_path, written.key_path) == (("actions", 0, "Mat"), ("actions", 0))
    assert typed.message == "'order parts' has no id yet, so it can't be followed"


def test_an_id_stands_once_in_a_meeting() -> None:
    assert records("duplicate-id", met(FIRST, ACTION, "id: k7q2m4, owner: Mat, task: ask them")) == [
        "action k7q2m4"
    ]


def test_an_item_can_not_have_begun_after_the_meeting() -> None:
    assert records("date-order", met(FIRST, f"{ACTION}, since: {SECOND}")) == ["action k7q2m4"]
    assert records("date-order", met(FIRST, f"{ACTION}, since: {FIRST}")) == []


def test_a_carried_item_begins_where_it_did_in_the_meeting_before() -> None:
    def told(first: str, second: str, third: str) -> list[str]:
        meetings = (
            met(day, ACTION + since) for day, since in zip(MEETING_DAYS, (first, second, third), strict=False)
        )
        return [finding.message for finding in findings("date-order", *meetings)]

    since = f", since: {FIRST}"
    assert told("", since, since) == told("", "", since) == told("", since, "") == []
    assert told("", since, f", since: {SECOND}") == [
        f"since: it is {SECOND} here, and {FIRST} in the meeting of {SECOND}"
    ]
    assert told("", "", f", since: {SECOND}") == [
        f"since: it is {SECOND} here, and {FIRST} in the meeting of {SECOND}"
    ]


def test_where_an_item_began_is_mended() -> None:
    (finding,) = findings("date-order", met(FIRST, ACTION), met(SECOND, f"{ACTION}, since: {SECOND}"))
    assert (finding.severity, finding.mend) == ("warning", FIRST)


def test_a_due_date_that_is_ten_years_ahead_is_told_where_it_is_new() -> None:
    item = f"{ACTION}, due: 2062-11-09"
    (finding,) = findings("date-order", met(FIRST, ACTION), met(SECOND, item))
    assert (finding.severity, finding.hint) == ("warning", "Did you mean 2020-11-09?")
    assert findings("date-order", met(FIRST, item), met(SECOND, item)) == []
    assert findings("date-order", met(SECOND, f"{ACTION}, due: 2030-01-07")) == []


# due-before-start


@pytest.mark.parametrize("item", [ACTION, f"{ACTION}, since: {FIRST}"])
def test_what_is_due_before_it_began_is_told_in_each_meeting(item: str) -> None:
    late = f"{item}, due: 2019-10-12"
    for meetings in ([met(FIRST, late)], [met(FIRST, late), met(SECOND, late)]):
        (finding,) = findings("due-before-start", *meetings)
        assert (finding.severity, finding.key_path) == ("warning", ("actions", 0, "due"))
        assert finding.message == f"it is due on 2019-10-12, before the meeting of {FIRST} in which it began"
        assert finding.hint == "Did you mean 2020-10-12?"


@pytest.mark.parametrize("due", [FIRST, SECOND])
def test_what_is_overdue_or_closed_is_not_told(due: str) -> None:
    item = f"{ACTION}, due: {due}"
    assert findings("due-before-start", met(FIRST, item), met(SECOND, item), met(THIRD, item)) == []
    assert findings("due-before-start", met(THIRD, f"{DONE}, due: {due}")) == []


@pytest.mark.parametrize(
    ("due", "hint"),
    [("2020-02-29", "Write the day by which it is to be done."), ("2019-01-08", "Did you mean 2021-01-08?")],
)
def test_another_year_is_offered_where_it_comes_soon(due: str, hint: str) -> None:
    (finding,) = findings("due-before-start", met(THIRD, f"{ACTION}, due: {due}"))
    assert finding.hint == hint
