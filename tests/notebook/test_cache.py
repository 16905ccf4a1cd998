"""With what was kept of meetings and without it, the same is found, whatever happened before."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import ANY, patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from support.notes import Notes, make_notes
from support.series import FOLDER, SERIES

import minutebook
from minutebook.actions.register import register
from minutebook.disk.store import Store
from minutebook.notebook import cache, clean_runs, parsed_file
from minutebook.notebook.brief_text import decode_briefs
from minutebook.notebook.examination import examine, judge
from minutebook.notebook.notebook import notebooks
from minutebook.notebook.scope import Scope
from minutebook.records.history import Brief, Year, make_brief
from minutebook.records.meeting import Meeting
from minutebook.records.refusal import Refused
from minutebook.repository import snapshot as snapshots
from minutebook.repository.objects import Objects, blob_name
from minutebook.repository.snapshot import File, Snapshot
from minutebook.source.schema import schemas

DAYS = ("2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26")
TABLE = "sections: [{title: JIRA, table: {id: jira, columns: [Open], rows: {New: [%d]}}}]\n"
ACTION = "actions:\n  - {id: k7q2m4, owner: Mat, task: order parts%s}\n"
TEXTS = (
    TABLE % 3,
    TABLE % 8,
    f"title: Weekly\n{ACTION % ''}",
    ACTION % ", status: done",
    ACTION % f", since: {DAYS[0]}, status: lapsed, note: too late",
    "actions: [Mat buys chairs]\n",
    "status: draft\ncounters: {tickets: }\n",
    "counters: {tickets: 5}\n",
    "status: skipped\nreason: Holiday\nnotes: see you\n",
    "tittle: wrong\n",
)
SERIES_TEXTS = (
    "title: Team\n",
    "title: Team\nlapse: 1\n",
    "schedule: FREQ=WEEKLY;BYDAY=MO\n",
    "style: {dates: iso}\n",
)
Files = dict[str, tuple[str, str]]


def snapshot_of(files: Files, conflicts: frozenset[str]) -> Snapshot:
    """Return files, each with its mode and text, as git has them."""
    listed = (
        File(path, mode, blob_name(text.encode(), ""), path in conflicts)
        for path, (mode, text) in sorted(files.items())
    )
    return Snapshot(
        "drawn",
        snapshots.Files({}, listed),
        lambda file: files[file.path][1].encode(),
        lambda _: "",
        is_stored=True,
    )


def look(snapshot: Snapshot, store: Store | None, committed: Snapshot | None = None) -> list[Any]:
    """Return all that is made of the notes: what is wrong, the files that are written, and the register."""
    outcome: list[Any] = []
    formers = notebooks(committed, store=store) if committed else ()
    for alone in notebooks(snapshot, store=store):
        notebook = replace(alone, others=lambda: formers)
        days = tuple(notebook.days)
        outcome += [judge(Scope(notebook, some)) for some in (days[-1:], days, days[1:])]
        with contextlib.suppress(Refused):
            outcome.append(register("team", notebook.history, filed=notebook.filed_actions))
    return outcome


def with_minutes(files: Files) -> Files:
    """Return files, with all that is generated from them."""
    written = dict(files)
    for notebook in notebooks(snapshot_of(files, frozenset())):
        for file in examine(notebook, notebook.days).generated:
            written.pop(file.path, None)
            if file.text is not None:
                written[file.path] = ("100644", file.text)
    return written


def another_brief(meeting: Meeting) -> Brief:
    """Return a brief as another version of the program makes it."""
    return make_brief(meeting)._replace(status="draft")


BRIEFS = {1: make_brief, 2: another_brief}


def program_of(version: int) -> str:
    """Return the name of a version."""
    return f"version {version}"


class Editing(RuleBasedStateMachine):
    """People edit, rename, revert and switch branches, processes end and are killed, files are damaged."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name) / "store"
        self.files: Files = {SERIES: ("100644", SERIES_TEXTS[0])}
        self.conflicts = frozenset[str]()
        self.states = [self.files]
        self.committed = self.files
        self.version = 1
        self.stores = [self.opened(), self.opened()]

    def opened(self) -> Store:
        """Return what a process has that begins now."""
        return Store(self.file, program_of(self.version))

    def become(self, files: Files) -> None:
        """Take another state of all files."""
        self.files = files
        self.states.append(files)

    @rule(day=st.sampled_from(DAYS), text=st.sampled_from(TEXTS), folder=st.sampled_from(("", "2020/")))
    def write(self, day: str, text: str, folder: str) -> None:
        """Write a meeting, perhaps one that is there in another folder."""
        self.become({**self.files, f"{FOLDER}/{folder}{day}.yaml": ("100644", f"date: {day}\n{text}")})

    @rule(data=st.data(), day=st.sampled_from(DAYS))
    def rename(self, data: st.DataObject, day: str) -> None:
        """Give a file the name of another day, and leave its date."""
        path = data.draw(st.sampled_from(sorted(self.files)))
        if path != SERIES:
            others = {name: file for name, file in self.files.items() if name != path}
            self.become({**others, f"{FOLDER}/{day}.yaml": self.files[path]})

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Delete a file."""
        path = data.draw(st.sampled_from(sorted(self.files)))
        if path != SERIES:
            self.become({name: file for name, file in self.files.items() if name != path})

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        """Put a symbolic link in the place of a file, with the same bytes as its target, or the file again."""
        path = data.draw(st.sampled_from(sorted(self.files)))
        mode, text = self.files[path]
        self.become({**self.files, path: ("100644" if mode == "120000" else "120000", text)})

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Let a file be in conflict, and no other."""
        self.conflicts = frozenset({data.draw(st.sampled_from(sorted(self.files)))})

    @rule()
    def sync(self) -> None:
        """Write the minutes."""
        self.become(with_minutes(self.files))

    @rule(data=st.data())
    def type_into(self, data: st.DataObject) -> None:
        """Type a line into a file."""
        path = data.draw(st.sampled_from(sorted(self.files)))
        mode, text = self.files[path]
        self.become({**self.files, path: (mode, f"{text}# typed\n")})

    @rule()
    def commit(self) -> None:
        """Let others have what stands there."""
        self.committed = self.files

    @rule(text=st.sampled_from(SERIES_TEXTS))
    def edit_series(self, text: str) -> None:
        """Write another series.yaml."""
        self.become({**self.files, SERIES: ("100644", text)})

    @rule(data=st.data())
    def switch(self, data: st.DataObject) -> None:
        """Go back to any state, as a revert, a rebase or another branch does."""
        self.files, self.conflicts = data.draw(st.sampled_from(self.states)), frozenset()

    @rule()
    def end(self) -> None:
        """Let a process end, and another one begin."""
        for store in self.stores:
            store.close()
        self.stores = [self.opened(), self.opened()]

    @rule()
    def kill(self) -> None:
        """Kill a process, and let another one begin."""
        del self.stores[0]
        self.stores.append(self.opened())

    @rule()
    def update(self) -> None:
        """Let another version of the program begin, or the one before again."""
        self.version = 3 - self.version
        self.end()

    @rule(place=st.floats(0, 1, exclude_max=True))
    def damage(self, place: float) -> None:
        """Change a byte of the file, or leave it out."""
        if self.file.exists():
            data = bytearray(self.file.read_bytes())
            del data[int(place * len(data)) :][:1]
            self.file.write_bytes(data)

    @invariant()
    def the_same_is_found(self) -> None:
        """Look with what is kept and without it."""
        with patch.object(parsed_file, "make_brief", BRIEFS[self.version]):
            self.look_twice(snapshot_of(self.files, self.conflicts))

    def look_twice(self, snapshot: Snapshot) -> None:
        """Look, and look again after what was read is kept."""
        committed = snapshot_of(self.committed, frozenset())
        alone = look(snapshot, None, committed)
        assert look(snapshot, self.stores[0], committed) == alone
        self.stores[0].close()
        self.stores[0] = self.opened()
        assert look(snapshot, self.stores[0], committed) == alone

    def teardown(self) -> None:
        """Clean up."""
        for store in self.stores:
            store.close()
        self.folder.cleanup()


