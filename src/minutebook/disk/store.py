"""Bytes that can be worked out anew, kept in a file that several processes may use at once."""

import contextlib
import json
import os
import zlib
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_BYTES = 256 * 1024 * 1024
"""How large the file may grow; then it begins anew."""
MOST_UNWRITTEN = 4096
"""Values that are held in memory at most until they are written."""
_UNUSED = timedelta(days=30)
"""After how long the values of a program that nobody runs any more go."""
_PATIENCE = 0.2
"""Seconds for which another process may hold the file; it has it for thousandths."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS program (name TEXT PRIMARY KEY, used TEXT)",
    "CREATE TABLE IF NOT EXISTS entry (program TEXT, topic TEXT, key TEXT, checksum INTEGER, value BLOB, "
    "PRIMARY KEY (program, topic, key)) WITHOUT ROWID",
)
_FIND = (
    "SELECT key, checksum, value FROM entry WHERE program = ? AND topic = ? "
    "AND key IN (SELECT value FROM json_each(?))"
)
T = TypeVar("T")


class Store:
    """Values by their topic and key, as one `program` has written them; those of others are not seen.

    It may be deleted at any moment. Whatever goes wrong with the file, it has nothing and keeps nothing; a file that
    is damaged is deleted.
    """

    def __init__(self, file: Path, program: str | Callable[[], str]) -> None:
        self._file, self._name = file, program
        self._unwritten: dict[tuple[str, str], bytes] = {}
        self._is_off, self._process = False, os.getpid()

    def __enter__(self) -> "Store":
        return self

    @cached_property
    def _program(self) -> str:
        # Working the name out takes longer than many a command that keeps nothing.
        return self._name if isinstance(self._name, str) else self._name()

    def __exit__(self, *_error: object) -> None:
        self.close()

    def get(self, topic: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values that are there, with those that were put in and are not written yet."""
        key_set = set(keys)
        unwritten = {key: self._unwritten[topic, key] for key in key_set if (topic, key) in self._unwritten}
        arguments = (self._program, topic, json.dumps([*key_set - unwritten.keys()]))
        rows = self._try(lambda connection: connection.execute(_FIND, arguments).fetchall()) or []
        if not all(_is_whole(topic, *row) for row in rows):
            self._discard()
            return unwritten
        return {key: value for key, _checksum, value in rows} | unwritten

    def put(self, topic: str, key: str, value: bytes) -> None:
        """Keep a value, in the place of what has its key; it is written when the store is closed, or there are many."""
        self._unwritten[topic, key] = value
        if len(self._unwritten) >= MOST_UNWRITTEN:
            self._flush()

    def close(self) -> None:
        """Write what is new, and let the file go."""
        self._flush()
        self._disconnect()

    def _flush(self) -> None:
        if self._unwritten:
            self._try(self._write)
            self._unwritten.clear()

    def _write(self, connection: "Connection") -> None:
        today = date.today()
        rows = [
            (self._program, topic, key, _checksum(topic, key, value), value)
            for (topic, key), value in self._unwritten.items()
        ]
        with connection:
            connection.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO program VALUES (?, ?)", (self._program, str(today)))
            if connection.execute("DELETE FROM program WHERE used < ?", (str(today - _UNUSED),)).rowcount:
                connection.execute("DELETE FROM entry WHERE program NOT IN (SELECT name FROM program)")
        if self._file.stat().st_size > MOST_BYTES:
            self._discard()

    def _try(self, use: "Callable[[Connection], T]") -> T | None:
        """Return what comes of a use of the file, None where it can't be used."""
        # A connection must not be used in a copy of the process that has opened it (sqlite.org/howtocorrupt.html).
        if self._is_off or os.getpid() != self._process:
            return None
        try:
            import sqlite3
        except ImportError:  # Python can be built without it
            self._is_off = True
            return None
        try:
            return use(self._connection)
        except (sqlite3.DatabaseError, OSError, UnicodeDecodeError) as error:
            # What is locked, read-only, or on a full disk is left alone; a table of another layout is as good as damaged.
            code = getattr(error, "sqlite_errorcode", None)
            self._is_off = True
            if not isinstance(error, (sqlite3.OperationalError, OSError)) or code == sqlite3.SQLITE_ERROR:
                self._discard()
        return None

    @cached_property
    def _connection(self) -> "Connection":
        import sqlite3

        self._file.parent.mkdir(exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=_PATIENCE)
        try:
            # What a power cut spoils is found by the checksums.
            connection.execute("PRAGMA synchronous = OFF")
            for table in _TABLES:
                connection.execute(table)
        except (sqlite3.Error, UnicodeDecodeError):  # its message can quote what is damaged
            connection.close()
            raise
        return connection

    def _disconnect(self) -> None:
        connection = self.__dict__.pop("_connection", None)
        if connection:
            connection.close()

    def _discard(self) -> None:
        """Delete the file, and what an interrupted change of it has left, which would be done to the next one."""
        self._is_off = True
        self._disconnect()
        for file in (self._file.with_name(f"{self._file.name}-journal"), self._file):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)


def _checksum(topic: str, key: str, value: bytes) -> int:
    return zlib.crc32(value, zlib.crc32(f"{topic} {key}".encode()))


def _is_whole(topic: str, key: object, checksum: object, value: object) -> bool:
    """Whether a value is the one that was kept: SQLite itself does not look (sqlite.org/howtocorrupt.html)."""
    return isinstance(key, str) and isinstance(value, bytes) and checksum == _checksum(topic, key, value)
