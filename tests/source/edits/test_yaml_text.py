"""Edits of which only those read the text again that other edits may have moved."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.source.edits.actions import set_field
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.spans import Spans, spans_of
from minutebook.source.edits.yaml_text import YamlText
from minutebook.source.yaml.loader import read

PATH = "meetings/team/2020-10-26.yaml"
TEXT = """\
date: 2020-10-26
sections:
  - title: First   # of all
    actions:
      # above
      - id: a1aa
        task: one
          # below, and deeper
      - id: a2aa
        task: two

      - id: a3aa
        task: three
        note: |
          words

          more words
    sections:
      - title: Inner
        actions:

          - id: b1bb
            task: four
            status: open

          - id: b2bb
            task: five
  - title: Second
    actions: [{id: c1cc, task: six}, {id: c2cc, task: seven}]
  - title: Third
    actions:
    - id: d1dd
      task: eight
# the end
"""
LISTS = tuple(
    (*section, "actions")
    for section in (("sections", 0), ("sections", 0, "sections", 0), ("sections", 1), ("sections", 2))
)
steps = st.tuples(
    st.sampled_from(("set", "add", "cut", "append", "insert", "remove")),
    st.sampled_from(LISTS),
    st.integers(0, 3),
)


def edit(text: YamlText, what: str, list_path: tuple[str | int, ...], index: int) -> None:
    """Make one edit, if there is what it is about."""
    holder = text.value(list_path[:-1])
    if "actions" not in holder or index >= len(holder["actions"]):
        return
    if what == "append":
        text.append(list_path, {"id": "e1ee", "task": "more"}, ["- id: e1ee", "  task: more"])
    elif what == "insert":
        lines = ["# of this week", "- id: f1ff", "  task: more"]
        text.insert(list_path, {index: [({"id": "f1ff", "task": "more"}, lines)]})
    elif what == "remove":
        text.remove((*list_path, index))
    else:
        with text.item((*list_path, index)) as (item, key_path):
            if what == "set":
                item.set((*key_path, "task"), "other: words")
            elif what == "add":
                set_field(item, key_path, "since", "2020-10-19")
            elif "id" in item.value(key_path) and len(item.value(key_path)) > 1:
                item.remove_key((*key_path, "id"))


@given(st.lists(steps, max_size=8), st.sampled_from(("\n", "\r\n")), st.booleans())
def test_edits_made_together_give_what_they_give_one_by_one(
    edits: list[tuple[str, tuple[str | int, ...], int]], newline: str, ended: bool
) -> None:
    written = (TEXT if ended else TEXT.removesuffix("\n# the end\n")).replace("\n", newline)
    data = read(PATH, written.encode()).data
    together, text = YamlText(PATH, written, deepcopy(data)), written
    for what, list_path, index in edits:
        edit(together, what, list_path, index)
        alone = YamlText(PATH, text, data)
        edit(alone, what, list_path, index)
        text, data = alone.text, alone.data

    assert (together.text, together.data) == (text, data)


def test_many_edits_read_little_more_than_the_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 200
    lines = [f"  - id: a{number:03}\n    task: t\n" for number in range(count)]
    text = f"date: 2020-10-26\nactions:\n{''.join(lines)}"
    edited = YamlText(PATH, text, read(PATH, text.encode()).data)
    lengths: list[int] = []

    def measured(part: str) -> Spans:
        lengths.append(len(part))
        return spans_of(part)

    monkeypatch.setattr("minutebook.source.edits.known_spans.spans_of", measured)
    edited.insert(("actions",), {number: [({"id": "f1ff"}, ())] for number in range(count)})
    for number in reversed(range(0, 2 * count, 2)):
        edit(edited, "remove", ("actions",), number)
    for what in ("set", "add"):
        for number in range(count):
            edit(edited, what, ("actions",), number)
    for _ in range(count):
        edit(edited, "append", ("actions",), 0)
    for number in reversed(range(count)):
        edit(edited, "remove", ("actions",), number)

    assert edited.text.count("task: more") == count
    assert sum(lengths) < 16 * len(text)


@pytest.mark.parametrize(
    ("typed", "count", "written"),
    [
        ("Open: 12", 154, "Open: 154"),
        ("Open:", 154, "Open: 154"),
        ("Open: ~  # since Monday", 154, "Open: 154  # since Monday"),
        ("Open:", [1, None], "Open: [1, ~]"),
        ("Open: [~, 2]", [1, 2], "Open: [1, 2]"),
        ("{Open: 12, Done: 1}", 154, "{Open: 154, Done: 1}"),
    ],
)
def test_a_count_is_written_as_a_number(typed: str, count: object, written: str) -> None:
    start = "date: 2020-10-26\ntable:\n  id: jira\n  rows:"
    layout = f"{start} {{}}\n".format(typed) if typed.startswith("{") else f"{start}\n    {typed}\n"
    editor = Editor(PATH, layout, read(PATH, layout.encode()).data)
    editor.set(("table", "rows", "Open"), count)  # type: ignore[arg-type]
    assert editor.result() == layout.replace(typed, written)
