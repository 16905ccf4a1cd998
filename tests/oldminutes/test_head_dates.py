"""The dates that the head of old minutes names."""

from datetime import date

import pytest

from minutebook.oldminutes.file_days import days_of_files
from minutebook.oldminutes.head_dates import dates_in_head, title_dates
from minutebook.oldminutes.markdown_blocks import read_markdown

DAY = date(2020, 10, 26)


def test_the_dates_of_a_title_are_those_of_its_heading_or_front_matter() -> None:
    document = read_markdown(
        "---\ntitle: 2020-10-26\ndate: 2020-10-27\n---\n# Club, 28.10.2020\n\n# 2020-10-29\n"
    )
    assert [written.text for written in title_dates(document)] == ["2020-10-26", "28.10.2020"]
    assert title_dates(read_markdown("# Club, 31 February 2020\n")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "| Date | Team |\n|---|---|\n| 2020-10-26 | 4 |\n",
        "| | Data | In\u00edcio |\n|---|---|---|\n| Previsto | 26/10/2020 | 9 |\n| Realizado | 26/10/2020 | 9 |\n",
        "Team\nDate - 26/10/20\nNext Meeting Date:\n27/10/20\n",
        "Meeting 10 - 26/10/2020 @ 12:30\nThere: Ada\n\n## Talk\n",
        "# Meeting #1- 26/10/2020\n\nThere: Ada\n",
        "# Team\n\n## October 26, 2020 1:00-2:00 EST\n\n## Talk\n",
        "# Team\n\n## Time\n\nMONDAY, October 26, 2020 @ 1530-1630 UTC\n",
        "# Team\n2020-10-26, Mill 8 - Hall\n\n## Talk\n",
        "# Team\n\n- **Data:** 26 de Outubro\n\n| Vers\u00e3o | Data |\n|---|---|\n| 1 | 30/10/2020 |\n| 2 | 02/11/2020 |\n",
    ],
)
def test_a_table_a_heading_or_a_label_tells_the_day(text: str) -> None:
    assert days_of_files(["talk.md"], lambda _: read_markdown(text))["talk.md"].day == DAY


def test_a_day_below_a_deeper_heading_is_that_of_another_meeting() -> None:
    next_time = "**Date:** 2020-11-02\n"
    text = f"# Shop\n\n**Date:** 2020-10-26\n\n### Next\n\n{next_time}"
    assert days_of_files(["talk.md"], lambda _: read_markdown(text))["talk.md"].day == DAY
    equal = f"# One\n\n**Date:** 2020-10-26\n\n# Two\n\n{next_time}"
    assert days_of_files(["talk.md"], lambda _: read_markdown(equal))["talk.md"].day is None


@pytest.mark.parametrize("line", ["2020-10-26, we baked bread", "2020-10-26: Mill", "At 2020-10-26, Mill"])
def test_a_date_below_the_title_may_be_that_of_something_else(line: str) -> None:
    assert days_of_files(["talk.md"], lambda _: read_markdown(f"# Team\n\n{line}\n"))["talk.md"].day is None


def test_a_picture_below_the_title_tells_no_day() -> None:
    assert list(dates_in_head(read_markdown("# Shop\n\n![mill](mill.png)\n"))) == []
