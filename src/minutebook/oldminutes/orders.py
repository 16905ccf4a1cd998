"""Lines that say what is to be done and not by whom, in the imperative or in the infinitive, that ask, or that tell what was done."""

import re
from collections.abc import Iterable

from minutebook.oldminutes.languages import words
from minutebook.oldminutes.markdown_blocks import words_of_line

_VERBS, _ASKING = words("says", "orders"), words("says", "questions")
_START = re.compile(
    r"[*_\[]{0,3}(?:(?:also|please|then)[ \t]+)?(?P<verb>[^\W\d_]+(?:-[^\W\d_]+)?)(?:/[^\W\d_]+)?[*_]{0,3}[ \t]+(?=\S)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[*_]{0,2}[^\W\d_a-z][^:.!?]{1,40}:[*_]{0,2}[ \t]+(?=[^\W\d_a-z])")
"""What an order is about, before it: Community: Ask all members."""
_SLAVIC = re.compile(
    "[^\\W\\d_]{3,}(?:\u0107|\u0165|[\u00ed\u00fd\u011b]t|ovat|stit|\u0442\u044c|\u0442\u0438)[ \\t]"
)
"""An infinitive whose ending no other word has."""
_ROMANCE = re.compile(
    r"(?!(?:after|are|over|under)\b)[^\W\d_]{2,}[aeio]re?[ \t]+(?:d'|l'|(?:a[lux]?s?|al?la|avec|com?|con|d[aeiou]|de[ils]|des|e[ln]|gli|il|i|l[aeo]s?|os?|par|pe?r|po[ru]r?|sur?|um|un|una|uma|une)[ \t])",
    re.IGNORECASE,
)
"""An infinitive that has an article or a preposition behind it."""
_GERMANIC = re.compile(r"[^.!?:]*[ \t][^\W\d_A-Z]{2,}e(?:n|rn|ln)[.!]?")
"""An infinitive that ends a sentence, where no word says that it is of a language in which nouns may end so."""
_NO_INFINITIVES = words("says", "no_infinitives")
_SUBJECT = re.compile(r"(?:he|i|it|she|there|they|we|you)[ '\u2019]", re.IGNORECASE)
"""Who a sentence is about, which is no step."""
_DID = rf"(?!(?:agreed|asked|offered|planned|promised|volunteered)[ \t]+to\b)(?:{'|'.join(sorted(words('says', 'did')))}|(?!embed|shred)[a-z]{{3,}}(?<!e)ed)"
_REPORT = re.compile(
    rf"(?:(?:also|already|has|have)[ \t]+)?{_DID}[ \t]+(?:an?|the|all|some|several|our|my|his|her|their|it|that|about)\b",
    re.IGNORECASE,
)
"""What was done, which an article behind it tells from what is so: Updated the page, but Updated page."""
_DEED = re.compile(rf"(?:(?:has|have|had)[ \t]+)?{_DID}\b|(?:hat|heeft)\b(?![ \t]+(?:zu|te)\b)")
"""What tells behind a name what somebody did, but for promises."""
_ASIDE = re.compile(r"\([^()]*\)")
_LONGEST_PHRASE = 7
"""How many words an item has at most that names a task and is no sentence."""


def is_verb(word: str) -> bool:
    """Whether a word is one with which lines begin that say what is to be done, such as Verify."""
    return word.casefold() in _VERBS


def are_steps(texts: Iterable[str]) -> bool:
    """Whether each item of a list says what is to be done, or does no more than name it, such as Demo for all."""
    return all(
        is_order(text)
        or (
            len(_ASIDE.sub("", text).split()) <= _LONGEST_PHRASE
            and text[-1:] not in ".:?!"
            and not _SUBJECT.match(text)
        )
        for text in texts
    )


def is_order(text: str) -> bool:
    """Whether a line begins with what is to be done, or has it behind a label or at its end: Draft a letter, Termin abstimmen."""
    starts = _START.match(text), _START.match(_LABEL.sub("", text, count=1))
    is_imperative = any(start is not None and is_verb(start["verb"]) for start in starts)
    is_germanic = _GERMANIC.fullmatch(text) and _NO_INFINITIVES.isdisjoint(text.casefold().split())
    is_infinitive = is_germanic or _SLAVIC.match(text) or _ROMANCE.match(text)
    is_label = text.endswith(":") and ". " not in text  # but not behind a sentence: Oil it. Reasons:
    return bool(is_imperative or is_infinitive) and not is_label


def is_question(text: str) -> bool:
    """Whether a line begins as a question and ends as one, or ends so and begins with the account of who is asked."""
    is_asked = text.startswith("@") or not _ASKING.isdisjoint(words_of_line(text)[:1])
    return text.endswith("\uff1f") or (text.endswith("?") and is_asked)


def is_report(text: str, owners: Iterable[str]) -> bool:
    """Whether a line begins with what was done, or tells what one of its owners did: Ann sent the letter."""
    deeds = (text.removeprefix(f"{owner} ") for owner in owners if text.startswith(f"{owner} "))
    return bool(_REPORT.match(text)) or any(map(_DEED.match, deeds))
