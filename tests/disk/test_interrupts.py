"""Ctrl-C waits for a moment where it leaves nothing half done."""

import signal
import threading

import pytest

from minutebook.disk.interrupts import interrupts_waiting


def type_ctrl_c() -> None:
    signal.raise_signal(signal.SIGINT)


def test_ctrl_c_waits_until_it_is_let_through() -> None:
    with interrupts_waiting() as let_through:
        let_through()
        type_ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            let_through()
        let_through()


def test_ctrl_c_behind_the_last_moment_is_ignored() -> None:
    with interrupts_waiting():
        type_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        type_ctrl_c()


def test_a_handler_of_somebody_else_stays() -> None:
    typed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: typed.append(number))
    try:
        with interrupts_waiting() as let_through:
            type_ctrl_c()
            let_through()
    finally:
        signal.signal(signal.SIGINT, before)
    assert typed == [signal.SIGINT]


def test_another_thread_hears_no_ctrl_c_and_goes_on() -> None:
    ended: list[bool] = []

    def work() -> None:
        with interrupts_waiting() as let_through:
            let_through()
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
