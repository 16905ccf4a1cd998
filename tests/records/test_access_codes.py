"""Codes that let somebody in, and texts that can be shown to anybody."""

import pytest

from minutebook.records.access_codes import access_codes, masked


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("by phone, PIN: 48151", "48151"),
        ("**PIN:** 481 516 234#", "481 516 234"),
        ("PIN 48151, please", "48151"),
        ("the passcode is 481516", "481516"),
        ("Passcode: ab1$x.", "ab1$x"),
        ("Password: `swordfish`", "swordfish"),
        ("Kennwort: Blume7", "Blume7"),
        ("mot de passe : toto12", "toto12"),
        ("\u5bc6\u7801\uff1a481516", "481516"),
        ("<https://example.org/j/1?pwd=abCD12>", "abCD12"),
        ("token: 0123abcd4567", "0123abcd4567"),
        ("with ghp_abcdefghijklmnopqrstuvwxyz in it", "ghp_abcdefghijklmnopqrstuvwxyz"),
        ("Authorization: Bearer abcdefghijklmnopq", "abcdefghijklmnopq"),
    ],
)
def test_a_code_is_found_by_what_stands_before_it(text: str, code: str) -> None:
    assert [found.text for found in access_codes(text)] == [code]
    assert code not in masked(text)
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        *("the password was sent separately", "password: see the invitation", "Password: changed"),
        *(
            "pin 4 of 1234",
            "we spin: 12345 times",
            "pin it to 1.2.3",
            "Tokens 1.2.4-3",
            "PIN: <https://example.org>",
        ),
        *("the token: Mat", "SOFTWARE-4126: tokens for EL8", "call 481516"),
    ],
)
def test_what_only_speaks_of_codes_has_none(text: str) -> None:
    assert list(access_codes(text)) == []
    assert masked(text) == text


def test_every_code_of_a_text_is_masked_but_for_its_first_character() -> None:
    assert masked("PIN: 48151, pwd=x, passcode: 9 8 7 6") == "PIN: 4****, pwd=x, passcode: 9 * * *"
