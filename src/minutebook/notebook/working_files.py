"""The files on disk that may be written: what they hold, as bytes and as text with plain newlines."""

from minutebook.disk.files import irregular
from minutebook.notebook.generated import plain_text
from minutebook.notebook.reader import refuse_irregular, refuse_unreadable
from minutebook.repository.checkout import Checkout
from minutebook.repository.objects import MOST


def read_working_file(repository: Checkout, path: str) -> bytes | None:
    """Return what a file on disk holds, None where there is none; raises Refused for what is no regular file."""
    file = repository.top / path
    try:
        if instead := irregular(file):
            refuse_irregular(path, instead)
        if file.stat().st_size > MOST:
            refuse_irregular(path, "far too large for minutes")
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        refuse_unreadable(path, error)


def to_bytes(text: str | None, disk: bytes | None) -> bytes | None:
    """Return a text in the kind of newlines that the file on disk has."""
    if text is None:
        return None
    plain = text.replace("\r\n", "\n")
    return (plain.replace("\n", "\r\n") if disk and b"\r\n" in disk else plain).encode()


def holds_text(disk: bytes | None, text: str) -> bool:
    """Whether a file on disk has a text, in whatever newlines."""
    return plain_text(disk) == text.replace("\r\n", "\n")
