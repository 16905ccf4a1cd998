"""What is to be done, said without an owner."""

import pytest

from minutebook.oldminutes.orders import are_steps, is_order, is_question, is_report


@pytest.mark.parametrize(
    "text",
    [
        "Draft a letter to the town",
        "please check the roof",
        "**Check** the roof",
        "Check the roof. Reasons:",
        "[check the roof](https://example.org)",
        "follow-up with the miller.",
        "Town and roof: Ask the mayor.",
        "**Roof:** Ask the mayor",
        "create/update the page",
        "Termin mit der Stadt abstimmen",
        "Posters ophangen.",
        "Pr\u00e9parer la d\u00e9mo",
        "Revisar el presupuesto",
        "Definire il prezzo",
        "Contacter l'\u00e9cole",
        "Przygotowa\u0107 plakat",
        "Naplanovat schuzi",
        "Naj\u00edt s\u00e1l",
        "Pripravi\u0165 plag\u00e1t",
        "\u041f\u043e\u0434\u0433\u043e\u0442\u043e\u0432\u0438\u0442\u044c \u043f\u043b\u0430\u043a\u0430\u0442",
    ],
)
def test_an_order_begins_or_ends_with_what_is_to_be_done(text: str) -> None:
    assert is_order(text)


@pytest.mark.parametrize(
    "text",
    [
        "The roof leaks",
        "Draft",
        "Draft letters:",
        "Roof: mend and paint are away",
        "Roof: The oven is hot",
        "Only one of us came",
        "The door is open",
        "After a break we went on",
        "Plakaten for m\u00f8det er i haven",
        "Wir sind fertig. Danke euch allen, sagten",
        "",
    ],
)
def test_what_is_said_otherwise_is_none(text: str) -> None:
    assert not is_order(text)


def test_a_list_of_phrases_and_orders_is_one_of_steps() -> None:
    assert are_steps(["Demo for all", "Book the hall for the party at the end of the year in May"])
    assert are_steps(["Demo for all", "The new roof of the old mill (as seen in May and June)"])


@pytest.mark.parametrize(
    "text",
    ["The hall is booked.", "Of the money that we have some goes into paint", "Of note:", "We keep the roof"],
)
def test_a_list_with_a_sentence_is_none(text: str) -> None:
    assert not are_steps(["Demo for all", text])


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Can we mend the roof?", True),
        ("@ada: the roof leaks. Any news?", True),
        ("\u8ab0\u304c\u76f4\u3059\uff1f", True),
        ("Wer kommt?", True),
        ("Ask whether the roof leaks?", False),
        ("the roof, perhaps?", False),
        ("Can it", False),
    ],
)
def test_a_question_begins_and_ends_as_one(text: str, is_asked: bool) -> None:
    assert is_question(text) == is_asked


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Updated the page", True),
        ("already took a look", True),
        ("Ada Quill painted doors", True),
        ("Ada Quill has sent it", True),
        ("Ada Quill hat den Brief geschickt", True),
        ("Updated page", False),
        ("embed the map", False),
        ("Ada Quill has agreed to send it", False),
        ("Ada Quill has to send it", False),
        ("Ada Quill sends it", False),
        ("Ben painted doors", False),
    ],
)
def test_a_report_tells_what_was_done(text: str, is_told: bool) -> None:
    assert is_report(text, ("Ada Quill",)) == is_told
