"""The merge driver stands in the configuration of a clone, and goes again."""

from support.notes import Notes

from minutebook.repository.drivers import drop_drivers, set_drivers


def section(notes: Notes) -> str:
    """Return what git's configuration has about the driver."""
    return notes.git("config", "--local", "--get-regexp", r"^merge\.minutebook\.", code=None).stdout


def test_it_is_set_and_dropped(notes: Notes) -> None:
    set_drivers(notes.top)
    set_drivers(notes.top)
    names = [line.split(" ")[0] for line in section(notes).splitlines()]
    assert names == ["merge.minutebook.name", "merge.minutebook.driver"]
    drop_drivers(notes.top)
    drop_drivers(notes.top)
    assert section(notes) == ""
