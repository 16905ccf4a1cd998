"""Two action items of one meeting that are one and the same, or that share an id."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from minutebook.actions.identity import Words, formers_of, is_other_task, words_of
from minutebook.actions.late_edits import former_states
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import Action, Meeting


@dataclass(frozen=True, slots=True)
class Twins:
    """An action, and a younger one with its owner and task; `removable` tells that the younger one can be deleted."""

    kept: Action
    extra: Action
    removable: bool


@dataclass(frozen=True, slots=True)
class SharedId:
    """Two actions with one id: `same` tells that they are one, `extra` which must have another id.

    `extra` is None where nobody can tell to which of two the id belongs.
    """

    first: Action
    second: Action
    same: bool = False
    extra: Action | None = None

    @property
    def kept(self) -> Action:
        """The one to which the id belongs."""
        return self.second if self.extra is self.first else self.first


def twins(history: History, meeting: Meeting) -> Iterator[Twins]:
    """Yield each action that is one which stands in the meeting already.

    A task that comes again after it was closed is told while it is new, two that are open side by side always.
    """
    pairs = list(_pairs(history, meeting))
    known_ids = _known_ids(history, meeting) if pairs else frozenset()
    for kept, extra in pairs:
        is_new = extra.id not in known_ids
        both_open = kept.status == extra.status == "open"
        if both_open or (is_new and (extra.id is None or "open" in {kept.status, extra.status})):
            reopens = kept.status != "open" and extra.status == "open"
            removable = is_new and not reopens and joined(kept, extra) is not None
            yield Twins(kept, extra, removable)


def _pairs(history: History, meeting: Meeting) -> Iterator[tuple[Action, Action]]:
    """Yield each action with the one before it, by age and then by place, that it repeats."""
    roster = history.roster
    groups: dict[Words, list[Action]] = {}
    for action in meeting.actions:
        groups.setdefault(words_of(action, roster), []).append(action)
    yield from _unowned(groups)
    formers = formers_of(history, meeting)
    returned = {path: former.id for path, former in formers.items() if not former.stands_here}
    for group in groups.values():
        ids = {action.key_path: returned.get(action.key_path, action.id) for action in group}
        if len(group) > 1 and (len(set(ids.values())) > 1 or None in ids.values()):
            known_ids = _known_ids(history, meeting)
            kept = min(group, key=lambda action: (ids[action.key_path] not in known_ids, action.id is None))
            for action in group:
                if action is not kept and (action.id is None or action.id != kept.id):
                    yield kept, action
        former = formers.get(group[0].key_path)
        if len(group) == 1 and former and former.stands_here:
            standing = meeting.action(former.id)
            if standing and not is_other_task(standing.task, group[0].task):
                yield standing, group[0]


def _unowned(groups: Mapping[Words, Sequence[Action]]) -> Iterator[tuple[Action, Action]]:
    """Yield each action that nobody owns with the only one of somebody that has the same task."""
    owned: dict[str, list[Action]] = {}
    for (owners, task), actions in groups.items():
        if owners:
            owned.setdefault(task, []).append(actions[0])
    for (owners, task), actions in groups.items():
        if not owners and len(owned.get(task, ())) == 1:
            yield from ((owned[task][0], action) for action in actions)


def _known_ids(history: History, meeting: Meeting) -> frozenset[str | None]:
    """Return the ids that the same meeting in the shared state has, or the meeting before."""
    states = chain.from_iterable(former_states(history, meeting.date))
    return frozenset(action.id for state in states for action in state.actions)


def shared_ids(history: History, meeting: Meeting) -> Iterator[SharedId]:
    """Yield each action whose id another one before it has."""
    firsts: dict[str, Action] = {}
    for action in meeting.actions:
        if action.id and firsts.setdefault(action.id, action) is not action:
            yield _shared_id(history, meeting, firsts[action.id], action)


def _shared_id(history: History, meeting: Meeting, first: Action, second: Action) -> SharedId:
    roster = history.roster
    words = [words_of(action, roster) for action in (first, second)]
    if words[0] == words[1]:
        return SharedId(first, second, same=True)
    is_known = False
    for states in former_states(history, meeting.date):
        formers = [action for state in states for action in state.actions if action.id == first.id]
        known_words = {words_of(action, roster) for action in formers}
        foreign = [action_words not in known_words for action_words in words]
        if formers and all(foreign):
            foreign = [
                all(is_other_task(action.task, former.task) for former in formers)
                for action in (first, second)
            ]
        if foreign[0] != foreign[1]:
            return SharedId(first, second, extra=first if foreign[0] else second)
        is_known = is_known or bool(formers)
    # What nobody knows yet can have either id.
    return SharedId(first, second, extra=None if is_known else second)


def joined(kept: Action, extra: Action) -> dict[str, str | list[str]] | None:
    """Return what must be written into an action so that another can be deleted; None where the two contradict each other."""
    statuses = {kept.status, extra.status} - {"open"}
    if (
        len(statuses) > 1
        or (kept.due and extra.due and kept.due != extra.due)
        or (kept.reason and extra.reason and kept.reason != extra.reason)
        or not set(extra.x_keys) <= set(kept.x_keys)
    ):
        return None
    fields: dict[str, str | list[str]] = {}
    starts = [action.since for action in (kept, extra) if action.since]
    if starts and min(starts) != kept.since:
        fields["since"] = str(min(starts))
    if extra.due and not kept.due:
        fields["due"] = str(extra.due)
    if extra.status not in {"open", kept.status}:
        fields["status"] = extra.status
    if extra.reason and not kept.reason:
        fields["reason"] = extra.reason
    notes = [*kept.notes, *(text for text in extra.notes if text not in kept.notes)]
    if notes != [*kept.notes]:
        fields["note"] = notes if notes[1:] else notes[0]
    return fields
