"""Titles of old minutes: which heading is one, and what is left of it without its day."""

from datetime import date

import pytest

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.titles import find_title, lasting, undated, usual

DAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Shop 1 - 05/10/2026", ("Shop 1", "")),
        ("Shop, 5 October 2026", ("Shop", "")),
        ("Shop notes for October 5, 2026", ("Shop notes", "")),
        ("Shop meeting held on October 5, 2026", ("Shop meeting", "")),
        ("2026-10-05 Shop", ("Shop", "")),
        ("Shop (Monday, October 5th 2026)", ("Shop", "")),
        ("October 5 2026 @ 20:00 UTC", ("", "20:00 UTC")),
        ("Monday October 5, 2026 at 9:00am-9:30am PST", ("", "at 9:00am-9:30am PST")),
        ("Shop - October", ("Shop", "")),
        ("Shop - 5 October 2026 (Mill)", ("Shop (Mill)", "")),
        ("Shop (Mill, 5 October 2026)", ("Shop Mill", "")),
        ("5 October 2026 (Shop)", ("Shop", "")),
        ("Shop 5 October 2026 (Monday)", ("Shop", "")),
        ("Shop, October 2026", ("Shop", "")),
        ("Shop 2026", ("Shop", "")),
        ("October, 2026 - Shop", ("Shop", "")),
        ("Zebranie w dniu 5 października 2026 r.", ("Zebranie", "")),
        ("Protokoll 05.10.26", ("Protokoll", "")),
        ("2026\u5e7410\u67085\u65e5(\u6708) \u904b\u55b6\u4f1a\u8b70", ("\u904b\u55b6\u4f1a\u8b70", "")),
        ("R\u00e9union du 05/10/2026 \u2014 Id\u00e9es", ("R\u00e9union Id\u00e9es", "")),
        ("Shop", ("Shop", "")),
        ("Shop in September", ("Shop in September", "")),
        ("3rd Shop Meeting of 2026", ("3rd Shop Meeting", "")),
        ("Shop #31 (October)", ("Shop #31", "")),
        ("Shop (late)", ("Shop (late)", "")),
    ],
)
def test_a_title_loses_its_day(title: str, left: tuple[str, str]) -> None:
    assert undated(title, DAY) == left


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Meeting 110", "Meeting"),
        ("Shop #12", "Shop"),
        ("Shop, October #3", "Shop"),
        ("12", "12"),
        ("Shop 2026 S41", "Shop"),
        ("Windows 11", "Windows"),
        ("Protokoll der 5. Vorstandssitzung", "Protokoll der Vorstandssitzung"),
        ("Sitzung Nr. 14 des Vorstands", "Sitzung des Vorstands"),
        ("Club 第三次会议纪要", "Club 会议纪要"),
    ],
)
def test_the_title_of_a_series_has_no_number(title: str, left: str) -> None:
    assert lasting(title, DAY) == left


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        (["3rd Shop Meeting", "4th Shop Meeting"], "Shop Meeting"),
        (["Sprint 1 Review", "Sprint 2 Review"], "Sprint Review"),
        (["2nd Floor Meeting", "2nd Floor Meeting", "Party"], "2nd Floor Meeting"),
        (["Minutes: Spring fair", "Minutes: The new till"], "Minutes"),
        (["Shop - Board", "Shop - Board", "Shop - Party"], "Shop - Board"),
        ([], None),
    ],
)
def test_the_numbers_by_which_titles_differ_are_none_of_the_series(
    titles: list[str], title: str | None
) -> None:
    assert usual((written, DAY) for written in titles) == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Shop - Group 7", "Shop - Group 7"),
        ("Shop Meeting 7", "Shop Meeting"),
        ("Shop week 7", "Shop"),
        ("Shop 2026", "Shop"),
    ],
)
def test_a_number_that_all_titles_have_is_none_of_a_meeting(title: str, expected: str) -> None:
    assert usual([(title, DAY)] * 2) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Shop\n\n## Talk\n", "Shop"),
        ("## Shop\n\n### Talk\n", "Shop"),
        ("Shop\n====\n", "Shop"),
        ("# **Shop**\n", "Shop"),
        ("# 1. Opening\n\n# 2. Talk\n", None),
        ("| Date | 5 May |\n|---|---|\n\n# Opening\n\n# Talk\n", None),
        ("## Present\n\n## Talk\n", None),
        ("# People\n\n- Ada Quill\n\n# Talk\n", None),
        ("# People\n\n- flour and oats\n", "People"),
        ("# [Shop](https://example.org)\n", None),
        ("no heading\n", None),
        ("# Agenda\n\n# Talk\n", None),
        ("Welcome!\n\n# Cake\n\n# Talk\n", None),
        ("Welcome!\n\n# Shop\n\n## Talk\n", "Shop"),
    ],
)
def test_the_title_is_the_heading_above_all_others(text: str, title: str | None) -> None:
    block = find_title(read_markdown(text).blocks, titled=False)
    assert (block.visible if block else None) == title
