"""A series that was only set up: old minutes say what its series.yaml leaves open."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from minutebook.notebook.notebook import Notebook
from minutebook.oldminutes.languages import says_nothing
from minutebook.records.roster import Roster
from minutebook.records.series import Person
from minutebook.source.edits.editor import Editor
from minutebook.source.edits.not_editable import NotEditable
from minutebook.source.yaml.loader import read

_FILLED = ("title", "schedule", "header", "roster", "style")
_ORDER = ("format", *_FILLED)


def join_people(listed: Sequence[Person], new_people: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people of a roster, and those in old minutes whom it lacks."""
    roster, people = Roster(listed), {person.name: person for person in listed}
    for person in new_people:
        spellings = (person.name, *person.aliases)
        names = {name for spelling in spellings if (name := roster.canonical(spelling))}
        if not names:
            people[person.name] = person
        elif len(names) == 1:
            (name,) = names
            if people[name] == Person(name):  # of whom the roster says nothing
                aliases = tuple(alias for alias in spellings if alias != name)
                people[name] = replace(person, name=name, aliases=aliases)
    return tuple(people.values())


def fill_series(notebook: Notebook, new_text: str) -> Notebook:
    """Return a series whose series.yaml has what it lacks of the text that a new one would have."""
    path = notebook.series_path
    new_data = read(path, new_text.encode()).data
    editor = Editor(path, notebook.text(path), notebook.document(path).data)
    try:
        for key in _FILLED:
            if key in new_data and not editor.data.get(key):
                if key in editor.data:
                    editor.remove_key((key,))
                editor.add((), key, new_data[key], predecessors=_ORDER[: _ORDER.index(key)])
        roster = editor.data.get("roster", {})
        for name, about in new_data.get("roster", {}).items():
            if name not in roster:
                editor.add(("roster",), name, about, predecessors=list(roster))
            elif roster[name] == {}:
                for key, value in about.items():
                    editor.add(("roster", name), key, value, predecessors=list(about))
        return notebook.with_text(path, editor.result())
    except NotEditable:
        return notebook


def usual_empty_text(lone_sentences: Mapping[str, Counter[str]], files: int) -> str | None:
    """Return the sentence that most often stands alone below titles, of which each is counted; None if it is rare."""
    # What stands below one title alone says something of that.
    counts = {
        sentence: titles.total()
        for sentence, titles in lone_sentences.items()
        if len(titles) > 1 or says_nothing(sentence)
    }
    usual = max(counts, key=counts.__getitem__, default="")
    return usual if counts.get(usual, 0) > max(2, files // 2) else None


def strict_day(days: Iterable[date]) -> date:
    """Return the day after the last one of old minutes."""
    return max(days) + timedelta(days=1)


def let_imported_rest(notebook: Notebook, days: Iterable[date]) -> Notebook:
    """Return a series in which the meetings rest that are made of old minutes of some days."""
    new_days = [day for day in days if day not in notebook.days]
    if not new_days or not notebook.series.asks_on(max(new_days)):
        return notebook
    path, day = notebook.series_path, str(strict_day(new_days))
    editor = Editor(path, notebook.text(path), notebook.document(path).data)
    try:
        if notebook.series.strict is None:
            editor.add((), "strict", day, predecessors=list(editor.data))
        else:
            editor.set(("strict",), day)
        return notebook.with_text(path, editor.result())
    except NotEditable:
        return notebook
