"""What was written last, remembered inside the git directory; deleting it loses nothing but that."""

import contextlib
import hashlib
from pathlib import Path

FILES, VERSIONS = 200, 8
"""How many files are remembered, and how many texts of each; the oldest go first."""
_BETWEEN = "\0"


class Memory:
    """Texts by the path they were written to."""

    def __init__(self, git_dir: Path) -> None:
        self.folder = git_dir / "minutebook"

    def recall(self, path: str) -> tuple[str, ...]:
        """Return what was last written to a path, newest first."""
        try:
            return tuple(self._file(path).read_bytes().decode().split(_BETWEEN))
        except (OSError, UnicodeDecodeError):
            return ()

    def keep(self, path: str, text: str) -> None:
        """Remember what was written to a path; a git directory that can't be written is no reason to stop."""
        versions = [text, *(old for old in self.recall(path) if old != text)][:VERSIONS]
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            self._file(path).write_bytes(_BETWEEN.join(versions).encode())
            files = sorted(self.folder.iterdir(), key=lambda file: file.stat().st_mtime)
            for file in files[:-FILES]:
                file.unlink()

    def _file(self, path: str) -> Path:
        return self.folder / hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]
