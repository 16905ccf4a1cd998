"""A record in the three versions that are merged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.merge.conflicts import Conflict
from minutebook.merge.lines import first_line, lines_of, merge_comments
from minutebook.merge.record import Record
from minutebook.merge.sequences import changed_version


@dataclass(frozen=True, slots=True)
class Versions:
    """A record as the base, ours and theirs have it, None where one has none."""

    base: Record | None
    ours: Record | None
    theirs: Record | None

    def __iter__(self) -> Iterator[Record | None]:
        return iter((self.base, self.ours, self.theirs))

    @property
    def is_removed(self) -> bool:
        """Whether one version has removed it from what the base has."""
        return self.base is not None and (self.ours is None or self.theirs is None)

    @property
    def header(self) -> Record:
        """The record whose first line stands before what is merged below it, with the comments of both versions."""
        base, *present = (
            [version.comment.strip()] if version and version.comment else [] for version in self
        )
        comment = "".join(f"  {text}" for text in merge_comments(base, *present))
        record = self.ours or self.theirs or self.base
        if record is None:
            raise ValueError("there is no version of it")
        return record if record.comment.strip() == comment.strip() else replace(record, comment=comment)

    @property
    def holds_records(self) -> bool:
        """Whether it is a key with records in it, each of which can be removed by itself."""
        return all(version.strategy == "records" and not version.is_item for version in self if version)

    @property
    def is_settled(self) -> bool:
        """Whether at most one version has changed it."""
        return self._changed_version is not None

    @property
    def changed(self) -> Record | None:
        """What stands of a settled record: the version that has changed it, ours where both are the same."""
        return self.ours if self._changed_version == 1 else self.theirs

    @property
    def _changed_version(self) -> int | None:
        return changed_version(*(version and version.meaning for version in self))

    def conflict(self, name: str) -> Conflict:
        """Return all versions as a conflict."""
        base, ours, theirs = (tuple(lines_of(version)) if version else () for version in self)
        return Conflict(ours, base, theirs, name)

    def first_lines(self, our_line: str, their_line: str, name: str) -> Conflict:
        """Return two versions of a line as a conflict."""
        return Conflict((our_line,), (first_line(self.base),) if self.base else (), (their_line,), name)
