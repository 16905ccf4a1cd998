"""What the reader understands of minutes in many styles and languages: who was there, what is to do, and when it was."""

import re
from collections.abc import Iterable
from datetime import date

import pytest
from support.oldminutes.audits import find_faults
from support.oldminutes.imports import ImportedTexts, import_texts

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.series_import import OldFile, gather

HEAD = "# Club, 6 January 2020\n\nPresent: Ada Quill, Ben Stone, Cy Dunn, Mat Ray\n\n"
WEEKS = ("2020-01-06", "2020-01-13", "2020-01-20")


def notes(text: str, path: str = "2020-01-06.md") -> str:
    """Return the YAML that a file becomes."""
    imported = import_texts({path: text})
    assert imported.report.stopped == ()
    (only,) = imported.notes.values()
    return only


def people(text: str) -> list[str]:
    """Return the lists of people of a file, as its YAML has them."""
    return re.findall(r"^(?:attending|absent|guests): .*$", notes(text), re.MULTILINE)


def actions(text: str) -> list[str]:
    """Return what the YAML of a file says of its actions."""
    return re.findall(r"(?:owner|task|status|due): .*", notes(text))


def weeks(texts: Iterable[str]) -> dict[str, str]:
    """Return files of one week after the other."""
    return {f"{day}.md": f"# Club\n\n{text}" for day, text in zip(WEEKS, texts, strict=False)}


def kinds(imported: ImportedTexts) -> list[tuple[str, str, str]]:
    """Return what was decided, but for what only reads otherwise."""
    decided = imported.report.decisions
    return [(each.kind, each.stated, each.now) for each in decided if each.kind != "rewritten"]


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("**Members**\n- Ada Quill\n- Ben\n\n**Visitors**\n- Cy\n", ["attending: [Ada Quill, Ben]", "guests: [Cy]"]),
        ("Present: Ada, Ben\nCould not attend: Cy\n", ["attending: [Ada, Ben]", "absent: [Cy]"]),
        ("Participants : Ada, Ben\n", ["attending: [Ada, Ben]"]),
        ("Attendees – Ada, Ben\n", ["attending: [Ada, Ben]"]),
        ("参会人：张三、李四\n", ["attending: [张三, 李四]"]),
        ("### 参加者：　大河内、佐藤（記）\n", ["attending: [大河内, 佐藤 (記)]"]),
        ("| Name | Present |\n|---|---|\n| Ada | yes |\n| Ben | no |\n", ["attending: [Ada]", "absent: [Ben]"]),
        ("| Nome | Presença |\n|---|---|\n| Rui das Dores | ✔️ |\n", ["attending: [Rui das Dores]"]),
        ("|  |  |\n|---|---|\n| **Datum** | 2020-01-06 |\n| **Aanwezig** | Ada, Ben en Cy |\n", ["attending: [Ada, Ben, Cy]"]),
        ("## Aanwezigen\n\n|Achternaam|Voornaam|\n|---|---|\n| van der Poel | Ad |\n", ["attending: [Ad van der Poel]"]),
        ("## Present\n\n  - Ada\n  - Ben\n\n### Regrets\n\n- Cy\n", ["attending: [Ada, Ben]", "absent: [Cy]"]),
        ("Attendees:\n- Ada - chair\n- Ben – scribe\n", ["attending: [Ada (chair), Ben (scribe)]"]),
        ("Attendees: Ada Quill/Acme, Ben Stone/Bold\n", ["attending: [Ada Quill (Acme), Ben Stone (Bold)]"]),
        ("* Attendees:\n  * Ada\n  * Ben\n* Agenda\n", ["attending: [Ada, Ben]"]),
        ("Attendees: Ada A., Ben B., Cy C. A quorum\nwas confirmed.\n", ["attending: [Ada A., Ben B., Cy C.]"]),
        ("**Présent.e.s :** Ada, Ben\n", ["attending: [Ada, Ben]"]),
        ("## Directors Present\n\n- Ada Quill, Chair\n- Ben Stone, Treasurer\n", ["attending: [Ada Quill (Chair), Ben Stone (Treasurer)]"]),
        ("## Anwesende Mitglieder\n\nAda, Ben\n", ["attending: [Ada, Ben]"]),
    ],
)  # fmt: skip
def test_who_was_there_is_read_in_any_form(text: str, lists: list[str]) -> None:
    assert people(f"# Club\n\n{text}\n## Talk\n\nx\n") == lists


