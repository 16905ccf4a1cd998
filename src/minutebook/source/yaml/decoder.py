"""Bytes to text: what a notes file can be made of, before YAML looks at it."""

import re
import unicodedata

from minutebook.records.late_patterns import late_pattern
from minutebook.records.phrases import CONFLICT_LINES, FIX, conflict_hint
from minutebook.records.problem import START, Location
from minutebook.records.refusal import refuse
from minutebook.repository.objects import MOST

LARGEST = 1_000_000
"""Bytes; the longest of 189 real minutes had 9,000."""

# Control characters but for tab and newlines; line separators, which end a line in YAML 1.1 and nowhere else;
# zero-width and bidirectional marks, which make a line look like another (CVE-2021-42574); non-characters.
UNWANTED = late_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# What has the property Default_Ignorable_Code_Point or is a format character (UAX #44), and signs that are blank: in prose
# of some languages they have a meaning, but two names that differ by one look the same. Only the Arabic signs above
# numbers are format characters that show. Selectors and joiners are part of emoji, and of names in scripts that use them.
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2100-\u214f\u2190-\u21ff\u2300-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
_HAN, _MONGOLIAN = (
    "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "\u1800-\u180a\u1810-\u18af",
)
_JOINING = (
    f"\u0600-\u109f\u1780-\u17ff{_MONGOLIAN}\u1900-\u1cff\ua800-\uabff\U00010a00-\U00011fff{_EMOJI}\ufe0f"
)
HIDDEN = late_pattern(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200e\u200f\u2061-\u2065\u206a-\u206f\u2800\u3164\uffa0"
    "\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    f"|(?<![{_EMOJI}])[\ufe0e\ufe0f](?!\u20e3)|(?<![{_HAN}])[\ufe00-\ufe0d\U000e0100-\U000e01ef]"
    f"|(?<![{_MONGOLIAN}])[\u180b-\u180d\u180f]|(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?=[ -~])"
)
# With ||||||| in the styles diff3 and zdiff3 (git-config(1), merge.conflictStyle). They are longer where each side has
# renamed the file otherwise, or where the attribute conflict-marker-size says so (gitattributes(5)).
CONFLICT_MARK = late_pattern(
    r"^(?:(?:<{7}|={7}|>{7}|\|{7})(?: .*)?|(?:<{8,}|>{8,}|\|{8,}) .*)$", re.MULTILINE
)
"""A line that git has put around a conflict."""
_LONE_RETURN = late_pattern(r"\r(?!\n)")
# Programs on Windows that write \r\n as text write another \r before it.
_EXTRA_RETURNS = late_pattern(r"(?<!\r)\r+(?=\r\n)")
_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_TYPE_FIX = "type: minutebook sync --fix"
"""How a hint ends that says what to do by hand, where there is one right answer."""


def location_at(text: str, index: int, length: int = 1) -> Location:
    """Return the place of a position in a text."""
    start = text.rfind("\n", 0, index) + 1
    return Location(text.count("\n", 0, index) + 1, index - start + 1, length)


def name_character(character: str) -> str:
    """Name a character that can't be seen."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name.lower()})"


def unseen(character: str, subject: str = "notes") -> str:
    """Return what is wrong with a character that can't be seen."""
    return f"{name_character(character)} can't be seen, and doesn't belong in {subject}"


