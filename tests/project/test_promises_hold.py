"""Whatever people do to their notes, no promise is lost, none is changed, and `check` names what is wrong.

Hypothesis plays the people: in a real repository it types, deletes, renames, back-dates, merges and reverts.
What must hold is worked out by `reckoning` from the files alone. More is tried with, for example,
MINUTEBOOK_EXAMPLES=2000 MINUTEBOOK_STEPS=60, and with MINUTEBOOK_RANDOM=1 something else each time.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support import reckoning, typist
from support.notes import make_notes
from support.play import play_settings
from support.team import BLANK, SERIES, Team, quoted, typed

pytestmark = pytest.mark.long
PLACES: tuple[tuple[str, ...], ...] = ((), ("Ops",), ("Software",), ("Software", "Discussion"))
OWNERS = ("Ada", "Ben", "Ada, Ben", "unassigned")
TASKS = (
    "update the firewall rules",
    'answer "yes": or no, for #445',
    "prüfe die Übergabe \U0001f642 am Montag",
    "[measure] what `sync` costs - in *full*",
)
TOPICS = (None, None, "OSG 3.5", "Release: next")
STYLES = ("long", "due", "shorthand", "pasted", "flow")
Typed = tuple[str, str, str, str | None]
COUNTED = ("action-lost", "action-closed-earlier", "action-lapsed")

owners, tasks = st.sampled_from(OWNERS), st.sampled_from(TASKS)
anywhere, few = st.integers(0, 9), st.integers(0, 3)
newest_or_before = st.integers(1, 2)


class Promises(Team, RuleBasedStateMachine):
    """A team whose every step is looked at."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        self.temporary = tempfile.TemporaryDirectory()
        Team.__init__(self, make_notes(Path(self.temporary.name) / "notes"))
        self.other: str | None = None

    def teardown(self) -> None:
        try:
            if self.meetings():
                self.settle()
        finally:
            self.temporary.cleanup()

    @initialize(lapse=st.sampled_from([4, 4, 1, 2, 0]), newline=st.sampled_from(["\n", "\n", "\r\n"]))
    def begin(self, lapse: int, newline: str) -> None:
        self.lapse, self.newline = lapse, newline
        (self.folder / "series.yaml").write_text(SERIES.format(lapse=lapse), encoding="utf-8")
        self.write("2020-01-06", BLANK.format(day="2020-01-06"))
        self.notes.commit()

    # What people do.

    @rule()
    def starts_the_next_meeting_with_the_program(self) -> None:
        for meeting in self.held():
            self.edit(meeting, meeting.text.replace("\nstatus: draft\n", "\n"))
        assert self.notes.run("new").returncode == 0

    @rule(weeks=st.integers(1, 2), copied=st.booleans())
    def starts_the_next_meeting_by_hand(self, weeks: int, copied: bool) -> None:
        if copied:
            self.give_ids()
        last = self.meetings()[-1].day
        self.start(str(date.fromisoformat(last) + timedelta(weeks=weeks)), copied=copied)

    @precondition(lambda self: len(self.held()) > 1)
    @rule(after=anywhere, days=st.integers(1, 6), copied=st.booleans())
    def back_dates_a_meeting_between_two(self, after: int, days: int, copied: bool) -> None:
        before = self.meetings()[-2 if after < 7 else -3 :][0].day
        day = str(date.fromisoformat(before) + timedelta(days=days))
        if not (self.folder / f"{day}.yaml").exists():
            if copied:
                self.give_ids()
            self.start(day, copied=copied)

    @rule()
    def a_meeting_is_skipped(self) -> None:
        day = str(date.fromisoformat(self.meetings()[-1].day) + timedelta(weeks=1))
        self.write(day, f"date: {day}\nstatus: skipped\nreason: a holiday\n")

    @precondition(lambda self: len(self.held()) > 1)
    @rule()
    def the_newest_meeting_did_not_take_place_after_all(self) -> None:
        day = self.held()[-1].day
        self.write(day, f"date: {day}\nstatus: skipped\nreason: nobody came\n")

    @precondition(lambda self: len(self.held()) > 1)
    @rule(place=few)
    def deletes_a_meeting(self, place: int) -> None:
        met = self.held()[1:]
        met[-1 - place % len(met)].path.unlink()

    @precondition(lambda self: len(self.held()) > 1)
    @rule(days=st.integers(1, 10))
    def gives_the_newest_meeting_another_date(self, days: int) -> None:
        newest, before = self.held()[-1], self.held()[-2]
        day = str(date.fromisoformat(before.day) + timedelta(days=days - 3))
        if not (self.folder / f"{day}.yaml").exists():
            newest.path.rename(self.folder / f"{day}.yaml")
            self.tidy()

    @rule(
        which=newest_or_before,
        place=st.sampled_from(PLACES),
        how=st.tuples(st.sampled_from(STYLES), owners, tasks, st.sampled_from(TOPICS)),
        step=st.sampled_from([0, 2]),
    )
    def adds_an_item(self, which: int, place: tuple[str, ...], how: Typed, step: int) -> None:
        meeting, (style, owner, task, topic) = self.held()[-which:][0], how
        lines, flow = typed(style, owner, task)
        name = quoted(topic) if topic else None
        self.edit(meeting, typist.add(meeting.text, place, lines, flow, topic=name, step=step))

    @rule(owner=owners, task=tasks)
    def adds_a_list_in_flow_style(self, owner: str, task: str) -> None:
        meeting = self.held()[-1]
        if "\nactions:" not in meeting.text:
            flow = typed("flow", owner, task)[1]
            self.edit(meeting, meeting.text.replace("\n", f"\nactions: [{flow}]\n", 1))

    @rule(owner=owners, task=tasks)
    def adds_an_item_with_the_program(self, owner: str, task: str) -> None:
        assert self.notes.run("add", f"AI ({owner}): {task}").returncode == 0

    @rule(which=newest_or_before, place=anywhere, status=st.sampled_from(["done", "dropped", "open"]))
    def writes_a_status(self, which: int, place: int, status: str) -> None:
        meeting, item = self.item(which, place)
        if item and item.status == "open" and item.id:
            text = typist.write(meeting.text, item, "status", status)
            if status == "dropped":
                (again,) = (one for one in typist.items(text) if one.id == item.id)
                text = typist.write(text, again, "reason", "too late")
            self.edit(meeting, text)

    @rule(place=anywhere, command=st.sampled_from(["done", "drop", "reopen", "note"]))
    def uses_a_command(self, place: int, command: str) -> None:
        _, item = self.item(1, place)
        if item and item.id:
            more = {"drop": ["--reason", "too late"], "note": [f"asked {self.number()}"]}.get(command, [])
            assert self.notes.run(command, item.id, *more).returncode == 0

    @precondition(lambda self: len(self.held()) > 1)
    @rule(place=anywhere)
    def reopens_what_an_earlier_meeting_closed(self, place: int) -> None:
        _, item = self.item(2, place)
        if item and item.id and item.status != "open":
            assert self.notes.run("reopen", item.id).returncode == 0

    @rule(which=newest_or_before, place=anywhere)
    def rewords_an_item(self, which: int, place: int) -> None:
        self.change(which, place, "task", lambda old: re.sub(r"( \d+)?$", f" {self.number()}", old))

    @rule(which=newest_or_before, place=anywhere, owner=owners)
    def hands_an_item_over(self, which: int, place: int, owner: str) -> None:
        self.change(which, place, "owner", lambda _old: owner)

    @rule(
        which=newest_or_before,
        place=anywhere,
        due=st.sampled_from(["2020-01-01", "2020-02-10", "2021-01-01"]),
    )
    def gives_an_item_a_due_date(self, which: int, place: int, due: str) -> None:
        self.change(which, place, "due", lambda _old: due)

    @rule(which=newest_or_before, place=anywhere, again=st.booleans())
    def notes_what_became_of_an_item(self, which: int, place: int, again: bool) -> None:
        note = "asked" if again else f"asked {self.number()}"
        self.change(which, place, "note", lambda _old: note)

    @rule(which=newest_or_before, place=anywhere)
    def deletes_an_item(self, which: int, place: int) -> None:
        meeting, item = self.item(which, place)
        if item:
            self.edit(meeting, typist.delete(meeting.text, item))

    @rule(which=newest_or_before, place=anywhere)
    def renames_a_section(self, which: int, place: int) -> None:
        meeting = self.held()[-which:][0]
        found = [titles for titles, _ in typist.sections(meeting.text)]
        if found:
            titles = found[place % len(found)]
            self.edit(meeting, typist.rename_section(meeting.text, titles, f"Title {self.number()}"))

    @rule(which=newest_or_before, title=st.sampled_from(["Last", "Open action items"]))
    def adds_a_section(self, which: int, title: str) -> None:
        meeting = self.held()[-which:][0]
        listed = typist.value(typist.compose(meeting.text), "sections")
        if listed is not None and (title,) not in dict(typist.sections(meeting.text)):
            new = f"{' ' * listed.start_mark.column}- title: {title}"
            stop = typist.line_end(meeting.text, typist.end(listed))
            self.edit(meeting, typist.splice(meeting.text, stop, stop, f"\n{new}"))

    @rule(which=newest_or_before, place=anywhere)
    def deletes_a_section(self, which: int, place: int) -> None:
        meeting = self.held()[-which:][0]
        found = [titles for titles, _ in typist.sections(meeting.text)]
        if found:
            self.edit(meeting, typist.delete_section(meeting.text, found[place % len(found)]))

    @rule()
    def commits_as_it_is(self) -> None:
        self.commit()

    @rule()
    def syncs(self) -> None:
        self.settle()

    @precondition(lambda self: self.other is None)
    @rule()
    def begins_a_branch(self) -> None:
        self.commit()
        self.other = f"branch-{self.number()}"
        self.notes.git("branch", self.other)

    @precondition(lambda self: self.other is not None)
    @rule(synced=st.booleans())
    def goes_to_the_other_branch(self, synced: bool) -> None:
        if synced:
            self.settle()
        self.commit()
        here = self.notes.git("branch", "--show-current").stdout.strip()
        self.notes.git("switch", "--quiet", self.other or "")
        self.other = here

    @precondition(lambda self: self.other is not None)
    @rule(synced=st.booleans())
    def merges_the_other_branch(self, synced: bool) -> None:
        if synced:
            self.settle()
        self.commit()
        self.notes.call(["git", "merge", "--quiet", "--no-edit", self.other or ""], code=None)
        for path in self.notes.git("diff", "--name-only", "--diff-filter=U").stdout.split():
            if path.endswith(".yaml"):
                self.resolve(path)
        self.tidy()
        self.settle()
        self.commit()
        self.notes.git("branch", "--quiet", "-D", self.other or "")
        self.other = None

    @rule()
    def reverts_the_last_commit(self) -> None:
        self.commit()
        parents = self.notes.git("log", "-1", "--format=%P").stdout.split()
        if parents:
            mainline = ["-m", "1"] if len(parents) > 1 else []
            self.notes.git("revert", "--no-edit", *mainline, "HEAD")
            self.tidy()

    # What must hold.

    @invariant()
    def check_names_exactly_what_is_wrong_and_changes_nothing(self) -> None:
        series, before = self.meetings(), self.bytes()
        found = self.errors()
        assert self.bytes() == before
        wrong = {rule: {(day, name) for other, day, name in found if other == rule} for rule in COUNTED}
        returned = {
            (later.day, name)
            for earlier, later in reckoning.pairs(series)
            for name in returning(later, [earlier], [])
        }
        assert wrong["action-lost"] == reckoning.lost(series) - returned
        assert wrong["action-closed-earlier"] == reckoning.closed_earlier(series)
        assert wrong["action-lapsed"] == reckoning.lapsing(series, self.lapse)

    def settle(self) -> None:
        """Run sync, and then all that it asks for, until `check` is content; look at each step."""
        self.sync(every=False)
        self.sync(every=True)
        for day, name in sorted(reckoning.closed_earlier(self.meetings())):
            (meeting,) = (one for one in self.meetings() if one.day == day)
            self.edit(meeting, typist.write(meeting.text, meeting.by_id[name], "status", "open"))
        self.sync(every=True)
        done = self.notes.run("check", "--base", self.nothing)
        assert done.returncode == 0, done.stdout

    def sync(self, *, every: bool) -> None:
        """Run sync, and look at what it did."""
        before = {meeting.day: meeting for meeting in self.meetings()}
        shared = {meeting.day: self.shared(meeting) for meeting in self.held() if has_nameless(meeting)}
        done = self.notes.run("sync", *["--all"] * every)
        assert done.returncode in (0, 1), done.stderr
        series = self.meetings()
        assert {meeting.day for meeting in series} == set(before)
        changing = {meeting.day for meeting in (self.held() if every else self.held()[-2:])}
        assert [one.text for one in series if one.day not in changing] == [
            one.text for day, one in before.items() if day not in changing
        ]
        past: reckoning.Series = []
        for meeting in self.held():
            if meeting.day in changing:
                newest = meeting.day in {one.day for one in self.held()[-2:]}
                others = shared.get(meeting.day, [])
                self.look(past, before[meeting.day], meeting, others, newest=newest)
            past.append(meeting)
        touched = {("action-closed-earlier", *one) for one in reckoning.closed_earlier(series)}
        assert {one for one in self.errors() if one[1] in changing} == {
            one for one in touched if one[1] in changing
        }
        self.look_at_a_second_sync(every)

    def look_at_a_second_sync(self, every: bool) -> None:
        """See that sync does nothing more, and says what check says."""
        written = self.bytes()
        for data in (meeting.path.read_bytes() for meeting in self.meetings()):
            assert data.count(b"\r\n") in (0, data.count(b"\n"))
        again = self.notes.run("sync", *["--all"] * every)
        assert self.bytes() == written
        assert again.returncode == self.notes.run("check").returncode

    def shared(self, meeting: reckoning.Meeting) -> reckoning.Series:
        """Return a meeting as the last commit has it, and what is being merged."""
        path = meeting.path.relative_to(self.notes.top).as_posix()
        sides = [
            self.notes.call(["git", "show", f"{name}:{path}"], code=None) for name in ("HEAD", "MERGE_HEAD")
        ]
        return [
            reckoning.Meeting(meeting.path, side.stdout.replace("\r\n", "\n"))
            for side in sides
            if side.returncode == 0
        ]

    def look(
        self,
        past: reckoning.Series,
        old: reckoning.Meeting,
        new: reckoning.Meeting,
        shared: reckoning.Series,
        *,
        newest: bool,
    ) -> None:
        """Look at what sync made of one meeting, after those before it were done."""
        waiting = past[-1].open if past else set()
        assert reckoning.repeated(new) == []
        assert waiting <= set(new.by_id)
        rests = set(old.by_id) - set(new.by_id)
        closed = {
            name: (newest or item.status == "open") and reckoning.must_rest(past, item)
            for name, item in old.by_id.items()
        }
        assert {name for name, sure in closed.items() if sure} <= rests
        assert rests <= {name for name, sure in closed.items() if sure is not False}
        for name in set(old.by_id) - rests:
            self.look_at_kept(past, old.by_id[name], new.by_id[name], new.day, newest=newest)
        returned = returning(old, past[-1:], shared)
        for name, item in returned.items():
            assert promised(new.by_id[name]) == promised(item)
            assert (new.by_id[name].titles, new.by_id[name].topic) == (item.titles, item.topic)
        carried = waiting - set(old.by_id) - set(returned)
        for name in carried:
            self.look_at_carried(past, old, new.by_id[name], new.day)
        born = [new.by_id[name] for name in set(new.by_id) - set(old.by_id) - carried - set(returned)]
        nameless = [item for item in old.items if not item.id and item not in returned.values()]
        assert sorted(map(said, born)) == sorted(map(said, nameless))
        assert len(new.items) == len(new.by_id)
        assert rests or comments(old.text) <= comments(new.text)

    def look_at_kept(
        self, past: reckoning.Series, old: typist.Item, new: typist.Item, day: str, *, newest: bool
    ) -> None:
        """See that an item stands as it stood, but for lapsing, or for a lapse that no longer follows."""
        revives = reckoning.must_revive(past, day, old, self.lapse) if newest else False
        if revives or (revives is None and new.status == "open"):
            assert new.data == {key: text for key, text in old.data.items() if key != "status"}
            return
        if old.status == "open" and reckoning.lapses(past, day, old, self.lapse):
            assert new.data == {**old.data, "status": "lapsed"}
        else:
            assert new.lines == old.lines
        assert (new.titles, new.topic) == (old.titles, old.topic)

    def look_at_carried(
        self, past: reckoning.Series, old: reckoning.Meeting, new: typist.Item, day: str
    ) -> None:
        """See that an item was carried whole, with its beginning, to where it belongs."""
        source = past[-1].by_id[new.id or ""]
        data = {key: text for key, text in source.data.items() if key not in ("status", "note")}
        data = {"since": reckoning.began(past, source), **data}
        if reckoning.lapses(past, day, replace(source, data=data), self.lapse):
            data["status"] = "lapsed"
        assert new.data == data
        there = [titles for titles, _ in typist.sections(old.text)]
        paths = [source.titles[:depth] for depth in range(len(source.titles), 0, -1)]
        nearest = next((path for path in paths if path in there), ("Open action items",))
        assert new.titles == (nearest if source.titles else ())
        topics = {(item.titles, item.topic) for item in old.items}
        if source.topic and (source.titles, source.topic) in topics:
            assert new.topic == source.topic

    # What they are asked for.

    def give_ids(self) -> None:
        """Run sync: what has no id yet is another promise in a copy."""
        if any(not item.id for meeting in self.meetings() for item in meeting.items):
            self.sync(every=True)


