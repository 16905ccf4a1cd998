"""A sheet on trial: where what the new minutes would lose comes from."""

import pytest
from support.oldminutes.sheets import open_sheet, sheet_of

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.tried_import import lines_to_keep, origin
from minutebook.records.problem import KeyPath

TEXT = """\
# Club

- 4 (+1) guests
- 5 (+1) cakes

## Queue

| n | Δ | State |
|---|---|---|
| 4 | +1 | Open |
| 6 | +0 | Done |

- AI (Ada): oil
- Door
  - AI (Ada): paint
  - AI (Ben): scrub

### Deep

- AI (Cy): dig

## Mill

Present: Ada Lee,
Bo Ray, C. Dunn (late)

Absent:

- Dot
- Eve
"""


@pytest.mark.parametrize(
    ("key_path", "line"),
    [
        (("title",), 0),
        (("counters", "guests"), 3),
        (("counters", "cakes", "value"), 4),
        (("counters", "teas"), 0),
        (("sections", 0, "title"), 6),
        (("sections", 0, "table", "columns"), 8),
        (("sections", 0, "table", "rows", "Done", 0), 11),
        (("sections", 0, "table", "rows", "Held"), 8),
        (("sections", 0, "actions", 0, "task"), 13),
        (("sections", 0, "actions", 1, "topic"), 14),
        (("sections", 0, "actions", 1, "actions", 1, "owner"), 16),
        (("sections", 0, "sections", 0, "actions", 0), 20),
        (("attending", 1), 24),
        (("absent",), 29),
        (("absent", 1), 30),
        (("table", "columns"), 0),
    ],
)
def test_a_value_of_the_yaml_comes_from_a_line_of_the_file(key_path: KeyPath, line: int) -> None:
    sheet = sheet_of(TEXT)
    assert origin(sheet.meeting.root, key_path, sheet.names) == line


@pytest.mark.parametrize(("prose", "kept"), [(set(), {4}), ({4}, {3, 5}), ({3, 4, 5}, set())])
def test_what_is_lost_stays_prose_and_else_all_that_it_stands_in(prose: set[int], kept: set[int]) -> None:
    blocks = open_sheet("# T\n\n- a\n  - b\n  - c\n", Facts()).document.blocks
    assert lines_to_keep(blocks, {4}, prose) == kept
