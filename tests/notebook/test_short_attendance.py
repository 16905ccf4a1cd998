"""In which sections of a meeting names are to be written out."""

import pytest
from support.series import FIRST, series_of

from minutebook.notebook.short_attendance import short_sections

ROSTER = "roster: {Mat: , Dario: }\n"


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("attending: all\nsections: [{title: A, attending: {all but: [Mat]}}]\n", [(), ("sections", 0)]),
        ("attending: [Mat]\n", []),
        ("attending: all\nstatus: draft\n", []),
        ("attending: all\nstatus: skipped\nreason: a holiday\n", []),
        ("attending: {all but: [mat]}\n", []),
    ],
)
def test_names_are_written_out_in_meetings_that_are_no_drafts(body: str, paths: list[tuple[object]]) -> None:
    notebook = series_of({FIRST: body}, ROSTER)
    assert [section.key_path for section in short_sections(notebook, notebook.meeting(FIRST))] == paths