@pytest.fixture(autouse=True)
def _for_few_meetings() -> Iterator[None]:
    with (
        patch.object(cache, "FEWEST", 1),
        patch.object(clean_runs, "LENGTH", 1),
    ):
        yield


def test_with_what_was_kept_and_without_it_the_same_is_found() -> None:
    several = settings(max_examples=20, stateful_step_count=12)
    run_state_machine_as_test(Editing, settings=several)


DIGEST, YEARS, DRAWN = cache._digest, cache.MeetingCache.years, cache.MeetingCache.drawn
GONE = ("", "")
MEETINGS = [f"{FOLDER}/{day}.yaml" for day in DAYS]
BEFORE: Files = {
    SERIES: ("100644", "title: Team\n"),
    MEETINGS[0]: ("100644", f"date: {DAYS[0]}\n{ACTION % ', status: lapsed'}"),
    MEETINGS[2]: ("100644", f"date: {DAYS[2]}\n"),
    MEETINGS[3]: ("100644", f"date: {DAYS[3]}\n"),
}
"""The newest two are read in full, and what is kept of the others tells what they say."""


def drawn_from_any_year(kept: Any, series: str, years: Iterable[Year], look: str, draw: Any) -> Any:
    """Leave out what the meetings of a year say."""
    return DRAWN(kept, series, [year._replace(digest="any") for year in years], look, draw)


