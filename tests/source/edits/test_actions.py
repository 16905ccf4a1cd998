"""Where an action item lands in a meeting, and how its fields are written."""

from textwrap import dedent
from typing import Any

import pytest

from minutebook.source.edits.actions import OPEN_ACTIONS, add_action, add_actions, set_field, set_status
from minutebook.source.edits.editor import Editor
from minutebook.source.yaml.loader import read

ITEM = {"id": "n1ew", "owner": "Mat", "task": "one"}
MEETING = """\
date: 2020-10-26
sections:
  - title: Software
    notes: |
      text
    sections:
      - title: Discussion
        actions:
          - {id: a1aa, owner: Mat, task: first}
          - topic: OSG 3.5
            actions:
              - {id: b1bb, owner: Mat, task: second}
      - title: Support
  - sections:
      - title: Below none
  - title: Release
"""


def editor(text: str) -> Editor:
    text = dedent(text)
    return Editor("2020-10-26.yaml", text, read("2020-10-26.yaml", text.encode()).data)


def added(text: str, *titles: str, topic: str | None = None, lines: tuple[str, ...] = ()) -> str:
    """Return a meeting's text after an item was added under some titles."""
    one = editor(text)
    add_action(one, titles, topic, dict(ITEM), lines)
    return one.result()


def path_of(text: str, name: str = "n1ew") -> tuple[str, ...]:
    """Return the titles and topics above an item."""

    def search(data: dict[str, Any], above: tuple[str, ...]) -> tuple[str, ...] | None:
        here = (*above, *(data[key] for key in ("title", "topic") if key in data))
        if data.get("id") == name:
            return above
        for below in (*(data.get("actions") or ()), *(data.get("sections") or ())):
            if (found := search(below, here)) is not None:
                return found
        return None

    found = search(read("a.yaml", text.encode()).data, ())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("titles", "topic", "lands"),
    [
        ((), None, ()),
        (("Release",), None, ("Release",)),
        (("Software",), None, ("Software",)),
        (("Software", "Discussion"), None, ("Software", "Discussion")),
        (("Software", "Discussion"), "OSG 3.5", ("Software", "Discussion", "OSG 3.5")),
        (("Software", "Support"), None, ("Software", "Support")),
        (("Below none",), None, ("Below none",)),
    ],
)
def test_an_item_lands_under_the_same_titles_and_topic(
    titles: tuple[str, ...], topic: str | None, lands: tuple[str, ...]
) -> None:
    assert path_of(added(MEETING, *titles, topic=topic)) == lands


@pytest.mark.parametrize(
    ("titles", "topic", "lands"),
    [
        (("Software", "Discussion"), "OSG 3.6", ("Software", "Discussion")),
        (("Software", "Gone"), None, ("Software",)),
        (("Software", "Gone", "Deeper"), "OSG 3.5", ("Software",)),
        (("Software", "Gone"), "OSG 3.5", ("Software",)),
        (("Release", "Discussion"), None, ("Release",)),
        (("Gone",), None, (OPEN_ACTIONS,)),
        (("Gone", "Discussion"), "OSG 3.5", (OPEN_ACTIONS,)),
        (("Discussion",), None, (OPEN_ACTIONS,)),
    ],
)
def test_else_it_lands_under_the_nearest_title_that_there_is(
    titles: tuple[str, ...], topic: str | None, lands: tuple[str, ...]
) -> None:
    assert path_of(added(MEETING, *titles, topic=topic)) == lands


def test_an_item_stands_behind_the_others_of_its_section() -> None:
    assert added(MEETING, "Software", "Discussion") == MEETING.replace(
        "      - title: Support",
        "          - id: n1ew\n            owner: Mat\n            task: one\n      - title: Support",
    )


def test_an_item_stands_behind_the_others_of_its_topic() -> None:
    second = "              - {id: b1bb, owner: Mat, task: second}\n"
    new = "              - id: n1ew\n                owner: Mat\n                task: one\n"
    assert added(MEETING, "Software", "Discussion", topic="OSG 3.5") == MEETING.replace(second, second + new)


