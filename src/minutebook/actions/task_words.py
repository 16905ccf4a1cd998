"""The words of a task by which it is known again."""

from minutebook.records.late_patterns import late_pattern

_WORD = late_pattern(r"\w+")
_WIDE = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"]
)


def task_words(task: str) -> frozenset[str]:
    """Return the words of a task in small letters, without those that say nothing of it."""
    words = frozenset(word.casefold() for word in _WORD.findall(task)) - _SMALL_WORDS
    if task.isascii() or not _WIDE.search(task):
        return words
    # Without spaces between words, two signs are the next best thing.
    return words | {task[position : position + 2] for position in range(len(task) - 1)}
