"""Edits change the lines they must and no other, in whatever style a file is written."""

import re
from collections.abc import Callable, Sequence
from textwrap import dedent
from typing import Any, Concatenate, ParamSpec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.yamlstyles import STYLES, Lines, join, letters, lines_of

from minutebook.records.problem import KeyPath
from minutebook.source.build import build_meeting
from minutebook.source.edits.actions import set_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable
from minutebook.source.edits.spans import spans_of
from minutebook.source.schema import schemas
from minutebook.source.yaml import parser
from minutebook.source.yaml.decoder import LARGEST
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.quotes import write_text

NEW = {"id": "n1ew", "owner": "Diego", "task": "ask: what now?"}
P = ParamSpec("P")

NEWLINES = pytest.mark.parametrize(
    ("newline", "final"), [("\n", True), ("\r\n", False)], ids=["LF", "CRLF-but-no-final-one"]
)
EACH_STYLE = pytest.mark.parametrize("style", [pytest.param(text, id=name) for name, text in STYLES.items()])


def load(text: str) -> Any:
    document = read("2020-10-26.yaml", text.encode())
    return document.data


def actions(text: str) -> list[KeyPath]:
    """Return where the action items of a meeting stand, in the order of the file."""
    document = read("2020-10-26.yaml", text.encode())
    assert schemas.problems("meeting", document) == ()
    return [action.key_path for action in build_meeting(document).actions]


def edit(
    text: str, change: Callable[Concatenate[Editor, P], None], *values: P.args, **named: P.kwargs
) -> str:
    """Return a text after an edit; what it holds is then what the editor meant."""
    editor = Editor("2020-10-26.yaml", text, load(text))
    change(editor, *values, **named)
    result = editor.result()
    assert load(result) == editor.data
    return result


def at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


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


def after(text: str, change: Callable[[Editor], None]) -> str:
    """Return an indented text after an edit."""
    return edit(dedent(text), change)


def append(*path: str | int) -> Callable[[Editor], None]:
    return lambda editor: editor.append(path, dict(NEW))


def test_a_new_item_stands_before_the_comment_that_introduces_the_next_section() -> None:
    text = """\
        date: 2020-10-26
        sections:
          - title: A
            actions:
              - Mat: one
                # said by Mat

          # what comes now
          # is important
          - title: B
        """
    assert after(text, append("sections", 0, "actions")) == dedent("""\
        date: 2020-10-26
        sections:
          - title: A
            actions:
              - Mat: one
                # said by Mat
              - id: n1ew
                owner: Diego
                task: "ask: what now?"

          # what comes now
          # is important
          - title: B
        """)


def test_a_new_item_stands_before_the_comment_about_the_next_topic() -> None:
    text = """\
        date: 2020-10-26
        actions:
          - topic: T
            actions:
              - Mat: one
          # about U
          - topic: U
        """
    assert after(text, append("actions", 0, "actions")) == dedent("""\
        date: 2020-10-26
        actions:
          - topic: T
            actions:
              - Mat: one
              - id: n1ew
                owner: Diego
                task: "ask: what now?"
          # about U
          - topic: U
        """)


def test_a_new_item_stands_behind_the_blank_lines_that_a_block_keeps() -> None:
    text = "date: 2020-10-26\nactions:\n- owner: Mat\n  task: one\n  x-log: |+\n    kept\n\n\nx-end: 1\n"
    assert edit(text, append("actions")) == text.replace(
        "x-end", '- id: n1ew\n  owner: Diego\n  task: "ask: what now?"\nx-end'
    )


@pytest.mark.parametrize("empty", ["actions: []", "actions: [ ]", "actions:", "actions: ~"])
def test_the_first_item_of_an_empty_list_stands_where_the_list_does(empty: str) -> None:
    text = f"date: 2020-10-26\n{empty}  # none yet\nsections:\n  - title: A\n"
    assert edit(text, append("actions")) == dedent("""\
        date: 2020-10-26
        actions:  # none yet
          - id: n1ew
            owner: Diego
            task: "ask: what now?"
        sections:
          - title: A
        """)


def test_the_first_item_of_an_empty_list_at_the_end_of_a_file() -> None:
    new = 'actions:\r\n  - id: n1ew\r\n    owner: Diego\r\n    task: "ask: what now?"'
    assert edit("date: 2020-10-26\r\nactions: []", append("actions")) == f"date: 2020-10-26\r\n{new}"


def test_an_empty_list_with_a_comment_in_it_stays_between_brackets() -> None:
    text = "date: 2020-10-26\nactions: [\n  # none yet\n  ]\n"
    flow = '{id: n1ew, owner: Diego, task: "ask: what now?"}'
    assert edit(text, append("actions")) == f"date: 2020-10-26\nactions: [{flow}\n  # none yet\n  ]\n"


