"""What is refused although YAML has it."""

import sys
import unicodedata

import pytest
from support.parsers import BOTH, load
from support.refusals import refusals, refused_places

from minutebook.records.refusal import Refused
from minutebook.source.yaml.decoder import HIDDEN, UNWANTED


def hint(text: str) -> str:
    with pytest.raises(Refused) as caught:
        load(text)
    return caught.value.problems[0].hint


@BOTH
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: &b 1\n", [(1, 4, "plain-text")], id="an anchor that may be text"),
        pytest.param(
            "a: &b 1\nc: *b\n", [(1, 4, "yaml-feature"), (2, 4, "yaml-feature")], id="an anchor of text"
        ),
        pytest.param("a: *b\n", [(1, 4, "plain-text")], id="an alias of nothing"),
        pytest.param("a: &b\n  c: 1\n", [(1, 4, "yaml-feature")], id="an anchor of a mapping"),
        pytest.param(
            "x: 1\na: &b [1]\nc: *b\n", [(2, 4, "yaml-feature"), (3, 4, "yaml-feature")], id="an alias"
        ),
        pytest.param("a: !!int 12\n", [(1, 4, "plain-text")], id="a tag that may be text"),
        pytest.param("- !!python/object/apply:os.system [x]\n", [(1, 3, "yaml-feature")], id="a Python tag"),
        pytest.param("a: {b: !x 1}\n", [(1, 8, "yaml-feature")], id="a tag in a flow"),
        pytest.param("a: {b: &x 1}\n", [(1, 8, "yaml-feature")], id="an anchor in a flow"),
        pytest.param("a: {b: 1}\n<<: {c: 1}\n", [(2, 1, "yaml-feature")], id="a merge key"),
        pytest.param("a: 1\n---\nb: 2\n", [(2, 1, "yaml-feature")], id="two documents"),
        pytest.param("%YAML 1.1\n---\na: 1\n", [(1, 1, "yaml-feature")], id="a directive"),
        pytest.param("%TAG ! tag:x,2000:\n---\na: 1\n", [(1, 1, "yaml-feature")], id="a tag directive"),
        pytest.param("? |\n  a\n: 1\n", [(1, 3, "yaml-feature")], id="a block of text as a key"),
        pytest.param("? [a, b]\n: 1\n", [(1, 3, "yaml-feature")], id="a list as a key"),
        pytest.param("{[a]: 1}\n", [(1, 2, "yaml-feature")], id="a list as a key in a flow"),
        pytest.param("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")], id="a key twice"),
        pytest.param("a: {b: 1, 'b': 2}\n", [(1, 11, "duplicate-key")], id="a key twice, in two spellings"),
        pytest.param(
            "x:\n  - a: 1\n    a: 1\n    a: 1\n",
            [(3, 5, "duplicate-key"), (4, 5, "duplicate-key")],
            id="a key thrice",
        ),
        pytest.param("3.10: 1\n", [(1, 1, "unquoted-text")], id="a number as a key"),
        pytest.param("rows:\n  11: 1\n", [(2, 3, "unquoted-text")], id="a count as a key"),
        pytest.param("true: 1\n", [(1, 1, "unquoted-text")], id="true as a key"),
        pytest.param("~: 1\n", [(1, 1, "unquoted-text")], id="nothing as a key"),
        pytest.param("a: 1\nb:\t1\n", [(2, 3, "tab")], id="a tab after a colon"),
        pytest.param("a: x\ty\n", [(1, 5, "tab")], id="a tab in a plain text"),
        pytest.param("a:\n\tb: 1\n", [(2, 1, "tab")], id="a tab as indentation"),
        pytest.param("notes: >\n  one\n  two\n", [(1, 8, "plain-text")], id="folded notes"),
        pytest.param("a: one\n  two\n", [(1, 4, "plain-text")], id="a text on two lines"),
        pytest.param('a: "x\\0"\n', [(1, 4, "character")], id="an escaped NUL"),
        pytest.param('a: "x\\u202e"\n', [(1, 4, "character")], id="an escaped direction mark"),
        pytest.param("", [(1, 1, "empty-file")], id="an empty file"),
        pytest.param("# only a comment\n", [(1, 1, "empty-file")], id="only a comment"),
        pytest.param("null\n", [(1, 1, "empty-file")], id="null"),
        pytest.param("just words\n", [(1, 1, "empty-file")], id="a text"),
        pytest.param("- a\n- b\n", [(1, 1, "empty-file")], id="a list"),
        pytest.param("a: 'x\nb: 1\n", [(1, 4, "yaml-syntax")], id="a quote that is never closed"),
        pytest.param("a: [1, 2\nb: 1\n", [(1, 4, "yaml-syntax")], id="a bracket that is never closed"),
        pytest.param("a: 1\n   b: 2\n", [(2, 5, "yaml-syntax")], id="a key that is indented too deep"),
    ],
)
def test_what_is_refused_is_refused_at_its_place(
    text: str, expected: list[tuple[int, int, str]], pure: bool
) -> None:
    assert refused_places(text, pure=pure) == expected


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    with pytest.raises(Refused) as caught:
        load("x: 0\nOpen: 1\nOpen: 2\n")
    assert caught.value.problems[0].message == ("'Open' must be there only once, but line 2 has it already")


