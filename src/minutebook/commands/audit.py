"""`audit`: the faults of arithmetic and of memory in minutes that were written by hand."""

from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence

from minutebook.commands._call import Call
from minutebook.commands._old_minutes import find_files, missing_date, read_text
from minutebook.commands._options import FORMATS_OF_DATA, add_old_minutes_option
from minutebook.oldminutes.audit import report
from minutebook.oldminutes.audit.audit import audit_files
from minutebook.oldminutes.audit.minutes_file import MinutesFile, read_minutes_file


def options(parser: ArgumentParser) -> None:
    """Add the options of `audit`."""
    parser.description = (
        "Reads minutes in Markdown, in the order of their dates, and finds deltas, totals and counters that are "
        "wrong, titles with another date than the file's name, names that are probably misspelt, and action items "
        "that the next minutes neither repeat nor close. Needs no notes repository and writes nothing. Takes what "
        "it doesn't understand for prose."
    )
    add_old_minutes_option(parser)
    parser.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how the faults are shown")


def run(call: Call) -> int:
    """Print every fault of the files, as a table with a summary or as JSON."""
    texts = {path: read_text(path) for path in find_files(call.options.files)}
    files = tuple(read_minutes_file(path, text) for path, text in texts.items() if text.strip())
    for remark in (*_empty_files(texts), *_undated_files(files), *_same_days(files)):
        call.console.say(remark)
    result = audit_files(files)
    if call.console.form == "json":
        call.console.data(report.format_json(result.faults))
    else:
        shown_texts = (report.format_table(result.faults), report.format_summary(result, len(files)))
        call.console.data("\n\n".join(filter(None, shown_texts)))
    return int(bool(result.faults))


def _empty_files(texts: Mapping[str, str]) -> Iterator[str]:
    """Say which files were left out: measured against nothing, all that was open would have vanished."""
    for path, text in texts.items():
        if not text.strip():
            yield f"{path}: there is nothing in it; it was left out"


def _undated_files(files: Sequence[MinutesFile]) -> Iterator[str]:
    for file in files:
        if file.day is None:
            yield f"{file.path}: {missing_date(file).message}: only its totals and names are checked"


def _same_days(files: Sequence[MinutesFile]) -> Iterator[str]:
    """Say which files have one day together."""
    for day in sorted({file.day for file in files if file.day}):
        paths = [file.path for file in files if file.day == day]
        if len(paths) > 1:
            yield f"{day}: {len(paths)} files have this date ({', '.join(paths)}); later minutes are compared with {paths[0]}"