@pytest.mark.parametrize(
    ("ids", "order", "expected"),
    [
        ("b", "ab", "ab"),
        ("a", "ab", "ab"),
        ("ad", "abcd", "abcd"),
        ("da", "abcd", "dabc"),
        ("xb", "abc", "xabc"),
        ("x", "ab", "xab"),
        ("", "ab", "ab"),
    ],
)
def test_items_stand_behind_the_neighbour_that_precedes_them_elsewhere(
    ids: str, order: str, expected: str
) -> None:
    listed = "".join(f"  - {{id: {name}1bb, task: t}}\n" for name in ids)
    meeting = editor(f"date: 2020-10-26\nactions:{chr(10) if ids else ' []' + chr(10)}{listed}")
    missing = [name for name in order if name not in ids]
    items = [((), None, ({"id": f"{name}1bb", "task": "t"}, ())) for name in missing]
    add_actions(meeting, items, [f"{name}1bb" for name in order])
    meeting.result()  # which reads the text again
    assert "".join(member["id"][0] for member in meeting.data["actions"]) == expected


def test_topics_keep_their_place_among_items() -> None:
    meeting = editor("date: 2020-10-26\nactions:\n  - topic: T\n  - topic: U\n")
    items = [
        ((), topic, ({"id": name, "task": "t"}, ()))
        for topic, name in ((None, "a1bb"), ("T", "b1bb"), (None, "c1bb"), ("U", "d1bb"), (None, "e1bb"))
    ]
    add_actions(meeting, items, ["a1bb", ("T",), "b1bb", "c1bb", ("U",), "d1bb", "e1bb"])
    meeting.result()
    listed = [member.get("id") or member["actions"][0]["id"] for member in meeting.data["actions"]]
    assert listed == ["a1bb", "b1bb", "c1bb", "d1bb", "e1bb"]


def test_an_item_keeps_the_lines_that_it_has_elsewhere() -> None:
    lines = ("# said twice", "- id: n1ew  # mine", "  owner: Mat", "  task: 'one'")
    assert added("date: 2020-10-26\nsections: [\n  ]\n", lines=lines) == dedent("""\
        date: 2020-10-26
        actions:
          # said twice
          - id: n1ew  # mine
            owner: Mat
            task: 'one'
        sections: [
          ]
        """)


def test_a_topic_without_items_takes_the_first_one() -> None:
    text = "date: 2020-10-26\nactions:\n  - topic: T\n    notes: |\n      text\n  - topic: U\n"
    assert added(text, topic="T") == text.replace(
        "      text\n", "      text\n    actions:\n      - id: n1ew\n        owner: Mat\n        task: one\n"
    )


def test_the_first_item_of_a_section_stands_behind_its_prose_and_before_its_sections() -> None:
    assert added(MEETING, "Software") == MEETING.replace(
        "      text\n", "      text\n    actions:\n      - id: n1ew\n        owner: Mat\n        task: one\n"
    )


def test_an_empty_list_keeps_its_place_and_its_comment() -> None:
    text = "date: 2020-10-26\nsections:\n  - actions: []  # none yet\n    title: A\n    notes: text\n"
    assert added(text, "A") == dedent("""\
        date: 2020-10-26
        sections:
          - actions:  # none yet
              - id: n1ew
                owner: Mat
                task: one
            title: A
            notes: text
        """)


@pytest.mark.parametrize("actions", ["", "    actions: []\n", "    actions:\n"])
def test_a_section_that_has_only_sections_takes_an_item(actions: str) -> None:
    text = f"date: 2020-10-26\nsections:\n  - title: A\n{actions}    sections:\n      - title: B\n"
    assert added(text, "A") == dedent("""\
        date: 2020-10-26
        sections:
          - title: A
            actions:
              - id: n1ew
                owner: Mat
                task: one
            sections:
              - title: B
        """)


def test_a_section_between_braces_takes_an_item() -> None:
    text = "date: 2020-10-26\nsections: [{title: A, sections: [{title: B}]}, {title: C}]\n"
    item = "actions: [{id: n1ew, owner: Mat, task: one}]"
    assert added(text, "A") == text.replace("A, ", f"A, {item}, ")
    assert added(text, "A", "B") == text.replace("B", f"B, {item}")
    assert added(text, "Gone") == text.replace("C}", f"C}}, {{title: {OPEN_ACTIONS}, {item}}}")


