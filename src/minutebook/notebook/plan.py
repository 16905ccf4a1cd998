"""What may be written: hand edits and half-staged files are not run over."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from minutebook.disk.files import Change, apply, irregular, unified_diff
from minutebook.notebook.generated import Generated, is_generated, text_of
from minutebook.notebook.handedits import foreign_lines
from minutebook.notebook.memory import Memory
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.reader import refuse_irregular, refuse_unreadable
from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused
from minutebook.repository import Checkout, RepositoryError


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


def plan(
    repository: Checkout,
    notebook: Notebook,
    notes: Mapping[str, str],
    expected: Iterable[Generated],
    memory: Memory,
    *,
    staged: bool,
) -> Plan:
    """Decide what is written, what is protected, and what is written but not staged.

    `notes` are the new texts of meetings, `expected` the generated files.
    """
    planner = Planner(repository, notebook, memory, staged=staged)
    expected = tuple(expected)
    writes = tuple(
        planner.writes((*(Generated(path, text, path) for path, text in notes.items()), *expected))
    )
    # The index is made from all meetings, also from those that have no minutes.
    made_from = (*notebook.days.values(), *(file.source for file in expected))
    files = {*notes, *made_from, *(file.path for file in expected)} if expected else set(notes)
    # What was left alone is left out, too: once it is staged it would count as given to git.
    files -= {problem.path for problem in planner.problems if problem.severity == "error"}
    return Plan(writes, tuple(planner.problems), tuple(planner.unstaged), frozenset(files))


class Planner:
    """Decides about one file after the other; `problems` and `unstaged` tell of those that were seen."""

    def __init__(self, repository: Checkout, notebook: Notebook, memory: Memory, *, staged: bool) -> None:
        self.repository, self.notebook, self.memory, self.staged = repository, notebook, memory, staged
        self.problems: list[Problem] = []
        self.unstaged: list[str] = []

    def writes(self, files: Iterable[Generated]) -> Iterator[Write]:
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

    def _generated(self, file: Generated) -> Change | None:
        staged = _text(self.notebook.generated(file.path)) if self.staged else None
        if self.staged and staged == file.text:
            return None
        disk = _read(self.repository, file.path)
        if self.staged and self._done_in_index(file, staged, disk):
            return None
        # What a sparse checkout leaves out is as the index has it.
        now = self.notebook.generated(file.path) if disk is None and not self.staged else disk
        if _text(now) == file.text:
            return None
        foreign = self._foreign(file, disk)
        if foreign:
            self.problems.append(_hand_edited(file, foreign))
            return None
        self.problems.extend(self._replaced(file, disk))
        return Change(self.repository.top / file.path, disk, _bytes(file.text, disk))

    def _notes(self, file: Generated) -> Change | None:
        """Write a meeting's new text, or say that it is written and not staged."""
        disk = _read(self.repository, file.path)
        if _same(disk, file.text or ""):
            self.unstaged.append(file.path)
            self.problems.append(_not_staged(file))
            return None
        return Change(self.repository.top / file.path, disk, _bytes(file.text, disk))

    def _done_in_index(self, file: Generated, staged: str | None, disk: bytes | None) -> bool:
        if _text(disk) == file.text:
            self.unstaged.append(file.path)
            self.problems.append(_not_staged(file))
            return True
        if _text(disk) not in {staged, *self.memory.recall(file.path)}:
            self.problems.append(_differs(file))
            return True
        return False

    def _foreign(self, file: Generated, disk: bytes | None) -> tuple[tuple[int, str], ...]:
        text = _text(disk)
        if text is None:
            return ()
        known = [file.text or "", *self.memory.recall(file.path)]
        if not foreign_lines(text, known):
            return ()
        if is_generated(disk or b""):
            known += [_text(version) or "" for version in self.repository.known_versions(file.path)]
        else:  # somebody's own file, even if git has it
            known += self._as_committed(file)
        return foreign_lines(text, known)

    def _replaced(self, file: Generated, disk: bytes | None) -> list[Problem]:
        """Return the warning for hand edits that git has already, which are replaced."""
        text = _text(disk)
        known = [file.text or "", *self.memory.recall(file.path)]
        if text is None or not foreign_lines(text, known):
            return []
        lines = foreign_lines(text, [*known, *self._as_committed(file)])
        return [_replaced(file, lines)] if lines else []

    def _as_committed(self, file: Generated) -> list[str]:
        """Return what minutebook writes for the last commit's notes."""
        try:
            return [text_of(self._committed, file.path) or ""] if self._committed else []
        except (Refused, RepositoryError):
            return []

    @cached_property
    def _committed(self) -> Notebook | None:
        """The series as the last commit has it."""
        found = notebooks(self.repository.commit("HEAD")) if self.repository.has_commits else ()
        return next((notebook for notebook in found if notebook.path == self.notebook.path), None)


