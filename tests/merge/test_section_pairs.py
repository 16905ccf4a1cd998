"""A section is paired with what it was, whatever it is called, and wherever it stands."""

from typing import Any

from minutebook.merge.section_pairs import SectionPairs

NEWS: dict[str, Any] = {"title": "News", "notes": "we met on Friday\n"}
WORK: dict[str, Any] = {"title": "Work"}


def paired(former: list[Any], current: list[Any]) -> list[tuple[str | None, str | None]]:
    """Return the titles of paired sections."""
    versions = ({"sections": former}, {"sections": current})
    pairs = SectionPairs(*versions).below(*versions)
    return [tuple(section and section["title"] for section in pair) for pair in pairs]  # type: ignore[misc]


def test_those_with_one_title_are_a_pair() -> None:
    assert paired([NEWS, WORK], [WORK, NEWS]) == [("Work", "Work"), ("News", "News")]


def test_one_with_the_same_words_has_only_another_title() -> None:
    assert paired([NEWS], [NEWS | {"title": "Announcements"}]) == [("News", "Announcements")]


def test_one_that_is_gone_stands_where_it_stood() -> None:
    assert paired([NEWS, WORK], [WORK, {"title": "Web"}]) == [("News", None), ("Work", "Work"), (None, "Web")]


def test_one_that_was_moved_is_no_lone_one_where_it_was() -> None:
    assert paired([NEWS, WORK], [WORK | {"sections": [NEWS]}]) == [("Work", "Work")]
