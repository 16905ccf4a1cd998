"""The table of forms: each example is the documentation of its form and a test of it."""

import pytest
from support.people import TEAM

from minutebook.actions.forms import FORMS, Form, without_emphasis
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
        line = form.example.replace("Mat", "Nobodyelse")
        action = parse(line, TEAM)
        if form.trust == "known":
            assert action is None or action.owners == ()
        elif form.trust == "believed":
            assert action is not None
            assert action.owners == ("Nobodyelse",)


@pytest.mark.parametrize("sign", ["*", "**", "_", "__", "***"])
@pytest.mark.parametrize("mark", ["{0}ACTION ITEM{0}:", "{0}ACTION ITEM:{0}", "{0}ACTION ITEM{0} :"])
def test_a_mark_may_be_emphasised(sign: str, mark: str) -> None:
    assert without_emphasis(f"{mark.format(sign)} Mat to order parts") == "ACTION ITEM: Mat to order parts"


@pytest.mark.parametrize("line", ["*actionable* parts", "**Mat** to order parts", "*AI parts*", ""])
def test_other_emphasis_stays(line: str) -> None:
    assert without_emphasis(line) == line
