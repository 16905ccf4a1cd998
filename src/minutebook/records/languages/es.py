"""The fixed words of minutes in Spanish."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="es",
    meeting_mark="Acta de {file}, {mark}: edite ese archivo.",
    index_mark="Índice de esta carpeta, {mark}: edite series.yaml y las reuniones.",
    attending="Asistentes",
    absent="Ausentes",
    guests="Invitados",
    status="Estado",
    draft="borrador",
    previous="Reunión anterior",
    empty="Nada esta semana",
    state="Estado",
    total="Total",
    since="desde el",
    opened="desde el",
    changes="Cambios desde el {date}.",
    unassigned="nadie",
    age=(("other", "{n}.ª reunión"),),
    due="vence el",
    overdue="vencida desde el",
    lapsing="caduca la próxima vez",
    done="HECHA",
    dropped="DESCARTADA",
    lapsed="CADUCADA",
    next_meeting="Próxima reunión",
    open_actions="Tareas pendientes",
    lapsed_actions="Tareas caducadas",
    meetings="Reuniones",
    no_meetings="Ninguna todavía",
    skipped="cancelada",
    days=(
        ("one", "{n} día"),
        ("other", "{n} días"),
    ),
    long_overdue=(
        ("one", "{n} vencida desde hace más de {most} reuniones"),
        ("other", "{n} vencidas desde hace más de {most} reuniones"),
    ),
)
