"""One entry of a list of people: somebody's name, with a remark, an account or initials, or no name at all."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from minutebook.actions.words import CLOSING_WORDS, EVERYBODY_WORDS
from minutebook.oldminutes.languages import HAN, WIDE, says_nothing, words
from minutebook.records.conjunctions import AND
from minutebook.records.roster import untitled

_PARTICLES, _NO_NAMES, _SURNAMES, _SELF, YES, NO, OFFICES = (
    words("people", name) for name in ("particles", "no_names", "surnames", "self", "yes", "no", "offices")
)
ROLES = words("people", "roles") | OFFICES
_NO_NAMES |= {*EVERYBODY_WORDS}
_MOST_WORDS, _WIDE_SPACE, _ELIDED = 6, 3, ("d'", "d\u2019", "al-", "el-", "l'")
_LETTER = r"[^\W\d_]"
_NAME_WORD = re.compile(
    rf"(?:{_LETTER}['\u2019\u2018])?{_LETTER}(?:{_LETTER}|['\u2019.\u00b7\u2010\u2011-])*(?:{_LETTER}|\.)?[0-9]{{0,2}}|[A-Z]{{1,2}}[0-9][A-Z]{{1,4}}"
)
_NUMBERED_ACCOUNT = re.compile(r"[A-Za-z]{2}[A-Za-z_-]*[0-9][A-Za-z0-9]*|[a-z]{2,}_[a-z]{2,}")
_WIDE_GAP = re.compile(r"(?<!\s)\s{3}")
"""What stands in no name, but between several."""
_WIDE = re.compile(rf"[{WIDE}\u00b7]{{2,12}}")
_PROFILE = re.compile(r"https?://[^/]+/@?(?P<handle>[A-Za-z0-9](?:[\w.-]{0,38}\w)?)/*")
"""An address whose last part is an account."""
_INITIALS = re.compile(r"[A-Z]{2,4}")
_RUN = re.compile(
    rf"[A-Z]{{2,4}}(?:\s+[A-Z]{{2,4}})+|[{HAN}]{{2,4}}(?:\s+[{HAN}]{{1,4}}){{2,}}|[^\W\d_a-z]\w*(?:(?:[ \t]+[^\W\d_a-z]\w*){{2}}){{3,}}"
)
"""Initials, several Chinese names, which have no space in them, or more words than a name has, but no pairs of them."""
_ENCLOSED = re.compile(r"\[(?P<names>[^()\[\]]+[,;][^()\[\]]+)\]\.?")
_INITIALS_BEFORE = re.compile(r"(?P<initials>[A-Z]{2,4})[ \t]*[:=\u2013\u2014-][ \t]*(?P<name>\S.*)")
_SIGNS = "|".join(
    re.escape(sign)
    for sign in sorted(YES | NO, key=len, reverse=True)
    if not sign[-1].isalnum() and sign != "-"
)
_SIGN = re.compile(
    rf"\A(?P<first>{_SIGNS})\ufe0f?[ \t]*|(?:(?<![ \t])[ \t]+)?(?P<last>{_SIGNS})\ufe0f?\Z", re.IGNORECASE
)
"""A picture or a box before or behind a name, which says whether somebody was there."""
_BULLET = re.compile(
    r"\A(?:[\u2013\u2014-][ \t]?|\([0-9]{1,3}\)[ \t]*|[0-9]{1,2}[.)][ \t]*(?=[@\[]?[^\W\d_]))"
)
"""What begins an item in which Markdown sees none, such as a dash without a space, and a number."""
_BETWEEN = re.compile(
    # A run of spaces is tried once, from its start, or a long one would take the square of its length.
    rf"(?:(?<![ \t])[ \t]+(?:{AND}|&)(?=[ \t]*[,;\n]))?(?:(?<![ \t])[ \t]+)?[,;\u3001\uff0c\uff1b\n\u2022][ \t]*(?:(?:{AND}|&)[ \t]+)?"
    rf"|(?<![ \t])[ \t]+(?:{AND}|&&?|[/|+\u00b7])[ \t]+|(?<=[^\W\d_A-Z])&&?(?=[^\W\d_a-z])"
    r"|(?<=\x00)[ \t]+(?=[^\W\d_a-z]\w+ [^\W\d_a-z]\w+ \x00)"  # where a bracket ends, and a name with another begins
)
_DASH = re.compile(r"(?<![ \t])[ \t]+[\u2013\u2014-]{1,2}[ \t]+")
"""What parts people only where all that it parts are whole names."""
_ACCOUNTS = re.compile(rf"@\w.*[ \t]@\w.*|(?=.*[\u3041-\u309f])\w+(?:\u30fb\w+)+|[{HAN}]+(?:\u30fb[{HAN}]+)+")
"""Several of whom each begins with an account, or Japanese names with a dot between them, which in katakana alone is one name: \u30b8\u30e7\u30f3\u30fb\u30b9\u30df\u30b9."""
_NEXT_ACCOUNT = re.compile(r"(?<![ \t])[ \t]+(?=@\w)|\u30fb")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z])(?<!\b[JS]r)\.\Z|(?<=[)\]~])\.\Z|\.{3}\Z|\u2026\Z")
_BRACKETS = re.compile(r"\([^()]*\)|\uff08[^\uff08\uff09]*\uff09|\[[^\[\]]*\]|<[^<>]*>")
_INNER = re.compile(r"(?:\A|,? )\(([^()]*)(?:\)(?=[,;.]|\Z)|\Z)")
_BEHIND_BRACKET = re.compile(r"[)\]]\s*\w")
_ASIDE = re.compile(
    r"(?:\(|\uff08)(?P<round>(?:[^()\uff08\uff09]|\([^()]*\))*)[)\uff09]?|\[(?P<square>[^\[\]]*)\]?|<(?P<angle>[^<>]*)>?"
    r"|(?<!\w)[\"'\u201c\u2018](?P<nickname>[^\"'\u201c\u201d\u2018\u2019]{2,20})[\"'\u201d\u2019](?!\w)"
    r"|(?P<picture>(?<=\w)[ \t]*[\u2600-\u27bf\U0001f300-\U0001faff].*|:[a-z0-9_+-]{2,30}:)|(?P<account>(?<![\w.])@[A-Za-z0-9][\w.-]{0,38})|(?P<address>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63})"
)
"""What stands beside a name: something in brackets, a nickname, an account or an address."""
_BEHIND = re.compile(
    rf"(?<=[)\]])[ \t]*,[ \t]*(?=[^\s,()]+\Z)|(?<!\s)\s{{4,}}(?=\S)|(?<=[)\]])[ \t]+(?!{AND} )(?=[^\W\d_A-Z]\S{{0,20}}(?:[ \t]\S{{1,20}}){{0,5}}\Z)|(?<![ \t])[ \t]+(?:[\u2013\u2014-]{{1,2}}[ \t]?(?=\S)|(?:->|\u2192|=|@)[ \t]+|(?=(?:from|at|in|of|for|vom|aus|für|chez|pour|à|ab|bis|um|until|vers) [^\W_a-z]|@?[A-Z]{{1,3}}&[A-Z]{{1,3}}\Z))"
)
"""What parts a name from a remark behind it."""
_TEAM = re.compile(r"(?<![\w.])@[\w-]+/\w")
"""The account of a team, which is nobody's."""
_SLASH = re.compile(r"(?<=\w)[ \t]?/[ \t]?(?=[^\W\d_])")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_MENTION = re.compile(
    r"\A@(?P<first>[^\W\d_a-z][^\W\d_A-Z]+)(?=(?:[ \t]+(?!(?i:(?P=first)))[^\W\d_a-z]\S+){1,2}(?:[ \t]*[(,-]|\Z))"
)
"""The first part of a whole name behind the sign of an account, as programs write whom one chose of a list: @Ann Lee."""
_HANDLE = re.compile(r"(?<![\w.])@(?P<handle>[A-Za-z0-9][\w.-]{0,38})(?!\w|&[A-Z])")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody, with what stands behind the name; the account or the initials by which others call them."""

    name: str
    remark: str = ""
    handle: str = ""
    initials: str = ""
    is_present: bool | None = None  # what a sign beside the name says, if there is one

    @property
    def text(self) -> str:
        """The entry as a list of people in the notes has it: in one line, and in one bracket what stands beside the name."""
        remark = _INNER.sub(r", \1", " ".join(self.remark.split())).strip(" ,")
        remark = remark if remark.count("(") == remark.count(")") else re.sub("[()]", "", remark)
        return f"{self.name} ({remark})" if remark else self.name

    def with_remarks(self, *remarks: str) -> "Entry":
        """Return the entry with more behind the name, where an account may stand as well."""
        accounts = (account["handle"] for account in map(_HANDLE.match, remarks) if account)
        bare = [remark.strip(" \t*,;-") for remark in remarks]
        unbracketed = (remark[1:-1] if _BRACKETS.fullmatch(remark) else remark for remark in bare)
        remark = ", ".join(filter(None, (self.remark, *unbracketed)))
        return replace(self, remark=remark, handle=self.handle or next(accounts, ""))


def split_entries(text: str) -> list[str]:
    """Return the entries of a list, which commas and slashes in brackets don't part."""
    if enclosed := _ENCLOSED.fullmatch(text.strip(" \t*_")):
        return split_entries(enclosed["names"])
    brackets, hidden = iter(_BRACKETS.findall(text)), _BRACKETS.sub("\x00", text).strip(" \t\n\u2013\u2014-")
    if _RUN.fullmatch(hidden):
        return hidden.split()
    names = _DASH.split(hidden)
    if len(names) > 2 and all(" " in name and is_name(name) for name in names):  # noqa: PLR2004
        return names
    entries = list[str]()
    for run in _BETWEEN.split(hidden):
        are_several = _ACCOUNTS.fullmatch(run.strip())
        for part in _NEXT_ACCOUNT.split(run.strip()) if are_several else (run,):
            attendee = re.sub("\x00", lambda _: next(brackets), part).strip(" \t\u3000,;*_~")
            entry = _SENTENCE_END.sub("", attendee).strip(" ~")
            # Such as Ann Lee, Clerk, or Bo Ray, Floating Board Member.
            is_beside = bool(entries) and is_office(entry)
            entries.append(f"{entries.pop()} ({entry})" if is_beside else entry)
    return list(filter(None, entries))


