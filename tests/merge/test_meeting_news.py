"""A new meeting is told against the one before it."""

from support.notes import MEETING, Notes

ACTIONS = """\
    actions:
      - id: k7q2m4
        owner: Diego
        task: call the bank
"""
NOTED = ACTIONS + "        note: nobody there\n"


def said(notes: Notes) -> list[str]:
    """Return what is said of the meetings that are new since the last commit."""
    return [line.strip() for line in notes.run("diff").stdout.splitlines()[1:]]


def started(notes: Notes, extra: str = ACTIONS) -> Notes:
    """Commit a first meeting."""
    notes.meeting("2020-10-19", Open=169, Held=3, extra=extra)
    notes.commit()
    return notes


def test_counts_are_told_by_their_deltas_and_actions_by_what_became_of_them(notes: Notes) -> None:
    done = f"{ACTIONS}        since: 2020-10-19\n        status: done\n"
    opened = "      - {id: m3x8d0, owner: Mat, task: write it up}\n"
    started(notes).meeting("2020-10-26", Open=154, Held=3, extra=done + opened)
    assert said(notes) == [
        "Tickets Open 169 -> 154",
        "Diego's k7q2m4 done: call the bank",
        "Mat's m3x8d0 opened: write it up",
    ]


def test_a_renamed_row_goes_on_with_its_counts(notes: Notes) -> None:
    started(notes).meeting("2020-10-26", Open=169, extra="        Waiting: {counts: 5, continues: Held}\n")
    assert said(notes)[0] == "Tickets Waiting 3 -> 5"


def test_what_no_longer_stands_there_is_told_with_its_last_count(notes: Notes) -> None:
    counters = "    counters: {calls: 4, mails: 2}\n"
    started(notes, counters).meeting("2020-10-26", Open=169, extra=counters.replace("calls: 4, ", ""))
    assert said(notes) == ["Tickets calls removed: 4", "Tickets Held removed: 3"]
    path = f"{notes.series}/2020-10-26.yaml"
    notes.write(path, notes.read(path).partition("    table:")[0] + counters)
    assert said(notes) == ["Tickets: table removed: Open 169, Held 3"]


def test_what_was_noted_is_not_missed_in_the_next_meeting(notes: Notes) -> None:
    carried = f"{ACTIONS}        since: 2020-10-19\n"
    started(notes, NOTED).meeting("2020-10-26", Open=169, Held=3, extra=carried)
    assert said(notes) == []


def test_one_that_a_meeting_had_closed_is_not_missed(notes: Notes) -> None:
    started(notes, f"{ACTIONS}        status: done\n").meeting("2020-10-26", Open=169, Held=3)
    assert said(notes) == []


def test_one_that_is_skipped_says_why_and_misses_no_action(notes: Notes) -> None:
    started(notes).run("skip", "--date", "2020-10-26", "--reason", "public holiday")
    assert said(notes) == ["status skipped", 'reason "public holiday"']


def test_a_draft_says_nothing_of_counts_that_are_not_known(notes: Notes) -> None:
    started(notes, "").write(
        f"{notes.series}/2020-10-26.yaml", MEETING.format(day="2020-10-26\nstatus: draft") + "        Open:\n"
    )
    assert said(notes) == []


def test_the_first_meeting_has_its_counts(notes: Notes) -> None:
    notes.commit()
    notes.meeting("2020-10-19", Open=169)
    assert (
        notes.run("diff").stdout == "meetings/team/2020-10-19.yaml: new\n    Tickets: table added: Open 169\n"
    )


def test_an_action_that_lost_its_due_date_is_compared_like_any(notes: Notes) -> None:
    notes.write(
        f"{notes.series}/2020-10-19.yaml", "date: 2020-10-19\nactions:\n  - Mat: ask (due 2020-11-09)\n"
    )
    notes.run("sync")
    notes.commit()
    notes.write(f"{notes.series}/2020-10-26.yaml", "date: 2020-10-26\nactions:\n  - Mat: ask\n")
    notes.commit()
    summary = notes.top.parent / "summary.md"
    assert notes.run("check", "--base", "HEAD~1", "--summary", str(summary)).returncode == 1
    assert notes.run("log").returncode == 0
