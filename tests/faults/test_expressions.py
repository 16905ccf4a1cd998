"""No line takes more than time in proportion to its length, whatever it is made of."""

import json
import os

import pytest
from support.effort import at_most
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
