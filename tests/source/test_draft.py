"""The next meeting as text: what stays from the last one, and empty places for the rest."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.source.build import build_meeting
from minutebook.source.draft import draft
from minutebook.source.schema import schemas
from minutebook.source.yaml.decoder import HIDDEN
from minutebook.source.yaml.loader import read

DAY = date(2020, 10, 26)


def drafted(last: str, *, comment: str = "", header: dict[str, str] | None = None) -> str:
    """Return the draft of 26 October after a meeting, which must be one that can be read."""
    data = read("last.yaml", f"date: 2020-10-19\n{dedent(last)}".encode()).data
    text = draft(DAY, [data], comment=comment, header=header or {})
    document = read("2020-10-26.yaml", text.encode())
    assert schemas.problems("meeting", document) == ()
    assert build_meeting(document).status == "draft"
    return text


def body(last: str) -> str:
    """Return a draft without what every draft has."""
    return drafted(last).removeprefix("date: 2020-10-26\nstatus: draft\nattending:\n")


def test_a_draft_of_a_bare_meeting_is_a_date_and_a_place_for_who_attends() -> None:
    assert drafted("") == "date: 2020-10-26\nstatus: draft\nattending:\n"


def test_a_comment_for_the_editor_stands_first() -> None:
    comment = "# yaml-language-server: $schema=../../schema/meeting.schema.json"
    assert drafted("", comment=comment).startswith(comment + "\ndate: 2020-10-26\n")


def test_what_was_left_empty_is_offered_again() -> None:
    assert body("notes: ~\nduty: {This week: ~}") == "notes: |\n\nduty:\n  This week:\n"


def test_what_has_no_content_is_left_out() -> None:
    assert body("counters: {}\nduty: {}\nactions: []\nsections: []\nnotes: x") == "notes: |\n"
    assert body("sections: [{attending: [Mat]}]") == ""


def test_a_series_without_a_meeting_begins_with_a_skeleton() -> None:
    text = draft(DAY, [], comment="", header={}, people=["Mat", "A, B", "Ada", "TimT"])
    assert text == dedent("""\
        date: 2020-10-26
        status: draft
        attending:  # such as all, {all but: [Mat]}, or [Mat, "A, B", Ada]
        sections:
          - title: Announcements
            notes: |

          - title: Discussion
            notes: |
        """)
    assert schemas.problems("meeting", read("a.yaml", text.encode())) == ()


def test_title_and_header_stay() -> None:
    assert drafted('title: "C: team"\nheader:\n  Room: "2317: A"\nattending: [Mat]') == dedent("""\
        title: "C: team"
        date: 2020-10-26
        status: draft
        header:
          Room: "2317: A"
        attending:
        """)


def headed(*scribes: str, room: str = "  Room: A\n") -> str:
    """Return the lines of a draft from its date to its attendance, after meetings with these scribes, newest first."""
    texts = [f"date: 2020-10-19\nheader:\n{room}  Scribe: {scribe}\n" for scribe in scribes]
    meetings = [read("last.yaml", text.encode()).data for text in texts]
    text = draft(DAY, meetings, comment="", header={}, people=["Mat", "Ada"])
    return text[text.index("status") : text.index("attending")]


@pytest.mark.parametrize(
    "scribes",
    [("Mat", "Ada"), ("Mat", "Mat", "Ada"), ("Mat", "Ada", "Mat"), ("B", "C", "D"), ("B", "C", "B")],
)
def test_a_line_that_is_for_others_each_time_is_a_comment_to_fill_in(scribes: tuple[str, ...]) -> None:
    comment = f"# Scribe:  # {scribes[0]} last time\n"
    assert headed(*scribes) == f"status: draft\nheader:\n  Room: A\n  {comment}"
    assert headed(*scribes, room="") == f"status: draft\n# header:\n#   {comment[2:]}"


@pytest.mark.parametrize(
    "scribes", [("Mat",), ("Mat", "Mat", "Mat"), ("B", "C"), ("B", "C", "C"), ("B", "B", "C")]
)
def test_a_line_that_was_changed_once_stays(scribes: tuple[str, ...]) -> None:
    assert headed(*scribes) == f"status: draft\nheader:\n  Room: A\n  Scribe: {scribes[0]}\n"


def test_without_a_header_of_its_own_the_series_is_taken() -> None:
    assert "header:\n  Room: A\n" in drafted("", header={"Room": "A"})
    assert "Room: B" in drafted("header: {Room: B}", header={"Room": "A"})


def test_what_was_said_once_is_not_repeated() -> None:
    last = """\
        status: final
        reason: none
        absent: [TimT]
        guests: [Ada]
        x-own: 1
        notes: |
          Said last week.
        """
    assert body(last) == "notes: |\n"


def test_labels_of_counters_stay_and_their_counts_are_empty() -> None:
    assert body("counters: {open tickets: 11, calls: {value: 3, continues: rings}}") == (
        "counters:\n  open tickets:  # 11 last time\n  calls:  # 3 last time\n"
    )


def test_a_table_stays_without_its_counts() -> None:
    last = """\
        table:
          id: release
          labels: Status
          columns: ["3.10", Both, "a, b"]
          totals: both
          continues: [x, y, z]
          baseline: none
          rows: {Open: [1, 2, 3], "No": [4, 5, 6]}
        """
    assert body(last) == dedent("""\
        table:
          id: release
          labels: Status
          columns: ["3.10", Both, "a, b"]
          totals: both
          rows:
            Open: [~, ~, ~]  # 3.10: 1, Both: 2, a, b: 3 last time
            "No": [~, ~, ~]  # 3.10: 4, Both: 5, a, b: 6 last time
        """)


def test_a_table_of_one_column_has_empty_counts() -> None:
    assert body("table: {id: a, columns: [T], rows: {Open: 1, Done: 2}}") == (
        "table:\n  id: a\n  columns: [T]\n  rows:\n    Open:  # 1 last time\n    Done:  # 2 last time\n"
    )


def test_the_tree_of_sections_stays_in_its_order() -> None:
    last = """\
        sections:
          - title: B
            counters: {calls: 1}
            notes: x
            sections:
              - notes: y
              - title: "C: D"
          - title: A
        """
    assert body(last) == dedent("""\
        sections:
          - title: B
            counters:
              calls:  # 1 last time
            notes: |

            sections:
              - title: "C: D"
          - title: A
        """)


def test_a_topic_with_something_open_stays_for_the_items_that_are_carried_into_it() -> None:
    last = """\
        actions:
          - {id: a1bcde, owner: Mat, task: x}
          - topic: "Open: one"
            actions: [{id: a2bcde, owner: Mat, task: y}]
          - topic: Closed
            actions: [{id: a3bcde, owner: Mat, task: z, status: done}]
          - topic: Empty
        """
    assert body(last) == 'actions:\n  - topic: "Open: one"\n'


def test_a_section_that_had_only_action_items_keeps_its_title() -> None:
    last = "sections: [{title: A, actions: [{id: a1bcde, owner: Mat, task: x}]}]"
    assert body(last) == "sections:\n  - title: A\n"


def test_a_duty_is_of_whose_turn_it_is() -> None:
    data = {"sections": [{"title": "A", "duty": {"This week": "Mat", "Next week": "Diego"}}]}

    def turns(title: str | None, labels: tuple[str, ...]) -> dict[str, str | None]:
        return dict(zip(labels, [f"{title}?", None], strict=True))

    text = draft(DAY, [data], comment="", header={}, turns=turns)
    assert text.endswith("    duty:\n      This week: A?\n      Next week:\n")


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=6).filter(
    lambda text: not HIDDEN.search(text)
)


@given(st.lists(NAMES, min_size=1, max_size=3, unique=True), NAMES)
def test_a_draft_of_any_names_can_be_read_and_has_them(names: list[str], title: str) -> None:
    last = {
        "title": title,
        "header": dict.fromkeys(names, title),
        "counters": dict.fromkeys(names, 1),
        "table": {
            "id": "a",
            "labels": title,
            "columns": names,
            "rows": {name: [1] * len(names) for name in names},
        },
        "duty": dict.fromkeys(names, title),
        "sections": [
            {"title": title, "actions": [{"topic": title, "actions": [{"owner": "x", "task": "y"}]}]}
        ],
    }
    data = read("a.yaml", draft(DAY, [last], comment="", header={}).encode()).data
    assert (data["title"], list(data["header"].items())) == (title, [(name, title) for name in names])
    assert list(data["counters"]) == list(data["duty"]) == list(data["table"]["rows"]) == names
    assert (data["table"]["labels"], data["table"]["columns"]) == (title, names)
    assert data["sections"] == [{"title": title, "actions": [{"topic": title}]}]


def test_what_was_said_once_of_rows_is_not_repeated_and_what_holds_on_is() -> None:
    table = """\
        changing: true
        counters: {calls: {value: 1, continues: rings}}
        table:
          id: jira
          columns: [A, Oldest]
          totals: {show: row, except: [Oldest]}
          changing: true
          rows:
            Access: {counts: [8, 9], continues: Identity}
        """
    data = read("draft.yaml", drafted(table).encode()).data
    assert (data["changing"], data["counters"]) == (True, {"calls": None})
    assert data["table"]["changing"] is True
    assert data["table"]["totals"] == {"show": "row", "except": ["Oldest"]}
    assert data["table"]["rows"] == {"Access": [None, None]}
