"""Words around the task of an action in the other languages of minutes: that it is closed, and by when it is due."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a merge driver needs the words, and no meeting
    from minutebook.records.meeting import Status

_DONE = (
    "erledigt abgeschlossen fertiggestellt fait faite terminé terminée hecho hecha terminado terminada "
    "completado completada feito feita concluído concluída gedaan afgerond voltooid fatto fatta completato "
    "completata zrobione wykonane zakończone klart färdigt gjort færdig ferdig utført hotovo splněno valmis tehty "
    "fet feta сделано готово выполнено 完了 完成 已完成 완료"
)
_DROPPED = (
    "verworfen entfällt gestrichen abgesagt abandonné abandonnée annulé annulée descartado descartada "
    "cancelado cancelada geschrapt vervalt geannuleerd abbandonato abbandonata annullato annullata "
    "porzucone anulowane 中止 已放弃 已取消"
)
_LAPSED = "verfallen caduque caduc caducada caducado vervallen decaduta wygasłe 失效 已失效 失効"
FOREIGN_CLOSING_WORDS: dict[str, "Status"] = {
    **dict.fromkeys(_DONE.split(), "done"),
    **dict.fromkeys(_DROPPED.split(), "dropped"),
    **dict.fromkeys(_LAPSED.split(), "lapsed"),
}
"""Words behind a task that close it, in small letters; before a task they can begin what there is to do."""
FOREIGN_HOW = "am|vom|von|seit|durch|heute|gestern|le|par|el|por|em|op|door|il|da|w|przez"
"""A pattern of what begins who closed it, or when."""
FOREIGN_DUE = (
    r"(?:fällig|frist|bis)(?:[ \t]+spätestens)?(?:[ \t]+(?:am|bis|zum))*|spätestens(?:[ \t]+(?:am|bis|zum))*"
    r"|(?:échéance|délai|avant|d['\u2019]ici|jusqu['\u2019]au|au[ \t]+plus[ \t]+tard)(?:[ \t]+(?:le|au))?"
    r"|(?:vence|plazo|fecha[ \t]+límite|antes[ \t]+del?|hasta)(?:[ \t]+el)?|(?:prazo|até)(?:[ \t]+[ao])?"
    r"|uiterlijk(?:[ \t]+op)?|tegen|v[oó]{2}r|(?:entro|scadenza|prima[ \t]+del)(?:[ \t]+il)?|termin|do(?=[ \t]+(?:[0-9]|poni|wtor|środ|czwa|piąt|sobo|nied|jutr|przy))|截止|期限"
)
"""A pattern of what stands before the day by which something is to be done."""
FOREIGN_BEFORE = (
    *("fällig", "frist", "bis", "spätest", "échéance", "délai", "avant", "ici", "jusqu", "tard", "vence"),
    *("plazo", "límite", "antes", "hasta", "prazo", "até", "uiterlijk", "tegen", "voor", "vóór", "entro"),
    *("scadenza", "prima", "termin", "do ", "截止", "期限"),
)
"""Of each of these a part without which it is none."""
FOREIGN_WEEKDAYS = (
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    "|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    "|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    "|poniedział(?:ek|ku)|wtor(?:ek|ku)|środ[ay]|czwart(?:ek|ku)|piąt(?:ek|ku)|sobot[ay]|niedziel[ai]"
)
FOREIGN_MONTHS = (
    "jänner|märz|mai|dez(?:ember)?|okt(?:ober)?|fév(?:rier)?|févr|avril|juin|juillet|août|déc(?:embre)?"
    "|enero|ene|abr(?:il)?|ago(?:sto)?|dic(?:iembre)?|fev(?:ereiro)?|maio|set(?:embro)?|out(?:ubro)?|dez(?:embro)?"
    "|maart|mrt|mei|gen(?:naio)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|ott(?:obre)?|sett(?:embre)?|dic(?:embre)?"
    "|stycznia|lutego|kwietnia|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
)
FOREIGN_DAYS = (
    "(?:über)?morgen|(?:der[ \t]+|dieser[ \t]+|nächster?[ \t]+)?(?:woche|sitzung)|monatsende|jahresende|kw[ \t]*[0-9]{1,2}"
    r"|ende[ \t]+(?:der[ \t]+|nächster[ \t]+)?(?:woche|monat|jahr|\w{3,9})"
    "|demain|(?:la[ \t]+)?fin[ \t]+(?:du|de)[ \t]+\\w+|(?:la[ \t]+)?semaine[ \t]+prochaine|(?:la[ \t]+)?prochaine[ \t]+réunion"
    "|mañana|(?:la[ \t]+)?próxima[ \t]+(?:semana|reunión)|amanhã|(?:à[ \t]+)?próxima[ \t]+(?:semana|reunião)"
    "|volgende[ \t]+(?:week|vergadering)|domani|(?:la[ \t]+)?(?:prossima[ \t]+settimana|settimana[ \t]+prossima)"
    "|jutra|przyszłego[ \t]+tygodnia|明天|下周|明日|来週"
)
"""Patterns of days in words, without those that English has, too."""
_NOTHING = (
    "- | aucun | aucune | brak | ei mitään | entfällt | geen | inga | ingen | ingenting | inget | "
    "intet | keine | keiner | n/a | na | nada | nenhum | nenhuma | nessuna | nessuno | nic | nichts | "
    "nichts neues | niente | niets | nil | nimic | nincs | ninguna | ninguno | no | no discussion | "
    "no items | no new action items | no new actions | no news | no one | no update | no updates | "
    "nobody | none | none noted | none this week | not discussed | nothing | nothing new | "
    "nothing this week | nothing to discuss | nothing to report | nulla | néant | r.a.s | ras | rien | "
    "rien à signaler | sem novidades | semmi | sin novedades | tba | tbd | yok | žiadne | žádné | "
    "καμία | немає | нет | ничего | \u2013 | \u2014 | なし | 无 | 暂无 | 没有 | 無 | 特になし | 없음"
)
NOTHING_PHRASES = tuple(_NOTHING.split(" | "))
"""What people write where there is nothing to say or to do, in small letters."""
