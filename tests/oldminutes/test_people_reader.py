"""Who was there, in the ways in which people write it: each line of a list stands for itself."""

import pytest
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.minutes.layout import minutes_mark
from minutebook.records.attendance import Attendance


def lists(text: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of the meeting that are not empty."""
    people = sheet_of(f"# Shop\n\n{text}").meeting.root.attendance
    return {key: names for key, names in people.lists() if names}


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ada, Ben\n",
        "Present: Ada,\nBen\n",
        "Present:\n\n    Ada\n    Ben\n",
        "## Present\n\n    - Ada\n    - Ben\n",
        "**Present:** Ada, Ben **Place:** Mill\n",
        "**Present:** [Ada](mailto:ada@example.org) [Ben](mailto:ben@example.org)\n",
        "| Name | Present |\n|---|---|\n| Ada<br>Ben | x |\n",
        "| Present | Absent |\n|---|---|\n| Ada<br>Ben | none |\n",
        "| Present | Absent |\n|---|---|\n| Ada | |\n| Ben | none |\n",
        "| Name | Status |\n|---|---|\n| Ada | Present |\n| Ben | present |\n",
        "## Present\n\nAda\n\nBen\n",
        "## Present\n\n- [name=Ada]\n- [name=Ben]\n",
        "> **Present:**\n>> Ada, Ben\n>\n> **Discussion:**\n>> - Lists and sets\n>> - Tuples\n",
        ":::info\n- Present: Ada, Ben\n:::\n\n## Talk\n\nAll is well.\n",
        "## Notes of the shop\n\n- \u7dda\u4e0a\u51fa\u5e2d\uff1aAda, Ben\n",
        "1. Welcome / Roll call of voting cooks\n   - [x] Ada\n   - [x] Ben\n",
        "##Present\n-Ada\n-Ben\n",
        "Ada and Ben were present.\n",
        "Present Cooks: Ada, Ben\n",
        "**Present** *(write your name, and the mill or the hall where you bake, as you like)*: Ada, Ben\n",
        "> Present: Ada, Ben\n",
        "**Present:**\n\nAda, Ben\n",
        "**Present**\n\n- Ada\n- Ben\n",
        "- Present:\n  - Ada\n  - Ben\n",
        "## Present\n\nAda and Ben\n",
        "## Present: Ada, Ben\n",
        "## Present (2)\n\n1. Ada\n2. Ben\n",
        "## [Room](https://example.org/room)\n\n### Present\n\n- Ada\n- Ben\n\n## Talk\n\nAll is well.\n",
        "## Logistics\n\nPresent: Ada, Ben\n\n## Talk\n\nAll is well.\n",
        "| Name | Present |\n|---|---|\n| Ada | x |\n| Ben | x |\n",
        "**Present:**\nAda\nBen\n",
        "We bake today. Write your name below. Roll call:\n\n- Ada\n- Ben\n",
        "## Present - write your name\n\n- Ada\n- Ben\n",
        "Present: please sign in below\n\n- Ada\n- Ben\n\n## Talk\n\n- New oven\n",
        "Present: 2\n\n- Ada\n- Ben\n",
        "## Present\n\n- Ada\n- Ben\n- Big cake\n  - of apples\n",
        "* Attendees:\n  * Ada\n  * Ben\n* Agenda\n",
        "**Présent.e.s :** Ada, Ben\n",
        "|  |  |\n|---|---|\n| **Datum** | 2026-10-05 |\n| **Aanwezig** | Ada en Ben |\n",
        "## Breakout\n\nPresent: Ada, Ben\n\n### Scribes\n\nPresent: Cy\n",
        "## Present\n\n### Kitchen\n\n- Ada\n\n### Hall\n\n- Ben\n",
        "## \U0001f464 Present\n\nThe kitchen:\nAda\nThe hall:\nBen\n",
        "## Present\n\n- Ada\n- Ben\n\nThe cook said what we do today:\n\n- New Recipe\n- Wash up at 4\n",
        "- Present <https://example.org/talk>\n  - Cooks: Ada, Ben\n",
        "## Time\n\n:   Date\n:   Members present: Ada, Ben\n",
        "## The Bakers\n\nFifth day of May\n\nPresent: Ada, Ben\n",
        "## Formalities\n\nThe room is closed.\n\nLead: Cy  \nPresent: Ada, Ben\n",
        "Present: 2 people: Ada, Ben\n",
        "## Present\n\nAda\nCy of the mill and some more\nBen\n",
        "Date: 5 October 2026 | Present: Ada, Ben\n",
        "**Place:** Mill · **Present:** Ada, Ben\n",
        "**Place:** Mill<br>**Present:**<br>Ada<br>Ben\n",
        "<u>Present</u>: Ada • Ben\n",
        "<b>Present:</b> Ada + Ben\n",
        "<p>Present: Ada, Ben</p>\n",
        "<h3>Present</h3>\n<ul>\n<li>Ada</li>\n<li>Ben</li>\n</ul>\n",
        "<details>\n<summary>Present</summary>\n\n- Ada\n- Ben\n\n</details>\n",
        "| Day | 5 October 2026 |\n|---|---|\n| Present | Ada<br>Ben |\n",
        "## Present\n\n**Old Kitchen**\n\n- Ada\n- Ben\n",
        "## Present\n\n**Old Kitchen**\nAda, Ben\n",
        "## Present\n\n- The kitchen\n  - Ada\n- The hall\n  - Ben\n",
        "**Present:**\n\nThe kitchen:\n\n- Ada\n\nThe hall:\n\n- Ben\n",
        "## About\n\n| Day | Place |\n|---|---|\n| 5 May | Mill |\n\n**Chair**: Ada\n\nPresent: Ada, Ben\n",
        "## Present, excused & guests\n\n* Present\n    * Ada\n    * Ben\n",
        "Present: The kitchen: Ada; The hall: Ben\n",
        "**Present:** Ada, Ben\n<br/>\n**Absent:**\n",
        "## Sign-in\n\nAda, Ben\n",
        "We bake.\nThese took part:\n\n| Name |\n|---|\n| Ada |\n| Ben |\n",
        "## Present\n\n- Ada\n- Ben\n\n**Agenda**\n\n- Bread\n- Butter\n",
        "### Who joined\n\n- Ada\n- Ben\n- Cy (I'm new :))\n",
        "* Place: Mill\n* Present:\n\n- Ada\n- Ben\n",
        "* Place: Mill\n* Present:\n* Ada\n* Ben\n",
        "- Place: Mill\n\n<hr>\n\n- Present:\n  - Ada\n  - Ben\n",
        "## Folks\n\nTick your name.\n\n| Present | Name |\n|---|---|\n| x | Ada |\n| x | Ben |\n",
        "| Name | Present |\n|---|---|\n| [Ada](https://example.org/ada) | yes |\n| [Ben](/ben) | yes |\n",
        "## Present\n\n- ✅ Ada\n- Ben :white_check_mark:\n",
        "Present:\n- Ada\n- Ben\nAgenda:\n- Cake\n",
        "## Present\n\n- Ada\n- Ben\n\n## Next steps\n\n- Shop members: Bake and try the cake until it is good\n",
        "## Present\n\n- Ada\n- Ben\n\n## From attendees\n\n- Cake\n",
        "**Present** Ada, Ben\n",
        "- Present\n  Ada, Ben\n",
        "Present = Ada, Ben\n",
        "Present [2]\n\n- Ada\n- Ben\n",
        "## List of participants\n\n- Ada\n- Ben\n",
        "## Who was here?\n\n- Ada\n- Ben\n",
        "The following people were present: Ada, Ben\n",
        "## Roll call\n\n- Ada: here\n- Ben: yes\n",
        "| Attendee |\n|---|\n| Ada |\n| Ben |\n",
        "## Participants at the table\n\n- Ada\n- Ben\n",
        "## 1-2-1 Cake board attendees (bold: present): (2 of 3)\n\n- Ada\n- Ben\n",
        "- **Present:**\n<!-- who bakes -->\n  - Ada\n  - Ben\n",
        "## Talk\n\nWe bake a cake that is good.\n\n**Present**\n\n- Ada\n- Ben\n",
        "Present:\n\nAda\nit rained, and so on\nBen\n",
        "## Present\n\nCooks, by their age:\n\nAda, Ben\n",
        "Til stades: Ada, Ben\n",
        "- joining: Ada, Ben\n",
        "| Name | Present |\n|---|---|\n| 1. [Ada](/ada) | x |\n| 2. [Ben](/ben) | x |\n",
        "## 5 October 2026\n\n###\n\n- Lead: Cy\n- Present: Ada, Ben\n",
        "- ### Present:\n    - Ada\n    - Ben\n",
        "## Present\n\n[Ada, Ben]\n",
        "Present: Ada, Ben...\n",
        "## Present\n\n- Ada\n- Ben\n###Place\n",
        "## Present\n\n- Here\n  - Ada\n  - Ben\n- Async\n",
        "| Name/Mill | Present |\n|---|---|\n| Ada | x |\n| Ben | x |\n",
        "Attend: Ada, Ben\n",
        "**Attending bakers**: (Ada, Ben).\n",
        "| <b>Present</b> |\n|---|\n| Ada |\n| Ben |\n",
        "## Present at 14:00 (Cy)\n\nIt is 7 in the mill.\n\n- Ada\n- Ben\n",
    ],
)
def test_a_list_may_have_any_form(text: str) -> None:
    assert lists(text) == {"attending": ("Ada", "Ben")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Members**\n- Ada\n\n**Visitors**\n- Cy\n", {"attending": ("Ada",), "guests": ("Cy",)}),
        ("### 参加者：　大河内、佐藤（記）\n", {"attending": ("大河内", "佐藤 (記)")}),
        ("Attendees:\n- Ada - chair\n- Ben – scribe\n", {"attending": ("Ada (chair)", "Ben (scribe)")}),
        ("Present: Ada Lee, Ben\nRay, Cy Dunn\n", {"attending": ("Ada Lee", "Ben Ray", "Cy Dunn")}),
        ("Present:\nAda, Mill\nBen, Mill\nCy\n", {"attending": ("Ada (Mill)", "Ben (Mill)", "Cy")}),
        ("| Day | 5 May |\n|---|---|\n| Present | Ada, Mill<br>Ben, Mill<br>Cy, Hall |\n", {"attending": ("Ada (Mill)", "Ben (Mill)", "Cy (Hall)")}),
        ("## Present\n\n- Ada Quill, Acme\n- Ben\n", {"attending": ("Ada Quill (Acme)", "Ben")}),
        ("## Present\n\n- Ada\n\nFehlt:\n- Cy\n", {"attending": ("Ada",), "absent": ("Cy",)}),
        ("Present: Ada Quill/Acme, Ben\n", {"attending": ("Ada Quill (Acme)", "Ben")}),
        ("## Present\n\n- Ada Quill, Acme\n- Ben Stone, Mill, oil / salt\n- Cy Dunn, Hall / Yard\n", {"attending": ("Ada Quill (Acme)", "Ben Stone (Mill, oil / salt)", "Cy Dunn (Hall / Yard)")}),
        ("## Present\n\n- Acme: Ada Quill\n- Old Mill: Ben de Stone, Cy Dunn\n- Hall: Dora Lea, Eve Orr, Fay Kim\n", {"attending": ("Ada Quill (Acme)", "Ben de Stone", "Cy Dunn", "Dora Lea", "Eve Orr", "Fay Kim")}),
        ("## Present\n\n- Ada vers 21h37\n- Ben from 6:30 pm\n", {"attending": ("Ada (vers 21h37)", "Ben (from 6:30 pm)")}),
        ("## Present\n\n- Ada quill - Acme\n- Ben Stone - Mill\n", {"attending": ("Ada quill (Acme)", "Ben Stone (Mill)")}),
        ("## Present\n\n- Ada Quill, Acme *\n- Ben Stone, Mill\n", {"attending": ("Ada Quill (Acme)", "Ben Stone (Mill)")}),
        ('## Present\n\n<label><input type="checkbox" checked>Ada</label><br>\n<label><input type="checkbox">Ben</label>\n', {"attending": ("Ada",), "absent": ("Ben",)}),
        ("## Present\n\n- [x] Ada Quill +\n- [ ] ~~Ben\n", {"attending": ("Ada Quill",), "absent": ("Ben",)}),
        ("## Present\n\n- Ada - Mill for Oats and Rye / Hall\n- Ben - Mill, (re)new\n- Cy - Hall, Mill\n", {"attending": ("Ada (Mill for Oats and Rye / Hall)", "Ben (Mill, (re)new)", "Cy (Hall, Mill)")}),
        ("## Projekt-Teilnehmer:innen\n\n- Ada Quill\n- Ben Stone\n", {"attending": ("Ada Quill", "Ben Stone")}),
        ("### Present bakers\n\n- Ada\n- Ben\n\n### Absent bakers\n\n- Cy\n- Dora\n\n### Other millers\n\n- Eve\n- Fay\n", {"attending": ("Ada", "Ben"), "absent": ("Cy", "Dora"), "guests": ("Eve", "Fay")}),
        ("## 日時/場所/参加者\n\n- 場所: 製粉所\n- 参加者(敬称略)\n    - 中野\n    - 山本\n", {"attending": ("中野", "山本")}),
        ("Apologies received:\n\n- Ada Quill, @adaq, Acme Mill (chair)\n", {"absent": ("Ada Quill (@adaq, Acme Mill, chair)",)}),
        ("## Present\n\n- Board Member Ada Quill, Mill\n- **Vice Chair Ben Stone** - Absent\n- Secretary Cy Dunn\n", {"attending": ("Ada Quill (Mill, Board Member)", "Cy Dunn (Secretary)"), "absent": ("Ben Stone (Absent, Vice Chair)",)}),
        ("## Present\n\n- Ada Quill, Chair\n- Ben Stone, Clerk\n", {"attending": ("Ada Quill (Chair)", "Ben Stone (Clerk)")}),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_is_kept(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert lists(text) == expected


def test_a_line_that_is_nobody_stays_and_the_others_count() -> None:
    text = "## Present\n\n- Ada\n- we had tea before\n- Ben\n"
    assert lists(text) == {"attending": ("Ada", "Ben")}
    told = [(found.line, found.kind) for found in sheet_of(f"# Shop\n\n{text}").decisions]
    assert told == [(6, "attendance left in prose")]


@pytest.mark.parametrize("remark", ["Bakes until the spring term", "works"])
def test_what_is_said_below_somebody_is_nobody(remark: str) -> None:
    assert lists(f"Present: Ada\n\nAbsent:\n\n- Cy Dunn\n  - {remark}\n")["absent"] == ("Cy Dunn",)


@pytest.mark.parametrize("name", ["Ada Quill", "@adaq"])
def test_a_paragraph_below_a_label_may_be_somebody(name: str) -> None:
    assert lists(f"**Present**\n\n{name}\n\nWelcome\n") == {"attending": (name.removeprefix("@"),)}


@pytest.mark.parametrize(
    "text",
    [
        "Present: Sorry, the clerk forgot to note who was\npresent.\n",
        "Present: unfortunately, nobody wrote it down.\n",
        "## Present\n\nPer the [rules](/rules), all members have a vote.\n",
        "## Present\n\n@mention yourself and add others\n",
        "Presenters: Ada, Ben\n",
        "## Talk\n\nPresent plans for cake - Ada, Ben\n",
    ],
)
def test_a_sentence_behind_a_label_names_nobody(text: str) -> None:
    assert not lists(text)


@pytest.mark.parametrize(
    "text", ["Ada Lee, Mill\nBen Ray, Hall\nCy Dunn, Yard\n", "A cake.\n\nAda Lee, Ben Ray, Cy Dunn\n"]
)
def test_names_that_may_be_more_than_people_are_left_where_they_stand(text: str) -> None:
    assert lists(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "In person: Ada, Ben  \nOnline: Cy Dunn\n",
        "- Vor Ort: Ada, Ben\n- Online: Cy Dunn\n",
        "## Present\n\n**In person:** Ada, Ben\n\n**Remote:** Cy Dunn\n",
    ],
)
def test_how_people_took_part_may_be_the_label_of_a_list(text: str) -> None:
    assert lists(text) == {"attending": ("Ada", "Ben", "Cy Dunn")}


def test_labels_before_accounts_need_no_colon() -> None:
    items = "- Attendees @ada, @ben\n- Partly attending @cy\n- Regrets @dot @eve\n"
    expected = {"attending": ("ada", "ben", "cy"), "absent": ("dot", "eve")}
    assert lists(f"### Attendees, absents & regrets\n{items}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Present: Ada, Ben; Absent: Cy Dunn\n",
        "Ada and Ben were present. Cy Dunn sent apologies.\n",
        "Present were Ada and Ben. Apologies were received from Cy Dunn.\n",
        "| Attendees | Apologies |\n|---|---|\n| Ada | Cy Dunn |\n| Ben | |\n",
        "| Name | Here |\n|---|---|\n| Ada | \u2705 |\n| Ben | \u2705 |\n| Cy Dunn | \u274c |\n",
    ],
)
def test_who_was_there_and_who_was_not_may_stand_side_by_side(text: str) -> None:
    assert lists(text) == {"attending": ("Ada", "Ben"), "absent": ("Cy Dunn",)}


NAMES = "- Ada Quill\n- Ben Stone (Mill)\n"


@pytest.mark.parametrize(
    "text", [f"People\n======\n\n{NAMES}\nTalk\n====\n", f"# Shop\n\n## Who:\n\n{NAMES}", f"## Contributors\n\n{NAMES}"]
)  # fmt: skip
def test_the_only_people_of_a_file_may_stand_below_any_word_for_people(text: str) -> None:
    assert sheet_of(text).meeting.root.attendance.attending == ("Ada Quill", "Ben Stone (Mill)")


def test_several_first_names_in_a_line_are_people_there_too() -> None:
    assert lists("## People\n\nAda, Ben, Cy\n") == {"attending": ("Ada", "Ben", "Cy")}


def test_whole_names_without_a_space_are_people_there_too() -> None:
    assert lists("## メンバー\n\n- b4 中野\n- 山本さん\n") == {"attending": ("中野 (b4)", "山本さん")}


def test_the_people_of_a_group_have_whole_names_without_a_space_in_some_languages() -> None:
    names = ("\uae40\ub3c4\ud76c", "\ubc31\uc11c\uc601", "\uc11c\ubbfc\uc900")
    assert lists(f"## Present\n\n- Bakers : {', '.join(names)}\n") == {"attending": names}


@pytest.mark.parametrize(
    "text", [f"## Team\n\n{NAMES}\n## Present\n\n- Ada Quill\n", f"Present: Ada Quill\n\n## People\n\n{NAMES}"]
)  # fmt: skip
def test_beside_those_who_came_a_team_is_no_list_of_them(text: str) -> None:
    assert lists(text) == {"attending": ("Ada Quill",)}


@pytest.mark.parametrize("text", ["## Team\n\n- Kitchen\n- Hall\n", f"## People we asked\n\n{NAMES}"])
def test_below_a_word_for_people_there_may_be_something_else(text: str) -> None:
    assert not lists(text)


@pytest.mark.parametrize("text", ["Obviously attended.\n", "The board, Week after, was present.\n"])
def test_one_word_before_what_is_said_of_it_is_nobody(text: str) -> None:
    assert not lists(text)


@pytest.mark.parametrize(
    "below", ["Online: Jitsi", "Present: see the sheet\n\n- We paint the door", "Phone: 030 1234"]
)
def test_words_behind_a_label_are_no_people_for_that(below: str) -> None:
    assert lists(f"Present: Ada, Ben\n\n{below}\n") == {"attending": ("Ada", "Ben")}


@pytest.mark.parametrize("title", ["## Next steps", "**Actions:**", "Action items:"])
def test_whose_tasks_are_told_is_no_list_of_people(title: str) -> None:
    text = f"Present: Ada, Ben\n\n{title}\n\n- All attendees: Bake\n- Members: Wash Up\n"
    assert lists(text) == {"attending": ("Ada", "Ben")}


def test_several_lists_of_one_kind_are_one() -> None:
    assert lists("## Present\n\n- Ada\n\n### Regrets\n\n- Ben\n\nCould not attend: Cy\n") == {
        "attending": ("Ada",),
        "absent": ("Ben", "Cy"),
    }


def test_who_is_named_twice_stands_once() -> None:
    assert lists("Present: Ada, Ben\nRegrets: Ben\n") == {"attending": ("Ada", "Ben")}


def test_parts_of_a_meeting_have_their_own_lists() -> None:
    sheet = sheet_of("# Shop\n\n## North\n\nPresent: Ada\n\n## South\n\n### Present\n\n- Ben\n- Cy\n")
    people = {section.title: section.attendance.attending for _, section in sheet.meeting.root.headed()}
    assert people == {None: (), "North": ("Ada",), "South": ("Ben", "Cy")}


def test_an_empty_box_says_that_somebody_was_absent() -> None:
    assert lists("## Present\n\n- [x] Ada\n- [ ] Ben\n") == {"attending": ("Ada",), "absent": ("Ben",)}


def test_between_a_title_and_its_groups_a_sentence_may_say_how_to_be_listed() -> None:
    text = "## Present\n\nAdd yourself to the list!\n\n### Bakers\n\n- [x] Ada Quill\n- [ ] Ben Stone\n"
    assert lists(text) == {"attending": ("Ada Quill",), "absent": ("Ben Stone",)}


def test_a_quotation_beside_a_list_of_people_is_no_part_of_it() -> None:
    rules = "> **Rules**\n> - Read the [notice](notice.md)\n"
    text = f"## Present\n\n{rules}\n| Name | Place |\n|---|---|\n| Ada Quill | Mill |\n| Ben Stone | Hall |\n"
    assert lists(text) == {"attending": ("Ada Quill (Mill)", "Ben Stone (Hall)")}


@pytest.mark.parametrize("remark", ["(holiday)", "- ill", "\u2013 Urlaub"])
def test_a_remark_may_say_why_somebody_was_absent(remark: str) -> None:
    text = f"## Present\n\n- Ada Quill\n- Ben Stone {remark}\n- Cy Dunn\n"
    assert [name.partition(" (")[0] for name in lists(text)["absent"]] == ["Ben Stone"]


@pytest.mark.parametrize("signs", [("✅ ", "❌ "), (":white_check_mark: ", ":x: "), ("☑ ", "☐ ")])
def test_a_sign_beside_a_name_says_whether_somebody_was_there(signs: tuple[str, str]) -> None:
    text = f"## Present\n\n- {signs[0]}Ada\n- {signs[1]}Ben\n"
    assert lists(text) == {"attending": ("Ada",), "absent": ("Ben",)}


def test_a_role_may_stand_before_a_name() -> None:
    assert lists("## Present\n\n- Chair: Ada Quill\n- Ben Stone\n") == {
        "attending": ("Ada Quill (Chair)", "Ben Stone")
    }


def test_what_is_said_of_somebody_may_stand_behind_a_colon() -> None:
    text = "## Present\n\n- Ada\n- Ben: came at noon\n\n## Apologies\n\n- **Cy:** Had said so before.\n"
    assert lists(text) == {
        "attending": ("Ada", "Ben (came at noon)"),
        "absent": ("Cy (Had said so before.)",),
    }


@pytest.mark.parametrize("said", [": sends apologies", " – Absent due to the oven", " absent"])
def test_who_is_said_not_to_have_come_was_absent(said: str) -> None:
    people = lists(f"## Present\n\n- Ada\n- Cy Dunn{said}\n")
    assert (people["attending"], len(people["absent"])) == (("Ada",), 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Ada Quill: bakes, and sells\n- Ben Stone (Mill): treasurer\n", {"attending": ("Ada Quill (bakes, and sells)", "Ben Stone (Mill, treasurer)")}),
        ("- Mill\n  - Ada Quill: bakes\n  - (excused) Cy Dunn: ???\n- Hall:\n  - Ben Stone: sells\n", {"attending": ("Ada Quill (bakes)", "Ben Stone (sells)"), "absent": ("Cy Dunn (excused, ???)",)}),
        ("- Vice Chair: Ada\n- Old Mill: Ben Stone\n", {"attending": ("Ben Stone (Old Mill)",)}),
    ],
)  # fmt: skip
def test_behind_whole_names_and_colons_more_is_said_of_them(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert lists(f"## Present\n\n{text}") == expected
    assert lists(f"## Attendee feedback\n\n{text.replace('  -', '-')}") == {}


def test_a_place_below_an_empty_label_is_nobody() -> None:
    text = "- Date: 5 May\n- Present: Ada, Ben\n- Absent:\n- Place: Old Mill\n- Chair: Ada Quill\n"
    assert lists(text) == {"attending": ("Ada", "Ben")}


def test_who_came_to_an_earlier_meeting_did_not_come_to_this_one() -> None:
    text = "## Roll call\n\n### Attended\n\n- Ada\n- Ben\n\n### Attended recently in the past\n\n- Cy Dunn\n"
    assert lists(text) == {"attending": ("Ada", "Ben")}


def test_how_many_came_may_stand_before_their_names_in_brackets() -> None:
    text = "## Present\n\nOld core bakers (Ada, Ben)\n3 guests (Cy, Dora, Eve)\n\nWe spoke of flour.\n"
    assert lists(text) == {"attending": ("Ada", "Ben"), "guests": ("Cy", "Dora", "Eve")}
    assert lists("## Attendees (Cook, Miller)\n\n- Ada\n- Ben\n") == {"attending": ("Ada", "Ben")}


def test_a_line_with_a_box_is_one_person() -> None:
    text = "## Present\n\n[x ] Ada Quill, Head Baker, Mill\n[ ] Cy Dunn\nBen\n"
    assert lists(text) == {"attending": ("Ada Quill (Head Baker, Mill)", "Ben"), "absent": ("Cy Dunn",)}


def test_one_name_before_a_reason_is_somebody_who_was_absent() -> None:
    text = "## Absence\n\n* Ann-Lee is on vacation (announced, to be made up for)\n"
    assert lists(text) == {"absent": ("Ann-Lee (is on vacation, announced, to be made up for)",)}


@pytest.mark.parametrize("title", ["Moving away from Mill.org", "What was missing from Mill"])
def test_what_a_title_speaks_of_was_not_absent(title: str) -> None:
    assert lists(f"Present: Ada\n\n## {title}\n\nWe bake elsewhere.\n") == {"attending": ("Ada",)}


def test_a_sentence_may_say_of_somebody_why_or_when() -> None:
    text = "## Present\n\n- Ada\n- Ben Stone arrived at noon\n\n## Apologies\n\n- Cy Dunn is in Rome, says Ada.\n- It is hot\n"
    assert lists(text) == {
        "attending": ("Ada", "Ben Stone (arrived at noon)"),
        "absent": ("Cy Dunn (is in Rome, says Ada.)",),
    }


def test_a_label_among_items_ends_the_list_above_it() -> None:
    text = "* Present:\n  * Ada\n* Apologies:\n* Observing: Nil\n* Minute taker: Ben\n"
    assert lists(text) == {"attending": ("Ada",)}
    assert not lists("- **More members are Needed** - says Ada\n")


def test_what_else_a_line_with_people_says_is_of_the_header() -> None:
    sheet = sheet_of("# Shop\n\n**Place:** Mill · **Present:** Ada, Ben · **Cake:** apples\n")
    assert sheet.meeting.header == (("Place", "Mill"), ("Cake", "apples"))


def test_who_goes_to_something_else_was_not_there() -> None:
    assert lists("Present: Ada\n\n## News\n\n- Community calls attendance: Jupiter, Mars\n") == {
        "attending": ("Ada",)
    }


def test_what_a_name_leads_to_is_told() -> None:
    (told,) = sheet_of("# Shop\n\n## Present\n\n- [Ada](https://example.org/ada)\n").decisions
    assert (told.kind, told.stated) == ("left out", "https://example.org/ada")


def test_each_line_tells_of_its_own_links() -> None:
    text = "Day: 5 May\nNotes: [Cy](https://example.org/cy)\nPresent: [Ada](https://example.org/ada) [Ben](https://example.org/ben)\n"
    decisions = sheet_of(f"# Shop\n\n{text}").decisions
    assert [told.stated[-3:] for told in decisions] == ["ada", "ben"]


def test_a_name_may_go_on_in_the_line_below() -> None:
    text = "Present: Ada Adler, Ben\nBaker (Shop,\nMill), Cyd Cook\n"
    assert lists(text)["attending"] == ("Ada Adler", "Ben Baker (Shop, Mill)", "Cyd Cook")


def test_a_full_stop_may_belong_to_what_stands_before_a_name() -> None:
    assert lists("Present: Prof. Ada Lee, Cllr. Ben Ray\n") == {
        "attending": ("Prof. Ada Lee", "Cllr. Ben Ray")
    }


def test_a_slash_may_part_a_name_from_an_account() -> None:
    sheet = sheet_of("# Shop\n\n## Present\n\n- Ada / Mill / @adam\n- Ben / Bakery\n")
    people = [(person.name, person.handle) for person in sheet.names]
    assert people == [("Ada", "adam"), ("Ben", "")]


def test_a_line_that_ends_in_a_colon_may_say_who_is_absent() -> None:
    text = "## Present\n\n- Ada\n\nFurther, these bakers are not in attendance but agree:\n\n- Ben\n"
    assert lists(text) == {"attending": ("Ada",), "absent": ("Ben",)}


@pytest.mark.parametrize(
    "above",
    [
        "Board members in attendance were:",
        "These people took part:",
        "W posiedzeniu uczestniczyli następujący członkowie:",
        "### 1.2 Introduction and roll call (chair: Cy)",
    ],
)
def test_a_sentence_above_a_list_of_people_says_that_they_came(above: str) -> None:
    assert lists(f"We met at noon.\n\n{above}\n\n- Ada\n- Ben\n") == {"attending": ("Ada", "Ben")}


def test_a_sentence_above_something_else_begins_no_list_of_people() -> None:
    assert lists("Those who took part said:\n\n- Ada\n- the oven is cold\n") == {}


@pytest.mark.parametrize(
    ("remark", "role"), [("excused", "absent"), ("baker - ospravedlnený", "absent"), ("Guest", "guests")]
)
def test_what_stands_behind_a_name_may_put_it_into_another_list(remark: str, role: str) -> None:
    assert lists(f"## Present\n\n- Ada\n- Ben - {remark}\n") == {
        "attending": ("Ada",),
        role: (f"Ben ({remark})",),
    }


@pytest.mark.parametrize("signs", [("&#x270B;", "&#x1F464;"), ("✋", "👤"), ("Sim", "Não")])
def test_signs_in_a_table_say_who_was_there(signs: tuple[str, str]) -> None:
    text = f"## Présences\n<!-- the signs -->\nMembre|Présence\n-|-\nAda|{signs[0]}\nBen|{signs[1]}\n"
    assert lists(text) == {"attending": ("Ada",), "absent": ("Ben",)}


def test_a_nickname_may_stand_between_two_names() -> None:
    assert lists("## Present\n\n- Ada (Addy) Quill (Mill)\n") == {"attending": ("Ada Quill (Addy, Mill)",)}


def test_a_second_paragraph_below_the_title_counts_if_it_is_all_names() -> None:
    text = "## Present\n\nAda, Ben\n\nCy (Mill) and Dora\n\nEve and Fay (Mill) are ill, says Ada.\n"
    assert lists(text) == {"attending": ("Ada", "Ben", "Cy (Mill)", "Dora")}


def test_lines_with_labels_may_stand_above_the_list_of_a_part() -> None:
    text = "## Board of the shop\n\n**Date:** 5 May\n**Place:** Mill\n\n**Present:**\nAda\nBen\n"
    assert lists(text) == {"attending": ("Ada", "Ben")}


def test_a_remark_behind_a_nickname_counts() -> None:
    text = "## Present\n\n- Ben (Benny) Stone - excused\n"
    assert lists(text) == {"absent": ("Ben Stone (Benny, excused)",)}
    assert lists("## Present\n\n- Ann (Annie) Lee-Tan\n") == {"attending": ("Ann Lee-Tan (Annie)",)}


@pytest.mark.parametrize("name", ['Ada "Addy" Quill', "Ada 'Addy' Quill", "Ada (Addy) Quill"])
def test_a_nickname_may_have_any_signs_around_it(name: str) -> None:
    assert lists(f"## Present\n\n- {name}\n") == {"attending": ("Ada Quill (Addy)",)}


@pytest.mark.parametrize("name", ["Paul deGrandis", "Scott Low"])
def test_a_name_may_begin_with_a_small_letter_or_be_a_word(name: str) -> None:
    assert lists(f"## Present\n\n- {name}\n") == {"attending": (name,)}


@pytest.mark.parametrize("everybody", ["Alle", "all", "Tous", "V\u0161etci", "\u5168\u54e1"])
def test_everybody_is_nobody_in_particular(everybody: str) -> None:
    assert lists(f"Present: {everybody}\n") == {}


def test_who_did_not_attend_was_absent() -> None:
    text = "## Attendees\n\n- Ada\n\nDid not attend:\n\n- Ben\n"
    assert lists(text) == {"attending": ("Ada",), "absent": ("Ben",)}


@pytest.mark.parametrize("label", ["**Apologies**", "Apologies:"])
def test_a_label_right_below_a_list_begins_another_one(label: str) -> None:
    text = f"**Present**\n* Ada Quill, Ben Stone\n{label}\n* Cy Dunn, Dora Lea\n"
    assert lists(text) == {"attending": ("Ada Quill", "Ben Stone"), "absent": ("Cy Dunn", "Dora Lea")}


def test_a_list_may_have_columns() -> None:
    assert lists("## Present\n\n- Ada / Mill / @ada\n- Ben / Hub / @ben\n") == {
        "attending": ("Ada (Mill, @ada)", "Ben (Hub, @ben)")
    }


@pytest.mark.parametrize("above", ["", "## 5 October 2026\n\n"])
def test_who_signs_in_right_below_the_day_was_there(above: str) -> None:
    text = f"{above}| Name | Company |\n|---|---|\n| Ada | Mill |\n\n- Cake, Tea\n"
    assert lists(text) == {"attending": ("Ada (Mill)",)}


def test_a_table_of_names_below_another_title_is_none_of_who_was_there() -> None:
    assert lists("## Bakers\n\n| Name | Company |\n|---|---|\n| Ada | Mill |\n") == {}


HEAD = f"{minutes_mark(f'{DAY}.yaml')}\n# Club, 5 October 2026\n\n"
LISTS = "**Attending:** Ada \\& Co, Ben?  \n**Absent:** Cy  \n"


def people(text: str, prose: frozenset[int] = frozenset()) -> dict[str | None, Attendance]:
    """Return who was there of the meeting and of its sections, by their titles."""
    sections = sheet_of(f"{HEAD}{text}", prose=prose).meeting.root.headed()
    return {section.title: section.attendance for _, section in sections if section.attendance}


def test_people_stand_right_below_the_title_as_they_were_written() -> None:
    assert people(f"{LISTS}\n\nPresent: Dora\n") == {
        None: Attendance(attending=("Ada & Co", "Ben?"), absent=("Cy",))
    }


def test_parts_have_their_people_right_below_their_headings() -> None:
    text = "\n## A\n\n**Attending:** Ada  \n\n\n### A1\n\n**Guests:** Ben  \n\n\n## B\n\nx\n\n**Attending:** Cy  \n"
    assert people(text) == {"A": Attendance(attending=("Ada",)), "A1": Attendance(guests=("Ben",))}


def test_lines_that_must_stay_prose_name_nobody() -> None:
    assert people(LISTS, frozenset({4})) == {None: Attendance(absent=("Cy",))}


def test_names_are_told_without_what_stands_behind_them() -> None:
    names = sheet_of(f"{HEAD}{LISTS}").names
    assert [(name.name, name.line, name.role) for name in names] == [
        ("Ada & Co", 4, "attending"),
        ("Ben", 4, "attending"),
        ("Cy", 5, "absent"),
    ]


def test_code_right_below_the_title_names_nobody() -> None:
    assert people(f"```\n{LISTS}```\n") == {}


def test_what_a_guest_said_names_nobody() -> None:
    text = "# Shop\n\nPresent: Ada, Ben\n\n## Flour\n\n- Guest: rye and oats\n  - Board: we have some\n"
    assert {name.name for name in sheet_of(text).names} == {"Ada", "Ben"}


def test_below_a_title_that_is_a_link_people_stand_in_sections() -> None:
    text = "# [Shop](https://example.org)\n\n## Present\n\n- Ada\n- Ben\n\n## Talk\n\nAll is well.\n"
    assert sheet_of(text).meeting.root.attendance.attending == ("Ada", "Ben")


def test_a_role_may_stand_before_a_whole_name() -> None:
    assert lists("## Present\n\n- Chair: Ada Quill\n- \u8bb0\u5f55\uff1a\u674e\u5c0f\u660e\n") == {
        "attending": ("Ada Quill (Chair)", "\u674e\u5c0f\u660e (\u8bb0\u5f55)")
    }


def test_a_list_that_is_all_people_may_have_names_in_small_letters() -> None:
    assert lists("## Present\n\n- ada quill (notes)\n- elf Stone\n") == {
        "attending": ("ada quill (notes)", "elf Stone")
    }
    assert lists("## Present\n\n- Ada\n- nobody else\n- what a storm, so few came\n") == {
        "attending": ("Ada",)
    }


BAD = "the rest of us came at three"


@pytest.mark.parametrize(
    "text",
    [
        f"## Present\n\n| Name |\n|---|\n| Ada |\n| {BAD} |\n| Ben |\n",
        f"## Present\n\n- Ada\n- {BAD}\n- Ben\n",
        f"These took part:\n\n- Ada\n- {BAD}\n- Ben\n",
    ],
)
def test_what_is_nobody_does_not_cost_the_people_beside_it(text: str) -> None:
    sheet = sheet_of(f"# Shop\n\n{text}")
    assert sheet.meeting.root.attendance.attending == ("Ada", "Ben")
    assert BAD in [decision.stated for decision in sheet.decisions if "prose" in decision.kind]


def test_several_lists_may_stand_in_a_line() -> None:
    people = {"attending": ("Ada", "Ben"), "absent": ("Cy",), "guests": ("Dora",)}
    assert lists("Present: Ada, Ben. Excused: Cy. Guest: Dora\n") == people


def test_a_line_of_a_list_that_must_stay_prose_costs_no_other_one() -> None:
    text = "# Shop\n\n## Present\n\n- Ada\n- Ben\n- Cy\n"
    assert sheet_of(text, prose=frozenset({6})).meeting.root.attendance == Attendance(("Ada", "Cy"))


def test_a_name_that_nobody_knows_costs_no_other_ones_of_its_line() -> None:
    text = "**Present:**\n\nAda Adler (Mill), 4 bakers, Ben van den Berg (Shop), Cy te Dam\n"
    assert lists(text)["attending"] == ("Ada Adler (Mill)", "Ben van den Berg (Shop)", "Cy te Dam")


def test_people_may_have_a_number_for_a_name() -> None:
    assert lists("## Attendees\n\n- Member 1\n- Member 7\n") == {"attending": ("Member 1", "Member 7")}


@pytest.mark.parametrize(
    "text",
    [
        "Present were Ada Quill and Ben.\n\nApologies had been received from Dora Lind.\n",
        "The meeting was attended by Ada Quill and Ben.\n\nApologies received from Dora Lind.\n",
    ],
)
def test_sentences_may_say_who_came_and_who_did_not(text: str) -> None:
    assert lists(text) == {"attending": ("Ada Quill", "Ben"), "absent": ("Dora Lind",)}


def test_a_sentence_that_only_speaks_of_people_begins_no_list() -> None:
    assert lists("Questions on the present roof were asked by Ada and Ben. Ada was asked to call.\n") == {}
    assert lists("Ada and Ben present the new roof.\n") == {}


def test_whose_name_is_struck_out_was_not_there() -> None:
    people = {"attending": ("Ada Quill", "Ben"), "absent": ("Dora Lind",)}
    assert lists("## Attendance\n\n- Ada Quill\n- ~~Dora Lind~~\n- Ben\n") == people
    for struck in ("~~Dora Lind~~", "~Dora Lind~"):
        assert lists(f"Present: Ada Quill, {struck}, Ben\n") == people
        assert lists(f"Present Cooks: Ada Quill, Ben, {struck}.\n") == people


def test_an_office_may_stand_before_a_name_and_a_dash() -> None:
    assert lists("## Present\n\n- President - Ada Quill\n- Vice Chair – Ben\n- Cy Dunn - Acme\n") == {
        "attending": ("Ada Quill (President)", "Ben (Vice Chair)", "Cy Dunn (Acme)")
    }


def test_surnames_may_stand_first_in_a_list_in_their_order() -> None:
    names = "- Lind, Rosa\n- Moor, Ben\n- Quill, Ada\n- Stone, Cy\n"
    assert lists(f"## Attendance\n\n{names}") == {
        "attending": ("Rosa Lind", "Ben Moor", "Ada Quill", "Cy Stone")
    }
    said = names.replace("\n", ", present\n").replace("Cy, present", "Cy, absent")
    assert lists(f"## Roll call\n\n{said}") == {
        "attending": ("Rosa Lind (present)", "Ben Moor (present)", "Ada Quill (present)"),
        "absent": ("Cy Stone (absent)",),
    }
    firms = "- Ben, Mill\n- Ada, Acme\n- Cy, Post\n- Dora, Acme\n"
    assert lists(f"## Attendance\n\n{firms}")["attending"][:2] == ("Ben (Mill)", "Ada (Acme)")


def test_the_edges_of_a_box_are_nothing_beside_its_list_of_people() -> None:
    text = "# Shop\n\n:::info\n- [all](https://example.org)\n- Attending: ada, Ben, cy\n:::\n"
    assert sheet_of(text).meeting.root.attendance.attending == ("ada", "Ben", "cy")


@pytest.mark.parametrize(
    "text",
    [
        "## Attendance\n\n- Ada Lee: \u2705\n- Ben Ray: \u2705\n- Cy Dunn: \u274c\n",
        "## Attendance\n\nAda Lee: Present\nBen Ray: Present\nCy Dunn: Absent\n",
        "## Roll call\n\nAda Lee (P), Ben Ray (P), Cy Dunn (A)\n",
        "Ada Lee and Ben Ray were present. Cy Dunn was absent.\n",
        "- Ada Lee - present\n- Ben Ray - present\n- Cy Dunn - absent\n",
    ],
)
def test_each_may_say_who_was_there(text: str) -> None:
    names = {key: [name.partition(" (")[0] for name in listed] for key, listed in lists(text).items()}
    assert names == {"attending": ["Ada Lee", "Ben Ray"], "absent": ["Cy Dunn"]}


@pytest.mark.parametrize("label", ["People", "Who", "Team", "With", "Here"])
def test_the_only_people_of_a_file_may_stand_behind_a_label_of_any_list(label: str) -> None:
    assert lists(f"{label}: Ada Lee, Ben Ray\n\n## Talk\n\nAll is well.\n") == {
        "attending": ("Ada Lee", "Ben Ray")
    }
    assert "Ada Lee" not in lists(f"Present: Cy, Dora\n\n{label}: Ada Lee, Ben Ray\n")["attending"]
    assert lists(f"{label}: Mill Group\n") == {}


def test_a_vote_is_no_list_of_people() -> None:
    assert lists("## Vote\n\n- Ada Lee: yes\n- Ben Ray: no\n") == {}


def test_code_beside_a_name_stays_code() -> None:
    meeting = sheet_of("# Shop\n\nPresent: `oil x` | Ada\n").meeting
    assert (lists("Present: `oil x` | Ada\n"), meeting.header) == ({}, ())


def test_below_a_list_of_people_another_group_may_stand() -> None:
    text = "Board members present:\n- Ada Lee\n- Ben Ray\n\nStaff:\n- Cy Dunn\n\nGuests:\n- Eve Hall\n\n## Talk\n"
    assert lists(text) == {"attending": ("Ada Lee", "Ben Ray", "Cy Dunn"), "guests": ("Eve Hall",)}
