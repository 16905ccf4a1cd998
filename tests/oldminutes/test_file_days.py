"""The day of a file: from its name, its folders, its title or its first lines."""

from datetime import date

import pytest

from minutebook.oldminutes.file_days import FileDay, day_of_file, day_of_path, days_of_files
from minutebook.oldminutes.markdown_blocks import read_markdown

DAY = date(2020, 10, 26)


def found(text: str, path: str = "talk.md", siblings: tuple[str, ...] = ()) -> FileDay:
    """Return the day of a file with a text."""
    return day_of_file(path, read_markdown(text), siblings)


def test_below_the_folder_of_a_year_four_digits_are_month_and_day() -> None:
    assert day_of_path("2016/0425.md") == date(2016, 4, 25)
    assert day_of_path("2016/4251.md") is None


@pytest.mark.parametrize(
    "path",
    [
        "2020-10-26.md",
        "notes/20201026.md",
        "Team20201026.md",
        "notes\\2020-10-26.md",
        "26 October 2020.md",
        "2020/10-26-minutes.md",
        "2020/26.10.md",
        "2020/telcons/10_26.md",
        "2020-10/26.md",
        "2020.10/26 - team.md",
        "2020/10/26-call/README.md",
        "2020/10/26.md",
        "2020/October/26.md",
        "2020/10-October/26.md",
        "2020/Oct/26 minutes.md",
        "2020/10/26/README.md",
        "2020/10/team/26_notes.md",
        "2020/Oct 26.md",
        "2020/10/Oct 26.md",
        "2020/10/26 May fair.md",
        "2020-10-26/minutes.md",
        "week of 26 October 2020/2020-10-26.md",
    ],
)
def test_a_path_tells_the_day(path: str) -> None:
    assert day_of_path(path) == DAY


@pytest.mark.parametrize(
    "path",
    [
        "minutes.md",
        "10-26.md",
        "2020/minutes.md",
        "2020/26.md",
        "2020/10/2 of 3.md",
        "2020/02-30.md",
        "2020/10-26-11.md",
        "2020/10-26 Oct 27.md",
        "on 26 October 2020/minutes.md",
        "2020/10/2612.md",
        "2020-10-26/05-10-2020.md",
        "12020/10-26.md",
    ],
)
def test_other_paths_tell_none(path: str) -> None:
    assert day_of_path(path) is None


def test_a_day_of_publication_gives_way_to_that_of_the_title() -> None:
    path, stamp = "2020-11-02-club.md", "2020-11-02T09:22:28.812Z"
    text = f"---\ntitle: Club, 26 October 2020\ndate: {stamp}\n---\n"
    assert found(text, path).day == DAY
    assert found(text.replace("26 October 2020", "10/26/20"), path).day == DAY
    assert found(text.replace("09:22:28.812Z", "10:00:00Z"), path).day == date(2020, 11, 2)


def test_a_title_with_the_day_of_another_file_was_copied_from_there() -> None:
    text = "---\ntitle: Club, 26 October 2020\ndate: 2020-11-02T09:22:28Z\n---\n"
    assert found(text, "2020-11-02-club.md", ("2020-10-26-club.md",)).day == date(2020, 11, 2)


def test_of_two_dates_in_a_name_the_certain_one_counts() -> None:
    assert day_of_path("05-10-2020 sent 2020-10-26.md") == DAY
    assert day_of_path("2020-31-12 sent 26.10.2020.md") == DAY


def test_below_the_folder_of_a_month_a_number_is_the_day() -> None:
    assert day_of_path("2020/10/05.md") == date(2020, 10, 5)


@pytest.mark.parametrize(
    ("sibling", "day"),
    [
        ("2020/26-11.md", date(2020, 10, 5)),
        ("2020/11-26.md", date(2020, 5, 10)),
        ("2020/12-11.md", date(2020, 5, 10)),
        ("2020/minutes.md", date(2020, 5, 10)),
        ("2019/26-11.md", date(2020, 5, 10)),
    ],
)
def test_the_files_of_a_folder_tell_whether_the_day_stands_first(sibling: str, day: date) -> None:
    assert day_of_path("2020/05-10.md", ("2020/05-10.md", sibling)) == day