def test_a_label_that_is_a_number_is_answered_with_the_quoted_form() -> None:
    assert hint("3.10: 1\n") == 'Write: "3.10":'


@BOTH
def test_all_that_is_refused_is_told_at_once(pure: bool) -> None:
    text = "a: 1\na: 2\n3.10: x\nb: fix issue #445\n"
    assert refused_places(text, pure=pure) == [
        (2, 1, "duplicate-key"),
        (3, 1, "unquoted-text"),
        (4, 14, "plain-text"),
    ]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    assert refused_places("\n".join(lines))[0] == (1, 5, "yaml-feature")


HIDDEN_SIGNS = (
    "\u00ad\u034f\u061c\u115f\u180b\u180e\u200d\u200e\u200f\u2062\u206a\u2800\u3164\ufe00\ufe0f\uffa0\ufff9"
    "\U0001bca0\U0001d173\U000e0041\U000e0100"
)
# DerivedCoreProperties.txt of Unicode 16, which Python's unicodedata does not have.
DEFAULT_IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010)),
    *(*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0),
    *(*range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"


def test_whatever_unicode_calls_ignorable_or_a_format_is_hidden_in_a_name() -> None:
    formats = [code for code in range(sys.maxunicode) if unicodedata.category(chr(code)) == "Cf"]
    hidden = {chr(code) for code in (*DEFAULT_IGNORABLE, *formats)} - {*NUMBER_SIGNS}

    assert {sign for sign in hidden if not (HIDDEN.search(f"b{sign}") or UNWANTED.search(sign))} == set()
    assert not HIDDEN.search(f"{NUMBER_SIGNS}abc\u0628\u0915\uac00\u4e00")


@pytest.mark.parametrize("character", HIDDEN_SIGNS, ids=lambda character: f"U+{ord(character):04X}")
def test_names_that_look_the_same_are_the_same(character: str) -> None:
    for text, place in (
        (f"attending: [Ann, B{character}]", (1, 19)),
        (f'title: "B{character}"', (1, 10)),
        (f"counters: {{B{character}: 1}}", (1, 13)),
        (f'labels: "B\\U{ord(character):08x}"', (1, 9)),
    ):
        assert refused_places(text) == [(*place, "character")]


@pytest.mark.parametrize(
    "text",
    [
        "notes: |\n  \u200ex\u00ad",
        "actions: [{owner: Mat, task: a\u00adb, note: [c\u200ed]}]",
        'header: {Room: "a\u200eb"}',
        "x-own: a\u00adb",
        'title: "\u0645\u06cc\u200c\u062e"',
        'title: "\U0001f468\u200d\U0001f469"',
        'title: "\u2764\ufe0f\u200d\U0001f525 \u26f9\U0001f3fd\u200d\u2640\ufe0f 1\ufe0f\u20e3"',
        'title: "\u845b\U000e0100\u98fe"',
        'title: "\u182e\u180b"',
    ],
)
def test_prose_and_other_scripts_have_characters_that_show_nothing(text: str) -> None:
    assert load(text)


def test_a_joiner_within_a_latin_name_shows_nothing() -> None:
    assert refused_places("title: Mar\u200dco") == [(1, 11, "character")]


@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b"# c\n', (1, 7)),
        ("a: 'b'#c\n", (1, 7)),
        ("a: [1]# c\n", (1, 7)),
        ("a: [1,# c\n  2]\n", (1, 7)),
        ("a: [1\n  ,# c\n  2]\n", (2, 4)),
        ("a: [# c\n  2]\n", (1, 5)),
        ("{a: 1}# c\n", (1, 7)),
    ],
)
def test_a_comment_stands_apart_from_what_is_before_it(
    text: str, place: tuple[int, int], *, pure: bool
) -> None:
    # As in the cases CVW2 and SU5Z of yaml-test-suite.
    assert refused_places(text, pure=pure)[0] == (*place, "yaml-syntax")


