"""The marks of closed action items, as people write them before or behind a task."""

import re

from minutebook.actions.words import CLOSING, TICK
from minutebook.oldminutes.handwritten.written_actions import CLOSED_BEFORE

_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WHEN = (
    rf"(?:on[ \t]+)?(?:{_DAY}\.?[ \t]+{_MONTH}(?:,?[ \t]+[0-9]{{4}})?|{_MONTH}[ \t]+{_DAY}(?:,?[ \t]+[0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./]?(?:[0-9]{2}){0,2}|today|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_WHO = r"by[ \t]+(?-i:[A-Z])[\w.-]{0,30}(?:(?:,|[ \t]+and)?[ \t]+(?-i:[A-Z])[\w.-]{0,30}){0,3}"
_WHERE = r"(?:in|with|via)[ \t]+(?:#[0-9]+|(?-i:[A-Z]{2,})-[0-9]+|v?[0-9]+(?:\.[0-9]+)+)"
_CLOSED_BY = rf"(?:(?:[ \t]*[,:;\u2013\u2014-])?[ \t]+(?:{_WHEN}|{_WHO}|{_WHERE})){{1,3}}"
"""When, by whom and in what an item was closed, as people add it to the mark."""
# With any other word behind it, a mark may say that something is left to do: (done in part).
_MARK_BEHIND = re.compile(
    rf"(?:\[(?P<a>{CLOSING})(?P<detail>{_CLOSED_BY})?\]|\((?P<b>{CLOSING})(?P<other_detail>{_CLOSED_BY})?\)|\*\*(?P<c>{CLOSING})[.!]?\*\*"
    rf"|[ \t]+[-\u2013\u2014][ \t]+(?P<d>{CLOSING})[.!]?|(?:(?<=[.!])|;)[ \t]+(?P<e>{CLOSING})[.!]?|[ \t]{TICK})\Z",
    re.IGNORECASE,
)


def split_mark(task: str, *, empty_box: bool) -> tuple[str, str, str | None]:
    """Take the mark of a closed item off a task; return its word, and all of the mark if that says more.

    Behind an empty box, a tick before the task marks nothing.
    """
    if match := _MARK_BEHIND.search(task):
        word = next((match[key] for key in "abcde" if match[key]), "done")
        detail = match["detail"] or match["other_detail"]
        return task[: match.start()].rstrip(), word.lower(), f"{word}{detail}" if detail else None
    if match := CLOSED_BEFORE.match(task):
        word = match["word"] or match["boxed"]
        if word or not empty_box:
            return task[match.end() :], (word or "done").lower(), None
    if task.startswith("~~") and task.endswith("~~") and task[2:-2].strip() and "~~" not in task[2:-2]:
        return task[2:-2].strip(), "done", None
    return task, "", None
