"""What may be written: hand edits and half-staged files are not run over."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook.disk.files import CHANGED, Change, NotWritten, apply, unified_diff
from minutebook.disk.leftovers import remove_leftovers
from minutebook.minutes.index import former_lines
from minutebook.notebook import protection
from minutebook.notebook.generated import GeneratedFile, is_generated, plain_text
from minutebook.notebook.last_writes import LastWrites
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.working_files import holds_text, read_working_file, to_bytes
from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.repository.checkout import Checkout
from minutebook.source.yaml.decoder import CONFLICT_MARK

if TYPE_CHECKING:
    from minutebook.notebook.former_texts import FormerTexts


@dataclass(frozen=True, slots=True)
class Write:
    """A file that will be written, or deleted where its text is None."""

    path: str
    text: str | None
    change: Change
    source: str

    @property
    def generated(self) -> bool:
        """Whether the file is made from another one."""
        return self.source != self.path

    def diff(self) -> str:
        """Return what will change as a unified diff."""
        return unified_diff(self.path, (self.change.original or b"").decode("utf-8", "replace"), self.text)


@dataclass(frozen=True, slots=True)
class Plan:
    """What sync does with a series; `files` are all that it is about, whether they change or not."""

    writes: tuple[Write, ...]
    problems: tuple[Problem, ...]
    unstaged: tuple[str, ...]
    files: frozenset[str]


class Planner:
    """Decides what is written of a series, file by file; `problems` and `unstaged` grow as files are decided."""

    def __init__(
        self, repository: Checkout, notebook: Notebook, last_writes: LastWrites, *, staged: bool
    ) -> None:
        self.repository, self.notebook = repository, notebook
        self.last_writes, self.staged = last_writes, staged
        self.problems: list[Problem] = []
        self.unstaged: list[str] = []

    def plan(
        self, notes: Mapping[str, str], expected: Collection[GeneratedFile], current: Collection[str] = ()
    ) -> Plan:
        """Decide what is written, what is protected, and what is written but not staged.

        `notes` are the new texts of meetings, `expected` the generated files but for those that are `current`.
        """
        writes = tuple(
            self.writes((*(GeneratedFile(path, text, path) for path, text in notes.items()), *expected))
        )
        # The index is made from all meetings, also from those that have no minutes.
        sources = (
            *self.notebook.days.values(),
            self.notebook.series_path,
            *(file.source for file in expected),
        )
        generated = {*current, *(file.path for file in expected)}
        files = {*notes, *sources, *generated} if generated else set(notes)
        # A file that was not written is left out, too: once it is staged it would count as one that git has.
        files -= {problem.path for problem in self.problems if problem.severity == "error"}
        return Plan(writes, tuple(self.problems), tuple(self.unstaged), frozenset(files))

    def writes(self, files: Iterable[GeneratedFile]) -> Iterator[Write]:
        """Yield those of some files, notes or generated, that are to be written."""
        for file in files:
            decide = self._notes if file.source == file.path else self._generated
            try:
                change = decide(file)
            except Refused as refused:
                self.problems.extend(refused.problems)
                continue
            if change:
                yield Write(file.path, file.text, change, file.source)

    def _notes(self, file: GeneratedFile) -> Change | None:
        """Write a meeting's new text, or report that it is written and not staged."""
        disk = read_working_file(self.repository, file.path)
        if holds_text(disk, file.text or ""):
            if self.staged:
                self._report_unstaged(file)
            return None
        # An editor may have saved it while the others were read and checked.
        if disk is not None and not self.notebook.snapshot.is_as_read(file.path, disk):
            raise NotWritten(CHANGED.format(self.repository.top / file.path))
        return self._change(file, disk)

    def _generated(self, file: GeneratedFile) -> Change | None:
        staged = plain_text(self.notebook.generated(file.path)) if self.staged else None
        if self.staged and staged == file.text:
            return None
        disk = read_working_file(self.repository, file.path)
        if self.staged and self._is_settled(file, staged, disk):
            return None
        # What a sparse checkout leaves out is as the index has it.
        current = self.notebook.generated(file.path) if disk is None and not self.staged else disk
        if plain_text(current) == file.text:
            return None
        if lines := self._unknown_lines(file, disk):
            self.problems.append(protection.hand_edited(file, lines))
            return None
        if replaced := self._replaced_lines(file, disk):
            self.problems.append(protection.hand_edit_replaced(file, replaced))
        return self._change(file, disk)

    def _is_settled(self, file: GeneratedFile, staged: str | None, disk: bytes | None) -> bool:
        """Report a file that a hook must not write: it is current but not staged, or has changes that are not."""
        text = plain_text(disk)
        if text == file.text:
            self._report_unstaged(file)
            return True
        if text not in {staged, *self.last_writes.recall(file.path)}:
            file_in_snapshot = self.notebook.snapshot.files.get(file.path)
            in_conflict = file_in_snapshot is not None and file_in_snapshot.conflict
            self.problems.append(protection.half_staged(file, in_conflict=in_conflict))
            return True
        return False

    def _report_unstaged(self, file: GeneratedFile) -> None:
        self.unstaged.append(file.path)
        self.problems.append(protection.not_staged(file))

    def _change(self, file: GeneratedFile, disk: bytes | None) -> Change:
        return Change(self.repository.top / file.path, disk, to_bytes(file.text, disk))

    def _unknown_lines(self, file: GeneratedFile, disk: bytes | None) -> tuple[tuple[int, str], ...]:
        """Return the lines on disk that neither minutebook wrote nor git has."""
        text = plain_text(disk)
        if text is None:
            return ()
        versions = [file.text or "", *self.last_writes.recall(file.path)]
        if not hand_typed_lines(text, versions) or self.last_writes.has(text):
            return ()
        if disk and is_generated(disk):
            path = self._former_texts.path_of(file.path, disk)
            versions += [plain_text(version) or "" for version in self.repository.known_versions(path)]
        else:  # somebody's own file, even if git has it
            versions += self._former_texts.of_last_notes(file.path)
        return hand_typed_lines(text, versions)

    def _replaced_lines(self, file: GeneratedFile, disk: bytes | None) -> tuple[tuple[int, str], ...]:
        """Return the lines on disk that git has and that minutebook did not write."""
        text = plain_text(disk) or ""
        versions = [file.text or "", *self.last_writes.recall(file.path)]
        if file.path == self.notebook.index_path:
            versions.append(former_lines(text, file.text or ""))
        lines = hand_typed_lines(text, versions)
        if not lines or self.last_writes.has(text):
            return ()
        path = self._former_texts.path_of(file.path, disk or b"")
        versions += self._former_texts.of_last_notes(path)
        lines = hand_typed_lines(text, versions)
        if lines and text == plain_text(next(self.repository.known_versions(path), None)):
            lines = hand_typed_lines(text, [*versions, *self._former_texts.of_last_commit(path)])
        return lines

    @cached_property
    def _former_texts(self) -> "FormerTexts":
        from minutebook.notebook.former_texts import FormerTexts

        return FormerTexts(self.repository, self.notebook)


