"""Counts as they were against those written from the notes: what is corrected, and what is added."""

from support.oldminutes.comparisons import HEAD, PAST, Reported, reported


def counts(*rows: str, past: str = PAST, head: str = "| State | Issues | Delta |") -> list[Reported]:
    ruler = "|" + "---|" * (head.count("|") - 1)
    return reported("\n".join([f"{HEAD}## Issues\n", head, ruler, *rows, ""]), past)


def test_the_right_deltas_do_not_differ() -> None:
    assert counts("| open | 12 | +3 |", "| closed | 4 | 0 |") == []


def test_a_wrong_delta_is_corrected() -> None:
    assert counts("| open | 12 | +2 |", "| closed | 4 | 0 |") == [
        (7, "corrected delta", "open, Issues: +2", "+3")
    ]


def test_a_delta_without_a_baseline_goes() -> None:
    assert counts("| open | 12 | +2 |", "| closed | 4 | 0 |", past="") == [
        (7, "delta without a baseline", "open, Issues: +2", ""),
        (8, "delta without a baseline", "closed, Issues: 0", ""),
    ]


def test_a_delta_that_was_not_written_is_added() -> None:
    assert counts("| open | 12 | |", "| closed | 4 | 0 |") == [(7, "delta added", "open, Issues", "+3")]
    assert counts("| open | 12 | |", "| closed | 4 | |", past="") == []


def test_a_column_without_deltas_gets_them() -> None:
    rows = ("| open | 12 | +3 | 12 |", "| closed | 4 | 0 | 4 |")
    assert counts(*rows, head="| State | Issues | Delta | Total |") == [
        (5, "delta added", "Total", "a column of deltas")
    ]


def test_a_sum_stands_last() -> None:
    rows = ("| Total | 16 | +3 |", "| open | 12 | +3 |", "| closed | 4 | 0 |")
    assert counts(*rows) == [(7, "total rewritten", "Total", "Total, the last row")]


def test_a_sum_in_a_column_has_one_name_and_stands_last() -> None:
    rows = ("| open | 12 | +3 | 12 | +3 |", "| closed | 4 | 0 | 4 | 0 |")
    assert counts(*rows, head="| State | Issues | Delta | Sum | Delta |") == [
        (5, "total rewritten", "Sum", "Total")
    ]
    assert counts(*rows, head="| State | Sum | Delta | Issues | Delta |") == [
        (5, "total rewritten", "Sum", "Total, the last column")
    ]


def test_a_wrong_sum_is_corrected() -> None:
    differences = counts("| open | 12 | +3 |", "| closed | 4 | 0 |", "| Total | 17 | +3 |")
    assert differences == [(9, "corrected total", "Total, Issues: 17", "16")]


def test_a_label_is_written_as_before() -> None:
    assert counts("| Open | 12 | +3 |", "| closed | 4 | 0 |") == [(7, "label as before", "Open", "open")]


def test_the_delta_of_a_counter_is_compared_too() -> None:
    assert reported(f"{HEAD}-   3 (+1) builds\n", PAST) == []
    assert reported(f"{HEAD}-   3 (+2) builds\n", PAST) == [(3, "corrected delta", "builds: +2", "+1")]
    assert reported(f"{HEAD}-   3 (+2) builds\n") == [(3, "delta without a baseline", "builds: +2", "")]


def test_a_counter_without_a_delta_gets_one() -> None:
    assert reported(f"{HEAD}-   3 builds\n", PAST, number="build") == [(3, "delta added", "builds", "+1")]
    assert reported(f"{HEAD}-   3 builds\n", number="build") == []


def test_a_counter_with_signs_of_markdown_is_reported() -> None:
    past = PAST.replace("builds: 2", "'a < b': 2")
    assert reported(f"{HEAD}-   3 (+1) a &lt; b\n", past) == [
        (3, "counter rewritten", "-   3 (+1) a &lt; b", r"-   3 (+1) a \< b")
    ]
