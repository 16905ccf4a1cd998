"""Actions as people type them below `actions:`, by the program's real entry."""

from pathlib import Path
from typing import Any

import pytest
from support.notes import Notes, make_notes

from minutebook.source.yaml.quotes import write_text

ROSTER = "roster:\n  Mat: {}\n  Diego: {}\n  Elif: {aliases: [Elif K]}\n  everyone: {group: true}\n"
DAY = "2020-10-26"


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    made = make_notes(tmp_path / "notes")
    series = f"{made.series}/series.yaml"
    made.write(series, made.read(series) + ROSTER)
    return made


def typed(notes: Notes, *lines: str, more: str = "") -> str:
    """Write a meeting with actions as they were typed, and return its path."""
    actions = "".join(f"      - {line}\n" for line in lines)
    text = f"date: {DAY}\nattending: [Mat]\nguests: [Ann]\nsections:\n  - title: Discussion\n    actions:\n{actions}{more}"
    return notes.write(f"{notes.series}/{DAY}.yaml", text)


def problems(notes: Notes) -> list[dict[str, Any]]:
    """Return the problems, but for those of files that are not generated yet."""
    return [problem for problem in notes.problems() if not problem["rule"].startswith(("minutes-", "index-"))]


def written(notes: Notes, *lines: str) -> str:
    """Return what `sync` makes of actions as they were typed, without their ids."""
    path = typed(notes, *lines)
    done = notes.run("sync")
    assert done.returncode == 0, done.stdout + done.stderr
    text = notes.read(path).partition("    actions:\n")[2]
    return "".join(line for line in text.splitlines(keepends=True) if "id: " not in line)


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("Mat: order parts", "Mat", "order parts"),
        ("AI (Mat): x: y", "Mat", '"x: y"'),
        ("[ ] Mat: order parts", "Mat", "order parts"),
        ('"[ ] Mat: order parts"', "Mat", "order parts"),
        ("@Mat order parts", "Mat", "order parts"),
        ("Mat, Diego: order parts", "[Mat, Diego]", "order parts"),
        ("Elif K will order parts", "Elif", "order parts"),
        ("order parts (Ann)", "Ann", "order parts"),
        ("Mat: fix #445", "Mat", '"fix #445"'),
        ("Mat: `a`: b", "Mat", '"`a`: b"'),
        ("Mat: 3.10", "Mat", '"3.10"'),
        ('Mat: it\'s "new": yes \\o/', "Mat", '"it\'s \\"new\\": yes \\\\o/"'),
        ("everyone: order parts", "everyone", "order parts"),
        ("PRs: review them", "unassigned", '"PRs: review them"'),
        ("TBD: order parts", "unassigned", "order parts"),
        ("order parts", "unassigned", "order parts"),
    ],
)
def test_sync_writes_out_what_was_typed(notes: Notes, line: str, owner: str, task: str) -> None:
    assert written(notes, line) == f"        owner: {owner}\n        task: {task}\n"
    assert notes.problems() == []


@pytest.mark.parametrize(
    ("end", "fields"),
    [
        ("[DONE]", "        status: done\n"),
        ("by 2020-11-09", "        due: 2020-11-09\n"),
        (
            "(2nd meeting, due 2020-11-09, lapses next time) [DROPPED]",
            "        due: 2020-11-09\n        status: dropped\n        reason: dropped\n",
        ),
        ("[DROPPED: too dear]", "        status: dropped\n        reason: too dear\n"),
    ],
)
def test_what_stands_behind_a_task_becomes_its_fields(notes: Notes, end: str, fields: str) -> None:
    lines = f"        owner: Mat\n        task: order parts\n{fields}"
    assert written(notes, f"@Mat order parts {end}") == lines
    assert notes.problems() == []


def test_a_box_that_is_ticked_is_done(notes: Notes) -> None:
    lines = "        owner: Mat\n        task: order parts\n        status: done\n"
    assert written(notes, "[x] Mat: order parts") == lines


def test_until_then_check_says_so_in_one_line_each(notes: Notes) -> None:
    typed(notes, "@Mat order parts", "AI (Mat): x: y", "Elif to call", "[ ] Diego: fix #445")
    places = [(problem["rule"], problem["line"], problem["column"]) for problem in problems(notes)]
    assert places == [("id-missing", line, 9) for line in (7, 8, 9, 10)]
    done = notes.run("check", "--color", "never")
    assert "'order parts' has no id yet" in done.stdout


@pytest.mark.parametrize(
    "line", ["PRs: review them", "[ ] PRs: review them", "TBD: order parts", "order parts"]
)
def test_who_is_nobody_is_warned_about_with_a_line_to_write(notes: Notes, line: str) -> None:
    typed(notes, line)
    unclear = [problem for problem in problems(notes) if problem["rule"] == "owner-unclear"]
    assert [problem["severity"] for problem in unclear] == ["warning"]
    assert "unassigned" in unclear[0]["message"]
    typed(notes, unclear[0]["hint"].partition("Write: - ")[2].partition("\n")[0])
    assert [problem["rule"] for problem in problems(notes)] == ["id-missing"]


