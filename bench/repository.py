"""A repository with a series made from a seed, a commit a meeting."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import sample_meetings
from programs import Minutebook, environment

TEAM = "meetings/team"
_MADE = "made"
"""The tag of the commit from which everything that is measured starts."""


class Repository:
    """A repository with one series, and what is done to it before something is measured."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.head = self.git("rev-parse", _MADE).strip()
        self.restore()
        self.notes = sorted(path for path in (top / TEAM).glob("*.yaml") if path.stem != "series")
        self._edits = 0

    @property
    def newest(self) -> Path:
        """The file of the newest meeting."""
        return self.notes[-1]

    def git(self, *arguments: str) -> str:
        """Run git here and return what it prints."""
        return _git(self.top, *arguments)

    def edit(self) -> None:
        """Change a count of the newest meeting to one that it never had, and stage it with its minutes."""
        self._edits += 1
        text = self.newest.read_text(encoding="utf-8")
        label, _, _ = text.partition("        Selected: ")[0].rpartition("Open: ")
        rest = text[len(label) :].partition("\n")[2]
        self.newest.write_text(f"{label}Open: {1000 + self._edits}\n{rest}", encoding="utf-8")
        self.stage()

    def edit_draft(self) -> None:
        """Write something into the meeting that was begun last which it never had."""
        self._edits += 1
        with max((self.top / TEAM).glob("[0-9]*.yaml")).open("a", encoding="utf-8") as draft:
            draft.write(f"# Edit {self._edits}\n")

    def stage(self) -> None:
        """Stage the newest meeting and its minutes."""
        self.git("add", str(self.newest), str(self.newest.with_suffix(".md")))

    def stage_other_file(self) -> None:
        """Stage nothing but a file outside of the series."""
        self.git("reset", "-q", "--hard")
        (self.top / "code.py").write_text("print(1)\n", encoding="utf-8")
        self.git("add", "code.py")

    def restore(self) -> None:
        """Take back all that was done here."""
        self.git("reset", "-q", "--hard", self.head)
        self.git("clean", "-fdq")

    def forget(self) -> None:
        """Delete what minutebook keeps inside the git directory."""
        for name in ("minutebook", "minutebook-cache"):
            shutil.rmtree(self.top / ".git" / name, ignore_errors=True)


def make_repository(folder: Path, count: int, seed: int, minutebook: Minutebook) -> Repository:
    """Return a repository with so many meetings; one that was made before is brought up to date."""
    recipe = Path(sample_meetings.__file__).read_bytes() + Path(__file__).read_bytes()
    top = folder / f"{count}-{seed}-{hashlib.sha256(recipe).hexdigest()[:8]}"
    if not (top / ".git" / "refs" / "tags" / _MADE).is_file():
        _make(top, count, seed, minutebook)
        _git(top, "tag", _MADE)
    repository = Repository(top)
    minutebook.run(top, "sync")
    if repository.git("status", "--porcelain"):  # another version draws them otherwise
        repository.git("add", "--all")
        repository.git("commit", "-qm", "Draw the minutes anew")
        repository.git("tag", "--force", _MADE)
        return Repository(top)
    return repository


def make_empty(top: Path) -> Path:
    """Make a repository anew, with a series that has not met yet, and return where it is."""
    shutil.rmtree(top, ignore_errors=True)
    (top / TEAM).mkdir(parents=True)
    (top / TEAM / "series.yaml").write_text(sample_meetings.SERIES, encoding="utf-8")
    _git(top, "init", "-q", "-b", "main")
    return top


def _make(top: Path, count: int, seed: int, minutebook: Minutebook) -> None:
    series, days = make_empty(top) / TEAM, []
    for day, text in sample_meetings.texts(count, seed):
        (series / f"{day}.yaml").write_text(text, encoding="utf-8")
        days.append(day)
    minutebook.run(top, "sync")
    fast_import = ["git", "fast-import", "--quiet"]
    with subprocess.Popen(fast_import, cwd=top, stdin=subprocess.PIPE, env=environment()) as git:
        # Piece by piece, for what this process has held counts as the memory of all that it starts.
        if git.stdin:
            git.stdin.writelines(_commits(series, days))
    if git.returncode:
        raise subprocess.CalledProcessError(git.returncode, fast_import)
    _git(top, "reset", "-q")


def _commits(series: Path, days: list[date]) -> Iterator[bytes]:
    """Yield a commit for each meeting, and one for the index, which would fill gigabytes if each had its own."""
    yield from _commit("Begin the series", series, ["series.yaml"])
    for day in days:
        yield from _commit(f"Minutes of {day}", series, [f"{day}.yaml", f"{day}.md"])
    yield from _commit("Write the index", series, ["README.md"])


def _commit(message: str, series: Path, names: list[str]) -> Iterator[bytes]:
    yield b"commit refs/heads/main\ncommitter Bench <bench@example.org> 1700000000 +0000\n"
    yield _data(message.encode())
    for name in names:
        yield f"M 100644 inline {TEAM}/{name}\n".encode() + _data((series / name).read_bytes())


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, env=environment(), capture_output=True, text=True
    )
    return done.stdout
