"""The comments of a draft, which nobody typed."""

from minutebook.source.yaml.draft_comments import LAST_TIME, last_time


def test_what_a_draft_writes_behind_a_key_is_told_from_what_people_write() -> None:
    assert LAST_TIME.fullmatch(last_time("A: 3, B: ?"))
    assert not LAST_TIME.fullmatch("  # ask Ann")
