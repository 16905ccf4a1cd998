"""What a series says may hold from a day on, and the minutes of a day are written with what held then."""

import json
from datetime import date

import pytest
from support.notes import Notes

from minutebook.records.dated import Dated, Period, always, are_in_order

DAYS = ("2020-10-12", "2020-10-19", "2020-10-26")
MEETING = """\
date: {day}
sections:
  - title: Tickets
    table:
      id: tickets
      labels: State
      columns: [Shop, Web]
      rows:
        Open: [14, 6]
  - title: Talk
    actions:
      - {{id: a1bcde, owner: Mat, task: order parts{since}}}
  - title: News
"""


@pytest.fixture
def held(notes: Notes) -> Notes:
    """Return a series that met three times and has an action open all the time."""
    for day in DAYS:
        since = "" if day == DAYS[0] else f", since: {DAYS[0]}"
        notes.write(f"{notes.series}/{day}.yaml", MEETING.format(day=day, since=since))
    return notes


def minutes(notes: Notes, *settings: str) -> list[str]:
    """Return the minutes of the three meetings of a series with some settings."""
    notes.write(f"{notes.series}/series.yaml", "".join(f"{setting}\n" for setting in settings))
    done = notes.run("sync")
    assert done.returncode == 0, done.stdout
    return [notes.read(notes.minutes(day)) for day in DAYS]


def test_the_last_entry_that_has_begun_holds_and_the_first_before_its_day() -> None:
    setting = Dated(
        (Period("a", date(2020, 1, 1)), Period("b", date(2020, 6, 1)), Period("c", date(2020, 9, 1)))
    )
    days = ("2019-05-05", "2020-01-01", "2020-05-31", "2020-06-01", "2020-09-01", "2031-01-01")
    assert "".join(setting.on(date.fromisoformat(day)) for day in days) == "aaabcc"
    assert (setting.final, always("x").on(date.min)) == ("c", "x")


def test_entries_have_their_days_in_order() -> None:
    first, second = Period("a"), Period("b", date(2020, 6, 1))
    assert are_in_order([first, second])
    assert are_in_order([second])
    assert not are_in_order([second, first])
    assert not are_in_order([second, Period("c", date(2020, 6, 1))])
    assert not are_in_order([Period("a", date(2021, 1, 1)), second])


def test_titles_and_words_for_nothing_hold_from_their_days(held: Notes) -> None:
    old, middle, new = minutes(
        held,
        "title: [{value: Old team}, {value: Team, from: 2020-10-26}]",
        "empty: [{value: Nothing, from: 2019-01-01}, {value: None, from: 2020-10-19}]",
    )
    assert "# Old team, 12 October 2020\n" in old
    assert old.endswith("## News\n\nNothing\n")
    assert "# Old team, 19 October 2020\n" in middle
    assert middle.endswith("## News\n\nNone\n")
    assert "# Team, 26 October 2020\n" in new
    assert "# Team\n" in held.read(f"{held.series}/README.md")


def test_lapse_holds_from_its_day(held: Notes) -> None:
    _, middle, new = minutes(held, "title: Team", "lapse: [{value: 2}, {value: 4, from: 2020-10-26}]")
    assert "(2nd meeting, lapses next time)" in middle
    assert "(3rd meeting)" in new


def test_a_language_from_a_day_on_leaves_earlier_minutes_as_they_are(held: Notes) -> None:
    before = minutes(held, "title: Team")
    *earlier, last = minutes(
        held, "title: Team", "style: [{}, {language: de, dates: medium, from: 2020-10-26}]"
    )
    assert earlier == before[:-1]
    assert "# Team, 26.10.2020\n" in last
    assert "[26.10.2020](2020-10-26.md)" in held.read(f"{held.series}/README.md")


