"""The rules about prose: what is open at its end, headings and action items in it."""

from textwrap import indent

import pytest
from support.findings import broken_rules, dated, findings, only_finding
from support.samples import meeting

from minutebook import rules
from minutebook.records.meeting import Meeting
from minutebook.rules.prose import headings, open_at_end


def item(text: str = "", name: str = "a1bcde", owner: str = "Mat", task: str = "write the page") -> str:
    return f"actions: [{{id: {name}, owner: {owner}, task: {task}{text}}}]"


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("", ""),
        ("```\ncode\n```", ""),
        ("```python\ncode", "```"),
        ("~~~\n```\n~~~", ""),
        ("````\n```\n", "````"),
        ("````\n`````", ""),
        ("```\n``` x", "```"),
        ("``` a`b", ""),
        ("-   item\n    ```\n    code\n    ```", ""),
        ("-   ```\n    code", "```"),
        ("<!-- closed -->", ""),
        ("a <!-- open", "<!--"),
        ("<!-- a --> <!-- b", "<!--"),
        ("write `<!--` to begin", ""),
    ],
)
def test_what_is_open_at_the_end_of_prose_is_found(text: str, opened: str) -> None:
    assert open_at_end(text) == opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title", ["# Title"]),
        ("###### six", ["###### six"]),
        ("####### seven", []),
        ("#445 is open", []),
        ("    # code", []),
        ("```\n# comment\n```\n## Title", ["## Title"]),
        ("Title\n---", ["Title"]),
        ("Title\n===\n", ["Title"]),
        ("Prose.\n\n---\n", []),
        ("- item\n---", []),
        ("| a |\n---", []),
        ("```\ncode\n```\n---", []),
        ("# of tickets", ["# of tickets"]),
    ],
)
def test_headings_in_prose_are_found(text: str, expected: list[str]) -> None:
    assert list(headings(text)) == expected


def test_the_notes_of_a_topic_are_prose_too() -> None:
    last = dated("2020-10-26", 'actions: [{topic: T, notes: "# x\\n```"}, {topic: U}]')
    assert [(f.rule, f.key_path) for f in findings(last) if f.rule != "title-missing"] == [
        ("open-block", ("actions", 0, "notes")),
        ("heading-in-notes", ("actions", 0, "notes")),
    ]


@pytest.mark.parametrize(
    "line", ["AI (Mat): call them", "-   AI (Mat): call them", "  * AI(Mat) : call them"]
)
def test_a_promise_in_prose_is_told_with_the_item_to_write(line: str) -> None:
    finding = only_finding("action-in-notes", with_notes(f"Prose.\n{line}"))
    assert (finding.severity, finding.line) == ("warning", 1)
    assert finding.hint.endswith("- Mat: call them")


@pytest.mark.parametrize("line", ["the AI (Mat): x", "AI (Mat)", "AI: x"])
def test_what_only_mentions_a_promise_is_prose(line: str) -> None:
    assert broken_rules(with_notes(line)) == []


def with_notes(text: str) -> Meeting:
    return dated("2020-10-26", "notes: |\n" + indent(text, "  "))


def test_one_walk_over_the_fences_serves_headings_and_open_blocks() -> None:
    text = "Title\n```\n# code\nTitle\n---\n``` x\n```\n---\nTitle\n---\n~~~\n# open"
    assert (list(headings(text)), open_at_end(text)) == (["Title"], "~~~")
    assert open_at_end("```\ncode\n```") == ""


def test_a_heading_is_found_where_it_stands_and_not_in_code_above() -> None:
    last = meeting("date: 2020-10-26\ntitle: T\nnotes: |\n  ```\n  # A\n  ```\n\n  # A\n")
    found = [one for one in rules.lone_findings(last) if one.rule == "heading-in-notes"]
    assert [one.line for one in found] == [4]
