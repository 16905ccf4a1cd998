"""`setup-git`: tells git in this clone how meetings and their minutes are merged."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.repository.drivers import drop_drivers, set_drivers


def options(parser: ArgumentParser) -> None:
    """Add the options of `setup-git`."""
    parser.description = (
        "Sets the merge driver of meetings in the git configuration of this clone, for all its worktrees. "
        "Which files it is for stands in .gitattributes. Without minutebook at hand git merges them as text."
    )
    parser.add_argument("--undo", action="store_true", help="take it out again")


def run(call: Call) -> int:
    """Set or drop what git needs to know."""
    if call.options.undo:
        drop_drivers(call.start)
        call.console.say("git merges meetings as text again in this clone")
        return 0
    set_drivers(call.start)
    call.console.say(
        "git merges meetings by meaning in this clone; `minutebook setup-git --undo` takes that back"
    )
    return 0
