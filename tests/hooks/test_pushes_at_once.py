"""Several people push to a server at the same moment."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from support.server import FIRST, write_badly, write_well

if TYPE_CHECKING:
    from support.server import Server

pytestmark = pytest.mark.long
CROWD = range(5)
BAD = {0, 3}


@pytest.fixture
def crowd(server: Server) -> Server:
    """Return a server, and five branches beside it, each with a series of its own; some are not in order."""
    for number in CROWD:
        server.notes.git("checkout", "--quiet", "-b", f"b{number}", "main")
        server.notes.series = f"meetings/s{number}"
        server.notes.write(f"{server.notes.series}/series.yaml", "title: One of many\n")
        if number in BAD:
            write_badly(server.notes, FIRST)
        else:
            write_well(server.notes, FIRST, Open=10)
    return server


def push_at_once(server: Server, refs: list[str]) -> tuple[set[int], list[str]]:
    """Push each ref by a process of its own, all at once; return which were taken, and what git said to each."""
    command = ["git", "push", server.url]
    running = [
        subprocess.Popen([*command, ref], cwd=server.notes.top, stderr=subprocess.PIPE, encoding="utf-8")
        for ref in refs
    ]
    told = [one.communicate(timeout=300)[1] for one in running]
    return {number for number in CROWD if running[number].returncode == 0}, told


def commit_of(server: Server, number: int) -> str:
    """Return what one of the five wants to push."""
    return server.notes.git("rev-parse", f"b{number}").stdout.strip()


def test_five_who_push_five_branches_at_once_do_not_disturb_each_other(crowd: Server) -> None:
    before = crowd.refs()
    taken, told = push_at_once(crowd, [f"b{number}" for number in CROWD])
    assert taken == {*CROWD} - BAD
    assert {number for number in CROWD if f"Branch b{number}:" in told[number]} == BAD
    assert crowd.refs() == before | {f"refs/heads/b{number}": commit_of(crowd, number) for number in taken}
    crowd.insist_on_health()


def test_of_five_who_push_one_branch_at_once_nobody_loses_what_was_taken(crowd: Server) -> None:
    taken, told = push_at_once(crowd, [f"b{number}:main" for number in CROWD])
    assert len(taken) == 1  # the other four do not know of that commit, and git lets nobody lose it
    assert not taken & BAD
    assert {number for number in CROWD if "Branch main:" in told[number]} <= BAD
    assert crowd.refs() == {"refs/heads/main": commit_of(crowd, *taken)}
    crowd.insist_on_health()


def test_of_five_who_force_one_branch_at_once_the_last_that_was_taken_stays(crowd: Server) -> None:
    taken, told = push_at_once(crowd, [f"+b{number}:main" for number in CROWD])
    assert taken
    assert not taken & BAD
    assert {number for number in CROWD if "Branch main:" in told[number]} == BAD
    assert crowd.refs()["refs/heads/main"] in {commit_of(crowd, number) for number in taken}
    crowd.insist_on_health()