# The same people are at most meetings, and each is looked at for several reasons.
@lru_cache(1 << 12)
def read_entry(text: str, link: str = "") -> Entry | None:
    """Return who an entry names, or None if it is more or less than a name; `link` is where the name leads to."""
    text = _MENTION.sub(r"\g<first>", re.sub("(?<=[a-z])_(?=[A-Z])", " ", text))  # Ann_Lee
    text = text if "[" in text else text.rstrip("] ")
    stripped, is_present = _without_sign(text.replace("\xa0", " ").strip(" \t\u3000*_,;~+").strip())
    is_label = stripped.endswith((":", "\uff1a")) and " :" not in stripped
    if not stripped or is_label or _TEAM.search(stripped) or says_nothing(stripped):
        return None
    person = _read_name(stripped) or _read_parts(stripped)
    # Such as Ada - done: what was closed, and nobody.
    if not person or person.remark.casefold() in CLOSING_WORDS:
        return None
    profile = _PROFILE.fullmatch(link)
    account = person.handle or (profile["handle"] if profile else "")
    # A tab is a space to whoever reads it, and no name may have one.
    name = " ".join(person.name.split())
    name = _SENTENCE_END.sub("", name) if " " in name and not person.remark else name
    return replace(person, name=name, handle=account, is_present=is_present)


