"""A series is a value: what it says follows from its files and the texts that it was given, in any order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.series import FIRST, FOLDER, SECOND, SERIES, THIRD, path_of, read_series, snapshot_of

from minutebook.notebook.generated import generate
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.reader import Content, Reader
from minutebook.records.refusal import Refused

DAYS = [FIRST, SECOND, THIRD]
TEXTS = (
    "attending: [Mat]\n",
    "status: skipped\nreason: Holiday\n",
    "sections:\n  - title: Tickets\n    table: {id: tickets, columns: [Open], rows: {New: 3}}\n",
    "sections:\n  - title: Tickets\n    table: {id: tickets, columns: [Open], rows: {New: 8}}\n",
    "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date}\n",
    "actions:\n  - {id: k7q2m4, owner: Mat, task: ask for a date, since: 2020-10-05, status: done}\n",
    "colour: red\n",
    "title: [\n",
)
SERIES_TEXTS = (
    "title: Team\n",
    "title: Other\nschedule: FREQ=WEEKLY;BYDAY=MO\n",
    "lapse: 1\n",
    "schedule: Mondays\n",
)


def everything_said(notebook: Notebook) -> list[object]:
    """Return all that a series says, with problems where it says nothing else."""

    def attempt(said: object) -> object:
        assert callable(said)
        try:
            return said()
        except Refused as refused:
            return refused.problems

    days = list(notebook.days)
    return [
        notebook.path,
        dict(notebook.days),
        attempt(lambda: notebook.series),
        *(attempt(lambda day=day: notebook.meeting(day)) for day in days),
        *(attempt(lambda day=day: notebook.brief(day)) for day in days),
        *(attempt(lambda day=day: notebook.document(notebook.days[day])) for day in days),
        *(attempt(lambda day=day: notebook.history.previous_held(day)) for day in days),
        *(attempt(lambda day=day: [*notebook.history.earlier_with(day, ["k7q2m4"])]) for day in days),
        attempt(lambda: tuple(generate(notebook, days))),
    ]


@dataclass(frozen=True)
class Step:
    """A change of a series: a meeting's text, or None where it goes; the series' own text where there is no day."""

    day: date | None
    text: str | None


def changed(notebook: Notebook, step: Step) -> Notebook:
    if step.day is None:
        return notebook.with_text(SERIES, step.text or "")
    if step.text is None:
        return notebook.without_meeting(step.day)
    text = f"date: {step.day}\n{step.text}"
    if step.day in notebook.days:
        return notebook.with_text(path_of(step.day), text)
    return notebook.with_meeting(step.day, path_of(step.day), text)


def write(files: dict[str, str], step: Step) -> None:
    if step.day is None:
        files[SERIES] = step.text or ""
    elif step.text is None:
        del files[path_of(step.day)]
    else:
        files[path_of(step.day)] = f"date: {step.day}\n{step.text}"


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[str, str], list[Step]]:
    """Draw the files of a series, and changes of it that can be made one after the other."""
    here = set(draw(st.lists(st.sampled_from(DAYS))))
    files = {path_of(day): f"date: {day}\n{draw(st.sampled_from(TEXTS))}" for day in sorted(here)}
    steps = []
    for day in draw(st.lists(st.sampled_from([None, *DAYS]), min_size=1, max_size=6)):
        texts = SERIES_TEXTS if day is None else (*TEXTS, None) if day in here else TEXTS
        step = Step(day, draw(st.sampled_from(texts)))
        steps.append(step)
        if day:
            (here.discard if step.text is None else here.add)(day)
    return {SERIES: SERIES_TEXTS[0], **files}, steps


@given(histories())
def test_a_changed_series_says_what_a_fresh_one_says_and_the_old_one_what_it_said(
    history: tuple[dict[str, str], list[Step]],
) -> None:
    files, steps = history
    before = read_series(dict(files))
    values = [(before, everything_said(before))]
    for step in steps:
        write(files, step)
        notebook = changed(values[-1][0], step)
        said = everything_said(notebook)
        assert said == everything_said(read_series(dict(files)))
        values.append((notebook, said))
    assert all(everything_said(notebook) == said for notebook, said in values)


def test_a_changed_series_does_not_look_again_for_actions_in_what_stands_before_the_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    look = Reader.action_ids

    def note(reader: Reader, content: Content) -> Iterable[str]:
        asked.append(content.path)
        return look(reader, content)

    monkeypatch.setattr(Reader, "action_ids", note)
    notebook = read_series({SERIES: "title: Team\n", **{path_of(day): f"date: {day}\n" for day in DAYS}})
    for text in (f"date: {SECOND}\n", f"date: {SECOND}\n{TEXTS[4]}"):
        notebook = notebook.with_text(path_of(SECOND), text)
        list(notebook.history.earlier_with(THIRD, ["k7q2m4"]))
    assert asked == [path_of(FIRST), path_of(SECOND), path_of(SECOND)]


def test_meetings_stand_in_the_order_of_their_days() -> None:
    files = dict.fromkeys((SERIES, path_of(DAYS[2]), f"{FOLDER}/2020/{DAYS[0]}.yaml"), "")
    assert list(read_series(files).with_meeting(DAYS[1], path_of(DAYS[1]), "").days) == DAYS


def test_a_text_that_can_not_be_read_is_refused_when_it_is_asked_for() -> None:
    notebook = read_series({SERIES: "", path_of(DAYS[0]): f"date: {DAYS[0]}\n"}).with_text(
        path_of(DAYS[0]), "title: [\n"
    )
    with pytest.raises(Refused):
        notebook.meeting(DAYS[0])


def test_a_file_belongs_to_the_nearest_series_above_it() -> None:
    files = {"series.yaml": "", "2020-10-05.yaml": "", SERIES: "", path_of(SECOND): ""}
    found = notebooks(snapshot_of(files))
    assert [(str(notebook.path), list(notebook.days.values())) for notebook in found] == [
        (".", ["2020-10-05.yaml"]),
        (FOLDER, [path_of(SECOND)]),
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        (f"{FOLDER}/2020/{FIRST}.yaml", "duplicate-date"),
        (f"{FOLDER}/26-10-2020.yaml", "file-name"),
        (f"{FOLDER}/{THIRD}.yml", "file-name"),
        (f"{FOLDER}/2020-02-31.yaml", "file-name"),
    ],
)
def test_a_file_whose_name_does_not_say_its_one_day_is_a_problem(path: str, rule: str) -> None:
    notebook = read_series({SERIES: "", path_of(FIRST): "", path: ""})
    assert [problem.rule for problem in notebook.misnamed] == [rule]


def test_a_file_without_a_number_in_its_name_is_none_of_a_series() -> None:
    notebook = read_series({SERIES: "", f"{FOLDER}/notes.yaml": "", f"{FOLDER}/about.md": ""})
    assert (notebook.misnamed, dict(notebook.days), dict(notebook.minutes)) == ((), {}, {})