@BOTH
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: [b,\nc,\nd]\n", [(2, 1), (3, 1)]),  # 9C9N of yaml-test-suite
        ('a: "b\nc"\n', [(2, 1)]),  # QB6E
        ("a: {\n  b: 1\n}\n", [(3, 1)]),
        ('a:\n  - "b\n  c"\n', [(3, 3)]),
        ("a:\n- [1,\n2]\n", [(3, 1)]),
    ],
)
def test_lines_between_quotes_or_brackets_belong_to_their_key(
    text: str, places: list[tuple[int, int]], *, pure: bool
) -> None:
    assert refused_places(text, pure=pure) == [(*place, "yaml-syntax") for place in places]


@BOTH
@pytest.mark.parametrize(
    "text",
    ["a: [b,\n # c\n\n c,\n ]\n", 'a: "b\n\n  c"\n', "{a: 1,\nb: 2}\n", "a:\n- [1,\n  2]\n", "a: 1 # b\n"],
)
def test_other_lines_and_comments_are_read(text: str, *, pure: bool) -> None:
    assert load(text, pure=pure)


def test_where_lines_between_brackets_would_be_joined_a_comma_may_be_missing() -> None:
    (problem,) = refusals("attending: [Ada, Mat\n  Zoe]\n")
    assert problem.hint == "Write a comma at the end of line 1, or put the text on one line."


@BOTH
@pytest.mark.parametrize("text", ["{ ?a: b }\n", "a: [?b]\n", "a: [1, ?b: c]\n", 'a: {?"b": c}\n'])
def test_a_question_mark_that_both_parsers_drop_is_refused(text: str, *, pure: bool) -> None:
    # As in the case 652Z of yaml-test-suite: it is part of the text.
    assert [rule for _line, _column, rule in refused_places(text, pure=pure)] == ["plain-text"]


@BOTH
@pytest.mark.parametrize(
    "line", ["%YAML 1.3", "%YAML 1.12345", "%YAML 1.1", "%YAML 2.0 x", "%FOO bar", "%TAG", "# a\n\n%YAML 1.2"]
)
def test_no_directive_reaches_a_parser(line: str, *, pure: bool) -> None:
    # As in the cases BEC7 and ZYU8 of yaml-test-suite, at which the pure parser stops with an AssertionError.
    (place,) = refused_places(f"{line}\n---\na: 1\n", pure=pure)
    assert place == (line.count("\n") + 1, 1, "yaml-feature")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "actions:\n  - a: b\nnotes: |\n  c\nactions:\n  - d: e\n",
            "move the lines below it to the end of what line 1 begins",
        ),
        ("attending: [a]\nattending: [b]\n", "move what stands behind it to the end of what line 1 begins"),
        ("title: a\ntitle: b\n", "Delete one of the two, or give it another name."),
    ],
)
def test_what_has_several_members_and_stands_twice_is_to_be_joined(text: str, hint: str) -> None:
    (problem,) = refusals(text)
    assert hint in problem.hint