def drawn_in_any_look(kept: Any, series: str, years: Iterable[Year], _look: str, draw: Any) -> Any:
    """Leave out the words and the form of days."""
    return DRAWN(kept, series, years, "any", draw)


@pytest.mark.parametrize(
    ("left_out", "changed", "conflict", "version"),
    [
        pytest.param(
            (cache, "blobs_of", lambda _snapshot, paths: [*paths]),
            {MEETINGS[0]: ("100644", BEFORE[MEETINGS[0]][1].replace("parts", "chairs"))},
            *("", 1),
            id="content",
        ),
        pytest.param(
            (cache, "decode_briefs", lambda encoded: [(ANY, brief) for _, brief in decode_briefs(encoded)]),
            {MEETINGS[1]: BEFORE[MEETINGS[0]]},
            *("", 1),
            id="name",
        ),
        pytest.param(
            (cache, "_digest", lambda lines: DIGEST(line for line in lines if "/" in line)),
            {MEETINGS[0]: ("100644", f"{BEFORE[MEETINGS[0]][1]}status: skipped\nreason: Holiday\n")},
            *("", 1),
            id="contents of a year",
        ),
        pytest.param(
            (cache, "_digest", lambda lines: DIGEST(line for line in lines if ".yaml" not in line)),
            {MEETINGS[0]: GONE, MEETINGS[1]: BEFORE[MEETINGS[0]]},
            *("", 1),
            id="names of a year",
        ),
        pytest.param(
            (cache, "_key", lambda _series, year: str(year)),
            {SERIES: GONE, "meetings/series.yaml": BEFORE[SERIES]},
            *("", 1),
            id="series of lines",
        ),
        pytest.param(
            (cache.MeetingCache, "drawn", drawn_from_any_year),
            {MEETINGS[0]: ("100644", f"date: {DAYS[0]}\nstatus: draft\n")},
            *("", 1),
            id="year of lines",
        ),
        pytest.param(
            (cache.MeetingCache, "drawn", drawn_in_any_look),
            {SERIES: ("100644", "title: Team\nstyle: {dates: iso}\n")},
            *("", 1),
            id="look of lines",
        ),
        pytest.param(
            (File, "is_plain", property(lambda file: not file.conflict)),
            {MEETINGS[0]: ("120000", BEFORE[MEETINGS[0]][1])},
            *("", 1),
            id="kind of file",
        ),
        pytest.param(
            (File, "is_plain", property(lambda file: not file.irregular)), {}, MEETINGS[0], 1, id="conflict"
        ),
        pytest.param((sys.modules[__name__], "program_of", lambda _: "any"), {}, "", 2, id="program"),
    ],
)
def test_whatever_a_meeting_depends_on_is_looked_at(
    left_out: tuple[Any, str, Any], changed: Files, conflict: str, version: int, tmp_path: Path
) -> None:
    files = {path: file for path, file in {**BEFORE, **changed}.items() if file != GONE}

    def found(file: Path) -> list[Any]:
        """Return what is found after two processes have kept what stood there before, alone and together."""
        for _ in range(2):
            with Store(file, program_of(1)) as store:
                look(snapshot_of(BEFORE, frozenset()), store)
        with (
            Store(file, program_of(version)) as store,
            patch.object(parsed_file, "make_brief", BRIEFS[version]),
        ):
            return look(snapshot_of(files, frozenset({conflict})), store)

    with patch.object(parsed_file, "make_brief", BRIEFS[version]):
        alone = look(snapshot_of(files, frozenset({conflict})), None)
    assert found(tmp_path / "whole") == alone
    with patch.object(*left_out):
        assert found(tmp_path / "partly") != alone