def _without_sign(text: str) -> tuple[str, bool | None]:
    """Return an entry without the bullet before it and the sign beside it, and whether that says that somebody was there."""
    bare = _BULLET.sub("", text)
    name, colon, answer = bare.rpartition(":")
    if colon and (word := answer.strip(" .!").casefold()) in YES | NO:
        return name.rstrip(), word in YES
    sign = _SIGN.search(bare)
    bare = (bare[: sign.start()] + bare[sign.end() :]).strip(" \t*_~") if sign else bare
    return bare, (sign["first"] or sign["last"]).casefold() in YES if sign else None


def _read_name(text: str) -> Entry | None:
    """Return who an entry names that has a name alone, or one with initials or a small word beside it."""
    if is_name(text) or _ADDRESS.fullmatch(text):
        return Entry(text)
    before = _INITIALS_BEFORE.fullmatch(text)
    if before and (person := read_entry(before["name"])) and not person.initials:
        initials = before["initials"]
        return replace(person, remark=initials, initials=initials).with_remarks(person.remark)
    return None


def _read_parts(text: str) -> Entry | None:
    """Return who an entry names by its parts: a name, and beside it accounts, brackets and remarks."""
    asides = list(_ASIDE.finditer(text))
    ends = (end for pattern in (_BEHIND, _SLASH) for end in pattern.finditer(text))
    outside = [end for end in ends if not any(aside.start() <= end.start() < aside.end() for aside in asides)]
    behind = min(outside, key=lambda end: end.start(), default=None)
    end = behind.start() if behind else len(text)
    remarks = [next(filter(None, aside.groups()), "").strip() for aside in asides if aside.end() <= end]
    pieces = [piece.strip(" \t\n*_,:/|-") for piece in _ASIDE.sub("\x00", text[:end]).split("\x00")]
    front, *more = [piece for piece in pieces if piece] or [""]
    # A nickname may stand between two names, and a whole name before or behind an account.
    full_name = next((remark for remark in remarks if is_name(remark) and " " in remark), "")
    accounts = [remark for remark in remarks if remark.startswith("@")]
    is_account = not front and not full_name and len(accounts) == 1
    name = " ".join((front, *more)) or (full_name if accounts else "")
    name = accounts[0].removeprefix("@") if is_account else name
    is_self = name.casefold() in _SELF and is_name(remarks[0] if remarks else "")
    if is_self:
        name, remarks[0] = remarks[0], name
    # Such as Team member 1 (Ann Lee).
    if len(remarks) == 1 and not behind and is_office(front) and (person := read_entry(remarks[0])):
        return replace(person, remark=front).with_remarks(person.remark)
    is_split = bool(more) and all(" " in piece for piece in (front, *more))
    is_slash = behind is not None and "/" in behind[0] and " " not in name
    if not name or is_split or is_slash or not (is_account or is_name(name)):
        return None
    # Behind Ada (Ada) the bracket says nothing more, but stands there.
    remark_texts = [remark for remark in remarks if front or remark != (f"@{name}" if is_account else name)]
    remark_texts += [text[behind.end() :].strip()] if behind else []
    account = _HANDLE.search(text)
    brackets = (aside["round"] or aside["square"] or "" for aside in asides)
    beside = text[behind.end() :].split()[:1] if behind and len(behind[0]) > _WIDE_SPACE else ()
    initials = next((inner for inner in (*brackets, *beside) if is_short(inner, name) and " " in name), "")
    initials = remarks[0] if is_self else initials
    return Entry(name, ", ".join(filter(None, remark_texts)), account["handle"] if account else "", initials)


