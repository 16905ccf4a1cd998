"""One entry of a list of people: somebody's name, with a remark, an account or initials, or no name at all."""

import re
from dataclasses import dataclass

from minutebook.oldminutes.languages import says_nothing, words

_PARTICLES, _NO_NAMES, _SURNAMES, _REMARKS = (
    words("people", name) for name in ("particles", "no_names", "surnames", "remarks")
)
_SHORTEST_NAME = 5
_MOST_WORDS = 6
_LETTER = r"[^\W\d_]"
_NAME_WORD = re.compile(
    rf"(?:{_LETTER}['\u2019\u2018])?{_LETTER}(?:{_LETTER}|['\u2019.\u00b7-])*(?:{_LETTER}|\.)?[0-9]{{0,2}}"
)
_JOINED = re.compile(r"[^\W\d_a-z][^\W_]*(?:_[^\W\d_a-z][^\W_]*)+")
"""A name as some chats have it, such as Ann_Lee."""
_NUMBERED_ACCOUNT = re.compile(r"[A-Za-z]{3}[A-Za-z_-]*[0-9][A-Za-z0-9]*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u00b7]{2,12}")
_ACCOUNT = re.compile(r"@?(?P<handle>[A-Za-z0-9](?:[\w.-]{0,38}\w)?)")
_WIDE_ACCOUNT = re.compile(r"\A@(?=[\u3400-\u9fff])")
_HANDLE_INSIDE = re.compile(r"[(<\[]?@(?P<handle>[A-Za-z0-9][\w.-]{0,38})[)>\]]?")
_INITIALS_BEFORE = re.compile(r"(?P<initials>[A-Z]{2,4})[ \t]*[:=\u2013\u2014-][ \t]*(?P<name>\S.*)")
_INITIALS_BEHIND = re.compile(r"[(\[](?P<initials>[A-Z]{2,4})[)\]]")
_REMARK = re.compile(
    r"(?P<name>[^()\[\]<>\uff08]{2,80}?)[ \t]*(?:(?P<bracket>[(\[<\uff08\u2600-\u27bf\U0001f300-\U0001faff].*)|[ \t][\u2013\u2014-]{1,2}[ \t]?(?P<said>\S.*))"
)
_BETWEEN = re.compile(
    # A run of spaces is tried once, from its start, or a long one would take the square of its length.
    r"(?:(?<![ \t])[ \t]+)?[,;\u3001\uff0c\uff1b\n][ \t]*(?:(?:and|&|und|et|og|och|en)[ \t]+)?|(?<![ \t])[ \t]+(?:(?:and|&|und|et|og|och|en|ja|i|y|e)|[/|])[ \t]+"
)
# Such as Ann Lee (Hub) Cy Dunn (Lab), and accounts of Chinese names in a run.
_UNPARTED = re.compile(
    r"(?<=\x00)[ \t]+(?=[A-Z][\w.'-]+ [A-Z][^\x00]*\x00)|(?<=[\u3400-\u9fff])(?=@)|(?<=[^\s,])[ \t]*(?=@[\u3400-\u9fff])"
)
UNLINKED = re.compile(r"\[(?P<name>[^\[\]]*)\](?P<address>\([^()]*\))")
"""A link that leads nowhere to Markdown, such as [@ann]({{ site.url }}/ann)."""
_ACCOUNTS = re.compile(r"@[\w.-]+(?:[ \t]+@[\w.-]+)+")
_LAST_NAME_FIRST = re.compile(r"(?P<last>[^\s,;()]+), ?(?P<first>[^\s,;()]+(?: [^\s,;()]+)?)")
_NAME_AND_MORE = (
    re.compile(r"(?P<name>[^()/ ]+ [^()/]{1,60}?) ?/ ?(?P<more>[^/]+)"),
    re.compile(r"(?P<name>[^()<>@]{2,60}?) [(<\[]?(?P<more>[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63})[)>\]]?"),
    re.compile(r"(?P<name>[^() ]+ [^()]{1,60}?) (?P<more>(?:from|at|of|vom|aus|chez) [^\W\d_a-z].{0,60})"),
)
"""A name with an organisation, an address or a place behind it."""
_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z])\.\Z|(?<=[)\]])\.\Z")
_BRACKETS = re.compile(r"\([^()]*\)|\uff08[^\uff08\uff09]*\uff09|\[[^\[\]]*\]|<[^<>]*>")
_NICKNAME = re.compile(
    r"(?P<first>[^()]{2,40}) [(\"'\u201c\u2018](?P<nickname>[^()\"'\u201c\u2018]{2,20})[)\"'\u201d\u2019] (?P<last>[^()]{2,40}?)(?:(?:[ \t]*\(|[ \t]+[\u2013\u2014-]+[ \t]+)(?P<behind>[^()]*)\)?)?"
)
_BEHIND_BRACKET = re.compile(r"[)\]]\s*\w")
_HIDDEN = re.compile("\x00([0-9]+)\x00")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody, with what stands behind the name; the account or the initials by which others call them."""

    name: str
    remark: str = ""
    handle: str = ""
    initials: str = ""

    @property
    def text(self) -> str:
        """The entry as a list of people in the notes has it."""
        return f"{self.name} ({self.remark})" if self.remark else self.name


def split_entries(text: str) -> list[str]:
    """Return the entries of a list, which commas and slashes in brackets don't part."""
    if _ACCOUNTS.fullmatch(text):
        return text.split()
    people = [_LAST_NAME_FIRST.fullmatch(part.strip()) for part in text.split(";")]
    if len(people) > 1 and all(people):
        return [f"{person['first']} {person['last']}" for person in people if person]
    brackets: list[str] = []

    def hide(match: re.Match[str]) -> str:
        brackets.append(match[0])
        return f"\x00{len(brackets) - 1}\x00"

    hidden = _BRACKETS.sub(hide, text)
    attendees = (
        _HIDDEN.sub(lambda match: brackets[int(match[1])], attendee)
        for run in _BETWEEN.split(hidden)
        for attendee in _UNPARTED.split(run)
    )
    return [
        stripped
        for attendee in attendees
        if (stripped := _SENTENCE_END.sub("", attendee.strip(" \t\u3000,;*_")).strip())
    ]


