"""What the colours of a terminal mean."""

from typing import get_args

from minutebook.reports.looks import COLORS, Look, paint


def test_each_look_but_the_plain_one_has_a_colour() -> None:
    assert {"plain", *COLORS} == set(get_args(Look))
    assert all(paint("x", look) != "x" for look in COLORS)


def test_nothing_is_painted_where_no_colours_are_shown() -> None:
    assert paint("x", "overdue", colored=False) == paint("x", "plain") == "x"
