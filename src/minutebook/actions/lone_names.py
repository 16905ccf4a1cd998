"""Names that stand apart from a task, between signs, where no form of actions says whose it is."""

from collections.abc import Callable

from minutebook.records.late_patterns import late_pattern

SIGNS = late_pattern(r"[:;|>=\u2192()\[\]\u2013\u2014]|\*\*|(?<=\s)[-~]+(?=\s)|[.!](?=\s|\Z)")
"""What parts a name from a task."""
_NUMBER = late_pattern(r"\W*\w[.)]\s+")
_BEFORE, _BEHIND = " \t`:;|>=\u2192([\u2013\u2014-", " \t`:;|>=\u2192)]\u2013\u2014-.!,"
"""What is left of signs before a name, and behind it."""
_MOST_PHRASES = 6


def split_lone_names(task: str, names_in: Callable[[str], tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """Return the names that stand alone in a task, as one finds them in a phrase, and the task without them, if no sign is left that needs another one."""
    names, rest = _split(task, names_in)
    return names, rest if _is_paired(rest) or not _is_paired(task) else task


def _is_paired(text: str) -> bool:
    are_closed = all(text.count(first) == text.count(last) for first, last in ("()", "[]"))
    return are_closed and not text.count("*") % 2


def _split(task: str, names_in: Callable[[str], tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    number = _NUMBER.match(task)
    text = task[number.end() :] if number else task
    head, _, rest = text.partition(", ")
    if rest[:1].islower() and (names := names_in(head.strip(_BEFORE))):
        return names, rest
    front, bracket, aside = text.partition(" (")
    front, _, last = front.rstrip(" ,").rpartition(", ")
    # Of those in Ask Ben, Ann nobody is the owner.
    if front.rpartition(" ")[2][:1].islower() and (names := names_in(last)):
        return names, f"{front}{bracket}{aside}"
    start = 0
    for end in [*[sign.start() for sign in SIGNS.finditer(text)][:_MOST_PHRASES], len(text)]:
        phrase, before, behind = text[start:end], text[:start], text[end:]
        start = end
        # Ann(here) said so: what stands right behind a name is a remark.
        names = () if behind[:1] in {"(", "["} else names_in(phrase.strip(f"*{_BEFORE}{_BEHIND}"))
        behind = behind.removeprefix("**") if phrase.startswith("**") else behind
        if names and before.count("**") % 2:
            return names, task
        if names and phrase[0] in "([" and (aside := behind.strip(f"~{_BEHIND}")) and before:
            return names, f"{before.rstrip()} ({aside})"
        if names and (rest := ": ".join(filter(None, (before.rstrip(_BEFORE), behind.lstrip(_BEHIND))))):
            return names, rest
    return (), task
