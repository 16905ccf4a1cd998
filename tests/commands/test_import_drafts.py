"""`init` and `import` in either order: a draft that nobody has written into gives way to old minutes."""

import json
import shutil

import pytest
from support.notes import Notes
from support.setups import SOURCE

OLD = {
    "2026-05-18": "Present: Ada, Ben\n\n## Talk\n\nAll was new.\n",
    "2026-05-25": "Present: Ada, Ben\n\n## Talk\n\nAll was old.\n",
    "2026-06-01": "Present: Ada, Ben\n\n## Talk\n\nAll was well.\n\n- AI (Ben): renew the certificate\n",
    "2026-06-08": "Present: Ada, Cy\n\n## Talk\n\n- AI (Ben): renew the certificate\n- AI (Ada): buy a fan\n",
}
INTO = "meetings/shop"
DRAFT = f"{INTO}/2026-06-15.yaml"


def set_up(notes: Notes, *words: str, day: str = "2026-06-15") -> None:
    """Set a series up as the README does, in the place of the one that is there."""
    shutil.rmtree(notes.top / notes.series)
    done = notes.run("init", INTO, "--title", "Shop", *words, "--date", day, *SOURCE)
    assert done.returncode == 0, done.stderr


def import_old(notes: Notes, *words: str) -> str:
    """Import the old minutes, and return what is said on standard error."""
    paths = [notes.write(f"old/{day}.md", f"# Shop, {day}\n\n{text}") for day, text in OLD.items()]
    done = notes.run("import", *paths, "--into", INTO, *words)
    assert done.returncode == 0, done.stderr
    return done.stderr


def statuses(notes: Notes) -> dict[str, str]:
    """Return the status of each action item by its words."""
    lines = notes.run("actions", "--format", "json").stdout
    return {entry["task"]: entry["status"] for entry in json.loads(lines)}


@pytest.mark.parametrize("people", ["", "Ada, Cy"])
@pytest.mark.parametrize("schedule", ["", "every Monday"])
def test_a_draft_is_begun_anew_from_old_minutes(notes: Notes, people: str, schedule: str) -> None:
    set_up(notes, "--schedule", schedule, "--people", people)
    said = import_old(notes)
    assert f"{DRAFT} was begun anew from the old minutes" in said
    assert statuses(notes) == {"renew the certificate": "open", "buy a fan": "open"}
    draft = notes.read(DRAFT)
    assert "status: draft\n" in draft
    assert draft.count("since: ") == 2
    assert "Announcements" not in draft
    series = notes.read(f"{INTO}/series.yaml")
    assert all(f"  {name}: {{}}\n" in series for name in ("Ada", "Ben", "Cy"))
    assert 'rule: "FREQ=WEEKLY;BYDAY=MO"' in series
    assert notes.run("sync").returncode == 0
    assert notes.problems() == []


def test_the_title_and_comments_of_a_series_stay(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "Ada")
    path = f"{INTO}/series.yaml"
    notes.write(path, notes.read(path).replace("  Ada: {}\n", "  Ada: {}  # she takes minutes\n"))
    import_old(notes)
    series = notes.read(path)
    assert "title: Shop\n" in series
    assert "  Ada: {}  # she takes minutes\n" in series
    assert "# meetings that an action item may pass untouched" in series


def test_what_is_missing_in_a_series_is_filled_in(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "")
    notes.write(f"{INTO}/series.yaml", "lapse: 8\n")
    import_old(notes)
    series = notes.read(f"{INTO}/series.yaml")
    assert series.startswith("title: Shop\nschedule:\n")
    assert "lapse: 8\n" in series


def test_an_old_meeting_takes_the_place_of_a_draft_of_its_day(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "", day="2026-06-08")
    said = import_old(notes)
    assert f"{INTO}/2026-06-08.yaml gave way to the old minutes" in said
    assert "buy a fan" in notes.read(f"{INTO}/2026-06-08.yaml")


def test_a_draft_before_the_newest_old_meeting_goes(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "", day="2026-06-05")
    notes.run("sync")
    said = import_old(notes)
    assert f"{INTO}/2026-06-05.yaml gave way to the old minutes" in said
    assert not (notes.top / INTO / "2026-06-05.yaml").exists()
    assert not (notes.top / INTO / "2026-06-05.md").exists()
    assert notes.problems() == []


def test_a_dry_run_leaves_the_draft(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "")
    before = notes.read(DRAFT)
    said = import_old(notes, "--dry-run")
    assert f"would update {DRAFT}" in said
    assert f"{DRAFT} would be begun anew from the old minutes" in said
    assert notes.read(DRAFT) == before


@pytest.mark.parametrize(
    "typed",
    [
        "attending: [Ada]",
        "notes: |\n  Ada was late.",
        "counters: {calls: 1}",
        "table: {id: jira, columns: [Open], rows: {New: 2}}",
        "actions:\n  - Ada: mend the door",
    ],
)
def test_a_draft_with_something_in_it_stays_and_nothing_lapses_for_it(notes: Notes, typed: str) -> None:
    set_up(notes, "--schedule", "", "--people", "")
    notes.write(DRAFT, f"title: Shop\ndate: 2026-06-15\nstatus: draft\n{typed}\n")
    import_old(notes)
    assert typed in notes.read(DRAFT)
    assert notes.run("sync").returncode == 0
    assert statuses(notes) | {"mend the door": "open"} == {
        "renew the certificate": "open",
        "buy a fan": "open",
        "mend the door": "open",
    }
    assert [problem for problem in notes.problems() if problem["severity"] == "error"] == []


def test_a_later_import_renews_the_next_draft_again(notes: Notes) -> None:
    set_up(notes, "--schedule", "", "--people", "", day="2026-06-22")
    import_old(notes)
    late = notes.write("old/2026-06-15.md", "# Shop, 2026-06-15\n\n## Talk\n\n- AI (Cy): paint the wall\n")
    assert notes.run("import", late, "--into", INTO).returncode == 0
    assert "paint the wall" in notes.read(f"{INTO}/2026-06-22.yaml")
    assert notes.run("sync").returncode == 0
    assert [problem for problem in notes.problems() if problem["severity"] == "error"] == []