@pytest.mark.parametrize("sections", ["", "sections: []\n", "sections:\n"])
def test_a_meeting_without_sections_gets_one_for_items_whose_own_is_gone(sections: str) -> None:
    assert added(f"date: 2020-10-26\n{sections}", "Gone") == dedent("""\
        date: 2020-10-26
        sections:
          - title: Open action items
            actions:
              - id: n1ew
                owner: Mat
                task: one
        """)


def test_the_section_for_items_whose_own_is_gone_is_the_last_one_and_written_as_the_others() -> None:
    text = "date: 2020-10-26\n\nsections:\n\n-   title: A\n\n-   title: B\n\n# the end\n"
    assert added(text, "Gone") == dedent("""\
        date: 2020-10-26

        sections:

        -   title: A

        -   title: B

        -   title: Open action items
            actions:
            -   id: n1ew
                owner: Mat
                task: one

        # the end
        """)


@pytest.mark.parametrize("behind", ["", "  - title: Last\n"])
def test_a_second_item_whose_section_is_gone_lands_in_the_same_one(behind: str) -> None:
    first = added(MEETING, "Gone").replace("n1ew", "m1m1")
    second = added(first + behind, "Gone too")
    assert second.count(OPEN_ACTIONS) == 1
    assert path_of(second, "m1m1") == path_of(second) == (OPEN_ACTIONS,)


@pytest.mark.parametrize(
    ("before", "key", "behind"),
    [
        ("owner: Mat\n    task: one", "status", "task: one"),
        ("id: a1aa\n    task: one\n    owner: Mat", "since", "task: one"),
        (
            "id: a1aa\n    owner: Mat\n    task: one\n    note: n\n    due: 2020-10-26",
            "status",
            "due: 2020-10-26",
        ),
        (
            "id: a1aa\n    owner: Mat\n    task: one\n    status: dropped\n    note: n",
            "reason",
            "status: dropped",
        ),
        ("id: a1aa\n    owner: Mat\n    task: one\n    x-own: 1", "note", "task: one"),
        ("id: a1aa\n    owner: Mat\n    task: one  # c", "note", "task: one  # c"),
    ],
)
def test_a_field_is_written_in_its_place_among_the_others(before: str, key: str, behind: str) -> None:
    text = f"date: 2020-10-26\nactions:\n  - {before}\n"
    one = editor(text)
    set_field(one, ("actions", 0), key, "new")
    assert one.result() == text.replace(behind, f"{behind}\n    {key}: new")


def test_a_field_that_is_there_is_replaced() -> None:
    text = "date: 2020-10-26\nactions:\n  - {id: a1aa, owner: Mat, task: one, note: 'old'}  # c\n"
    one = editor(text)
    set_field(one, ("actions", 0), "note", "new, better: news")
    assert one.result() == text.replace("'old'", '"new, better: news"')


@pytest.mark.parametrize(
    ("before", "owners", "after"),
    [
        ("Mat  # c", ["Mat", "Diego"], "[Mat, Diego]  # c"),
        ("[Mat]  # c", "Diego", "Diego  # c"),
        ("[Mat, Diego]  # c", ["Diego", "TimT"], "[Diego, TimT]  # c"),
        ("  # b: b\n      - Mat  # c\n      - Diego  # d", "TimT", "TimT  # d"),
        ('"Mat" # c', "Diego", "Diego  # c"),
    ],
)
def test_the_comment_of_what_is_replaced_stays(before: str, owners: str | list[str], after: str) -> None:
    text = "date: 2020-10-26\nactions:\n  - id: a1aa\n    owner: {}\n    task: one\n"
    with_owners = editor(text.format(before))
    set_field(with_owners, ("actions", 0), "owner", owners)
    assert with_owners.result() == text.format(after)


def test_the_reason_goes_with_the_status_that_it_was_for() -> None:
    text = "date: 2020-10-26\nactions:\n  - id: a1aa\n    owner: Mat\n    task: one\n    status: dropped\n    reason: no\n"
    one = editor(text)
    set_status(one, ("actions", 0), "open")
    assert one.result() == text.replace("dropped\n    reason: no", "open")


@pytest.mark.parametrize("name", ["Offene Aufgaben", "\u5f85\u529e\u4e8b\u9879"])
def test_the_last_section_may_have_its_name_in_the_language_of_the_team(name: str) -> None:
    text = f"date: 2020-10-26\nsections:\n  - title: {name}\n"
    assert path_of(added(text, "Gone")) == (name,)
