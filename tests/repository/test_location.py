"""What git says of where a repository lies, as a value."""

from pathlib import Path

import pytest

from minutebook.repository.location import parse_location

FOLDER, GIT_DIR = Path("/notes/meetings/team"), "/notes/.git"
TIP = "b314358481daee5b499b7b6d61b4932db58afe60"


@pytest.mark.parametrize(
    ("answer", "top"),
    [
        (f"false\ntrue\nmeetings/team/\n../../.git\n{GIT_DIR}", "/notes"),
        (f"false\ntrue\n\n/notes/.git\n{GIT_DIR}", "/notes/meetings/team"),
        (f"false\nfalse\n\n.\n{GIT_DIR}", "/notes"),
        (f"true\nfalse\n\n.\n{GIT_DIR}", None),
    ],
    ids=["below the top", "at the top", "in the git directory", "bare"],
)
def test_the_top_is_where_the_files_to_work_on_begin(answer: str, top: str | None) -> None:
    location = parse_location(answer, FOLDER)
    assert location is not None
    assert location.top == (top if top is None else Path(top))
    assert location.git_dir == Path(GIT_DIR)


def test_what_remotes_have_follows() -> None:
    location = parse_location(f"false\ntrue\n\n.git\n{GIT_DIR}\n{TIP}\n{TIP}", FOLDER)
    assert location is not None
    assert location.remote_tips == {TIP}


@pytest.mark.parametrize("answer", ["", "true", f"false\ntrue\n\n.git\n{GIT_DIR}\nline"])
def test_any_other_text_is_no_location(answer: str) -> None:
    assert parse_location(answer, FOLDER) is None
