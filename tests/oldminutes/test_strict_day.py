"""Old minutes rest: what was renamed in them asks nobody, and what comes after them does."""

from support.notes import Notes

OLD = """\
# Team, {day} October 2020

| Count | &Delta; | State |
| ----- | ------- | ----- |
| {count} | {delta} | {label} |
| 3 | +0 | Open |
"""


def old_minutes(notes: Notes) -> list[str]:
    """Write old minutes of two weeks, between which a row was renamed, and return their paths."""
    first = OLD.format(day="5", count=8, delta="", label="Identity").replace("+0", "")
    second = OLD.format(day="12", count=9, delta="+9", label="Access")
    return [notes.write("old/2020-10-05.md", first), notes.write("old/2020-10-12.md", second)]


def test_an_import_rests_and_the_next_meeting_does_not(notes: Notes) -> None:
    paths = old_minutes(notes)
    notes.run("import", *paths, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml").endswith("strict: 2020-10-13\n")
    assert [problem for problem in notes.problems("meetings/shop") if problem["severity"] == "error"] == []
    assert "Access: 9" in notes.read("meetings/shop/2020-10-12.yaml")


def test_a_series_that_is_there_gets_the_day(notes: Notes) -> None:
    notes.write("meetings/shop/series.yaml", "title: Shop  # ours\n")
    first, second = old_minutes(notes)
    notes.run("import", first, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml") == "title: Shop  # ours\nstrict: 2020-10-06\n"
    notes.run("import", second, "--into", "meetings/shop")
    assert notes.read("meetings/shop/series.yaml") == "title: Shop  # ours\nstrict: 2020-10-13\n"
    assert "Access: 9" in notes.read("meetings/shop/2020-10-12.yaml")
