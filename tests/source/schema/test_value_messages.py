"""Days, words from a list and lines of text: what each must be."""

import pytest
from support.schemaproblems import check_words, schema_problem, with_date
from support.slips import mended

from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read


@pytest.mark.parametrize(
    ("text", "rule", "place", "message", "hint"),
    [
        ("title:\n", "wrong-value", "2:1", "`title` must not be empty", "delete"),
        ("title: ''\n", "wrong-value", "2:8", "`title` must not be empty", "delete"),
        ("title: 'a '\n", "wrong-value", "2:8", "must not begin or end with a space", "Delete the spaces"),
        ("title: |\n  a\n", "wrong-value", "2:8", "`title` must be one line of text", "without `|`"),
        ("status: skiped\n", "wrong-value", "2:9", "one of draft, final, skipped", "Did you mean `skipped`?"),
        ("status: true\n", "wrong-value", "2:9", "one of draft, final, skipped, not 'true'", ""),
        (
            "table: {id: a, columns: [b], totals: true, rows: {c: 1}}\n",
            "wrong-value",
            "2:38",
            "`totals` must be one of row, column, both, not 'true'",
            "Write `row` for a last row Total, `column` for a last column Total, or `both`.",
        ),
        (
            "table: {id: a, columns: [b], totals: none, rows: {c: 1}}\n",
            "wrong-value",
            "2:38",
            "not 'none'",
            "Delete `totals`: without it no totals are computed.",
        ),
        ("duty: {' a': Mat}\n", "wrong-value", "2:8", "the label ' a' must not begin", "Delete the spaces"),
        ("status: Finished\n", "wrong-value", "2:9", "not 'Finished'", ""),
        ("status: done\n", "wrong-value", "2:9", "", "Did you mean `final`?"),
        ("status: cancelled\n", "wrong-value", "2:9", "", "Did you mean `skipped`?"),
        ("actions: [{owner: a, task: b, status: doen}]\n", "wrong-value", "2:39", "", "Did you mean `done`?"),
        ("actions: [{owner: a, task: b, status: oepn}]\n", "wrong-value", "2:39", "", "Did you mean `open`?"),
        ("actions: [{owner: a, task: b, status: not done}]\n", "wrong-value", "2:39", "", "`open`?"),
        ("actions: [{owner: a, task: b, status: undone}]\n", "wrong-value", "2:39", "", "`open`?"),
        ("actions: [{owner: a, task: b, status: ✓}]\n", "wrong-value", "2:39", "", "Did you mean `done`?"),
        (
            "actions: [{owner: a, task: b, status: done on 2020-10-25}]\n",
            "wrong-value",
            "2:39",
            "",
            "Did you mean `done`? What more there is to say can stand in `note`.",
        ),
        ("actions: [{owner: a, task: b, status: erledigt}]\n", "wrong-value", "2:39", "", "Write: done"),
        (
            "actions: [{owner: a, task: b, done: true}]\n",
            "unknown-key",
            "2:31",
            "an action item has no key `done`",
            "Write: status: done",
        ),
        (
            "actions: [{owner: a, task: b, status: wip}]\n",
            "wrong-value",
            "2:39",
            "",
            "neither done nor dropped is `open`",
        ),
        ("actions: [{owner: a, task: b, status: Finished}]\n", "wrong-value", "2:39", "", "Write: done"),
        (
            "table: {id: 1a, columns: [b], rows: {c: 1}}\n",
            "wrong-value",
            "2:13",
            "must begin with a letter",
            "",
        ),
        ("actions: [{owner: a, task: b, id: c}]\n", "wrong-value", "2:35", "such as k7q2m4", ""),
    ],
)
def test_a_value_is_refused_with_what_it_must_be(
    text: str, rule: str, place: str, message: str, hint: str
) -> None:
    check_words(text, rule, place, message, hint)


