"""The fixed words of minutes in German."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="de",
    meeting_mark="Protokoll zu {file}, {mark}: jene Datei bearbeiten.",
    index_mark="Verzeichnis dieses Ordners, {mark}: series.yaml und die Sitzungen bearbeiten.",
    attending="Anwesend",
    absent="Abwesend",
    guests="Gäste",
    status="Status",
    draft="Entwurf",
    previous="Vorige Sitzung",
    empty="Diese Woche nichts",
    state="Stand",
    total="Summe",
    since="seit",
    changes="Änderungen gegenüber dem {date}.",
    unassigned="niemand",
    age=(("other", "{n}. Sitzung"),),
    due="fällig",
    overdue="überfällig seit",
    lapsing="verfällt beim nächsten Mal",
    done="ERLEDIGT",
    dropped="VERWORFEN",
    lapsed="VERFALLEN",
    next_meeting="Nächster Termin",
    open_actions="Offene Aufgaben",
    lapsed_actions="Verfallene Aufgaben",
    meetings="Sitzungen",
    no_meetings="Noch keine",
    skipped="ausgefallen",
    days=(
        ("one", "{n} Tag"),
        ("other", "{n} Tage"),
    ),
    long_overdue=(("other", "{n} seit mehr als {most} Sitzungen überfällig"),),
)
