"""Counts: what each must be, and what it was probably meant to be."""

import pytest
from support.schemaproblems import check_words, schema_problem

EMPTY = "Leave it empty while it is not known, in a meeting with `status: draft`."
DIGITS = "Write one number in digits, and nothing else."


@pytest.mark.parametrize(
    ("text", "rule", "place", "message", "hint"),
    [
        ("counters: {a: -3}\n", "not-a-count", "2:15", "not '-3'", "how many there are now, in digits"),
        ("counters: {a: +1}\n", "not-a-count", "2:15", "not '+1'", "how many there are now, in digits"),
        ("counters: {a: 1.0}\n", "not-a-count", "2:15", "not '1.0'", "Write: 1"),
        (
            "counters: {a: 5.000}\n",
            "not-a-count",
            "2:15",
            "not '5.000'",
            "If that is 5000, write: 5000",
        ),
        ("counters: {a: 012}\n", "not-a-count", "2:15", "not '012'", "If that is 12, write: 12"),
        ("counters: {a: 000}\n", "not-a-count", "2:15", "not '000'", "Write only the digits, such as 5000."),
        ("counters: {a: 1_000}\n", "not-a-count", "2:15", "not '1_000'", "Write: 1000"),
        ("counters: {a: '11'}\n", "not-a-count", "2:15", "not '11'", "Write: 11, without quotes"),
        (
            "counters: {a: 11 (+3)}\n",
            "not-a-count",
            "2:15",
            "not '11 (+3)'",
            "Write: 11   (what changed is computed)",
        ),
        ("counters: {a: 1 + 2}\n", "not-a-count", "2:15", "", "Write what they are together: 3"),
        ("counters: {a: n/a}\n", "not-a-count", "2:15", "not 'n/a'", "Leave it empty"),
        ("counters: {a: false}\n", "not-a-count", "2:15", "not 'false'", "digits"),
        ("counters: {a: 1000000001}\n", "wrong-value", "2:15", "from 0 to 1000000000", ""),
    ],
)
def test_a_count_is_refused_with_what_it_must_be(
    text: str, rule: str, place: str, message: str, hint: str
) -> None:
    check_words(text, rule, place, message, hint)


@pytest.mark.parametrize("typed", ["11 (+3)", "11 (\u22123)", "11 (\u25bc 3)", "11 (3)"])
def test_a_count_is_told_from_its_delta_however_that_is_written(typed: str) -> None:
    assert schema_problem(f"date: 2020-10-26\ncounters: {{a: {typed}}}\n").mend == "11"


@pytest.mark.parametrize(
    "text", ["counters: {a: '%s'}", "counters:\n  a: %s", "table: {id: b, columns: [c], rows: {a: '%s'}}"]
)
@pytest.mark.parametrize(
    "typed", ["1 200", "1,200", "1'200", "1_200", "1200.", "1200;", "1200,", "\uff11200"]
)
def test_a_count_with_signs_that_say_nothing_is_mended(text: str, typed: str) -> None:
    if "'%s'" not in text or "'" not in typed:
        problem = schema_problem(f"date: 2020-10-26\n{text % typed}\n")
        assert (problem.hint, problem.mend) == ("Write: 1200", "1200")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        *(
            (typed, "Write only the digits: 30")
            for typed in ("~30", "30+", "30?", "ca. 30", "about 30", "<30", "30 items")
        ),
        *((typed, DIGITS) for typed in ("3 more", "30%", "30/40", "2k", "3-4")),
        *((typed, EMPTY) for typed in ("?", "tbd", "many")),
        *((typed, f"Write 0 if there is none. {EMPTY}") for typed in ("n/a", "none", "--", "\u2014")),
    ],
)
def test_a_count_that_can_mean_several_is_left_to_people(typed: str, hint: str) -> None:
    problem = schema_problem(f'date: 2020-10-26\ncounters: {{a: "{typed}"}}\n')
    assert (problem.hint, problem.mend) == (hint, None)


@pytest.mark.parametrize(
    ("status", "typed", "mend"),
    [
        ("draft", "?", "~"),
        ("draft", "TBD", "~"),
        ("draft", "none", None),
        ("final", "zero", "0"),
        ("final", "Five", "5"),
    ],
)
def test_what_is_not_known_is_left_open_in_a_draft_alone(status: str, typed: str, mend: str | None) -> None:
    text = f'date: 2020-10-26\nstatus: {status}\ncounters: {{a: "{typed}"}}\n'
    assert schema_problem(text).mend == mend


@pytest.mark.parametrize("typed", ["never", "-1"])
def test_what_never_lapses_lapses_after_no_meeting(typed: str) -> None:
    problem = schema_problem(f"lapse: {typed}\n", "series")
    assert (problem.hint, problem.mend) == ("Write: 0", "0")
