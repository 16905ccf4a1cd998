"""In which language old minutes are written, by small words, labels and months that only one has."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_OTHER = "other"
"""Languages in which minutebook writes no minutes, but which have some words of those in which it does."""
_WORDS: Mapping[str, str] = {
    "en": "and from have should that the they this which with",
    "de": "auch der für ist mit nicht und werden wird wurde anwesend aufgabe aufgaben beschluss bis entschuldigt "
    "erledigt gesamt protokoll sitzung vom zum januar februar märz dezember",
    "fr": "aux avec dans des est les nous pour sont une absents excusés fait présents rendu réunion tâche tâches "
    "janvier février avril juin juillet août septembre décembre",
    "es": "del el este fue las los pero una y acta asistentes hecho reunión tarea tareas "
    "enero febrero mayo junio julio septiembre octubre noviembre diciembre",
    "pt": "ao com dos em foi não os pelo são uma ata até feito reunião tarefa tarefas "
    "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "nl": "een het naar niet ook van voor worden wordt zijn aanwezig afwezig notulen taken vergadering "
    "januari februari maart mei augustus",
    "it": "che di gli il nel non per sono sul è assenti fatto presenti riunione verbale "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
    _OTHER: "že jsou sme ktoré alebo nebo který och att är inte og ikke ett amb els dels aquest seva "
    "että ovat myös és hogy și",
    "pl": "dla jest nie od oraz przez się że nieobecni obecni spotkanie zadania "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
_SIGNS: Mapping[str, str] = {"zh": "的了是我们这", "ja": "のをはがにで"}
"""Of languages that put no spaces between words, signs that the other one has not."""
_LANGUAGES = {word: language for language, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"(?<![\w./@-])[^\W\d_]++(?![\w/@]|[.-]\w)")
"""A word that is no part of an address, such as github.com, nor of a name with dashes."""
_FEWEST, _CLEARLY = 10, 4
"""How many words show a language, and how many times as many as those of all others together they must be."""


def count_small_words(lines: Iterable[str]) -> Counter[str]:
    """Return how many small words of each language some lines have."""
    text = "\n".join(lines).casefold()
    counts = Counter(_LANGUAGES[word] for word in _WORD.findall(text) if word in _LANGUAGES)
    return counts + Counter({language: sum(map(text.count, signs)) for language, signs in _SIGNS.items()})


def language_of(counts: Counter[str]) -> str | None:
    """Return the language that so many small words show, None where they don't."""
    language, count = next(iter(counts.most_common(1)), ("", 0))
    is_clear = count >= _FEWEST and count >= _CLEARLY * (counts.total() - count)
    return language if is_clear and language != _OTHER else None
