"""Runs of older meetings in which nothing was wrong when they were last examined, nor in their minutes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain

from minutebook.notebook.notebook import Notebook
from minutebook.repository.snapshot import blobs_of

LENGTH = 16
"""Meetings of a run: what is read anew because a run is not full takes no longer than the rest of a hook."""
_RUN, _REST = "clean run", "clean rest"
_HELD, _SKIPPED = b"h", b"s"


class CleanRuns:
    """What is known to be as it must be in a series, so that it need not be examined again.

    A run depends on all that its rules and minutes can look at: on series.yaml, on every meeting up to its last one,
    with its minutes, and on what others have of them. All that is in the digest by which it is kept. On later
    meetings depends only whether a meeting is among the newest, and none of those is in a run. They are the rest,
    which is kept by a digest of the whole series.
    """

    def __init__(self, notebook: Notebook, warned_since: date) -> None:
        self._notebook = notebook
        self._order = [*notebook.days]
        self._older = sum(1 for day in self._order if day < warned_since)
        is_worth_it = len(self._order) > LENGTH and notebook.series_path not in notebook.drafts
        self._store = notebook.reader.store if is_worth_it else None
        self._kept: Mapping[str, bytes] = {}

    def known(self, days: Iterable[date]) -> Mapping[date, bool]:
        """Return those of some days of which nothing is to be told, and whether each was held."""
        if self._store is None:
            return {}
        wanted = set(days)
        self._kept = self._store.get(_RUN, self._digests)
        runs = (
            zip(self._run(number), self._kept[digest], strict=True)
            for number, digest in enumerate(self._digests)
            if digest in self._kept
        )
        rest = self._order[len(self._digests) * LENGTH :]
        pairs = chain(*runs, zip(rest, self._kept_rest or b"", strict=False))
        return {day: state == _HELD[0] for day, state in pairs if day in wanted}

    def keep(self, clean: Mapping[date, bool]) -> None:
        """Keep the runs of which all meetings are `clean`, of each of which is told whether it was held."""
        clean_runs = {}
        for number, digest in enumerate(self._digests if self._store else ()):
            run = self._run(number)
            if digest not in self._kept and all(day in clean for day in run):
                clean_runs[digest] = _encode(run, clean)
        rest = self._order[len(self._digests) * LENGTH :] if self._store else []
        is_rest_clean = all(day in clean for day in rest) and self._kept_rest is None
        if self._store is None or not (clean_runs or is_rest_clean):
            return
        # What was saved by somebody meanwhile may have been read, and is in no digest that was made before.
        states = [*self._meeting_states()]
        for digest in clean_runs.keys() & set(self._run_digests(states)):
            self._store.put(_RUN, digest, clean_runs[digest])
        if is_rest_clean and states == self._states and (key := self._series_digest):
            self._store.put(_REST, key, _encode(rest, clean))

    @cached_property
    def _kept_rest(self) -> bytes | None:
        key = self._series_digest if self._store else None
        return self._store.get(_REST, [key]).get(key) if self._store and key else None

    def _run(self, number: int) -> list[date]:
        return self._order[number * LENGTH : (number + 1) * LENGTH]

    @cached_property
    def _digests(self) -> list[str]:
        return [*self._run_digests(self._states)]

    @cached_property
    def _states(self) -> list[str]:
        return [*self._meeting_states()]

    def _run_digests(self, states: list[str]) -> Iterator[str]:
        """Yield the digest of each full run that has no newest meeting."""
        digest = hashlib.sha256(self._setting.encode("utf-8", "surrogateescape"))
        for start in range(0, min(len(states), self._older) // LENGTH * LENGTH, LENGTH):
            digest.update("".join(states[start : start + LENGTH]).encode("utf-8", "surrogateescape"))
            yield digest.hexdigest()

    @cached_property
    def _series_digest(self) -> str | None:
        if len(self._states) < len(self._order):
            return None
        text = "".join((self._setting, *self._states))
        return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()

    @cached_property
    def _setting(self) -> str:
        """What all meetings of the series depend on."""
        notebook = self._notebook
        (series_blob,) = blobs_of(notebook.snapshot, [notebook.series_path])
        former_blobs = (_committed(former, former.series_path) for former in self._formers)
        return "\0".join((str(series_blob), str(notebook.is_redrawn), *former_blobs, ""))

    @cached_property
    def _formers(self) -> list[Notebook]:
        return [*self._notebook.formers]

    def _meeting_states(self) -> Iterator[str]:
        """Yield what stands in and beside each meeting, up to one of which that can't be said."""
        notebook = self._notebook
        minutes_paths = [*map(notebook.minutes_path, notebook.days)]
        blobs = blobs_of(notebook.snapshot, notebook.days.values())
        minutes_blobs = blobs_of(notebook.snapshot, minutes_paths)
        stated = zip(notebook.days.items(), blobs, minutes_paths, minutes_blobs, strict=True)
        for (day, path), blob, minutes_path, minutes in stated:
            if (
                not blob
                or path in notebook.drafts
                or (not minutes and minutes_path in notebook.snapshot.files)
            ):
                return
            shared = (_committed(former, former.days.get(day)) for former in self._formers)
            former_blobs = ("=" if name.endswith(f" {blob}") else name for name in shared)
            yield "\0".join((path, blob, minutes or "", *former_blobs, ""))


def _encode(days: Iterable[date], held: Mapping[date, bool]) -> bytes:
    return b"".join(_HELD if held[day] else _SKIPPED for day in days)


def _committed(former: Notebook, path: str | None) -> str:
    """Return the kind and the name of a file's content in a commit."""
    file = former.snapshot.files.get(path) if path else None
    return f"{file.mode} {file.oid}" if file else ""
