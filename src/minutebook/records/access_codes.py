"""Codes that let somebody in: the PIN of a conference, passwords, tokens; and how to speak of a text that has some."""

import re
from collections.abc import Iterator

from minutebook.records.frozen_class import dataclass
from minutebook.records.late_patterns import late_pattern

# In a pattern with spaces and comments a space that counts stands in brackets.
_CUES = (
    "access[ ]code|code[ ]d'accès|contraseña|kennwort|meeting[ ]code|mot[ ]de[ ]passe|pass[ ]?code|passphrase|passwd"
    "|password|passwort|pin|pwd|senha|toegangscode|wachtwoord|zugangscode|密码|パスワード"
)
_PASSWORDS = "contraseña|kennwort|mot[ ]de[ ]passe|passcode|password|passwort|pwd|senha|wachtwoord"
"""Behind these a word may be a password also without a sign between."""
_DOORS = "alarm|building|door|entrance|entry|front[ ]door|garage|gate|keypad|lock|room|safe|tür|tuer|haustür"
_LONG_CUES = "api[ _-]?key|secret|token"
# Tokens of well-known makers, as their scanners look for them, and the three parts of a JSON web token (RFC 7519).
_MAKERS = (
    r"gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,255}|xox[abeprs]-[\w-]{10,255}"
    r"|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|sk-[\w-]{20,255}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}"
)
_CLOSING = r"[*_`\"')\]]{0,4}"
_IS = r"\s?[:\uff1a=]|[ ](?:is|ist|est|es)\b:?"
_CODE = late_pattern(
    rf"""(?<![^\W_])(?:
        (?:{_CUES}|(?:{_DOORS})[ -]?code) {_CLOSING} (?:[ ](?:code|number|nummer) {_CLOSING})? (?:{_IS}|\s?\#)? [*_`"'\s]{{0,4}}
            (?P<number>[0-9](?:[ -]?[0-9]){{3,19}}) (?![\w.])
    |   (?:{_CUES}) {_CLOSING} (?:{_IS}) [*_`"'\s]{{0,4}} (?P<word>(?![<\[(]|https?:)[^\s`"'<>|]{{4,99}})
    |   pw {_CLOSING} \s?[:\uff1a=] [*_`"'\s]{{0,4}} (?P<short>(?![<\[(]|https?:)[^\s`"'<>|]{{4,99}})
    |   (?:{_PASSWORDS}) [ ] [*_`"']{{0,4}} (?P<bare>[^\s`"'<>|]{{6,99}})
    |   (?:^[\s>*+-]{{0,12}}|(?<=[,;:(][ ])|(?<=[(])|(?<=the[ ])) code {_CLOSING} (?:{_IS})? [*_`"'\s]{{0,4}}
            (?P<code>(?!(?:19|20)[0-9][0-9]\b)[0-9](?:[ ]?[0-9]){{3,7}}) (?![\w.,/-]*\w)
    |   (?:{_LONG_CUES}) {_CLOSING} \s?[:\uff1a=] [*_`"'\s]{{0,4}} (?P<secret>[^\s`"'<>|]{{8,255}})
    |   bearer[ ] (?P<bearer>[\w.~+/-]{{16,255}})
    |   (?P<token>(?-i:{_MAKERS}))
    ) | (?<!,),{{2,4}} (?P<dialled>[0-9]{{4,19}}) (?=\#)
    | [?&_](?:pwd|passwd|password|passcode|pin|token|key) = (?P<parameter>[^\s&<>)\]"'|]{{4,255}})""",
    re.IGNORECASE | re.VERBOSE,
)
_HINTS = (
    *("pin", "pass", "code", "pw", "contrase", "kennwort", "senha", "wachtwoord", "密码", "パスワード"),
    *(",,", "api", "secret", "token", "bearer", "gh", "glpat", "xox", "akia", "aiza", "sk-", "eyj"),
)
"""Of these every text with a code has one."""
_LAST_SIGNS = ".,;:!?)]}*_#"
_DIGIT_OR_SIGN = late_pattern(r"[0-9!$%&+@^~]")
_MIXED = late_pattern(r"(?=.*[0-9])(?=.*[a-z])(?=.*(?:[A-Z].{7}|[!$%&+@^~]))")
_WORDS = frozenset({"word", "short", "bare", "secret"})
"""The groups of a code that may be any word."""
_LONGEST_TAIL = 20
"""Characters behind a word that tell whether something is said of it."""
_NO_CODE = frozenset(
    {"changed", "none", "needed", "protected", "required", "reset", "same", "separately", "unknown"}
)


@dataclass(frozen=True, slots=True)
class AccessCode:
    """A code in a text, and where it begins."""

    start: int
    text: str

    @property
    def masked(self) -> str:
        """The code with nothing but its first character, as long as it is."""
        return self.text[0] + re.sub(r"\S", "*", self.text[1:])


def access_codes(text: str) -> Iterator[AccessCode]:
    """Yield what looks like a code by which somebody gets in."""
    small = text.casefold()
    hints = [hint for hint in _HINTS if hint in small]
    start = 0
    for line in text.split("\n") if hints else ():
        small = line.casefold()
        # To look for a code in every line takes fifty times as long.
        if any(hint in small for hint in hints):
            yield from (AccessCode(start + code.start, code.text) for code in _codes_in_line(line))
        start += len(line) + 1


def masked(text: str) -> str:
    """Return a text that can be shown to anybody, with each code masked."""
    segments, position = [], 0
    for code in access_codes(text):
        segments += [text[position : code.start], code.masked]
        position = code.start + len(code.text)
    return "".join([*segments, text[position:]])


def _codes_in_line(line: str) -> Iterator[AccessCode]:
    for match in _CODE.finditer(line):
        name = match.lastgroup or ""
        start, code = match.start(name), match[name].rstrip(_LAST_SIGNS)
        code_end = start + len(code)
        if name not in _WORDS or _is_code(code, name, line[code_end : code_end + _LONGEST_TAIL]):
            yield AccessCode(start, code)


def _is_code(word: str, name: str, text_behind: str) -> bool:
    """Whether a word behind `password:` is one: it has a digit or a sign, or nothing is said behind it.

    Without a sign between, it has several kinds of characters.
    """
    if name == "bare":
        return _MIXED.match(word) is not None
    if _DIGIT_OR_SIGN.search(word):
        return True
    is_alone = text_behind.startswith((",", ";", ")")) or not text_behind.strip(".,;)]}*_`\"' \t\r")
    return name == "word" and is_alone and word.casefold() not in _NO_CODE
