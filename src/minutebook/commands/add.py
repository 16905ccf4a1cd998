"""`add`: one action item into the newest meeting."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from minutebook.actions.grammar import TypedAction, parse
from minutebook.actions.ids import make_id
from minutebook.commands._action_edit import Newest, newest_meetings, write
from minutebook.commands._call import Call
from minutebook.commands._option_values import one_line
from minutebook.commands._series import find_series, only_series
from minutebook.notebook.edits import ids_around
from minutebook.records.likeness import twin
from minutebook.records.problem import UsageError
from minutebook.records.roster import UNASSIGNED, Roster, plain_name
from minutebook.source.edits.actions import FALLBACK, add_item


def options(parser: ArgumentParser) -> None:
    """Add the options of `add`."""
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help="who and what, in any of the usual ways to write it"
    )
    parser.add_argument(
        "--section", metavar="TITLE", help="its section; by default the last one with action items"
    )
    parser.add_argument(
        "--series", metavar="SERIES", help="the folder of the series; needed if there are several"
    )


def run(call: Call) -> int:
    """Add an item in any of the syntaxes that people use."""
    line = one_line("an action item", " ".join(call.options.text))
    typed = parse(line)
    if typed is None:
        raise UsageError(f"who shall do what? Write it as `Mat: update the firewall rules`, not '{line}'")
    newest = _newest(call)
    write(call, newest.path, _added(call, newest, typed))
    return 0


def _newest(call: Call) -> Newest:
    meetings = list(newest_meetings(call))
    if call.options.series is not None:
        path = find_series(call, call.options.series).path
        meetings = [newest for newest in meetings if newest.notebook.path == path]
    if not meetings:
        raise UsageError("there is no meeting to add it to; `minutebook new` starts one")
    only_series([newest.notebook for newest in meetings], "name one with --series")
    return meetings[0]


def _added(call: Call, newest: Newest, typed: TypedAction) -> str:
    meeting = newest.notebook.meeting(newest.day)
    roster = Roster(newest.notebook.series.roster)
    owners = [roster.canonical(owner) or owner for owner in typed.owners] or [UNASSIGNED]
    _refuse_strangers(roster, owners, {*meeting.attending, *meeting.absent, *meeting.guests})
    taken = set(ids_around(newest.notebook, newest.day))
    made = make_id(str(newest.notebook.path), newest.day, owners, typed.task, taken)
    owner = owners if len(owners) > 1 else owners[0]
    item = {"id": made, "owner": owner, "task": typed.task}
    editor = newest.editor()
    add_item(editor, _titles(newest, call.options.section), None, item)
    text = editor.result()
    call.console.say(f"{made}: {', '.join(owners)}: {typed.task}")
    return text


def _refuse_strangers(roster: Roster, owners: list[str], here: set[str]) -> None:
    for owner in owners if roster else ():
        if not roster.canonical(owner) and owner not in {UNASSIGNED, *map(plain_name, here)}:
            near = roster.nearest(owner)
            meant = f"; did you mean {near}?" if near else ""
            raise UsageError(f"'{owner}' is not in the roster{meant}")


def _titles(newest: Newest, wanted: str | None) -> tuple[str, ...]:
    """Return the titles above the section that is asked for, else those of the last with action items."""
    data = newest.notebook.document(newest.path).data
    paths = list(_paths(data, ()))
    if wanted is None:
        with_items = [path for path, has_items in paths if has_items]
        return with_items[-1] if with_items else () if data.get("actions") else (FALLBACK,)
    parts = tuple(part.strip() for part in wanted.split("/"))
    found = [path for path, _ in paths if path[-1] == wanted.strip() or path[-len(parts) :] == parts]
    if len(found) > 1:  # the whole path names one of them
        found = [path for path in found if path == parts] or found
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"'{' / '.join(path)}'" for path in found)
        raise UsageError(f"several sections are called '{wanted}'; name one of: {choices}")
    near = twin(wanted, sorted({path[-1] for path, _ in paths}))
    raise UsageError(f"there is no section '{wanted}'{f'; did you mean {near}?' if near else ''}")


def _paths(data: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the titles that lead to each section, and whether it has action items."""
    for section in data.get("sections") or ():
        if "title" in section:
            path = (*above, section["title"])
            yield path, bool(section.get("actions"))
            yield from _paths(section, path)
        else:  # it adds no heading
            yield from _paths(section, above)
