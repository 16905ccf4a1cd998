"""Files are written whole or not at all, all of them or none."""

import errno
import os
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from minutebook.disk import files
from minutebook.disk.files import Change, NotWritten, apply

OLD, NEW = b"old\n" * 500, b"new\n" * 700
CALLS = ("open", "fsync", "replace", "chmod", "mkdir", "fdopen")


class Faults:
    """Lets the n-th call that touches the disk fail; `for_good`, and all after it."""

    def __init__(self, nth: int, *, for_good: bool = False) -> None:
        self.nth, self.for_good, self.count = nth, for_good, 0

    def pass_or_fail(self) -> None:
        self.count += 1
        if self.count == self.nth or (self.for_good and self.count > self.nth):
            raise OSError(errno.ENOSPC, "No space left on device")

    def inject(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.inject_into(monkeypatch, *CALLS)

    def inject_into(self, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
        for name in names:
            monkeypatch.setattr(os, name, self.wrap(getattr(os, name)))

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **keywords: Any) -> Any:
            self.pass_or_fail()
            return call(*args, **keywords)

        return wrapped


def prepare(folder: Path) -> list[Change]:
    """Return changes of every kind: a file that changes, one that comes, one that goes, one in a new folder."""
    folder.mkdir(exist_ok=True)
    for name in ("changes.yaml", "goes.md"):
        (folder / name).write_bytes(OLD)
    return [
        Change(folder / "changes.yaml", OLD, NEW),
        Change(folder / "comes.md", None, NEW),
        Change(folder / "goes.md", OLD, None),
        Change(folder / "2020" / "deep.md", None, NEW),
    ]


@pytest.fixture
def changes(tmp_path: Path) -> list[Change]:
    return prepare(tmp_path)


def held(changes: list[Change]) -> list[bytes | None]:
    return [change.path.read_bytes() if change.path.exists() else None for change in changes]


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".minutebook-*"))


def test_all_changes_are_made(changes: list[Change], tmp_path: Path) -> None:
    apply(changes)
    assert held(changes) == [NEW, NEW, None, NEW]
    assert leftovers(tmp_path) == []


def test_no_changes_are_no_error() -> None:
    apply([])


def test_whichever_call_fails_nothing_is_changed_and_no_file_is_left_behind(tmp_path: Path) -> None:
    for nth in range(1, 100):
        changes, said = prepare(tmp_path / str(nth)), ""
        with pytest.MonkeyPatch.context() as monkeypatch:
            faults = Faults(nth)
            faults.inject(monkeypatch)
            try:
                apply(changes)
            except NotWritten as error:
                said = str(error)
        assert held(changes) == ([OLD, None, OLD, None] if said else [NEW, NEW, None, NEW])
        assert not said or said.endswith("No space left on device; nothing was changed")
        assert leftovers(tmp_path) == []
        if faults.count < nth:
            break
    assert 15 < nth < 99


def test_a_disk_that_stays_full_leaves_every_file_old_or_new(tmp_path: Path) -> None:
    for nth in range(1, 30):
        paths = [tmp_path / f"{nth}-{name}" for name in "abc"]
        for path in paths:
            path.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as monkeypatch:
            Faults(nth, for_good=True).inject(monkeypatch)
            said = ""
            try:
                apply([Change(path, OLD, NEW) for path in paths])
            except NotWritten as error:
                said = str(error)
        assert not said or all(str(path) in said for path in paths if path.read_bytes() == NEW)
        assert {path.read_bytes() for path in paths} <= {OLD, NEW}
        assert leftovers(tmp_path) == []


