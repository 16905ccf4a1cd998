"""What was written last, remembered inside the git directory; deleting it loses nothing but that."""

import contextlib
import hashlib
from pathlib import Path

MOST = 200
"""Files that are remembered; the oldest go first."""


class Memory:
    """Texts by the path they were written to."""

    def __init__(self, git_dir: Path) -> None:
        self.folder = git_dir / "minutebook"

    def recall(self, path: str) -> str | None:
        """Return what was last written to a path."""
        try:
            return self._file(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, path: str, text: str) -> None:
        """Remember what was written to a path; a git directory that can't be written is no reason to stop."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            self._file(path).write_text(text, encoding="utf-8", newline="")
            files = sorted(self.folder.iterdir(), key=lambda file: file.stat().st_mtime)
            for file in files[:-MOST]:
                file.unlink()

    def _file(self, path: str) -> Path:
        return self.folder / hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]
