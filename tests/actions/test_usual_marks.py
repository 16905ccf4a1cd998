"""Lines of actions with the usual mark before them."""

import pytest

from minutebook.actions.grammar import parse, parse_marked
from minutebook.actions.known_people import known_people
from minutebook.actions.usual_marks import with_owner_alone, with_usual_mark, without_emphasis
from minutebook.records.roster import Roster
from minutebook.records.series import Person


@pytest.mark.parametrize("sign", ["*", "**", "_", "__", "***"])
@pytest.mark.parametrize("mark", ["{0}ACTION ITEM{0}:", "{0}ACTION ITEM:{0}", "{0}ACTION ITEM{0} :"])
def test_a_mark_may_be_emphasised(sign: str, mark: str) -> None:
    assert without_emphasis(f"{mark.format(sign)} Mat to order parts") == "ACTION ITEM: Mat to order parts"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**Action item** Mat to order parts", "Action item: Mat to order parts"),
        ("**Action** - Mat to order parts", "Action - Mat to order parts"),
        ("*Action* Mat to order parts", "Action Mat to order parts"),
        ("*ACTION* order parts", "ACTION: order parts"),
        ("**Action items** of Mat", "Action items of Mat"),
    ],
)
def test_what_is_bold_is_a_label_without_a_colon_too(line: str, plain: str) -> None:
    assert without_emphasis(line) == plain


@pytest.mark.parametrize("line", ["*actionable* parts", "**Mat** to order parts", "*AI parts*", ""])
def test_other_emphasis_stays(line: str) -> None:
    assert without_emphasis(line) == line


@pytest.mark.parametrize(
    ("line", "usual"),
    [
        ("Action 3: order parts", "Action: order parts"),
        ("Action 3.1 order parts", "Action: order parts"),
        ("Action #3 - order parts", "Action:order parts"),
        ("[ACTION] --> Mat to order parts", "ACTION: Mat to order parts"),
        ("(AI): to order parts", "AI: order parts"),
        ("TODO 1.5 litres", "TODO 1.5 litres"),
        ("Action 1.0 Welcome", "Action 1.0 Welcome"),
        ("Task (Mat): order parts", "AI (Mat): order parts"),
        ("Tasks: order parts", "Tasks: order parts"),
    ],
)
def test_a_numbered_mark_or_that_of_a_series_is_the_usual_one(line: str, usual: str) -> None:
    assert with_usual_mark(line, "Task") == usual


PEOPLE = known_people(Roster((Person("Tom"), Person("Zoë Klein", ("Zoë",)))), ())


@pytest.mark.parametrize(
    ("line", "owners", "task"),
    [
        ("Tom:order parts", ("Tom",), "order parts"),
        ("Tom, Zoë:order parts", ("Tom", "Zoë"), "order parts"),
        ("Tom; order parts", ("Tom",), "order parts"),
        ("\U0001f642 Tom: order parts", ("Tom",), "order parts"),
        ("Zoë soll den Raum buchen", ("Zoë",), "den Raum buchen"),
        ("Zoë kümmert sich um Kaffee", ("Zoë",), "kümmert sich um Kaffee"),
        ("Tom doit écrire", ("Tom",), "écrire"),
        ("Tom tiene que llamar", ("Tom",), "llamar"),
        ("Tom moet bellen", ("Tom",), "bellen"),
        ("Tom irá comprar", ("Tom",), "comprar"),
        ("sin asignar: order parts", (), "order parts"),
        ("**Action: Tom & Zoë** to order parts", ("Tom", "Zoë"), "order parts"),
        ("[niet toegewezen]: order parts", (), "order parts"),
        ("Tom \u2192 Zoë: order parts", ("Zoë",), "order parts"),
        ("Tom -> order parts", ("Tom",), "order parts"),
        ("niemand: order parts", (), "order parts"),
        ("tous: order parts", ("tous",), "order parts"),
    ],
)
def test_who_stands_in_front_is_the_owner(line: str, owners: tuple[str, ...], task: str) -> None:
    typed = parse(line, PEOPLE)
    assert typed
    assert (typed.owners, typed.task) == (owners, task)


@pytest.mark.parametrize(
    "line",
    ["https://tom.example", "\U0001f389 plan the party", "Budget \u2192 Zoë: order parts", "Ann:order parts"],
)
def test_who_is_not_known_is_no_owner(line: str) -> None:
    typed = parse(line, PEOPLE)
    assert typed is None or (typed.owners, typed.task) == ((), line)


@pytest.mark.parametrize("line", ["Tom:order parts", "Zoë soll den Raum buchen"])
def test_in_prose_such_a_line_is_a_remark(line: str) -> None:
    assert parse_marked(line, PEOPLE) is None


def test_an_owner_in_brackets_may_have_a_day_beside_it() -> None:
    assert with_owner_alone("oil it (Owner: Mat, due: 2020-11-09)") == "oil it (Owner: Mat) (due: 2020-11-09)"
    assert with_owner_alone("oil it (Mat, due: 2020-11-09)") == "oil it (Mat, due: 2020-11-09)"


def test_an_owner_in_brackets_may_have_a_number_behind_it() -> None:
    assert with_owner_alone("oil it (Mat) #180 ;") == "oil it #180 (Mat)"
    assert with_owner_alone("oil it (see Mat) #180") == "oil it (see Mat) #180"
