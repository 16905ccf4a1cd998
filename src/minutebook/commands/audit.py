"""`audit`: the faults of arithmetic and of memory in minutes that were written by hand."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.commands._old_minutes import find_files, read_guessed, read_text
from minutebook.commands._options import add_format_option, add_old_minutes_option
from minutebook.oldminutes import report
from minutebook.oldminutes.audit import audit_files
from minutebook.oldminutes.old_files import OldFiles


def options(parser: ArgumentParser) -> None:
    """Add the options of `audit`."""
    parser.description = (
        "Reads minutes in Markdown, in the order of their dates, and finds deltas, totals and counters that are "
        "wrong, titles with another date than the file's name, names that are probably misspelt, and action items "
        "that the next minutes neither repeat nor close. Needs no notes repository and writes nothing. Takes what "
        "it doesn't understand for prose."
    )
    add_old_minutes_option(parser)
    add_format_option(parser, "how the faults are shown")


def run(call: Call) -> int:
    """Print every fault of the files, as a table with a summary or as JSON."""
    files = find_files(call.options.files)
    paths = list[str]()
    for path in files:
        text, guessed_line = read_guessed(path)
        if text.strip():
            paths.append(path)
        if guessed_line:
            call.console.say(f"{path}:{guessed_line}: this is not UTF-8; it was read as Windows-1252")
    result = audit_files(paths, OldFiles(read_text), lambda files: call.console.counted(files, "files"))
    # Measured against nothing, all that was open would have vanished.
    for path in sorted(set(files) - set(paths)):
        call.console.say(f"{path}: there is nothing in it; it was left out")
    for path, message in result.undated:
        call.console.say(f"{path}: {message}: only its totals and names are checked")
    for line in report.copy_lines(result.copies):
        call.console.say(line)
    for day, twins in result.twins:
        twin_names = f"{len(twins)} files have this date ({', '.join(twins)})"
        call.console.say(f"{day}: {twin_names}; later minutes are compared with {twins[0]}")
    if call.console.form == "json":
        call.console.data(report.audit_json(result.faults))
    else:
        shown_texts = (
            report.audit_table(result.faults, call.console.screen),
            report.audit_summary(result, len(paths) - len(result.copies)),
        )
        call.console.data("\n\n".join(filter(None, shown_texts)))
    return int(bool(result.faults))
