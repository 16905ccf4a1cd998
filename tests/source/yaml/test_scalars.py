"""What a plain scalar means, and how a text is written so that every reader takes it for that text."""

import pytest

from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.scalars import resolve


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("0", 0),
        ("11", 11),
        ("9999999999999999", 9999999999999999),
        ("", None),
        ("~", None),
        ("Null", None),
        ("TRUE", True),
        ("false", False),
        ("yes", "yes"),
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("2020-10-26", "2020-10-26"),
        ("Open", "Open"),
        ("3.4.56", "3.4.56"),
        ("1,000", "1,000"),
        ("-", "-"),
        ("1\n", "1\n"),
        ("٣", "٣"),
        ("²", "²"),
    ],
)
def test_a_plain_scalar_is_a_count_or_text_or_true_or_false_or_nothing(text: str, meaning: object) -> None:
    assert resolve(text) == meaning
    assert type(resolve(text)) is type(meaning)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-1",
            "+5",
            "017",
            "00",
            "0o17",
            "0x1F",
            "0b11",
            "1_000",
            "3.10",
            "1.",
            ".5",
            "1.0",
            "1e5",
            "12e03",
        ),
        *(".inf", "-.INF", ".nan", "=", "<<", "1" * 17, "1" * 5000),
    ],
)
def test_what_readers_take_for_a_number_that_is_no_count_is_ambiguous(text: str) -> None:
    assert resolve(text) == Ambiguous(text)
