"""What is known of meetings in which nothing was wrong is asked again where anything has changed on which it depends."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from support.series import SERIES, minutes_of, path_of, snapshot_of

from minutebook.disk.store import Store
from minutebook.notebook import cache, clean_runs
from minutebook.notebook.clean_runs import CleanRuns
from minutebook.notebook.examination import examine, judge
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.scope import Scope
from minutebook.repository.snapshot import Files, Snapshot, blobs_of

DAYS = [date(2020, 10, day) for day in (5, 12, 19, 26)]
SERIES_TEXT = "title: Team\nroster: {Mat: {}}\n"
HASTY, PATIENT = f"{SERIES_TEXT}lapse: 1\n", f"{SERIES_TEXT}lapse: 4\n"
TABLE = "date: %s\nsections: [{title: JIRA, table: {id: jira, columns: [Open], rows: {New: %d}}}]\n"
ACTION = "date: %s\nactions: [{id: k7q2m4, owner: Mat, task: order parts}]\n"
STRANGER = "date: %s\nattending: [Zoe]\n"
Texts = dict[str, str]


def texts_of(meeting: str, series: str = SERIES_TEXT, days: Iterable[date] = DAYS) -> Texts:
    """Return a series in which all meetings say the same, but for a count, with what is generated from it."""
    written = {SERIES: series}
    for number, day in enumerate(days):
        written[path_of(day)] = meeting % ((day, number) if meeting == TABLE else day)
    return with_minutes(written)


def with_minutes(texts: Texts) -> Texts:
    """Return files with what is generated from them."""
    (notebook,) = notebooks(snapshot_of(texts))
    return texts | {file.path: file.text or "" for file in examine(notebook, notebook.days).generated}


def stored(texts: Texts) -> Snapshot:
    """Return files as a commit has them."""
    drawn = snapshot_of(texts)
    files = (file._replace(oid=drawn.blob(path)) for path, file in drawn.files.items())
    return replace(drawn, files=Files({}, files), is_stored=True)


def look(texts: Texts, committed: Texts, store: Store | None = None, *, is_redrawn: bool = False) -> Any:
    """Return what is found in a series beside what is committed of it."""
    (alone,) = notebooks(stored(texts), store=store)
    formers = notebooks(stored(committed), store=store)
    notebook = replace(alone, others=lambda: formers, is_redrawn=is_redrawn)
    return judge(Scope(notebook, tuple(notebook.days)))


@pytest.fixture(autouse=True)
def _for_few_meetings() -> Iterator[None]:
    with patch.object(cache, "FEWEST", 1), patch.object(clean_runs, "LENGTH", 1):
        yield


def without_blobs_of(end: str) -> Any:
    """Leave out which content files have that end so."""

    def blobs(snapshot: Snapshot, paths: Iterable[str]) -> list[str | None]:
        return [
            blob for path in paths for blob in (["any"] if path.endswith(end) else blobs_of(snapshot, [path]))
        ]

    return patch.object(clean_runs, "blobs_of", blobs)


def without_commits_of(end: str) -> Any:
    """Leave out which contents others have of files that end so."""
    committed = clean_runs._committed

    def name(former: Notebook, path: str | None) -> str:
        return "any" if path and path.endswith(end) else committed(former, path)

    return patch.object(clean_runs, "_committed", name)


def without_earlier() -> Any:
    """Leave out the meetings before a run."""

    def digests(runs: CleanRuns, states: list[str]) -> Iterator[str]:
        for state in states[: runs._older]:
            yield hashlib.sha256((runs._setting + state).encode()).hexdigest()

    return patch.object(CleanRuns, "_run_digests", digests)


def without_newest() -> Any:
    """Leave out which meetings are the newest."""
    begin = CleanRuns.__init__
    return patch.object(CleanRuns, "__init__", lambda runs, notebook, _day: begin(runs, notebook, date.max))


def without_redraw() -> Any:
    """Leave out whether minutes are to be drawn anew."""

    def setting(runs: CleanRuns) -> str:
        return str(blobs_of(runs._notebook.snapshot, [SERIES]))

    return patch.object(CleanRuns, "_setting", property(setting))


COUNTED, STRANGE, LAPSED = texts_of(TABLE), texts_of(STRANGER), texts_of(ACTION, HASTY)
RECOUNTED = COUNTED | {path_of(DAYS[0]): TABLE % (DAYS[0], 7)}
REDRAWN = RECOUNTED | {minutes_of(DAYS[0]): with_minutes(RECOUNTED)[minutes_of(DAYS[0])]}
PATIENTLY = LAPSED | {SERIES: PATIENT}
REWORDED = PATIENTLY | {path_of(DAYS[1]): PATIENTLY[path_of(DAYS[1])].replace("order", "sell")}


@pytest.mark.parametrize(
    ("left_out", "before", "after"),
    [
        pytest.param(lambda: without_blobs_of(".yaml"), (COUNTED, {}), (RECOUNTED, {}), id="meeting"),
        pytest.param(without_earlier, (COUNTED, {}), (REDRAWN, {}), id="earlier meeting"),
        pytest.param(
            *(lambda: without_blobs_of(".md"), (COUNTED, {})),
            (COUNTED | {minutes_of(DAYS[0]): "typed\n"}, {}),
            id="minutes",
        ),
        pytest.param(
            *(lambda: without_blobs_of("series.yaml"), (COUNTED, {})),
            (COUNTED | {SERIES: "title: Group\n"}, {}),
            id="series.yaml",
        ),
        pytest.param(
            *(lambda: without_commits_of("series.yaml"), (LAPSED, PATIENTLY)),
            (LAPSED, LAPSED),
            id="series.yaml of others",
        ),
        pytest.param(
            *(lambda: without_commits_of(f"{DAYS[1]}.yaml"), (LAPSED, PATIENTLY)),
            (LAPSED, REWORDED),
            id="meeting of others",
        ),
        pytest.param(*(without_newest, (STRANGE, {})), (texts_of(STRANGER, days=DAYS[:2]), {}), id="newest"),
    ],
)
def test_whatever_a_run_depends_on_is_looked_at(
    left_out: Callable[[], Any], before: tuple[Texts, Texts], after: tuple[Texts, Texts], tmp_path: Path
) -> None:
    alone = look(*after)

    def found(file: Path) -> Any:
        """Return what is found after a process has kept what stood there before."""
        with Store(file, "program") as store:
            look(*before, store)
        with Store(file, "program") as store:
            return look(*after, store)

    assert found(tmp_path / "whole") == alone
    with left_out():
        assert found(tmp_path / "partly") != alone


def test_who_has_minutes_drawn_anew_is_told_anew(tmp_path: Path) -> None:
    def found(file: Path) -> Any:
        """Return what is found with `--redraw` after a look without."""
        with Store(file, "program") as store:
            look(LAPSED, PATIENTLY, store)
        with Store(file, "program") as store:
            return look(LAPSED, PATIENTLY, store, is_redrawn=True)

    alone = look(LAPSED, PATIENTLY, is_redrawn=True)
    assert found(tmp_path / "whole") == alone
    with without_redraw():
        assert found(tmp_path / "partly") != alone


def test_a_text_that_stands_in_no_file_yet_is_not_taken_for_the_file(tmp_path: Path) -> None:
    with Store(tmp_path / "store", "program") as store:
        look(COUNTED, {}, store)
        (notebook,) = notebooks(stored(COUNTED), store=store)
        for path, text in ((path_of(DAYS[0]), RECOUNTED[path_of(DAYS[0])]), (SERIES, "title: Group\n")):
            drafted = notebook.with_text(path, text)
            assert judge(Scope(drafted, tuple(drafted.days)))[1]


def meetings_read(texts: Texts, store: Store) -> list[str]:
    """Return which meetings are read."""
    snapshot, read = stored(texts), []

    def contents(file: Any) -> bytes:
        read.append(file.path)
        return snapshot.contents(file)

    (notebook,) = notebooks(replace(snapshot, contents=contents), store=store)
    judge(Scope(notebook, tuple(notebook.days)))
    return [path for path in dict.fromkeys(read) if path.endswith(".yaml") and path != SERIES]


def test_only_where_the_newest_has_changed_they_are_read_again(tmp_path: Path) -> None:
    edited = COUNTED | {path_of(DAYS[3]): TABLE % (DAYS[3], 7)}
    read = []
    for texts in (COUNTED, COUNTED, edited):
        with Store(tmp_path / "store", "program") as store:
            read.append(sorted(meetings_read(texts, store)))
    # The newest two, and what they are compared with.
    assert read[1:] == [[], [path_of(day) for day in DAYS[1:]]]


def test_what_was_saved_meanwhile_is_kept_under_no_older_name(tmp_path: Path) -> None:
    texts = dict(COUNTED)
    drawn = snapshot_of(texts)
    on_disk = replace(drawn, files={path: file._replace(state="1") for path, file in drawn.files.items()})
    with Store(tmp_path / "store", "program") as store:
        (notebook,) = notebooks(on_disk, store=store)
        runs = CleanRuns(notebook, DAYS[2])
        assert not runs.known(DAYS)
        texts[path_of(DAYS[1])] = texts[path_of(DAYS[1])].replace("JIRA", "Jira")
        on_disk.read(path_of(DAYS[1]))
        runs.keep(dict.fromkeys(DAYS, True))
        (notebook,) = notebooks(stored(COUNTED), store=store)
        again = CleanRuns(notebook, DAYS[2])
        assert [*again.known(DAYS)] == DAYS[:1]


def test_no_more_is_kept_where_a_file_can_not_be_read(tmp_path: Path) -> None:
    snapshot = stored(COUNTED)
    link = snapshot.files[path_of(DAYS[0])]._replace(mode="120000")
    files = {**snapshot.files, path_of(DAYS[0]): link}
    with Store(tmp_path / "store", "program") as store:
        (notebook,) = notebooks(replace(snapshot, files=files), store=store)
        runs = CleanRuns(notebook, DAYS[2])
        runs.keep(dict.fromkeys(DAYS, True))
        assert not runs.known(DAYS)
