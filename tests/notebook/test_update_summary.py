"""What became of a meeting is said in words."""

import pytest
from support.series import FIRST, SECOND, series_of

from minutebook.notebook.update import update
from minutebook.notebook.update_summary import summary

DRAFTED = "status: draft\ncounters:\n  calls:  # 5 last time\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (DRAFTED, "what was counted last time, in its comments"),
        ("notes: |\n  Said.\nsections: []\n", "an empty line below each text"),
    ],
)
def test_what_changes_no_data_is_named(text: str, sentence: str) -> None:
    notebook = series_of({FIRST: "counters: {calls: 6}\n", SECOND: text})
    assert summary(notebook, update(notebook, gaps=True).notebook, SECOND) == sentence
