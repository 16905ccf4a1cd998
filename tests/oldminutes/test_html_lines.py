"""Lines of HTML as lines of Markdown."""

import pytest

from minutebook.oldminutes.html_lines import with_markdown_signs
from minutebook.oldminutes.markdown_blocks import read_markdown

PAGE = "<h1>Bakers</h1>\n<p><strong>Date:</strong> 5 May</p>\n<h2>Present</h2>\n<ul>\n<li>Ada</li>\n</ul>\n<p>We baked.\n"


def test_each_line_of_a_page_keeps_its_number() -> None:
    assert with_markdown_signs(PAGE).split("\n") == [
        "# Bakers",
        "**Date:** 5 May",
        "## Present",
        "",
        "- Ada",
        "",
        "<p>We baked.",
        "",
    ]


def test_the_headings_and_lists_of_a_page_are_blocks() -> None:
    kinds = [block.kind for block in read_markdown(PAGE).blocks]
    assert kinds[:4] == ["heading", "paragraph", "heading", "list"]


@pytest.mark.parametrize(
    "text",
    ["# Bakers\n<h2>a</h2>\n<h2>b</h2>\n", "<h2>a</h2>\n\n- b\n", "<h2>a</h2>\n```\n<h2>b</h2>\n```\n"],
)
def test_html_stays_beside_headings_or_code_of_markdown(text: str) -> None:
    assert with_markdown_signs(text) == text
