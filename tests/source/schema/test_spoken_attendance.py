"""Who attended in words, and what becomes of it when somebody writes what the message says."""

import pytest
from support.notes import Notes

from minutebook.source.schema.spoken_attendance import absent_name, as_written, short_form

SERIES = """\
format: 1
title: Team
roster:
  Ada Ray: {aliases: [Ada]}
  Ben O'Neill: {aliases: [Ben]}
  Cy Groß: {aliases: [Cy]}
"""


@pytest.mark.parametrize(
    "typed",
    [
        *("[all, -Cy]", '[all, "!Cy"]', "[all, !Cy]", "[alle, ohne Cy]", "[everyone but Cy]", "all - Cy"),
        *("[all, (Cy is away)]", "alle (Cy fehlt)", "tous sauf Cy", "[all but: [Cy]]", "all but [Cy]"),
        *("all, but not Cy", "{all but: Cy}", "[all, but: Cy]", "{alle au\u00dfer: [Cy]}", "todos menos Cy"),
    ],
)
def test_who_was_absent_is_absent_once_the_message_is_followed(notes: Notes, typed: str) -> None:
    notes.write(f"{notes.series}/series.yaml", SERIES)
    path = notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\nattending: {typed}\n")
    said = notes.run("check", "--color", "never").stdout
    assert "all but: [Cy]" in said
    notes.run("sync", "--fix")
    assert notes.read(path).startswith(
        "date: 2020-10-26\nattending: [Ada Ray, Ben O'Neill]\nabsent: [Cy Groß]\n"
    )
    assert notes.problems() == []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("alle", "[Ada Ray, Ben O'Neill, Cy Groß]"),
        ("[alle]", "[Ada Ray, Ben O'Neill, Cy Groß]"),
        ("{Ada: chair, Cy: scribe}", "[Ada Ray (chair), Cy Groß (scribe)]"),
        ("[Ada: chair, Cy]", "[Ada Ray (chair), Cy Groß]"),
        ("[Ada, ?]", "[Ada Ray]"),
        ("{all but: Cy, Ben}", "[Ada Ray]"),
    ],
)
def test_people_stand_in_the_list_as_they_were_meant(notes: Notes, typed: str, names: str) -> None:
    notes.write(f"{notes.series}/series.yaml", SERIES)
    path = notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\nattending: {typed}\n")
    notes.run("sync", "--fix")
    assert f"attending: {names}\n" in notes.read(path)
    assert notes.problems() == []


@pytest.mark.parametrize("lines", ["[Ada, -Cy]", "\n  - Ada\n  - -Cy", "\n  - all\n  - -Cy"])
def test_what_may_be_meant_otherwise_is_left_to_people(notes: Notes, lines: str) -> None:
    notes.write(f"{notes.series}/series.yaml", SERIES)
    path = notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\nattending: {lines}\n")
    notes.run("sync", "--fix")
    assert "-Cy" in notes.read(path)
    (hint,) = (problem["hint"] for problem in notes.problems())
    assert hint in {
        "If Cy Groß was absent, delete it here and write under `absent`: Cy Groß",
        "Write: attending: {all but: [Cy]}",
    }


@pytest.mark.parametrize(
    "text", ["Mat", "all hands", "all, Mat", "all, but", "Alla", "all, -Mat, Ada", "everyone else"]
)
def test_what_says_not_of_all_that_they_were_there_has_no_short_form(text: str) -> None:
    assert short_form(text) is None


def test_an_apostrophe_within_a_name_stays() -> None:
    assert short_form("all but 'Ben O'Neill'") == "{all but: [Ben O'Neill]}"


@pytest.mark.parametrize("text", ["Mat", "- Mat", "Mat (remote)", "Notwen", "Mat?", "Mat - Ada"])
def test_a_name_without_a_word_for_absent_is_there(text: str) -> None:
    assert absent_name(text) is None


@pytest.mark.parametrize("typed", ["[Mat, Ada]", "{all but: [Mat]}", "all", '["Mat: x"]', "[Mat?]"])
def test_what_is_written_right_is_not_written_otherwise(typed: str) -> None:
    assert as_written(typed) is None