@pytest.mark.parametrize("empty", ["actions: []", "actions: ", "actions: ~"])
def test_the_first_item_of_an_empty_list_in_a_section_between_braces(empty: str) -> None:
    text = f"date: 2020-10-26\nsections:\n  - {{title: A, {empty}}}\n"
    flow = 'actions: [{id: n1ew, owner: Diego, task: "ask: what now?"}]'
    assert edit(text, append("sections", 0, "actions")) == text.replace(empty.rstrip(), flow)


def test_a_new_list_stands_behind_what_its_section_says_and_before_the_sections_below() -> None:
    text = """\
        date: 2020-10-26
        sections:
        -   title: A
            notes: |
              text
            # about B
            sections:
            -   title: B
                actions:
                -   Mat: one
        """
    assert after(
        text, lambda editor: editor.add(("sections", 0), "actions", [NEW], predecessors=["title", "notes"])
    ) == dedent("""\
        date: 2020-10-26
        sections:
        -   title: A
            notes: |
              text
            actions:
            -   id: n1ew
                owner: Diego
                task: "ask: what now?"
            # about B
            sections:
            -   title: B
                actions:
                -   Mat: one
        """)


def test_a_key_goes_before_the_others_where_none_of_those_it_follows_is_there() -> None:
    text = (
        "date: 2020-10-26\nactions:\n  -   # c\n    owner: Mat\n    task: one\n  - {owner: Mat, task: two}\n"
    )
    first = edit(text, lambda editor: editor.add(("actions", 0), "id", "a1aa"))
    assert first == text.replace("    owner", "    id: a1aa\n    owner")
    second = edit(text, lambda editor: editor.add(("actions", 1), "id", "a1aa"))
    assert second == text.replace("{owner", "{id: a1aa, owner")


def test_a_key_before_another_with_a_question_mark() -> None:
    text = "date: 2020-10-26\nactions:\n  - ? owner\n    : Mat\n    ? task\n    : one\n"
    result = edit(text, lambda editor: editor.add(("actions", 0), "id", "a1aa"))
    assert result == text.replace("? owner", "id: a1aa\n    ? owner")


def test_the_last_item_takes_its_list_with_it() -> None:
    text = "date: 2020-10-26\nsections:\n  - title: A\n    actions:  # why\n      - Mat: one\n    sections: [{title: B}]\n"
    result = edit(text, lambda editor: editor.remove(("sections", 0, "actions", 0)))
    assert result == "date: 2020-10-26\nsections:\n  - title: A\n    sections: [{title: B}]\n"


def test_the_last_item_takes_a_section_with_it_that_has_nothing_else() -> None:
    text = "date: 2020-10-26\nsections:\n  - actions:\n      - Mat: one\n  - title: B\n"
    result = edit(text, lambda editor: editor.remove(("sections", 0, "actions", 0)))
    assert result == "date: 2020-10-26\nsections:\n  - title: B\n"


def test_the_comment_about_the_key_behind_a_list_that_goes_is_kept() -> None:
    text = "date: 2020-10-26\nsections:\n  - actions:\n      - Mat: one\n    # about x\n    x-end: 1\n"
    result = edit(text, lambda editor: editor.remove(("sections", 0, "actions", 0)))
    assert result == "date: 2020-10-26\nsections:\n  - # about x\n    x-end: 1\n"


def test_a_comment_between_braces_outlives_the_key_before_it() -> None:
    text = "date: 2020-10-26\nactions: [{owner: Mat, task: one, id: a1aa,  # id\n  status: open}]\n"
    result = edit(text, lambda editor: editor.remove_key(("actions", 0, "status")))
    assert result == text.replace("status: open", "")
    result = edit(text, lambda editor: editor.remove_key(("actions", 0, "id")))
    assert result == text.replace("id: a1aa,", "")


def test_a_value_that_was_not_written_yet_is_written_before_the_comment_behind_its_key() -> None:
    text = "date: 2020-10-26\nheader:\n  Room:  # ask Mat\n  Phone:\nx-end: 1\n"
    result = edit(text, lambda editor: editor.set(("header", "Room"), "2317"))
    result = edit(result, lambda editor: editor.set(("header", "Phone"), "none"))
    assert result == text.replace("Room:", 'Room: "2317"').replace("Phone:", "Phone: none")


def test_a_block_of_text_is_replaced_whole() -> None:
    text = (
        "date: 2020-10-26\nactions:\n  - owner: Mat\n    task: >-\n      one\n\n      two\n\n  - Mat: three\n"
    )
    result = edit(text, lambda editor: editor.set(("actions", 0, "task"), "four"))
    assert result == text.replace(">-\n      one\n\n      two", "four")


def test_the_lines_of_an_item_are_those_of_its_file_moved_to_the_left() -> None:
    text = STYLES["comments everywhere"]
    lines = lines_of(text)
    editor = Editor("a.yaml", join(lines, "\r\n"), load(join(lines)))
    at_b = actions(join(lines))[1]
    assert editor.source_lines(at_b) == [line[6:] for margin, line in lines if margin == "b"]


