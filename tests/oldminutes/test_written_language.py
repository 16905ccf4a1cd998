"""In which language old minutes are written."""

import pytest

from minutebook.oldminutes.written_language import count_small_words, language_of
from minutebook.records.fixed_words import LANGUAGES

SENTENCES = {
    "en": "We have the list that they should send and this from the board",
    "de": "Der Bericht ist mit den Zahlen fertig und wird nicht gedruckt",
    "fr": "Nous avons les chiffres avec des notes pour le bureau dans une semaine",
    "es": "El informe y los datos del grupo fue leído",
    "pt": "Não foi lida uma ata dos membros em maio",
    "nl": "Het verslag van de groep is niet voor iedereen en wordt ook gelezen",
    "it": "Il verbale che sono stati letti per il gruppo è nel sito",
    "pl": "Nie ma listy na stronie oraz nie jest gotowa dla grupy",
    "zh": "这是我们的会议，他说了",
    "ja": "会議のまとめを書くのは来週になりました",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_small_words_show_a_language(language: str) -> None:
    assert language_of(count_small_words([SENTENCES[language]] * 10)) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Protokoll der Sitzung vom 14.01.2026\nAnwesend: Ada\nEntschuldigt: Ben\nAufgaben"),
        ("fr", "Compte rendu du 2 février\nPrésents : Ada\nExcusés : Ben\nTâches"),
        ("es", "Acta de la reunión del 4 de mayo\nAsistentes: Ada\nTareas"),
        ("pt", "Ata da reunião de 4 de maio\nPresentes: Ada\nTarefas"),
    ],
)
def test_labels_and_months_show_a_language_where_nobody_writes_sentences(language: str, text: str) -> None:
    assert language_of(count_small_words(text.split("\n") * 3)) == language


@pytest.mark.parametrize(
    "text",
    [
        "Karel se ptal, že prý jsou doma",
        "El grup del barri parla amb els veïns",
        "Og vi har ikke tid og ser til",
    ],
)
def test_another_language_is_not_taken_for_one_that_has_some_of_its_words(text: str) -> None:
    assert language_of(count_small_words([text] * 20)) is None


def test_a_few_words_or_those_of_two_languages_show_none() -> None:
    assert language_of(count_small_words([])) is None
    assert language_of(count_small_words([SENTENCES["de"]])) is None
    assert language_of(count_small_words([SENTENCES["de"], SENTENCES["en"]] * 10)) is None


def test_minutes_can_be_drawn_in_each_language_that_is_known() -> None:
    assert SENTENCES.keys() <= {*LANGUAGES}


def test_an_address_is_of_no_language() -> None:
    text = "Jf. https://git.example.com/dos/em.com, www.com.example, com-com"
    assert count_small_words([text]) == {}