def is_office(text: str) -> bool:
    """Whether a text says what somebody is, such as Floating Board Member, or Team member 2."""
    words_of_office = text.casefold().rstrip(" 0123456789").split()
    return not ROLES.isdisjoint((" ".join(words_of_office[-1:]), " ".join(words_of_office[-2:])))


def is_short(text: str, name: str) -> bool:
    """Whether a text can stand for a whole name: its initials, or the word by which others call somebody."""
    form = rf"(?=.+\b[{text[1:]}])" + ".*".join(text)  # one of the others begins a word as well
    can_be = _INITIALS.fullmatch(text) and re.match(form, untitled(name), re.IGNORECASE)
    return text in name.split() or can_be is not None


def read_names(text: str) -> list[Entry]:
    """Return whom a text names that is a list of several names, and nothing else."""
    entries = split_entries(text.replace("\n", ", "))
    are_plain = all(_BRACKETS.sub("", name).strip() and not _BEHIND_BRACKET.search(name) for name in entries)
    people = [*filter(None, map(read_entry, entries))]
    return people if len(people) == len(entries) > 1 and are_plain else []


def is_name(text: str) -> bool:
    """Whether a text can be somebody's name: words in capitals, with particles between them, or one small word."""
    if _WIDE.fullmatch(text):
        return text not in _NO_NAMES
    name_parts = text.removesuffix("?").split()
    folded = [name_part.casefold().strip(".") for name_part in name_parts]
    # Ben Allen and Allen Lee have names, and "an allen Tagen" has none.
    firsts = {*folded[:1]} - ({*EVERYBODY_WORDS} if len(folded) > 1 and text.istitle() else set())
    doubtful = (word for word in folded if word not in _SURNAMES or word in firsts)
    if _WIDE_GAP.search(text) or not 0 < len(name_parts) <= _MOST_WORDS or not _NO_NAMES.isdisjoint(doubtful):
        return False
    if len(name_parts) == 1:
        return (_NAME_WORD.fullmatch(name_parts[0]) or _NUMBERED_ACCOUNT.fullmatch(name_parts[0])) is not None
    is_written = all(_NAME_WORD.fullmatch(name_part) for name_part in name_parts)
    small_parts = {name_part for name_part in name_parts if name_part.islower()} - _PARTICLES
    are_elided = all(name_part.startswith(_ELIDED) for name_part in small_parts)
    return is_written and are_elided and name_parts[-1] not in _PARTICLES
