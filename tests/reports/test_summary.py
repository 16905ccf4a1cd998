"""The summary of a check: what it says, in which order, and that no value gets out of its place."""

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.samples import problem

from minutebook.records.problem import Location, Problem
from minutebook.reports.summary import LIMIT, FileView, Removal, Summary, size, write_summary

TITLE = "Minutes that differ from commit 1a2b3c4"
HOSTILE = [
    "</details>",
    "<details>",
    "a </summary></details> b",
    "<!-- never closed",
    "<!--@x>",
    "<script>",
    "<br></details>",
    "<x:y></details>",
    "<a@b.c></details>",
    "</a@b>",
    "<pre>",
    "<?x",
    "<![CDATA[",
    "```",
    "~~~~\nx",
    "    ```",
    "-   a\n\n    ```",
    "a | b",
    "a \\",
    "a\\|b",
    "[x]: https://example.org",
    "| a |\n| - |\n| `b |",
    "> a\n```",
    "x\r</details>",
    "# x",
    "a\n===",
    "\x1b[0m\u202e\udce9",
    "",
]
texts = st.sampled_from(HOSTILE) | st.text() | st.lists(st.sampled_from(HOSTILE)).map("\n".join)


class Page(HTMLParser):
    """What a reader sees: the tags of the page in their order, and the text below each."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
        # What begins so and never ends hides the rest of a page, which this parser does not see.
        assert "<!" not in html
        assert "<?" not in html
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag == "br":
            return
        self.open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data


def page(*problems: Problem, **parts: Any) -> Page:
    return Page(write_summary(Summary(problems, TITLE, **parts)))


def test_all_is_well_and_nothing_changed() -> None:
    assert write_summary(Summary((), TITLE)) == f"## minutebook: no problems\n\n### {TITLE}\n\nNone\n"


def test_problems_are_counted_and_stand_in_a_table_with_their_mends() -> None:
    found = [problem(hint="Write: owner: Diego"), problem(severity="warning", record="", message="x")]
    lines = write_summary(Summary(tuple(found), TITLE)).split("\n")
    assert lines[0] == "## minutebook: 1 error, 1 warning"
    assert lines[2] == "| Place | Rule | What is wrong | How to fix it |"
    assert lines[4:6] == [
        "| meetings/technology/2020-10-26.yaml:31:20 | unknown-person "
        "| action k7q2m4: owner 'Digeo' is not in the roster; did you mean Diego? | Write: owner: Diego |",
        "| meetings/technology/2020-10-26.yaml:31:20 | unknown-person | warning: x | |",
    ]


def test_lines_to_write_keep_their_indentation() -> None:
    assert "Write:<br>&nbsp;&nbsp;a: b |" in write_summary(Summary((problem(hint="Write:\n  a: b"),), TITLE))


def test_what_sync_would_write_stands_behind_the_problems_with_the_command() -> None:
    written = write_summary(Summary((problem(),), TITLE, fixes=(FileView("a.md", "--- a.md\n+x"),)))
    assert written.index("unknown-person") < written.index("`minutebook sync --stage`") < written.index(TITLE)
    assert (
        "<details>\n<summary>a.md</summary>\n\n```diff\n--- a.md\n+x\n```\n\n</details>\n\n### Min" in written
    )


def test_what_changed_is_a_list_of_sentences_below_their_meeting() -> None:
    changes = (("a.yaml", "JIRA Open 169 -> 154", "*Ada* attending"), ("b.yaml: removed",))
    written = write_summary(Summary((), TITLE, changes=changes))
    assert written.split("\n### ")[1] == (
        "What changed\n\n"
        "-   a.yaml\n    -   JIRA Open 169 -\\> 154\n    -   \\*Ada\\* attending\n-   b.yaml: removed\n"
    )


def test_minutes_are_shown_as_they_will_look_without_the_note_for_those_who_open_the_file() -> None:
    minutes = (
        "<!-- Minutes of a.yaml -->\n# Team\n\n**A:** <https://example.org/x>  \n\n| a |\n| - |\n| b<br>c |\n"
    )
    shown = page(minutes=(FileView("a.md", minutes),))
    assert shown.texts["summary"] == ["a.md"]
    assert shown.texts["h1"] == ["Team"]
    assert shown.texts["a"] == ["https://example.org/x"]
    assert shown.texts["td"] == ["bc"]


def test_meetings_that_went_are_listed() -> None:
    gone = (Removal("a.yaml", "deleted"), Removal("b_c_.md", "skipped"))
    assert page(removals=gone).texts["li"] == ["a.yaml: deleted", "b_c_.md: skipped"]


def test_a_series_that_cant_be_read_is_named() -> None:
    assert "The minutes of meetings/team can be shown" in page(unreadable=("meetings/team",)).texts["p"][0]


def test_a_remark_stands_in_the_place_of_the_minutes() -> None:
    written = write_summary(Summary((), "Minutes that changed", remark="Set `fetch-depth: 2`."))
    assert written.endswith("### Minutes that changed\n\nSet `fetch-depth: 2`.\n")


@given(texts, texts, texts)
def test_no_value_leaves_its_cell(message: str, hint: str, path: str) -> None:
    shown = page(problem(message=message, hint=hint, path=path), problem(message="last"))
    assert shown.tags.count("tr") == 3
    assert shown.tags.count("td") == 8
    assert shown.texts["td"][6] == "action k7q2m4: last"
    assert not shown.open


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"])))
def test_a_message_is_shown_as_it_is(message: str) -> None:
    assert page(problem(message=f"1{message}", record="")).texts["td"][2] == f"1{message}"


@pytest.mark.parametrize("first", HOSTILE)
def test_no_minutes_and_no_diff_leave_their_fold(first: str) -> None:
    assert_folded(first, "plain")


@given(texts, texts)
def test_no_text_leaves_its_fold(path: str, text: str) -> None:
    assert_folded(text, path)


def assert_folded(text: str, path: str) -> None:
    """Assert that a text shown as minutes and as a diff ends where the next fold begins, and opens none."""
    files = (FileView(path, text), FileView("last.md", "text of the last"))
    shown = page(fixes=files, minutes=files)
    folds = [tag for tag in shown.tags if tag.strip("/") in {"details", "summary"}]
    assert folds == ["details", "summary", "/summary", "/details"] * 4
    assert "text of the last" in shown.texts["details"][1]
    assert "text of the last" in shown.texts["details"][3]
    assert not shown.open


def test_a_tag_is_shown_as_text_in_prose_and_in_code() -> None:
    shown = page(minutes=(FileView("a.md", "a <b>c\n\n    <d>\n"),))
    seen = "".join(shown.texts["blockquote"]).replace("\u2060", "")
    assert ("a <b>c" in seen, "<d>" in seen) == (True, True)


def test_whole_meetings_are_left_out_where_there_is_no_room_and_that_is_said() -> None:
    minutes = tuple(FileView(f"{number}.md", "x" * 300_000) for number in range(5))
    written = write_summary(Summary((problem(),), TITLE, minutes=minutes))
    assert 3 * 300_000 < size(written) <= LIMIT
    assert "unknown-person" in written
    assert [f"<summary>{number}.md" in written for number in range(5)] == [True] * 3 + [False] * 2
    assert "left out here: 2 meetings." in written
    assert Page(written).tags.count("/details") == 3


def test_a_smaller_meeting_is_shown_where_a_larger_one_has_no_room() -> None:
    minutes = (FileView("large.md", "x" * LIMIT), FileView("small.md", "x"))
    written = write_summary(Summary((), TITLE, minutes=minutes))
    assert "small.md" in written
    assert "left out here: 1 meeting." in written


def test_problems_are_kept_before_all_else() -> None:
    found = tuple(problem(location=Location(number, 1), hint="Mend it. " * 20) for number in range(1, 3000))
    written = write_summary(Summary(found, TITLE, fixes=(FileView("a.md", "x" * LIMIT),)))
    assert written.count("unknown-person") == 2999
    assert "left out here: 1 change." in written


def test_of_too_many_problems_the_first_are_shown() -> None:
    found = tuple(problem(location=Location(number, 1)) for number in range(1, 20_000))
    written = write_summary(Summary(found, TITLE))
    assert size(written) <= LIMIT
    shown = written.count("unknown-person")
    assert f"left out here: {19_999 - shown} problems." in written
    assert shown > 3_000


@given(st.integers(-100, 5_000), st.lists(texts, max_size=8))
def test_a_summary_is_never_longer_than_there_is_room(limit: int, given_texts: list[str]) -> None:
    files = tuple(FileView(text, text * 9) for text in given_texts)
    found = tuple(problem(message=text) for text in given_texts)
    assert size(write_summary(Summary(found, TITLE, fixes=files, minutes=files), limit)) <= max(limit, 0)


def test_one_long_cell_does_not_widen_the_others() -> None:
    found = (problem(hint="x" * 10_000), *[problem()] * 50)
    assert size(write_summary(Summary(found, TITLE))) < 40_000
