"""Edits change the lines they must and no other, in whatever style a file is written."""

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.edits import NEW, actions, at, edit, load
from support.yamlstyles import STYLES, Lines, join, letters, lines_of

from minutebook.records.problem import KeyPath
from minutebook.source.edits.actions import set_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.spans import spans_of
from minutebook.source.yaml import parser
from minutebook.source.yaml.quotes import write_text

NEWLINES = pytest.mark.parametrize(
    ("newline", "final"), [("\n", True), ("\r\n", False)], ids=["LF", "CRLF-but-no-final-one"]
)

EACH_STYLE = pytest.mark.parametrize("style", [pytest.param(text, id=name) for name, text in STYLES.items()])


def comments(lines: Sequence[str]) -> int:
    return sum(1 for line in lines if re.search(r"(^|\s)# ", line) and "# no" not in line)


def newlines_are_kept(text: str, result: str) -> None:
    newline = "\r\n" if "\r\n" in text else "\n"
    assert result.count("\n") == result.count(newline)
    assert result.endswith("\n") == text.endswith("\n")


def only_changed(lines: Lines, text: str, result: str, margin: str) -> None:
    """Insist that nothing outside of an item's lines has changed, and that no comment is lost."""
    newlines_are_kept(text, result)
    own = [index for index, (other, _) in enumerate(lines) if other == margin]
    old, new = text.splitlines(), result.splitlines()
    behind = len(old) - own[-1] - 1
    assert new[: own[0]] == old[: own[0]]
    assert new[len(new) - behind :] == old[own[-1] + 1 :]
    assert comments(new) == comments(old)


def owned(lines: Lines, text: str) -> list[tuple[str, KeyPath]]:
    """Return each action item with the margin of its lines."""
    found = actions(text)
    return list(zip(letters(lines) or ["x"] * len(found), found, strict=True))


def check_set(lines: Lines, text: str) -> None:
    for margin, path in owned(lines, text):
        data = load(text)
        key = "task" if "task" in at(data, path) else next(iter(at(data, path)))
        result = edit(text, Editor.set, (*path, key), "new: #1")
        at(data, path)[key] = "new: #1"
        assert load(result) == data
        only_changed(lines, text, result, margin)


def check_add_key(lines: Lines, text: str) -> None:
    for margin, path in owned(lines, text):
        data = load(text)
        if "task" not in at(data, path):
            continue
        result = edit(text, set_field, path, "status", "done")
        at(data, path)["status"] = "done"
        assert load(result) == data
        only_changed(lines, text, result, margin)


def check_rename_key(lines: Lines, text: str) -> None:
    for margin, path in owned(lines, text):
        data = load(text)
        item = at(data, path)
        if "task" in item:
            continue
        owner = next(iter(item))
        entries = {"id": "n1ew", "owner": [owner, "Mat: B"]}
        result = edit(text, Editor.rename_key, (*path, owner), entries, "task")
        item.update(entries, task=item.pop(owner))
        assert load(result) == data
        assert list(at(load(result), path)) == ["id", "owner", "task"]
        only_changed(lines, text, result, margin)


def check_append(lines: Lines, text: str) -> None:
    for path in {path[:-1] for _, path in owned(lines, text)}:
        data = load(text)
        result = edit(text, Editor.append, path, dict(NEW))
        at(data, path).append(NEW)
        assert load(result) == data
        newlines_are_kept(text, result)
        old, new = text.splitlines(), result.splitlines()
        assert comments(new) == comments(old)
        last = [margin for margin, other in owned(lines, text) if other[:-1] == path][-1]
        if last != "x":  # it stands right behind the last item and its comments, which may have got a comma
            behind = 1 + max(index for index, (margin, _) in enumerate(lines) if margin == last)
            assert without_commas(new[:behind]) == without_commas(old[:behind])
            assert new[len(new) - len(old) + behind :] == old[behind:]


def without_commas(lines: Sequence[str]) -> list[str]:
    """Return lines without the comma behind what stands there, which a neighbour can bring or take."""
    return [re.sub(r"([}\]]),", r"\1", line) for line in lines]


def check_remove(lines: Lines, text: str) -> None:
    for margin, path in owned(lines, text):
        data = load(text)
        if len(at(data, path[:-1])) == 1:
            continue
        result = edit(text, Editor.remove, path)
        del at(data, path[:-1])[int(path[-1])]
        assert load(result) == data
        newlines_are_kept(text, result)
        if margin != "x":
            rest = [line for other, line in lines if other != margin and line.strip()]
            new = [line for line in result.splitlines() if line.strip()]
            assert without_commas(new) == without_commas(rest)


def check_remove_key(lines: Lines, text: str) -> None:
    for margin, path in owned(lines, text):
        for key in list(at(load(text), path)):
            data = load(text)
            if len(at(data, path)) == 1:
                continue
            result = edit(text, Editor.remove_key, (*path, key))
            del at(data, path)[key]
            assert load(result) == data
            newlines_are_kept(text, result)
            own = [index for index, (other, _) in enumerate(lines) if other == margin]
            rest = text.splitlines()[own[-1] + 1 :]
            assert result.splitlines()[: own[0]] == text.splitlines()[: own[0]]
            assert result.splitlines()[-len(rest) :] == rest or not rest


