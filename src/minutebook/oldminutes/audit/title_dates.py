"""The date in a title against that in the file's path."""

from collections.abc import Iterator

from minutebook.oldminutes.audit.audit_faults import Fault
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.handwritten.file_dates import day_of_path


def check_title_date(file: MinutesFile) -> Iterator[Fault]:
    """Yield the date of a title that contradicts the path of the file, which wins."""
    dates, day = file.minutes.title_dates, day_of_path(file.path)
    if not dates or day is None or any(day in written.days for written in dates):
        return
    yield Fault(file.path, dates[0].line, "title-date", "title", dates[0].text, str(day))
