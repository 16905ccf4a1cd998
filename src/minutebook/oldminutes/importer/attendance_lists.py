"""Lists of who was there, or was not, as people write them, and what is no such list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.oldminutes.handwritten.attendance_labels import attendance_of_label
from minutebook.oldminutes.handwritten.owners import is_group
from minutebook.oldminutes.importer.inline_markdown import plain_text
from minutebook.oldminutes.importer.outline import Chapter, Outline
from minutebook.oldminutes.importer.series_facts import SeriesFacts
from minutebook.oldminutes.importer.spellings import split_known_names
from minutebook.oldminutes.importer.values import Head
from minutebook.records.roster import bare_name

_SEPARATOR = re.compile(r"[ \t]*[,;]+[ \t]*|[ \t]+(?:and|&)[ \t]+")
_NAME = re.compile(r"[^\W\d_][\w.'\u2019 ()@-]{0,60}\??")
_BULLET = re.compile(r"\A(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "la", "le", "el", "al", "bin", "ibn", "zu", "y"}
_NO_NAMES = {
    *("none", "nobody", "noone", "nil", "na", "n.a", "tbd", "tba", "tbc", "unknown", "pending"),
    *("yes", "no", "not", "others", "other", "more", "quorum", "good", "low", "full", "usual", "same"),
    *("above", "below", "is", "are", "was", "were", "has", "have", "had", "but", "except", "most", "we"),
    *("late", "sick"),
}
"""Words that no name has: they say that there is nobody, or more of people than who they are."""
_REMARK = re.compile(r"(?:\A|\s)-+(?:\s|\Z)")
_MOST_WORDS = 4
"""How many words a name has at most."""


def read_people(text: str, facts: SeriesFacts) -> tuple[str, ...] | None:
    """Return the names of a list as the roster has them, or None if it is not just a list of names."""
    people: list[str] = []
    for _, names in _split_list(text, facts):
        if not names:
            return None
        people += names
    return tuple(dict.fromkeys(facts.roster_spelling(name) for name in people))


def read_people_of_lines(lines: Sequence[str], facts: SeriesFacts) -> tuple[str, ...] | None:
    """Return the names of lines, each with a name or several, or None if the lines say more."""
    # A bullet with nothing behind it was for one more.
    written_lines = [line for line in lines if line.strip() not in {"", "-", "*", "+"}]
    texts = [_BULLET.sub("", line, count=1).strip().strip(",") for line in written_lines]
    indented = any(line.startswith((" ", "\t")) for line in written_lines)
    # Nobody is named twice in a list of names.
    if indented or not texts or len({*texts}) < len(texts) or _has_remarks(written_lines, facts):
        return None
    return read_people(", ".join(texts), facts)


def what_is_no_name(lines: Sequence[str], facts: SeriesFacts) -> str | None:
    """Return the first text in a list of people, of a line or several, that is more or less than a name."""
    written_lines = [line for line in lines if line.strip()]
    texts = [_BULLET.sub("", line.strip(), count=1) for line in written_lines]
    for text in texts:
        for between_commas, names in _split_list(text, facts):
            if between_commas and not names:
                return between_commas
    if not _has_remarks(written_lines, facts):
        return None
    return next((text for text in texts if re.search("[,;]", text.strip(",;"))), None)


def add_section(head: Head, chapter: Chapter, outline: Outline, facts: SeriesFacts) -> Head | None:
    """Return a head with the people of a section of names, or None if it is no such section or a second one."""
    attendance = attendance_of_label(chapter.title)
    people = {"attending": head.attending, "absent": head.absent, "guests": head.guests}
    if not attendance or people[attendance]:
        return None
    names = read_people_of_lines(outline.lines[chapter.first_line - 1 : chapter.last_line], facts)
    if not names:
        return None
    people[attendance] = names
    return replace(
        head,
        attending=people["attending"],
        absent=people["absent"],
        guests=people["guests"],
        lines=(*head.lines, *range(chapter.line, chapter.last_line + 1)),
    )


def count_more_lines(names_text: str, lines_below: Sequence[str], facts: SeriesFacts) -> int:
    """Return how many of the lines below a list of names go on with it: those behind a comma, and bare names."""
    bulleted = all(_BULLET.match(line.lstrip()) for line in lines_below)
    if (not names_text.strip() or bulleted) and _has_remarks(lines_below, facts):
        return 0
    line_above, count = names_text, 0
    named_people = set(read_people(names_text, facts) or ())
    for line in lines_below:
        names = read_people(_BULLET.sub("", line.strip(), count=1), facts) or ()
        goes_on = line_above.rstrip().endswith((",", ";")) or _BULLET.match(line.lstrip())
        begins = not line_above.strip()
        bare_names = bool(names) and not any(name[0].islower() for name in names)
        # Nobody is named twice in a list of names.
        if not named_people.isdisjoint(names) or not (begins or goes_on or bare_names):
            break
        line_above, count, named_people = line, count + 1, named_people | set(names)
    return count


def _split_list(text: str, facts: SeriesFacts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each text between commas, with the names that it is: none if it is no name."""
    single_word = not re.search(r"[\s,;&]", text.strip(" \t,;."))
    trimmed = re.sub(r"(?<=\w\w)\.\Z", "", text.strip().strip(",;").strip())
    for between_commas in _SEPARATOR.split(trimmed):
        name = plain_text(between_commas)
        if not name or not _NAME.fullmatch(name):
            yield between_commas, ()
            continue
        names = split_known_names(name, facts.spellings)
        # A small word that is all of the list says how it was: `Attendance: low`.
        is_name = _is_name(name, facts, small_word=not single_word)
        yield between_commas, names or ((name,) if is_name else ())


def _has_remarks(lines: Sequence[str], facts: SeriesFacts) -> bool:
    """Whether, in a list with a line for each person, what stands behind commas may be no names but remarks."""
    bulleted = any(_BULLET.match(line.lstrip()) for line in lines)
    wrapped = not bulleted and all(line.rstrip().endswith((",", ";")) for line in lines[:-1])
    if len(lines) == 1 or wrapped:
        return False
    texts = [_BULLET.sub("", line.strip(), count=1).strip(" \t,;") for line in lines]
    names = [name for text in texts if re.search("[,;]", text) for name in _SEPARATOR.split(text)]
    return not all(facts.is_person(bare_name(name)) for name in names)


def _is_name(name: str, facts: SeriesFacts, *, small_word: bool) -> bool:
    """Whether some words can be a name: a known one, one word, or several of which none is a small one.

    `small_word` says that one word can be a name in small letters, too.
    """
    bare = bare_name(name)
    if facts.find_person(bare) is not None:
        return True
    all_words = bare.split()
    single = len(all_words) == 1
    # Somebody may be called Low or More, but not in small letters behind another name.
    words_to_judge = {word.strip(".") for word in (bare.casefold() if single else bare).split()}
    if _REMARK.search(name) or not words_to_judge.isdisjoint(_NO_NAMES):
        return False
    if single:
        return small_word or not bare[0].islower() or is_group(bare)
    if is_group(bare):
        return True
    words = [word for word in all_words if word not in _PARTICLES]
    # A name ends in no particle, as `et al` does.
    complete = 0 < len(words) <= _MOST_WORDS and words[-1] == all_words[-1]
    return complete and not any(word[0].islower() for word in words)
