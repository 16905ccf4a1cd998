"""Action items as people type them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.effort import at_most
from support.people import NAMED, ROSTER, TEAM

from minutebook.actions.endings import Ending, split_ending
from minutebook.actions.grammar import TypedAction, parse, parse_marked
from minutebook.actions.known_people import known_people
from minutebook.actions.standings import Standing
from minutebook.actions.words import LABEL_WORDS, MARK_PHRASES, NOBODY_WORDS
from minutebook.minutes.action_line import ActionLine, action_text
from minutebook.minutes.markdown import escape
from minutebook.records.fixed_words import LANGUAGES
from minutebook.records.meeting import Status
from minutebook.records.pasted_signs import DASHES
from minutebook.records.roster import Roster
from minutebook.records.series import Person, Style


@pytest.mark.parametrize("day", ["2026-11-31", "2026-02-29", "2026-13-01"])
@pytest.mark.parametrize("end", ["(due {})", "by {}", "(overdue since {})"])
def test_a_day_that_is_not_in_the_calendar_is_part_of_the_task(day: str, end: str) -> None:
    assert parse(f"Mat: do it {end.format(day)}", TEAM) == TypedAction(("Mat",), f"do it {end.format(day)}")


@pytest.mark.parametrize(
    "line",
    [
        "AI (Mat): update the docs",
        "AI(Mat): update the docs",
        "AI (Mat) : update the docs",
        "AI (Mat):update the docs",
        "AI(Mat) - update the docs",
        "AI (Mat) \u2013 update the docs",
        "AI (Mat) \u2014 update the docs",
        "AI (Mat) update the docs",
        "ai (Mat): update the docs",
        "Mat (AI): update the docs",
        "Mat (AI) - update the docs",
        "(Mat) AI: update the docs",
        "(Mat) AI - update the docs",
        "AI: Mat - update the docs",
        "AI: Mat: update the docs",
        "AI: Mat \u2014 update the docs",
        "Mat: update the docs",
        "@Mat: update the docs",
        "- Mat: update the docs",
        "-   AI (Mat): update the docs",
        "* AI (Mat): update the docs",
        "+ Mat (AI): update the docs",
        "  AI (Mat):   update the docs  ",
        "AI (Mat, ): update the docs",
    ],
)
def test_who_and_what_are_told_apart(line: str) -> None:
    assert parse(line) == TypedAction(("Mat",), "update the docs")


@pytest.mark.parametrize("line", ["ACTION: Mat to write and to send it", "Mat to write and to send it"])
def test_a_task_may_have_the_word_in_it_that_joins_it_to_its_owner(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action
    assert (action.owners, action.task) == (("Mat",), "write and to send it")


@pytest.mark.parametrize(
    "line",
    [
        "AI (Brian, Marco Mambelli): update the docs",
        "AI (Brian/Marco Mambelli): update the docs",
        "AI (Brian & Marco Mambelli) update the docs",
        "AI (Brian + Marco Mambelli): update the docs",
        "AI (Brian and Marco Mambelli): update the docs",
        "AI: Brian, Marco Mambelli - update the docs",
        "Brian and Marco Mambelli (AI) - update the docs",
        "(Brian/Marco Mambelli) AI: update the docs",
        "AI (Brian\u3001Marco Mambelli): update the docs",
        "Brian\uff0cMarco Mambelli: update the docs",
        "Brian, Marco Mambelli: update the docs",
    ],
)
def test_several_people_are_told_apart(line: str) -> None:
    assert parse(line) == TypedAction(("Brian", "Marco Mambelli"), "update the docs")


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("AI (Mat (not here)): do it", TypedAction(("Mat",), "do it (not here)")),
        ("AI (Mat (not here), Brian): do it", TypedAction(("Mat", "Brian"), "do it (not here)")),
        ("Mat (0176 12345): do it", TypedAction(("Mat",), "do it (0176 12345)")),
        ("Mat (due 2026-12-24): do it", TypedAction(("Mat",), "do it", date(2026, 12, 24))),
        ("Mat (done): do it", TypedAction(("Mat",), "do it", status="done")),
        ("@Mat (done) do it", TypedAction(("Mat",), "do it", status="done")),
        ("AI (Mat, due 2026-12-24): do it", TypedAction(("Mat",), "do it", date(2026, 12, 24))),
        ("AI (Mat, Brian, done): do it", TypedAction(("Mat", "Brian"), "do it", status="done")),
    ],
)
def test_what_stands_behind_a_name_is_not_lost(line: str, action: TypedAction) -> None:
    assert parse(line) == action


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Mat: do it - done",
            "Mat: do it \u2013 Done.",
            "Mat: do it DONE",
            "Mat: do it [x]",
            "Mat: do it - [x]",
        ),
        *(
            "Mat: [DONE] do it",
            "Mat - [DONE] do it",
            "Mat: DONE: do it",
            "\u2611 Mat: do it",
            "[x] ~~do it @Mat~~",
        ),
    ],
)
def test_what_is_done_may_be_marked_in_many_ways(line: str) -> None:
    assert parse(line, TEAM) == TypedAction(("Mat",), "do it", status="done")


@pytest.mark.parametrize("ending", ["(complete rewrite)", "and get it done", "- all closed doors", "x]"])
def test_other_words_at_the_end_are_part_of_the_task(ending: str) -> None:
    assert parse(f"Mat: do it {ending}") == TypedAction(("Mat",), f"do it {ending}")


@pytest.mark.parametrize(
    "sign", ["\u2022", "\u2022\t", "\u00b7", "\u2013", "\u2192", "\u2610", "-\u00a0[ ]", "-\u202f"]
)
def test_a_bullet_may_be_that_of_a_mail(sign: str) -> None:
    assert parse_marked(f"{sign} AI (Mat): do it", TEAM) == TypedAction(("Mat",), "do it")


@pytest.mark.parametrize("dash", ["-", *DASHES])
def test_a_dash_may_be_of_any_sort(dash: str) -> None:
    line = f"AI (Mat) {dash} do it {dash} done"
    assert parse(line, TEAM) == TypedAction(("Mat",), "do it", status="done")


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_a_space_may_be_of_any_sort_and_stays_in_the_task(space: str) -> None:
    assert parse(f"Mat:{space}order{space}parts", TEAM) == TypedAction(("Mat",), f"order{space}parts")


@pytest.mark.parametrize("word", ["and", "und", "y", "&", ","])
def test_two_owners_may_have_the_word_of_any_language_between_them(word: str) -> None:
    assert parse(f"Mat {word} Diego: order parts", TEAM) == TypedAction(("Mat", "Diego"), "order parts")


def test_of_two_people_in_a_line_the_one_at_its_front_is_the_owner() -> None:
    assert parse("Mat: buy ink (AI Diego)", TEAM) == TypedAction(("Mat",), "buy ink (AI Diego)")
    assert parse("PRs: review (AI Diego)", TEAM) == TypedAction(("Diego",), "PRs: review")


@pytest.mark.parametrize(
    "line",
    ["AI: update the docs", "AI (): update the docs", "AI ( ): update the docs", "- AI: update the docs"],
)
def test_an_action_may_be_nobodys_yet(line: str) -> None:
    assert parse(line) == TypedAction((), "update the docs")


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("AI (Mat): ask: who: what", ("Mat",), "ask: who: what"),
        ("AI: ask Brian - he knows", (), "ask Brian - he knows"),
        ("AI: Mat to ask Brian", ("Mat",), "ask Brian"),
        ("AI (Mat): fix #445 (AI of last week)", ("Mat",), "fix #445 (AI of last week)"),
        ("AI (Mat): -v is not known", ("Mat",), "-v is not known"),
        ("AI (Mat) - see <https://example.org/a:b>", ("Mat",), "see <https://example.org/a:b>"),
        ("Zo\u00eb: \u65e5\u672c \U0001f600", ("Zo\u00eb",), "\u65e5\u672c \U0001f600"),
        ("Ai: one", ("Ai",), "one"),
        ("AI (unassigned): one", ("unassigned",), "one"),
    ],
)
def test_the_task_is_kept_as_it_is(line: str, owners: tuple[str, ...], task: str) -> None:
    assert parse(line) == TypedAction(owners, task)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "AI",
        "update the docs",
        "Mat:",
        "AI (Mat)",
        "AI (Mat):",
        "AI (Mat) -",
        "AI:",
        "see https://example.org",
        "AI - x",
        "[x] @Mat:",
    ],
)
def test_what_does_not_say_who_must_do_what_is_no_item(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(
    "line", ["AI (Mat): update the docs", "  -   AI (Mat): update the docs", "AI(Mat) :update the docs  "]
)
def test_a_mark_makes_an_action_of_a_line_of_prose(line: str) -> None:
    assert parse_marked(line) == TypedAction(("Mat",), "update the docs")


def test_a_marked_line_names_several_people_as_a_typed_one_does() -> None:
    assert parse_marked("AI (Mat and Bea): call them") == TypedAction(("Mat", "Bea"), "call them")


@pytest.mark.parametrize(
    "line",
    [
        *("Mat: update the docs", "the AI (Mat): x", "AI (Mat)", ""),
        *(
            "TODO list is long",
            "TODO board is full",
            "TODO items of last week",
            "TODO for @mat",
            "Parts (à faire d'ici mardi)",
        ),
    ],
)
def test_without_a_mark_a_line_of_prose_is_no_action(line: str) -> None:
    assert parse_marked(line) is None


WORDS = st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,5}", fullmatch=True)
NAMES = st.lists(
    st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True).filter(
        lambda name: name != "And" and name.lower() not in {*MARK_PHRASES, *NOBODY_WORDS, *LABEL_WORDS}
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


@given(NAMES, WORDS, st.sampled_from([", ", "/", " & ", " and "]))
def test_all_syntaxes_mean_the_same(names: list[str], task: str, between: str) -> None:
    assume(not task.startswith("to "))  # which may begin who must do it
    who = between.join(names)
    forms = (
        "AI ({}): {}",
        "AI({}) - {}",
        "{} (AI): {}",
        "({}) AI: {}",
        "AI: {} - {}",
        "{}: {}",
        "- AI ({}) {}",
    )
    assert {parse(form.format(who, task)) for form in forms} == {TypedAction(tuple(names), task)}


@pytest.mark.parametrize(
    "line", ["AI (" * 5000, "(" * 5000 + ":", "A, " * 5000 + ": x", "a " * 5000, "AI: " + "A " * 5000]
)
def test_a_long_line_is_read_at_once(line: str) -> None:
    parse(line)


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("Mat: order parts (Diego)", ("Mat",), "order parts (Diego)"),
        ("Mat to ask Diego - today", ("Mat",), "ask Diego - today"),
        ("Mat (QA) to bring parts to the party", ("Mat",), "bring parts to the party (QA)"),
        ("Mat (QA) will order parts and will pay", ("Mat",), "order parts and will pay (QA)"),
        ("PRs: review them (Mat)", ("Mat",), "PRs: review them"),
        ("*ACTION ITEM*: Ann to order parts", ("Ann",), "order parts"),
        ("**Action:** Ann to order parts", ("Ann",), "order parts"),
        ("- [ ] TODO Mat: order parts", ("Mat",), "order parts"),
        ("1. Mat: order parts", ("Mat",), "order parts"),
        ("Mat- order parts", ("Mat",), "order parts"),
        ("order parts -- Ann", ("Ann",), "order parts"),
        ("order parts (Ann).", ("Ann",), "order parts"),
        ("@Zoltan to order parts", ("Zoltan",), "order parts"),
        ("Digeo: order parts", ("Digeo",), "order parts"),
        ("[ACTION: Mat to order parts. From whom?]", ("Mat",), "order parts. From whom?"),
        ("[ACTION: order parts (Mat)].", ("Mat",), "order parts"),
        ("(TODO: order parts)", (), "order parts"),
        ("TO DO -- order parts", (), "order parts"),
        ("**Door** Mat and Ann to order parts", ("Mat", "Ann"), "Door: order parts"),
        ("all: order parts", ("all",), "order parts"),
        ("- action: order parts", (), "order parts"),
        ("[ ] order parts", (), "order parts"),
        (r"AI (B\_L, Ray, Jr.): order parts", ("B_L", "Ray, Jr."), "order parts"),
    ],
)
def test_the_front_of_a_line_tells_the_owner(line: str, owners: tuple[str, ...], task: str) -> None:
    assert parse(line, TEAM) == TypedAction(owners, task)


@pytest.mark.parametrize(
    "line",
    [
        "@ann @b.lee: order parts",
        "@ann and @b.lee: order parts",
        "AI @ann und @b.lee: order parts",
        "_AI @ann & @b.lee: order parts_",
        "order parts (@ann and @b.lee)",
        "[ ] order parts @ann and @b.lee",
    ],
)
def test_accounts_that_stand_one_behind_the_other_are_several_peoples(line: str) -> None:
    assert parse(line, known_people(ROSTER, ("ann", "b.lee"))) == TypedAction(("ann", "b.lee"), "order parts")


@pytest.mark.parametrize(
    "line", ["@Ann Lee and @Kim Lund: order parts", "@Ann Lee, @Kim Lund to order parts"]
)
def test_behind_the_sign_of_an_account_a_whole_name_may_stand(line: str) -> None:
    assert parse(line) == TypedAction(("Ann Lee", "Kim Lund"), "order parts")


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("@Ann Lee order parts", ("Ann Lee",), "order parts"),
        ("[ ] @Jan van Dyk order parts", ("Jan van Dyk",), "order parts"),
        ("@Mat @Ann Lee order parts", ("Mat", "Ann Lee"), "order parts"),
        ("@Ann and Mat: order parts", ("Ann", "Mat"), "order parts"),
        ("@Ann Leeds order parts", ("Ann",), "Leeds order parts"),
    ],
)
def test_behind_an_account_the_rest_of_a_name_that_is_known_may_stand(
    line: str, owners: tuple[str, ...], task: str
) -> None:
    people = known_people(Roster((Person("Ann Lee"), Person("Jan van Dyk", ("Jan",)), Person("Mat"))), ())
    action = parse(line, people)
    assert action is not None
    assert (action.owners, action.task) == (owners, task)


@pytest.mark.parametrize(
    "line",
    [
        "@ann what is the matter with it",
        "@ann made an account for it",
        "@ann working on the parts",
        "@ann to @kim, can you come?",
        "@ann order parts?",
    ],
)
def test_what_is_said_of_an_account_or_asked_is_no_action(line: str) -> None:
    assert parse_marked(line, TEAM) is None


def test_what_stands_behind_an_account_and_closes_an_action_is_kept() -> None:
    assert parse("[ ] @ann (done) order parts", TEAM) == TypedAction(("ann",), "order parts", status="done")


def test_emphasis_around_a_long_line_is_no_part_of_it() -> None:
    task = "order parts " * 20 + "now"
    assert parse_marked(f"_AI @ann: {task}_", TEAM) == TypedAction(("ann",), task)


def test_a_name_that_ends_in_a_word_for_several_people_is_theirs() -> None:
    assert parse("Parts Working Group: meet", TEAM) == TypedAction(("Parts Working Group",), "meet")


def test_a_mark_that_is_the_name_of_somebody_there_is_that_name() -> None:
    people = replace(TEAM, is_known=lambda name: name == "Ap" or TEAM.is_known(name))
    assert parse("Ap: order parts", people) == TypedAction(("Ap",), "order parts")
    assert parse("Ap: order parts", TEAM) == TypedAction((), "order parts")
    assert parse("AP: Mat to order parts", people) == TypedAction(("Mat",), "order parts")


@pytest.mark.parametrize(
    ("line", "task", "stranger"),
    [
        ("PRs: review them", "PRs: review them", "PRs"),
        ("- [ ] PRs: review them", "PRs: review them", "PRs"),
        ("AI: PRs: review them", "PRs: review them", "PRs"),
        ("TBD: order parts", "order parts", "TBD"),
        ("**TBD** - order parts", "order parts", "TBD"),
        ("order parts (tbd)", "order parts", "tbd"),
        ("AI (nobody): order parts", "order parts", "nobody"),
        ("AI Zoltan: check: all", "Zoltan: check: all", "Zoltan"),
    ],
)
def test_who_is_nobody_owns_nothing_and_is_told(line: str, task: str, stranger: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task, action.stranger) == ((), task, stranger)


@pytest.mark.parametrize(
    "line",
    [
        "Mat: a remark",
        "Mat will be late",
        "tea (Mat)",
        "tea - Mat",
        "TODO list: tea",
        "AI is new",
        "Note to all",
        "[x] y z",
    ],
)
def test_a_remark_in_prose_is_no_open_action(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is None or action.status == "done"


@pytest.mark.parametrize(
    "line",
    [
        "[DONE] Mat: order parts",
        "\u2713 Mat: order parts",
        "Done: Mat: order parts",
        "DONE Mat: order parts",
        "[x] Mat: order parts",
        "~~Mat: order parts~~",
    ],
)
def test_what_stands_before_a_line_may_close_it(line: str) -> None:
    assert parse(line, TEAM) == TypedAction(("Mat",), "order parts", status="done")


def test_a_word_that_says_what_to_do_closes_nothing() -> None:
    assert parse("Complete the form (Mat)", TEAM) == TypedAction(("Mat",), "Complete the form")


@pytest.mark.parametrize("sign", ["=>", "->", "\u27a1\ufe0f", "\U0001f449", "\u2b1c", "- \U0001f532"])
def test_arrows_and_drawn_boxes_begin_a_line_as_bullets_and_boxes_do(sign: str) -> None:
    action = parse_marked(f"{sign} Mat to order parts", TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


STYLES = st.builds(
    Style,
    action=st.sampled_from(["AI", "Aufgabe", "T\u00e2che", "\u5f85\u529e"]),
    done=st.sampled_from(["marked", "struck"]),
    overdue=st.sampled_from(["plain", "bold"]),
    language=st.sampled_from(LANGUAGES),
    words=st.sampled_from(
        [(), (("done", "Finished"), ("age", (("other", "meeting {n}"),)), ("due", "until"))]
    ),
)


@given(
    st.lists(
        st.sampled_from(["Mat", "BrianL", "Ray, Jr.", "Zo\u00eb M\u00fcller", "B_L", "Ann [x]"]),
        min_size=1,
        unique=True,
    ),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20),
    st.builds(
        Standing,
        st.none() | st.integers(2, 9999),
        st.none() | st.dates(date(1000, 1, 1)),
        st.booleans(),
        st.booleans(),
    ),
    st.sampled_from(["open", "done", "dropped", "lapsed"]),
    STYLES,
)
def test_what_the_minutes_print_is_understood_when_it_is_typed(
    owners: list[str], task: str, standing: Standing, status: Status, style: Style
) -> None:
    assume(task == task.strip() and split_ending(task) == (task, Ending()))
    # A sign alone is no task.
    assume(task not in {*":\u2013\u2014-"})
    people = known_people(ROSTER, NAMED, style)
    printed = action_text(ActionLine(tuple(map(escape, owners)), task, standing, status), style)
    action = TypedAction(tuple(owners), task, standing.due, status)
    assert parse(printed, people) == action
    assert parse_marked(f"-   {printed}", people) == action


PIECES = st.sampled_from(
    [
        "AI (",
        "(",
        "A, ",
        "AI: ",
        "[ ] ",
        "@A ",
        "**",
        "Mat to ",
        "x - ",
        "(Mat) ",
        "[DONE] ",
        "~~",
        "by ",
        " ",
        "\\",
        ": ",
    ]
)


@pytest.mark.parametrize("first", ["AI (", "A, ", "[ ] ", "@A ", "x - ", "(Mat) ", "[DONE] ", " ", "~~"])
@given(PIECES, PIECES)
def test_a_long_line_that_nearly_fits_is_read_at_once(first: str, second: str, third: str) -> None:
    with at_most(10):
        parse(f"Mat{(first + second + third) * 1000}x", TEAM)


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("ACTION [Mat] to order parts", ("Mat",)),
        ("**[Mat, Edgar]** order parts", ("Mat", "Edgar")),
        ("[Mat/Edgar] order parts", ("Mat", "Edgar")),
        ("*Mat* to order parts", ("Mat",)),
        ("*Mat*: order parts", ("Mat",)),
        ("Mat and Una Strange will order parts", ("Mat", "Una Strange")),
        ("AI: Mat order parts", ("Mat",)),
        ("order parts(Mat)", ("Mat",)),
    ],
)
def test_owners_may_have_other_signs_around_them(line: str, owners: tuple[str, ...]) -> None:
    action = parse(line, TEAM)
    assert action == TypedAction(owners, "order parts")


def test_a_capital_behind_a_mark_and_an_owner_is_no_other_task() -> None:
    assert parse("AI: Mat to Order parts", TEAM) == TypedAction(("Mat",), "Order parts")


@pytest.mark.parametrize(
    "line", ["@Mat s'en est occupé", "@Mat a fait le pain", "[link](https://example.org) x"]
)
def test_what_somebody_did_is_no_action_in_any_language(line: str) -> None:
    assert parse_marked(line, TEAM) is None


def test_what_two_marks_close_keeps_what_one_says_more() -> None:
    action = TypedAction(("Mat",), "do it", status="done", remark="3 March")
    assert parse("Done: AI (Mat): do it (done 3 March)", TEAM) == action


@pytest.mark.parametrize(
    "line",
    [
        "@Mat, order parts",
        "@Mat\uff0corder parts",
        "@Mat (HQ): order parts",
        "@Mat\uff08HQ\uff09\uff1aorder parts",
    ],
)
def test_an_account_may_have_other_signs_behind_it(line: str) -> None:
    assert parse(line, TEAM) == TypedAction(("Mat",), "order parts")


def test_accounts_may_be_parted_as_in_chinese() -> None:
    assert parse("@Mat\u3001@Edgar order parts", TEAM) == TypedAction(("Mat", "Edgar"), "order parts")


@pytest.mark.parametrize("line", ["@ann motion to order parts", "@ann moves to order parts"])
def test_a_motion_is_no_action(line: str) -> None:
    assert parse_marked(line, TEAM) is None