class TestDates:
    @pytest.mark.parametrize(
        ("typed", "hint"),
        [
            ("2020-1-6", "Write: 2020-01-06"),
            ("20201026", "Write: 2020-10-26"),
            ("2020/10/26", "Write: 2020-10-26"),
            ("26.10.2020", "Write: 2020-10-26"),
            ("26/10/2020", "Write: 2020-10-26"),
            ("9.11.2020", "Write: 2020-11-09"),
            ("9/11/2020", "Write 2020-11-09 or 2020-09-11."),
            ("9-9-2020", "Write: 2020-09-09"),
            ("31.11.2020", ""),
            ("2020-02-30", "February 2020 has 29 days."),
            ("'2020-10-26 '", "Write: 2020-10-26"),
            ('"2020-10-26\\n"', "Write: 2020-10-26"),
            ("3 February 2026", "Write: 2026-02-03"),
            ("'Feb 3rd, 2026'", "Write: 2026-02-03"),
            ("Dienstag 3. Februar 2026", "Write: 2026-02-03"),
            ("Monday 3 February 2026", ""),
            ("3 February", ""),
            ("2020-10-26T09:00Z", "If that is the day, write: 2020-10-26"),
            ("2020-W44-1", ""),
            ("tomorrow", ""),
        ],
    )
    def test_only_days_of_the_calendar(self, typed: str, hint: str) -> None:
        problem = schema_problem(f"date: {typed}\n")
        assert (problem.rule, problem.hint) == ("wrong-value", hint)
        assert "must be a day of the calendar" in problem.message

    def test_a_meeting_has_one(self) -> None:
        problem = schema_problem("title: a\n")
        assert (problem.rule, problem.message) == ("missing-key", "a meeting must have `date`")

    @pytest.mark.parametrize(
        "typed",
        ["26 October 2020", "Monday, Oct 26, 2020", "26 Oct", "monday", "26. Oktober 2020", "10/26/2020"],
    )
    def test_words_that_can_mean_the_day_of_the_file_are_it(self, typed: str) -> None:
        (problem,) = schemas.problems("meeting", read("2020-10-26.yaml", f"date: {typed}\n".encode()))
        assert (problem.hint, problem.mend) == ("Write: 2020-10-26", "2020-10-26")

    @pytest.mark.parametrize("typed", ["2020-10-9", "9.10.2020", "2020/10/09", "9 October 2020"])
    def test_another_day_than_that_of_the_file_may_be_that_to_which_it_was_moved(self, typed: str) -> None:
        (problem,) = schemas.problems("meeting", read("2020-10-26.yaml", f"date: {typed}\n".encode()))
        assert problem.hint == "Write: 2020-10-26   or, if the meeting was moved: 2020-10-09"
        assert problem.mend is None

    def test_numbers_that_can_mean_two_other_days_offer_both(self) -> None:
        (problem,) = schemas.problems("meeting", read("2020-10-26.yaml", b"date: 9/11/2020\n"))
        moved = "2020-11-09 or 2020-09-11"
        assert problem.hint == f"Write: 2020-10-26   or, if the meeting was moved: {moved}"

    @pytest.mark.parametrize(
        ("key", "typed", "hint"),
        [
            ("due", "Tuesday", "If that is the day, write: 2020-10-27"),
            ("due", "in two weeks", "If that is the day, write: 2020-11-09"),
            ("due", "3 Nov", "If that is the day, write: 2020-11-03"),
            ("since", "Tuesday", "If that is the day, write: 2020-10-20"),
            ("since", "today", "If that is the day, write: 2020-10-26"),
            ("since", "last week", "If that is the day, write: 2020-10-19"),
            ("since", "the 19th", "If that is the day, write: 2020-10-19"),
            ("since", "the 31st", "If that is the day, write: 2020-08-31"),
            ("since", "3 Nov", "If that is the day, write: 2019-11-03"),
            ("due", "2020-11-31", "November 2020 has 30 days."),
            ("due", "soon", "If there is no such day, delete `due`."),
        ],
    )
    def test_a_day_in_words_is_seen_from_the_meeting(self, key: str, typed: str, hint: str) -> None:
        text = with_date(f"actions: [{{owner: a, task: b, {key}: {typed}}}]\n")
        (problem,) = schemas.problems("meeting", read("2020-10-26.yaml", text.encode()))
        assert (problem.hint, problem.mend) == (hint, None)

    @pytest.mark.parametrize("typed", ["9 Nov 2020", "Nov 9 2020", "9 novembre 2020"])
    def test_a_day_with_its_year_is_the_same_whenever_it_is_read(self, typed: str) -> None:
        problem = schema_problem(with_date(f"actions: [{{owner: a, task: b, due: {typed}}}]\n"))
        assert (problem.hint, problem.mend) == ("Write: 2020-11-09", "2020-11-09")


class TestFieldsOfActions:
    """What an action item says by a key that it has not, or by nothing behind one that it has."""

    ITEM = "date: 2020-10-05\nactions:\n  - owner: Mat\n    task: order parts\n"

    @pytest.mark.parametrize("typed", ["done: true", "Done: yes", "completed: x", "closed: y", 'done: "yes"'])
    def test_that_it_is_done_stands_in_its_status(self, typed: str) -> None:
        text = f"{self.ITEM}    {typed}  # at last\n"
        assert mended(text) == f"{self.ITEM}    status: done  # at last\n"

    @pytest.mark.parametrize("typed", ["done: false", "done:", "due:", "status:", "note:", "since: ~"])
    def test_what_says_nothing_is_deleted(self, typed: str) -> None:
        assert mended(f"{self.ITEM}    {typed}\nnotes: |\n  a\n") == f"{self.ITEM}notes: |\n  a\n"

    def test_it_is_done_between_braces_as_well(self) -> None:
        text = "date: 2020-10-05\nactions:\n  - {owner: Mat, task: order parts, done: true}\n"
        assert mended(text) == text.replace("done: true", "status: done")

    @pytest.mark.parametrize(
        "typed",
        ["done: 2020-10-04", "done: true\n    status: open", "due:  # ask Mat", "reason:", "done: [true]"],
    )
    def test_what_says_more_is_left_to_people(self, typed: str) -> None:
        text = f"{self.ITEM}    {typed}\n"
        assert mended(text) == text

    def test_a_meeting_is_not_done(self) -> None:
        assert "status: done" not in schema_problem(with_date("done: true\n")).hint
