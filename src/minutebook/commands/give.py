"""`give`: an action item has another owner."""

from argparse import ArgumentParser

from minutebook.actions.known_people import people_of
from minutebook.commands._call import Call
from minutebook.commands._meeting_edit import edit_actions, find_action, revive
from minutebook.commands._option_values import one_line
from minutebook.commands._options import add_item_option
from minutebook.commands._owners import known_owners, mention_departed
from minutebook.records.meeting import Action
from minutebook.source.edits.actions import replace_field
from minutebook.source.edits.editor import Editor
from minutebook.source.yaml.plain_values import one_or_more


def options(parser: ArgumentParser) -> None:
    """Add the options of `give`."""
    add_item_option(parser)
    parser.add_argument(
        "owner", nargs="+", metavar="OWNER", help="who has it from now on, several with commas between"
    )


def run(call: Call) -> int:
    """Write down who has an action item of the newest meeting from now on."""
    names = one_line("the owner", " ".join(call.options.owner))
    newest, _ = find_action(call, call.options.item)
    people = people_of(newest.notebook.history, newest.notebook.meeting(newest.day))
    owners = known_owners(newest.notebook, newest.day, people.split(names))

    def give(editor: Editor, action: Action) -> None:
        replace_field(editor, action.key_path, "owner", one_or_more(owners))
        revive(call, editor, action)

    code = edit_actions(call, [call.options.item], give, f"given to {' and '.join(owners)}")
    mention_departed(call, newest.notebook, newest.day, owners)
    return code