def test_new_contents_are_on_disk_before_the_first_name_is_changed(
    changes: list[Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def recorded(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def record(*arguments: Any) -> Any:
            done.append(name)
            return call(*arguments)

        return record

    for name in ("fsync", "replace", "unlink"):
        monkeypatch.setattr(os, name, recorded(name, getattr(os, name)))
    apply(changes)
    assert done[:3] == ["fsync"] * 3  # three files are written
    assert set(done[3:]) == {"replace", "unlink", "fsync"}


def test_a_folder_is_brought_to_disk_once_for_all_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(files, "_sync_folder", synced.append)
    apply([Change(tmp_path / folder / f"{at}.md", None, NEW) for at in range(5) for folder in ("a", "b")])
    assert synced == [tmp_path / "a", tmp_path / "b"]


def test_an_interrupt_leaves_no_file_behind(
    changes: list[Change], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    before = held(changes)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        apply(changes)
    assert held(changes) == before
    assert leftovers(tmp_path) == []


def test_where_nothing_is_written_no_folder_is_made(
    changes: list[Change], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeper = Change(tmp_path / "2020" / "11" / "deeper.md", None, NEW)
    Faults(1).inject_into(monkeypatch, "replace")
    with pytest.raises(NotWritten):
        apply([*changes, deeper])
    assert not (tmp_path / "2020").exists()


def test_a_folder_that_was_there_stays_though_nothing_was_written(
    changes: list[Change], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2020").mkdir()
    Faults(1).inject_into(monkeypatch, "replace")
    with pytest.raises(NotWritten):
        apply(changes)
    assert (tmp_path / "2020").is_dir()


def test_ctrl_c_waits_for_the_end_of_a_file_and_then_all_are_put_back(
    changes: list[Change], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, seen = os.replace, list[bytes]()

    def interrupted(old: Path, new: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        replace(old, new)
        seen.append(new.read_bytes())

    before = held(changes)
    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apply(changes)
    assert seen == [NEW, OLD]  # the second is what puts the first back
    assert (held(changes), leftovers(tmp_path), (tmp_path / "2020").exists()) == (before, [], False)


@pytest.mark.parametrize("number", [signal.SIGINT, None], ids=["interrupt", "failure"])
def test_what_is_saved_after_it_was_written_stays_when_the_rest_is_put_back(
    number: int | None, changes: list[Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, calls = os.replace, list[Path]()

    def saved_meanwhile(old: Path, new: Path) -> None:
        calls.append(new)
        if len(calls) > 1 and number is None:
            raise OSError(errno.EIO, "broken", str(old), None, str(new))
        replace(old, new)
        new.write_bytes(b"saved in an editor")
        if number is not None:
            signal.raise_signal(number)

    monkeypatch.setattr(os, "replace", saved_meanwhile)
    with pytest.raises(KeyboardInterrupt if number else NotWritten) as raised:
        apply(changes)
    assert calls[0].read_bytes() == b"saved in an editor"
    if number is None:
        assert str(raised.value).startswith(
            f"{calls[1]}: broken; {calls[0]} could not be put back, or was saved"
        )


def test_ctrl_c_works_again_when_all_is_written(changes: list[Change]) -> None:
    apply(changes)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_program_that_ignores_ctrl_c_goes_on_doing_so(changes: list[Change]) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        apply(changes)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_files_are_written_in_another_thread(changes: list[Change]) -> None:
    thread = threading.Thread(target=apply, args=(changes,))
    thread.start()
    thread.join()
    assert held(changes) == [NEW, NEW, None, NEW]


@pytest.mark.parametrize("now", [b"edited meanwhile", None], ids=["changed", "deleted"])
def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    changes: list[Change], now: bytes | None
) -> None:
    path = changes[2].path
    if now is None:
        path.unlink()
    else:
        path.write_bytes(now)
    before = held(changes)
    with pytest.raises(
        NotWritten, match=f"{path.name} was changed meanwhile, so nothing was written; run this again"
    ):
        apply(changes)
    assert held(changes) == before


def test_a_file_that_came_meanwhile_is_not_overwritten(changes: list[Change]) -> None:
    changes[1].path.write_bytes(b"somebody else's")
    with pytest.raises(NotWritten, match=r"comes\.md was changed meanwhile"):
        apply(changes)
    assert held(changes) == [OLD, b"somebody else's", OLD, None]


def test_a_symbolic_link_is_not_followed(changes: list[Change], tmp_path: Path) -> None:
    target = tmp_path / "outside"
    target.write_bytes(OLD)
    changes[2].path.unlink()
    changes[2].path.symlink_to(target)
    with pytest.raises(NotWritten, match="is a symbolic link and is not followed; nothing was changed"):
        apply(changes)
    assert target.read_bytes() == OLD
    assert changes[0].path.read_bytes() == OLD


def test_a_read_only_file_is_not_replaced(changes: list[Change]) -> None:
    changes[2].path.chmod(0o444)
    with pytest.raises(NotWritten, match="is read-only; nothing was changed"):
        apply(changes)
    assert held(changes) == [OLD, None, OLD, None]


def test_a_folder_where_a_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "2020-10-26.md").mkdir()
    with pytest.raises(NotWritten, match=r"2020-10-26\.md.*; nothing was changed"):
        apply([Change(tmp_path / "2020-10-26.md", None, NEW)])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    path.chmod(mode)
    apply([Change(path, OLD, NEW)])
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_new_file_has_the_mode_that_the_user_wants_for_new_files(
    tmp_path: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        apply([Change(tmp_path / "a.md", None, NEW)])
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == mode


def test_each_content_is_asked_for_when_the_one_before_is_on_disk(tmp_path: Path) -> None:
    prepared: list[int] = []

    def changes() -> Iterator[Change]:
        for number in range(3):
            prepared.append(sum(path.stat().st_size for path in tmp_path.iterdir()))
            yield Change(tmp_path / f"{number}.md", None, NEW)

    apply(changes())
    assert prepared == [0, len(NEW), 2 * len(NEW)]


def test_a_file_that_can_not_be_made_ready_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Faults(2).inject(monkeypatch)
    with pytest.raises(NotWritten, match=r"a\.md: No space left"):
        apply(iter([Change(tmp_path / "a.md", None, NEW)]))


def test_a_file_that_is_saved_while_the_others_are_prepared_is_left_alone(
    changes: list[Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = changes[0].path
    prepare = files._prepare

    def prepare_and_save(change: Change) -> Path | None:
        if change.path == changes[-1].path:
            path.write_bytes(b"saved in an editor")
        return prepare(change)

    monkeypatch.setattr(files, "_prepare", prepare_and_save)
    assert apply(changes) == (path,)
    assert path.read_bytes() == b"saved in an editor"
    assert held(changes)[1:] == [change.content for change in changes[1:]]
