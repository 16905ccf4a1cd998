"""`audit`: the faults of arithmetic and of memory in minutes that were written by hand."""

from argparse import ArgumentParser
from collections.abc import Iterator, Mapping

from minutebook.commands import _old_minutes
from minutebook.commands._call import Call
from minutebook.commands._options import FORMATS_OF_DATA, add_old_minutes_option
from minutebook.oldminutes.audit import report
from minutebook.oldminutes.audit.audit import audit_files
from minutebook.oldminutes.audit.minutes_file import MinutesFile, read_minutes_file


def options(parser: ArgumentParser) -> None:
    """Add the options of `audit`."""
    parser.description = (
        "Reads minutes in Markdown, in the order of their dates, and finds deltas, totals and counters that are "
        "wrong, titles with another date than the file's name, likely slips in the names of those present, and "
        "action items that the next minutes neither repeat nor close. Needs no notes repository and writes "
        "nothing. What it doesn't understand it takes for prose"
    )
    add_old_minutes_option(parser)
    parser.add_argument("--format", choices=FORMATS_OF_DATA, default="text", help="how the faults are shown")


def run(call: Call) -> int:
    """Print every fault of the files, as a table with a summary or as JSON."""
    texts = {path: _old_minutes.text(path) for path in _old_minutes.files(call.options.files)}
    read = tuple(read_minutes_file(path, text) for path, text in texts.items() if text.strip())
    for said in (*_blank(texts), *_remarks(read)):
        call.console.say(said)
    result = audit_files(read)
    if call.console.form == "json":
        call.console.data(report.format_json(result.faults))
    else:
        parts = (report.format_table(result.faults), report.format_summary(result, len(read)))
        call.console.data("\n\n".join(part for part in parts if part))
    return int(bool(result.faults))


def _blank(texts: Mapping[str, str]) -> Iterator[str]:
    """Tell which files were left out: measured against nothing, all that was open would have vanished."""
    for path, text in texts.items():
        if not text.strip():
            yield f"{path}: there is nothing in it; it was left out"


def _remarks(read: tuple[MinutesFile, ...]) -> Iterator[str]:
    """Tell which files have no day, and which have one together."""
    for one in read:
        if one.day is None:
            why = _old_minutes.undated(one)
            yield f"{one.path}: {why.message}: only its totals and names are checked"
    for day in sorted({one.day for one in read if one.day}):
        same = [one.path for one in read if one.day == day]
        if len(same) > 1:
            yield f"{day}: {len(same)} files have this date ({', '.join(same)}); later ones are measured against {same[0]}"
