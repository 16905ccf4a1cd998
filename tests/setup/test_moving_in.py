"""A team moves in with `init`; an edit that no hook saw turns its CI red, CI mends it, and it is green again.

The workflow and the jobs are those that `init` wrote, each step as it stands in the file, on machines that have
nothing but a system, git and a Python.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.machines import GitHub, GitLab, Host, Job, load, run
from support.notes import Notes

if TYPE_CHECKING:
    from support.published import Published

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
TABLE = """\
  - title: Tickets
    table:
      id: tickets
      columns: [Count]
      rows:
        Open: {count}
"""
GH = '#!/bin/sh\necho "gh $*" | tr "\\n" " " >> "$HOME/../gh.log"\n'
"""Stands in for GitHub's program, which asks its servers: it only writes down what it is told."""


class Team:
    """A team that has moved in, its repository on a host, and the clone of one member without hooks."""

    def __init__(self, folder: Path, published: Published, *words: str) -> None:
        python, installed = published.python, published.top
        self.host = Host(folder, programs={"gh": GH}, python=python, installed=installed)
        self.notes = Notes(folder / "clone")
        self.notes.top.mkdir()
        source = ("--source", published.url, "--source-rev", "v0.1.0")
        told = ("--title", "Web team", "--schedule", "Monday", "--people", "Mat", "--date", "2020-10-19")
        self.notes.run("init", "meetings/web", *told, *source, *words)
        self.notes.git("checkout", "--quiet", "-b", "main")
        self.notes.git("remote", "add", "origin", self.host.url)
        self.meet("2020-10-19", 10)
        self.notes.git("add", "--all")
        self.notes.run("sync", "--stage")
        self.push("Move in")
        self.github = GitHub(self.host, published.top)
        self.gitlab = GitLab(self.host)

    def meet(self, day: str, count: int, owner: str = "Mat") -> None:
        """Write a meeting, as somebody does who has no hook."""
        action = f"    actions: [{{{owner}: ask}}]\n" if owner else ""
        text = f"date: {day}\nsections:\n{TABLE.format(count=count)}{action}"
        self.notes.write(f"meetings/web/{day}.yaml", text)

    def push(self, message: str, ref: str = "refs/heads/main") -> None:
        """Commit everything past any hook, and push it."""
        self.notes.commit(message)
        self.notes.git("push", "--quiet", "origin", f"HEAD:{ref}")

    def pull(self) -> None:
        """Get what CI has pushed."""
        self.notes.git("pull", "--quiet", "--ff-only", "origin", "main")

    @property
    def workflow(self) -> Path:
        """The workflow that `init` wrote."""
        return self.notes.top / ".github/workflows/minutebook.yml"

    @property
    def jobs(self) -> Path:
        """The jobs for GitLab that `init` wrote."""
        return self.notes.top / ".gitlab/minutebook.yml"


def results(jobs: dict[str, Job]) -> dict[str, str]:
    """Return the result of each job by its name."""
    return {name: job.result for name, job in jobs.items()}


def test_github_is_green_then_red_then_mended_and_green_when_it_is_checked_again(
    tmp_path: Path, published: Published
) -> None:
    team = Team(tmp_path, published)
    # The machines have what this makes of a bare Python.
    assert load(team.workflow)["env"]["MINUTEBOOK"] == published.requirement
    assert results(team.github.workflow(team.workflow, "push")) == {"check": "success", "mend": "skipped"}
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    before = team.host.tip("main")
    jobs = team.github.workflow(team.workflow, "push")
    assert results(jobs) == {"check": "failure", "mend": "success"}, jobs["mend"].log
    assert (
        "::error file=meetings/web/2020-10-26.yaml,line=1,col=1,title=minutes-missing::" in jobs["check"].log
    )
    assert team.host.tip("main") != before
    assert results(team.github.workflow(team.workflow, "push")) == {"check": "success", "mend": "skipped"}
    team.pull()
    assert "| 7     | -3      | Open  |" in team.notes.read("meetings/web/2020-10-26.md")
    assert "task: ask" in team.notes.read("meetings/web/2020-10-26.yaml")