def decode(path: str, data: bytes) -> str:
    """Return the text of a notes file, or refuse the file at the first thing that is no plain text."""
    if len(data) > LARGEST:
        size = f"{len(data):,}" + (" or more" if len(data) >= MOST else "")
        message = f"a notes file must have at most {LARGEST:,} bytes, and this one has {size}"
        hint = "Keep attachments and logs elsewhere, and link to them."
        raise refuse(path, START, "file-size", message, hint)
    text = _utf8(path, data)
    _refuse_foreign_file(path, text)
    if lone := _LONE_RETURN.search(text):
        message = "a line must end with a newline, but this one ends with a carriage return alone"
        hint = f"Set the editor's line endings to LF, and save again, or {_TYPE_FIX}"
        mended = _LONE_RETURN.sub("\n", _EXTRA_RETURNS.sub("", text))
        location = location_at(text, lone.start())
        raise refuse(path, location, "line-ending", message, hint, mend=mended, mend_at=_all_of(text))
    # No unwanted character can be printed, and a text of those that can needs no pattern.
    is_printable = text.replace("\n", "").isprintable()
    if not is_printable and (unwanted := UNWANTED.search(text)):
        message = unseen(unwanted.group())
        # What breaks a line elsewhere parts words.
        instead = " " if unwanted.group() in _BREAKS else ""
        mended = text.replace(unwanted.group(), instead)
        hint = f"{FIX}   (a space takes its place)" if instead else FIX
        location = location_at(text, unwanted.start())
        raise refuse(path, location, "character", message, hint, mend=mended, mend_at=_all_of(text))
    return text


def readable_text(data: bytes) -> str | None:
    """Return a file's text with whatever may be wrong in it; None if nobody can tell its encoding, or it is too large."""
    if len(data) > LARGEST:
        return None
    try:
        return data.decode(_utf_16(data) or "utf-8")
    except UnicodeDecodeError:
        return None


def _utf_16(data: bytes) -> str:
    """Return which UTF-16 a file is in, with or without a byte order mark, or nothing."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # Notes begin with two characters of ASCII, of which one byte is a zero.
    zeros = [byte == 0 for byte in data[:4]]
    names = {"utf-16-le": [False, True] * 2, "utf-16-be": [True, False] * 2}
    return next((name for name, pattern in names.items() if zeros == pattern), "")


def _utf8(path: str, data: bytes) -> str:
    hint = "Save the file as UTF-8 without a byte order mark"
    if _utf_16(data):
        message = "the file must be UTF-8, but it is UTF-16"
        raise refuse(path, START, "encoding", message, f"{hint}, or {_TYPE_FIX}")
    if data.startswith(b"\xef\xbb\xbf"):
        message = "the file must not begin with a byte order mark"
        mark = Location(1, 1, 1)
        raise refuse(path, START, "encoding", message, f"{hint}, or {_TYPE_FIX}", mend="", mend_at=mark)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        decoded = data[: error.start].decode("utf-8")
        message = f"the file must be UTF-8, but the byte 0x{data[error.start]:02x} here is not"
        raise refuse(path, location_at(decoded, len(decoded)), "encoding", message, f"{hint}.") from None


def _all_of(text: str) -> Location:
    return Location(1, 1, len(text))


def _refuse_foreign_file(path: str, text: str) -> None:
    # https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    if text.startswith("version https://git-lfs"):
        message = "this is a git-LFS pointer, not the notes themselves"
        raise refuse(path, START, "file-kind", message, "Type: git lfs pull, and keep YAML out of LFS.")
    if text[:200].lstrip().lower().startswith(("<!doctype", "<html")):
        raise refuse(path, START, "file-kind", "this is a web page, not YAML", "Save the raw file instead.")
    # To look for the start of each line takes ten times as long.
    may_conflict = any(sign * 7 in text for sign in "<=>|")
    if may_conflict and (conflict := CONFLICT_MARK.search(text)):
        message = "a merge conflict is left in the file"
        marks = CONFLICT_LINES
        if any(mark[0].startswith("|") for mark in CONFLICT_MARK.finditer(text)):  # in the style diff3
            marks = "the lines of <<<<<<< and >>>>>>>, and all from ||||||| to ======="
        length = len(conflict[0].partition(" ")[0].rstrip("\r"))
        raise refuse(
            path,
            location_at(text, conflict.start(), length),
            "conflict-marker",
            message,
            conflict_hint(marks),
        )
