"""What ends before the program is imported: a commit that has nothing to do with notes."""

import sys

import pytest
from support.notes import Notes

SHOWN = "import sys; from minutebook.cli import main; code = main(sys.argv[1:]); print(*sys.modules); sys.exit(code)"


@pytest.fixture
def staged(notes: Notes) -> Notes:
    """Return a repository in which a file is staged that is no note."""
    notes.run("sync")
    notes.commit()
    notes.write("code.py", "print(1)\n")
    notes.git("add", "code.py")
    return notes


def modules_of(notes: Notes, *words: str, code: int = 0) -> list[str]:
    """Return the modules that a call has imported when it ends."""
    return notes.call([sys.executable, "-c", SHOWN, *words], code=code).stdout.split()


@pytest.mark.parametrize("words", [[], ["--exit-code"], ["--exit-code", "--only", "carry"]])
def test_a_hook_imports_next_to_nothing_where_no_notes_are_staged(staged: Notes, words: list[str]) -> None:
    modules = modules_of(staged, "sync", "--staged", *words)

    assert not {"git.cmd", "argparse", "dataclasses", "pathlib", "typing"} & {*modules}
    assert {module for module in modules if module.startswith("minutebook")} == {
        "minutebook",
        "minutebook.cli",
        "minutebook.records",
        "minutebook.records.file_kinds",
        "minutebook.repository",
        "minutebook.repository.settings",
        "minutebook.repository.staged",
    }


def test_it_says_what_the_whole_program_says(staged: Notes) -> None:
    whole = staged.minutebook("-C", ".", "sync", "--staged", "--exit-code")

    done = staged.minutebook("sync", "--staged", "--exit-code")
    assert (done.stdout, done.stderr) == (whole.stdout, whole.stderr) == ("", "")


def test_wrong_usage_is_told_all_the_same(staged: Notes) -> None:
    assert "nonsense" in staged.minutebook("sync", "--staged", "--nonsense", code=2).stderr


def test_notes_that_are_staged_are_looked_at(staged: Notes) -> None:
    staged.meeting("2020-10-26", Open=1)
    staged.git("add", "--all")

    assert "git.cmd" in modules_of(staged, "sync", "--staged", "--exit-code", code=1)


def test_the_entry_imports_nothing_where_ctrl_c_would_show_a_traceback(notes: Notes) -> None:
    program = (
        "import sys; known = {*sys.modules}; from minutebook.cli import run; print(*{*sys.modules} - known)"
    )
    done = notes.call([sys.executable, "-S", "-c", program])
    assert {*done.stdout.split()} <= {"__future__", "gc", "minutebook", "minutebook.cli"}