def read_entry(text: str, link: str = "") -> Entry | None:
    """Return who an entry names, or None if it is more or less than a name; `link` is where the name leads to."""
    stripped = _WIDE_ACCOUNT.sub("", text.strip(" \t\u3000*_,;").strip())
    stripped = stripped.replace("_", " ") if _JOINED.fullmatch(stripped) else stripped
    if not stripped or says_nothing(stripped):
        return None
    handle = _handle_of(link)
    if initials := _INITIALS_BEFORE.fullmatch(stripped):
        trailing = read_entry(initials["name"])
        if trailing and not trailing.initials:
            remark = ", ".join(filter(None, (initials["initials"], trailing.remark)))
            return Entry(trailing.name, remark, trailing.handle, initials["initials"])
    if (nicknamed := _NICKNAME.fullmatch(stripped)) and is_name(f"{nicknamed['first']} {nicknamed['last']}"):
        remark = ", ".join(filter(None, (nicknamed["nickname"], nicknamed["behind"])))
        stripped = f"{nicknamed['first']} {nicknamed['last']} ({remark})"
    return _read_plain_entry(stripped, handle)


def _read_plain_entry(stripped: str, handle: str) -> Entry | None:
    """Return who an entry without initials and nicknames before the name names."""
    if account := _HANDLE_INSIDE.fullmatch(stripped):
        return Entry(account["handle"], "", account["handle"])
    if is_name(stripped):
        return Entry(stripped, "", handle)
    first_word, _, second_word = stripped.partition(" ")
    if first_word[:1].isupper() and second_word.islower() and second_word.isalpha() and is_name(first_word):
        # A small word behind a name may be the name's, or say something of who it is.
        is_remark = second_word in _REMARKS or len(second_word) < _SHORTEST_NAME
        return Entry(first_word, second_word) if is_remark else Entry(stripped, "", handle)
    for pattern in _NAME_AND_MORE:
        if (match := pattern.fullmatch(stripped)) and is_name(match["name"]):
            return Entry(match["name"], match["more"], handle)
    remarked = _REMARK.fullmatch(stripped)
    name = remarked["name"].strip(" \t*_,") if remarked else ""
    if not remarked or not is_name(name):
        return _before_account(stripped, handle)
    remark = remarked["said"] or unbracketed(remarked["bracket"])
    account = _HANDLE_INSIDE.search(stripped)
    short = _INITIALS_BEHIND.search(stripped)
    is_short = short and short["initials"][0] == name[0] and len(name.split()) > 1
    return Entry(
        name,
        remark,
        account["handle"] if account else handle,
        short["initials"] if short and is_short else "",
    )


