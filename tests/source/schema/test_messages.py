"""What is said of a value that the schemas do not accept: what must hold, and how to mend it."""

import copy
from typing import Any

import pytest
from support.schemaproblems import KINDS, MEETING, SERIES, check_words, schema_problem, schema_problems
from support.slips import mended, reading_problems, slipped

from minutebook.source.edits.mends import mend
from minutebook.source.schema import schemas
from minutebook.source.schema.faults import LONGEST_ECHO
from minutebook.source.yaml.document import Ambiguous, Document
from minutebook.source.yaml.loader import read


@pytest.mark.parametrize(
    ("text", "rule", "place", "message", "hint"),
    [
        (
            "votes: a\n",
            "unknown-key",
            "2:1",
            "a meeting has no key `votes`",
            "Its keys are `title`, `date`, ",
        ),
        ("titel: a\n", "unknown-key", "2:1", "a meeting has no key `titel`", "Did you mean `title`?"),
        (
            "title: 3.10\n",
            "unquoted-text",
            "2:8",
            "YAML reads 3.10 as the number 3.1",
            'Write: title: "3.10"',
        ),
        ("title: 2020\n", "unquoted-text", "2:8", "reads 2020 as a number", 'Write: title: "2020"'),
        ("title: true\n", "unquoted-text", "2:8", "reads true as a truth value", 'Write: title: "true"'),
        ("title: ~\n", "wrong-value", "2:1", "`title` must not be empty", "Write it, or delete"),
        ("title: Null\n", "unquoted-text", "2:8", "reads Null as nothing", 'Write: title: "Null"'),
        ("attending: [Mat, ~]\n", "wrong-value", "2:18", "must not be empty", "Write it, or delete"),
        ("actions: [{owner: ~, task: a}]\n", "wrong-value", "2:12", "whose the action item is", "unassigned"),
        (
            "actions: [{owner: Mat, task: sow, water and weed, then rest, due: 2020-11-02}]\n",
            "unknown-key",
            "2:35",
            "no key `water and weed`",
            'write: task: "sow, water and weed, then rest"',
        ),
        ("title: [a]\n", "wrong-type", "2:1", "`title` must be text, not a list", "Write: title: a"),
        ("notes:\n  - a\n", "wrong-type", "2:1", "`notes` must be text, not a list", "Write `notes: |`"),
        (
            "attending: Mat, Bob\n",
            "wrong-type",
            "2:12",
            "must be a list, not text",
            "Write: attending: [Mat, Bob]",
        ),
        ("attending: [Mat, 7]\n", "unquoted-text", "2:18", "each entry of `attending`", '[Mat, "7"]'),
        (
            "status: skipped\n",
            "missing-key",
            "1:1",
            "a meeting that is skipped must say why",
            "`reason: ...`",
        ),
        ("sections: [Talk]\n", "wrong-type", "2:12", "not text", "Write: - title: Talk"),
        (
            "sections: [{}]\n",
            "wrong-value",
            "2:12",
            "a section must have something in it",
            "title: Announcements",
        ),
        (
            "counters: {a: {value: 1, continue: b}}\n",
            "unknown-key",
            "2:26",
            "a counter has no",
            "`continues`",
        ),
        (
            "table: {id: a, columns: [b]}\n",
            "missing-key",
            "2:1",
            "a table must have `rows`",
            '{"Open": 154, ',
        ),
        (
            "table: {id: a, columns: [b, c]}\n",
            "missing-key",
            "2:1",
            "a table must have `rows`",
            'For example: `rows: {"Open": [11, 11]}`',
        ),
        (
            "table: {id: a, columns: [], rows: {b: 1}}\n",
            "wrong-value",
            "2:16",
            "`columns` must not be empty",
            "",
        ),
        (
            "table: {id: a, columns: [b], rows: {}}\n",
            "wrong-value",
            "2:30",
            "`rows` must not be empty",
            "a line for each row: `Open: 11`",
        ),
        (
            "table: {id: a, columns: [b], rows: }\n",
            "wrong-type",
            "2:30",
            "`rows` must be a mapping",
            "a line for each row: `Open: 11`",
        ),
        (
            "table: {id: a, columns: [b], totals: [row, column], rows: {c: 1}}\n",
            "wrong-type",
            "2:30",
            "`totals` must be text",
            "Write: totals: both",
        ),
        ("table: {id: a, columns: [b, b], rows: {c: 1}}\n", "wrong-value", "2:29", "'b' is there twice", ""),
        ("actions: [[call Bob]]\n", "wrong-type", "2:11", "not a list", ""),
        ("sections: [{JIRA: {notes: a}}]\n", "unknown-key", "2:13", "no key `JIRA`", "- title: JIRA"),
        ("sections: [{JIRA: , notes: a}]\n", "unknown-key", "2:13", "no key `JIRA`", "- title: JIRA"),
        ("sections: [{title: a, JIRA: {b: c}}]\n", "unknown-key", "2:23", "no key `JIRA`", "Its keys are"),
        ("sections: [{section: Talk}]\n", "unknown-key", "2:13", "a section has no", "Did you mean `title`?"),
        ("scribe: Mat\n", "unknown-key", "2:1", "no key `scribe`", "Write: header: {Scribe: Mat}"),
        ("header: {a: b}\nscribe: Mat\n", "unknown-key", "3:1", "no key `scribe`", "Its keys are"),
        (
            "actions: [{owner: Mat, task: call, done: no}]\n",
            "unknown-key",
            "2:36",
            "no key `done`",
            "Delete the line",
        ),
        (
            "actions: [{Move: [pack, carry]}]\n",
            "wrong-type",
            "2:12",
            "must be text, not a list",
            "write: - topic: Move",
        ),
        ("Action items: []\n", "unknown-key", "2:1", "no key `Action items`", "Did you mean `actions`?"),
        (
            "actions: [{title: Move, actions: [{owner: a, task: b}]}]\n",
            "unknown-key",
            "2:12",
            "no key `title`",
            "Did you mean `topic`?",
        ),
        (
            "actions: [{owner: a, action: b}]\n",
            "unknown-key",
            "2:22",
            "no key `action`",
            "Did you mean `task`?",
        ),
        ("present: [Mat]\n", "unknown-key", "2:1", "no key `present`", "Did you mean `attending`?"),
        (
            "actions: [{id: k7q2m4, owner: Mat, task: call, by: 2020-11-09}]\n",
            "unknown-key",
            "2:48",
            "no key `by`",
            "Did you mean `due`?",
        ),
        (
            "notes: a\nNotes: |\n  b\n",
            "unknown-key",
            "3:1",
            "no key `Notes`",
            "`notes` is there already: move to its end what this line has below it, and delete this line.",
        ),
        (
            "actions: [{Owner: Mat, Task: call}]\n",
            "wrong-value",
            "2:11",
            "it has `Owner`, `Task`",
            "Write: {owner: Mat, task: call}",
        ),
        (
            "actions:\n  - who: Mat\n    what: call\n    by: Friday\n",
            "wrong-value",
            "3:5",
            "it has `who`, `what`, `by`",
            "Write: {owner: Mat, task: call, due: Friday}",
        ),
        ("actions: [{Mat: a, Bob: b}]\n", "wrong-value", "2:11", "it has `Mat`, `Bob`", "`- `"),
        ("actions: [{owner: Mat}]\n", "missing-key", "2:11", "an action item must have `task`", "task: "),
        (
            "actions: [{ower: Mat, task: a}]\n",
            "unknown-key",
            "2:12",
            "no key `ower`",
            "Did you mean `owner`?",
        ),
        ("actions: [{owner: [], task: a}]\n", "wrong-value", "2:12", "`owner` must not be empty", ""),
        (
            "actions: [{owner: a, task: b, status: dropped}]\n",
            "missing-key",
            "2:11",
            "dropped must say why",
            "reason",
        ),
        (
            "actions: [{topic: a, owner: b}]\n",
            "unknown-key",
            "2:22",
            "a topic has no key `owner`",
            "`actions`",
        ),
        (
            "actions: [{topic: a, actions: [{topic: b}]}]\n",
            "unknown-key",
            "2:33",
            "can't have another topic",
            "",
        ),
        ("actions: [{Mat: 3.10}]\n", "unquoted-text", "2:17", "3.10", '"3.10"'),
        ("actions: [[Mat, order parts]]\n", "wrong-type", "2:11", "not a list", "Write: - Mat: order parts"),
        ("actions: [{Mat: [a]}]\n", "wrong-type", "2:12", "`Mat` must be text, not a list", ""),
    ],
)
def test_a_meeting_is_refused_with_one_message(
    text: str, rule: str, place: str, message: str, hint: str
) -> None:
    check_words(text, rule, place, message, hint)


