"""The minutes of meetings and the index are written for a series; minutes of no meeting are deleted."""

from support.series import FIRST, FOLDER, SECOND, SERIES, minutes_of, path_of, series_of

from minutebook.minutes import layout
from minutebook.notebook.generated import GeneratedFile, generate, is_generated, text_of, title_of

INDEX = f"{FOLDER}/README.md"
OURS = f"{layout.minutes_mark('2020-10-19.yaml')}\n"
SKIPPED = "status: skipped\nreason: Holiday\n"


def files(generated: list[GeneratedFile]) -> list[tuple[str, bool, str]]:
    return [(file.path, file.text is not None, file.source) for file in generated]


def test_each_meeting_that_was_held_has_minutes_and_the_series_an_index() -> None:
    notebook = series_of({FIRST: "", SECOND: SKIPPED})
    assert files(list(generate(notebook, notebook.days))) == [
        (minutes_of(FIRST), True, path_of(FIRST)),
        (INDEX, True, SERIES),
    ]


def test_the_index_has_the_notes_of_a_skipped_meeting() -> None:
    notes = "notes: |\n  Two of us met.\nsections:\n  - title: Plans\n    notes: |\n      -   none\n  - title: Rest\n"
    index = text_of(series_of({FIRST: "", SECOND: SKIPPED + notes}), INDEX) or ""
    wanted = "\n\n    Two of us met.\n\n    Plans:\n\n    -   none\n-   [5 October 2020]"
    assert wanted in index


def test_minutes_that_belong_to_no_meeting_go_if_minutebook_wrote_them() -> None:
    others = {
        minutes_of(SECOND): OURS,
        f"{FOLDER}/2019-01-07.md": OURS,
        f"{FOLDER}/2019-01-14.md": "# By hand\n",
    }
    notebook = series_of({FIRST: "", SECOND: SKIPPED}, files=others)
    assert files(list(generate(notebook, []))) == [
        (f"{FOLDER}/2019-01-07.md", False, f"{FOLDER}/2019-01-07.yaml"),
        (minutes_of(SECOND), False, path_of(SECOND)),
        (INDEX, True, SERIES),
    ]


def test_one_file_has_the_text_that_it_has_among_all() -> None:
    notebook = series_of({FIRST: "attending: [Mat]\n", SECOND: SKIPPED}, files={minutes_of(SECOND): OURS})
    for file in generate(notebook, notebook.days):
        assert text_of(notebook, file.path) == file.text
    assert text_of(notebook, f"{FOLDER}/2019-01-07.md") is None


def test_a_title_is_the_meetings_then_the_series_then_the_folders() -> None:
    untitled, titled = (
        series_of({FIRST: "title: Kick-off\n", SECOND: ""}, "lapse: 4\n"),
        series_of({FIRST: ""}),
    )
    assert [title_of(untitled, untitled.meeting(day)) for day in (FIRST, SECOND)] == ["Kick-off", "team"]
    assert title_of(titled, titled.meeting(FIRST)) == "Team"


def test_what_minutebook_wrote_says_so_in_its_first_line() -> None:
    assert is_generated(OURS.encode())
    assert not is_generated(f"# Notes\n{OURS}".encode())
    assert not is_generated(b"\xff\xfe")
