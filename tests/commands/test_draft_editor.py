"""`new --edit`: the draft in an editor, and what is said when that closes."""

import io
import shlex
import sys
from collections.abc import Callable

import pytest
from support.notes import Notes

TALK = "  - title: Talk\n    notes: |\n      -   said\n"
PATH = "meetings/team/2020-10-26.yaml"
COMPLETE = "status: draft\n", "", "attending:\n", "attending: [Mat]\n", "Open:  # 1 last time", "Open: 2"
Editor = Callable[..., None]


class Terminal(io.StringIO):
    """A terminal on which somebody answers."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def editor(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Return what sets an editor that replaces texts in pairs, and ends with a code, beside a series with a meeting."""
    notes.meeting("2020-10-19", Open=1, extra=TALK)

    def become(*pairs: str, code: int = 0) -> None:
        replaced = "".join(
            f".replace({old!r}, {new!r})" for old, new in zip(pairs[::2], pairs[1::2], strict=True)
        )
        lines = f"import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\nfile.write_text(file.read_text(){replaced})\n"
        script = notes.write("editor.py", f"{lines}sys.exit({code})\n")
        monkeypatch.setenv("GIT_EDITOR", shlex.join([sys.executable, str(notes.top / script), "--wait"]))

    return become


def test_what_is_not_filled_in_is_said_when_the_editor_closes(notes: Notes, editor: Editor) -> None:
    editor("said", "")
    done = notes.run("new", "--edit")
    assert (done.returncode, done.stdout) == (0, f"wrote {PATH}\n")
    assert done.stderr.endswith(
        "not filled in yet: attendance, 1 count of tickets\n"
        "When it is complete, delete `status: draft`.\nThen type: minutebook sync\n"
    )


def test_what_is_wrong_is_reported(notes: Notes, editor: Editor) -> None:
    editor("Open:", "Open: x")
    done = notes.run("new", "--edit")
    assert done.returncode == 1
    assert f"{PATH}:12:15: not-a-count: " in done.stdout
    assert "not filled in yet" not in done.stderr


@pytest.mark.parametrize(("answer", "written"), [("\n", True), ("y\n", True), ("n\n", False), ("", True)])
def test_on_a_terminal_it_offers_to_sync(
    notes: Notes, editor: Editor, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool
) -> None:
    editor(*COMPLETE)
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert notes.run("new", "--edit").returncode == 0
    assert (notes.top / notes.minutes("2020-10-26")).exists() == written


def test_on_a_terminal_it_offers_to_commit_as_well(
    notes: Notes, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(*COMPLETE)
    monkeypatch.setattr(sys, "stdin", Terminal("c\n"))
    done = notes.run("new", "--edit")
    assert done.stdout.endswith("committed: Minutes of 19 October, 26 October\n")
    assert done.returncode == 0


def test_a_draft_that_is_there_is_gone_on_with(notes: Notes, editor: Editor) -> None:
    notes.run("new")
    editor("Open:", "Open: 2")
    done = notes.run("new", "--edit")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Open: 2" in notes.read(PATH)


def test_without_an_editor_nothing_is_written(
    notes: Notes, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor()
    for name in ("GIT_EDITOR", "VISUAL", "EDITOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert "git var failed: Terminal is dumb, but EDITOR unset" in notes.refusal("new", "--edit")
    assert not (notes.top / PATH).exists()


def test_an_editor_that_fails_is_told(notes: Notes, editor: Editor) -> None:
    editor(code=3)
    done = notes.run("new", "--edit")
    assert done.returncode == 2
    assert f"ended with 3; fill in {PATH} in another editor" in done.stderr