def test_each_entry_of_a_style_adds_to_the_one_before(held: Notes) -> None:
    old, middle, new = minutes(
        held,
        "title: Team",
        "style: [{labels: first}, {numbers: right, from: 2020-10-19}, {action: To do, from: 2020-10-26}]",
    )
    assert "| State | Shop | &Delta; | Web | &Delta; |\n| ----- | ---- | ------- | --- | ------- |\n" in old
    assert "| Open  | 14   |         | 6   |         |\n" in old
    right = "| State | Shop | &Delta; | Web | &Delta; |\n| ----- | ---: | ------: | --: | ------: |\n"
    assert f"{right}| Open  |   14 |      +0 |   6 |      +0 |\n" in middle
    assert "-   AI (Mat): order parts (2nd meeting)\n" in middle
    assert right in new
    assert "-   To do (Mat): order parts (3rd meeting)\n" in new


def test_numbers_lean_to_the_right_before_their_labels(held: Notes) -> None:
    new = minutes(held, "title: Team", "style: {numbers: right}")[-1]
    assert "| Shop | &Delta; | Web | &Delta; | State |\n| ---: | ------: | --: | ------: | ----- |\n" in new
    assert "|   14 |      +0 |   6 |      +0 | Open  |\n" in new


@pytest.mark.parametrize("word", ["To do", "Action", "T\u00e2che", "\u5f85\u529e", "AI"])
def test_what_minutes_print_with_another_word_is_understood_where_it_is_typed(
    notes: Notes, word: str
) -> None:
    notes.write(
        f"{notes.series}/series.yaml",
        f"title: Team\nroster: {{Mat: , TimT: }}\nstyle: [{{action: Old}}, {{action: {word}, from: {DAYS[0]}}}]\n",
    )
    notes.write(
        f"{notes.series}/{DAYS[0]}.yaml",
        f"date: {DAYS[0]}\nactions:\n  - {{id: a1bcde, owner: [Mat, TimT], task: 'order: parts', due: 2020-11-09, status: done}}\n",
    )
    notes.run("sync")
    line = next(line for line in notes.read(notes.minutes(DAYS[0])).splitlines() if word in line)
    assert line == f"-   {word} (Mat, TimT): order: parts (due 2020-11-09) [DONE]"
    notes.write(f"{notes.series}/{DAYS[1]}.yaml", f"date: {DAYS[1]}\nactions:\n{line}\n")
    notes.run("sync")
    (action,) = [
        action
        for action in json.loads(notes.run("actions", "--format", "json").stdout)
        if action["id"] != "a1bcde"
    ]
    fields = ("owner", "task", "due", "status")
    assert [action[field] for field in fields] == [["Mat", "TimT"], "order: parts", "2020-11-09", "done"]
    notes.write(f"{notes.series}/{DAYS[1]}.yaml", f"date: {DAYS[1]}\nnotes: |\n  {word} (Mat): order parts\n")
    assert "action-in-notes" in notes.rules()
    assert notes.run("add", f"{word} (Mat): call").returncode == 0
    assert "owner: Mat\n" in notes.read(f"{notes.series}/{DAYS[1]}.yaml")