@pytest.mark.parametrize(
    "title", ["Présents", "Anwesende", "Asistentes", "Deelnemers", "Närvarande", "Přítomni", "Участники", "参会人", "出席者"]
)  # fmt: skip
def test_who_was_there_is_read_in_many_languages(title: str) -> None:
    assert people(f"# Club\n\n## {title}\n\n- Ada\n- Ben\n\n## X\n\ny\n") == ["attending: [Ada, Ben]"]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("[Ada Quill](https://code.example/adaq)", "Ada Quill"),
        ("@ben", "ben"),
        ("Cy Dunn (Acme, Inc.)", '"Cy Dunn (Acme, Inc.)"'),
        ("**Dora Fox**", "Dora Fox"),
        ("<@eve>", "eve"),
        ("Flo Gray (she/her)", "Flo Gray (she/her)"),
        ("Ana dos Santos", "Ana dos Santos"),
        ("Jan ter Beek", "Jan ter Beek"),
        ("Jeanne d'Arc", "Jeanne d'Arc"),
        ("Omar al-Amin", "Omar al-Amin"),
        ("Maria da Luz Costa Lima", "Maria da Luz Costa Lima"),
        ("Ann Lee @ann (TSC)", '"Ann Lee (@ann, TSC)"'),
    ],
)
def test_each_line_of_a_list_stands_for_itself(line: str, entry: str) -> None:
    text = f"# Club\n\n## Attendees\n\n- {line}\n- see the list\n\n## Talk\n\nx\n"
    assert people(text) == [f"attending: [{entry}]"]
    told = kinds(import_texts({"2020-01-06.md": text}))
    assert ("attendance left in prose", "see the list", "not a name") in told


def test_lists_of_a_part_of_a_meeting_are_not_those_of_the_meeting() -> None:
    text = "# B\n\nPresent: Ada, Ben\n\n## Breakout\n\n### Present\n\n- Cy\n\n### Regrets\n\n- Dora\n\nx\n"
    assert people(text) == ["attending: [Ada, Ben]"]


@pytest.mark.parametrize(
    ("line", "owner", "task"),
    [
        ("- Action Item for Ada: write it", "Ada Quill", "write it"),
        ("- *ACTION ITEM*: Ada to write it", "Ada Quill", "write it"),
        ("- action: write it", "unassigned", "write it"),
        ("- write it (ACTION: Ada)", "Ada Quill", "write it"),
        ("- AI: Ada - write it", "Ada Quill", "write it"),
        ("- [ ] PRs: review it", "unassigned", '"PRs: review it"'),
        ("- Ada to write it and to send it", "Ada Quill", "write it and to send it"),
        ("- **AI Ada:** write it", "Ada Quill", "write it"),
        ("- @ada write it", "Ada Quill", "write it"),
        ("AI Ada: write it", "Ada Quill", "write it"),
        ("- @ada to write it", "Ada Quill", "write it"),
        ("- **Door:** Ada to write it", "Ada Quill", '"Door: write it"'),
        ("- AP @ada: write it", "Ada Quill", "write it"),
        ("- AP: @ada write it", "Ada Quill", "write it"),
        ("ACTION 3: Ada to write it", "Ada Quill", "write it"),
        ("**ACTION 12.3** Ada will write it", "Ada Quill", "write it"),
        ("- ACTION: Lea Moor to write it", "Lea Moor", "write it"),
        ("- **Action items**:\n    - Ada: write it", "Ada Quill", "write it"),
        ("- Door\n    - **Action items**:\n        - Ada: write it", "Ada Quill", "write it"),
        ("* Action: Ada and Ben to write it", "[Ada Quill, Ben Stone]", "write it"),
        ("- ACTION: we need to write it", "unassigned", "we need to write it"),
        ("- **Actiepunt: schrijf het op**", "unassigned", "schrijf het op"),
        ("- One\n    - Two\n        - AI (Ada): write it", "Ada Quill", "write it"),
    ],
)
def test_a_marked_action_is_one_anywhere(line: str, owner: str, task: str) -> None:
    assert actions(f"{HEAD}## Talk\n\n{line}\n") == [f"owner: {owner}", f"task: {task}"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("- write it -- Ada", "Ada Quill"),
        ("- Ada- write it", "Ada Quill"),
        ("- Ada:\n  - write it", "Ada Quill"),
        ("- write it (Ada)", "Ada Quill"),
        ("- **Ada** write it", "Ada Quill"),
        ("- Ada will write it", "Ada Quill"),
        ("- write it @ada", "Ada Quill"),
        ("- All: write it", "All"),
        ("| Task | Owner |\n|---|---|\n| write it | Ada |", "Ada Quill"),
    ],
)
@pytest.mark.parametrize(
    "above", ["## Action points", "## Open action items", "**Action items for next week:**", "## Tareas"]
)
def test_below_its_title_a_list_is_one_of_actions(line: str, owner: str, above: str) -> None:
    assert actions(f"{HEAD}{above}\n\n{line}\n") == [f"owner: {owner}", "task: write it"]


