"""What a notes file may be made of, before YAML looks at it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.records.problem import Location, Problem
from minutebook.records.refusal import Refused
from minutebook.source.edits.mends import mend
from minutebook.source.yaml.decoder import (
    LARGEST,
    UNWANTED,
    decode,
    location_at,
    name_character,
    readable_text,
)

# Written by their numbers, so that this file can be read.
NUL, BELL, DEL, NEL, ZERO_WIDTH, SEPARATOR, OVERRIDE, MARK = map(
    chr, (0, 7, 0x7F, 0x85, 0x200B, 0x2028, 0x202E, 0xFEFF)
)


def refused(data: bytes | str) -> Problem:
    with pytest.raises(Refused) as caught:
        decode("a.yaml", data if isinstance(data, bytes) else data.encode())
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize("text", ["", "date: 2020-10-26\n", "é 🎉\u00a0\tx\r\n", "no newline at the end"])
def test_plain_text_is_returned_as_it_is(text: str) -> None:
    assert decode("a.yaml", text.encode()) == text


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert len(decode("a.yaml", b"x" * LARGEST)) == LARGEST
    problem = refused(b"x" * (LARGEST + 1))
    assert (problem.rule, problem.location.line, problem.location.column) == ("file-size", 1, 1)
    assert "at most 1,000,000 bytes, and this one has 1,000,001" in problem.message


@pytest.mark.parametrize(
    ("data", "line", "column", "said"),
    [
        (b"a: 1\nb: \xe9\n", 2, 4, "the byte 0xe9"),
        ("é🎉: ".encode() + b"\xff", 1, 5, "the byte 0xff"),
        ("x".encode("utf-16"), 1, 1, "UTF-16"),
        ("date: é".encode("utf-16-le"), 1, 1, "UTF-16"),
        ("date: é".encode("utf-16-be"), 1, 1, "UTF-16"),
        ("x".encode("utf-8-sig"), 1, 1, "byte order mark"),
        (b"a\xc3", 1, 2, "the byte 0xc3"),
    ],
)
def test_what_is_not_utf_8_is_refused_at_the_first_such_byte(
    data: bytes, line: int, column: int, said: str
) -> None:
    problem = refused(data)
    assert (problem.rule, problem.location.line, problem.location.column) == ("encoding", line, column)
    assert said in problem.message
    assert problem.hint.startswith("Save the file as UTF-8 without a byte order mark")


@pytest.mark.parametrize(
    "character", [NUL, BELL, DEL, NEL, ZERO_WIDTH, SEPARATOR, OVERRIDE, MARK, "\uffff", "\x1b"]
)
def test_what_cannot_be_seen_is_refused_at_its_place_by_its_name(character: str) -> None:
    problem = refused(f"a: 1\nb: x{character}y\n")
    assert (problem.rule, problem.location) == ("character", Location(2, 5))
    assert problem.message.startswith(f"U+{ord(character):04X} (")


@pytest.mark.parametrize(
    ("character", "name"),
    [(OVERRIDE, "U+202E (right-to-left override)"), (NUL, "U+0000 (a control character)")],
)
def test_a_character_that_cannot_be_seen_is_named(character: str, name: str) -> None:
    assert name_character(character) == name


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a: 1\rb: 2\r\n", "a: 1\nb: 2\r\n"),
        ("a: 1\r\r\nb: 2\r\r\n", "a: 1\r\nb: 2\r\n"),
        (f"a: x{SEPARATOR}y\n", "a: x y\n"),
        (f"{MARK}a: {MARK}b\n", "a: b\n"),
    ],
)
def test_what_can_be_told_is_mended_everywhere_at_once(text: str, mended: str) -> None:
    for _ in range(2):
        with contextlib.suppress(Refused):
            decode("a.yaml", text.encode())
            break
        text = mend(text, [refused(text)])
    assert text == mended


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é\n".encode("utf-16"), "é\n"),
        ("é\n".encode("utf-8-sig"), f"{MARK}é\n"),
        (b"\xe9\n", None),
        (bytes(LARGEST + 1), None),
    ],
)
def test_text_is_read_with_what_is_wrong_in_it_if_its_encoding_can_be_told(
    data: bytes, text: str | None
) -> None:
    assert readable_text(data) == text


def test_a_carriage_return_that_stands_alone_is_refused() -> None:
    problem = refused("a: 1\r\nb: x\ry\r\n")
    assert (problem.rule, problem.location) == ("line-ending", Location(2, 5))


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base", "<<<<<<<"])
def test_a_merge_conflict_is_refused_at_its_first_mark(mark: str) -> None:
    problem = refused(f"a: 1\n{mark}\nb: 1\n")
    assert (problem.rule, problem.location) == ("conflict-marker", Location(2, 1, 7))


@pytest.mark.parametrize("mark", ["<<<<<<<< ours: date", ">>>>>>>>> theirs", "|||||||| base"])
def test_a_longer_mark_with_the_name_of_its_side_is_one(mark: str) -> None:
    problem = refused(f"a: 1\n{mark}\nb: 2\n")
    assert (problem.rule, problem.location.length) == ("conflict-marker", len(mark.partition(" ")[0]))


def test_what_both_began_with_goes_from_a_conflict_that_shows_it() -> None:
    text = "<<<<<<< HEAD\na: 1\n{}=======\na: 2\n>>>>>>> other\n"
    assert "the lines of <<<<<<<, ======= and >>>>>>>." in str(refused(text.format("")).hint)
    shown = refused(text.format("||||||| base\na: 0\n"))
    assert "the lines of <<<<<<< and >>>>>>>, and all from ||||||| to =======." in str(shown.hint)


@pytest.mark.parametrize("line", ["  <<<<<<< HEAD", "========", "<<<<<<<HEAD", "x ======="])
def test_what_only_looks_like_a_conflict_mark_is_none(line: str) -> None:
    assert decode("a.yaml", f"a: 1\n{line}\n".encode())


def test_a_conflict_in_a_file_with_windows_newlines_is_refused() -> None:
    problem = refused("<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> other\r\n")
    assert (problem.rule, problem.location.line) == ("conflict-marker", 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git-LFS pointer"),
        ("\n<!DOCTYPE html>\n<html>", "web page"),
        ("<html><body>Sign in</body></html>", "web page"),
    ],
)
def test_another_kind_of_file_is_recognised(text: str, said: str) -> None:
    problem = refused(text)
    assert problem.rule == "file-kind"
    assert said in problem.message


@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_refused_at_a_place_of_the_file(data: bytes) -> None:
    try:
        assert decode("a.yaml", data).encode() == data
    except Refused as caught:
        (problem,) = caught.problems
        assert 1 <= problem.location.line <= data.count(b"\n") + 1


@given(st.text(), st.data())
def test_the_place_of_a_position_leads_back_to_it(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    place = location_at(text, index)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == index


def test_no_unwanted_character_can_be_printed() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))

    assert UNWANTED.search(printable) is None
