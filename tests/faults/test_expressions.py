"""No line takes more than time in proportion to its length, whatever it is made of."""

import json
import os
import re

import pytest
from support.effort import at_most, cpu_time
from support.expressions import Expression, expressions, hostile_runs
from support.notes import Notes

LENGTH = 2_000 if os.environ.get("MINUTEBOOK_LONG") else 400
RUNS = (
    *(" ", "a", "(", "- ", "[x] ", "1", "a: ", "*", "`", "a, ", "'", "| ", "<", "ab cd ", "{[(", "_"),
    *("Ab Cd ", "**a** ", "@", ".", "\u00a0", "(+1) ", "pin: ", "&", "\u2013 ", "/", "to ", "[", "#"),
)
OLD = """\
# T{x}y, 19 October 2020

Date: {x}y
Present: Mat,{x}y
**Scribe:** {x}y
{x}: y

## News{x}y

- AI (Mat): {x}y
- {x}y
- TODO {x}
- 6 (+2) {x}y
- [ ] {x}y
{x}y
Mat to {x}y

| n | Δ | State{x} |
|---|---|---|
| 1 | +0 | {x}y |

## Action items

- Mat{x}: y
- {x} (Mat)
- call {x} by 2020-10-10{x}
"""
SUSPICIOUS = 3e-5
"""Seconds from which it is measured whether a time grows."""
FULL = 800
"""How long a text is that shows how a time grows."""
NEW = """\
date: 2020-10-26
header: {{Room: {quoted}}}
notes: |
  a{x}b
  - AI (Mat): {x}b
  {x}: b
  TODO {x}b
sections:
  - title: {quoted}
    actions:
      - {{owner: Mat, task: {quoted}, note: {quoted}}}
      - topic: {quoted}
"""


@pytest.mark.parametrize("run", RUNS)
def test_a_long_line_of_anything_takes_little_time(run: str, notes: Notes) -> None:
    text = (run * LENGTH)[:LENGTH]
    notes.write("2020-10-19.md", OLD.format(x=text))
    notes.write(f"{notes.series}/2020-10-26.yaml", NEW.format(x=text, quoted=json.dumps(f"a{text}b")))
    with at_most(60):
        assert notes.run("audit", "2020-10-19.md").returncode in (0, 1)
    with at_most(60):
        assert notes.run("check").returncode == 1


@pytest.mark.parametrize("line", ["title: {x}", "titel {x}", "- {x}", "attending: [{x}", '  "{x}'])
def test_a_slip_is_not_sought_in_a_line_that_nobody_typed(line: str, notes: Notes) -> None:
    long = line.format(x="a b: " * (LENGTH // 5))
    notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\n{long}\n")
    with at_most(60):
        assert notes.run("check").returncode == 1


def test_no_expression_takes_more_than_time_in_proportion_to_the_text() -> None:
    slow = [
        (expression.place, start, run)
        for expression in expressions()
        for start, run in sorted(hostile_runs(expression.compiled))
        if grows(expression, start, run)
    ]
    assert not slow


@pytest.mark.parametrize("text", [r"(a+)+b", r"\s*:?\s*x", r".*a.*ab", r"(?:a|a)*b", r"[ab]*[bc]*[cd]*e"])
def test_an_expression_that_tries_again_and_again_is_found(text: str) -> None:
    expression = Expression("", re.compile(text))
    assert any(grows(expression, start, run) for start, run in hostile_runs(expression.compiled))


def test_an_expression_that_is_sought_from_each_sign_on_is_found() -> None:
    assert not grows(Expression("", re.compile(r"\s+x")), "", " ")
    assert grows(Expression("", re.compile(r"\s+x"), is_sought=True), "", " ")


def grows(expression: Expression, start: str, run: str) -> bool:
    """Whether an expression takes much longer for a longer text than in proportion."""
    # What is exponential would never come to an end for a long one.
    for length in (16, FULL):
        if duration(expression, start, run, length, 1) < SUSPICIOUS:
            continue
        for times in (3, 10):
            shorter, longer = (
                duration(expression, start, run, size, times) for size in (length // 8, length)
            )
            if longer <= 24 * shorter:
                break
        else:
            if length < FULL:
                return True
            # What is bounded takes longer from some length on, but not ever longer.
            spans = [duration(expression, start, run, size, 3) for size in (length, 4 * length)]
            return spans[1] > 8 * spans[0]
    return False


def duration(expression: Expression, start: str, run: str, length: int, times: int) -> float:
    """Return the shortest of some measurements, since others may be at work on the machine."""
    text = start + (run * length)[:length] + "\0"
    return min(cpu_time(lambda: expression.apply(text)) for _ in range(times))