def test_a_table_of_tasks_says_who_when_and_whether_it_is_done() -> None:
    table = "| Responsable | Tâche | Échéance | Statut |\n|---|---|---|---|\n| Ada | écrire | 3 février 2020 | fait |\n"
    assert actions(f"{HEAD}## Suite\n\n{table}") == [
        *("owner: Ada Quill", "task: écrire", "due: 2020-02-03", "status: done")
    ]


def test_initials_name_people_in_later_files() -> None:
    texts = weeks(
        ["## Present\n\n* CD: Cy Dunn\n* AQ: Ada Quill\n", "- AI (CD): oil the door\n- AQ to open it\n"]
    )
    (_, later) = import_texts(texts).notes.values()
    assert re.findall("owner: .*", later) == ["owner: Cy Dunn", "owner: Ada Quill"]


def test_what_stands_behind_two_names_is_not_short_for_either() -> None:
    text = "# Club\n\nPresent:\n\n- Ada Quill (ACME)\n- Abel Moss (ACME)\n"
    evidence = gather([OldFile("2020-01-06.md", date(2020, 1, 6))], lambda _: read_markdown(text))
    assert [person.aliases for person in evidence.facts(None).roster.people.values()] == [(), ()]


def test_of_two_with_one_first_name_the_one_who_was_there_is_meant() -> None:
    texts = weeks(
        ["Present: Ann Lee, Ben\n\n- AI (Ann): oil it\n", "Present: Ann Fox, Ben\n\n- Ann to paint it\n"]
    )
    assert re.findall("owner: .*", "".join(import_texts(texts).notes.values())) == [
        "owner: Ann Lee",
        "owner: Ann Fox",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- @ada likes the lamp",
        "- @ada: the lamp is warm",
        "- @ada and @ben propose a lamp",
        "@ada:\n- a lamp",
        "- Action Item Review (Ada)",
    ],
)
def test_what_somebody_says_is_no_action(line: str) -> None:
    assert actions(f"{HEAD}## Talk\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "owner"), [("Ada - to write it", "Ada Quill"), ("Ben: write it", "Ben Stone"), ("write it", "")]
)
def test_a_plain_line_where_actions_stand_is_one_if_it_names_its_owner(line: str, owner: str) -> None:
    found = [f"owner: {owner}", "task: write it"] if owner else []
    assert actions(f"{HEAD}## Action items\n\n{line}\n") == found


@pytest.mark.parametrize("sign", ["---", "# [Lamps](https://example.org)"])
def test_actions_stand_where_they_do_only_up_to_a_line_or_the_next_heading(sign: str) -> None:
    assert actions(f"{HEAD}## Action items\n\n- Ada: write it\n\n{sign}\n\n- Ben: paint\n") == [
        *("owner: Ada Quill", "task: write it")
    ]


