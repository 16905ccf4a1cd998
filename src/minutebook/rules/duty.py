"""Rules about duties that rotate."""

from collections.abc import Iterator

from minutebook.records import schedule
from minutebook.records.history import History
from minutebook.records.late_patterns import late_pattern
from minutebook.records.meeting import Duties, Duty, Meeting, Section
from minutebook.records.problem import Finding
from minutebook.records.roster import Roster, plain_name
from minutebook.rules.registry import HISTORY
from minutebook.rules.strangers import strangers

_WORD = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
"""A word; Chinese and Japanese have no spaces between theirs."""
_NEXT = (
    *(
        "next",
        "n\u00e4chste",
        "prochain",
        "pr\u00f3xim",
        "prossim",
        "volgende",
        "n\u00e4sta",
        "neste",
        "n\u00e6ste",
    ),
    *("nast\u0119pn", "p\u0159\u00ed\u0161t", "seuraava", "k\u00f6vetkez\u0151", "\u6b21", "\u4e0b"),
)
"""How words for what comes next begin."""


@HISTORY.rule("duty-changed", severity="warning")
def duty_is_as_announced(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Who has duty this time should be who was announced for it last time."""
    previous = history.previous(meeting.date)
    rules = history.series.schedule
    if not previous or (rules and not schedule.one_step(rules, previous.date, meeting.date)):
        return
    roster = history.roster
    announced = {
        (section.title, turn.label): following.people for section, turn, following in _turns(previous)
    }
    for section, duty, _ in _turns(meeting):
        expected = announced.get((section.title, duty.label), ())
        if expected and duty.people and _people(roster, expected) != _people(roster, duty.people):
            # Of a name that nobody has it is told what to write; once that is done it may be who was announced.
            unknown = {stranger.mention.name for stranger in strangers(meeting, history, roster) if roster}
            if unknown.intersection(duty.people):
                continue
            message = f"it is {_listed(duty.people)}, but the meeting of {previous.date} announced {_listed(expected)}"
            hint = "Check both: one of them is wrong, or they swapped."
            yield Finding((*section.key_path, "duty", duty.label), message, hint=hint, record=duty.record)


def _turns(meeting: Meeting) -> Iterator[tuple[Section, Duty, Duty]]:
    """Yield the duties of this time and of next time, where a section says who comes next.

    Their labels have a word in common, such as week, or that of the second one says next; Chair and Scribe are two duties.
    """
    for section, block in meeting.blocks_of(Duties):
        turn, following, *_ = (*block.duties, None, None)
        if turn and following and _is_next(_words(following.label), _words(turn.label)):
            yield section, turn, following


def _is_next(words: set[str], words_now: set[str]) -> bool:
    return not words.isdisjoint(words_now) or any(word.startswith(_NEXT) for word in words)


def _words(label: str) -> set[str]:
    return set(_WORD.findall(label.casefold()))


def _listed(names: tuple[str, ...]) -> str:
    """Return names in a row; a question mark behind one would make the sentence a question."""
    plain_names = ((name, plain_name(name)) for name in names)
    return ", ".join(name if name == plain else f"{plain} (tentative)" for name, plain in plain_names)


def _people(roster: Roster, names: tuple[str, ...]) -> set[str]:
    return {roster.as_known(roster.present(name)) for name in names}
