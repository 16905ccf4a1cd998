"""The cases of tools that merge records: kyaml's three-way tables, and what beads has lost (#891, #1480, #1485)."""

import pytest
from support.versions import merge_texts_by_meaning

from minutebook.merge.conflicts import Conflict

ITEM = "sections:\n  - title: Talk\n    actions:\n      - id: k7q2m4\n        owner: Mat\n        task: order parts\n"
OTHER = "      - id: m3x8d0\n        owner: Ann\n        task: sweep\n"
DUTY = "duty:\n  This week: Mat  # for sure\n"


def item(*lines: str, text: str = ITEM) -> str:
    """Return the meeting whose only action has further lines."""
    return text + "".join(f"        {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        pytest.param("", ITEM, DUTY, DUTY + ITEM, id="both begin a file"),
        pytest.param(ITEM, ITEM, ITEM + OTHER, ITEM + OTHER, id="an item is added"),
        pytest.param(
            "sections:\n  - title: Talk\n",
            ITEM,
            "sections:\n  - title: Talk\n    actions:\n" + OTHER,
            ITEM + OTHER,
            id="both begin a list",
        ),
        pytest.param(
            ITEM, item("due: 2020-11-09"), item("note: x"), item("due: 2020-11-09", "note: x"), id="fields"
        ),
        pytest.param(
            item("x-a: 1"),
            item("x-a: 1", "x-b: [2]"),
            item("x-a: 3", "x-c: {d: 4}"),
            item("x-a: 3", "x-b: [2]", "x-c: {d: 4}"),
            id="fields that nobody knows",
        ),
        pytest.param(
            ITEM,
            item("status: dropped", "reason: too dear"),
            item("x-seen: 1"),
            item("status: dropped", "reason: too dear", "x-seen: 1"),
            id="why it was closed stays",
        ),
        pytest.param(
            ITEM,
            item("status: done"),
            item("status: done", "note: x"),
            item("status: done", "note: x"),
            id="closed twice",
        ),
        pytest.param(
            ITEM,
            item("note: merged, at last  # by me"),
            item('note: "[x] paid"'),
            item("note:", "  - merged, at last  # by me", '  - "[x] paid"'),
            id="what both noted",
        ),
        pytest.param(
            ITEM,
            item("note: [paid, sold]"),
            item("note: merged"),
            item("note:", "  - paid", "  - sold", "  - merged"),
            id="notes of one and the first of the other",
        ),
        pytest.param(
            item("note: paid"),
            item("note: paid by Ann"),
            item("note: [paid, sold]"),
            item("note:", "  - paid by Ann", "  - sold"),
            id="a note that one reworded and a second one",
        ),
        pytest.param(ITEM + OTHER, ITEM, ITEM + OTHER, ITEM, id="what one took away does not come back"),
        pytest.param(ITEM + OTHER, ITEM, ITEM, ITEM, id="nor what both took away"),
        pytest.param(
            "attending: [Mat, Ann]\n",
            "attending: [Ann]\n",
            "attending: [Mat, Ann, Bo]\n",
            "attending: [Ann, Bo]\n",
            id="nor a name beside one that was added",
        ),
        pytest.param(
            ITEM.replace("Mat", "[Mat, Ann]"),
            ITEM.replace("Mat", "[Ann]"),
            ITEM.replace("Mat", "[Mat, Ann, Bo]"),
            ITEM.replace("Mat", "[Ann, Bo]"),
            id="nor an owner",
        ),
        pytest.param(
            "attending:\n  - Mat\n  - Ann\n",
            "attending:\n  - Ann\n",
            "attending:\n  - Mat\n  - Ann\n  - Bo\n",
            "attending:\n  - Ann\n  - Bo\n",
            id="nor a name on a line of its own",
        ),
        pytest.param(
            DUTY,
            DUTY + "  b: Ann\n",
            DUTY + "  c: Bo  # new\n",
            DUTY + "  b: Ann\n  c: Bo  # new\n",
            id="keys",
        ),
        pytest.param(
            "title: A\n" + DUTY, "title: A\n", "title: B\n" + DUTY, "title: B\n", id="a mapping is deleted"
        ),
        pytest.param(
            "title: A\n" + DUTY, "title: A\n", "title: A\nduty: {}\n", "title: A\n", id="or is emptied"
        ),
        pytest.param(
            "", "attending:\n", "attending:\n  - Mat\n", "attending:\n  - Mat\n", id="one knows nothing yet"
        ),
        pytest.param(
            DUTY,
            "title: A\n",
            "title: A\n" + DUTY + "  b: Ann\n",
            "title: A\nduty:\n  b: Ann\n",
            id="but not a new key in it",
        ),
        pytest.param(
            item("due: 2020-11-09") + OTHER,
            item("due: 2020-11-09"),
            item("due: 2020-11-09") + OTHER.replace("        owner: Ann\n", ""),
            item("due: 2020-11-09"),
            id="what one took away and the other only shortened",
        ),
        pytest.param(
            "title: A\nnotes: |\n  - x\n  - y\n",
            "title: A\n",
            "title: A\nnotes: |\n  * y\n",
            "title: A\n",
            id="and notes that the other only drew anew",
        ),
        pytest.param(
            "notes: |\n  1. pumps are ergnomic\n",
            "notes: |\n  1. new pumps are ergnomic\n",
            "notes: |\n  1. pumps are ergonomic\n",
            "notes: |\n  1. new pumps are ergonomic\n",
            id="a word that one corrected",
        ),
        pytest.param(
            "title: A\nnotes: |\n  Write your news here.\n",
            "title: A\n",
            "title: A\nnotes: |\n  -   new pump\n",
            "title: A\nnotes: |\n  -   new pump\n",
            id="but not new notes instead of those",
        ),
        pytest.param(
            "title: A\n", "title: 'A'\n", "title: A\nx-b: 1\n", "title: 'A'\nx-b: 1\n", id="quotes of one"
        ),
        pytest.param("title: A\n", "title: 'A'\n", 'title: "A"\n', "title: 'A'\n", id="quotes of both"),
        pytest.param(
            "title: A\n",
            "title: A  # x\n",
            "title: B\n",
            "title: B  # x\n",
            id="a comment beside a new value",
        ),
        pytest.param(
            "title: A\n", "# x\ntitle: A\n", "# y\ntitle: A\n", "# x\n# y\ntitle: A\n", id="comments of both"
        ),
        pytest.param(
            "x-a: [1, 2]\n", "x-a: [2, 3]\n", "x-a: [1, 2]\n", "x-a: [2, 3]\n", id="a list of one's own"
        ),
    ],
)
def test_it_is_merged(base: str, ours: str, theirs: str, merged: str) -> None:
    assert "".join(f"{line}\n" for line in merge_texts_by_meaning(base, ours, theirs)) == merged


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        pytest.param("title: A\n", "title: B\n", "title: C\n", id="two values"),
        pytest.param("", "title: B\n", "title: C\n", id="two first values"),
        pytest.param(item("note: x"), item("note: y"), item("note: z"), id="a note that both reworded"),
        pytest.param(item("note: x"), item("note: y"), item("note: [z, a]"), id="or put others in its place"),
        pytest.param("", "header:\n  note: x\n", "header:\n  note: y\n", id="two values of a label"),
        pytest.param(
            ITEM, item("status: done"), item("status: dropped", "reason: x"), id="closed in two ways"
        ),
        pytest.param(
            ITEM,
            item("status: dropped", "reason: x"),
            item("status: dropped", "reason: y"),
            id="dropped for two reasons",
        ),
        pytest.param(
            ITEM + OTHER, ITEM, ITEM + OTHER + "        due: 2020-11-09\n", id="deleted here, changed there"
        ),
        pytest.param(
            "title: A\nnotes: |\n  - the pump is new\n",
            "title: A\n",
            "title: A\nnotes: |\n  - the pump is newer\n",
            id="notes deleted here, changed there",
        ),
        pytest.param(
            "sections:\n  - title: A\n    notes: |\n      x\n",
            "title: A\n",
            "sections:\n  - title: A\n    notes: |\n      x\n\n      y\n",
            id="a section deleted here, with more in it there",
        ),
        pytest.param(
            DUTY, "title: A\n", "title: A\nduty:\n  This week: Ann\n", id="a changed key of what is deleted"
        ),
    ],
)
def test_it_is_for_people_to_decide(base: str, ours: str, theirs: str) -> None:
    assert any(isinstance(line, Conflict) for line in merge_texts_by_meaning(base, ours, theirs))
