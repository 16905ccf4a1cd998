"""What stands before or above a list of people."""

import pytest
from support.oldminutes.sheets import block_of

from minutebook.oldminutes.people_labels import (
    aside_of,
    label_and_names,
    label_of,
    role_beside,
    sentence_role,
    stated_role,
)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Present", "attending"),
        ("Présents", "attending"),
        ("Presents", "attending"),
        ("other_attendees", "guests"),
        ("Deelnemers", "attending"),
        ("Přítomni", "attending"),
        ("Участники", "attending"),
        ("出席者", "attending"),
        ("Regrets", "absent"),
        ("Frånvarande", "absent"),
        ("Mangler", "absent"),
        ("Gäste", "guests"),
        ("Present (5)", "attending"),
        ("Attendees (in alphabetical order):", "attending"),
        ("Directors Present", "attending"),
        ("Anwesende Mitglieder", "attending"),
        ("Attendees/Participants", "attending"),
        ("Regrets, apologies", "absent"),
        ("Members not present", "absent"),
        ("Nicht anwesende Mitglieder", "absent"),
        ("Write your name below. Roll call:", "attending"),
        ("Board members present officers", "attending"),
        ("Late attendees", "attending"),
        ("Guests speaking", "guests"),
        ("Attendees: -- Asistents", "attending"),
        ("Present / Pr\u00e9sents", "attending"),
        ("Absent | Excus\u00e9s", "absent"),
        ("Entschuldigte Räte", "absent"),
        ("참석자", "attending"),
        ("Projekt-Teilnehmer:innen", "attending"),
        ("Weitere Teilnehmer:innen", "attending"),
        ("Absent guests (if any)", "absent"),
        ("Who's out?", "absent"),
        ("attendee\u53c2\u4e0e\u4eba\u5458", "attending"),
    ],
)
def test_a_label_says_which_list_it_begins(text: str, role: str) -> None:
    assert label_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Agenda",
        "",
        "We are present",
        "The friends of our members present",
        "Attendees and regrets",
        "Board and regrets of it all",
        "Why attend",
        "Bakers millers cooks cleaners present",
        "These bakers are not in attendance",
        "Whoever is absent today sends a note:",
        "Present (done)",
        "Write your name below. Roll call",
        "New members",
        "Previous attendees",
        "[Ada] Visitors",
        "Nicht-Teilnehmer",
        "T-attendees",
    ],
)
def test_other_words_begin_no_list(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("These bakers are not in attendance, but agree:", "absent"),
        ("We were late. These bakers took part (as ever):", "attending"),
        ("An der Sitzung nahmen teil", "attending"),
        ("These bakers baked:", None),
        ("Discussion:", None),
        ("日時/場所/参加者", None),
    ],
)
def test_a_sentence_above_people_says_which_list_it_begins(text: str, role: str | None) -> None:
    assert sentence_role(text, [block_of("- Ada\n- Ben, Cy\n")]) == role
    assert sentence_role(text, [block_of("- we had bread before it\n"), block_of("Ada\n")]) is None


@pytest.mark.parametrize(
    ("text", "title_above", "role"),
    [
        ("Abwesende Bäcker", "Anwesende Bäcker", "absent"),
        ("Other millers", "Absent bakers", "guests"),
        ("Other business", "Absent bakers", None),
        ("Other millers", "Attendance", None),
        ("Missing cakes", "", None),
    ],
)
def test_below_a_list_a_title_of_the_same_form_begins_one(
    text: str, title_above: str, role: str | None
) -> None:
    assert role_beside(text, title_above, [block_of("- Ada\n- Ben\n")]) == role
    assert role_beside(text, title_above, [block_of("- we had bread\n")]) is None


@pytest.mark.parametrize(
    ("remark", "role"),
    [
        ("excused", "absent"),
        ("Acme, guest", "guests"),
        ("present", None),
        ("chair – absent", "absent"),
        ("Absent due to the oven", "absent"),
        ("excusé pour raison de santé", "absent"),
        ("sends apologies", "absent"),
        ("could not make it", "absent"),
        ("Acme, no-show", "absent"),
        ("absent until noon", None),
        ("apologies for the late start", None),
        ("未到", "absent"),
        ("烤炉坏了未到", "absent"),
        ("烤炉坏了迟到", None),
        ("nicht da", "absent"),
        ("did not come", "absent"),
        ("", None),
    ],
)
def test_a_remark_may_say_of_another_list(remark: str, role: str | None) -> None:
    assert stated_role(remark) == role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Present: Ada, Ben", ("attending", "Ada, Ben")),
        ("Regrets : Ada", ("absent", "Ada")),
        ("Attendees – Ada: chair", ("attending", "Ada: chair")),
        ("参会人：张三、李四", ("attending", "张三、李四")),
        ("Present: **Ada**", ("attending", "Ada")),
        ("Present:", ("attending", "")),
        ("Attendees: -- Asistents", ("attending", "")),
        ("Who was there? Ada, Ben", ("attending", "Ada, Ben")),
        ("Who's out? Cy Dunn", ("absent", "Cy Dunn")),
        ("Who bakes? Ada, Ben", None),
        ("Note: Ada", None),
        ("Present", None),
        ("Present were Ada Quill, Ben and @cy.", ("attending", "Ada Quill, Ben and @cy.")),
        ("Apologies received from Ada Quill", ("absent", "Ada Quill")),
    ],
)
def test_names_may_stand_behind_a_label(text: str, names: tuple[str, str] | None) -> None:
    assert label_and_names(text) == names


@pytest.mark.parametrize(
    ("text", "aside"),
    [("Present (from noon):", "(from noon)"), ("Present (5)", ""), ("Present", ""), ("Present (done)", "")],
)
def test_a_label_may_say_more_in_brackets(text: str, aside: str) -> None:
    assert aside_of(text) == aside


@pytest.mark.parametrize(
    "text",
    [
        "Present Ada Quill",
        "Participants Ada Quill, who came late, spoke",
        "Members of it, Ben",
        "Attendance was good",
        "Attendance is high",
    ],
)
def test_other_words_behind_a_label_make_it_a_sentence(text: str) -> None:
    assert label_and_names(text) is None