def are_names(text: str) -> bool:
    """Whether a text is a list of several names, and nothing else."""
    entries = split_entries(text.replace("\n", ", "))
    are_plain = all(
        _BRACKETS.sub("", entry).strip() and not _BEHIND_BRACKET.search(entry) for entry in entries
    )
    return len(entries) > 1 and are_plain and all(map(read_entry, entries))


def is_name(text: str) -> bool:
    """Whether a text can be somebody's name: words in capitals, with particles between them, or one small word."""
    if _WIDE.fullmatch(text):
        return text not in _NO_NAMES
    name_parts = text.removesuffix("?").split()
    folded = [name_part.casefold().strip(".") for name_part in name_parts]
    # Ben Allen has a name, and "an allen Tagen" has none.
    doubtful = (word for word in folded if word not in _SURNAMES or word == folded[0])
    if not 0 < len(name_parts) <= _MOST_WORDS or not _NO_NAMES.isdisjoint(doubtful):
        return False
    if len(name_parts) == 1:
        return (_NAME_WORD.fullmatch(name_parts[0]) or _NUMBERED_ACCOUNT.fullmatch(name_parts[0])) is not None
    is_written = all(_NAME_WORD.fullmatch(name_part) for name_part in name_parts)
    small = [name_part for name_part in name_parts if name_part.islower() and not _is_small(name_part)]
    return is_written and not small and not all(map(_is_small, name_parts))


def _is_small(word: str) -> bool:
    return word in _PARTICLES or word.startswith(("d'", "d\u2019", "al-", "el-", "l'"))


def _before_account(text: str, link_handle: str) -> Entry | None:
    """Return the entry of a name with an account behind it, such as Ann Lee @ann."""
    account = _HANDLE_INSIDE.search(text)
    name = text[: account.start()].strip(" \t*_,:/|-") if account else ""
    trailing = text[account.end() :].strip(" \t)>]") if account else ""
    if account and is_name(name) and (not trailing or trailing[0] in "([<"):
        remark = ", ".join(
            filter(None, (f"@{account['handle']}", unbracketed(f"{trailing})") if trailing else ""))
        )
        return Entry(name, remark, account["handle"] or link_handle)
    return None


def unbracketed(text: str) -> str:
    """Return what stands in brackets behind a name; of several brackets, all."""
    inner = text.strip()
    if inner[:1] + inner[-1:] in {"()", "[]", "<>", "\uff08\uff09"} and not re.search(
        r"[()\[\]<>\uff08\uff09]", inner[1:-1]
    ):
        return inner[1:-1].strip()
    remarks = map(str.strip, re.split(r"[()\[\]<>\uff08\uff09]", inner))
    return ", ".join(remark for remark in remarks if remark.strip(" ,;-"))


def _handle_of(link: str) -> str:
    """Return the account that a link leads to: the last part of its address, if that can be one."""
    if not link.startswith(("http://", "https://")):
        return ""
    _, *path = link.split("://", 1)[1].rstrip("/").split("/")
    account = _ACCOUNT.fullmatch(path[0]) if len(path) == 1 else None
    return account["handle"] if account else ""
