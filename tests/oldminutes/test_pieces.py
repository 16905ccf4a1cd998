"""The records of a section and the prose between them, in their order."""

import pytest

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.pieces import Piece, Record, contents_of, pack, prose_of
from minutebook.records.figures import Counter, Counters, Table
from minutebook.records.meeting import Action, Actions, Block, Duties, Duty, Notes, Section, Topic

ACTION = Action((1,), None, ("Ada",), "oil it")
TOPIC = Topic((1,), "Doors", None, (ACTION,))
COUNTER = Counter((1,), "guests", 3)
DUTY = Duty("Tea", ("Ben",))
TABLE = Table((1,), "", "State", ("n",), ())


def contents(text: str, *pieces: Piece, taken: tuple[int, ...] = ()) -> list[Block]:
    """Return the blocks of a section that is a whole text."""
    document = read_markdown(text)
    return list(contents_of(pieces, [range(1, len(document.lines) + 1)], document, taken))


@pytest.mark.parametrize(
    ("records", "blocks"),
    [
        ((ACTION, TOPIC), [Actions((ACTION, TOPIC))]),
        ((COUNTER, COUNTER), [Counters((COUNTER, COUNTER))]),
        ((DUTY, DUTY), [Duties((DUTY, DUTY))]),
        ((TABLE, TABLE), [TABLE, TABLE]),
        ((ACTION, COUNTER, ACTION), [Actions((ACTION,)), Counters((COUNTER,)), Actions((ACTION,))]),
        ((TABLE, ACTION), [TABLE, Actions((ACTION,))]),
        ((ACTION, TABLE), [Actions((ACTION,)), TABLE]),
    ],
)
def test_neighbours_of_one_kind_are_one_block(records: tuple[Record, ...], blocks: list[Block]) -> None:
    pieces = [Piece(range(line, line + 1), record) for line, record in enumerate(records, 1)]
    assert contents("x\n" * len(records), *pieces) == blocks


def test_empty_lines_between_neighbours_part_nothing() -> None:
    assert contents("x\n\nx\n", Piece(range(1, 2), DUTY), Piece(range(3, 4), DUTY)) == [Duties((DUTY, DUTY))]


def test_prose_stands_between_the_records() -> None:
    assert contents("a\nx\n\nb\n\nx\nc\nd\n", Piece(range(2, 3), DUTY), Piece(range(6, 7), DUTY)) == [
        Notes("a\n"),
        Duties((DUTY,)),
        Notes("b\n"),
        Duties((DUTY,)),
        Notes("c\nd\n"),
    ]


def test_a_record_may_stand_below_the_table_whose_row_it_was() -> None:
    table = "| Item | Who |\n|---|---|\n| one | Ada |\n| two | |\n"
    rest = "| Item | Who |\n|---|---|\n| two | |\n"
    assert contents(table, Piece(range(3, 4), ACTION, 4)) == [Notes(rest), Actions((ACTION,))]


def test_all_lines_of_a_record_are_its_own() -> None:
    assert contents("x\nx\nb\n", Piece(range(1, 3), DUTY)) == [Duties((DUTY,)), Notes("b\n")]


def test_lines_that_are_taken_are_no_prose_and_part_what_stands_around_them() -> None:
    assert contents("a\nx\nb\n", taken=(2,)) == [Notes("a\n\nb\n")]


def test_lines_outside_of_a_section_are_not_its_own() -> None:
    document = read_markdown("a\n# T\nb\n\n# U\nc\n")
    assert list(contents_of((), [range(1, 2), range(3, 5)], document, ())) == [Notes("a\n\nb\n")]


def test_prose_has_no_empty_lines_around_it() -> None:
    assert prose_of(["", " ", "a", "", "b", ""]) == "a\n\nb\n"


def test_a_second_block_of_a_kind_goes_into_a_section_without_a_title() -> None:
    first, second, nested = Notes("a\n"), Notes("b\n"), Section((9,), "N", (), ())
    counters = Counters((COUNTER,))
    assert pack((1,), "T", [first, counters, second], (nested,)) == Section(
        (1,), "T", (first, counters), (Section((1,), None, (second,), ()), nested)
    )


def test_a_section_may_hold_nothing() -> None:
    assert pack((1,), "T", [], ()) == Section((1,), "T", (), ())


def test_tags_and_signs_of_a_quotation_around_records_go_with_them() -> None:
    text = "Cake\n<ul>\nx\n</ul>\n\n<div>\nTea\n</div>\n>\nx\n"
    assert contents(text, Piece(range(3, 4), DUTY), Piece(range(10, 11), DUTY)) == [
        Notes("Cake\n"),
        Duties((DUTY,)),
        Notes("<div>\nTea\n</div>\n"),
        Duties((DUTY,)),
    ]
