"""Whatever stands in the place of a meeting: a line that says where and why, exit code 1, and no byte changed."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pytest
from support.effort import at_most
from support.filetrees import bytes_of

if TYPE_CHECKING:
    from support.notes import Notes

DAY = "2020-10-26"
D = f"date: {DAY}\n"
BOMB = (
    D
    + "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
HOSTILE = [
    ("Y01", D + "notes: [link](url)\n", 2, "plain-text"),
    ("Y01", D + "title: a: b\n", 2, "plain-text"),
    ("Y03", f"\ufeff{D}", 1, "encoding"),
    ("Y04", D + "title: a\rnotes: b\n", 2, "line-ending"),
    ("Y08", D + "title: a\ntitle: b\n", 3, "duplicate-key"),
    ("Y08", D + 'counters: {"1": 1, 1: 2}\n', 2, "duplicate-key"),
    ("Y09", D + "title: &a b\n", 2, "plain-text"),
    ("Y09", D + "header: &a {Room: b}\n", 2, "yaml-feature"),
    ("Y10", BOMB, 2, "yaml-feature"),
    ("Y10", D + "x-a: &a [*a]\n", 2, "yaml-feature"),
    ("Y11", D + "<<: {title: a}\n", 2, "yaml-feature"),
    ("Y12", D + "x-a: !!python/object/apply:os.system [exit]\n", 2, "yaml-feature"),
    ("Y12", D + "x-a: !!set {b}\n", 2, "yaml-feature"),
    ("Y13", D + "counters: {a: NO}\n", 2, "not-a-count"),
    ("Y14", D + "counters: {a: 017}\n", 2, "not-a-count"),
    ("Y14", D + "counters: {a: 1_000}\n", 2, "not-a-count"),
    ("Y16", "date: 2020-02-30\n", 1, "wrong-value"),
    ("Y16", "date: 20201026\n", 1, "wrong-value"),
    ("Y16", "date: 2020-W44-1\n", 1, "wrong-value"),
    ("Y17", D + f"counters: {{a: {'9' * 50}}}\n", 2, "not-a-count"),
    ("Y17", D + "counters: {a: +_}\n", 2, "not-a-count"),
    ("Y18", D + "counters: {a: 1.0}\n", 2, "not-a-count"),
    ("Y18", D + "counters: {a: .nan}\n", 2, "not-a-count"),
    ("Y20", D + "x-a: " + "[" * 60_000, 2, "nesting"),
    ("Y21", D + "# " + "x" * 1_000_000, 1, "file-size"),
    ("Y22", "", 1, "empty-file"),
    ("Y22", "# nothing\n", 1, "empty-file"),
    ("Y22", "- a\n", 1, "empty-file"),
    ("Y23", D + "---\ndate: 2020-11-02\n", 2, "yaml-feature"),
    ("Y23", f"%YAML 1.1\n---\n{D}", 1, "yaml-feature"),
    ("Y24", D + "? [a, b]\n: c\n", 2, "yaml-feature"),
    ("Y24", D + "counters: {null: 1}\n", 2, "unquoted-text"),
    ("S10", D + "header: {1: a}\n", 2, "unquoted-text"),
]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        pytest.param(text, line, rule, id=f"{row}-{number}")
        for number, (row, text, line, rule) in enumerate(HOSTILE)
    ],
)
def test_a_hostile_file_is_one_line_and_changes_nothing(text: str, line: int, rule: str, kept: Notes) -> None:
    path = kept.write(f"{kept.series}/{DAY}.yaml", text)
    before = bytes_of(kept.top)
    done = kept.run("sync")
    first = done.stdout.split("\n", 1)[0]
    assert done.returncode == 1
    assert re.match(rf"{path}:{line}:[0-9]+: {rule}: .{{10,400}}\Z", first), done.stdout[:500]
    assert bytes_of(kept.top) == before


def test_windows_newlines_leave_no_return_in_the_minutes(kept: Notes) -> None:
    kept.write(
        f"{kept.series}/{DAY}.yaml", f"date: {DAY}\r\nok: [table-absent]\r\nnotes: |\r\n  a\r\n  b\r\n"
    )
    assert kept.run("sync").returncode == 0
    assert "\na\nb\n" in kept.read(kept.minutes(DAY))


def test_a_text_without_a_newline_at_its_end_can_be_carried_into(kept: Notes) -> None:
    kept.write(f"{kept.series}/2020-10-19.yaml", "date: 2020-10-19\nactions:\n  - unassigned: order parts")
    kept.write(f"{kept.series}/{DAY}.yaml", f"date: {DAY}\nnotes: |\n  a word")
    kept.run("sync")
    assert kept.read(f"{kept.series}/{DAY}.yaml").startswith(f"date: {DAY}\nnotes: |\n  a word\n\nactions:\n")
    assert kept.run("sync").returncode == kept.run("check").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_what_is_no_file_is_neither_followed_nor_waited_for(kind: str, kept: Notes) -> None:
    path = kept.top / kept.series / f"{DAY}.yaml"
    if kind == "link":
        path.symlink_to("/dev/zero")
        expected = (1, "file-kind")
    elif kind == "pipe":
        os.mkfifo(path)
        expected = (0, "")  # git lists no pipes
    else:
        path.mkdir()
        expected = (0, "")
    done = kept.run("check")
    assert (done.returncode, expected[1] in done.stdout) == (expected[0], True)


def test_thousands_of_items_are_checked(kept: Notes) -> None:
    actions = "".join(f"  - {{id: a{n % 10}{n:05}, owner: unassigned, task: t{n}}}\n" for n in range(1_000))
    kept.write(f"{kept.series}/{DAY}.yaml", f"{D}ok: [table-absent]\nactions:\n{actions}")
    with at_most(40):
        assert kept.run("check", "--format", "json").returncode == 1
