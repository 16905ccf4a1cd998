"""Action items in whole files: who of the series they are for, and that each is kept as it was written."""

from datetime import date

import pytest
from support.oldminutes.imports import import_texts
from support.oldminutes.loss import lost

HEAD = "# Team, 6 January 2020\n\nAttending: Ada, Ben Carter\n\n## News\n\n"


def imported(text: str, head: str = HEAD) -> list[str]:
    """Return the lines of the minutes that stand below the news, of which nothing is lost."""
    series = import_texts({"2020-01-06.md": f"{head}{text}\n"})
    (minutes,) = series.minutes.values()
    assert lost(f"{head}{text}\n", minutes, {"ben": "Ben"}) == []
    return [line for line in minutes.split("## News\n")[1].split("\n") if line]


@pytest.mark.parametrize("marks", [("1.", "2."), ("1)", "2)")])
def test_numbered_actions_are_actions(marks: tuple[str, str]) -> None:
    lines = imported(f"{marks[0]} AI (Ada): write\n{marks[1]} AI (Ada): call")
    assert lines == ["-   AI (Ada): write", "-   AI (Ada): call"]


def test_a_numbered_line_beside_an_action_keeps_its_number() -> None:
    assert imported("1. news\n2. AI (Ada): write\n3. more") == ["1. news", "-   AI (Ada): write", "3. more"]


def test_a_first_name_that_is_written_only_with_the_two_letters_is_found() -> None:
    assert imported("- AI Ben - write\n- AI ben: call") == [
        "-   AI (Ben Carter): write",
        "-   AI (Ben Carter): call",
    ]


@pytest.mark.parametrize(
    "line", ["- AI News: it goes on", "- AI Act - it goes on", "- AI (see there) is new"]
)
def test_prose_about_something_else_stays_prose(line: str) -> None:
    assert imported(line) == [line]


def test_where_nobody_says_who_was_there_a_name_behind_the_two_letters_is_an_owner() -> None:
    head = "# Team, 6 January 2020\n\n## News\n\n"
    assert imported("- AI Ben: write", head) == ["-   AI (Ben): write"]


def test_a_handle_with_or_without_a_colon_is_an_owner() -> None:
    head = "# Team, 6 January 2020\n\nAttending: ada, ben\n\n## News\n\n"
    assert imported("- [ ] @ada: buy milk\n- [x] @ben buy tea", head) == [
        "-   AI (ada): buy milk",
        "-   AI (ben): buy tea [DONE]",
    ]


def test_words_that_are_nobody_own_nothing() -> None:
    series = import_texts({"2020-01-06.md": f"{HEAD}- [ ] the dog: bark\n"})
    (notes,) = series.notes.values()
    assert "owner: unassigned" in notes
    assert '"the dog: bark"' in notes


@pytest.mark.parametrize(
    "line", ["- Done: AI (Ada): write", "- \u2705 AI (Ada): write", "- AI (Ada): write \u2713"]
)
def test_a_mark_is_written_in_one_way(line: str) -> None:
    assert imported(line) == ["-   AI (Ada): write [DONE]"]


def test_what_a_mark_says_more_stands_before_the_progress_below_it() -> None:
    assert imported("- AI (Ada): write (done 3 March)\n  - half of it") == [
        "-   AI (Ada): write [DONE]",
        "    -   3 March",
        "    -   half of it",
    ]


def test_an_action_is_that_of_the_last_time_though_its_mark_says_when() -> None:
    texts = {
        "2020-01-06.md": f"{HEAD}- AI (Ada): go\n",
        "2020-01-13.md": f"{HEAD}- AI (Ada): go (done 9 January)\n".replace("6 J", "13 J"),
    }
    assert [
        difference.kind for difference in import_texts(texts).report.decisions if "item" in difference.kind
    ] == []


GENERATED = (
    "<!-- Minutes of {0}.yaml, written by minutebook: edit that file. -->\n# Team, {1}\n\n"
    "**Attending:** Ada  \n\n\n## News\n\n-   AI (Ada): write{2}\n"
)


def test_a_file_with_a_conflict_is_stopped_and_no_other() -> None:
    series = import_texts(
        {"2020-01-06.md": "# Club\n\nText\n", "2020-01-13.md": "# Club\n\n- a\n>>>>>>> upstream\n"}
    )
    (stopped,) = series.report.stopped
    assert (stopped.path, stopped.location.line) == ("2020-01-13.md", 4)