def check_append_and_remove(lines: Lines, text: str) -> None:
    for path in {path[:-1] for _, path in owned(lines, text)}:
        longer = edit(text, Editor.append, path, dict(NEW))
        last = len(at(load(longer), path)) - 1
        assert edit(longer, Editor.remove, (*path, last)) == text


EDITS = {
    "set": check_set,
    "add a key": check_add_key,
    "rename a key": check_rename_key,
    "append": check_append,
    "remove": check_remove,
    "remove a key": check_remove_key,
    "append and remove": check_append_and_remove,
}

EACH_EDIT = pytest.mark.parametrize("check_edit", [pytest.param(one, id=name) for name, one in EDITS.items()])


@EACH_EDIT
@EACH_STYLE
@NEWLINES
def test_an_edit_of_one_item_changes_only_its_lines(
    style: str, check_edit: Callable[[Lines, str], None], newline: str, final: bool
) -> None:
    lines = lines_of(style)
    check_edit(lines, join(lines, newline, final=final))


@EACH_STYLE
def test_both_parsers_find_the_same_spans(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = join(lines_of(style))
    fast = spans_of(text)
    monkeypatch.setattr(parser, "CParser", None)
    assert spans_of(text) == fast


TEXTS = st.sampled_from(
    ["one", "it's", 'say "so"', "a: b", "#1", "日本 😀", "x" * 200, "- a", "3.10", "[x]", "\\ 'q'"]
)


@st.composite
def documents(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Return a meeting with action items, written in a style that people use."""
    offset, width = draw(st.sampled_from([(0, 2), (2, 2), (4, 2), (0, 4), (4, 4), (1, 3)]))
    yes = st.booleans()
    lines = [("", "date: 2020-10-26"), *[("", "")] * draw(yes)]
    column, kind = 0, ""
    for key, first in (("sections", "title: A"), ("actions", "topic: T")):
        if draw(yes):
            lines += [
                ("", " " * column + f"{key}:"),
                ("", " " * (column + offset) + "-".ljust(width) + first),
            ]
            column, kind = column + offset + width, first.split(":")[0]
            if draw(yes) and key == "sections":
                lines += [("", " " * column + "notes: |"), ("", " " * column + "  # text")]
    lines.append(("", " " * column + "actions:" + "  # why" * draw(yes)))
    spaced = draw(yes)
    count = draw(st.integers(1, 4))
    for margin in "abcd"[:count]:
        if spaced and margin != "a":
            lines.append(("", draw(st.sampled_from(["", "  "]))))
        lines += [(margin, " " * (column + offset) + line) for line in draw(items(margin, width))]
    lines += [("", line) for line in draw(tails(column, offset, width, kind))]
    return lines


@st.composite
def items(draw: st.DrawFn, margin: str, width: int) -> list[str]:
    """Return the lines of an action item from its comments on, not indented."""
    yes = st.booleans()
    owner, task = draw(TEXTS), draw(TEXTS)
    written = [_quoted(text, draw(yes)) for text in (owner, task)]
    kind = draw(st.sampled_from(["long", "short", "braces", "block", "list"]))
    long = [f"id: {margin}1{margin}{margin}", f"owner: {written[0]}", f"task: {written[1]}"]
    entries = {
        "long": draw(st.permutations(long)),
        "short": [f"{written[0]}: {written[1]}"],
        "braces": ["{" + ", ".join(draw(st.permutations(long))) + "}"],
        "block": [*long[:2], draw(st.sampled_from(["task: >-", "task: |-"])), "   " + "a # no: 'comment"],
        "list": ["owner:", f"- {written[0]}", f"  - {written[0]}", long[2]],
    }[kind]
    if kind == "list":
        entries[2] = entries[1]
    elif kind != "block" and draw(yes):
        entries[-1] += "  # behind"
    inside = ["# inside"] * (kind == "long" and draw(yes))
    body = [*entries[:1], *inside, *entries[1:]]
    first = ["-  # behind the dash - so"] if draw(yes) else []
    rows = [" " * width + row for row in body]
    if not first:
        rows[0] = "-".ljust(width) + rows[0].lstrip()
    below = [" " * width + "# below"] * (kind != "block" and draw(yes))
    return ["# above"] * draw(yes) + first + rows + below


@st.composite
def tails(draw: st.DrawFn, column: int, offset: int, width: int, kind: str) -> list[str]:
    """Return what comes behind the action items."""
    gap = [""] * draw(st.integers(0, 2))
    comment = [" " * min(column, offset) + "# about what follows"] * draw(st.booleans())
    following = draw(st.sampled_from([[], ["x-end: 1"], ["# the end"]]))
    if column and draw(st.booleans()):
        following = [" " * offset + "-".ljust(width) + f"{kind}: other"] if column == offset + width else []
    return [*gap, *(comment if following else []), *following]


def _quoted(text: str, single: bool) -> str:
    return "'" + text.replace("'", "''") + "'" if single else write_text(text, in_flow=True)


@given(documents(), st.sampled_from(list(EDITS)), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=400)
def test_an_edit_of_one_item_changes_only_its_lines_in_any_style(
    lines: Lines, name: str, newline: str, final: bool
) -> None:
    EDITS[name](lines, join(lines, newline, final=final))
