"""`setup-git` says what it did, and how to take it back."""

from support.notes import Notes


def test_it_says_how_to_take_it_back(notes: Notes) -> None:
    done = notes.run("setup-git")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "git merges meetings by meaning in this clone, and its diffs name the section; "
        "`minutebook setup-git --undo` takes that back\n"
    )


def test_it_lets_git_find_the_commits_of_a_file_at_once(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    notes.commit()
    notes.run("setup-git")
    assert b"BIDX" in (notes.top / ".git/objects/info/commit-graph").read_bytes()


def test_meetings_for_which_no_driver_is_named_are_told(notes: Notes) -> None:
    path = notes.meeting("2020-10-19", Open=1)
    said = notes.run("setup-git").stderr
    assert said.startswith(f"git still merges meetings such as {path} as text in this clone")
    assert said.endswith("type: minutebook init\n")
    notes.write(".gitattributes", "meetings/**/*.yaml merge=minutebook\n")
    assert notes.run("setup-git").stderr.startswith("git merges meetings by meaning")


def test_outside_of_a_repository_it_says_so(notes: Notes) -> None:
    done = notes.run("-C", "..", "setup-git")
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_a_configuration_that_is_locked_is_told(notes: Notes) -> None:
    notes.write(".git/config.lock", "")
    assert "could not lock config file" in notes.refusal("setup-git")
