"""What one wrote in a longer way has what the other changed in the shorter one."""

import pytest
from support.versions import merge_texts_by_meaning

from minutebook.merge.conflicts import Conflict

ACTION = "actions:\n  - id: k7q2m4\n    owner: Mat\n    task: order parts\n"
ON_ONE_LINE = "actions:\n  - {id: k7q2m4, owner: Mat, task: order parts}\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        (
            "duty:\n  Now: Mat\n",
            "duty:\n  Now: [Mat, Ann]\n",
            "duty:\n  Now: [Mat, Bo]\n",
            "duty:\n  Now: [Mat, Ann, Bo]\n",
        ),
        ("x-a: b\n", "x-a:\n  - b\n  - c\n", "x-a: [b, d]\n", "x-a:\n  - b\n  - c\n  - d\n"),
        (
            "attending: [Mat]\n",
            "attending:  # all\n  - Mat\n",
            "attending: [Mat, Ann]\n",
            "attending:  # all\n  - Mat\n  - Ann\n",
        ),
        ("", "attending: [Mat]\n", "attending:\n  - Ann\n", "attending:\n  - Mat\n  - Ann\n"),
        (
            "counters:\n  a: 1\n",
            "counters:\n  a: {value: 1, continues: b}\n",
            "counters:\n  a: 2\n",
            "counters:\n  a: {value: 2, continues: b}\n",
        ),
        (
            "counters:\n  a: 1\n",
            "counters:\n  a:\n    value: 1\n    continues: b\n",
            "counters:\n  a: 2\n",
            "counters:\n  a:\n    value: 2\n    continues: b\n",
        ),
        (
            "table:\n  rows:\n    a: [1, 2]\n",
            "table:\n  rows:\n    a: {counts: [1, 2], continues: b}\n",
            "table:\n  rows:\n    a: [1, 3]\n",
            "table:\n  rows:\n    a: {counts: [1, 3], continues: b}\n",
        ),
        (ON_ONE_LINE, ACTION, ON_ONE_LINE.replace("}", ", x-a: [1]}"), ACTION + "    x-a: [1]\n"),
        ("", 'notes: ""\n', "notes: |\n  a\n", "notes: |\n  a\n"),
        ("notes: a b\n", "notes: |\n  a b\n\n  c\n", "notes: a b d\n", "notes: |\n  a b d\n\n  c\n"),
    ],
)
def test_both_changes_are_there(base: str, ours: str, theirs: str, merged: str) -> None:
    assert "".join(f"{line}\n" for line in merge_texts_by_meaning(base, ours, theirs)) == merged


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("duty:\n  Now: Mat\n", "duty:\n  Now: [Mat, Ann]\n", "duty:\n  Now: Bo\n"),
        ("x-a: [b]\n", "x-a: {b: 1}\n", "x-a:\n  - b\n  - c\n"),
    ],
)
def test_other_values_are_for_people_to_decide(base: str, ours: str, theirs: str) -> None:
    (line,) = [line for line in merge_texts_by_meaning(base, ours, theirs) if isinstance(line, Conflict)]
    assert line.ours != line.theirs
