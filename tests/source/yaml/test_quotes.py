"""Text is written so that every reader takes it for that text."""

import re
from itertools import chain
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutebook.source.schema.schemas import source
from minutebook.source.yaml.decoder import HIDDEN, UNWANTED
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.quotes import DATE_KEYS, quote, write_text

TRICKY = [
    *(
        "",
        " ",
        "~",
        "null",
        "NULL",
        "true",
        "False",
        "y",
        "NO",
        "on",
        "Off",
        "=",
        "<<",
        "-",
        "?",
        ":",
        "a:",
        "a: b",
        ":a",
    ),
    *(
        "0",
        "11",
        "-1",
        "+5",
        "017",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "3.10",
        "1e5",
        ".5",
        ".inf",
        "-.INF",
        ".nan",
        "1:30",
    ),
    *(
        "12:30:45",
        "2020-10-26",
        "2020-10-26 10:00:00",
        "+_",
        "_",
        "...",
        "---",
        "#445",
        "issue #445",
        "a # b",
        "C#",
    ),
    *(
        "[link](url)",
        "{x}",
        "*bold*",
        "&amp;",
        "!tag",
        "%d",
        "@Mat",
        "`code`",
        "|",
        ">",
        "- a",
        "? a",
        "a,b",
        "a]",
        "x?",
    ),
    *(
        "it's",
        '"q"',
        "'q'",
        "back\\slash",
        "both ' and \"",
        "both ' and \\",
        "end\\",
        " lead",
        "trail ",
        "two  blanks",
    ),
    *("é", "日本語", "🎉", "\u00a0", "k" * 300, "a\tb", "{{ x }}", "http://x.y/z", "a:b", "x: ", "Total"),
]

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r")).filter(
    lambda text: not UNWANTED.search(text) and not HIDDEN.search(text)
) | st.lists(st.sampled_from([*TRICKY, " ", ": ", " #", ","]), max_size=4).map("".join)

PLACES = [
    "{}",
    "a: {}",
    "- {}",
    "a: [{}]",
    "a: [x, {}, y]",
    "a: {{b: {}}}",
    "a: {{b: {}, c: d}}",
    "a:\n  - {}\n  - x",
]

KEYS = ["{}: 1", "a: {{{}: 1}}"]


def found(data: Any) -> Any:
    """Return the one value that stands in some data beside `x`, `y` and `d`."""
    while isinstance(data, (dict, list)):
        values = list(data.values() if isinstance(data, dict) else data)
        data = values[1] if isinstance(data, list) and len(values) == 3 else values[0]
    return data


def read_back(place: str, text: str, *, pure: bool) -> Any:
    """Write a text in a place of a document and return what is read there."""
    written = place.format(write_text(text, in_flow="[" in place or "{{" in place))
    if ":" not in place:
        written = "a:\n  " + written.replace("\n", "\n  ")
    return found(read("a.yaml", written.encode(), pure=pure).data)


@pytest.mark.parametrize("text", ["Open", "In Progress", "it's", "a:b", "Ready (2)", "x/y", "C & D", "why?"])
def test_ordinary_text_is_written_as_it_is(text: str) -> None:
    assert write_text(text) == text


@pytest.mark.parametrize(
    "text", ["3.10", "yes", "a: b", "x #1", "[x]", "", "2020-10-26", "2020-10-26x", "- a", "x:"]
)
def test_what_might_be_misread_is_written_in_quotes(text: str) -> None:
    assert write_text(text) == f'"{text}"'


def test_a_day_is_written_as_it_is_where_the_format_has_a_day() -> None:
    declared = (
        re.findall(r'"(\w+)":\s*\{[^{}]*"\$ref":\s*"#/\$defs/date"', source(name))
        for name in ("meeting", "series")
    )
    keys = {"date", *chain.from_iterable(declared)}
    assert keys == {*DATE_KEYS}
    assert {write_text("2020-10-26", key=key) for key in keys} == {"2020-10-26"}
    assert write_text("2020-10-26", key="title") == '"2020-10-26"'


@pytest.mark.parametrize("text", ["a, b", "x]", "Diego?", "a:b"])
def test_between_brackets_more_must_stand_in_quotes(text: str) -> None:
    assert write_text(text) == text
    assert write_text(text, in_flow=True) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a", '"a"'),
        ('say "x"', "'say \"x\"'"),
        ("a\\b", "'a\\b'"),
        ("it's \\", '"it\'s \\\\"'),
        ("'\"", '"\'\\""'),
    ],
)
def test_single_quotes_serve_where_double_ones_would_need_escapes(text: str, written: str) -> None:
    assert quote(text) == written


@pytest.mark.parametrize("text", TRICKY)
def test_a_tricky_text_is_read_back_in_every_place_by_both_parsers(text: str) -> None:
    assert {read_back(place, text, pure=pure) for place in PLACES for pure in (False, True)} == {text}


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(PLACES), st.booleans())
@example("a\t#b", "{}", False)
def test_any_text_is_read_back_as_it_was_written(text: str, place: str, pure: bool) -> None:
    assert read_back(place, text, pure=pure) == text


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(PLACES))
@example("2020-10-26", "{}")
def test_any_text_is_read_by_pyyaml_as_it_was_written(text: str, place: str) -> None:
    yaml = pytest.importorskip("yaml")
    written = place.format(write_text(text, in_flow="[" in place or "{{" in place))
    assert found(yaml.safe_load(written)) == text


@settings(max_examples=200)
@given(
    TEXTS.map(lambda text: text[:1000]), st.sampled_from(KEYS), st.booleans()
)  # YAML's longest key has 1024
def test_any_label_is_read_back_as_it_was_written(text: str, place: str, pure: bool) -> None:
    written = place.format(write_text(text, in_flow="{{" in place))
    data = read("a.yaml", written.encode(), pure=pure).data
    assert (data if place.startswith("{}") else data["a"]) == {text: 1}
