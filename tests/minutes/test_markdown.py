"""Plain text as Markdown that shows exactly that text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from minutebook.minutes.markdown import escape, escape_heading, escape_start, long_date

READER = MarkdownIt("commonmark").enable("table")
LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    | st.sampled_from("|\\`*_[]<>()!#&;~-+=:.)1a "),
    min_size=1,
    max_size=20,
).filter(lambda text: text == text.strip() and text.isprintable())


def shown(markdown: str) -> tuple[str, str]:
    """Return what kind of block a Markdown text is, and the text that readers see in it."""
    tokens = READER.parse(markdown)
    texts = [token for token in tokens if token.type == "inline"]
    assert len(texts) == 1
    return tokens[0].type, "".join(child.content for child in texts[0].children or ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3.10", "3.10"),
        ("# of tickets", "# of tickets"),
        ("a|b", "a\\|b"),
        ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
        ("[link](url)", "\\[link\\](url)"),
        ("<b> & &amp; ~x~", "\\<b\\> \\& \\&amp; \\~x\\~"),
        ("back\\slash", "back\\\\slash"),
        ("two\nlines", "two<br>lines"),
    ],
)
def test_what_markdown_would_take_for_markup_is_escaped(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# title", "\\# title"),
        ("#", "\\#"),
        ("###### x", "\\###### x"),
        ("####### x", "####### x"),
        ("#445 is open", "#445 is open"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("-1 is less", "-1 is less"),
        ("+ item", "\\+ item"),
        ("* item", "\\* item"),
        ("*bold* begins", "*bold* begins"),
        ("---", "\\---"),
        ("***", "\\***"),
        ("___ ", "\\___ "),
        ("===", "\\==="),
        ("1. item", "1\\. item"),
        ("12) item", "12\\) item"),
        ("1986.", "1986\\."),
        ("3.10 is out", "3.10 is out"),
        ("1234567890. x", "1234567890. x"),
        ("plain", "plain"),
    ],
)
def test_what_would_begin_another_block_is_escaped(text: str, written: str) -> None:
    assert escape_start(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("C #", "C \\#"), ("a ##", "a \\##"), ("C#", "C#"), ("#", "\\#"), ("a # b", "a # b")],
)
def test_hashes_that_would_close_a_heading_are_escaped(text: str, written: str) -> None:
    assert escape_heading(text) == written


@pytest.mark.parametrize(
    "text", ["Q&A [5 min]", "[5 min] Q & A", "a_b", "a > b", "1 < 2", "a|b", "~5 min", "2 * 3", "a [x] [y]"]
)
def test_signs_that_mean_nothing_in_a_heading_stay(text: str) -> None:
    assert escape_heading(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[link](url)", "\\[link\\](url)"),
        ("[a][b]", "\\[a\\]\\[b\\]"),
        ("[^1]", "\\[^1\\]"),
        ("&amp; &#38;", "\\&amp; \\&#38;"),
        ("<b> <!-- a", "\\<b> \\<!-- a"),
        ("_a_ *b* `c`", "\\_a\\_ \\*b\\* \\`c\\`"),
        ("~a~ b", "\\~a\\~ b"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_signs_that_are_markup_in_a_heading_are_escaped(text: str, written: str) -> None:
    assert escape_heading(text) == written


@given(LINES)
def test_any_text_survives_in_the_middle_of_a_line(text: str) -> None:
    assert shown(f"x {escape(text)} x") == ("paragraph_open", f"x {text} x")


@given(LINES)
def test_any_text_survives_as_a_heading(text: str) -> None:
    assert shown(f"## {escape_heading(text)}") == ("heading_open", text)
    (inline,) = (token for token in READER.parse(f"## {escape_heading(text)}") if token.type == "inline")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


@given(LINES)
def test_any_text_survives_as_a_paragraph(text: str) -> None:
    assert shown(escape_start(escape(text))) == ("paragraph_open", text)


@given(LINES)
def test_any_text_survives_as_a_list_item(text: str) -> None:
    assert shown(f"-   {escape_start(escape(text))}") == ("bullet_list_open", text)


INLINE = [
    "`code` first",
    "```code``` first",
    "**bold** first",
    "<b>bold</b> first",
    "[link](https://example.org) first",
    "<https://example.org> first",
    "<ada@example.org>",
]


@pytest.mark.parametrize("text", INLINE)
def test_inline_markdown_at_the_start_of_an_item_is_kept(text: str) -> None:
    assert escape_start(text) == text


@pytest.mark.parametrize(
    "text", [*INLINE, "```x", "~~~ x", "<!-- x", "<?x", "<div> x", "</div>", "<b>", "<B >", "<pre>"]
)
def test_nothing_at_the_start_of_an_item_swallows_the_next_one(text: str) -> None:
    tokens = READER.parse(f"-   {escape_start(text)}\n    -   next\n")
    assert [token.type for token in tokens].count("list_item_open") == 2


@given(LINES, LINES)
def test_any_text_survives_in_a_table(heading: str, text: str) -> None:
    tokens = READER.parse(f"| {escape(heading)} | x |\n| - | - |\n| {escape(text)} | y |\n")
    found = [
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    ]
    assert found == [heading, "x", text, "y"]


@pytest.mark.parametrize(
    ("day", "written"), [("2020-11-02", "2 November 2020"), ("2021-01-31", "31 January 2021")]
)
def test_a_date_is_written_in_english(day: str, written: str) -> None:
    assert long_date(date.fromisoformat(day)) == written
