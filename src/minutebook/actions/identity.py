"""Which action it is that has no id: one whose id was lost, or a new one."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from minutebook.actions.late_edits import former_states, late_edits
from minutebook.actions.task_words import task_words
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.likeness import wording
from minutebook.records.meeting import Action, Meeting
from minutebook.records.problem import KeyPath
from minutebook.records.roster import UNASSIGNED, Roster

_SAME_TASK = 0.4
"""Tasks that have less in common are different ones; a reworded one has more."""
_SAME_LETTERS = 0.7
"""So much do tasks without a common word have in common at most: in German most of them end alike."""
_STEM = 3
"""How many letters tell that two words are forms of one: test and tests, docs and documentation."""
Words = tuple[frozenset[str], str]
"""The owners of an action as the roster calls them, and the words of its task."""


@dataclass(frozen=True, slots=True)
class Former:
    """An action as another state of the notes has it: the same meeting of the shared state, or the meeting before.

    `stands_here` tells that its id stands in the meeting that was asked about, so that what has its words stands twice.
    """

    action: Action
    day: date
    stands_here: bool = False

    @property
    def id(self) -> str:
        """Its id."""
        return self.action.id or ""


def words_of(action: Action, roster: Roster) -> Words:
    """Return who must do what, as `sync` would write it; how a task was typed is no difference, nor a full stop behind it."""
    return frozenset(roster.owners(action.owners)) - {UNASSIGNED}, wording(action.task).rstrip(".")


def is_other_task(task: str, earlier: str) -> bool:
    """Whether a task is wholly different from another, and not the same in other words."""
    # To compare letter by letter takes a thousand times as long as to see that nothing was changed.
    if task == earlier:
        return False
    from difflib import SequenceMatcher

    likeness = SequenceMatcher(None, task.lower(), earlier.lower()).ratio()
    return likeness < _SAME_TASK or (likeness < _SAME_LETTERS and not _share_a_word(task, earlier))


def _share_a_word(task: str, earlier: str) -> bool:
    """Whether a word of one is a form of a word of the other, or a part of it: print and reprint."""
    words, earlier_words = task_words(task), task_words(earlier)
    return any(
        word[:_STEM] in earlier_word or earlier_word[:_STEM] in word
        for word in words
        for earlier_word in earlier_words
    )


def is_other_action(action: Action, earlier: Action) -> bool:
    """Whether two actions of one id can't be the same: other words, and nobody in common or closed long ago."""
    reopened = earlier.status == "open" or action.status != "open" or action.has_status
    if set(action.owners) & set(earlier.owners) and reopened:
        return False
    return is_other_task(action.task, earlier.task)


def _is_overwritten(action: Action, earlier: Action) -> bool:
    """Whether another task was typed over that of an action, which so has vanished without being closed.

    What must not be read any more keeps its id, and is dropped.
    """
    if earlier.status != "open" or action.status == "dropped":
        return False
    return is_other_task(action.task, earlier.task) and not _share_a_word(action.task, earlier.task)


@dataclass(frozen=True, slots=True)
class ReusedId:
    """An action whose id belongs to another one, which is the former.

    `rightful` is what the action is by its task, where it was swapped with one that has that id here.
    """

    action: Action
    former: Former
    rightful: Former | None


def reused_ids(history: History, meeting: Meeting) -> Iterator[ReusedId]:
    """Yield each action whose id belongs to another one of an earlier meeting."""
    unseen = {action.id: action for action in meeting.actions if action.id}
    for earlier_meeting in history.earlier_with(meeting.date, unseen):
        for earlier in earlier_meeting.actions:
            action = unseen.pop(earlier.id or "", None)
            if not action or action.task == earlier.task:
                continue
            rightful = _swapped_with(meeting, earlier_meeting, action, earlier)
            if (
                rightful or is_other_action(action, earlier) or _is_overwritten(action, earlier)
            ) and not _is_older(history, meeting, action, earlier_meeting):
                yield ReusedId(action, Former(earlier, earlier_meeting.date), rightful)


def _swapped_with(
    meeting: Meeting, earlier_meeting: Meeting, action: Action, earlier: Action
) -> Former | None:
    """Return whose task of an earlier meeting an action has, if that one has another task here."""
    task = wording(action.task)
    if task == wording(earlier.task):
        return None
    for namesake in earlier_meeting.actions:
        here = meeting.action(namesake.id) if namesake.id and wording(namesake.task) == task else None
        if here and wording(here.task) != task:
            return Former(namesake, earlier_meeting.date)
    return None


def _is_older(history: History, meeting: Meeting, action: Action, earlier_meeting: Meeting) -> bool:
    """Whether the task of an action is the older one: that of the meeting before was changed since, which is told there."""
    previous, earlier = history.previous_held(meeting.date), earlier_meeting.action(action.id)
    if not previous or not earlier or previous.date != earlier_meeting.date:
        return False
    return any(edit.key == "task" for edit in late_edits(history, previous, action, earlier))


def formers_of(history: History, meeting: Meeting) -> Mapping[KeyPath, Former]:
    """Return what each action without an id is, by its key path; one that is new is left out.

    Where two have its words, nobody can know which of them it is.
    """
    formers: dict[KeyPath, Former] = {}
    nameless = [action for action in meeting.actions if action.id is None]
    present = {action.id for action in meeting.actions if action.id}
    if not nameless:
        return formers
    find = _finder(history, meeting)
    for action in nameless:
        if former := find(action, present):
            formers[action.key_path] = former
            present.add(former.id)
    return formers


def former_of(history: History, meeting: Meeting, action: Action) -> Former | None:
    """Return what an action is that is to be added to a meeting, or None if it is new."""
    return _finder(history, meeting)(action, {present.id for present in meeting.actions if present.id})


def _finder(history: History, meeting: Meeting) -> Callable[[Action, Collection[str]], Former | None]:
    """Return what finds the former of an action, given the ids that stand in the meeting."""
    roster = history.roster
    sources = [_by_words(source, roster) for source in _sources(history, meeting)]

    def find(action: Action, present: Collection[str]) -> Former | None:
        words = words_of(action, roster)
        candidates = next((source[words] for source in sources if words in source), {})
        missing = [former for action_id, former in candidates.items() if action_id not in present]
        if candidates and not missing:
            return replace(next(iter(candidates.values())), stands_here=True)
        return missing[0] if len(missing) == 1 else None

    return find


def returned_ids(history: History, meeting: Meeting) -> frozenset[str]:
    """Return the ids that actions of a meeting had before."""
    formers = formers_of(history, meeting).values()
    return frozenset(former.id for former in formers if not former.stands_here)


def _sources(history: History, meeting: Meeting) -> Iterator[list[Former]]:
    """Yield the actions that one of a meeting could be, those first that are the likelier."""
    shared, previous = former_states(history, meeting.date)
    yield [Former(action, state.date) for state in shared for action in state.actions]
    yield [
        Former(action, state.date)
        for state in previous
        for action in state.actions
        if action.status == "open"
    ]


def _by_words(formers: Iterable[Former], roster: Roster) -> dict[Words, dict[str, Former]]:
    """Return actions by their words and their id; both sides of a merge may have one."""
    by_words: dict[Words, dict[str, Former]] = {}
    for former in formers:
        if former.action.id:
            by_words.setdefault(words_of(former.action, roster), {}).setdefault(former.action.id, former)
    return by_words
