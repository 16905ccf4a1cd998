"""A draft is untouched until somebody writes a count, prose, attendance or an action of their own into it."""

import pytest
from support.series import FIRST, SECOND, THIRD, path_of, series_of

from minutebook.notebook.drafted import is_untouched, with_draft

HELD = """\
attending: [Mat]
notes: |
  Said.
counters: {calls: 3}
actions:
  - {id: k7q2m4, owner: Mat, task: ask for a date}
"""
CARRIED = "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date, since: 2020-10-05"


def test_a_new_draft_is_untouched_also_with_what_was_carried() -> None:
    notebook = with_draft(series_of({FIRST: HELD}), SECOND, path_of(SECOND))
    assert is_untouched(notebook, SECOND)
    assert is_untouched(series_of({FIRST: HELD, SECOND: f"status: draft\n{CARRIED}}}\n"}), SECOND)
    assert is_untouched(series_of({FIRST: HELD, SECOND: "status: draft\ncounters: {calls: }\n"}), SECOND)
    lapsed = f"status: draft\n{CARRIED}, status: lapsed}}\n"
    assert is_untouched(series_of({FIRST: HELD, SECOND: lapsed}), SECOND)


def test_a_new_draft_says_what_was_counted_in_a_skipped_meeting() -> None:
    skipped = "status: skipped\nreason: ill\ncounters: {calls: 8}\n"
    notebook = with_draft(series_of({FIRST: HELD, SECOND: skipped}), THIRD, path_of(THIRD))
    assert "  calls:  # 8 last time\n" in notebook.text(path_of(THIRD))


@pytest.mark.parametrize(
    "text",
    [
        "attending: [Mat]\n",
        "absent: [Mat]\n",
        "attending: all\n",
        "sections: [{title: A, guests: [Zoe]}]\n",
        "counters: {calls: 0}\n",
        "table: {id: jira, columns: [A, B], rows: {Open: [~, 0]}}\n",
        "notes: |\n  Said.\n",
        "sections: [{title: A, notes: Said.}]\n",
        "actions: [{topic: A, notes: Said.}]\n",
        "actions: [{Mat: call}]\n",
        "actions: [{id: m3x8d0, owner: Mat, task: call}]\n",
        f"{CARRIED}, status: done}}\n",
        f"{CARRIED}, note: soon}}\n",
        f"{CARRIED}, due: 2020-11-01}}\n",
    ],
)
def test_a_draft_that_somebody_wrote_into_is_touched(text: str) -> None:
    assert not is_untouched(series_of({FIRST: HELD, SECOND: f"status: draft\n{text}"}), SECOND)


def test_only_a_draft_is_untouched() -> None:
    notebook = series_of({FIRST: "", SECOND: "status: skipped\nreason: a holiday\n", THIRD: ""})
    assert not any(is_untouched(notebook, day) for day in notebook.days)


def test_who_has_left_is_no_example_of_who_was_there() -> None:
    roster = f"roster: {{Ann: {{until: {FIRST}}}, Ben: {{}}, Cy: {{}}, Di: {{}}, Devs: {{group: true}}}}\n"
    notebook = series_of({FIRST: HELD}, series=roster)
    text = with_draft(notebook, SECOND, path_of(SECOND)).text(path_of(SECOND))
    assert "# such as all, {all but: [Ben]}, or [Ben, Cy, Di]" in text