def can_write(repository: Checkout, notebook: Notebook, path: str, text: str, *, staged: bool) -> bool:
    """Whether a meeting's new text can be written: in a hook, only over what is staged, or if it stands there."""
    try:
        disk = read_working_file(repository, path)
    except Refused:
        return False
    return not staged or holds_text(disk, text) or plain_text(disk) == plain_text(notebook.snapshot.get(path))


def tidy(top: Path, plans: Collection[Plan]) -> None:
    """Remove what runs that were killed have left in the folders of some series in which nothing is to be written."""
    folders = {write.path.rpartition("/")[0] for plan in plans for write in plan.writes}
    for folder in {path.rpartition("/")[0] for plan in plans for path in plan.files} - folders:
        remove_leftovers(top / folder)


def carry_out(writes: Iterable[Write], last_writes: LastWrites) -> tuple[Path, ...]:
    """Write files, all or none, and return those that somebody saved in between, which are left alone.

    They are asked for one by one, and the generated ones are remembered.
    """
    saved = apply(_remembered(writes, last_writes))
    last_writes.prune()
    return saved


def _remembered(writes: Iterable[Write], last_writes: LastWrites) -> Iterator[Change]:
    # A text that is remembered and then can't be written does no harm: nobody has typed it.
    for write in writes:
        if write.generated:
            last_writes.keep(write.path, write.text or "")
        yield write.change


def hand_typed_lines(text: str, versions: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return the lines of a text, with their numbers from 1, that stand in none of the versions that were written."""
    written_lines = {line.rstrip() for version in versions for line in version.split("\n")}
    numbered = enumerate(text.split("\n"), start=1)
    return tuple(
        (number, line)
        for number, line in numbered
        if line.strip() and line.rstrip() not in written_lines and not CONFLICT_MARK.match(line)
    )
