"""The fixed words of minutes in Portuguese."""

from minutebook.records.fixed_words import Wording

WORDING = Wording(
    locale="pt",
    meeting_mark="Ata de {file}, {mark}: edite aquele arquivo.",
    index_mark="Índice desta pasta, {mark}: edite series.yaml e as reuniões.",
    attending="Presentes",
    absent="Ausentes",
    guests="Convidados",
    status="Estado",
    draft="rascunho",
    previous="Reunião anterior",
    empty="Nada esta semana",
    state="Estado",
    total="Total",
    since="desde",
    changes="Mudanças desde {date}.",
    unassigned="ninguém",
    age=(("other", "{n}ª reunião"),),
    due="prazo",
    overdue="em atraso desde",
    lapsing="caduca na próxima vez",
    done="FEITO",
    dropped="DESCARTADO",
    lapsed="CADUCADO",
    next_meeting="Próxima reunião",
    open_actions="Tarefas pendentes",
    lapsed_actions="Tarefas caducadas",
    meetings="Reuniões",
    no_meetings="Nenhuma por enquanto",
    skipped="cancelada",
    days=(
        ("one", "{n} dia"),
        ("other", "{n} dias"),
    ),
    long_overdue=(("other", "{n} em atraso há mais de {most} reuniões"),),
)