@pytest.mark.parametrize(
    "text",
    [
        "# Club, 26 October 2020\n",
        "# Club\n\nHeld on 26 October 2020\n",
        "# Club\n\nOn 26 October 2020 was held the first one.\n",
        "Club Meeting October 26, 2020\n\nAll is well.\n",
        "# Club\n\n## Time\n\nOctober 26, 2020 (postponed from October 19)\n",
        "# Club\n\nThe meeting was held on Monday, October 26, 2020 at the mill.\n",
        "# Club\n\n\U0001f4c5 2020-10-26\n",
        "+++\ndate = 2020-10-26\n+++\n# Club\n",
        "# Club 26.10.20\n",
        "---\ndate: 2020-10-26\n---\n# Club\n",
        "---\nTitle: Club of 2020-10-26\n---\n",
        "# Club\n\nDate: 2020-10-26\n",
        "# Club\n\nDate: Monday 26/10/20, 10 am | Place: Mill\n",
        "# Club\n\n**Data:** 26/10/2020\n\n**Next:** 02/11/2020\n",
        "# Club\n\n#### 日時 ：2020/10/26(月) 17-18時\n",
        "# Club\n\n- When: Monday, October 26, 2020 at 15:20 UTC\n",
        "# Club\n\n| 时间 | 2020-10-26 15:20 |\n|---|---|\n| 地点 | 会议 |\n",
        "# Club\n\n| Data | Local | Redator |\n|---|---|---|\n| 26/10/2020 | Sala 1 | Ada |\n",
        "# Club\n\n*Monday, 26 October 2020*\n",
        "# Club\n\n<p>Date: 2020-10-26</p>\n",
        "# Club\n\nSome words.\n\nDate: 2020-10-26\n\nMeeting date: 26 October 2020\n",
    ],
)
def test_a_text_tells_the_day(text: str) -> None:
    assert found(text).day == DAY


def test_the_day_stands_first_behind_a_label_that_is_not_english() -> None:
    assert found("# Club\n\nFecha: 05/10/2020\n").day == date(2020, 10, 5)
    assert found("# Club\n\nDate: 05/10/2020\n").day is None


@pytest.mark.parametrize(
    "text",
    [
        "# Club\n\nWe met on 26 October 2020.\n",
        "We met on 26 October 2020.\n\n# Club\n",
        "# Club\n\nDate: tomorrow\n",
        "# Club\n\nNext time: 26 October 2020\n",
        "# Club\n\nDate: 26 October 2020\n\nDate: 27 October 2020\n",
        "# Club\n\n" + 15 * "x\n\n" + "Date: 26 October 2020\n",
        "# Club\n\n## 26 October 2020: a fair\n",
        "# Club\n\n```\nDate: 26 October 2020\n```\n",
        "# Club\n\nDate: " + 70 * "x" + " 26 October 2020\n",
        "---\nlayout: 2020-10-26\n---\n# Club\n",
    ],
)
def test_other_dates_of_a_text_are_not_its_day(text: str) -> None:
    assert found(text) == FileDay(
        None,
        1,
        "there is no date in its name or title",
        "Name the file after its day, such as 2020-10-26.md, or write the date into its title.",
    )


def test_a_path_that_tells_the_day_counts_for_more_than_the_text() -> None:
    assert found("# Club, 27 October 2020\n", "2020-10-26.md").day == DAY


def test_a_day_that_all_names_have_is_not_theirs() -> None:
    paths = ("2021-01-01-a.md", "2021-01-01-b.md", "2021-01-01-c.md")
    assert found("# Club, 26 October 2020\n", paths[0], paths).day == DAY
    assert found("# Club\n", paths[0], paths).day == date(2021, 1, 1)
    assert found("# Club, 26 October 2020\n", paths[0], paths[:2]).day == date(2021, 1, 1)
    assert found("# Club, 26 October 2020\n", paths[0], (*paths, "x.md")).day == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("path", "text", "line", "message", "hint"),
    [
        ("05-10-2020.md", "# Club\n", 1, "the date 05-10-2020 in its name could be 2020-10-05 or 2020-05-10", "2020-10-05.md."),
        ("talk.md", "\n# Club, 05/10/2020\n", 2, "the date 05/10/2020 in line 2 could be 2020-10-05 or 2020-05-10", "2020-10-05.md."),
        ("talk.md", "# Club, 31 February 2020\n", 1, "the date 31 February 2020 in line 1 is not a day that a meeting can have", "2020-10-26.md."),
        ("05-10-2020.md", "# Club, 31 February 2020\n", 1, "the date 05-10-2020 in its name could be 2020-10-05 or 2020-05-10", "2020-10-05.md."),
    ],
)  # fmt: skip
def test_a_date_that_leaves_doubt_is_told(path: str, text: str, line: int, message: str, hint: str) -> None:
    file_day = found(text, path)
    assert (file_day.day, file_day.line, file_day.message) == (None, line, message)
    assert file_day.hint.endswith(hint)


