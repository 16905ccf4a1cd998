"""Which heading is the title of a file, and what is left of it without its date, month or number."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from minutebook.oldminutes import days, languages
from minutebook.oldminutes.blocks import Block
from minutebook.oldminutes.people_labels import heads_only_list, label_of

_JOINTS = " \t,:;(-\u2013\u2014|/@#"
_NUMBERED = re.compile(r"[0-9IVX]{1,4}[.)][ \t]|[0-9]{1,2}\.[0-9]")
_PREPOSITION = re.compile(
    r"(?<![ \t,])[ \t,]+(?:of|on|from|for|held on|held|vom|am|du|de|del|dd\.?|van|w dniu|z dnia|dnia|zo dňa|ze dne)\Z",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:[@,(]|\bat\b)[ \t]*|(?<![ \t])[ \t]+)?[0-9]{1,2}[:.h][0-9]{2}(?:(?:[ \t]?[ap]m)?[ \t]*[-\u2013][ \t]*[0-9]{1,2}[:.h][0-9]{2})?[ \t]*(?:[ap]\.?m\.?)?(?:[ \t]*[A-Z]{2,4}\b)?\)?",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(
    r"(?:(?<![ \t,:(#\u2013-])[ \t,:(#\u2013-]+)?(?:(?<![^\W_])(?:no\.?|nr\.?|n[°º]|number|week|kw|w|s|semaine|semana|uke|uge)[ \t]*)?#?[0-9]{1,4}(?:\.[0-9]{1,3}){,4}\)?\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b[0-9]{1,3}(?:\.|st|nd|rd|th|[ªº]|e|ème|er)[ \t]+(?=\w*(?:sitzung|treffen|meeting|r[ée]uni|riunion|vergadering|posiedzeni))"
    r"|第[0-9一二三四五六七八九十百]+[次回]",
    re.IGNORECASE,
)
"""Which meeting of a series it was."""
_NUMBER = re.compile(r"(?<=\S)[ \t]+(?:no\.?|nr\.?|n[°º]|#)[ \t]*[0-9]{1,4}(?=[ \t])", re.IGNORECASE)
_SMALL_NUMBER = re.compile(
    r"[^\W\d_](?<!\bno)(?<!\bnr)(?<!\bkw)(?<!\bweek)(?<!meeting)(?<!sitzung)(?<!r[ée]uni[oó]n)(?<!reunião)[ \t]+[0-9]{1,3}\Z",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(r"(?:(?<![ \t])[ \t]+)?#?\b[0-9]{1,4}(?:st|nd|rd|th|\.)?(?![^\s,)])[ \t]*")
_MONTH_BEFORE = re.compile(r"[^\W\d_]+,?[ \t]+[0-9]{4}[ \t,:|\u2013\u2014-]+(?=\S)")
_YEAR_WORD = re.compile(r"[ \t]*(?:r|roku|\u0440|\u0433)\b\.?\Z")
"""The word for a year that stands behind it, as in Polish."""
_WIDE_WEEKDAY = re.compile(
    r"(?:(?<!\s)\s+)?[(\uff08](?:周|星期)?[月火水木金土日一二三四五六](?:曜日?)?[)\uff09]"
)
_TOPIC = re.compile(r":[ \t]|[ \t][\u2013\u2014|-][ \t]")
_DASHES = "\u2013\u2014-|"
_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")


def find_title(blocks: Sequence[Block], *, titled: bool) -> Block | None:
    """Return the heading that is the title: the first, if it is of the first level or above all others."""
    headings = [block for block in blocks if block.kind == "heading"]
    if not headings:
        return None
    first_heading, *later_headings = headings
    position, text = blocks.index(first_heading), first_heading.visible
    later_levels = {block.level for block in later_headings}
    above_others = all(level > first_heading.level for level in later_levels)
    # A title would lose the markup of a heading, and one above those who were there, or an agenda, is none.
    is_list = label_of(text) or heads_only_list(text, blocks[position + 1 : position + 2])
    if not first_heading.is_title or is_list or languages.is_part_title(text):
        return None
    # If the front matter is titled, the only heading is that of a section.
    is_alone = first_heading.level == 1 or (above_others and (bool(later_headings) or not titled))
    is_below = any(block.kind in {"paragraph", "list", "table"} for block in blocks[:position])
    # Nor is one that is numbered, or below text, and one of several.
    is_chapter = (is_below or bool(_NUMBERED.match(text))) and first_heading.level in later_levels
    return first_heading if is_alone and not is_chapter else None


def undated(title: str, day: date) -> tuple[str, str]:
    """Return a title without its date, month or year and what joins it to them, and the time of day that stood beside it."""
    for date_text in (
        *(written.text for written in days.find_dates(title)),
        # Minutes 1 - 10/04/2026 name no range of days.
        *(day.strftime(f"%d{sign}%m{sign}%Y") for sign in "/.-"),
        *(written.text for written in days.near_dates(title, day) if day in written.days),
    ):
        if date_text not in title:
            continue
        has_year = any(character.isdigit() for character in date_text[-4:]) and len(date_text) > 5  # noqa: PLR2004
        sides = days.WrittenDate(date_text, (day,), title).sides
        # In Chinese and Japanese the weekday stands in brackets behind it.
        front, back = sides.front, _WIDE_WEEKDAY.sub("", sides.back)
        time = _TIME.search(back) or _TIME.search(front)
        if time and time[0].strip():
            front, back = front.replace(time[0], "", 1), back.replace(time[0], "", 1)
        is_apart = back.strip()[:1] in _DASHES
        # The bracket around a date ends behind it, and another one may begin there.
        front, back = (
            front.rstrip(_JOINTS),
            back.replace("()", "").lstrip(_JOINTS.replace("(", ")")).rstrip(_JOINTS),
        )
        back = "" if _YEAR_WORD.fullmatch(back) else back
        # A date without its year, before other words, may be what they speak of.
        if back and front and not has_year:
            continue
        if not back or is_apart:
            bare = _PREPOSITION.sub("", front).rstrip(_JOINTS)
            # What is left out must not stand in the rest, too.
            front = front if f" {front[len(bare) :].strip()} " in f" {back} " else bare
        words_left = _without_parted_brackets(" ".join(words for words in (front, back) if words).strip())
        return without_month(words_left, day), time[0].strip(" \t@,()") if time else ""
    return without_month(title.strip(), day), ""


def _without_parted_brackets(title: str) -> str:
    """Return a title without brackets of which a part is gone, or that are around all of it."""
    if title[:1] == "(" and title.find(")") == len(title) - 1:
        return title[1:-1]
    return title if title.count("(") == title.count(")") else re.sub("[()]", "", title)


def lasting(title: str, day: date) -> str:
    """Return what a title of one meeting says of the series: without its month, its year and its number."""
    words = _NUMBER.sub("", _ORDINAL.sub("", without_month(title, day)))
    if number := _LAST_NUMBER.search(words):
        words = without_month(words[: number.start()], day)
    return words.strip(_JOINTS) or title


def usual(dated_titles: Iterable[tuple[str, date]]) -> str | None:
    """Return the lasting title of most meetings, without the numbers by which those of more of them differ."""
    numbered_titles, titles, unnumbered = Counter[str](), Counter[str](), Counter[str]()
    for written, day in dated_titles:
        title = lasting(written, day)
        numbered_titles[without_month(written, day)] += 1
        titles[title] += 1
        unnumbered[" ".join(_ANY_NUMBER.sub(" ", title).split())] += 1
    # A number that all of several have is none of a meeting: Group 7. Where all are Meeting 7, nobody counted on.
    is_constant = len(numbered_titles) == 1 < numbered_titles.total()
    if is_constant and _SMALL_NUMBER.search(title := next(iter(numbered_titles))):
        return title
    commonest = [*titles.most_common(1), *unnumbered.most_common(1)]
    title, count = max(commonest, key=lambda counted: counted[1], default=("", 0))
    if 2 * count > titles.total():
        return title
    # Behind what all begin with may stand what each was about: Minutes: Spring fair.
    starts = {_TOPIC.split(written, maxsplit=1)[0] for written in titles}
    return starts.pop() if len(starts) == 1 else title or None


def without_month(title: str, day: date) -> str:
    """Return a title without the month and the year of a day at its end, and what joins them to it."""
    month = _MONTH_BEFORE.match(title)
    if month and days.named_month(month[0]) == day.replace(day=1):
        title = title[month.end() :]
    bare = title.rstrip(_JOINTS + ")")
    words = bare.removesuffix(str(day.year)).rstrip(_JOINTS)
    last_word = _LETTERS.search(words)
    if last_word and languages.months().get(last_word[0].casefold()) == day.month:
        words = words[: last_word.start()].rstrip(_JOINTS)
    if words == bare:  # a bracket at the end is none of a day
        return title.rstrip(_JOINTS)
    return _PREPOSITION.sub("", words).rstrip(_JOINTS) or title
