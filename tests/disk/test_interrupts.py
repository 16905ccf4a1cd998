"""Ctrl-C waits for a moment where it leaves nothing half done."""

import signal
import threading
from collections.abc import Iterator

import pytest

from minutebook.disk.interrupts import ending_in_order, interrupts_waiting


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


ENDING = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture
def usual_handlers() -> Iterator[None]:
    """Let the signals end the process as they do by default; who runs the tests may have other plans."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("usual_handlers")
@pytest.mark.parametrize("number", ENDING)
def test_a_signal_that_ends_the_process_lets_it_clean_up(number: int) -> None:
    with pytest.raises(SystemExit) as ended, ending_in_order():
        signal.raise_signal(number)
    assert ended.value.code == 128 + number
    assert signal.getsignal(number) is signal.SIG_DFL


@pytest.mark.usefixtures("usual_handlers")
def test_it_waits_as_ctrl_c_does_and_is_never_forgotten() -> None:
    steps: list[str] = []

    def write() -> None:
        with ending_in_order(), interrupts_waiting():
            signal.raise_signal(signal.SIGTERM)
            steps.append("done")

    with pytest.raises(SystemExit):
        write()
    assert steps == ["done"]


@pytest.mark.usefixtures("usual_handlers")
def test_what_somebody_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with ending_in_order():
        signal.raise_signal(signal.SIGTERM)
