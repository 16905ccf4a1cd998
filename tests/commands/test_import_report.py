"""What an import says: what reads differently, what it wrote, and what to type next."""

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.notes import Notes

INTO = ("--into", "meetings/shop")
HEAD = "Present: Ada, Ben\n\n## Talk\n\n"


@pytest.fixture
def old(notes: "Notes") -> list[str]:
    """Return two weeks of minutes by hand."""
    texts = {"01": "- AI (Ben): renew the certificate\n", "08": "Nothing new.\n"}
    return [
        notes.write(f"old/2026-06-{day}.md", f"# Shop, {int(day)} June 2026\n\n{HEAD}{text}")
        for day, text in texts.items()
    ]


def test_it_says_how_much_it_imported(notes: "Notes", old: list[str]) -> None:
    done = notes.run("import", *old, *INTO)
    assert "2 meetings imported; what reads differently, by kind:" in done.stderr


def test_the_report_has_a_form_for_scripts(notes: "Notes", old: list[str]) -> None:
    told = json.loads(notes.run("import", *old, *INTO, "--format", "json").stdout)
    assert {"path": old[0], "line": 7, "kind": "item lapsed"}.items() <= told[1].items()


def test_a_new_series_ends_with_what_to_do_next(notes: "Notes", old: list[str]) -> None:
    said = notes.run("import", old[0], *INTO).stderr
    assert said.endswith(
        "Look through meetings/shop/series.yaml: its people and schedule are what was found in the old minutes. "
        "Their days follow no rule: write one as `schedule`, or `minutebook new` takes today.\n"
        "Then type:\n"
        "    git add meetings/shop\n"
    )
    assert "Look through" not in notes.run("import", *old, *INTO).stderr


def test_the_days_on_which_a_schedule_was_not_kept_are_told(notes: "Notes") -> None:
    days = ["2026-01-21", "2026-02-18", "2026-03-18", "2026-04-16", "2026-05-20", "2026-06-17"]
    paths = [notes.write(f"old/{day}.md", "All is well.\n") for day in days]
    said = notes.run("import", *paths, *INTO).stderr
    assert "held by FREQ=MONTHLY;BYDAY=3WE from 2026-01-21 on, but for 1 of 6 meetings: 2026-04-16.\n" in said


def test_a_dry_run_says_not_what_to_do_next(notes: "Notes", old: list[str]) -> None:
    assert "Look through" not in notes.run("import", *old, *INTO, "--dry-run").stderr


def test_colours_come_where_they_are_wanted(notes: "Notes", old: list[str]) -> None:
    path = notes.write("old/talk.md", "no day\n")
    said = notes.run("import", *old, path, *INTO, "--color", "always", "--dry-run").stdout
    assert "\x1b[1mold/2026-06-01.md:7\x1b[0m: \x1b[33mitem lapsed\x1b[0m: " in said
    assert "\x1b[1mold/talk.md:1\x1b[0m: \x1b[31mstopped\x1b[0m: " in said


def test_a_dry_run_names_the_files_that_would_be_written(notes: "Notes", old: list[str]) -> None:
    would = notes.run("import", *old, *INTO, "--dry-run").stderr
    wrote = notes.run("import", *old, *INTO).stderr
    named = [line.removeprefix("wrote ") for line in wrote.splitlines() if line.startswith("wrote ")]
    assert len(named) == 6
    assert [line for line in would.splitlines() if line.startswith("would ")] == [
        f"would write {path}" for path in named
    ]
