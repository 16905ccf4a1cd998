"""Data as lines: which style each value has, where each line comes from, and that every reader takes it back."""

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.readers import ruamel

from minutebook.source.yaml.decoder import HIDDEN, UNWANTED
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.writer import Dashes, write_entry, write_item, write_mapping

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\t\u200c\u200d").filter(
    lambda character: not UNWANTED.search(character) and not HIDDEN.search(character)
)
LABELS = st.text(CHARACTERS.filter("\n".__ne__), min_size=1, max_size=9)
PROSE = st.lists(
    st.sampled_from(["", " ", "  ", "a", " b", "- c", "# d", "e: f", "---", "\tg", "|", "]"])
).map(lambda lines: "".join(f"{line}\n" for line in lines))
TEXTS = st.text(CHARACTERS, max_size=20) | PROSE
DATA = st.recursive(
    TEXTS | st.integers(0, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LABELS, inner, max_size=3),
    max_leaves=9,
)


def text_of(data: Any) -> str:
    return "".join(f"{line.text}\n" for line in write_mapping(data))


def meeting(prose: str, label: str, own: Any) -> dict[str, Any]:
    """Return a meeting with a text at every depth, a label in every place of one, and somebody's own data."""
    return {
        "notes": prose,
        "counters": {label: {"value": 1, "continues": label}},
        "sections": [
            {
                "notes": prose,
                "table": {"id": "a", "columns": [label], "rows": {label: [1]}},
                "actions": [{"topic": label, "notes": prose, "actions": [{"owner": label, "x-own": own}]}],
            }
        ],
    }


def test_a_team_s_labels_stand_one_a_line_and_what_belongs_to_them_between_brackets() -> None:
    data = {
        "header": {"Room": "2317: A"},
        "attending": ["Mat", "A, B"],
        "duty": {"This week": "Mat", "Next week": ["Ada", "Ben"]},
        "counters": {"open tickets": 11, "calls": {"value": None, "continues": "rings"}},
        "table": {"id": "jira", "columns": ["3.10"], "rows": {"Open": 1, "No": [2, None]}},
        "roster": {"Ann": {}, "Bob": {"aliases": ["B"], "group": True}},
        "schedule": [{"rule": "FREQ=DAILY", "from": "2020-10-26"}],
    }
    assert text_of(data) == dedent("""\
        header:
          Room: "2317: A"
        attending: [Mat, "A, B"]
        duty:
          This week: Mat
          Next week: [Ada, Ben]
        counters:
          open tickets: 11
          calls: {value: ~, continues: rings}
        table:
          id: jira
          columns: ["3.10"]
          rows:
            Open: 1
            "No": [2, ~]
        roster:
          Ann: {}
          Bob: {aliases: [B], group: true}
        schedule:
          - {rule: "FREQ=DAILY", from: 2020-10-26}
        """)


def test_a_label_that_is_called_like_a_key_is_a_label() -> None:
    assert text_of({"counters": {"table": {"value": 1}, "notes": None}}) == (
        "counters:\n  table: {value: 1}\n  notes:\n"
    )


def test_sections_and_action_items_begin_with_a_dash() -> None:
    assert text_of(
        {"sections": [{"title": "A", "actions": [{"owner": "Mat", "task": "x"}]}, {"title": "B"}]}
    ) == ("sections:\n  - title: A\n    actions:\n      - owner: Mat\n        task: x\n  - title: B\n")


def test_a_list_of_people_has_a_line_for_each_where_one_line_would_be_long() -> None:
    names = [f"Marco Mambel {letter}" for letter in "ABCD"]
    line = f"attending: [{', '.join(names)}, Tim]"
    assert len(line) == 80
    assert text_of({"attending": [*names, "Tim"]}) == f"{line}\n"
    lines = "".join(f"  - {name}\n" for name in (*names, "Timo"))
    assert text_of({"attending": [*names, "Timo"]}) == f"attending:\n{lines}"


def test_what_is_not_known_yet_is_a_place_to_write_in() -> None:
    assert text_of({"notes": None, "attending": None, "counters": {"calls": None}, "x-own": None}) == (
        "notes: |\nattending:\ncounters:\n  calls:\nx-own: ~\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", 'notes: ""\n'),
        ("one", "notes: one\n"),
        ("one\n", "notes: |\n  one\n"),
        ("one\n\ntwo  \n", "notes: |\n  one\n\n  two  \n"),
        ("# one\n", "notes: |\n  # one\n"),
        (" one\ntwo\n", "notes: |2\n   one\n  two\n"),
        ("\tone\n", "notes: |2\n  \tone\n"),
        ("\none\n", "notes: |2\n\n  one\n"),
        ("one\n\n", "notes: |+\n  one\n\n"),
        ("one\n \n", "notes: |\n  one\n   \n"),
        ("\n", 'notes: "\\n"\n'),
        ("one\ntwo", 'notes: "one\\ntwo"\n'),
        ("one\r\n", 'notes: "one\\r\\n"\n'),
    ],
)
def test_lines_are_a_block_that_says_what_its_lines_do_not(text: str, written: str) -> None:
    assert text_of({"notes": text}) == written
    assert read("a.yaml", written.encode()).data == {"notes": text}


def test_a_key_that_stands_twice_is_written_twice() -> None:
    assert text_of({"counters": (("a", 1), ("a", 2))}) == "counters:\n  a: 1\n  a: 2\n"


def test_each_line_knows_the_value_that_it_writes() -> None:
    data = {
        "date": "2020-10-26",
        "sections": [{"title": "A", "notes": "one\n\ntwo\n"}, {"counters": {"calls": 1}}],
    }
    assert [(line.text.strip(), line.key_path) for line in write_mapping(data)] == [
        ("date: 2020-10-26", ("date",)),
        ("sections:", ("sections",)),
        ("- title: A", ("sections", 0, "title")),
        ("notes: |", ("sections", 0, "notes")),
        ("one", ("sections", 0, "notes", 0)),
        ("", ("sections", 0, "notes", 1)),
        ("two", ("sections", 0, "notes", 2)),
        ("- counters:", ("sections", 1, "counters")),
        ("calls: 1", ("sections", 1, "counters", "calls")),
    ]


def test_dashes_stand_as_they_do_in_a_file() -> None:
    action = {"owner": "Mat", "x-list": [{"a": 1, "b": 2}]}
    assert [line.text for line in write_item(action, dashes=Dashes(0, 4))] == [
        "-   owner: Mat",
        "    x-list:",
        "    -   a: 1",
        "        b: 2",
    ]
    assert [line.text for line in write_entry("actions", [action], dashes=Dashes(4, 2))][:2] == [
        "actions:",
        "    - owner: Mat",
    ]


@given(PROSE | TEXTS, LABELS, DATA, st.booleans())
def test_whatever_is_written_is_read_back(prose: str, label: str, own: Any, pure: bool) -> None:
    data = meeting(prose, label, own)
    assert read("a.yaml", text_of(data).encode(), pure=pure).data == data


@given(PROSE | TEXTS, LABELS, DATA)
def test_ruamel_reads_what_is_written(prose: str, label: str, own: Any) -> None:
    data = meeting(prose, label, own)
    assert ruamel()(text_of(data)) == data


@given(PROSE | TEXTS, LABELS)
def test_pyyaml_reads_what_is_written(prose: str, label: str) -> None:
    yaml = pytest.importorskip("yaml")
    data = meeting(prose, f"{label}.", {prose: label})  # with a full stop it is no date
    assert yaml.safe_load(text_of(data)) == data
