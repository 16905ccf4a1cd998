"""What has one right answer is mended in the files of a series, as problems tell it."""

from collections.abc import Iterable
from datetime import date

from minutebook import rules
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import describe_mends, is_faithful
from minutebook.source.edits.mends import mend as mend_text
from minutebook.source.yaml.decoder import readable_text

_ROUNDS = 20  # a text that changes more often goes in a circle


def mend(notebook: Notebook, days: Iterable[date]) -> Updated:
    """Return a series with series.yaml and the meetings of some days mended, where there is one right answer."""
    texts, changes = {}, []
    for path in (notebook.series_path, *(notebook.days[day] for day in sorted(days))):
        try:
            data = notebook.data(path)
        except Refused:
            continue
        if (text := readable_text(data)) is None:
            continue
        mended, described = _mended(notebook.with_text(path, text), path, text)
        if mended.encode() != data:
            texts[path] = mended
            notebook = notebook.with_text(path, mended)
            is_reencoded = text.encode() != data
            changes += [
                (path, change) for change in (*["mended: the file is UTF-8 now"] * is_reencoded, *described)
            ]
    return Updated(notebook, texts, mended=tuple(changes))


def _mended(notebook: Notebook, path: str, text: str) -> tuple[str, list[str]]:
    """Mend until nothing more can be, and say what was; a mend can bring to light what stood behind it."""
    changes: list[str] = []
    problems, readable = _look(notebook, path)
    for _ in range(_ROUNDS):
        for attempt in (problems, *((problem,) for problem in problems if problem.mend is not None)):
            mended = mend_text(text, attempt)
            mended_notebook = notebook.with_text(path, mended)
            if mended == text:
                continue
            problems_left, still_readable = _look(mended_notebook, path)
            if not readable or (
                still_readable
                and is_faithful(notebook.document(path).data, mended_notebook.document(path).data, attempt)
            ):
                changes += describe_mends(text, attempt)
                notebook, text, problems, readable = mended_notebook, mended, problems_left, still_readable
                break
        else:
            break
    return text, changes


def _look(notebook: Notebook, path: str) -> tuple[tuple[Problem, ...], bool]:
    """Return the problems that have their place in a file, and whether it can be read."""
    day = notebook.day_at(path)
    try:
        if day is None:
            _ = notebook.series
            return (), True
        meeting = notebook.meeting(day)
    except Refused as refused:
        return _placed_in(path, refused.problems), False
    try:
        findings = (*rules.lone_findings(meeting), *rules.historical_findings(meeting, notebook.history))
    except Refused:  # of an earlier meeting, or of series.yaml
        findings = tuple(rules.lone_findings(meeting))
    document = notebook.document(path)
    return tuple(document.problem(finding) for finding in findings), True


def _placed_in(path: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.path == path and problem.is_certain)
