"""Where a Markdown text would go on into what stands after it."""

import pytest

from minutebook.minutes.commonmark import ends_in_html, open_block


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [
        ("```python\ncode", "```", "```"),
        ("````\n```\n", "````", "````"),
        ("```\n``` x", "```", "```"),
        ("<!-- a --> <!-- b", "<!--", "-->"),
        ("a\n<!-- b", "<!--", "-->"),
        ("<pre>", "<pre>", "</pre>"),
        ("<PRE class=x>", "<PRE>", "</PRE>"),
        ("<script", "<script>", "</script>"),
        ("<style>", "<style>", "</style>"),
        ("<textarea>", "<textarea>", "</textarea>"),
        ("<?x", "<?", "?>"),
        ("<!X", "<!X", ">"),
        ("<![CDATA[ x", "<![CDATA[", "]]>"),
        ("-   a\n\n    <pre>", "<pre>", "</pre>"),  # the list ends it, but to a browser it is open
    ],
)
def test_a_block_that_never_ends_is_found(text: str, opening: str, closing: str) -> None:
    block = open_block(f"Prose.\n\n{text}")
    assert block
    assert (block.opening, block.closing) == (opening, closing)


@pytest.mark.parametrize(
    "text",
    [
        *("", "```\ncode\n```", "~~~\n```\n~~~", "````\n`````", "``` a`b", "-   ```\n    code"),
        *("-   item\n    ```\n    code\n    ```", "> ```\n> code"),
        *("<!-- closed -->", "write `<!--` to begin", "so <!-- is text in a line", "```\n<!--\n```"),
        *("<!-- <pre> -->", "<div>\n<pre>\n\n</pre>", "<prefix>", "<https://example.org/pre>", "<div>"),
    ],
)
def test_what_ends_is_no_such_block(text: str) -> None:
    assert open_block(text) is None


def test_it_begins_on_its_line() -> None:
    block = open_block("a\n\n-   b\n\n    <!-- c")
    assert block
    assert block.line == 4


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("<div>", True),
        ("<div>\n    x", True),
        ("a\n\n<b>x</b>", False),
        ("<div>\n\nx", False),
        ("a <b>", False),
    ],
)
def test_a_list_right_below_html_would_be_part_of_it(text: str, ends: bool) -> None:
    assert ends_in_html(text) == ends
