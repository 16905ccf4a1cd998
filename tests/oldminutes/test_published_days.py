"""When meetings were held whose front matter has the day of a page."""

from datetime import date

import pytest

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.published_days import held_days

PUBLISHED = date(2020, 11, 20)
FRONT = "---\ntitle: Council\ndate: 2020-11-20\n---\n\n"


def held(*texts: str) -> dict[str, date]:
    """Return the days of files with some texts below the front matter of a page."""
    files = {f"{number}.md": f"{FRONT}{text}" for number, text in enumerate(texts)}
    return held_days(dict.fromkeys(files, PUBLISHED), lambda path: read_markdown(files[path]))


@pytest.mark.parametrize(
    "title",
    [
        "Minutes of the council meeting held at the mill on Monday 26 October 2020\n",
        "**MILL COUNCIL**\n\n**26th October 2020 at 7pm**\n",
        "Minutes of the meeting held on Monday 26th October at 7pm\n",
    ],
)
def test_a_title_below_front_matter_says_when_the_meeting_was(title: str) -> None:
    assert held(title) == {"0.md": date(2020, 10, 26)}


@pytest.mark.parametrize(
    "line",
    [
        "Previous meeting: 26 October 2020\n",
        "The roof of 26 October 2020 leaks.\n",
        "Meeting on 26 October 2019\n",
    ],
)
def test_other_days_are_not_those_of_the_meeting(line: str) -> None:
    assert held(line) == {}


def test_a_title_of_one_file_alone_says_nothing() -> None:
    assert held("Meeting of 26 October 2020\n", "All is well.\n", "It rains.\n") == {}
