"""Whoever writes what a message says, to the letter, is rid of that problem and gets no new one on the line."""

from collections import Counter
from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.followed import followed
from support.notes import Notes
from support.rulepages import File, steps
from support.series import FIRST, SERIES, path_of, read_series
from support.slips import MEETING, ROSTER, mended, slipped

from minutebook.notebook.examination import examine
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.records.problem import Problem
from minutebook.repository.snapshot import File as SnapshotFile
from minutebook.repository.snapshot import Snapshot
from minutebook.rules.explanations import names

ANSWERED_LATER = frozenset({"attendance-short", "id-missing", "count-missing"})
"""What `sync` writes without `--fix`, and what only people know: a count that was never written."""
VALUES = (
    *(
        "3.10",
        "12 (+0)",
        "[1]",
        "{a: b}",
        "true",
        "~",
        "",
        "2020/1/2",
        "a: b",
        "*x*",
        "#1",
        "x #1",
        "\u201cx\u201d",
    ),
    *(
        "@x",
        "[x] y",
        "- a",
        "'a' b",
        "1, 2",
        "12 items",
        "0o7",
        "|",
        "> x",
        "%x",
        "[",
        "]",
        "a\tb",
        '"a',
        "a # b",
    ),
    *(
        "-1",
        "Mat, Diego",
        "(Mat)",
        "`x`",
        "http://x.y",
        "12:30",
        "{x} y",
        "!x",
        "&x",
        "? a",
        "=",
        "Digeo",
        "mat",
    ),
)
SIGNS = " :-#[]{}\"'|>,&*!%@`\t\u00a0\u201c1x\n."


def examined(notebook: Notebook) -> tuple[Problem, ...]:
    return examine(notebook, notebook.days).problems


def circles(notebook: Notebook) -> list[str]:
    """Return what is still or newly wrong on the lines of problems once what they say was written."""
    found = []
    before = examined(notebook)
    known = {(problem.path, problem.rule, problem.message) for problem in before}
    for problem in before:
        data = notebook.snapshot.get(problem.path) or b""
        text = followed(data.decode("utf-8", "replace"), problem)
        if text is None:
            continue
        for after in examined(notebook.with_text(problem.path, text)):
            key = (after.path, after.rule, after.message)
            is_here = (after.path, after.location.line) == (problem.path, problem.location.line)
            is_same = key == (problem.path, problem.rule, problem.message)
            is_new = key not in known and after.severity == "error" and after.rule not in ANSWERED_LATER
            if is_here and (is_same or is_new):
                found.append(f"{problem.message} | {problem.hint} -> {after.message} | {after.hint}")
    return found


def team(text: str) -> Notebook:
    return read_series({SERIES: ROSTER, path_of(FIRST): text})