def test_a_file_that_is_stopped_changes_nothing_in_the_next_one() -> None:
    texts = {
        "2020-01-06.md": GENERATED.format("2020-01-06", "6 January 2020", ""),
        "2020-01-13.md": "```\nopen\n",
        "2020-01-20.md": GENERATED.format("2020-01-20", "20 January 2020", " (2nd meeting)"),
    }
    series = import_texts(texts)
    assert [file.path for file in series.report.stopped] == ["2020-01-13.md"]
    assert [*series.minutes.values()] == [texts["2020-01-06.md"], texts["2020-01-20.md"]]


def test_minutes_go_on_in_the_language_in_which_people_wrote_them() -> None:
    text = "# Rat\n\nAnwesend: Ada Quill\n\n" + "Der Bericht ist fertig und wird nicht mehr gedruckt.\n\n" * 6
    imported = import_texts({"2020-01-06.md": text})
    written = imported.minutes[date(2020, 1, 6)]
    assert [decision.now for decision in imported.report.decisions] == ["# Rat, 6. Januar 2020"]
    assert "# Rat, 6. Januar 2020\n\n**Anwesend:** Ada Quill" in written
    in_english = written.replace("Protokoll zu", "Minutes of").replace(
        "jene Datei bearbeiten", "edit that file"
    )
    in_english = in_english.replace("6. Januar", "6 January").replace("Anwesend", "Attending")
    assert import_texts({"2020-01-06.md": in_english}).minutes[date(2020, 1, 6)] == in_english


@pytest.mark.parametrize(("days", "empty"), [((6, 13, 20, 27), "Diese Woche nichts"), ((6,), "Nichts")])
def test_a_new_series_speaks_of_a_week_only_if_meetings_are_a_week_apart(
    days: tuple[int, ...], empty: str
) -> None:
    text = "# Rat\n\nAnwesend: Ada Quill\n\n" + "Der Bericht ist fertig und wird nicht mehr gedruckt.\n\n" * 6
    dates = [date(2020, 1, day) for day in days]
    if len(days) == 1:  # each first Monday
        dates += [date(2020, 2, 3), date(2020, 3, 2), date(2020, 4, 6), date(2020, 5, 4)]
    series = import_texts({f"{day}.md": text for day in dates})
    assert f"\nempty: {empty}\n" in series.series_text


def test_a_request_before_the_label_of_a_list_of_people_is_left_out_and_told() -> None:
    text = "# Club\n\nHello! Write below who is here. Roll call:\n\n- Ada\n- Ben\n"
    imported_texts = import_texts({"2020-01-06.md": text})
    (minutes,) = imported_texts.minutes.values()
    assert "**Attending:** Ada, Ben" in minutes
    told = [decision.stated for decision in imported_texts.report.decisions if decision.kind == "left out"]
    assert told == ["Hello! Write below who is here. Roll call"]


def test_where_no_line_alone_can_be_kept_as_prose_all_of_the_file_is() -> None:
    text = (
        "**Action Items**\n-   BR to bake.\n-   SK will buy what we need.\n-   SM to get flour from Andrew. Done\n"
        "    1.  Shay on bread\n        1.  Ovens\n            1.  They say how much we can spend.\n"
        "            2.  SK will buy what we need.\n"
    )
    imported = import_texts({"2020-01-06.md": text})
    (minutes,) = imported.minutes.values()
    assert (imported.report.stopped, text in minutes) == ([], True)


def test_whose_a_task_is_in_a_paragraph_of_its_own_is_imported_with_it() -> None:
    text = "# Club\n\nPresent: Ada Lee, Ben Ray\n\nOil the door.\n\n**ACTION: Ben Ray**\n"
    minutes = import_texts({"2026-10-05.md": text}).minutes[date(2026, 10, 5)]
    assert "-   AI (Ben Ray): Oil the door.\n" in minutes


@pytest.mark.parametrize(("present", "owner"), [("zoe@mill.example", "Zoe Lund"), ("Ada", "unassigned")])
def test_names_in_bold_own_tasks_where_no_list_has_names(present: str, owner: str) -> None:
    text = f"# Club\n\nPresent: {present}\n\n## To do\n\n**Zoe Lund**\nOil the door\n"
    minutes = import_texts({"2026-10-05.md": text}).minutes[date(2026, 10, 5)]
    assert f"-   AI ({owner}): Oil the door\n" in minutes
