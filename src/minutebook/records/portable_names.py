"""Names of files and folders that every system can have."""

import re
import unicodedata

_SIGN = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³]", re.IGNORECASE)
"""What Windows takes for a device, whatever extension stands behind it (Microsoft Learn, "Naming Files")."""
_IN_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l"}
)


def obstacle(name: str) -> str:
    """Return why Windows can't have a file or folder of this name; nothing if it can."""
    if _DEVICE.fullmatch(_stem(name)):
        return f"{_stem(name)} is the name of a device there"
    if sign := _SIGN.search(name):
        return f"no name may have {'`' + sign[0] + '`' if sign[0] >= ' ' else 'a control character'} there"
    return "no name may end in a dot or a space there" if name.endswith((".", " ")) else ""


def usable_name(name: str) -> str:
    """Return a name like this one that every system can have."""
    name = _SIGN.sub("-", name).rstrip(". ") or "notes"
    stem = _stem(name)
    return f"{stem}-notes{name[len(stem) :]}" if _DEVICE.fullmatch(stem) else name


def plain_letters(text: str) -> str:
    """Return a text in small letters without accents, such as faelle for Fälle."""
    spelt = unicodedata.normalize("NFC", text).lower().translate(_IN_TWO_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))


def folded(name: str) -> str:
    """Return what is the same for names that are one on a system which ignores case, or the way accents are written."""
    name = name.casefold()
    return (
        name
        if name.isascii()
        else unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
    )


def _stem(name: str) -> str:
    return name.partition(".")[0].rstrip(" ")
