"""Signs of YAML that are missing, and text that stands below no key."""

import pytest
from support.slips import MEETING, mended, reading_problems, slipped

from minutebook.source.slips.signs import signs, texts


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ('["Open #1", "Open #2"]', "[Open #1, Open #2]"),
        ('[Open, "# of tickets"]', "[Open, # of tickets]"),
        ('["# open", "# closed"]', "[# open, # closed]"),
        ('[Open, "- closed"]', "[Open, - closed]"),
        ("['\"Open\" tickets', Closed]", '["Open" tickets, Closed]'),
        ('["it\'s open", Closed]', "['it's open', Closed]"),
    ],
)
def test_what_yaml_misreads_between_brackets_is_one_problem_with_all_of_it_in_quotes(
    meant: str, typed: str
) -> None:
    text = slipped(('["3.9", "3.10"]', typed))
    (problem,) = reading_problems(text)
    assert problem.hint == f"Write: columns: {meant}"
    assert mended(text) == slipped(('["3.9", "3.10"]', meant))


def test_no_space_is_missing_behind_a_colon_in_quotes() -> None:
    (problem,) = reading_problems(slipped(("open tickets: 11", '"a:b": 11\n          "a:b": 12')))
    assert (problem.rule, problem.message[:5]) == ("duplicate-key", "'a:b'")


def test_a_list_that_begins_with_a_sign_of_comments_is_one_problem() -> None:
    (problem,) = reading_problems(slipped(('["3.9", "3.10"]', "[# of tickets, Both]")))
    assert problem.hint == 'Write: columns: ["# of tickets", Both]'


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("title: Team", "title:Team"),
        ("title: Team", "title :Team"),
        ("- title: Team", "-title: Team"),
        ("- id: k7q2m4", "-id: k7q2m4"),
        ("    duty:", "    duty"),
        ("    sections:", "    sections"),
        ("labels: State", "labels State"),
        ("open tickets: 11", "open tickets 11"),
        ("open tickets: 11", "open tickets \u2013 11"),
        ("open tickets: 11", "open tickets - 11"),
        ("Open: [1, 2]", "Open [1, 2]"),
        ("Open: [1, 2]", "Open = [1, 2]"),
        ("Open: [1, 2]", "Open: [1, 2"),
        ("Open: [1, 2]", "Open: 1, 2]"),
        ('["3.9", "3.10"]', '["3.9" "3.10"]'),
        ('["3.9", "3.10"]', '["3.9, "3.10"]'),
        ('["3.9", "3.10"]', '["3.9", "3.10]'),
        ("    notes: |\n      some", "    notes:|\n      some"),
    ],
)
def test_a_sign_that_is_missing_is_one_problem_at_its_line_and_mended(meant: str, typed: str) -> None:
    text = slipped((meant, typed))
    (problem,) = reading_problems(text)
    line = MEETING[: MEETING.index(meant)].count("\n") + 1
    assert problem.location.line == line
    assert mended(text) == MEETING


@pytest.mark.parametrize(
    ("meant", "typed", "becomes"),
    [
        ("task: diagnose it", 'task: "diagnose it', 'task: "diagnose it"'),
        ("owner: Diego", "owner: 'Diego", "owner: 'Diego'"),
        ("task: diagnose it", "task: diagnose\n          it", "task: diagnose it"),
        ("task: diagnose it", "task: diagnose\n        it", "task: diagnose it"),
        ("task: diagnose it", "task: diagnose it\n        done", "task: diagnose it\n        status: done"),
        (
            "due: 2020-11-09",
            "due: 2020-11-09\n            [DONE]",
            "due: 2020-11-09\n            status: done",
        ),
        (
            "    notes: |\n      some text",
            "    notes: some\n      text",
            "    notes: |\n      some\n      text",
        ),
        ("    notes: |\n", "    notes:\n      Note: it\n", "    notes: |\n      Note: it\n"),
        ("    notes: |\n", "    notes:\n      - it\n", "    notes: |\n      - it\n"),
        ("    notes: |\n", "    notes: >\n", "    notes: |\n"),
        (
            "- id: k7q2m4\n        owner: Diego\n        task",
            "- Mat: call\n        him\n      - id: k7q2m4\n        owner: Diego\n        task",
            "- Mat: call him\n      - id: k7q2m4\n        owner: Diego\n        task",
        ),
        ("    duty:", "    - it\n    - he\n    duty:", "    notes: |\n      - it\n      - he\n    duty:"),
        ("    duty:", "    Said\n\n    so.\n    duty:", "    notes: |\n      Said\n\n      so.\n    duty:"),
    ],
)
def test_text_is_put_where_it_can_be_read(meant: str, typed: str, becomes: str) -> None:
    text = slipped((meant, typed))
    assert len(reading_problems(text)) == 1
    assert mended(text) == slipped((meant, becomes))


@pytest.mark.parametrize("typed", ["    duty:x", "    -\n    duty:", "    title: B\n    duty:"])
def test_what_can_be_meant_otherwise_is_left_to_people(typed: str) -> None:
    text = slipped(("    duty:", typed))
    assert mended(text) == text


def test_a_line_that_has_all_its_signs_is_not_touched() -> None:
    assert list(signs(["a: [1, 2]", '- "b": c'], [0, 1])) == []
    assert list(texts(["a: b"], [0])) == []
