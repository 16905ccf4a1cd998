"""Whose turn the duties of a series are."""

from support.series import FIRST, SECOND, THIRD, series_of

from minutebook.notebook.duty_turns import duty_turns

SERIES = """\
roster: {Mat: {aliases: [Matyas]}, Diego: {}, TimT: {}, Ann: {until: 2020-10-12}}
duty: [Matyas, Diego, TimT, Ann]
"""


def duty(*people: str, title: str = "Triage") -> str:
    """Return a section with a duty."""
    labels = ", ".join(f"{label}: {name}" for label, name in zip(("now", "then"), people, strict=False))
    return f"sections: [{{title: {title}, duty: {{{labels}}}}}]\n"


def test_names_are_the_rosters_and_who_has_left_is_left_out() -> None:
    notebook = series_of({FIRST: duty("Diego", '"TimT?"')}, SERIES)
    (proposed,) = duty_turns(notebook, SECOND)
    assert (proposed.title, [turn.person for turn in proposed.turns]) == ("Triage", ["TimT", "Ann"])
    (proposed,) = duty_turns(notebook, THIRD)
    assert [turn.person for turn in proposed.turns] == ["TimT", "Mat"]
    assert proposed.lines == [
        "Triage: now: TimT (stands under 'then' on 2020-10-05)",
        "Triage: then: Mat (has not had it lately)",
    ]


def test_all_meetings_of_a_while_are_looked_at_and_skipped_ones_are_not() -> None:
    skipped = f"status: skipped\nreason: x\n{duty('Mat', 'Diego')}"
    notebook = series_of({FIRST: duty("Mat", "TimT"), SECOND: duty("TimT", "Diego"), THIRD: skipped}, SERIES)
    (proposed,) = duty_turns(notebook, THIRD, absent=["Diego"])
    assert [turn.person for turn in proposed.turns] == ["Mat", "Diego"]


def test_several_people_at_once_are_no_turn_and_without_a_duty_there_is_none() -> None:
    assert list(duty_turns(series_of({FIRST: ""}, SERIES), SECOND)) == []
    (proposed,) = duty_turns(series_of({FIRST: duty("Mat", "[Diego, TimT]")}, SERIES), SECOND)
    assert [turn.person for turn in proposed.turns] == [None, None]
