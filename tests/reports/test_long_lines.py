"""Lines that are longer than a terminal is wide."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.reports.characters import width
from minutebook.reports.long_lines import fold, unpainted
from minutebook.reports.looks import paint

PATH = "meetings/technology/2020-10-26.yaml"


def test_a_line_goes_on_further_to_the_right() -> None:
    assert fold("aaa bbb ccc ddd eee", 12) == "aaa bbb ccc\n    ddd eee"
    assert fold("  aaa bbb ccc ddd", 13) == "  aaa bbb ccc\n      ddd"


@pytest.mark.parametrize("bullet", ["-   ", "* ", "1. "])
def test_the_text_of_a_bullet_goes_on_below_it(bullet: str) -> None:
    indent = " " * len(bullet)
    assert fold(f"{bullet}aaaaaaaaa bbb", 12) == f"{bullet}aaaaaaaaa\n{indent}bbb".replace(" \n", "\n")


def test_a_line_with_others_below_it_goes_on_further_to_the_right_than_they_begin() -> None:
    assert fold("aaaa bbbbbb cccc dddd\n    eee", 20) == "aaaa bbbbbb cccc\n        dddd\n    eee"


def test_what_fits_stays_as_it_is() -> None:
    text = "a  b\n\n    c   d \n"
    assert fold(text, 80) == text


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(
    "copied",
    [
        "Type: minutebook sync --fix",
        "or, to write them anew, type: minutebook sync --redraw",
        "The command before is not meant; write below `columns`: ok: [column-absent, row-absent]",
        "It is said once only in this sentence: minutebook actions --overdue",
        "If it is the same as before, type: minutebook drop k7q2m4 --reason 'is k1'",
        f"Finish {PATH}, delete its `status: draft`, then type: minutebook sync",
        f"    git add {PATH} {PATH.replace('yaml', 'md')}",
    ],
)
def test_what_is_to_be_copied_stays_in_one_row(copied: str, columns: int) -> None:
    typed = re.findall(r"`[^`]+`|\S*/\S*|(?:git|minutebook) .*|ok: .*", copied)
    assert typed
    assert all(any(text in row for row in fold(copied, columns).split("\n")) for text in typed)


@pytest.mark.parametrize("start", ["wrong-type: the value must", "would write x: of the line"])
def test_what_asks_nobody_to_type_anything_is_folded(start: str) -> None:
    assert fold(f"{start} be a list", 30) == f"{start} be\n    a list"


def test_chinese_is_broken_anywhere_but_before_a_sign_that_closes() -> None:
    text = "\u4f1a\u8bae\u8bb0\u5f55\u7531\u7cfb\u7edf\uff0c\u81ea\u52a8"
    assert fold(text, 15) == f"{text[:6]}\n    {text[6:]}"


def test_what_is_quoted_in_chinese_has_its_quotes_beside_it() -> None:
    text = "aaaaa '\u4f1a\u8bae\u8bb0\u5f55'; bbb"
    assert fold(text, 8) == "aaaaa\n    '\u4f1a\n    \u8bae\u8bb0\n    \u5f55';\n    bbb"


def test_a_sentence_that_begins_with_git_is_no_command() -> None:
    assert fold("git merges meetings by meaning", 24) == "git merges meetings by\n    meaning"


def test_colours_take_no_room() -> None:
    text = f"{paint('aaa', 'strong')} bbb ccc ddd"
    assert fold(text, 12) == f"{paint('aaa', 'strong')} bbb ccc\n    ddd"
    assert unpainted(text) == "aaa bbb ccc ddd"


@given(st.text("ab -\u738b\u3002:`/\n", max_size=200), st.integers(8, 80))
def test_no_character_is_lost_and_what_is_too_long_is_one_word(text: str, columns: int) -> None:
    folded = fold(text, columns)
    assert re.sub(r"\s", "", folded) == re.sub(r"\s", "", text)
    for row in folded.split("\n"):
        is_kept = row in text.split("\n") or "`" in row or "/" in row or "\u3002" in row
        assert is_kept or width(row) <= columns or " " not in row.strip()
