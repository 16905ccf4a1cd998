"""The fixed words of minutes in French."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="fr",
    meeting_mark="Compte rendu de {file}, {mark} : modifier ce fichier-là.",
    index_mark="Index de ce dossier, {mark} : modifier series.yaml et les réunions.",
    label="**{label}\u00a0:** ",  # that no line begins with the colon
    colon="\u00a0: ",
    attending="Présents",
    absent="Absents",
    guests="Invités",
    status="Statut",
    draft="brouillon",
    previous="Réunion précédente",
    empty="Rien cette semaine",
    state="État",
    total="Total",
    since="depuis le",
    opened="depuis le",
    changes="Évolution depuis le {date}.",
    unassigned="personne",
    age=(("one", "{n}re réunion"), ("other", "{n}e réunion")),
    due="échéance",
    overdue="en retard depuis le",
    lapsing="caduque la prochaine fois",
    done="FAIT",
    dropped="ABANDONNÉE",
    lapsed="CADUQUE",
    next_meeting="Prochaine réunion",
    open_actions="Actions en cours",
    lapsed_actions="Actions caduques",
    meetings="Réunions",
    no_meetings="Aucune pour le moment",
    skipped="annulée",
    days=(("one", "{n} jour"), ("other", "{n} jours")),
    long_overdue=(("other", "{n} en retard depuis plus de {most} réunions"),),
)