def test_what_only_people_can_mend_stays_red_and_is_told(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.meet("2020-10-26", -7)
    team.push("Mistype a count")
    jobs = team.github.workflow(team.workflow, "push")
    assert results(jobs) == {"check": "failure", "mend": "failure"}
    assert "not-a-count" in jobs["mend"].log


def test_a_pull_request_is_checked_and_never_written_to(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.meet("2020-10-26", 7)
    team.push("Edit in a fork", "refs/pull/1/merge")
    before = team.host.tip("main")
    jobs = team.github.workflow(team.workflow, "pull_request", "refs/pull/1/merge")
    assert results(jobs) == {"check": "failure", "mend": "skipped"}
    assert team.host.tip("main") == before
    assert "2020-10-26.md" in jobs["check"].summary


def test_the_minutes_can_be_proposed_in_place_of_pushed(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published, "--mend", "propose")
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    before = team.host.tip("main")
    jobs = team.github.workflow(team.workflow, "push")
    assert results(jobs) == {"check": "failure", "mend": "success"}, jobs["mend"].log
    assert team.host.tip("main") == before
    assert team.host.tip("minutebook/main")
    assert "gh pr create --base main --head minutebook/main" in (tmp_path / "gh.log").read_text()


def test_nothing_is_mended_where_that_is_off(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published, "--mend", "off")
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    assert results(team.github.workflow(team.workflow, "push")) == {"check": "failure"}


def test_the_reusable_workflow_and_the_action_do_the_same(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    called = ROOT / ".github/workflows/minutes.yml"
    jobs = team.github.called(called, "push", mend="push")
    assert results(jobs) == {"check": "failure", "push": "success", "propose": "skipped"}, jobs["push"].log
    assert results(team.github.called(called, "push", mend="push"))["check"] == "success"


def test_a_tag_is_checked_and_nothing_is_pushed_to_it(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook", "refs/tags/v1")
    called = ROOT / ".github/workflows/minutes.yml"
    jobs = team.github.called(called, "push", "refs/tags/v1", mend="push")
    assert results(jobs) == {"check": "failure", "push": "skipped", "propose": "skipped"}


def test_every_branch_is_checked_but_those_that_are_proposed(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.notes.git("push", "--quiet", "origin", "HEAD:refs/heads/a/b")
    for branch in ("main", "a/b"):
        assert (
            results(team.github.workflow(team.workflow, "push", f"refs/heads/{branch}"))["check"] == "success"
        )
    assert team.github.workflow(team.workflow, "push", "refs/heads/minutebook/main") == {}


def test_gitlab_is_green_then_red_then_mended_and_green_when_it_is_checked_again(
    tmp_path: Path, published: Published
) -> None:
    team = Team(tmp_path, published)
    assert load(team.jobs)[".minutebook"]["variables"]["MINUTEBOOK"] == published.requirement
    assert team.gitlab.job(team.jobs, "minutebook-check").result == "success"
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    red = team.gitlab.job(team.jobs, "minutebook-check")
    assert red.result == "failure"
    assert "minutes-missing" in red.log
    assert "minutes-missing" in {found["check_name"] for found in json.loads(red.report)}
    mended = team.gitlab.job(team.jobs, "minutebook-mend")
    assert mended.result == "success", mended.log
    assert team.gitlab.job(team.jobs, "minutebook-check").result == "success"


def test_a_merge_request_shows_the_minutes_that_it_changes(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    base = team.host.tip("main")
    for count in (7, 8):
        team.meet("2020-10-26", count)
        team.notes.run("sync", "--stage")
        team.push(f"Count {count}", "refs/heads/change")
    checked = team.gitlab.job(team.jobs, "minutebook-check", "change", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert checked.result == "success", checked.log
    assert "| 8     | -2      | Open  |" in checked.summary
    assert json.loads(checked.report) == []


def test_githubs_token_is_given_to_git_and_stands_in_no_command(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    script = load(team.workflow)["jobs"]["mend"]["steps"][-2]["run"]
    (helper,) = (line for line in script.splitlines() if "credential.helper" in line)
    asked = f"{helper}\nprintf 'protocol=https\\nhost=github.com\\n\\n' | git credential fill"
    work, settings = team.host.machine()
    run(["git", "init", "--quiet"], work, settings)
    _code, said = run(["bash", "-c", asked], work, settings | {"GH_TOKEN": "t0ken"})
    assert said == "protocol=https\nhost=github.com\nusername=x-access-token\npassword=t0ken\n"


def test_gitlab_proposes_on_a_branch_of_its_own(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published, "--mend", "propose")
    team.meet("2020-10-26", 7)
    team.push("Edit without a hook")
    before = team.host.tip("main")
    mended = team.gitlab.job(team.jobs, "minutebook-mend")
    assert mended.result == "success", mended.log
    assert team.host.tip("main") == before
    assert team.host.tip("minutebook/main")


GONE = "action-lost"
"""The rule of an action item that others have and nobody has closed."""


def lose_an_action(team: Team) -> str:
    """Push the deletion of an open action item past any hook, and return the commit before."""
    before = team.host.tip("main")
    team.notes.write("meetings/web/2020-10-19.yaml", f"date: 2020-10-19\nsections:\n{TABLE.format(count=10)}")
    team.push("Delete an action item")
    return before


def test_what_vanished_in_a_push_is_red_on_github_and_nothing_is_pushed(
    tmp_path: Path, published: Published
) -> None:
    team = Team(tmp_path, published)
    before = lose_an_action(team)
    after = team.host.tip("main")
    jobs = team.github.workflow(team.workflow, "push", before=before)
    assert results(jobs) == {"check": "failure", "mend": "failure"}
    assert GONE in jobs["check"].log
    assert GONE in jobs["mend"].log
    assert team.host.tip("main") == after


def test_what_would_vanish_by_a_pull_request_is_red_on_github(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    team.notes.git("checkout", "--quiet", "-b", "change")
    team.notes.write("meetings/web/2020-10-19.yaml", f"date: 2020-10-19\nsections:\n{TABLE.format(count=10)}")
    team.notes.run("sync")
    team.notes.commit("Delete an action item")
    team.notes.git("checkout", "--quiet", "main")
    team.notes.git("merge", "--quiet", "--no-ff", "change", "--message", "Merge")
    team.notes.git("push", "--quiet", "origin", "HEAD:refs/pull/1/merge")
    jobs = team.github.workflow(team.workflow, "pull_request", "refs/pull/1/merge")
    assert results(jobs) == {"check": "failure", "mend": "skipped"}
    assert GONE in jobs["check"].log


def test_the_reusable_workflow_finds_what_vanished_too(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    before = lose_an_action(team)
    jobs = team.github.called(ROOT / ".github/workflows/minutes.yml", "push", before=before, mend="push")
    assert results(jobs) == {"check": "failure", "push": "failure", "propose": "skipped"}
    assert GONE in jobs["check"].log


def test_a_first_push_says_that_nothing_was_compared(tmp_path: Path, published: Published) -> None:
    team = Team(tmp_path, published)
    jobs = team.github.workflow(team.workflow, "push")
    assert "There is no state before this one to compare with" in jobs["check"].log
    assert "There is no state before this one" in team.gitlab.job(team.jobs, "minutebook-check").log


def test_what_vanished_in_a_push_is_red_on_gitlab_and_nothing_is_pushed(
    tmp_path: Path, published: Published
) -> None:
    team = Team(tmp_path, published)
    before = lose_an_action(team)
    after = team.host.tip("main")
    red = team.gitlab.job(team.jobs, "minutebook-check", CI_COMMIT_BEFORE_SHA=before)
    mended = team.gitlab.job(team.jobs, "minutebook-mend", CI_COMMIT_BEFORE_SHA=before)
    assert (red.result, mended.result) == ("failure", "failure")
    assert GONE in red.log
    assert team.host.tip("main") == after
