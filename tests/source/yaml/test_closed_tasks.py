"""Tasks that are closed by a box or a comment."""

import pytest

from minutebook.source.yaml.traps import trap_at


@pytest.mark.parametrize(
    ("lines", "mend", "is_certain"),
    [
        (["- task: [x] sing: a song"], '"sing: a song"\n  status: done', True),
        (["- owner: Mat", "  task: [X] sing"], "sing\n  status: done", True),
        (["- owner: Mat", "  task: [ ] sing"], "sing", True),
        (["- owner: Mat", "  status: open", "  task: [x] sing"], "sing\n  status: done", False),
        (["- owner: Mat", "  task: [link] sing"], '"[link] sing"', True),
        (["  topic: [x] sing"], '"[x] sing"', True),
    ],
)
def test_a_ticked_box_before_a_task_says_that_it_is_done(
    lines: list[str], mend: str, is_certain: bool
) -> None:
    number = next(number for number, line in enumerate(lines) if "[" in line)
    problem = trap_at("a.yaml", lines, number)
    assert problem
    assert (problem.mend, problem.is_certain) == (mend, is_certain)