@pytest.mark.parametrize("owner", ["A Quill", "A. Quill", "Ada Quill/Ben Stone", "Ada/Ben"])
def test_owners_may_be_short_or_parted_by_slashes(owner: str) -> None:
    table = f"| Action Items | Who |\n|---|---|\n| write it | {owner} |\n"
    assert actions(f"{HEAD}## Talk\n\n{table}")[0] in {"owner: Ada Quill", "owner: [Ada Quill, Ben Stone]"}


@pytest.mark.parametrize(
    "line", ["ACTION: none.", "- Actions: none", "- AI (Ada): paint [DONE]\n  - white: 98", "Possible actions:\n\n- paint it"]
)  # fmt: skip
def test_what_is_no_open_action_does_not_vanish(line: str) -> None:
    assert find_faults(weeks([f"## T\n\n{line}\n", "x\n"])) == ()


@pytest.mark.parametrize(
    ("title", "left", "day"),
    [
        ("Shop notes for January 31, 2022", "Shop notes", "2022-01-31"),
        ("Shop notes on January 31, 2022", "Shop notes", "2022-01-31"),
        ("26. Januar 2026 Treffen", "Treffen", "2026-01-26"),
        ("Réunion du 3 février 2021", "Réunion", "2021-02-03"),
        ("2020-October-26 Talk", "Talk", "2020-10-26"),
        ("2020 10 26 Talk", "Talk", "2020-10-26"),
        ("2020\u201310-26 Talk", "Talk", "2020-10-26"),
    ],
)
def test_a_title_is_kept_without_its_date(title: str, left: str, day: str) -> None:
    text = notes(f"# {title}\n\nx\n", "talk.md")
    assert (f"title: {left}\n" in text, f"date: {day}\n" in text) == (True, True)


def test_a_time_beside_the_date_goes_to_the_header() -> None:
    assert 'header:\n  Time: "20:00 UTC"\n' in notes("# January 31 2022 @ 20:00 UTC\n\nx\n", "talk.md")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("**Data:** 02/04/2025\n\n**Próxima Reunião:** 09/04/2025\n", "2025-04-02"),
        ("### Meeting Date/Time: Friday, March 19, 2021 at 15:20 UTC\n", "2021-03-19"),
        ("| 时间 | 2021-03-19 15:20 |\n|---|---|\n| 地点 | 会议 |\n", "2021-03-19"),
        ("#### 日時 ：2021/05/25(火) 17-18時\n", "2021-05-25"),
        ("| Data | Local | Redator |\n|---|---|---|\n| 04/09/2025 | Sala 1 | Ada |\n", "2025-09-04"),
        ("**Fecha:** Martes 13/02/2024\n", "2024-02-13"),
    ],
)
def test_a_line_at_the_top_tells_the_day(text: str, day: str) -> None:
    assert f"date: {day}\n" in notes(f"# Club\n\n{text}\nx\n", "talk.md")


def test_a_weekday_that_contradicts_its_date_is_a_fault() -> None:
    (fault,) = find_faults({"a.md": "# Shop, Friday, Feb 5th, 2020\n\nx\n"})
    assert (fault.fault, fault.computed) == ("title-date", "2021-02-05")


def test_a_meeting_that_was_called_off_is_a_skipped_one() -> None:
    texts = weeks(
        [
            f"{line}\n"
            for line in (
                "- AI (Ada): oil it",
                "Meeting canceled due to lack of agenda.",
                "- AI (Ada): oil it",
            )
        ]
    )
    first, skipped, last = import_texts(texts).notes.values()
    assert "status: skipped\nreason: Meeting canceled due to lack of agenda.\n" in skipped
    assert re.findall("id: .*", first) == re.findall("id: .*", last)


def test_chapters_with_numbers_are_no_titles() -> None:
    text = notes("# 1. Opening\n\na\n\n# 2. Closing\n\nb\n")
    assert re.findall("title: .*", text) == ['title: "1. Opening"', 'title: "2. Closing"']


def test_headings_may_be_bold_or_underlined() -> None:
    text = notes("# **Club**\n\n## **Planning**\n\na\n\nWork\n----\n\nb\n")
    assert re.findall("title: .*", text) == ["title: Club", "title: Planning", "title: Work"]