@pytest.mark.parametrize(
    ("text", "rule", "column", "hint"),
    [
        ("lapse: 101\n", "wrong-value", 8, ""),
        ("lapse: soon\n", "not-a-count", 8, "digits"),
        ("format: 0\n", "wrong-value", 9, ""),
        ("schedule: [{from: 2020-01-06}]\n", "missing-key", 12, "FREQ="),
        ("roster: {Bob: {alias: [B]}}\n", "unknown-key", 16, "Did you mean `aliases`?"),
        ("roster: {Bob: {group: yes}}\n", "wrong-type", 23, "Write: group: true"),
        ("roster: {Bob: {until: 2020}}\n", "wrong-value", 23, ""),
        ("empty: ' '\n", "wrong-value", 8, ""),
        ("style: {language: German}\n", "wrong-value", 19, "Did you mean `de`?"),
        ("style: {language: Español}\n", "wrong-value", 19, "Did you mean `es`?"),
        ("style: {language: de_AT}\n", "wrong-value", 19, "Did you mean `de`?"),
        ("language: de\n", "unknown-key", 1, "Write it below `style`: style: {language: de}"),
    ],
)
def test_a_series_is_refused_with_one_message(text: str, rule: str, column: int, hint: str) -> None:
    problem = schema_problem(text, "series")
    assert (problem.rule, problem.location.line, problem.location.column) == (rule, 1, column)
    assert hint in problem.hint