@pytest.mark.parametrize(
    ("setting", "rule", "words"),
    [
        ("title: [{value: A}, {value: B}]", "entry-order", "must say from when it holds"),
        (
            "lapse: [{value: 1, from: 2020-02-01}, {value: 2, from: 2020-01-01}]",
            "entry-order",
            "the earliest",
        ),
        ("style: [{labels: first}, {numbers: right}]", "entry-order", "from when"),
        ("empty: [{from: 2020-01-01}]", "missing-key", "must have `value`"),
        ("empty: [Nothing]", "wrong-type", "must be a mapping"),
        ("lapse: [{value: many}]", "not-a-count", "must be a whole number"),
        (
            "style: {language: xx}",
            "wrong-value",
            "must be one of en, en-US, de, fr, es, pt, nl, it, pl, zh, ja",
        ),
        ("style: {words: {atending: Da}}", "unknown-key", "no key `atending`"),
        ("style: {words: {done: 'a [b]'}}", "wrong-value", "without brackets"),
        ("style: {words: {days: Tage}}", "wrong-value", "with {n} for the number"),
        ("style: {words: {days: {one: '{n} Tag'}}}", "missing-key", "must have `other`"),
        ("style: {labels: left}", "wrong-value", "must be one of last, first, not 'left'"),
        ('style: {action: "AI ("}', "wrong-value", "without brackets"),
        ("style: {actoin: AI}", "unknown-key", "a style has no key"),
    ],
)
def test_what_can_not_be_is_told(notes: Notes, setting: str, rule: str, words: str) -> None:
    notes.write(f"{notes.series}/series.yaml", f"{setting}\n")
    (problem,) = notes.problems()
    assert problem["rule"] == rule
    assert words in problem["message"]


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("empty: {value: Nothing, from: 2020-01-01}", "empty: [{value: Nothing, from: 2020-01-01}]"),
        ("schedule: {rule: FREQ=DAILY}", 'schedule: [{rule: "FREQ=DAILY"}]'),
        ("lapse: [4]", "{value: 4}"),
        ('title: ["A: b"]', '{value: "A: b"}'),
        ("schedule: [FREQ=DAILY]", '{rule: "FREQ=DAILY"}'),
    ],
)
def test_the_shape_of_a_dated_setting_is_shown(notes: Notes, setting: str, line: str) -> None:
    path = notes.write(f"{notes.series}/series.yaml", f"{setting}\n")
    (problem,) = notes.problems()
    assert problem["hint"] == f"Write: {line}"
    key = setting.split(":", maxsplit=1)[0]
    if line.startswith("{"):
        notes.run("sync", "--fix")
        assert notes.read(path) == f"{key}: [{line}]\n"
    else:
        notes.write(path, f"{line}\n")
    assert "wrong-type" not in notes.rules()


def test_a_style_from_a_day_on_is_shown_with_what_held_before(held: Notes) -> None:
    path = held.write(f"{held.series}/series.yaml", "title: Team\nstyle: {action: Task, from: 2020-10-26}\n")
    (problem,) = held.problems()
    line = "style: [{}, {action: Task, from: 2020-10-26}]"
    assert (problem["rule"], problem["hint"]) == (
        "unknown-key",
        f"Write a list, with what held before: {line}",
    )
    _, middle, new = minutes(held, "title: Team", line)
    assert held.read(path).endswith(f"{line}\n")
    assert "-   AI (Mat)" in middle
    assert "-   Task (Mat)" in new


def test_english_is_the_language_there_is(held: Notes) -> None:
    assert minutes(held, "title: Team", "style: {language: en}") == minutes(held, "title: Team")


def test_rules_of_a_schedule_hold_together(notes: Notes) -> None:
    rules = '["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=MO"]'
    notes.write(
        f"{notes.series}/series.yaml", f"title: Team\nschedule:\n  - {{rule: {rules}, from: 2020-10-06}}\n"
    )
    # Tuesday of one week, Thursday of the same, and nothing in the week after.
    for day, count in (("2020-10-06", 1), ("2020-10-08", 2), ("2020-10-20", 3), ("2020-11-03", 4)):
        notes.meeting(day, Open=count)
    notes.run("sync")
    assert "&Delta; since" not in notes.read(notes.minutes("2020-10-08"))
    assert "&Delta; since" not in notes.read(notes.minutes("2020-10-20"))
    assert "&Delta; since 2020-10-20" in notes.read(notes.minutes("2020-11-03"))
    assert "**Next by the schedule:** 5 November 2020" in notes.read(f"{notes.series}/README.md")
    notes.write(f"{notes.series}/series.yaml", 'schedule: [{rule: ["FREQ=DAILY", "FREQ=MONDAYS"]}]\n')
    (problem,) = [problem for problem in notes.problems() if problem["rule"] == "bad-schedule"]
    assert (problem["line"], problem["column"]) == (1, 34)
