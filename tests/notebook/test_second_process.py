"""Another process does half of the work; whatever becomes of it, the same comes of it all, and it is gone afterwards."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from select import select
from unittest.mock import patch

import pytest

from minutebook.notebook import second_process
from minutebook.notebook.second_process import SecondProcess, in_two

HERE = os.getpid()


@pytest.fixture(autouse=True)
def started() -> Iterator[list[SecondProcess]]:
    """Start a process on any machine, and return those that were started."""
    processes: list[SecondProcess] = []
    begin = SecondProcess.__init__

    def noted(process: SecondProcess, *arguments: object) -> None:
        begin(process, *arguments)  # type: ignore[arg-type]
        processes.append(process)

    with (
        patch.object(second_process, "cores", return_value=2),
        patch.object(SecondProcess, "__init__", noted),
    ):
        yield processes
    assert all(map(is_gone, processes))


def is_gone(process: SecondProcess) -> bool:
    """Whether a process has ended and was waited for."""
    with suppress(ChildProcessError):
        os.waitpid(process.id, os.WNOHANG)
        return False
    return True


def doubled(number: int) -> tuple[int, bool]:
    """Return twice a number, and whether that was worked out here."""
    return 2 * number, os.getpid() == HERE


def test_the_second_half_is_done_elsewhere_and_comes_in_its_order(started: list[SecondProcess]) -> None:
    assert [*in_two(doubled, range(5))] == [(0, True), (2, True), (4, True), (6, False), (8, False)]
    assert len(started) == 1


def test_it_may_do_more_than_half() -> None:
    assert [is_here for _number, is_here in in_two(doubled, range(8), 0.75)] == [True] * 2 + [False] * 6


def test_it_may_do_all_but_the_first() -> None:
    assert [is_here for _number, is_here in in_two(doubled, range(3), 1)] == [True, False, False]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_things_are_done_as_well(count: int) -> None:
    assert [number for number, _is_here in in_two(doubled, range(count))] == [0, 2][:count]


def killed_elsewhere(number: int) -> tuple[int, bool]:
    if os.getpid() != HERE and number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(number)


def failing_elsewhere(number: int) -> tuple[int, bool]:
    if os.getpid() != HERE:
        raise ValueError
    return doubled(number)


@pytest.mark.parametrize("work", [killed_elsewhere, failing_elsewhere])
def test_what_could_not_be_done_there_is_done_here(work: object, started: list[SecondProcess]) -> None:
    results: list[tuple[int, bool]] = [*in_two(work, range(6))]  # type: ignore[arg-type]
    assert [number for number, _is_here in results] == [0, 2, 4, 6, 8, 10]
    assert [is_here for _number, is_here in results[4:]] == [True, True]
    assert started


def test_what_is_done_can_be_taken_before_all_is_done() -> None:
    release, released = os.pipe()

    def waiting_at_last(number: int) -> bool:
        return number < 2 or os.getpid() == HERE or bool(select([release], [], [], 10)[0])

    results = in_two(waiting_at_last, range(3), 1)
    assert [next(results), next(results)] == [True, True]
    os.write(released, b"!")
    assert [*results] == [True]


def test_what_can_not_be_done_at_all_is_told_where_it_stands() -> None:
    taken: list[int] = []
    with pytest.raises(ZeroDivisionError):
        taken.extend(in_two(lambda number: 1 // (number - 3), range(5)))
    assert len(taken) == 3


def waiting_elsewhere(number: int) -> int:
    if os.getpid() != HERE:
        signal.pause()
    return number


def test_who_is_interrupted_leaves_no_process_behind(started: list[SecondProcess]) -> None:
    with suppress(KeyboardInterrupt), closing(in_two(waiting_elsewhere, range(5))) as results:
        for number in results:
            if number == 1:
                raise KeyboardInterrupt
    assert is_gone(started[0])


def test_ctrl_c_is_for_the_process_that_has_started_it() -> None:
    def interrupted_elsewhere(number: int) -> tuple[int, bool]:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGINT)
        return doubled(number)

    assert [*in_two(interrupted_elsewhere, range(3))] == [(0, True), (2, True), (4, False)]


@pytest.mark.parametrize("reason", [{"cores": 1}, {"fork": OSError}])
def test_where_no_other_process_can_be_started_all_is_done_here(reason: dict[str, object]) -> None:
    few, failing = reason.get("cores", 2), reason.get("fork")
    with (
        patch.object(second_process, "cores", return_value=few),
        patch("os.fork", side_effect=failing or os.fork),
    ):
        assert all(is_here for _number, is_here in in_two(doubled, range(5)))