def carry_out(writes: Iterable[Write], memory: Memory) -> None:
    """Write files, all or none, and remember the generated ones; they are asked for one by one."""
    apply(_remembered(writes, memory))
    memory.prune()


def _remembered(writes: Iterable[Write], memory: Memory) -> Iterator[Change]:
    # A text that is remembered and then can't be written does no harm: nobody has typed it.
    for write in writes:
        if write.generated:
            memory.keep(write.path, write.text or "")
        yield write.change


def can_write(repository: Checkout, notebook: Notebook, path: str, text: str, *, staged: bool) -> bool:
    """Whether a meeting's new text may be written: in a hook, only over what is staged, or if it stands there."""
    try:
        disk = _read(repository, path)
    except Refused:
        return False
    return not staged or _same(disk, text) or _text(disk) == _text(notebook.snapshot.get(path))


def _same(disk: bytes | None, text: str) -> bool:
    return _text(disk) == text.replace("\r\n", "\n")


def _read(repository: Checkout, path: str) -> bytes | None:
    """Return what a file on disk holds, None where there is none; raises Refused for what is no regular file."""
    try:
        if instead := irregular(repository.top / path):
            refuse_irregular(path, instead)
        return (repository.top / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        refuse_unreadable(path, error)


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace").replace("\r\n", "\n")


def _bytes(text: str | None, disk: bytes | None) -> bytes | None:
    """Return a text in the kind of newlines that the file on disk has."""
    if text is None:
        return None
    plain = text.replace("\r\n", "\n")
    return (plain.replace("\n", "\r\n") if disk and b"\r\n" in disk else plain).encode()


def _hand_edited(file: Generated, lines: Sequence[tuple[int, str]]) -> Problem:
    number, _line = lines[0]
    source = PurePosixPath(file.source).name
    message = f"{_count(lines)} written by hand here and would be lost; this file was left alone"
    hint = f"Put into {source} what shall stay, delete it here, and type: minutebook sync\n{_quoted(lines)}"
    return Problem(file.path, Location(number, 1), "hand-edited", message, hint)


def _replaced(file: Generated, lines: Sequence[tuple[int, str]]) -> Problem:
    number, _line = lines[0]
    source = PurePosixPath(file.source).name
    message = (
        f"{_count(lines)} written by hand here and given to git; {source} does not say so, and it is replaced"
    )
    # All of them: what was only staged stands nowhere else that people look at.
    hint = f"If it shall stay, put it into {source}:\n{_quoted(lines, len(lines))}"
    return Problem(file.path, Location(number, 1), "hand-edit-replaced", message, hint, severity="warning")


def _count(lines: Sequence[tuple[int, str]]) -> str:
    return "a line was" if len(lines) == 1 else f"{len(lines)} lines were"


_SHOWN = 20


def _quoted(lines: Sequence[tuple[int, str]], most: int = _SHOWN) -> str:
    shown = [f"  {number}: {line.strip()}" for number, line in lines[:most]]
    return "\n".join([*shown, *([f"  and {len(lines) - most} more"] if len(lines) > most else [])])


def _not_staged(file: Generated) -> Problem:
    message = f"the {'deletion of this file' if file.text is None else 'current file'} is not staged"
    hint = f"Type: {shlex.join(['git', 'add', file.path])}"
    return Problem(file.path, Location(1, 1, 0), "not-staged", message, hint)


def _differs(file: Generated) -> Problem:
    message = "it is not current, and it has changes that are not staged; it was left alone"
    command = shlex.join(["git", "restore", file.path])
    hint = f"Put what you typed there into the YAML file, then type: {command}"
    return Problem(file.path, Location(1, 1, 0), "not-staged", message, hint)
