"""The way through a series of sheets: what goes on from the meetings before, and what is right."""

from dataclasses import replace
from datetime import date, timedelta

from support.oldminutes.sheets import DAY, course_of, sheet_of

from minutebook.oldminutes.course import Course, Settled
from minutebook.records.series import Series

NEXT = DAY + timedelta(days=7)


def test_an_action_that_goes_on_keeps_its_id_and_its_beginning() -> None:
    _, (first, second) = course_of("- AI (Ada): oil the door\n", "- AI (Ada): oil the old door\n")
    ((action,), (later,)) = first.meeting.actions, second.meeting.actions
    assert (later.id, action.since, later.since) == (action.id, None, DAY)
    assert [(each.kind, each.stated, each.now) for each in second.decisions] == [
        ("item goes on", "oil the door", "oil the old door")
    ]


def test_two_actions_of_one_meeting_have_two_ids() -> None:
    _, (step,) = course_of("- AI (Ada): oil\n- AI (Ada): oil\n")
    assert len({action.id for action in step.meeting.actions}) == 2


def test_rows_of_a_table_of_html_in_one_line_are_actions_each() -> None:
    rows = "".join(f"<tr><td>{task}</td><td>Ada</td></tr>" for task in ("Oil", "Paint"))
    _, (step,) = course_of(f"<table><tr><th>Task</th><th>Owner</th></tr>{rows}</table>\n")
    assert [action.task for action in step.meeting.actions] == ["Oil", "Paint"]


def test_an_action_that_is_not_spoken_of_again_has_lapsed() -> None:
    course, _ = course_of("- AI (Ada): oil\n- AI (Ben): paint [DONE]\n")
    settled = course.settle(sheet_of("x\n", day=NEXT).meeting)
    assert settled.meeting
    assert [action.status for action in settled.meeting.actions] == ["lapsed", "done"]
    assert [(each.kind, each.fault) for each in settled.decisions] == [("item lapsed", "action-vanished")]
    assert settled.compared == 1


def test_an_action_that_goes_on_changes_nothing_before() -> None:
    course, _ = course_of("- AI (Ada): oil\n")
    settled = course.settle(course.take(sheet_of("- AI (Ada): oil\n", day=NEXT)).meeting)
    assert (settled.meeting, settled.decisions) == (None, ())


def test_of_two_that_go_on_as_one_the_other_was_joined() -> None:
    course, _ = course_of("- AI (Ada): oil the door\n- AI (Ada): oil the door well\n")
    settled = course.settle(course.take(sheet_of("- AI (Ada): oil the door\n", day=NEXT)).meeting)
    assert [(each.kind, each.stated, each.now) for each in settled.decisions] == [
        ("item joined", "oil the door well", "oil the door")
    ]


def test_a_meeting_that_was_not_held_settles_nothing() -> None:
    course, _ = course_of("- AI (Ada): oil\n")
    skipped = sheet_of("Meeting cancelled.\n", day=NEXT).meeting
    assert course.settle(skipped) == Settled()
    assert course.after(skipped).open_actions == course.open_actions
    assert Course(Series("club/series.yaml")).settle(skipped) == Settled()


def test_what_the_series_left_open_before_is_carried() -> None:
    course, (step,) = course_of("- AI (Ada): oil\n")
    taken = replace(course, pending=None).take(sheet_of("x\n", day=NEXT))
    assert [(action.id, action.since) for action in taken.meeting.actions] == [
        (step.meeting.actions[0].id, DAY)
    ]
    assert [(each.kind, each.line, each.now) for each in taken.decisions] == [
        ("item carried", 1, "AI (Ada): oil")
    ]


def test_what_generated_minutes_say_of_an_age_counts() -> None:
    course, _ = course_of("x\n", "y\n")
    mark = "<!-- Minutes of 2026-10-19.yaml, written by minutebook: edit that file. -->\n# T, 19 October 2026\n\n"
    lines = "-   AI (Ada): oil (1st meeting)\n-   AI (Ben): paint (3rd meeting)\n-   AI (Cy): bake (9th meeting)\n"
    taken = course.take(sheet_of(mark + lines, day=date(2026, 10, 19)))
    assert [action.since for action in taken.meeting.actions] == [date(2026, 10, 18), DAY, None]


def test_a_table_is_measured_against_the_last_one_that_is_complete() -> None:
    table = "## Queue\n\n| n | Δ | State |\n|---|---|---|\n| {} | {} | Open |\n| 1 | +0 | Done |\n| 2 | +0 | Held |\n"
    _, steps = course_of(table.format(4, ""), table.format("?", ""), table.format(6, "+3"))
    assert [(each.now, each.baseline) for each in steps[-1].decisions if each.fault] == [("+2", DAY)]


def test_only_the_latest_meeting_with_a_counter_is_remembered() -> None:
    later = [f"- {count} (+1) open bugs\n" for count in (6, 7, 8)]
    course, _ = course_of("- 5 (+0) open bugs\n- 2 (+0) late bugs\n", *later)
    assert [*course.meetings] == [DAY, DAY + timedelta(weeks=2), DAY + timedelta(weeks=3)]