@pytest.mark.parametrize(
    "line", ["We met in the mill on 26 October 2020.", "[Agenda](https://club.example/fair-2020-10-26)"]
)
def test_the_one_day_in_the_month_of_the_name_is_that_of_the_meeting(line: str) -> None:
    text = f"# Club\n\nSee what was said on 28 September 2020 about the fair.\n\n{line}\n"
    assert found(text, "2020-Oct.md").day == DAY


def test_a_certain_date_of_the_text_settles_a_doubtful_name() -> None:
    assert found("# Club, 26 October 2020\n", "05-10-2020.md").day == DAY


def test_a_month_named_in_a_title_settles_the_doubtful_names_of_all_files() -> None:
    texts = {"05_10_2020.md": "# Oct 2020 meeting\n", "06_11_2020.md": "# Talk\n"}
    found_days = days_of_files(tuple(texts), lambda path: read_markdown(texts[path]))
    assert [found_day.day for found_day in found_days.values()] == [date(2020, 10, 5), date(2020, 11, 6)]


@pytest.mark.parametrize(
    ("title", "fitting"),
    [
        ("Friday, February 5th, 2020", "2021-02-05"),
        ("Sunday, 29 February 2020", "2020-03-01"),
        ("Tuesday, 26 October 2020", "2021-10-26"),
        ("Saturday, 26 October 2020", "2019-10-26"),
        ("Sunday, 26 October 2020", "2020-10-25"),
        ("Wednesday, 26 October 2020", "2020-10-26"),
    ],
)
def test_a_date_on_another_weekday_is_a_fault_with_the_likeliest_day(title: str, fitting: str) -> None:
    file_day = found(f"# Club, {title}\n")
    assert file_day.wrong_date
    assert (file_day.wrong_date.fault, file_day.wrong_date.computed) == ("title-date", fitting)
    assert (file_day.day, f"{fitting}.md" in file_day.hint) == (None, True)


def test_a_day_that_the_name_confirms_was_on_another_weekday_than_it_says() -> None:
    assert found("# Club, Sunday, 26 October 2020\n", "talk_8_26_OCT.md").day == DAY
    assert found("# Club 26/10\n\nDate: Sunday 26/10/2020\n", "talk-10-26.md").day == DAY
    assert found("# Club 26/10\n\nDate: Sunday 26/10/2020\n", "talk-10-27.md").day is None


def test_the_days_that_a_wrong_weekday_leaves_are_told_once_each() -> None:
    file_day = found("# Club, Sunday, 26 October 2020\n")
    assert file_day.message == "26 October 2020 was no Sunday, and nothing else tells the day"
    assert file_day.hint == ("Name the file after the right day, such as 2020-10-25.md or 2020-10-26.md.")
    assert found("# Club, Wednesday, 26 October 2020\n").hint == (
        "Name the file after the right day, such as 2020-10-26.md."
    )


@pytest.mark.parametrize(
    "names",
    [
        ("261020_talk.md", "021120_talk.md"),
        ("talk_26-10-20.md", "talk_02-11-20.md"),
        ("201026-talk.md", "201102-talk.md"),
        ("102620-talk.md", "110220-talk.md"),
    ],
)
def test_six_digits_are_a_day_in_the_order_that_fits_all_files(names: tuple[str, str]) -> None:
    assert day_of_path(names[0], (*names, "template.md")) == DAY
    assert day_of_path(names[1], names) == date(2020, 11, 2)


