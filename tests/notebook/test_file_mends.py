"""What has one right answer is mended, and nothing else."""

import re

import pytest
from support.notes import Notes
from support.series import FIRST, SECOND, SERIES, path_of, series_of

from minutebook.notebook import file_mends
from minutebook.notebook.file_mends import mend

ROSTER = "title: Team\nroster:\n  Mat: {aliases: [Matyas]}\n"


def test_a_spelling_of_the_roster_is_put_right() -> None:
    mended = mend(series_of({FIRST: "attending: [Matyas]\n"}, ROSTER), [FIRST])
    assert mended.texts == {path_of(FIRST): f"date: {FIRST}\nattending: [Mat]\n"}
    assert list(mended.notebook.meeting(FIRST).named) == ["Mat"]


def test_only_the_days_that_are_asked_for_are_mended() -> None:
    notebook = series_of({FIRST: "attending: [Matyas]\n", SECOND: "attending: [Matyas]\n"}, ROSTER)
    assert set(mend(notebook, [SECOND]).texts) == {path_of(SECOND)}


def test_what_stood_behind_a_problem_that_was_mended_is_mended_too() -> None:
    mended = mend(series_of({FIRST: "title: 3.10\nattending: [Matyas]\n"}, ROSTER), [FIRST])
    assert mended.texts == {path_of(FIRST): f'date: {FIRST}\ntitle: "3.10"\nattending: [Mat]\n'}


def test_a_series_without_such_problems_is_returned_as_it_is() -> None:
    notebook = series_of({FIRST: "attending: [Mat]\n"}, ROSTER)
    mended = mend(notebook, [FIRST])
    assert (mended.notebook, mended.texts) == (notebook, {})


def test_a_mend_that_would_make_a_file_unreadable_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_mends, "mend_text", lambda text, _problems: f"{text}title: [\n")
    notebook = series_of({FIRST: ""})
    mended = mend(notebook, [FIRST])
    assert mended.texts == {}
    assert mended.notebook.text(SERIES) == notebook.text(SERIES)
    assert mended.notebook.meeting(FIRST) == notebook.meeting(FIRST)


@pytest.mark.parametrize(
    ("name", "right"), [("Matyas", "Mat"), ('"Matyas"', "Mat"), ("Digeo", "Diego"), ("'Digeo'", "Diego")]
)
@pytest.mark.parametrize("key", ["owner", "This week"])
@pytest.mark.parametrize(
    "form",
    [
        "{key}: {name}",
        "{key}: [{name}]",
        "{key}: [ {name} ]",
        "{key}: [\n      {name}]",
        "{key}: [BrianL, {name}]",
        "{key}: [{name}, BrianL]",
        "{key}:\n    - {name}",
        "{key}:\n    - {name}\n    - BrianL",
        "{key}:\n    - BrianL\n    - {name}",
    ],
)
def test_a_name_is_mended_in_its_place_and_nothing_around_it(
    form: str, key: str, name: str, right: str
) -> None:
    roster = "title: Team\nroster:\n  Mat: {aliases: [Matyas]}\n  Diego:\n  BrianL:\n"
    lead = "actions:\n  - task: order it\n    " if key == "owner" else "duty:\n    "
    typed, written = (lead + form.format(key=key, name=spelling) + "\n" for spelling in (name, right))
    mended = mend(series_of({FIRST: typed}, roster), [FIRST])
    assert mended.texts == {path_of(FIRST): f"date: {FIRST}\n{written}"}


def test_a_mend_that_would_change_more_than_it_says_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        file_mends, "mend_text", lambda text, _problems: text.replace("[Matyas]", "Mat [Matyas]")
    )
    notebook = series_of({FIRST: "actions:\n  - task: x\n    owner: [Matyas]\n"}, ROSTER)
    assert mend(notebook, [FIRST]).texts == {}


def test_each_thing_that_was_mended_is_said_in_a_line(notes: Notes) -> None:
    roster = "roster: {Diego: , Mat: , Ann: }\n"
    notes.write(f"{notes.series}/series.yaml", f"title: Team\n{roster}")
    items = "actions:\n  - {id: k7q2m4, owner: Mat, task: call}\n  - {id: m3x8d0, owner: Ann, task: mail}\n"
    path = notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{items}")
    newest = notes.write(f"{notes.series}/2020-10-26.yaml", "date: 2020-10-26\n")
    notes.run("sync")
    notes.commit()
    notes.write(
        path,
        notes.read(path).replace("Mat", "Diego").replace("  - {id: m3x8d0, owner: Ann, task: mail}\n", ""),
    )
    text = re.sub("  - .*mail.*\n", "", notes.read(newest))
    notes.write(
        newest,
        f"{text}attending: [Digeo]\ncounters: {{calls: 12 (+2)}}\nsectoins: [{{title: A, notes: B}}]\n",
    )
    said = notes.run("sync", "--fix").stderr.split("\n")
    assert [line.removeprefix(f"{newest}: ") for line in said if newest in line] == [
        "counter \"calls\": '12 (+2)' becomes '12'",
        "'sectoins' becomes 'sections'",
        "attending: 'Digeo' becomes 'Diego'",
        "action k7q2m4: its owner is Diego, as on 2020-10-19",
        "action m3x8d0: Ann: 'mail' is put back, open",
    ]


def test_a_roster_between_brackets_becomes_a_mapping() -> None:
    mended = mend(series_of({FIRST: ""}, "title: Team\nroster: [Mat, Ada]  # both\n"), [])
    assert list(mended.texts.values()) == ["title: Team\nroster: {Mat: {}, Ada: {}}  # both\n"]