class TestSafety:
    def test_values_are_not_echoed_at_length(self) -> None:
        long = "s" * 5000
        for problem in schema_problems(
            f"date: {long}\n{'k' * 300}: 1\nstatus: {long}\ncounters: \n  a: {long}\nsections: [{{title: ' {long}'}}]\n"
        ):
            assert "s" * (LONGEST_ECHO + 1) not in problem.message + problem.hint + problem.record
            assert "k" * (LONGEST_ECHO + 1) not in problem.message + problem.hint

    @pytest.mark.parametrize("sign", ["\x00", "\x1f", "\x7f", "\x85", "\n"])
    def test_control_characters_are_refused(self, sign: str) -> None:
        document = Document("m.yaml", "", {"date": "2020-10-26", "title": f"a{sign}b"}, {}, {})
        (problem,) = schemas.problems("meeting", document)
        assert problem.rule == "wrong-value"
        assert sign not in problem.message

    @pytest.mark.parametrize(
        "strange", [Ambiguous("3.10"), Ambiguous("<<"), True, None, -1, "\n", [[]], {"": {}}]
    )
    @pytest.mark.parametrize("file_type", KINDS)
    def test_no_value_at_any_place_is_more_than_a_problem(
        self, file_type: schemas.FileType, strange: Any
    ) -> None:
        original = read("m.yaml", (MEETING if file_type == "meeting" else SERIES).encode())
        for at in original.values:
            changed = copy.deepcopy(original.data)
            target: Any = {"": changed}
            for step in ("", *at)[:-1]:
                target = target[step]
            target[("", *at)[-1]] = strange
            document = Document(
                "m.yaml", original.text, target[""] if at == () else changed, {}, original.values
            )
            for problem in schemas.problems(file_type, document):
                assert problem.message
                assert problem.rule.islower()

    @pytest.mark.parametrize("wrong", [True, Ambiguous("1.0"), "1"])
    def test_only_whole_numbers_are_counts(self, wrong: Any) -> None:
        document = Document("m.yaml", "", {"date": "2020-10-26", "counters": {"a": wrong}}, {}, {})
        assert [problem.rule for problem in schemas.problems("meeting", document)] == ["not-a-count"]


ROWS_IN = "      rows:\n        Open: [1, 2]\n        Closed: [3, 4]\n"
ROWS_BESIDE = "    rows:\n      Open: [1, 2]\n      Closed: [3, 4]\n"
ANOTHER = ("        task: diagnose it", "        task: diagnose it\n        status: wip")


@pytest.mark.parametrize(
    ("slip", "hint"),
    [
        (
            (ROWS_IN, ROWS_BESIDE),
            "It is a key of the table: begin it with 6 spaces, and move what stands below it as far.",
        ),
        (
            ("      rows:\n", "      duty: {This week: Mat}\n      rows:\n"),
            "It is a key of the section: begin it with 4 spaces, and move what stands below it as far.",
        ),
    ],
)
def test_a_key_at_the_wrong_depth_is_told_which_one_it_wants_beside_other_slips(
    slip: tuple[str, str], hint: str
) -> None:
    misplaced, other = reading_problems(slipped(slip, ANOTHER))
    assert (misplaced.hint, other.rule) == (hint, "wrong-value")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("actions:\n  - Mat: call\n  -\n  - Diego: write\n", "actions:\n  - Mat: call\n  - Diego: write\n"),
        ("attending:\n- Mat\n-\n", "attending:\n- Mat\n"),
        ("sections:\n  - title: a\n    actions:\n  - title: b\n", "sections:\n  - title: a\n  - title: b\n"),
        ("notes: |\n  a\nsections:\n", "notes: |\n  a\n"),
        ("columns:\n", "columns:\n"),
    ],
)
def test_an_empty_entry_or_list_is_deleted(text: str, meant: str) -> None:
    assert mended(f"date: 2020-10-05\n{text}") == f"date: 2020-10-05\n{meant}"


def test_an_empty_list_stays_where_its_entries_stand_at_the_wrong_place() -> None:
    text = "date: 2020-10-05\nsections:\n  - title: a\n    actions:\n  - Mat: call Bob\n"
    assert mended(text).endswith("- title: a\n  actions:\n  - Mat: call Bob\n")


@pytest.mark.parametrize("count", [1, 2])
def test_counters_among_duties_are_moved_to_the_left_and_no_number_is_put_in_quotes(count: int) -> None:
    numbers = "".join(f"      pages {number}: {number}\n" for number in range(count))
    text = slipped(("      Next week: Diego\n", f"      Next week: Diego\n      counters:\n{numbers}"))
    (problem,) = reading_problems(text)
    assert problem.hint == "Write, with 4 spaces in front: counters:"
    assert reading_problems(mend(text, [problem])) == ()
