"""The report of an import: lines for people, and the same for scripts."""

import json

from minutebook.oldminutes.importer import report
from minutebook.oldminutes.importer.values import Difference, StoppedFile

TOTAL = Difference("old/a.md", 7, "corrected total", "Total: 17", "16")
GONE = Difference("old/a.md", 9, "delta without a baseline", "open: +2", "")
STOPPED = StoppedFile("old/b.md", 3, "front matter must be keys", "Move it.")


def test_a_difference_is_a_line_with_the_old_and_the_new_text() -> None:
    assert list(report.difference_lines([TOTAL, GONE])) == [
        "old/a.md:7: corrected total: Total: 17 -> 16",
        "old/a.md:9: delta without a baseline: open: +2",
    ]


def test_a_long_text_is_shortened() -> None:
    (line,) = report.difference_lines([Difference("a.md", 1, "text moved", "x" * 90, "below the title")])
    assert line == f"a.md:1: text moved: {'x' * 69}… -> below the title"


def test_a_stopped_file_comes_with_what_to_do() -> None:
    assert list(report.stopped_lines([STOPPED])) == [
        "old/b.md:3: stopped: front matter must be keys",
        "    Move it.",
    ]


def test_of_many_files_that_were_imported_before_one_is_named() -> None:
    paths = [f"old/{number}.md" for number in range(6)]
    assert list(report.existing_lines(paths)) == [
        "old/0.md and 5 more: there are meetings of these days already; nothing was changed"
    ]
    assert len(list(report.existing_lines(paths[:5]))) == 5


def test_the_summary_counts_by_kind_the_most_frequent_first() -> None:
    summary = report.summary(2, [GONE, TOTAL, TOTAL], [STOPPED], updated=1)
    assert summary.splitlines() == [
        "2 meetings imported, the minutes of 1 later one brought up to date, 1 file stopped; "
        "what reads differently, by kind:",
        "      2 corrected total",
        "      1 delta without a baseline",
    ]


def test_a_summary_of_nothing_is_a_sentence() -> None:
    assert report.summary(0, [], [], dry=True) == "no meetings would be imported."


def test_scripts_get_the_same_keys_of_each() -> None:
    assert json.loads(report.as_json([TOTAL], [STOPPED])) == [
        {
            "path": "old/a.md",
            "line": 7,
            "kind": "corrected total",
            "stated": "Total: 17",
            "now": "16",
            "hint": "",
        },
        {
            "path": "old/b.md",
            "line": 3,
            "kind": "stopped",
            "stated": "",
            "now": "front matter must be keys",
            "hint": "Move it.",
        },
    ]
