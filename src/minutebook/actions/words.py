"""The words and signs with which people mark action items, and those with which they close them."""

from typing import TYPE_CHECKING

from minutebook.actions.foreign_words import FOREIGN_CLOSING_WORDS

if TYPE_CHECKING:  # a merge driver needs the words, and no meeting
    from minutebook.records.meeting import Status

CLOSING_WORDS: dict[str, "Status"] = {
    **dict.fromkeys(("done", "closed", "complete", "completed", "finished", "resolved"), "done"),
    **dict.fromkeys(("dropped", "cancelled", "canceled"), "dropped"),
    "lapsed": "lapsed",
}
"""Words that close an action item wherever people mark it with one of them, in small letters."""
STATUS_WORDS: dict[str, "Status"] = {
    **CLOSING_WORDS,
    "fixed": "done",
    **dict.fromkeys(("wontfix", "rejected", "abandoned"), "dropped"),
    **dict.fromkeys(("todo", "pending", "in progress", "started"), "open"),
}
"""Words that stand for a status where one must stand; in prose some of them say too much else to close anything."""
CLOSING = "|".join(sorted(CLOSING_WORDS, key=len, reverse=True))
"""A pattern of the words that close an action item."""
CLOSED_WORDS = {**CLOSING_WORDS, **FOREIGN_CLOSING_WORDS}
"""Words that close an action item behind its task, in small letters."""
CLOSED = "|".join(sorted(CLOSED_WORDS, key=len, reverse=True))
"""A pattern of the words that close an action item behind its task."""
TICKS = "\u2713\u2714\u2705"
"""The signs that close an action item."""
TICK = f"[{TICKS}]\ufe0f?"
"""A pattern of these signs."""
MARK_WORDS = ("ai", "action", "item", "items", "point", "points", "todo")
"""The words of all marks of action items, in small letters."""
_FOREIGN_MARKS = (
    "ap | actiepunt | actiepunten | actie | aktion | aktionspunkt | aufgabe | acción | tarea | ação | tarefa "
    "| azione | tâche | à faire | úkol | úloha | zadanie | maßnahme | a faire | pendiente | da fare | compito "
    "| pendência | taak | att göra | do zrobienia | tehtävä | toimenpide | tiltak | tasca | acció | задача | "
    "поручение | タスク | アクション | åtgärd | uppgift | aksjon | aksjonspunkt | oppgave | opgave | feladat | 任务 | "
    "行动项 | 待办 | 宿題"
)
MARK_PHRASES = tuple(_FOREIGN_MARKS.split(" | "))
"""Marks of action items in other languages than English, in small letters."""
RESPONSIBLE_WORDS = (
    *("owners?", "responsible", "assignee", "assigned(?: to)?"),
    *("verantwortlich", "zust\u00e4ndig", "responsables?"),
    *("respons[a\u00e1]ve(?:l|is)", "responsabile", "verantwoordelijke?", "odpowiedzialn[aey]", "ansvarig"),
    *(
        "\u8d23\u4efb\u4eba",
        "\u8d1f\u8d23\u4eba",
        "\u8ddf\u8fdb\u4eba",
        "\u62c5\u5f53\u8005?",
        "\u8cac\u4efb\u8005",
    ),
)
"""What people write before the owner behind a task, in small letters."""
_NO_OWNERS = (
    "add agree agreed aim apply ask assign attach attempt begin bring call change check commit connect contact continue "
    "contribute convert decide email encourage get give go going have hope hoping how invite it let link listen look make "
    "migrate move need needs nothing offer ping plan planning point post present propose publish push reach refer remember "
    "remind rename reply report request respond return send set share speak start submit subscribe switch "
    "talk that there they this try trying update upgrade use want we what when where which who whom why work write"
)
NO_OWNER_WORDS = tuple(_NO_OWNERS.split())
"""Words before `to` or `will` that are nobody's name, in small letters, such as: We need to go."""
NO_VERB = (
    "i|we|you|they|he|she|it|the|an|this|that|these|those|there|here|if|while|so|but|yes|no|not|one|some|any|all|my|our"
    "|your|his|her|their|its|currently|maybe|just|only|probably|actually|again|then|now|because|since|as|about|after"
    "|before|for|of|like|more|most|very|too|may|might|should|must|do|am|be"
)
"""A pattern of what begins a sentence that somebody said, and no task."""
UNDECIDED_WORDS = frozenset({"tbd", "tba", "tbc", "?", "??"})
"""What people write where it is not known yet, in small letters."""
NOBODY_WORDS = UNDECIDED_WORDS | {
    *("nobody", "no one", "no-one", "noone", "none", "n/a", "niemand", "keiner", "personne", "nadie"),
    *("ningu\u00e9m", "nessuno", "nikt", "\u672a\u5b9a", "\u672a\u5206\u914d"),
    *("not assigned", "to be decided", "nicht zugewiesen", "non assign\u00e9", "sin asignar", "por definir"),
    *("a definir", "n\u00e3o atribu\u00eddo", "non assegnato", "da definire", "niet toegewezen"),
}
"""What people write for an owner where there is none yet, in small letters."""
NOTHING_WORDS = frozenset({"none", "nothing", "nil", "n/a", "na"})
"""What people write where there is nothing to say, in small letters; as an owner, Nil and Na are people."""
EVERYBODY_WORDS = (
    *("all", "everyone", "everybody", "alle", "jeder", "tous", "toutes", "tout le monde", "todos", "todas"),
    *("toda a gente", "allen", "iedereen", "tutti", "tutte", "wszyscy", "mindenki", "kaikki"),
    *(
        "v\u0161ichni",
        "v\u0161etci",
        "\u5168\u5458",
        "\u5168\u54e1",
        "\u5168\u4f53",
        "\u6240\u6709\u4eba",
        "\u5927\u5bb6",
        "c\u1ea3 nh\u00f3m",
        "m\u1ecdi ng\u01b0\u1eddi",
        "\uacf5\ud1b5",
        "\uc804\uccb4",
        "\uc804\uc6d0",
        "\ubaa8\ub450",
    ),
)
"""What stands for the whole roster, in small letters."""
BUT = (
    "(?:but|except(?: for)?|without|minus|not|au\u00dfer|ausser|ohne|bis auf|nur|aber|nicht|sauf|except\u00e9|"
    "sans|hormis|pas|excepto|salvo|menos|sin|exceto|sem|behalve|zonder|niet|tranne|eccetto|senza|opr\u00f3cz|bez)"
)
"""A pattern of what people write before those whom they leave out of it."""
AWAY = (
    "(?:(?:is |are )?(?:absent|away|missing|excused|sick|ill|(?:on )?(?:holiday|vacation|leave))|apologies|regrets|"
    "(?:(?:im|in) )?urlaub|fehl(?:t|en)|abwesend|entschuldigt|krank|verhindert|"
    "absente?s?|excus\u00e9e?s?|malades?|ausentes?|faltan?|enferm[oa]|doente|afwezig|ziek|assent[ei]|malat[oa]|"
    "nieobecn[aiy])"
)
"""A pattern of what people write behind somebody who was absent."""
GROUP_WORDS = frozenset(
    {
        *("all", "everyone", "everybody"),
        *("team", "group", "ops", "operations", "admins", "devs", "developers", "support", "staff"),
        *("management", "anyone", "anybody", "someone", "somebody", "both", "us", "we"),
        *("volunteers", "committee", "board"),
    }
)
"""What stands for several people, in small letters."""
LABEL_WORDS = frozenset(
    {
        *CLOSING_WORDS,
        *("open", "note", "notes", "nb", "fyi", "info", "todo", "action", "actions", "task", "tasks"),
        *("update", "updates", "status", "next", "due", "deadline", "question", "questions", "idea", "ideas"),
        *("new", "title", "description", "source", "author", "fonte", "autor", "autora", "autores", "quelle"),
        *(
            "blocked",
            "carried",
            "continued",
            "deferred",
            "delayed",
            "draft",
            "important",
            "ongoing",
            "postponed",
        ),
        *("priority", "recurring", "tentative"),
        *("topic", "see", "re", "ps", "optional", "urgent", "reminder", "decision", "goal", "blocker"),
    }
)
"""What begins a line with a colon behind it, and is nobody, in small letters."""
