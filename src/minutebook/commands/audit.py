"""`audit`: the faults of arithmetic and of memory in minutes that were written by hand."""

from collections.abc import Iterator

from minutebook.audit.auditing import audit, paper
from minutebook.audit.values import Paper
from minutebook.commands import papers
from minutebook.commands.call import Call
from minutebook.reports import audited


def run(call: Call) -> int:
    """Print every fault of the files, as a table with a summary or as JSON."""
    read = tuple(paper(path, papers.text(path)) for path in papers.once(call.options.files))
    for said in _remarks(read):
        call.console.say(said)
    result = audit(read)
    if call.console.form == "json":
        call.console.data(audited.as_json(result.faults))
    else:
        parts = (audited.table(result.faults), audited.summary(result, len(read)))
        call.console.data("\n\n".join(part for part in parts if part))
    return int(bool(result.faults))


def _remarks(read: tuple[Paper, ...]) -> Iterator[str]:
    """Tell which files have no day, and which have one together."""
    for one in read:
        if one.day is None:
            yield f"{one.path}: no date in its name or title: only its totals and names are checked"
    for day in sorted({one.day for one in read if one.day}):
        same = [one.path for one in read if one.day == day]
        if len(same) > 1:
            yield f"{day}: {len(same)} files have this date ({', '.join(same)}); later ones are measured against {same[0]}"
