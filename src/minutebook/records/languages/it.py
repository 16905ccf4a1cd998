"""The fixed words of minutes in Italian."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="it",
    meeting_mark="Verbale di {file}, {mark}: modificare quel file.",
    index_mark="Indice di questa cartella, {mark}: modificare series.yaml e le riunioni.",
    attending="Presenti",
    absent="Assenti",
    guests="Ospiti",
    status="Stato",
    draft="bozza",
    previous="Riunione precedente",
    empty="Niente questa settimana",
    state="Stato",
    total="Totale",
    since="dal",
    changes="Variazioni dal {date}.",
    unassigned="nessuno",
    age=(("other", "{n}ª riunione"),),
    due="scadenza",
    overdue="in ritardo dal",
    lapsing="decade la prossima volta",
    done="FATTO",
    dropped="ABBANDONATO",
    lapsed="DECADUTO",
    next_meeting="Prossima riunione",
    open_actions="Azioni aperte",
    lapsed_actions="Azioni decadute",
    meetings="Riunioni",
    no_meetings="Ancora nessuna",
    skipped="annullata",
    days=(
        ("one", "{n} giorno"),
        ("other", "{n} giorni"),
    ),
    long_overdue=(("other", "{n} in ritardo da più di {most} riunioni"),),
)
