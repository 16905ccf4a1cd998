"""The date in a title against that in the file's name."""

from collections.abc import Iterator

from minutebook.oldminutes.audit.values import Fault, Paper


def titles(paper: Paper, *, named: bool) -> Iterator[Fault]:
    """Yield the date of a title that contradicts the name of the file, which wins."""
    found = paper.minutes.titled
    if not named or not found or paper.day is None or any(paper.day in one.days for one in found):
        return
    yield Fault(paper.path, found[0].line, "title-date", "title", found[0].text, str(paper.day))
