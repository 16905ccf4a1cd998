"""`add`: one action item into the newest meeting."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from minutebook.actions.carry import filed_actions
from minutebook.actions.endings import split_ending
from minutebook.actions.grammar import TypedAction, parse
from minutebook.actions.identity import former_of
from minutebook.actions.ids import make_id
from minutebook.actions.known_people import KnownPeople, people_of
from minutebook.actions.quick import SectionNames
from minutebook.actions.standings import short_form
from minutebook.actions.unread_days import split_spoken_day
from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import NewestMeeting, write_meeting
from minutebook.commands._option_values import one_line, parse_due
from minutebook.commands._options import SERIES_HELP
from minutebook.commands._owners import known_owners, mention_departed, where_to_add
from minutebook.commands._series import no_meeting, only_series, series_meant
from minutebook.notebook.edits import former_fields, ids_around
from minutebook.records.likeness import suggestion
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import UsageError
from minutebook.records.roster import UNASSIGNED
from minutebook.source.edits.actions import add_action, default_titles
from minutebook.source.yaml.plain_values import one_or_more, typed_fields
from minutebook.source.yaml.scalars import ACTION_KEYS


def options(parser: ArgumentParser) -> None:
    """Add the options of `add`."""
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help="who and what, in any of the usual ways to write it"
    )
    parser.add_argument("--due", metavar="DATE", help="the day by which it must be done")
    parser.add_argument(
        "--section", metavar="TITLE", help="its section; by default the last one with action items"
    )
    parser.add_argument("--series", metavar="SERIES", help=SERIES_HELP)


def run(call: Call) -> int:
    """Add an action item in any of the syntaxes that people use."""
    line = one_line("an action item", " ".join(call.options.text))
    newest = _newest_meeting(call)
    due = parse_due("--due", call.options.due, call.today, newest.day) if call.options.due else None
    action = _with_spoken_day(_parse(newest, line), max(call.today, newest.day))
    owners = known_owners(newest.notebook, newest.day, action.owners)
    identifier, former = _identify(newest, owners, action.task)
    fields = {**former, **typed_fields(replace(action, due=due or action.due))}
    ordered = {key: fields[key] for key in ACTION_KEYS if key in fields}
    entry = {"id": identifier, "owner": one_or_more(owners), **ordered}
    editor = newest.editor()
    add_action(editor, _section_titles(newest, call.options.section), None, entry)
    text = editor.result()
    write_meeting(call, newest.path, text)
    action_text = short_form(action.task, due or action.due, action.status)
    section = _section_of(newest.notebook.with_text(newest.path, text).meeting(newest.day), identifier)
    call.console.say(f"{identifier}: {', '.join(owners)}: {action_text}{section and f', in {section!r}'}")
    mention_departed(call, newest.notebook, newest.day, owners)
    return 0


def _section_of(meeting: Meeting, identifier: str) -> str:
    """Return the titles that lead to the section of an action item, nothing where it stands in none."""
    titles = (filed.titles for filed in filed_actions(meeting) if filed.action.id == identifier)
    return " / ".join(next(titles, ()))


def _with_spoken_day(action: TypedAction, day: date) -> TypedAction:
    """Return an action with the day that the end of its task says in words, such as `by friday`, seen from another day.

    In a meeting that is still to come it is the one after that meeting, as it is in its file.
    """
    spoken = split_spoken_day(action.task, day) if action.due is None else None
    return replace(action, task=spoken[0], due=spoken[1]) if spoken else action


def _identify(newest: NewestMeeting, owners: Sequence[str], task: str) -> tuple[str, dict[str, str]]:
    """Return the id of an action item, and what it says already if it was not carried yet."""
    notebook, meeting = newest.notebook, newest.notebook.meeting(newest.day)
    former = former_of(notebook.history, meeting, Action((), None, tuple(owners), task))
    if former and not former.stands_here:
        return former.id, former_fields(notebook, newest.day, former)
    return make_id(str(notebook.path), newest.day, owners, task, set(ids_around(notebook, newest.day))), {}


def _newest_meeting(call: Call) -> NewestMeeting:
    notebooks = call.notebooks()
    series = series_meant(call, notebooks, call.options.series)
    if series is None:
        started = [notebook for notebook in notebooks if notebook.held_days]
        series = only_series(started or notebooks, "name one with --series")
    if not series.held_days:
        raise no_meeting(call, series)
    return NewestMeeting(series, series.held_days[-1])


def _parse(newest: NewestMeeting, line: str) -> TypedAction:
    """Return the action of a line; raises UsageError where it does not say who must do what."""
    history = newest.notebook.history
    roster = history.roster
    people = people_of(history, newest.notebook.meeting(newest.day))
    action = parse(line, people) or _of_stranger(line, people)
    if action and action.stranger and not action.owners and not roster:
        action = parse(line)  # where there is no roster anybody can own it
    task = split_ending(action.task.removeprefix(action.stranger))[0] if action else ""
    if action is None or not any(map(str.isalnum, task)):
        is_task = action is None and not line.rstrip().endswith(":")
        unowned = f"; if nobody has it yet, `{UNASSIGNED}: {line}`" if is_task else ""
        raise UsageError(
            f"write who will do what, such as `Mat: update the firewall rules`, not '{line}'{unowned}"
        )
    if action.stranger and not action.owners:
        near = suggestion(roster.candidates(action.stranger))
        line_to_write = f"{UNASSIGNED}: {short_form(action.task, action.due, action.status)}"
        ways = (where_to_add(action.stranger), f"if it is nobody, write `{line_to_write}`")
        instead = "".join(f"; {way}" for way in ways if way)
        raise UsageError(f"'{action.stranger}' is not in the roster{near or instead}")
    return action


def _of_stranger(line: str, people: KnownPeople) -> TypedAction | None:
    """Return the action of a line such as `Zoe to call Ann`, where nobody knows Zoe."""
    action = parse(f"AI: {line}", people)  # behind a mark people are named whom nobody knows
    is_strange = action and action.owners and not people.are_known(action.owners)
    return TypedAction((), line, stranger=action.owners[0]) if action and is_strange else None


def _section_titles(newest: NewestMeeting, name: str | None) -> tuple[str, ...]:
    """Return the titles that lead to the section of a name, else to the last one with action items."""
    if name is None:
        return default_titles(newest.notebook.document(newest.path).data)
    meeting = newest.notebook.meeting(newest.day)
    names = SectionNames(meeting.root)
    matches = names.called(name)
    if len(matches) > 1:
        choices = ", ".join(f"'{' / '.join(titles)}'" for titles in matches)
        raise UsageError(f"several sections are called '{name}'; name one of: {choices}")
    if not matches:
        titles = ", ".join(section.title for section in meeting.sections if section.title)
        there_are = f"; choose from: {titles}" if titles else ""
        raise UsageError(f"there is no section '{name}'{suggestion(names.nearest(name)) or there_are}")
    return matches[0]
