"""A draft in the editor of the user, and what is missing in it once that closes."""

import signal
import subprocess
from contextlib import closing

from minutebook.commands._call import Call
from minutebook.commands._parser import make_parser
from minutebook.commands._registry import load_command
from minutebook.notebook.examination import examine
from minutebook.records.draft_gaps import gaps_of
from minutebook.records.problem import UsageError

_SYNC = "minutebook sync"
_QUESTION = f"Write the minutes now, with `{_SYNC}`? [Y/n, or c to commit them, too]"
_YES = ("", "y", "yes")
_COMMIT = ("c", "commit")


def edit_draft(call: Call, editor: str, path: str) -> int:
    """Open a meeting in an editor, say what is wrong or missing when it closes, and offer to sync."""
    file = call.repository.top / path
    if code := _run(editor, str(file)):
        raise UsageError(f"'{editor}' ended with {code}; fill in {call.shown(path)} in another editor")
    with closing(_renewed(call)) as edited:
        code = _report(edited, path)
    answer = call.console.ask(_QUESTION).casefold() if not code and call.console.asks_again else "no"
    if answer not in {*_YES, *_COMMIT}:
        call.console.say(f"Then type: {_SYNC}")
        return code
    with closing(_renewed(call, "sync", *(["--commit"] if answer in _COMMIT else []))) as synced:
        return load_command("sync").run(synced)


def _run(editor: str, file: str) -> int:
    """Run an editor as git does it (launch_specified_editor in editor.c), and return its exit code."""
    # What is set as an editor may have options.
    process = subprocess.Popen(["sh", "-c", f'{editor} "$@"', editor, file])
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the editor
    try:
        return process.wait()
    finally:
        signal.signal(signal.SIGINT, handler)


def _renewed(call: Call, *words: str) -> Call:
    """Return a call that reads the files as they are now."""
    options = make_parser(words).parse_args(words) if words else call.options
    return Call(options, call.console, call.start, call.today)


def _report(call: Call, path: str) -> int:
    """Say what is wrong in a meeting, but for what `sync` mends itself, and what is not filled in yet."""
    for notebook in call.notebooks():
        if day := notebook.day_at(path):
            problems = [problem for problem in examine(notebook, [day]).problems if problem.path == path]
            code = call.report(problem for problem in problems if not problem.is_for_sync)
            meeting = None if code else notebook.meeting(day)
            if meeting and (gaps := gaps_of(meeting)):
                call.console.say(f"not filled in yet: {', '.join(gaps)}")
            if meeting and meeting.status == "draft":
                call.console.say("When it is complete, delete `status: draft`.")
            return code
    call.console.say(f"{call.shown(path)} is gone")
    return 0
