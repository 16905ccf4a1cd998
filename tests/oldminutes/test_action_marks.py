"""What old minutes write before action items, beside the marks of the grammar, and below them."""

import pytest

from minutebook.oldminutes.action_marks import closing_outcome, is_no_task, with_usual_label, without_links


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Actions: Ada to oil it", "AI: Ada to oil it"),
        ("**Next steps:** Ada to oil it", "AI: Ada to oil it"),
        ("*Tareas*: Ada: aceitar", "AI: Ada: aceitar"),
        ("**Uppgifter: Ada oljar**", "**AI: Ada oljar**"),
        ("Follow-up: @ada oils it", "AI: @ada oils it"),
        ("**Next step 2:** oil it", "AI-1: oil it"),
    ],
)
def test_a_title_of_actions_before_a_colon_is_a_mark(text: str, usual: str) -> None:
    assert with_usual_label(text) == usual


@pytest.mark.parametrize(
    "text", ["Roof: Ada to oil it", "Actions of Ada: oil it", "Actions:", "Actions: (none)"]
)
def test_other_labels_stay(text: str) -> None:
    assert with_usual_label(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("@Ada Quill oils it", "Ada Quill oils it"),
        ("@ada oils it", "@ada oils it"),
        ("oil it @Ada Quill", "oil it @Ada Quill"),
        ("oil it [Ada Quill](mailto:ada@example.org) (due 2026-10-12)", "oil it @Ada Quill (due 2026-10-12)"),
        ("[[Ada Quill]] oils it", "Ada Quill oils it"),
        ("oil it [assignee] Ada [due] 2026-10-12", "oil it (assignee: Ada) (due: 2026-10-12)"),
        ("oil it [[people/Ada Quill]]", "oil it @Ada Quill"),
        ("oil the [[door]]", "oil the [[door]]"),
        ("[@ada](https://example.org/ada) oils it", "@ada oils it"),
        ("[Zoe](https://github.com/zoelee) oils it", "Zoe oils it"),
        ("[shed](https://github.com/club/shed) is open", "[shed](https://github.com/club/shed) is open"),
        ("[Zoe Lee](mailto:zoe@example.org) oils it", "Zoe Lee oils it"),
        ("[the door](https://example.org/door)", "[the door](https://example.org/door)"),
        ("[open] Ada: oil it", "Ada: oil it"),
        ("{Ada & Ben} oil it", "[Ada & Ben] oil it"),
        ("open: oil it", "open: oil it"),
        ("[x]oil it", "[x] oil it"),
        ("[x](open)", "[x](open)"),
        (r"oil it \(Ada Quill\)", "oil it (Ada Quill)"),
        ("oil it **(Ada)**", "oil it (Ada)"),
        (r"\[x\] A1 \- oil it", "[x] A1 - oil it"),
        (r"\[door\](open) \*oil\*", r"\[door\](open) \*oil\*"),
    ],
)
def test_what_stands_around_people_is_gone(text: str, plain: str) -> None:
    assert without_links(text, {"Ada Quill"}.__contains__)[0] == plain


@pytest.mark.parametrize(
    ("task", "is_told"),
    [
        ("2026-10-12, 19:00", True),
        ("nothing", True),
        ("Next meeting: **12 October 2026**", True),
        ("[Tasks/list.md](../tasks/list.md)", True),
        ("[18:42 GMT]", True),
        ("9:30 oil it", False),
        ("12 October 2026: oil it", False),
        ("Party: 12 October 2026", False),
        ("[oil it](https://example.org/7)", False),
        ("read [it](list.md)", False),
    ],
)
def test_nothing_a_time_or_a_link_to_a_file_is_no_task(task: str, is_told: bool) -> None:
    assert is_no_task(task) == is_told


@pytest.mark.parametrize(
    ("line", "word", "rest"),
    [
        ("DONE - in May", "DONE", "in May"),
        ("Already done", "done", None),
        ("**Closed**", "Closed", None),
        ("erledigt (mit Ada)", "erledigt", "mit Ada"),
    ],
)
def test_a_word_alone_closes_the_action_above(line: str, word: str, rest: str | None) -> None:
    outcome = closing_outcome(line)
    assert outcome
    assert (outcome["word"], outcome["rest"]) == (word, rest)


def test_a_tick_closes_the_action_above_with_what_follows() -> None:
    outcome = closing_outcome("\u2713 with Ada")
    assert outcome
    assert outcome["ticked"] == "with Ada"


@pytest.mark.parametrize("line", ["yes", "x", "open", "done by Ada yesterday", "We are done: all of it", ""])
def test_anything_else_closes_nothing(line: str) -> None:
    assert not closing_outcome(line)