def words(text: str) -> str:
    """Return the letters and digits of a text, which no mend may lose."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("rule", names())
def test_a_bad_example_can_be_mended_as_its_page_says(rule: str) -> None:
    files = {SERIES: b"title: Team meeting\nschedule: FREQ=WEEKLY;BYDAY=MO\n"}
    for step in steps(rule, "Bad"):
        if not isinstance(step, File):
            break
        files[step.path] = step.content
    listed = {path: SnapshotFile(path, "100644") for path in files}
    snapshot = Snapshot("page", listed, lambda file: files[file.path], lambda _: "")
    assert [circle for notebook in notebooks(snapshot) for circle in circles(notebook)] == []


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("title: Team", "title: {}"),
        ("id: jira", "id: {}"),
        ("labels: State", "labels: {}"),
        ("task: EL8", "task: {}"),
        ("owner: Diego", "owner: {}"),
        ("open tickets: 11", "open tickets: {}"),
        ("[1, 2]", "[1, {}]"),
        ("[BrianL, Mat]", "[BrianL, {}]"),
    ],
)
def test_a_value_that_is_off_can_be_mended_as_the_message_says(line: str, typed: str, value: str) -> None:
    assert circles(team(slipped((line, typed.replace("{}", value))))) == []


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        *(
            ("Open: [1, 2]", row)
            for row in (
                "Open: 6,5",
                "Open: 1,234",
                "Open: 1,234,5",
                "Open: 15 4 1",
                "Open: [1 200, 5]",
                "Open: [20 5]",
                "Open: [1, +14]",
                "Open: 12 (+3), 1 (+1)",
                "Open\t4\t9",
                "Open:\t4\t9",
                "Open | 4 | 9 |",
                "Open: [4, , ]",
                "Open #2: [3, 1]",
                "Open: new: [3, 1]",
                "@Open: [3, 1]",
            )
        ),
        *(
            ("attending: [Mat, Diego]", f"attending: {people}")
            for people in (
                "all, but Mat",
                "all except: Mat",
                "{all but [Mat]}",
                "{all but: [Mat, Diego]",
                "{all but: Mat}",
            )
        ),
        *(
            ("open tickets: 11", counter)
            for counter in ("open tickets: 6,5", "open tickets\t19\t(+2)", "open tickets: 1\u00a0200")
        ),
        *(
            ("        actions:\n", f"        actions:\n          - Mat: sing\n{below}")
            for below in (
                "              done\n",
                "            done: yes\n",
                "              to the bishop: urgent\n",
                "            - aloud\n",
                "              due: 2026-12-24\n",
                "            due: 2026-12-24\n            note: aloud\n",
            )
        ),
    ],
)
def test_what_was_pasted_or_goes_on_below_can_be_mended_as_the_message_says(line: str, typed: str) -> None:
    assert circles(team(slipped((line, typed)))) == []


lines = st.integers(0, MEETING.count("\n") - 1)
columns = st.integers(0, len(MEETING) - 2)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """Return the meeting with one slip of the hand anywhere."""
    place = draw(columns)
    number = draw(lines)
    typed = MEETING.split("\n")
    line = typed[number]
    match draw(
        st.sampled_from(["delete", "double", "insert", "swap", "indent", "quote", "unquote", "lose", "twice"])
    ):
        case "delete":
            return MEETING[:place] + MEETING[place + 1 :]
        case "double":
            return MEETING[:place] + MEETING[place] + MEETING[place:]
        case "insert":
            return MEETING[:place] + draw(st.sampled_from(SIGNS)) + MEETING[place:]
        case "swap":
            return MEETING[:place] + MEETING[place + 1] + MEETING[place] + MEETING[place + 2 :]
        case "indent":
            indent = len(line) - len(line.lstrip()) + draw(st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4]))
            typed[number] = " " * max(indent, 0) + line.lstrip()
        case "quote":
            key, colon, value = line.partition(": ")
            typed[number] = f'{key}{colon}"{value}"' if colon else line
        case "unquote":
            typed[number] = line.replace('"', "")
        case "lose":
            del typed[number]
        case _:
            typed.insert(number, line)
    return "\n".join(typed)


def without_value(line: str) -> object:
    """Return a key that has nothing behind it, and of any other line that it is like no other one."""
    return line if line.endswith((":", ": |")) else object()


@settings(max_examples=40)
@given(slips())
@example(slipped(("    notes: |\n      some", "notes: |\n      some")))
@example(slipped(("notes: |\n", "notes: |\nnotes: |\n")))
def test_one_slip_can_be_mended_as_the_message_says_and_no_word_is_lost(text: str) -> None:
    assert circles(team(text)) == []
    once = mended(text)
    typed, written = Counter(words(text)), Counter(words(once))
    # A misspelt key may have a letter too many, text that stands below no key gets one, and an empty key may go.
    kept = Counter(
        words("\n".join(line for _key, (line, *_) in groupby(text.split("\n"), key=without_value)))
    )
    assert (kept - written).total() <= 1
    assert (written - typed).total() <= len("notes")
    assert mended(once) == once


ITEMS = "sections:\n  - title: Ops\n    actions:\n"
TABLE = "table:\n  id: jira\n  columns: [open, done]\n  rows:\n"


@pytest.mark.parametrize(
    ("head", "typed", "meant"),
    [
        (ITEMS, "      - Owner: Mat\n        Task: sing\n", "      - owner: Mat\n        task: sing\n"),
        (ITEMS, "      - Mat: sing\tDone\n", "      - Mat: sing [DONE]\n"),
        (ITEMS, "      - - Mat: sing\n", "      - Mat: sing\n"),
        (ITEMS, "      - owner: ?\n        task: sing\n", "      - owner: unassigned\n        task: sing\n"),
        *(
            (ITEMS, typed, "      - topic: Choir\n        actions:\n          - Mat: sing\n          - Diego: play\n")
            for typed in (
                "      - topic: Choir\n        - Mat: sing\n        - Diego: play\n",
                "      - topic: Choir\n          - Mat: sing\n          - Diego: play\n",
                "      - topic: Choir\n        Mat: sing\n        Diego: play\n",
                "      - Topic: Choir\n        Actions:\n          - Mat: sing\n          - Diego: play\n",
            )
        ),
        *(
            (ITEMS, f"      - owner: Mat\n        task: {typed}\n", f"      - owner: Mat\n        task: sing\n{status}")
            for typed, status in (("[x] sing", "        status: done\n"), ("[ ] sing", ""))
        ),
        (TABLE, "    Lager: {done: 2, open: 5}\n", "    Lager: [5, 2]\n"),
        (TABLE, "    Lager:\n      open: 5\n      done: 2\n    B: [1, 1]\n", "    Lager: [5, 2]\n    B: [1, 1]\n"),
        (TABLE, "    A: {open: 5, done: 2}\n    B: {done: 1, open: 3}\n", "    A: [5, 2]\n    B: [3, 1]\n"),
        (TABLE, "    Lager: [5,, 2]\n", "    Lager: [5, 2]\n"),
        ("table:\n  columns: [open]\n", "  id: fälle\n  rows: {A: 1}\n", "  id: faelle\n  rows: {A: 1}\n"),
    ],
)  # fmt: skip
def test_what_was_typed_becomes_what_was_meant(notes: Notes, head: str, typed: str, meant: str) -> None:
    notes.write(f"{notes.series}/series.yaml", ROSTER)
    path, texts = f"{notes.series}/{FIRST}.yaml", []
    for lines in (meant, typed):
        notes.write(path, f"date: {FIRST}\n{head}{lines}")
        notes.run("sync", "--fix")
        texts.append(notes.read(path).replace("[5,2]", "[5, 2]"))
    assert texts[0] == texts[1]
    assert notes.problems() == []


@pytest.mark.parametrize(
    ("head", "line", "hint"),
    [
        *(
            (ITEMS, f"        task: sing {closing}", "Write: task: sing\n       status: done\n")
            for closing in ("# erledigt", "#done", "# DONE.")
        ),
        ("counters:\n", "  open tickets: 12 last time", "Write how many there are now, in digits alone"),
        *(
            ("counters:\n", f"  open tickets: {count}", "Write only the digits: 15")
            for count in ("15 statt 12", "12 -> 15", "~~12~~ 15", "von 12 auf 15", "15 (was 12)")
        ),
        (TABLE, "    Lager: [5. 2]", "Write one number for each column between brackets, such as [5, 2]."),
        (ITEMS, "        owner:", "Write a name behind it, or: owner: unassigned"),
    ],
)
def test_what_can_be_meant_in_two_ways_is_told_as_it_was_meant(
    notes: Notes, head: str, line: str, hint: str
) -> None:
    above = "      - owner: Mat\n" if line.startswith("        task") else "      - task: sing\n"
    above = above if line.startswith("        ") else ""
    notes.write(f"{notes.series}/series.yaml", ROSTER)
    notes.write(f"{notes.series}/{FIRST}.yaml", f"date: {FIRST}\n{head}{above}{line}\n")
    (problem,) = notes.problems()
    assert problem["hint"].startswith(hint)
