"""Strict reading: data and places in one pass, every refusal at its line, the same from both parsers."""

import contextlib
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError
from support.effort import at_most
from support.parsers import BOTH, load
from support.readers import ruamel
from support.refusals import WORDS, refused_places

from minutebook.records.refusal import Refused
from minutebook.source.yaml.block_text import without_spaces_above
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.loader import DEEPEST, read

Verdict = tuple[str, Any]

FASTEST = settings(max_examples=300)


def verdict(data: bytes, *, pure: bool) -> Verdict:
    """Return what a parser makes of a file: its data, or the rules and lines of what is refused first."""
    try:
        return "data", read("a.yaml", data, pure=pure).data
    except Refused as refused:
        first = refused.problems[0]
        return "refused", (first.rule, first.location.line)


@BOTH
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("x", "x"),
        ("11", 11),
        ("", None),
        ("true", True),
        ("'11'", "11"),
        ('"3.10"', "3.10"),
        ("3.10", Ambiguous("3.10")),
        ("2026-02-31", "2026-02-31"),
        ("fix issue  # a comment", "fix issue"),
        ("11  # a comment", 11),
        ("2020-10-26 # a date and a comment", "2020-10-26"),
        ("'fix issue #445'", "fix issue #445"),
        ("C#", "C#"),
        ("a:b", "a:b"),
        ("|\n  one\n\n    two\n", "one\n\n  two\n"),
        ("|", None),
        ("|\n\n", None),
        ("[a, 1]", ["a", 1]),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_a_value_is_read_as_what_is_meant(written: str, meant: object, pure: bool) -> None:
    assert load(f"key: {written}\n", pure=pure).data == {"key": meant}


@BOTH
def test_comments_and_blank_lines_are_no_data(pure: bool) -> None:
    assert load("# head\n\nkey: x\n# between\nother: y\n# end", pure=pure).data == {"key": "x", "other": "y"}


@BOTH
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_is_refused_at_the_bracket_that_is_one_too_many(opening: str, pure: bool) -> None:
    fits, too_deep = (f"a:\n  {opening * depth}" for depth in (DEEPEST - 1, DEEPEST))
    assert refused_places(too_deep, pure=pure) == [(2, 3 + len(opening) * (DEEPEST - 1), "nesting")]
    assert (2, "nesting") not in [(line, rule) for line, _, rule in _soft(fits, pure=pure)]


def _soft(text: str, *, pure: bool) -> list[tuple[int, int, str]]:
    try:
        load(text, pure=pure)
    except Refused as refused:
        return [(found.location.line, found.location.column, found.rule) for found in refused.problems]
    return []