def test_sync_says_what_it_could_give_to_nobody(notes: Notes) -> None:
    typed(notes, "PRs: review them")
    assert "unassigned: 'PRs: review them'" in notes.run("sync").stderr


def test_a_first_name_that_only_one_has_is_the_owner_and_told(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", "roster: {Anne Berger: {}, Mat: {}}\n")
    notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\nactions:\n  - Anne to find it\n")
    (told,) = (problem for problem in problems(notes) if problem["rule"] == "unknown-person")
    assert told["message"].endswith("did you mean Anne Berger?")


@pytest.mark.parametrize("line", ["Digeo: order parts", "AI: Digeo to order parts"])
def test_a_near_twin_where_a_name_must_stand_is_the_owner_misspelt(notes: Notes, line: str) -> None:
    typed(notes, line)
    rules = {problem["rule"] for problem in problems(notes)}
    assert rules == {"id-missing", "unknown-person"}


def test_comments_and_what_stands_around_stay(notes: Notes) -> None:
    more = "          # about the next\n      - topic: OSG 3.5\n        notes: |\n          - @x: `y`\n        actions:\n        - @Diego call: now  # today\n"
    path = typed(notes, "@Mat order parts  # soon", more=more)
    notes.run("sync")
    text = notes.read(path)
    assert "        task: order parts  # soon\n          # about the next\n      - topic: OSG 3.5\n" in text
    assert "          - @x: `y`\n\n        actions:\n" in text
    assert '          owner: Diego\n          task: "call: now"  # today\n' in text


def test_windows_newlines_stay(notes: Notes) -> None:
    path = notes.write(f"{notes.series}/{DAY}.yaml", f"date: {DAY}\r\nactions:\r\n- @Mat order: parts\r\n")
    notes.run("sync")
    text = notes.read(path)
    assert text.count("\n") == text.count("\r\n") == 5
    assert '  owner: Mat\r\n  task: "order: parts"\r\n' in text


def test_between_brackets_a_text_is_an_action_too(notes: Notes) -> None:
    path = notes.write(
        f"{notes.series}/{DAY}.yaml", f'date: {DAY}\nactions: ["@Mat order parts", {{Diego: call}}]\n'
    )
    assert notes.run("sync").returncode == 0
    assert notes.read(path).count("owner: ") == 2


def test_the_minutes_show_what_was_typed_before_it_is_written_out(notes: Notes) -> None:
    path = typed(notes, "[x] Mat: order parts", "order tea (Diego) (due 2020-11-09)")
    minutes = notes.run("render", path).stdout
    assert "-   AI (Mat): order parts [DONE]\n-   AI (Diego): order tea (due 2020-11-09)\n" in minutes


def test_an_edit_of_another_action_leaves_what_was_typed(notes: Notes) -> None:
    path = typed(notes, "id: k7q2m4\n        owner: Mat\n        task: order parts", "@Diego call: now")
    assert notes.run("done", "k7q2m4").returncode == 0
    assert notes.run("sync").returncode == 0
    assert "owner: Diego" in notes.read(path)


ITEMS = [
    {"task": "order parts"},
    {"task": "call the bank", "due": "2020-12-01"},
    {"task": "call the bank", "due": "2020-10-01"},
    {"task": "order parts: two", "due": "2020-10-01", "status": "done"},
    {"task": "send `x y`, (today)", "status": "dropped", "reason": "dropped"},
    {"task": "read #445", "status": "lapsed"},
]


@pytest.mark.parametrize("owner", ["Mat", "[Mat, Diego]", "unassigned"])
@pytest.mark.parametrize("item", ITEMS)
def test_what_the_minutes_print_for_an_item_is_that_item_when_it_is_typed(
    notes: Notes, owner: str, item: dict[str, str]
) -> None:
    fields = "".join(f"        {key}: {write_text(text, key=key)}\n" for key, text in item.items())
    # A lapse that does not follow from the meetings before would be taken back.
    weeks = ("2020-09-28", "2020-10-05", "2020-10-12")[2 * (item.get("status") == "lapsed") :]
    for day in weeks:
        status = fields if day == weeks[-1] else fields.partition("        status")[0]
        text = f"date: {day}\nactions:\n      - id: k7q2m4\n        owner: {owner}\n        since: {weeks[0]}\n{status}"
        notes.write(f"{notes.series}/{day}.yaml", text)
    notes.run("sync")
    (line,) = (
        line for line in notes.read(notes.minutes(weeks[-1])).splitlines() if line.startswith("-   AI")
    )
    for day in weeks:
        (notes.top / notes.series / f"{day}.yaml").unlink()
    assert written(notes, line.removeprefix("-   ")) == f"        owner: {owner}\n{fields}"
