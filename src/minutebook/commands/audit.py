"""`audit`: the faults of arithmetic and of memory in minutes that were written by hand."""

import os
from collections.abc import Iterator
from pathlib import Path

from minutebook.audit.auditing import audit, paper
from minutebook.audit.values import Paper
from minutebook.commands.call import Call
from minutebook.problem import UsageError
from minutebook.reports import audited
from minutebook.repository.objects import MOST


def run(call: Call) -> int:
    """Print every fault of the files, as a table with a summary or as JSON."""
    papers = tuple(paper(path, _text(path)) for path in _once(call.options.files))
    for said in _remarks(papers):
        call.console.say(said)
    result = audit(papers)
    if call.console.form == "json":
        call.console.data(audited.as_json(result.faults))
    else:
        parts = (audited.table(result.faults), audited.summary(result, len(papers)))
        call.console.data("\n\n".join(part for part in parts if part))
    return int(bool(result.faults))


def _once(paths: list[str]) -> Iterator[str]:
    """Yield each path, but a file that is named twice only once."""
    seen = set()
    for path in paths:
        if (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            yield path


def _text(path: str) -> str:
    try:
        data = _bytes(path)
    except OSError as error:
        raise UsageError(f"'{path}' can't be read: {error.strerror or error}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"'{path}' is no text in UTF-8: byte {error.start + 1} can't be read") from None
    if "\0" in text:
        raise UsageError(f"'{path}' is no text: it has a NUL character")
    return text


def _bytes(path: str) -> bytes:
    file = Path(path)
    if file.is_dir():
        raise UsageError(f"'{path}' is a folder; name the files in it, such as {path.rstrip('/')}/*.md")
    if not file.exists():
        raise UsageError(f"there is no file '{path}'")
    if not file.is_file() or file.stat().st_size > MOST:
        raise UsageError(f"'{path}' is no file of minutes: those are plain files of at most 8 MiB")
    return file.read_bytes()


def _remarks(papers: tuple[Paper, ...]) -> Iterator[str]:
    """Tell which files have no day, and which have one together."""
    for one in papers:
        if one.day is None:
            yield f"{one.path}: no date in its name or title: only its totals and names are checked"
    for day in sorted({one.day for one in papers if one.day}):
        same = [one.path for one in papers if one.day == day]
        if len(same) > 1:
            yield f"{day}: {len(same)} files have this date ({', '.join(same)}); later ones are measured against {same[0]}"