def has_nameless(meeting: reckoning.Meeting) -> bool:
    """Whether an item of a meeting has no id."""
    return any(not item.id for item in meeting.items)


def returning(
    meeting: reckoning.Meeting, earlier: reckoning.Series, shared: reckoning.Series
) -> dict[str, typist.Item]:
    """Return the items without an id that get back one they had: in the shared meeting, else open in the one before."""
    had = [[item for other in shared for item in other.by_id.values()]]
    had.append([other.by_id[name] for other in earlier for name in other.open])
    returned: dict[str, typist.Item] = {}
    for item in meeting.items:
        if not item.id:
            same = [{one.id for one in items if promised(one) == promised(item)} for items in had]
            names = next(filter(None, same), set())
            missing = [name for name in names if name and name not in {*meeting.by_id, *returned}]
            if len(missing) == 1:
                returned[missing[0]] = item
    return returned


def promised(item: typist.Item) -> str:
    """Return who promises what."""
    return said(replace(item, data={key: text for key, text in item.data.items() if key != "due"}))


def said(item: typist.Item) -> str:
    """Return who promises what by when, in whatever way it was typed."""
    if "task" in item.data:
        owner = item.data["owner"]
        owners, task = (owner if isinstance(owner, list) else [owner]), item.data["task"]
    else:
        ((names, task),) = item.data.items()
        owners = re.sub(r"\AAI \((.*)\)", r"\1", names).split(", ")
    return f"{', '.join(owners)}: {task} {item.data.get('due')}"


def comments(text: str) -> Counter[str]:
    """Return the comments of a text."""
    return Counter(re.findall(r"(?:^|\s)(# .*)", text))


TestPromises = Promises.TestCase
TestPromises.settings = play_settings(examples=10, steps=25)
