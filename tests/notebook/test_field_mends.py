"""What words of a task say goes under the keys of its action item."""

from support.notes import Notes

ITEM = "date: {day}\nactions:\n  - id: k7q2m4\n    owner: Mat\n    task: {task}\n"


def fixed(notes: Notes, *tasks: str) -> list[str]:
    """Return the lines of the last of some meetings, each with a task, after `sync --fix`."""
    days = [f"2020-10-{19 + 7 * number}" for number in range(len(tasks))]
    for day, task in zip(days, tasks, strict=True):
        notes.write(f"{notes.series}/{day}.yaml", ITEM.format(day=day, task=task))
    notes.run("sync", "--fix")
    return notes.read(f"{notes.series}/{days[-1]}.yaml").splitlines()[4:]


def test_a_word_that_closes_a_task_becomes_its_status(notes: Notes) -> None:
    assert fixed(notes, '"oil it [DONE]"') == ["    task: oil it", "    status: done"]
    assert notes.problems() == []


def test_what_it_says_more_is_a_note(notes: Notes) -> None:
    lines = fixed(notes, "oil it - done on Friday")
    assert lines == ["    task: oil it", "    status: done", "    note: on Friday"]


def test_a_day_in_words_is_the_due_date(notes: Notes) -> None:
    assert fixed(notes, "oil it by Friday") == ["    task: oil it", "    due: 2020-10-23"]


def test_a_task_that_is_dropped_without_a_reason_waits_for_people(notes: Notes) -> None:
    assert fixed(notes, "oil it - dropped") == ["    task: oil it - dropped"]


def test_what_was_carried_on_is_mended_where_it_stands_last(notes: Notes) -> None:
    assert fixed(notes, "oil it (done)", "oil it (done)")[:2] == ["    task: oil it", "    status: done"]
    assert "task: oil it (done)" in notes.read(f"{notes.series}/2020-10-19.yaml")


def test_what_people_have_answered_stays(notes: Notes) -> None:
    lines = fixed(notes, "oil it (done)\n    ok: [task-ends-like]")
    assert lines[0] == "    task: oil it (done)"
