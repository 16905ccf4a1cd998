"""`setup-git`: tells git in this clone how meetings are merged, and how their diffs read."""

from argparse import ArgumentParser
from collections.abc import Iterator

from minutebook.commands._call import Call
from minutebook.notebook.series_files import series_files
from minutebook.repository.drivers import drop_drivers, is_driven, set_drivers, write_filters


def options(parser: ArgumentParser) -> None:
    """Add the options of `setup-git`."""
    parser.description = (
        "Sets the drivers by which git merges meetings and shows their diffs, in the configuration of this clone, for "
        "all its worktrees. Which files they are for stands in .gitattributes. Without minutebook at hand git merges them as text."
    )
    parser.add_argument("--undo", action="store_true", help="take it out again")


def run(call: Call) -> int:
    """Set or drop what git needs to know."""
    if call.options.undo:
        drop_drivers(call.start)
        call.console.say("git merges meetings as text again in this clone")
        return 0
    set_drivers(call.start)
    write_filters(call.start)  # for `log`
    if undriven := [path for path in _newest_meetings(call) if not is_driven(call.start, path)]:
        call.console.say(
            f"git still merges meetings such as {call.shown(undriven[0])} as text in this clone, because "
            ".gitattributes does not name minutebook for them; to write that, type: minutebook init"
        )
        return 0
    call.console.say(
        "git merges meetings by meaning in this clone, and its diffs name the section; "
        "`minutebook setup-git --undo` takes that back"
    )
    return 0


def _newest_meetings(call: Call) -> Iterator[str]:
    """Yield the newest meeting of each series."""
    for files in series_files(tuple(call.repository.working_tree().files)):
        if files.days:
            yield files.days[max(files.days)]
