"""What changed in a meeting in one line, such as the subject of a commit."""

from collections.abc import Iterable, Sequence

from minutebook.merge.difference import Difference
from minutebook.merge.meeting_news import NamedCounts
from minutebook.minutes.layout import measured_text

LONGEST = 72
"""So many characters has a subject at most that git shows whole in 80 columns, where `git log` indents it by four."""
_FATES = ("opened", "carried", "done", "dropped", "lapsed", "reopened", "removed")


def headline(name: str, differences: Sequence[Difference], counts: Iterable[NamedCounts]) -> str:
    """Return the name of a meeting and what changed in it, as much as there is room for.

    Counts have the deltas that the minutes have; what else changed is only named where there is nothing to count.
    """
    actions = _actions([difference for difference in differences if difference.subject == "action"])
    line = _Line(f"{name}: {actions}" if actions else name, "; " if actions else ": ")
    changed = {difference.record for difference in differences if difference.subject == "count"}
    for named in counts:
        for heading, count in named.counts:
            if heading.name in changed:
                line.add(f"{heading.name} {measured_text(count)}", named.heading.name)
    if line.text == name:
        for topic in dict.fromkeys(map(_topic, differences)):
            line.add(topic)
    return line.text


class _Line:
    """A line with words behind it, as many as there is room for."""

    def __init__(self, text: str, separator: str) -> None:
        self.text, self._separator, self._name = text, separator, ""

    def add(self, words: str, name: str = "") -> None:
        """Add words behind a comma; a name that they begin with is not said twice in a row."""
        added = words.removeprefix(f"{name} ") if name and name == self._name else words
        if len(self.text) + len(self._separator) + len(added) <= LONGEST:
            self.text += self._separator + added
            self._separator, self._name = ", ", name


def _actions(differences: Sequence[Difference]) -> str:
    """Return how many actions were opened, done and so on, such as 3 items opened, 1 done."""
    numbers = {fate: sum(difference.change == fate for difference in differences) for fate in _FATES}
    counted = {difference.record for difference in differences if difference.change in _FATES}
    numbers["changed"] = len({difference.record for difference in differences} - counted)
    words = [(number, fate) for fate, number in numbers.items() if number]
    return ", ".join(
        f"{number} {fate}" if position else f"{number} {'item' if number == 1 else 'items'} {fate}"
        for position, (number, fate) in enumerate(words)
    )


def _topic(difference: Difference) -> str:
    """Return in a word or two what a difference is about."""
    if difference.subject == "meeting":
        return difference.key
    titles = difference.titles[-1:] if difference.subject in {"notes", "section", "topic", "table"} else ()
    return titles[0] if titles else difference.subject
