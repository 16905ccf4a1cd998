"""`due`: the day by which an action item must be done."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import edit_actions, find_action, revive
from minutebook.commands._option_values import parse_due
from minutebook.commands._options import add_item_option
from minutebook.minutes.markdown import long_date
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import replace_field
from minutebook.source.edits.editor import Editor

_NO_DAY = "none"


def options(parser: ArgumentParser) -> None:
    """Add the options of `due`."""
    add_item_option(parser)
    parser.add_argument(
        "date", nargs="+", metavar="DATE", help="such as 2020-10-26, friday or in two weeks; none for no day"
    )


def run(call: Call) -> int:
    """Write down by which day an action item of the newest meeting must be done."""
    words = " ".join(call.options.date)
    newest, _ = find_action(call, call.options.item)
    day = None if words.casefold() == _NO_DAY else parse_due("the date", words, call.today, newest.day)

    def date(editor: Editor, action: Action) -> None:
        if day or action.due:
            replace_field(editor, action.key_path, "due", str(day) if day else None)
            revive(call, editor, action)

    verb = f"due on {day:%A}, {long_date(day)}" if day else "due on no day"
    return edit_actions(call, [call.options.item], date, verb)
