"""Comments of two versions, and what a record is called in a conflict."""

import pytest

from minutebook.merge.lines import describe, merge_comments
from minutebook.merge.record_identity import Identity


def test_a_comment_is_there_unless_one_took_it_away() -> None:
    assert merge_comments(["# a", "# b"], ["# a", "# ours"], ["# a", "# b", "# theirs"]) == [
        "# a",
        "# ours",
        "# theirs",
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "the meeting"),
        ((("key", "title"),), "title"),
        (
            (
                ("key", "sections"),
                ("section", "JIRA", ""),
                ("key", "table"),
                ("key", "rows"),
                ("key", "Open"),
            ),
            "JIRA, Open",
        ),
        ((("key", "actions"), ("id", "k7q2m4")), "k7q2m4"),
    ],
)
def test_a_record_is_called_by_titles_and_labels(path: tuple[Identity, ...], name: str) -> None:
    assert describe(path) == name
