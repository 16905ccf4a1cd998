"""What is kept can be lost at any moment, and is never wrong."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutebook.disk import store
from minutebook.disk.store import Store


def kept(file: Path, values: dict[str, bytes], program: str = "a") -> Path:
    """Keep values in a file."""
    opened = Store(file, program)
    for key, value in values.items():
        opened.put("kind", key, value)
    opened.close()
    return file


def found(file: Path, *keys: str, program: str = "a", kind: str = "kind") -> dict[str, bytes]:
    """Return what is there under some keys."""
    opened = Store(file, program)
    try:
        return opened.get(kind, keys)
    finally:
        opened.close()


def test_what_was_kept_is_found_by_its_kind_and_key(tmp_path: Path) -> None:
    file = kept(tmp_path / "kept" / "store", {"x": b"1", "y": b"2"})
    assert found(file, "x", "y", "z") == {"x": b"1", "y": b"2"}
    assert found(file, "x", kind="another") == {}


def test_a_new_value_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    file = kept(kept(tmp_path / "store", {"x": b"1"}), {"x": b"2"})
    assert found(file, "x") == {"x": b"2"}


def test_what_another_program_has_kept_is_not_seen(tmp_path: Path) -> None:
    file = kept(kept(tmp_path / "store", {"x": b"1"}), {"x": b"2"}, program="b")
    assert (found(file, "x"), found(file, "x", program="b")) == ({"x": b"1"}, {"x": b"2"})


def test_a_run_that_is_killed_keeps_nothing(tmp_path: Path) -> None:
    killed = Store(kept(tmp_path / "store", {"x": b"1"}), "a")
    killed.put("kind", "x", b"2")
    del killed
    assert found(tmp_path / "store", "x") == {"x": b"1"}


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
@example(place=0.16015625, byte=128)  # in the text of a table, which sqlite quotes
def test_no_damage_changes_a_value(tmp_path_factory: pytest.TempPathFactory, place: float, byte: int) -> None:
    values = {str(number): f"value {number} ".encode() * 20 for number in range(40)}
    file = kept(tmp_path_factory.mktemp("damage") / "store", values)
    data = bytearray(file.read_bytes())
    data[int(place * len(data))] ^= byte
    file.write_bytes(data)
    assert found(file, *values).items() <= values.items()
    assert found(kept(file, values), *values).items() <= values.items()


@pytest.mark.parametrize("is_database", [False, True])
def test_a_file_that_is_damaged_or_has_another_layout_begins_anew(tmp_path: Path, is_database: bool) -> None:
    file = tmp_path / "store"
    file.write_bytes(b"" if is_database else b"no database" * 200)
    if is_database:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE entry (program TEXT, kind TEXT, key TEXT)")
    assert found(file, "x") == {}
    assert found(kept(file, {"x": b"1"}), "x") == {"x": b"1"}


def test_a_file_that_can_not_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    assert found(kept(tmp_path / "kept" / "store", {"x": b"1"}), "x") == {}


def test_nobody_waits_for_a_process_that_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0)
    file = kept(tmp_path / "store", {"x": b"1"})
    with sqlite3.connect(file, isolation_level=None) as busy:
        busy.execute("BEGIN EXCLUSIVE")
        assert found(file, "x") == {}
        kept(file, {"x": b"2"})
        busy.execute("COMMIT")
    busy.close()
    assert found(file, "x") == {"x": b"1"}


def test_what_was_put_in_is_there_before_it_is_written(tmp_path: Path) -> None:
    with Store(kept(tmp_path / "store", {"x": b"1", "y": b"2"}), "a") as opened:
        opened.put("kind", "x", b"3")
        assert opened.get("kind", ("x", "y", "z")) == {"x": b"3", "y": b"2"}


def test_of_many_values_few_are_held_until_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_UNWRITTEN", 2)
    killed = Store(tmp_path / "store", "a")
    for key in "xyz":
        killed.put("kind", key, b"1")
    assert killed.get("kind", "xyz") == dict.fromkeys("xyz", b"1")
    del killed
    assert found(tmp_path / "store", *"xyz") == {"x": b"1", "y": b"1"}


def test_two_processes_keep_what_both_have_read(tmp_path: Path) -> None:
    file = tmp_path / "store"
    first, second = Store(file, "a"), Store(file, "a")
    assert (first.get("kind", "x"), second.get("kind", "y")) == ({}, {})
    first.put("kind", "x", b"1")
    second.put("kind", "y", b"2")
    first.close()
    second.close()
    assert found(file, "x", "y") == {"x": b"1", "y": b"2"}


def test_a_file_that_is_too_large_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 50_000)
    file = kept(tmp_path / "store", {"x": b"1" * 60_000})
    assert not file.exists()


def test_what_a_program_kept_that_nobody_runs_any_more_goes(tmp_path: Path) -> None:
    file = kept(tmp_path / "store", {"x": b"1"}, program="old")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE program SET used = ?", (str(date.today() - timedelta(days=31)),))
    connection.close()
    kept(file, {"x": b"2"})
    assert found(file, "x", program="old") == {}
