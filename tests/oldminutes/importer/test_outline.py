"""The chapters of a Markdown text: each heading, and the lines below it."""

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.outline import count_front_lines, read_outline


def chapters_of(text: str) -> list[tuple[int, str, int, int, int]]:
    return [
        (chapter.level, chapter.title, chapter.line, chapter.first_line, chapter.last_line)
        for chapter in read_outline(text).chapters
    ]


def test_the_first_chapter_has_no_heading() -> None:
    assert chapters_of("a\n\n# B\n\nc\n\nD\n---\ne") == [
        (0, "", 0, 1, 2),
        (1, "B", 3, 4, 6),
        (2, "D", 7, 9, 9),
    ]


def test_a_heading_in_code_is_none() -> None:
    assert [chapter[1] for chapter in chapters_of("```\n# no\n```\n# yes\n")] == ["", "yes"]


def test_front_matter_keeps_the_numbers_of_the_lines_below() -> None:
    text = "---\nplace: Room 1\n---\n# B\n"
    assert (count_front_lines(text), chapters_of(text)) == (3, [(0, "", 0, 4, 3), (1, "B", 4, 5, 5)])


def test_a_rule_is_no_front_matter() -> None:
    assert count_front_lines("---\n\ntext\n") == 0


def test_in_generated_minutes_only_headings_in_minutebooks_layout_are_chapters() -> None:
    text = f"<!-- {MARK} -->\n# Team\n\n## note\n\n\n## News\n\n#### deep\n"
    assert [chapter[1] for chapter in chapters_of(text)] == ["", "Team", "News"]
