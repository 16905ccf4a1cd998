"""The fixed words of minutes in Dutch."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="nl",
    meeting_mark="Notulen van {file}, {mark}: bewerk dat bestand.",
    index_mark="Overzicht van deze map, {mark}: bewerk series.yaml en de vergaderingen.",
    attending="Aanwezig",
    absent="Afwezig",
    guests="Gasten",
    status="Status",
    draft="concept",
    previous="Vorige vergadering",
    empty="Deze week niets",
    state="Stand",
    total="Totaal",
    since="sinds",
    changes="Veranderingen sinds {date}.",
    unassigned="niemand",
    age=(("other", "{n}e vergadering"),),
    due="uiterlijk",
    overdue="te laat sinds",
    lapsing="vervalt de volgende keer",
    done="GEDAAN",
    dropped="GESCHRAPT",
    lapsed="VERVALLEN",
    next_meeting="Volgende vergadering",
    open_actions="Openstaande acties",
    lapsed_actions="Vervallen acties",
    meetings="Vergaderingen",
    no_meetings="Nog geen",
    skipped="niet doorgegaan",
    days=(
        ("one", "{n} dag"),
        ("other", "{n} dagen"),
    ),
    long_overdue=(("other", "{n} al meer dan {most} vergaderingen te laat"),),
)