@BOTH
@pytest.mark.parametrize("depth", [33, 1_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_any_depth_is_refused_at_once_and_brings_no_parser_down(opening: str, depth: int, pure: bool) -> None:
    assert refused_places(opening * depth, pure=pure) == [(1, 1 + len(opening) * DEEPEST, "nesting")]


def test_the_deepest_file_is_refused_by_a_process_that_lives_on() -> None:
    # The composers of libyaml crash the process at such a depth.
    code = (
        "from minutebook.source.yaml.loader import read\n"
        "from minutebook.records.refusal import Refused\n"
        "try: read('a.yaml', b'[' * 100_000)\n"
        "except Refused as refused: print(refused.problems[0].rule)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("nesting\n", 0)


def test_the_deepest_file_is_refused_before_the_rest_of_it_is_read() -> None:
    with at_most(10):
        assert refused_places("[" * 1_000_000) == [(1, 1 + DEEPEST, "nesting")]


DOCUMENTS = [
    "a: 1\nb: [x, 'y', \"z\"]\n",
    "a: {b: c, d: [1, 2]}\n",
    "a: {b:c}\n",
    "a: {b: http://x}\n",
    "a: [http://x.y/z]\n",
    "a: [1:30]\n",
    "a: [x?]\n",
    "a: [x? y]\n",
    "a: [?x]\n",
    "a: {b: x?}\n",
    "a: {x?: 1}\n",
    "a: [a b: c]\n",
    "a: [{b: c}, d]\n",
    "a: [x,y]\n",
    "a: [x, ]\n",
    "a: [, x]\n",
    "a: {x, y}\n",
    "a: {b: , c: }\n",
    "a:\t1\n",
    "a: 1\t\n",
    "a: 1\t# x\n",
    "a: 'x'\t\n",
    "-\ta\n",
    "a:\n\t- b\n",
    "a: |\n  x\n\ty\n",
    "a: |\n\tx\n",
    "a: |\n  \tx\n",
    "a: |2\n    x\n  y\n",
    "a: |\n \n  x\n",
    "a: |\n\n \n  x\n",
    "a: |\n  \n  x\n",
    "a: |\n    \n  x\n",
    "a: |\n \n   \nb: 1\n",
    "a: |\r\n \r\n  x\r\n",
    "a: |2\n \n  x\n",
    "a: >-\n \n  x\n",
    "a: |\n    x\n  y\n",
    "a: |+\n  x\n\n\n",
    "a: |-\n  x\n",
    "a: >\n  x\n  y\n",
    "a: |\n\n  x\nb: 1\n",
    "a: |\n  x\n b: 1\n",
    "a: x: y\n",
    "a: x:\n",
    "a: 'x' y\n",
    'a: "x\\q"\n',
    'a: "\\x41\\u00e9"\n',
    'a: "\\ud800"\n',
    'a: "x\n  y"\n',
    "a: 'it''s'\n",
    "a: -\n",
    "a: - b\n",
    "a: ?\n",
    "a: ? b\n",
    "? a\n: b\n",
    "? a\n",
    "- - a\n  - b\n",
    "a:\n- b\n- c\n",
    "a:\n  - b\n - c\n",
    "a:\n  b: 1\n c: 2\n",
    "a: @x\n",
    "a: `x`\n",
    "a: %x\n",
    "%x\n",
    "a: *x\n",
    "a: &x\n",
    "a: &amp; b\n",
    "a: !x\n",
    "a: ! x\n",
    "a: [link](url)\n",
    "a: {{ x }}\n",
    "a: #x\n",
    "a: x #y\n",
    "a: x#y\n",
    "a #b: c\n",
    "a: |x\n",
    "a: >x\n",
    "a:b\n",
    "a\n",
    "a: b\nc\n",
    "a: b\n  c\n",
    "...\n",
    "a: 1\n...\n",
    "a: 1\n...\nb: 2\n",
    "--- a\n",
    "---\na: 1\n",
    "--- {a: 1}\n",
    "a: 1\n---\n",
    "'a': 1\n",
    '"a" : 1\n',
    ": 1\n",
    "a: 1\n: 2\n",
    "a: ''\n",
    "a: ]\n",
    "a: }\n",
    "a: ,x\n",
    "[a]: 1\n",
    "a: =\n",
    "<<: x\n",
    "a: 2020-10-26 10:00:00\n",
    f"{'k' * 1100}: 1\n",
    f"a: {{{'k' * 1100}: 1}}\n",
    "a: b\r\nc: d\r\n",
    "a: \u00a0x\n",
    "\u00e9: \U0001f389\n",
]


@BOTH
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("notes: |2\n  \ttab\n  text\n", {"notes": "\ttab\ntext\n"}),
        ("notes: |2\n  \n  \ttab\n", {"notes": "\n\ttab\n"}),
        ("notes: |2-\n  \ttab\n", {"notes": "\ttab"}),
        ("notes: |-2  # code\n  \ttab\n", {"notes": "\ttab"}),
        ("a:\n  - notes: |2\n      \ttab\n", {"a": [{"notes": "\ttab\n"}]}),
    ],
)
def test_a_tab_begins_a_text_that_says_by_how_much_it_is_indented(
    text: str, data: object, pure: bool
) -> None:
    assert load(text, pure=pure).data == data


@BOTH
@pytest.mark.parametrize("text", ["notes: |\n  \ttab\n", "notes: |-  # 2\n  \ttab\n", "notes: |2\n\ttab\n"])
def test_a_tab_that_would_tell_the_indentation_of_a_text_is_refused(text: str, pure: bool) -> None:
    assert refused_places(text, pure=pure)[0][2] == "tab"


@given(
    st.sampled_from(["|2", "|", "|-2", "|1", "|3"]),
    st.lists(st.text("\t a#:|", max_size=5), min_size=1, max_size=4),
)
def test_both_parsers_read_a_block_that_begins_with_blanks_and_tabs_alike(
    mark: str, texts: list[str]
) -> None:
    text = f"notes: {mark}\n" + "".join(f"  {line}\n" for line in texts) + "date: 2020-10-26\n"
    libyaml, pure = (verdict(text.encode(), pure=pure) for pure in (False, True))
    assert pure[0] == libyaml[0]
    assert pure[0] == "refused" or pure == libyaml


@pytest.mark.parametrize("text", DOCUMENTS)
def test_both_parsers_make_the_same_of_a_document(text: str) -> None:
    assert verdict(text.encode(), pure=True) == verdict(text.encode(), pure=False)


PIECES = [
    *("a", "b", "x y", "1", "3.10", "~", "é", "🎉", "2020-10-26", "it's", "k"),
    *(
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "?",
        ", ",
        ",",
        "#",
        " #",
        "  # ",
        " ",
        "  ",
        "    ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "|",
        ">",
        "|2",
        "'",
        '"',
        "\\",
        "*",
        "&",
        "!",
        "%",
        "@",
        "`",
        "---",
        "...",
        "<<",
        "\t",
        "=",
    ),
]

SCRAPS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)

LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "", "  ", "    ", "- ", "  - ", "    - "]),
        st.sampled_from(["a: ", "b: ", "'c': ", "3.10: ", ""]),
        SCRAPS.map(lambda text: text.replace("\n", " "))
        | st.sampled_from(["", "|", "x", "[1, 2]", "{a: b}", '"q"']),
    ).map("".join),
    max_size=6,
).map("\n".join)

PROSE = st.tuples(
    st.sampled_from(["a: ", "b: ", "- ", "c: |\n  ", "d:\n  - "]),
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
).map("".join)


@FASTEST
@given(SCRAPS | SCRAPS.map("a: ".__add__) | LINES)
@example("a: x\ty\n")
@example("a: |#\n")
@example("[?")
@example("a: |\n  \n   #")
@example("a:\n...\n# b\n...")
def test_both_parsers_read_and_refuse_the_same_texts(text: str) -> None:
    libyaml, pure = (verdict(text.encode(), pure=pure) for pure in (False, True))
    assert pure[0] == libyaml[0]
    assert pure[0] == "refused" or pure == libyaml


@FASTEST
@given(st.lists(PROSE, max_size=4).map("\n".join))
def test_both_parsers_refuse_prose_for_the_same_reason(text: str) -> None:
    assert verdict(text.encode(), pure=True) == verdict(text.encode(), pure=False)


@FASTEST
@given(st.binary(max_size=60) | SCRAPS.map(str.encode) | LINES.map(str.encode), st.booleans())
def test_any_bytes_end_in_data_or_in_a_refusal(data: bytes, pure: bool) -> None:
    kind, found = verdict(data, pure=pure)
    assert isinstance(found, dict) if kind == "data" else found[1] >= 1


@FASTEST
@given(SCRAPS.map("a: ".__add__) | LINES)
def test_every_refusal_stands_at_a_line_of_the_file_and_says_what_to_do(text: str) -> None:
    try:
        load(text)
    except Refused as refused:
        for problem in refused.problems:
            assert 1 <= problem.location.line <= text.count("\n") + 1
            assert problem.location.column >= 1
            assert problem.message
            assert problem.hint


def same(ours: Any, theirs: Any) -> bool:
    """Whether two readers mean the same; what we call ambiguous may be anything but a text or a list."""
    if isinstance(ours, Ambiguous):
        return not isinstance(theirs, (dict, list))
    if isinstance(ours, dict):
        return list(ours) == list(theirs) and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return bool(ours == (theirs or None if ours is None else theirs)) and type(ours) is type(theirs or ours)


def agrees_with_ruamel(text: str) -> None:
    try:
        document = load(text)
    except Refused:
        return
    text = without_spaces_above(text)  # at which its pure parser stops, and no other
    # Of a last line of spaces in a block, ruamel.yaml loses the newline if the file has none.
    ended = f"{text}\n" if text.rpartition("\n")[2].isspace() else text
    if "Ambiguous" in repr(document.data):  # such as 0o9 or `=`, at which ruamel may stop
        with contextlib.suppress(YAMLError, ValueError):
            assert same(document.data, ruamel()(ended))
    else:
        assert same(document.data, ruamel()(ended))


@pytest.mark.parametrize("text", [*DOCUMENTS, "a: |2\n    "])
def test_what_is_read_of_a_document_ruamel_reads_too(text: str) -> None:
    agrees_with_ruamel(text)


@FASTEST
@given(SCRAPS.map("a: ".__add__) | LINES)
def test_what_is_read_ruamel_reads_too(text: str) -> None:
    agrees_with_ruamel(text)


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_last_line_of_spaces_is_the_same_with_and_without_its_newline(ending: str, pure: bool) -> None:
    assert read("a.yaml", f"notes: |\n  x\n   {ending}".encode(), pure=pure).data == {"notes": "x\n \n"}
