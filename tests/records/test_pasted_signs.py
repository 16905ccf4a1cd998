"""Signs that come with what is pasted."""

import sys
from unicodedata import category

from minutebook.records.pasted_signs import BULLETS, NO_BREAK_SPACES, SPACES, with_plain_spaces


def test_every_space_of_unicode_but_the_usual_one_is_there() -> None:
    spaces = {sign for sign in map(chr, range(sys.maxunicode + 1)) if category(sign) == "Zs"}
    assert set(SPACES) == spaces - {" "} >= set(NO_BREAK_SPACES)


def test_a_bullet_is_no_letter_and_no_space() -> None:
    assert not any(sign.isalnum() or sign.isspace() for sign in BULLETS)


def test_every_other_space_becomes_the_usual_one() -> None:
    assert with_plain_spaces(f"a b{SPACES}c") == f"a b{' ' * len(SPACES)}c"
