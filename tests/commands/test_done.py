"""`done`: an action item is done."""

import json

import pytest
from support.actionmeetings import A1AA, NEWEST, call, newest
from support.notes import Notes

from minutebook.commands import done
from minutebook.disk import files
from minutebook.records.problem import KeyPath
from minutebook.source.edits.actions import set_status
from minutebook.source.edits.editor import Editor

pytestmark = pytest.mark.usefixtures("two_meetings")


def test_done_adds_one_line_to_the_item(notes: Notes) -> None:
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")


def test_a_dropped_item_that_is_done_after_all_loses_its_reason(notes: Notes) -> None:
    call(notes, "drop", "a1aa", "--reason", "late")
    call(notes, "done", "a1aa")
    assert newest(notes) == NEWEST.replace(A1AA, A1AA + "        status: done\n")


def test_several_are_closed_at_once_or_none(notes: Notes) -> None:
    ids = [action["id"] for action in json.loads(notes.run("actions", "--format", "json").stdout)][:2]
    assert notes.run("done", ids[0], "z9zzzz").returncode == 2
    assert newest(notes) == NEWEST
    assert notes.run("done", *ids).returncode == 0
    assert newest(notes).count("status: done") == 2


def test_a_series_in_a_later_format_is_not_edited(notes: Notes) -> None:
    notes.write(f"{notes.series}/series.yaml", "format: 2\n")
    assert "update minutebook" in notes.refusal("done", "a1aa")
    assert newest(notes) == NEWEST


def test_what_an_editor_saves_meanwhile_is_not_overwritten(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = NEWEST + "  - title: Saved\n"

    def edit_and_save(editor: Editor, key_path: KeyPath, status: str) -> None:
        set_status(editor, key_path, status)
        notes.write(f"{notes.series}/2020-10-26.yaml", saved)

    monkeypatch.setattr(done, "set_status", edit_and_save)
    assert "was changed meanwhile" in notes.refusal("done", "a1aa")
    assert newest(notes) == saved


def test_a_file_that_is_left_alone_is_not_called_written(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        files, "_put_all", lambda prepared, *_: tuple(change.path for change, _, _ in prepared)
    )
    assert "was left alone; run this again" in notes.refusal("done", "a1aa")
