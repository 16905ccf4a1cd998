"""HTML and links in Markdown, as a browser would get them."""

import pytest
from support.effort import at_most

from minutebook.minutes.markup import html_tags, program_links


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <file> b", [(0, "<file>")]),
        ("a\n\nb\nc <img src=x onerror=y>", [(3, "<img src=x onerror=y>")]),
        ("<div onclick=x>\ny</div>", [(0, "<div onclick=x>"), (0, "</div>")]),
        ("x <br class=y>", [(0, "<br class=y>")]),
        ("<sub>2</sub><br> <!-- note --> <https://example.org> <a@example.org>", []),
        ("`<file>`\n\n```\n<script>\n```", []),
        ("1 < 2 and <3", []),
    ],
)
def test_tags_are_found_where_markdown_has_them(text: str, tags: list[tuple[int, str]]) -> None:
    assert [(tag.line, tag.text) for tag in html_tags(text)] == tags


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("[a](javascript:b)", ["javascript:b"]),
        ("[a](&#106;avascript:b)", ["javascript:b"]),
        ("[a](jav&Tab;ascript:b)", ["jav%09ascript:b"]),
        ("[a](jav&#10;ascript:b)", ["jav%0Aascript:b"]),
        ("a\n<VBScript:b>", ["VBScript:b"]),
        ("[a][b]\n\n[b]: data:text/html,c", ["data:text/html,c"]),
        ("![a](data:text/html,c)", ["data:text/html,c"]),
        ("`[a](javascript:b)`, javascript:b, [a](https://example.org/javascript:b)", []),
    ],
)
def test_links_are_found_that_are_programs(text: str, addresses: list[str]) -> None:
    assert [link.text for link in program_links(text)] == addresses


def test_comments_that_never_end_take_little_time() -> None:
    with at_most(20):
        assert len(list(html_tags("<!-- x\n" * 6_000))) == 1
