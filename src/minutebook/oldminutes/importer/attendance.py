"""Who was there: lists of names as people write them, and what is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.handwritten.owners import is_group
from minutebook.oldminutes.importer.knowledge import Knowledge
from minutebook.oldminutes.importer.outline import Chapter, Outline
from minutebook.oldminutes.importer.plain import plain
from minutebook.oldminutes.importer.roster import split
from minutebook.oldminutes.importer.values import Head
from minutebook.records.roster import bare_name

_BETWEEN = re.compile(r"[ \t]*[,;]+[ \t]*|[ \t]+(?:and|&)[ \t]+")
_NAME = re.compile(r"[^\W\d_][\w.'\u2019 ()@-]{0,60}\??")
_BULLET = re.compile(r"\A(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "la", "le", "el", "al", "bin", "ibn", "zu", "y"}
_NOBODY = {
    *(
        "none",
        "nobody",
        "noone",
        "nil",
        "na",
        "tbd",
        "tba",
        "tbc",
        "unknown",
        "pending",
        "yes",
        "no",
        "not",
        "n.a",
    ),
    *("others", "other", "more", "quorum", "good", "low", "full", "usual", "same", "above", "below"),
    *("is", "are", "was", "were", "has", "have", "had", "but", "except", "most", "we", "late", "sick"),
}
"""Words that no name has: they say that there is nobody, or more of people than who they are."""
_REMARK = re.compile(r"(?:\A|\s)-+(?:\s|\Z)")
_MOST = 4
"""How many words a name has at most."""


def people(text: str, knowledge: Knowledge) -> tuple[str, ...] | None:
    """Return the names of a list as the roster has them, or None where it is no plain list of names."""
    found: list[str] = []
    for _part, names in _parts(text, knowledge):
        if not names:
            return None
        found += names
    return tuple(dict.fromkeys(knowledge.person(name) for name in found))


def in_the_way(lines: Sequence[str], knowledge: Knowledge) -> str | None:
    """Return the first of some names, or of lines with one each, that is more or less than a name."""
    texts = [_BULLET.sub("", line.strip(), count=1) for line in lines if line.strip()]
    parts = (one for text in texts for one in _parts(text, knowledge))
    if other := next((part for part, names in parts if part and not names), None):
        return other
    more = _says_more([line for line in lines if line.strip()], knowledge)
    return next((text for text in texts if more and re.search("[,;]", text.strip(",;"))), None)


def _parts(text: str, knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what stands between commas, with the names that it is: none where it is no name."""
    alone = not re.search(r"[\s,;&]", text.strip(" \t,;."))
    whole = re.sub(r"(?<=\w\w)\.\Z", "", text.strip().strip(",;").strip())
    for part in _BETWEEN.split(whole):
        name = plain(part)
        if not name or not _NAME.fullmatch(name):
            yield part, ()
            continue
        several = split(name, knowledge.known)
        # A small word alone is how it was: low.
        one = (name,) if _is_name(name, knowledge, small=not alone) else ()
        yield part, several or one


def listed(lines: Sequence[str], knowledge: Knowledge) -> tuple[str, ...] | None:
    """Return the names of lines, each a name or several, or None where they say more."""
    # A bullet with nothing behind it was for one more.
    texts = [line for line in lines if line.strip() not in {"", "-", "*", "+"}]
    names = [_BULLET.sub("", line, count=1).strip().strip(",") for line in texts]
    indented = any(line.startswith((" ", "\t")) for line in texts)
    # Nobody is named twice in a list of names.
    if indented or not names or len({*names}) < len(names) or _says_more(texts, knowledge):
        return None
    return people(", ".join(names), knowledge)


def with_section(head: Head, chapter: Chapter, found: Outline, knowledge: Knowledge) -> Head | None:
    """Return a head with the people of a section of nothing but names, or None where it is none, or a second one."""
    who = attendance_of_label(chapter.title)
    known = {"attending": head.attending, "absent": head.absent, "guests": head.guests}
    if not who or known[who]:
        return None
    names = listed(found.lines[chapter.first - 1 : chapter.last], knowledge)
    if not names:
        return None
    known[who] = names
    claimed = (*head.claimed, *range(chapter.line, chapter.last + 1))
    return replace(
        head, attending=known["attending"], absent=known["absent"], guests=known["guests"], claimed=claimed
    )


def goes_on(names: str, lines: Sequence[str], knowledge: Knowledge) -> int:
    """Return how many of the lines below a list of names go on with it: those below a comma, and bare names."""
    if (not names.strip() or all(map(_BULLET.match, map(str.lstrip, lines)))) and _says_more(
        lines, knowledge
    ):
        return 0
    before, count = names, 0
    seen = set(people(names, knowledge) or ())
    for line in lines:
        found = people(_BULLET.sub("", line.strip(), count=1), knowledge)
        bare_names = found and not any(name[0].islower() for name in found)
        sure = not before.strip() or before.rstrip().endswith((",", ";")) or _BULLET.match(line.lstrip())
        # Nobody is named twice in a list of names.
        if seen & set(found or ()) or not (sure or bare_names):
            break
        before, count, seen = line, count + 1, seen | set(found or ())
    return count


def _says_more(lines: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a comma may part a person from what is said of them, where each has a line of their own."""
    bullets = any(_BULLET.match(line.lstrip()) for line in lines)
    wrapped = not bullets and all(line.rstrip().endswith((",", ";")) for line in lines[:-1])
    if len(lines) == 1 or wrapped:
        return False
    texts = [_BULLET.sub("", line.strip(), count=1).strip(" \t,;") for line in lines]
    several = [part for text in texts if re.search("[,;]", text) for part in _BETWEEN.split(text)]
    return not all(knowledge.is_person(bare_name(part)) for part in several)


def _is_name(name: str, knowledge: Knowledge, *, small: bool) -> bool:
    """Whether some words can be a name: known ones, a single one, or several of which none is a small one.

    `small` says that a single one may be.
    """
    plain = bare_name(name)
    if knowledge.meant(plain) is not None:
        return True
    all_words = plain.split()
    says = plain.casefold() if len(all_words) == 1 else plain
    # Somebody may be called Low or More, but not in small letters behind another name.
    if _REMARK.search(name) or not {word.strip(".") for word in says.split()}.isdisjoint(_NOBODY):
        return False
    if len(all_words) == 1:
        return small or not plain[0].islower() or is_group(plain)
    words = [word for word in all_words if word not in _PARTICLES]
    if is_group(plain):
        return True
    # A name ends in no particle, as `et al` does.
    whole = 0 < len(words) <= _MOST and words[-1] == all_words[-1]
    return whole and not any(word[0].islower() for word in words)
