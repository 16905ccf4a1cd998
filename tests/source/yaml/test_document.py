"""Where every key and value of a file stands."""

import pytest
from support.effort import at_most
from support.parsers import BOTH, load

from minutebook.records.problem import START, Finding, Location
from minutebook.source.edits.mends import mend
from minutebook.source.yaml.document import Document


@BOTH
def test_every_key_and_value_has_its_place(pure: bool) -> None:
    document = load("date: 2020-10-26\nsections:\n  - title: A b\n    rows: {Open: [1, 23]}\n", pure=pure)
    assert document.data == {"date": "2020-10-26", "sections": [{"title": "A b", "rows": {"Open": [1, 23]}}]}
    assert document.value(("sections", 0, "rows", "Open", 1)) == 23
    assert document.keys == {
        ("date",): Location(1, 1, 4),
        ("sections",): Location(2, 1, 8),
        ("sections", 0, "title"): Location(3, 5, 5),
        ("sections", 0, "rows"): Location(4, 5, 4),
        ("sections", 0, "rows", "Open"): Location(4, 12, 4),
    }
    values = {at: (place.line, place.column) for at, place in document.values.items()}
    assert values == {
        (): (1, 1),
        ("date",): (1, 7),
        ("sections",): (3, 3),
        ("sections", 0): (3, 5),
        ("sections", 0, "title"): (3, 12),
        ("sections", 0, "rows"): (4, 11),
        ("sections", 0, "rows", "Open"): (4, 18),
        ("sections", 0, "rows", "Open", 0): (4, 19),
        ("sections", 0, "rows", "Open", 1): (4, 22),
    }


@BOTH
def test_places_count_code_points_also_beyond_the_basic_plane(pure: bool) -> None:
    document = load("🎉 🎈: {é: 1, 🎉: 'b c'}\n", pure=pure)
    assert document.keys["🎉 🎈",] == Location(1, 1, 3)
    assert document.values["🎉 🎈", "é"] == Location(1, 10, 1)
    assert document.values["🎉 🎈", "🎉"] == Location(1, 16, 5)


@BOTH
def test_windows_newlines_change_no_place_and_no_value(pure: bool) -> None:
    text = "date: 2020-10-26\nnotes: |\n  one\n  two\ntitle: x\n"
    unix, windows = load(text, pure=pure), load(text.replace("\n", "\r\n"), pure=pure)
    assert windows.data == unix.data
    assert windows.keys == unix.keys
    assert windows.values == unix.values


def test_the_place_of_what_is_not_there_is_that_of_the_nearest_thing_around_it() -> None:
    document = load("date: 2020-10-26\nsections:\n  - title: A\n")
    assert document.location(("sections", 0, "notes")) == document.values["sections", 0]
    assert document.location(("sections", 0, "title"), on_key=True) == Location(3, 5, 5)
    assert document.location(("nothing",)) == document.values[()]
    assert Document("a.yaml", "", None, {}, {}).location(("a",)) == START


def test_a_line_of_a_block_of_text_has_its_own_place() -> None:
    document = load("a:\n  notes: |\n    one\n\n      three  \nb: one line\n")
    places = [document.problem(Finding(("a", "notes"), "x", line=line)).location for line in (0, 2)]
    assert places == [Location(3, 5, 3), Location(5, 7, 5)]
    assert document.problem(Finding(("b",), "x", line=0)).location == Location(6, 4, 8)


def test_a_finding_becomes_a_problem_at_its_place() -> None:
    document = load("date: 2020-10-26\n")
    problem = document.problem(Finding(("date",), "too early", "date-order", "Wait.", "meeting", "warning"))
    assert (problem.path, problem.location) == ("a.yaml", Location(1, 7, 10))
    assert (problem.rule, problem.message, problem.hint) == ("date-order", "too early", "Wait.")
    assert (problem.record, problem.severity) == ("meeting", "warning")


@pytest.mark.parametrize(
    ("text", "index", "rest"),
    [
        ("a: [b, c , d]\n", 1, "a: [b , d]\n"),
        ('a: [b, "c"]  # d\n', 1, "a: [b]  # d\n"),
        ("a: [b,\r\n  c]\r\n", 1, "a: [b]\r\n"),
        ("a:\n  - b\n  - c\n", 1, "a:\n  - b\n"),
        ("a:\n  - b\n  - c\n", 0, "a:\n  - c\n"),
        ("a:\n  - b\n  - c  # d\n", 1, None),
        ("a: [b,  # d,\n  c]\n", 1, None),
        ("a: [b, c]\n", 0, None),
    ],
)
def test_one_of_a_list_goes_with_what_parts_it_from_the_one_before(
    text: str, index: int, rest: str | None
) -> None:
    problem = load(text).problem(Finding(("a", index), "message", removes=True))
    assert (problem.mend is None) == (rest is None)
    assert mend(text, [problem]) == (rest or text)


def test_many_problems_in_a_large_file_find_their_lines() -> None:
    document = load("notes: |\n" + "  line\n" * 20_000)
    with at_most(10):
        problems = [
            document.problem(Finding(("notes",), "rule", "message", line=line)) for line in range(2_000)
        ]
    assert problems[-1].location.line == 2_001