def test_an_item_that_shares_its_line_with_a_colon_is_taken_from_its_dash_on() -> None:
    text = "date: 2020-10-26\n? actions\n: - owner: Mat\n    task: one\n  - Mat: two\n"
    editor = Editor("a.yaml", text, load(text))
    assert editor.source_lines(("actions", 0)) == ["- owner: Mat", "  task: one"]
    assert editor.source_lines(("actions", 1)) == ["- Mat: two"]


def test_an_item_that_shares_its_line_with_a_colon_is_not_removed() -> None:
    text = "date: 2020-10-26\n? actions\n: - owner: Mat\n    task: one\n  - Mat: two\n"
    assert "can't be edited" in refused(text, lambda editor: editor.remove(("actions", 0)))


def test_an_item_between_brackets_is_taken_out_of_them() -> None:
    text = 'date: 2020-10-26\nactions: [{owner: [Mat, B], task: "a: b", x-n: ~, x-t: true, x-v: 3.10, x-l: "a\\nb"}]\n'
    editor = Editor("a.yaml", text, load(text))
    lines = editor.source_lines(("actions", 0))
    assert lines == [
        "- owner: [Mat, B]",
        '  task: "a: b"',
        "  x-n: ~",
        "  x-t: true",
        "  x-v: 3.10",
        '  x-l: "a\\nb"',
    ]
    assert load("\n".join(["actions:", *lines])) == {"actions": load(text)["actions"]}


@pytest.mark.parametrize("target", ["actions: [Mat: one]", "actions:\n  - Mat: one"])
def test_whatever_an_item_holds_can_be_written(target: str) -> None:
    held: dict[str, Any] = {
        "owner": ["Mat"],
        "task": "x",
        "x-a": None,
        "x-b": True,
        "x-c": Ambiguous("3.10"),
        "x-d": "a\n\nb\n",
    }
    held |= {
        "x-e": " a\n",
        "x-f": {"deep": [1, {"er": "\n"}]},
        "x-g": [],
        "x-h": {},
        "x-i": "a\nb",
        "x-j": "",
    }
    text = f"date: 2020-10-26\n{target}\n"
    assert load(edit(text, lambda editor: editor.append(("actions",), held)))["actions"][1] == held


def test_newlines_are_of_the_kind_that_most_lines_have() -> None:
    text = "date: 2020-10-26\r\nactions:\n- Mat: one\n"
    assert edit(text, append("actions")).count("\r\n") == 1


def refused(text: str, change: Callable[[Editor], None]) -> str:
    """Insist that an edit is refused, and return the reason."""
    with pytest.raises(NotEditable) as caught:
        edit(text, change)
    assert caught.value.path == "2020-10-26.yaml"
    return str(caught.value)


def test_an_edit_that_would_not_mean_what_was_meant_is_refused() -> None:
    text = "date: 2020-10-26\nactions:\n  - Mat: one\n"
    other = ["- Mat: another", "  # promise"]
    assert "can't be edited" in refused(text, lambda editor: editor.append(("actions",), NEW, other))


def test_an_edit_that_could_not_be_read_is_refused_and_so_is_the_next_one() -> None:
    def change(editor: Editor) -> None:
        editor.append(("actions",), NEW, ["- Mat: [not closed"])
        editor.append(("actions",), NEW)

    assert "can't be edited" in refused("date: 2020-10-26\nactions:\n  - Mat: one\n", change)


def test_an_edit_that_makes_a_file_too_long_is_refused() -> None:
    text = f"date: 2020-10-26\nx-end: {'a' * (LARGEST - 30)}\n"
    assert "bytes" in refused(text, lambda editor: editor.add((), "title", "a" * 50, predecessors=["date"]))


def test_a_key_that_has_not_even_a_colon_is_not_filled() -> None:
    text = "date: 2020-10-26\n? x-own\n? x-other\n: 1\n"
    assert "can't be edited" in refused(text, lambda editor: editor.set(("x-own",), "text"))


def test_without_an_edit_a_text_stays_as_it_is() -> None:
    text = "date:   2020-10-26   \r\n\n#\n"
    assert edit(text, lambda editor: None) == text


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


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("a:\n  -   x  # why\n  - y\n", "a:\n  -   b: 1\n      c: [d, e]  # why\n  - y\n"),
        ("a:\r\n- x\r\n", "a:\r\n- b: 1\r\n  c: [d, e]\r\n"),
        ("a: [x, y]\n", "a: [{b: 1, c: [d, e]}, y]\n"),
    ],
)
def test_a_mapping_takes_the_place_of_a_line(text: str, edited: str) -> None:
    editor = Editor("x.yaml", text, read("x.yaml", text.encode()).data)
    editor.set(("a", 0), {"b": 1, "c": ["d", "e"]})
    assert editor.result() == edited


def test_what_needs_quotes_below_actions_stays_as_it_was_typed_until_something_is_edited() -> None:
    text = "actions:\n  - @Mat x: y\n"
    editor = Editor("x.yaml", text, read("x.yaml", text.encode()).data)
    assert editor.result() == text
    editor.add((), "title", "T")
    assert editor.result() == 'title: T\nactions:\n  - "@Mat x: y"\n'