def test_of_a_year_with_a_text_that_stands_in_no_file_yet_nothing_is_known(tmp_path: Path) -> None:
    skipped = f"date: {DAYS[0]}\nstatus: skipped\nreason: Holiday\n"

    def found(store: Store | None) -> Any:
        """Return which meetings of a series with such a text were held."""
        (notebook,) = notebooks(snapshot_of(BEFORE, frozenset()), store=store)
        return notebook.with_text(MEETINGS[0], skipped).held_days

    alone = found(None)
    for _ in range(2):
        with Store(tmp_path / "store", "program") as store:
            look(snapshot_of(BEFORE, frozenset()), store)
    with Store(tmp_path / "store", "program") as store:
        assert found(store) == alone
        with patch.object(
            cache.MeetingCache, "years", lambda kept, series, paths, _: YEARS(kept, series, paths, ())
        ):
            assert found(store) != alone


def edited(notes: Notes, weeks: int) -> Notes:
    """Make a series that meets every week, and stage an edit of the newest meeting and all that follows from it."""
    days = [date(2020, 1, 6) + timedelta(weeks=week) for week in range(weeks)]
    for day in days:
        notes.meeting(
            str(day),
            extra=f"actions:\n  - {{id: k7q2m4, owner: Mat, task: order, due: {days[-1]}}}\n",
            Open=8,
        )
    notes.run("sync")
    notes.commit()
    notes.meeting(str(days[-1]), Open=9)
    notes.run("sync", "--stage")
    return notes


def contents_read(notes: Notes, *words: str) -> int:
    """Return how many contents git is asked for by a command, or by a hook."""
    names: list[str] = []
    ask = Objects.read

    def asked(objects: Objects, name: str) -> bytes | None:
        names.append(name)
        return ask(objects, name)

    with patch.object(Objects, "read", asked):
        assert notes.run(*(words or ("sync", "--staged"))).returncode == 0
    return len(names)


def test_of_many_meetings_no_more_are_read_than_of_few(tmp_path: Path) -> None:
    few, many = edited(make_notes(tmp_path / "few"), 9), edited(make_notes(tmp_path / "many"), 20)
    assert contents_read(few) == contents_read(many)
    for words in (("deltas", "--base", "HEAD", "--staged"), ("actions", "--as-of", "HEAD")):
        few.run(*words)
        many.run(*words)
        assert contents_read(few, *words) == contents_read(many, *words)


def test_who_turns_it_off_finds_the_same(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    read = contents_read(edited(notes, 10))
    shutil.rmtree(notes.top / ".git" / "minutebook-cache")
    monkeypatch.setenv(cache.SWITCH, "off")
    assert contents_read(notes) > read
    assert not (notes.top / ".git" / "minutebook-cache").exists()


def test_linked_worktrees_have_it_together(notes: Notes, tmp_path: Path) -> None:
    read = contents_read(edited(notes, 10))
    notes.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    shutil.rmtree(notes.top / ".git" / "minutebook-cache")
    Notes(tmp_path / "linked").run("check", "--staged")
    assert contents_read(notes) <= read


def test_a_program_that_was_changed_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "package" / "__init__.py"
    module.parent.mkdir()
    module.write_text("lapse = 3")
    monkeypatch.setattr(minutebook, "__file__", str(module))
    names = [cache._program()]
    module.write_text("lapse = 4")
    names.append(cache._program())
    assert names[0] != names[1] == cache._program()


def test_a_program_with_another_schema_or_other_packages_is_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [cache._program()]
    (tmp_path / "meeting.schema.json").write_text("{}")
    monkeypatch.setattr(schemas, "folder", lambda: tmp_path)
    names.append(cache._program())
    packages = tmp_path / "site-packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    names.append(cache._program())
    (packages / "ruamel").mkdir()
    os.utime(packages, (0, 0))
    names.append(cache._program())
    assert len({*names}) == len(names)


def test_which_program_it_is_is_not_worked_out_for_a_few_files(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "FEWEST", 16)
    monkeypatch.setattr(clean_runs, "LENGTH", 16)
    monkeypatch.setattr(cache, "_program", lambda: pytest.fail("of a few files nothing is kept"))
    notes.meeting("2020-10-19", Open=1)
    assert [notes.run(command).returncode for command in ("sync", "check")] == [0, 0]
