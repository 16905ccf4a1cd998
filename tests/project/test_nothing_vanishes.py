"""Whatever two people with clones of their own do, no open action item vanishes from what the server has.

Hypothesis plays both: they type, delete, commit through the hook or past it, pull, and push, also by force. What the
server takes is what its gate lets pass, and that must be what `check --base` passes in the clone. More is tried with,
for example, MINUTEBOOK_EXAMPLES=300 MINUTEBOOK_STEPS=40 MINUTEBOOK_RANDOM=1.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from support import reckoning, typist
from support.notes import Notes, make_notes
from support.play import play_settings
from support.team import SERIES, Team

How = str | None
FIRST = "2020-01-06"
NEW = "- {owner}: {task}"
OWNERS = ("Ada", "Ben")
TASKS = ("call the bank", "order a new printer", "update the firewall rules")
HOWS = ("hook", "fix", "sync", "past the hook")
hows = st.sampled_from(HOWS)
after = st.sampled_from((None, *HOWS))
"""How an edit is committed and pushed at once, if it is."""
either, few = st.integers(0, 1), st.integers(0, 5)
newest_or_before = st.integers(1, 2)
owners, tasks = st.sampled_from(OWNERS), st.sampled_from(TASKS)


class Member(Team):
    """Somebody with a clone; `passed` is a commit that passed the hook as did all before it, with what others had then."""

    passed: tuple[str, str] | None = None

    def head(self, name: str = "HEAD") -> str:
        """Return the id of a commit."""
        return self.notes.git("rev-parse", name).stdout.strip()

    def passes_the_hook(self, fixes: bool) -> bool:
        """Stage all, and do what the hook asks for until it passes, or doesn't."""
        for _ in range(3):
            self.notes.git("add", "--all")
            if self.notes.run("sync", "--staged", "--exit-code").returncode == 0:
                return True
            done = self.notes.run("sync", *["--fix"] * fixes)
            assert done.returncode in (0, 1) or "there is no series" in done.stderr, done.stderr
        return False

    def lands(self, *words: str) -> None:
        """Commit what is staged, which a hook has seen or not."""
        command = ["git", "commit", "--quiet", "--no-verify", "--message", "Notes", *words]
        self.notes.call(command, code=None)

    def lands_passed(self, *words: str) -> None:
        """Commit what passed the hook."""
        before, shared = self.head(), self.head("origin/main")
        self.lands(*words)
        # A hook looks at what is staged, and not at what an earlier commit took past it.
        is_all_seen = before == shared or (self.passed is not None and before == self.passed[0])
        self.passed = (self.head(), shared) if is_all_seen else None

    def abandons(self) -> None:
        """Give up what was begun."""
        self.notes.git("reset", "--quiet", "--hard")
        self.notes.git("clean", "--quiet", "-fd")

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Whether one commit leads to another."""
        command = ["git", "merge-base", "--is-ancestor", older, newer]
        return self.notes.call(command, code=None).returncode == 0


class Vanishing(RuleBasedStateMachine):
    """Two people, and a server with the gate."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.top = Path(self.temporary.name)
        self.promised: set[str] = set()

    def teardown(self) -> None:
        self.temporary.cleanup()

    @initialize()
    def begin(self) -> None:
        ada = Member(make_notes(self.top / "ada"))
        (ada.folder / "series.yaml").write_text(SERIES.format(lapse=4), encoding="utf-8")
        items = "".join(f"  - {owner}: {task}\n" for owner, task in zip(OWNERS, TASKS, strict=False))
        ada.write(FIRST, f"date: {FIRST}\nactions:\n{items}")
        ada.notes.run("sync")
        ada.notes.commit()
        ada.notes.git("clone", "--quiet", "--bare", ".", "../server")
        ada.notes.git("remote", "add", "origin", "../server")
        ada.notes.git("fetch", "--quiet", "origin")
        self.server = Notes(self.top / "server")
        self.members = [ada, Member(self.clone("ben"))]
        self.office = self.clone("office")
        self.look()

    def clone(self, name: str) -> Notes:
        """Clone the server."""
        self.server.git("clone", "--quiet", ".", f"../{name}")
        return Notes(self.top / name)

    # What people do.

    @rule(who=either, owner=owners, task=tasks, then=after)
    def types_an_item(self, who: int, owner: str, task: str, then: How) -> None:
        team = self.members[who]
        if team.held():
            meeting = team.held()[-1]
            line = NEW.format(owner=owner, task=task)
            team.edit(meeting, typist.add(meeting.text, (), [line], "", topic=None, step=2))
        self.go_on(who, then)

    @rule(
        who=either,
        which=newest_or_before,
        place=few,
        status=st.sampled_from(["done", "lapsed", "open"]),
        then=after,
    )
    def writes_a_status(self, who: int, which: int, place: int, status: str, then: How) -> None:
        self.change(who, which, place, "status", status)
        self.go_on(who, then)

    @rule(who=either, which=newest_or_before, place=few, task=tasks, then=after)
    def writes_another_task(self, who: int, which: int, place: int, task: str, then: How) -> None:
        self.change(who, which, place, "task", task)
        self.go_on(who, then)

    @rule(who=either, which=newest_or_before, place=few, then=after)
    def deletes_an_item(self, who: int, which: int, place: int, then: How) -> None:
        team, meeting, item = self.item(who, which, place)
        if item:
            team.edit(meeting, typist.delete(meeting.text, item))
        self.go_on(who, then)

    @rule(who=either, which=newest_or_before, place=few, then=after)
    def deletes_an_id(self, who: int, which: int, place: int, then: How) -> None:
        team, meeting, item = self.item(who, which, place)
        if item and item.id:
            team.edit(meeting, re.sub(rf"- id: {item.id}\n +", "- ", meeting.text, count=1))
        self.go_on(who, then)

    @rule(who=either, which=newest_or_before, place=few, then=after)
    def types_an_item_again(self, who: int, which: int, place: int, then: How) -> None:
        team, meeting, item = self.item(who, which, place)
        if item and "task" in item.data:
            line = NEW.format(owner=item.data["owner"], task=item.data["task"])
            team.edit(meeting, typist.add(meeting.text, (), [line], "", topic=None, step=2))
        self.go_on(who, then)

    @rule(who=either, place=few, then=after)
    def deletes_a_meeting(self, who: int, place: int, then: How) -> None:
        team = self.members[who]
        if team.held():
            team.held()[-1 - place % len(team.held())].path.unlink()
        self.go_on(who, then)

    @rule(who=either, days=st.integers(-3, 5), then=after)
    def corrects_a_date(self, who: int, days: int, then: How) -> None:
        team = self.members[who]
        if team.held():
            newest = team.held()[-1]
            day = f"{newest.day[:-2]}{min(max(int(newest.day[-2:]) + days, 1), 28):02}"
            if not (team.folder / f"{day}.yaml").exists():
                newest.path.unlink()
                team.write(day, newest.text.replace(f"date: {newest.day}", f"date: {day}", 1))
        self.go_on(who, then)

    @rule(who=either, then=after)
    def calls_a_meeting_off(self, who: int, then: How) -> None:
        team = self.members[who]
        if len(team.held()) > 1:
            newest = team.held()[-1]
            text = re.sub(
                r"^(date: .*)\n(status: .*\n)?", r"\1\nstatus: skipped\nreason: nobody came\n", newest.text
            )
            team.edit(newest, text)
        self.go_on(who, then)

    @rule(who=either, by_hand=st.booleans(), then=after)
    def begins_a_meeting(self, who: int, by_hand: bool, then: How) -> None:
        team = self.members[who]
        for meeting in team.held():
            team.edit(meeting, meeting.text.replace("\nstatus: draft\n", "\n"))
        if not by_hand:
            team.notes.run("new")
        elif len(team.meetings()) < 20:
            team.folder.mkdir(parents=True, exist_ok=True)
            number = 7 * (len(team.meetings()) + 1)
            team.start(f"2020-0{1 + number // 28}-{1 + number % 28:02}", copied=False)
        self.go_on(who, then)

    @rule(who=either, how=hows, amend=st.booleans(), pushes=st.booleans())
    def commits(self, who: int, how: str, amend: bool, pushes: bool) -> None:
        team = self.members[who]
        amends = amend and not team.is_ancestor("HEAD", "origin/main")
        self.commit(team, how, *["--amend"] * amends)
        if pushes:
            self.push(team, force=False)

    def go_on(self, who: int, how: How) -> None:
        """Commit and push what was edited, if that is done at once."""
        if how:
            self.commit(self.members[who], how)
            self.push(self.members[who], force=False)

    def commit(self, team: Member, how: str, *words: str) -> None:
        """Commit all: through the hook, or past it with or without what `sync` writes."""
        if how in {"hook", "fix"}:
            if team.passes_the_hook(fixes=how == "fix"):
                team.lands_passed(*words)
            return
        if how == "sync":
            team.notes.run("sync")
        team.notes.git("add", "--all")
        team.lands(*words)

    @rule(who=either)
    def abandons_what_was_begun(self, who: int) -> None:
        self.members[who].abandons()

    @rule(who=either)
    def reverts_a_commit(self, who: int) -> None:
        team = self.members[who]
        team.abandons()
        if team.notes.call(["git", "revert", "--no-edit", "HEAD"], code=None).returncode:
            team.notes.call(["git", "revert", "--abort"], code=None)

    @rule(who=either, fixes=st.booleans(), goes_on=st.booleans())
    def pulls(self, who: int, fixes: bool, goes_on: bool) -> None:
        """Merge what the server has, through the hook."""
        team = self.members[who]
        team.abandons()
        team.notes.git("fetch", "--quiet", "origin")
        team.notes.call(["git", "merge", "--quiet", "--no-commit", "origin/main"], code=None)
        for path in team.notes.git("diff", "--name-only", "--diff-filter=U").stdout.split():
            if path.endswith(".yaml"):
                team.resolve(path)
        if not (team.notes.top / ".git" / "MERGE_HEAD").exists():
            return
        if team.passes_the_hook(fixes):
            team.lands_passed()
        else:
            team.abandons()
        if goes_on:
            self.push(team, force=False)

    @rule(who=either)
    def rebases(self, who: int) -> None:
        team = self.members[who]
        team.abandons()
        team.notes.git("fetch", "--quiet", "origin")
        if team.notes.call(["git", "rebase", "--quiet", "origin/main"], code=None).returncode:
            team.notes.git("rebase", "--abort")

    @rule(who=either, force=st.booleans())
    def pushes(self, who: int, force: bool) -> None:
        self.push(self.members[who], force=force)

    def push(self, team: Member, *, force: bool) -> None:
        """Push, and see that the gate refuses what `check` finds."""
        team.notes.git("fetch", "--quiet", "origin")
        old, new = team.head("origin/main"), team.head()
        if old == new or not (force or team.is_ancestor(old, new)):
            return
        team.notes.git("push", "--quiet", "--force", "origin", "HEAD:refs/incoming/main")
        problems = team.notes.problems("--rev", new, "--base", old)
        errors = [problem for problem in problems if problem["severity"] == "error"]
        refusal = self.gate(old, new)
        assert bool(errors) == bool(refusal), f"{errors}\n{refusal}"
        if team.passed == (new, old):
            assert not refusal, "the hook passed what the gate refuses"
        if not refusal:
            self.server.git("update-ref", "refs/heads/main", new)
            self.look()

    def gate(self, old: str, new: str) -> str:
        """Return what the gate refuses of a push."""
        lines = io.TextIOWrapper(io.BytesIO(f"{old} {new} refs/heads/main\n".encode()))
        with mock.patch.object(sys, "stdin", lines):
            done = self.server.run("gate")
        assert done.returncode in (0, 1), done.stderr
        return (done.stdout + done.stderr) * done.returncode

    # What must hold.

    def look(self) -> None:
        """See that what was open on the server stands in the newest meeting, or was closed."""
        self.office.git("fetch", "--quiet", "origin")
        self.office.git("reset", "--quiet", "--hard", "origin/main")
        series = reckoning.held(reckoning.read(self.office.top / self.office.series))
        last = {name: meeting for meeting in series for name in meeting.by_id}
        is_open = {name for name, meeting in last.items() if meeting.by_id[name].status == "open"}
        assert {name for name in is_open if last[name] is not series[-1]} == set(), "left behind"
        assert self.promised <= set(last), "vanished"
        self.promised = is_open

    # What they are asked for.

    def item(self, who: int, which: int, place: int) -> tuple[Member, reckoning.Meeting, typist.Item | None]:
        """Return one of the items of the newest meeting or the one before in a clone, if there is one."""
        team = self.members[who]
        if not team.held():
            return team, reckoning.Meeting(team.folder, ""), None
        return team, *team.item(which, place)

    def change(self, who: int, which: int, place: int, key: str, text: str) -> None:
        """Write a field of an item."""
        team, meeting, item = self.item(who, which, place)
        if item and "task" in item.data:
            team.edit(meeting, typist.write(meeting.text, item, key, text))


TestVanishing = Vanishing.TestCase
TestVanishing.settings = play_settings(examples=6, steps=20)
