"""The fixed words of minutes in Polish."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="pl",
    meeting_mark="Protokół z {file}, {mark}: edytuj tamten plik.",
    index_mark="Spis tego katalogu, {mark}: edytuj series.yaml i spotkania.",
    attending="Obecni",
    absent="Nieobecni",
    guests="Goście",
    status="Status",
    draft="szkic",
    previous="Poprzednie spotkanie",
    empty="Nic w tym tygodniu",
    state="Stan",
    total="Razem",
    since="od",
    changes="Zmiany od {date}.",
    unassigned="nikt",
    age=(("other", "{n}. spotkanie"),),
    due="termin",
    overdue="po terminie od",
    lapsing="wygasa następnym razem",
    done="ZROBIONE",
    dropped="PORZUCONE",
    lapsed="WYGASŁE",
    next_meeting="Następne spotkanie",
    open_actions="Otwarte zadania",
    lapsed_actions="Wygasłe zadania",
    meetings="Spotkania",
    no_meetings="Jeszcze żadnego",
    skipped="odwołane",
    days=(
        ("one", "{n} dzień"),
        ("other", "{n} dni"),
    ),
    long_overdue=(("other", "{n} po terminie od ponad {most} spotkań"),),
)
