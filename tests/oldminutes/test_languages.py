"""The words of minutes in the languages in which they are written."""

import pytest

from minutebook.oldminutes.languages import (
    ATTENDANCE,
    attendance_of,
    date_label_of,
    is_action_title,
    is_closed_title,
    is_part_title,
    is_plan_title,
    months,
    says_nothing,
    weekdays,
)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Present", "attending"),
        ("**Anwesende:**", "attending"),
        ("Présent.e.s", "attending"),
        ("Παρόντες", "attending"),
        ("参会人", "attending"),
        ("Apologies", "absent"),
        ("Entschuldigt", "absent"),
        ("欠席", "absent"),
        ("Gäste", "guests"),
        ("Additional:", "guests"),
        ("Atendees", "attending"),
        ("Particpants", "attending"),
        ("Apologeis", "absent"),
        ("Presented", None),
        ("Participation", None),
        ("Ikke til stede:", "absent"),
        ("Non présents", "absent"),
        ("未参加者", "absent"),
        ("Not an agenda", None),
        ("Agenda", None),
    ],
)
def test_a_label_says_which_list_stands_behind_it(label: str, role: str | None) -> None:
    assert attendance_of(label) == role


@pytest.mark.parametrize("title", ["A faire", "Taches", "Acoes", "Ukoly", "Akcni plan"])
def test_a_title_of_action_items_may_lack_its_accents(title: str) -> None:
    assert is_action_title(title)


def test_a_question_is_no_title_of_action_items() -> None:
    assert is_action_title("To do?")
    assert not is_action_title("What are we going to do?")


@pytest.mark.parametrize(("name", "number"), [("fevrier", 2), ("marz", 3), ("aout", 8), ("decembre", 12)])
def test_a_month_may_lack_its_accents(name: str, number: int) -> None:
    assert months()[name] == number


def test_a_short_form_of_a_weekday_keeps_its_accents() -> None:
    assert "lör" in weekdays()
    assert "lor" not in weekdays()


def test_no_label_stands_for_two_lists() -> None:
    assert all(attendance_of(label) == role for label, role in ATTENDANCE.items())


@pytest.mark.parametrize(
    "title",
    [
        "Action items",
        "New action items",
        "Aufgaben",
        "Tâches :",
        "Maßnahmen",
        "Our to-dos",
        "Action items (tell everybody who can help, and ask who will)",
        "待办",
        "Actions pour la prochaine séance",
        "Action",
        "Action summary",
        "Tareas de cada participante en el proyecto (nº - responsable)",
        "Action à réaliser :",
        "TODO\u3068\u5206\u62c5",
        "Re. 6 \u2014 Open action items of all groups",
        "Item 6: Actions",
        "ToDo's",
        "Wer macht was:",
        "AI\u2019s",
        "Much was said. Few action items from this meeting:",
        "\ud560 \uc77c",
    ],
)
def test_a_title_may_say_that_action_items_stand_below(title: str) -> None:
    assert is_action_title(title)


def test_what_any_meeting_has_is_the_title_of_none() -> None:
    assert is_part_title("\U0001f4cb Agenda:")
    assert not is_part_title("Agenda of the shop")


@pytest.mark.parametrize(
    "title",
    [
        "Next steps",
        "\u2705 Next Steps:",
        "Individual tasks",
        "Encaminhamentos",
        "\u4e0b\u4e00\u6b65",
        "Goals for next week (who?)",
        "Next Week's Goals",
        "For the next meeting",
        "next tasks",
        "Actions/Resolutions",
        "Decisions and actions",
        "Beschl\u00fcsse & Aufgaben",
    ],
)
def test_a_title_may_say_that_plans_stand_below(title: str) -> None:
    assert is_plan_title(title)
    assert not is_action_title(title)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Talk",
            "Completed action items",
            "Possible actions",
            "No actions",
            "Actions taken",
            "Call to action",
            "Moving the tests to GitHub Actions",
            "Several ways to do this:",
            "How to do it:",
            "Discussion: action items for the mill",
            "Old oven action items #12",
            "Aufgaben der Leitung sind:",
        ),
        *("A\u00e7\u00f5es para calouros", "T\u00e2ches relev\u00e9es", "Organisation des t\u00e2ches"),
    ],
)
def test_other_titles_do_not(title: str) -> None:
    assert not is_action_title(title)


@pytest.mark.parametrize("text", ["None.", "*n/a*", "nichts", "(rien)", "特になし"])
def test_nothing_is_said_in_many_words(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["No actions.", "No action items from last week", "Keine Aufgaben", "Geen actiepunten"]
)
def test_that_there_are_no_action_items_is_said_by_their_title_behind_a_word_for_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Note the actions", "No milk", "No milk, ask Ada", "Actions"])
def test_what_is_not_to_be_had_is_something_to_say(text: str) -> None:
    assert not says_nothing(text)


def test_months_and_weekdays_are_those_of_many_languages() -> None:
    assert [months()[name] for name in ("october", "oktober", "octobre", "outubro", "říjen")] == [10] * 5
    assert [weekdays()[name] for name in ("monday", "montag", "lundi", "lunes", "maandag")] == [0] * 5


@pytest.mark.parametrize("label", ["Date", "**Meeting Date/Time**", "Time of Meeting", "Date of the meeting"])
def test_a_label_may_say_that_the_day_stands_behind_it(label: str) -> None:
    assert date_label_of(label)


@pytest.mark.parametrize("title", ["Previous action item review", "Review action items of last week"])
def test_words_for_actions_may_stand_in_the_middle_of_a_title(title: str) -> None:
    assert is_action_title(title)


def test_to_do_in_the_middle_of_a_sentence_is_no_title() -> None:
    assert not is_action_title("Ada knows ways to do this:")


@pytest.mark.parametrize(
    "title",
    [
        "Done last week",
        "Completed action items",
        "\u4e0a\u5468\u5df2\u5b8c\u6210\u4efb\u52a1",
        "Erledigte Aufgaben",
        "Azioni completate",
    ],
)
def test_a_title_may_say_that_what_stands_below_is_closed(title: str) -> None:
    assert is_closed_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "To be done",
        "Not completed",
        "\u672a\u5b8c\u6210",
        "Actions",
        "Done and open",
        "What was done by Clara this week",
    ],
)
def test_other_titles_close_nothing(title: str) -> None:
    assert not is_closed_title(title)
