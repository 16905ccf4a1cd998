"""The first two files of a series as text: its `series.yaml`, and the draft of its first meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from minutebook.records.dated import always
from minutebook.records.file_kinds import SERIES
from minutebook.records.filenames import meeting_path
from minutebook.records.fixed_words import ENGLISH
from minutebook.records.problem import KeyPath
from minutebook.records.roster import lone_first_names, untitled
from minutebook.records.series import Person, ScheduleRule, Series, empty_text
from minutebook.source.draft import draft
from minutebook.source.write import editors_line, write_series

_ABOUT = "# What new meetings start with: the title, the schedule, and the people with their other names."
_SIDE_COMMENTS: dict[KeyPath, str] = {
    # Behind a text, what a formatter leaves of the spaces before a `#` would make it part of the text.
    ("lapse",): "  # meetings that an action item may pass untouched; 0 is never\n"
    "# What the minutes say of a section with nothing in it:",
}


@dataclass(frozen=True, slots=True)
class NewSeries:
    """A series to set up; `rule` is "" if it has no schedule."""

    folder: PurePosixPath
    title: str
    rule: str
    people: tuple[str, ...]
    first_day: date

    @property
    def series_path(self) -> str:
        """The path of its series.yaml."""
        return str(self.folder / SERIES)

    @property
    def meeting_path(self) -> str:
        """The path of its first meeting."""
        return meeting_path(self.folder, self.first_day)

    @property
    def series_text(self) -> str:
        """The text of its series.yaml."""
        series = Series(
            self.series_path,
            always(self.title),
            # Every second Monday is counted from the first meeting.
            schedule=(ScheduleRule((self.rule,), self.first_day),) if self.rule else (),
            roster=tuple(_people(self.people)),
            empty=always(empty_text(ENGLISH, [self.rule] if self.rule else ())),
        )
        return write_series(series, editors_line(self.folder, "series"), _ABOUT, side_comments=_SIDE_COMMENTS)

    @property
    def meeting_text(self) -> str:
        """The text of its first meeting, a draft."""
        comment = editors_line(self.folder, "meeting")
        return draft(self.first_day, [{"title": self.title}], comment=comment, header={}, people=self.people)


def _people(names: Sequence[str]) -> Iterator[Person]:
    """Yield people, each with the first name as an alias by which nobody else is called."""
    first_names = lone_first_names(names)
    for name in names:
        first_name = untitled(name).split()[0]
        is_alias = name != first_name and first_name in first_names and first_name.isalpha()
        yield Person(name, aliases=(first_name,) if is_alias else ())
