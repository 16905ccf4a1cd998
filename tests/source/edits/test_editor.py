"""Each edit writes its lines where people would, or is refused."""

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest
from support.edits import NEW, actions, edit, load
from support.yamlstyles import STYLES, join, lines_of

from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable
from minutebook.source.yaml.decoder import LARGEST
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.loader import read


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
