"""What must become of a meeting's actions, given the meetings before it: the one decision for all who ask."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from minutebook.actions import carry, lapse
from minutebook.actions.carry import FiledAction, is_open
from minutebook.actions.identity import returned_ids, reused_ids
from minutebook.actions.late_edits import LateEdit, is_as_others_have_it, is_news, late_edits, with_late_edits
from minutebook.records.frozen_class import dataclass
from minutebook.records.history import History
from minutebook.records.meeting import CLOSED, Action, Meeting

_RUN = 2
NEWEST = 2
"""How many of the newest meetings `sync` writes into."""


@dataclass(frozen=True, slots=True)
class TracedAction:
    """An action, and how an earlier meeting has it, with the day of that one; untouched, it was only carried since."""

    action: Action
    earlier: Action
    day: date
    untouched: bool


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What must become of a meeting's actions; each part is worked out when it is asked for.

    `former` are actions of the meeting before as others have them, by their ids: a trace of what was edited since.
    `removed` are the ids of those that `sync` has just taken out of it, because they were closed before.

    Else it depends only on what stands in the meetings, and so is the same whenever and in whatever order `sync` is run.
    """

    history: History
    meeting: Meeting
    former: Mapping[str, Action] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    @property
    def previous(self) -> Meeting | None:
        """The meeting from which actions are carried."""
        return self.history.previous_held(self.meeting.date) if self.meeting.held else None

    @property
    def nameless(self) -> tuple[Action, ...]:
        """The actions without an id."""
        return tuple(action for action in self.meeting.actions if action.id is None)

    @property
    def missing(self) -> tuple[FiledAction, ...]:
        """The actions that are open in the meeting before and don't stand in this one, in any state or without their id."""
        missing = carry.missing(self.meeting, self.previous) if self.previous else ()
        returned = returned_ids(self.history, self.meeting) if missing and self.nameless else ()
        return tuple(filed for filed in missing if filed.action.id not in returned)

    @property
    def closed_before(self) -> tuple[TracedAction, ...]:
        """The open actions that were closed in the meeting before.

        An action whose status is written was opened again on purpose.
        """
        return tuple(
            TracedAction(action, earlier, day, not self._is_touched(action, earlier))
            for action, earlier, day in self._pairs()
            if earlier.status != "open" and is_open(action) and not action.has_status
        )

    @property
    def closed_long_ago(self) -> tuple[TracedAction, ...]:
        """The open actions that the meeting before does not have, and that the last one with them closed."""
        return tuple(self._closed_long_ago()) if self.meeting.held and not self._is_history else ()

    @property
    def late_edits(self) -> tuple[LateEdit, ...]:
        """What was changed in the meeting before after the action had been carried, and since others have it.

        People who wrote by hand carried it themselves, in their own words. Whose id another action has there, that is
        as it is here.
        """
        if self._is_history or self._is_by_hand:
            return ()
        edits = tuple(
            edit
            for action, earlier, _day in self._pairs()
            if earlier.status == "open"
            and not self.meeting.is_answered((*action.key_path, "id"), "action-edited-earlier")
            for edit in late_edits(
                self.history, self.previous, action, earlier, self.former.get(action.id or "")
            )
            if action.id in self.former or is_news(self.history, self.previous, edit)
        )
        reused = reused_ids(self.history, self.previous) if edits and self.previous else ()
        others = {reused_id.action.id for reused_id in reused}
        return tuple(edit for edit in edits if edit.action.id not in others)

    @property
    def lapsing(self) -> tuple[Action, ...]:
        """The actions that lapse here."""
        return tuple(action for action in self._too_long_open() if not self._is_decided_otherwise(action))

    @property
    def decided_otherwise(self) -> tuple[Action, ...]:
        """The actions that others have just so, and that would lapse, or not, only because of another `lapse` than theirs."""
        lapsed = (traced.action for traced in self._unfounded_lapses())
        return tuple(
            action for action in (*self._too_long_open(), *lapsed) if self._is_decided_otherwise(action)
        )

    @property
    def unfounded_lapses(self) -> tuple[TracedAction, ...]:
        """The actions that have lapsed here, which no longer follows, and that nobody has touched otherwise.

        That is so where the meeting before was edited after it: the action goes if it was closed there, and is open
        if it is open there. What is older than the newest meetings, or was imported, is history, and so is what others
        have just so: another `lapse` or another version of minutebook has changed the rule, and nobody the notes.
        """
        return tuple(
            traced for traced in self._unfounded_lapses() if not self._is_decided_otherwise(traced.action)
        )

    @property
    def typed_lapses(self) -> tuple[Action, ...]:
        """The actions that have lapsed here although they are new or were touched here, as only a person writes them."""
        return tuple(
            action
            for action, earlier in self._lapsed_here()
            if earlier is None or (earlier.status == "open" and self._is_touched(action, earlier))
        )

    @property
    def is_current(self) -> bool:
        """Whether the meeting has every action that it must have, each with an id, and in the state in which it must be."""
        return not (
            self.nameless
            or self.missing
            or self.lapsing
            or self.unfounded_lapses
            or any(traced.untouched for traced in self.closed_before)
        )

    @property
    def surplus(self) -> tuple[Action, ...]:
        """The actions that must go, because they were closed before, after they had been carried."""
        ids = {traced.action.id for traced in self.closed_before if traced.untouched}
        ids |= {traced.action.id for traced in self.unfounded_lapses if traced.earlier.status != "open"}
        closed = self._closed_long_ago() if self.removed else ()
        ids |= {traced.action.id for traced in closed if traced.untouched}
        return tuple(action for action in self.meeting.actions if action.id in ids)

    @property
    def revived(self) -> tuple[Action, ...]:
        """The actions that have lapsed and must be open."""
        return tuple(traced.action for traced in self.unfounded_lapses if traced.earlier.status == "open")

    @property
    def _is_history(self) -> bool:
        """Whether the meeting is one into which nothing is written unasked."""
        return self.history.is_followed(self.meeting.date, NEWEST)

    @property
    def _is_by_hand(self) -> bool:
        """Whether the meeting was imported from minutes that were written by hand."""
        return not self.history.series.asks_on(self.meeting.date)

    def _too_long_open(self) -> Iterator[Action]:
        """Yield the actions that lapse here by what series.yaml says now."""
        for action in self.meeting.actions if self.meeting.held else ():
            if action.id and lapse.lapses(self.history, self.meeting, action):
                yield action

    def _closed_long_ago(self) -> Iterator[TracedAction]:
        previous = self.previous
        open_actions = {
            action.id: action
            for action in self.meeting.actions
            if action.id and is_open(action) and not action.has_status
        }
        unseen = {action_id for action_id in open_actions if not (previous and previous.action(action_id))}
        for meeting in self.history.earlier_with(self.meeting.date, unseen):
            for earlier in meeting.actions:
                if earlier.id in unseen:
                    unseen.remove(earlier.id)
                    if earlier.status in CLOSED:
                        action, is_followed = open_actions[earlier.id], earlier.id in self.removed
                        untouched = is_followed and not self._is_touched(action, earlier)
                        yield TracedAction(action, earlier, meeting.date, untouched)

    def _unfounded_lapses(self) -> Iterator[TracedAction]:
        """Yield the actions that have lapsed here, which no longer follows by what series.yaml says now."""
        previous = self.previous
        for action, earlier in self._lapsed_here():
            if previous and earlier and self._is_unfounded(action, earlier):
                yield TracedAction(action, earlier, previous.date, untouched=True)

    def _lapsed_here(self) -> Iterator[tuple[Action, Action | None]]:
        """Yield the actions that have lapsed here, but for those of history, each with how the meeting before has it."""
        if not self.meeting.held or self._is_history or self._is_by_hand:
            return
        for action in self.meeting.actions:
            is_answered = self.meeting.is_answered((*action.key_path, "status"), "action-lapsed")
            if action.id and action.status == "lapsed" and not is_answered:
                yield action, self.previous.action(action.id) if self.previous else None

    def _is_decided_otherwise(self, action: Action) -> bool:
        """Whether an action lapses, or not, only by a `lapse` that others don't have: no change rewrites their meetings."""
        if self.meeting.status == "draft":  # which is written anew all the time
            return False
        opened = lapse.without_lapse(action)
        lapses = lapse.lapses(self.history, self.meeting, opened)
        return any(
            lapse.lapses(replace(self.history, series=series), self.meeting, opened) != lapses
            for series in self.history.shared_series()
        ) and is_as_others_have_it(self.history, self.meeting, action, 0)

    def _pairs(self) -> Iterator[tuple[Action, Action, date]]:
        """Yield the actions that the meeting before has, too, each with how it stands there, and its day."""
        previous = self.previous
        if previous is None:
            return
        for action in self.meeting.actions:
            if action.id and (earlier := previous.action(action.id)):
                yield action, earlier, previous.date

    def _is_unfounded(self, action: Action, earlier: Action) -> bool:
        opened = lapse.without_lapse(action)
        limit = self.history.series.lapse.on(self.meeting.date)
        if self._is_touched(action, earlier):
            return False
        # One that was not touched for more than a meeting has lapsed by another rule, if not by this one.
        is_old = lapse.times_untouched(self.history, self.meeting, opened, _RUN) >= min(limit, _RUN)
        if is_old and is_as_others_have_it(self.history, self.meeting, action, limit + 1):
            return False
        return earlier.status != "open" or not lapse.lapses(self.history, self.meeting, opened)

    def _is_touched(self, action: Action, earlier: Action) -> bool:
        """Whether somebody did something with an action here, but for its status and what was edited late before.

        What is missing here, such as a date that it has there, nobody has written here.
        """
        carried = with_late_edits(action, late_edits(self.history, self.previous, action, earlier))
        carried = replace(carried, has_status=False, reason=earlier.reason, due=carried.due or earlier.due)
        if set(carried.x_keys) <= set(earlier.x_keys):
            carried = replace(carried, x_keys=earlier.x_keys)
        return lapse.is_touched(self.history.series, carried, earlier)
