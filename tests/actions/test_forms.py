"""The table of forms: each example is the documentation of its form and a test of it."""

import re
from datetime import date

import pytest
from support.people import TEAM

from minutebook.actions.forms import FORMS, Form
from minutebook.actions.grammar import parse, parse_marked


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_the_example_of_a_form_says_who_must_do_what(form: Form) -> None:
    action = parse(form.example, TEAM)
    assert action is not None
    assert (action.owners, action.task, action.form) == (form.owners, form.task, form)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_only_marked_forms_are_actions_wherever_they_stand(form: Form) -> None:
    assert (parse_marked(form.example, TEAM) is not None) == (form.strength == "marked")


def test_the_name_before_a_verb_or_behind_a_task_counts_only_if_somebody_has_it() -> None:
    for form in FORMS:
        line = re.sub("Mat|Ann Lee", "Nobodyelse", form.example)
        action = parse(line, TEAM)
        if form.trust == "known":
            assert action is None or action.owners == ()
        elif form.trust == "believed":
            assert action is not None
            assert action.owners == ("Nobodyelse",)


@pytest.mark.parametrize(
    "line",
    [
        "Order parts -&gt; **Mat**",
        "Order parts. Respons\u00e1vel: Mat.",
        "Order parts (zust\u00e4ndig: Mat)",
        "Order parts (assigned to Mat)",
        "Order parts \u2013 owner: Mat",
        "Order parts. **Owner:** Mat",
        "Owner: Mat \u2014 Order parts",
        "Action owner: Mat. Order parts",
        "Order parts\uff0c\u8d1f\u8d23\u4eba\uff1aMat",
        "**Next** - Mat to order parts",
        "TODO: Order parts (Mat",
        "TODO: Order parts\uff08Mat",
    ],
)
def test_an_owner_may_stand_behind_a_task_in_many_ways(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert action.owners == ("Mat",)


def test_a_box_is_done_whoever_has_its_task() -> None:
    action = parse_marked("- [x] order parts @kim", TEAM)
    assert action is not None
    assert (action.owners, action.status) == (("kim",), "done")


@pytest.mark.parametrize(
    "line", ["order parts **(AI: Mat)**", "order parts *(ACTION: Mat)*", "order parts (AI: Mat)."]
)
def test_the_owner_in_a_bracket_may_be_emphasised(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


@pytest.mark.parametrize(
    "line", ["AI - order parts", "Action item \u2013 order parts", "**Action** - order parts"]
)
def test_a_dash_may_stand_between_a_mark_and_a_task_of_nobody(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == ((), "order parts")


@pytest.mark.parametrize("line", ["Action items - the list", "AI - Parts", "to do - order parts"])
def test_a_dash_behind_a_title_marks_nothing(line: str) -> None:
    assert parse_marked(line, TEAM) is None


@pytest.mark.parametrize(
    "line", ["order parts - @kim", "order parts \u2192 @kim", "order parts (@kim)", "order parts @kim"]
)
def test_the_account_of_a_stranger_behind_a_task_is_its_owner(line: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("kim",), "order parts")


@pytest.mark.parametrize(
    "line", ["send the parts to @kim", "ask @kim", "call @kim", "order parts (#650, @kim)", "meet with @kim"]
)
@pytest.mark.parametrize("box", ["", "[ ] "])
def test_whom_a_task_is_about_does_not_own_it(box: str, line: str) -> None:
    action = parse(f"{box}{line}", TEAM)
    assert action is None or not action.owners


@pytest.mark.parametrize(
    "line", ["@ann/@kim order parts", "AI @ann or @kim: order parts", "@ann / @kim: order parts"]
)
def test_accounts_may_stand_side_by_side(line: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("ann", "kim"), "order parts")


@pytest.mark.parametrize(
    "line",
    ["@kim will order parts", "AI: @kim will order parts", "[ ] @kim to order parts", "@kim - order parts"],
)
def test_what_an_account_will_do_is_its_task(line: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("kim",), "order parts")


@pytest.mark.parametrize(
    "line", ["AI-3: Mat to order parts", "AI#3: Mat to order parts", "`TODO`: Mat to order parts"]
)
def test_a_mark_may_have_a_number_right_behind_it(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


@pytest.mark.parametrize(
    "line", ["AI: Link to the parts", "AI: Add Parts to the list", "AI: When to order parts"]
)
def test_what_begins_a_task_is_nobodys_name(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == ((), line.removeprefix("AI: "))


@pytest.mark.parametrize("line", ["**Action item (for Mat):** order parts", "AI (for Mat): order parts"])
def test_whom_a_mark_is_for_is_the_owner(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


@pytest.mark.parametrize(
    "line",
    [
        "Mat: to order parts",
        "Mat: will order parts",
        "Mat - Will order parts",
        "Mat has agreed to order parts",
    ],
)
def test_a_task_is_what_must_be_done_and_no_more(line: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


@pytest.mark.parametrize("task", ["to do list", "to be told", "will be away"])
def test_what_only_begins_like_that_is_kept(task: str) -> None:
    action = parse(f"Mat: {task}", TEAM)
    assert action is not None
    assert action.task == task


def test_an_account_that_will_do_something_has_an_action_anywhere() -> None:
    action = parse_marked("@kim will order parts", TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("kim",), "order parts")
    assert parse_marked("@kim will be away", TEAM) is None


def test_two_strangers_may_stand_before_what_both_do() -> None:
    action = parse_marked("AI: Ann Lee and Bo Ray to order parts", TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Ann Lee", "Bo Ray"), "order parts")


@pytest.mark.parametrize("line", ["The person responsible: Mat", "Owner: Mat", "Chair -> Mat"])
def test_who_is_responsible_for_nothing_to_do_has_no_action(line: str) -> None:
    assert parse_marked(line, TEAM) is None


@pytest.mark.parametrize(
    "line",
    [
        "Aufgabe: order parts",
        "**Tarea:** order parts",
        "\u4efb\u52a1\uff1aorder parts",
        "\u00c0 faire : order parts",
        "Actie 3: order parts",
        "ACTION ITEM 2.1 order parts",
        "**Action #12:** order parts",
        "ACTION 2020-11-09: order parts",
        "\u3010action item\u3011order parts",
    ],
)
@pytest.mark.parametrize("owner", ["", "Mat: ", "Mat to ", "Nobodyelse to "])
def test_a_mark_may_be_of_another_language_and_have_a_number(line: str, owner: str) -> None:
    action = parse_marked(line.replace("order", f"{owner}order"), TEAM)
    assert action is not None
    assert (action.owners, action.task) == (
        (owner.split(" ", maxsplit=1)[0].rstrip(":"),) if owner else (),
        "order parts",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Aufgabe ist es, order parts",
        "Tareas: order parts",
        "@Mat likes it",
        "@Mat: order parts",
        "@Mat was there",
        "Action Item Review (Mat)",
        "AI: We to go",
        "TODO 1.5 parts",
        "Mend what the teams found (action from Mat's last meeting)",
        "**AI**",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is None or not action.owners


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("**Budget:** Mat to send it", "Budget: send it"),
        ("**AI (Mat): send it**", "send it"),
        ("**AI Mat:** send it", "send it"),
        ("__Mat__: send it", "send it"),
    ],
)
def test_the_head_of_a_line_may_be_bold(line: str, task: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), task)


@pytest.mark.parametrize(
    "line",
    ["order parts (Mat, 2020-11-09)", "order parts - Mat, 2020-11-09", "order parts (Mat - by 2020-11-09)"],
)
def test_a_day_may_stand_behind_the_owner(line: str) -> None:
    action = parse(line, TEAM)
    assert action is not None
    assert (action.owners, action.task, action.due) == (("Mat",), "order parts", date(2020, 11, 9))


@pytest.mark.parametrize(
    "line", ["#action Mat to order parts", "#ACTION Mat order parts", "(3) Mat to order parts"]
)
def test_what_robots_take_for_an_action_is_one(line: str) -> None:
    action = parse_marked(line, TEAM)
    assert action is not None
    assert (action.owners, action.task) == (("Mat",), "order parts")


@pytest.mark.parametrize(
    "said", ["we're trying to order", "the name is vague", "currently it is so", "should we order"]
)
def test_what_somebody_says_by_an_account_is_no_action(said: str) -> None:
    assert parse_marked(f"@ann {said}", TEAM) is None
    action = parse(f"@ann {said}", TEAM)
    assert action is not None
    assert action.owners == ("ann",)
