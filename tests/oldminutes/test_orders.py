"""What is to be done, said without an owner."""

import pytest

from minutebook.oldminutes.orders import is_order


@pytest.mark.parametrize(
    "text",
    [
        "Draft a letter to the town",
        "please check the roof",
        "follow-up with the miller.",
        "Termin mit der Stadt abstimmen",
        "Posters ophangen.",
        "Pr\u00e9parer la d\u00e9mo",
        "Revisar el presupuesto",
        "Definire il prezzo",
        "Contacter l'\u00e9cole",
        "Przygotowa\u0107 plakat",
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