def test_what_stands_below_one_heading_is_no_sentence_for_nothing() -> None:
    imported = import_texts(weeks(["## Quorum\n\nIt was reached.\n"] * 3))
    assert all("It was reached." in text for text in imported.notes.values())


def test_a_wrong_delta_of_a_counter_is_corrected_and_a_fault() -> None:
    texts = weeks(f"- Open tickets: {count} ({delta})\n" for count, delta in ((4, "+0"), (6, "+3")))
    assert kinds(import_texts(texts))[-1] == ("corrected delta", "+3", "+2")
    (fault,) = find_faults(texts)
    assert (fault.fault, fault.stated, fault.computed) == ("counter", "+3", "+2")


FRONT = "---\nlayout : page\ntitle: Club 2020-01-06\n# tags: a\n---\n\n"


@pytest.mark.parametrize("title", ["Club 2020-01-06", "Club, 6 January 2020 - After the fair"])
def test_a_heading_below_front_matter_is_the_title_and_says_what_its_title_says(title: str) -> None:
    imported = import_texts({"2020-01-06.md": f"{FRONT}# {title}\n\nnews\n"})
    assert imported.report.stopped == ()
    assert kinds(imported) == [("left out", "# tags: a", "")]


def test_a_title_of_front_matter_in_other_words_is_told() -> None:
    imported = import_texts({"2020-01-06.md": f"{FRONT}# Shop\n\nnews\n"})
    assert ("left out", "title: Club 2020-01-06", "") in kinds(imported)


def test_a_title_says_that_a_meeting_was_cancelled() -> None:
    text = notes("# Club, 6 January 2020 - canceled\n\nAll are at the fair.\n")
    assert "status: skipped\nreason: All are at the fair.\n" in text


def test_initials_with_which_lines_begin_are_those_of_who_was_there() -> None:
    text = f"{HEAD}Actions:\n\n- **AQ** will bake\n- **BS**: Will sweep\n"
    assert re.findall("owner: (.*)", notes(text)) == ["Ada Quill", "Ben Stone"]


def test_an_owner_is_found_without_the_title_before_the_name() -> None:
    text = "# Club\n\n## Present\n\n- Bc. Ada Quill\n\n## Actions\n\n- **Ada Quill:** bake\n"
    assert "owner: Bc. Ada Quill" in notes(text)


@pytest.mark.parametrize("title", ["- Action items\n  ", "- **Actions**\n  ", "## Actions\n\n"])
def test_a_title_of_actions_may_stand_in_a_list(title: str) -> None:
    assert "task: bake bread" in notes(f"{HEAD}## Bakery\n\n{title}- bake bread\n")


def test_a_task_in_a_table_may_have_a_break_in_it() -> None:
    table = (
        "| NR | Actie | Actiehouder | Status |\n|---|---|---|---|\n| 1 | bake | Ada | gesloten<br>today |\n"
    )
    assert "owner: Ada Quill" in notes(f"{HEAD}## Acties\n\n{table}")


def test_a_mark_behind_the_task_is_no_word_of_it() -> None:
    assert "task: bake bread" in notes(f"{HEAD}- bake bread (Actie Ada)\n")


def test_a_line_below_an_action_may_say_that_it_is_done() -> None:
    text = notes(f"{HEAD}- ACTION Ada: bake\n  - DONE\n- ACTION Ben: sweep\n  * COMPLETE - on Friday\n")
    assert re.findall("(?:status|note): (.*)", text) == ["done", "done", "on Friday"]


@pytest.mark.parametrize(("title", "due"), [("Fecha límite", "2020-02-05"), ("Prazo", "2020-02-05")])
def test_in_a_table_the_day_of_other_languages_stands_first(title: str, due: str) -> None:
    table = f"| Tarefa | Responsável | {title} |\n|---|---|---|\n| assar | Ada | 05/02/2020 |\n"
    assert f"due: {due}" in notes(f"{HEAD}{table}")


def test_who_goes_to_something_else_was_not_there() -> None:
    assert "Jupiter" not in people(f"{HEAD}## News\n\n- Community calls attendance: Jupiter, Mars\n")[0]
