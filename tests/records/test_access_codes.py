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
        ("Kennwort Hunter22!", "Hunter22"),
        ("the password is Hunter22, for all", "Hunter22"),
        ("Passwort Hunter22!", "Hunter22"),
        ("wifi (guest), pw: Hunter22!", "Hunter22"),
        ("PW=4711x", "4711x"),
        ("door code 4711", "4711"),
        ("T\u00fcrcode: 4711#", "4711"),
        ("-   code 4711", "4711"),
        ("wifi in the hall, code: 47 11 08", "47 11 08"),
        ("mot de passe : toto12", "toto12"),
        ("\u5bc6\u7801\uff1a481516", "481516"),
        ("<https://example.org/j/1?pwd=abCD12>", "abCD12"),
        ("+1 555 0100,,481516#", "481516"),
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
        *(
            "exit code 4711",
            "HTTP status code 5000",
            "zip code 53706",
            "the code 2020 was written",
            "code 401",
        ),
        *(
            "the source code: 4711 lines",
            "code 1234/5678",
            "the code 4.2.1",
            "Code review",
            "pw: Mat",
            "PW: done",
        ),
        *(
            "the password OAuth2 needs",
            "password sha256",
            "Kennwort vergessen",
            "password Kerberos",
            "upw: a1b2c3",
        ),
        *("the token: Mat", "SOFTWARE-4126: tokens for EL8", "call 481516"),
    ],
)
def test_what_only_speaks_of_codes_has_none(text: str) -> None:
    assert list(access_codes(text)) == []
    assert masked(text) == text


def test_every_code_of_a_text_is_masked_but_for_its_first_character() -> None:
    assert masked("PIN: 48151, pwd=x, passcode: 9 8 7 6") == "PIN: 4****, pwd=x, passcode: 9 * * *"