@pytest.mark.parametrize("written", ["26/10/2020", "26 - 10 - 2020"])
def test_a_date_that_could_be_two_days_is_read_in_the_order_of_the_other_files(written: str) -> None:
    texts = {"a.md": f"# Talk\n\n{written}\n", "b.md": "# Talk\n\n02/11/2020\n"}
    found_days = days_of_files(tuple(texts), lambda path: read_markdown(texts[path]))
    assert [found_day.day for found_day in found_days.values()] == [DAY, date(2020, 11, 2)]


def test_a_weekday_tells_which_of_two_days_is_meant() -> None:
    assert found("# Talk, Monday 02/11/2020\n").day == date(2020, 11, 2)


def test_six_digits_of_a_lone_file_may_be_several_days() -> None:
    assert day_of_path("talk_05-10-20.md") is None
    assert found("# Talk 05.10.20\n", "talk_05-10-20.md").day == date(2020, 10, 5)


@pytest.mark.parametrize("line", ["# Monday, October 26", "Date: 26/10", "**When:** 26 October, 9 am"])
def test_other_files_or_the_folder_tell_the_year(line: str) -> None:
    texts = {"a.md": "# Team 2020-10-19\n", "b.md": f"{line}\n"}
    assert days_of_files([*texts], lambda path: read_markdown(texts[path]))["b.md"].day == DAY
    assert days_of_files(["2020/b.md"], lambda _: read_markdown(texts["b.md"]))["2020/b.md"].day == DAY


@pytest.mark.parametrize(
    "line", ["# October 26 - November 1", "# Sunday, October 26", "# 3.1 Budget", "Due 26/10"]
)
def test_what_names_no_certain_day_needs_a_year(line: str) -> None:
    texts = {"a.md": "# Team 2020-10-19\n", "b.md": f"{line}\n"}
    assert days_of_files([*texts], lambda path: read_markdown(texts[path]))["b.md"].day is None


def test_dates_that_could_all_be_two_days_are_read_as_they_lie_closest_together() -> None:
    texts = {"a.md": "# Team 10/07/2018\n", "b.md": "# Team 11/07/2018\n"}
    found_days = days_of_files([*texts], lambda path: read_markdown(texts[path]))
    assert [file_day.day for file_day in found_days.values()] == [date(2018, 7, 10), date(2018, 7, 11)]


def test_the_day_may_stand_in_a_heading_below_the_title() -> None:
    def day(text: str) -> date | None:
        return day_of_file("m1.md", read_markdown(text)).day

    assert day("# Mill\n\nHi\n\n## Meeting 2 - Monday, 5th October 2026 (2 pm)\n") == date(2026, 10, 5)
    assert day("# Mill\n\n## 5 October 2026\n\n## 12 October 2026\n") is None


def test_a_weekday_tells_which_day_a_short_date_means() -> None:
    day = day_of_file("m2.md", read_markdown("Date: Thursday 5/3/26, 10 am\n")).day
    assert day == date(2026, 3, 5)


def test_the_order_of_the_names_tells_what_a_date_on_another_weekday_means() -> None:
    dates = ("Thursday, 4 December 2025", "Thursday, 18 December 2025", "Thursday, 1 January 2025")
    texts = {
        f"call-{9 + at}.md": f"# Call, {text}\n"
        for at, text in enumerate((*dates, "Thursday, 14 January 2025"))
    }
    found_days = days_of_files(tuple(texts), lambda path: read_markdown(texts[path]))
    assert [str(found_day.day) for found_day in found_days.values()][2:] == ["2026-01-01", "2026-01-15"]


def test_names_with_one_order_tell_that_of_the_others() -> None:
    paths = ("02_24_2026.md", "07_01_2026.md", "04_13_2026.md")
    found_days = days_of_files(paths, lambda _: read_markdown("# Talk\n"))
    assert [str(found_days[path].day) for path in paths] == ["2026-02-24", "2026-07-01", "2026-04-13"]


@pytest.mark.parametrize("path", ["meeting01.08Feb24.md", "08-Feb-24.md", "talk_8feb24.md"])
def test_a_month_by_its_name_may_stand_before_two_numbers_of_a_year(path: str) -> None:
    assert found("# Talk\n", path).day == date(2024, 2, 8)
