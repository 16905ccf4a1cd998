"""Minutes as they were against those written from the notes: a lost word is seen, and what differs is told."""

import pytest
from support.oldminutes.comparisons import HEAD, PAST, TABLE, compared, told
from support.oldminutes.sheets import sheet

from minutebook.minutes.layout import MARK
from minutebook.oldminutes.importer.findings import Findings
from minutebook.records.roster import Roster
from minutebook.records.series import Person

WHOLE = (
    f"{HEAD}**Place:** Room 1\n\nAttending: Ana, Ben\n\n## News\n\nOne *word*\n\n- Shifter: Ana\n\n"
    "## Work\n\n- AI (Ana): fix it\n  - half\n- The build\n  - is red\n  - AI (Ben): look at it\n\n"
    f"## Issues\n\n- 3 (+1) builds\n\n{TABLE}"
)

# Losses


def test_of_minutes_in_the_usual_form_nothing_is_lost() -> None:
    assert compared(WHOLE, PAST).lost == ()


@pytest.mark.parametrize(
    ("gone", "line"),
    [
        ("Weekly", 1),
        ("Room 1", 3),
        ("Ben", 5),
        ("## News", 7),
        ("One *word*", 9),
        ("fix it", 15),
        ("half", 15),
        ("The build", 17),
        ("is red", 18),
        ("look at it", 19),
        ("## Issues", 21),
    ],
)
def test_what_is_gone_is_lost_at_its_line(gone: str, line: int) -> None:
    assert line in compared(WHOLE, PAST, (gone, "")).lost


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (1, "# Weekly, all, 26 October 2020"),
        (3, "**Place:** Room 1b"),
        (5, "Attending: Ana, Ben, some"),
        (11, "- Shifter: Ana (late)"),
        (15, "- AI (Ana): fix it now"),
        (16, "  - half of it"),
        (23, "- 3 (+1) builds in all"),
        (25, "| State of things | Issues | Delta |"),
        (27, "| open | 12 | +3 | more |"),
    ],
)
def test_a_word_that_reading_missed_is_lost(line: int, text: str) -> None:
    assert line in compared(WHOLE, PAST, missed=(line, text)).lost


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("builds: 3", "runs: 3", 23),
        ("id: issues", "id: other", 25),
        ("open: 12", "open: 13", 27),
        ("closed: 4", "shut: 4", 28),
        ("task: fix it", "task: fix all", 15),
        ("note: half", "note: whole", 15),
    ],
)
def test_what_the_notes_say_otherwise_is_lost(old: str, new: str, line: int) -> None:
    assert line in compared(WHOLE, PAST, notes=(old, new)).lost


def test_the_only_text_of_a_section_is_missed() -> None:
    assert compared(f"{HEAD}## News\n\none\n", "", ("one", "")).lost == (5,)


def test_what_stands_in_another_order_is_lost() -> None:
    assert compared(f"{HEAD}one\ntwo\n", "", ("one\ntwo", "two\none")).lost != ()


def test_a_blank_line_is_no_loss() -> None:
    assert compared(f"{HEAD}one\n\n\n\ntwo\n", "", ("\n\n\n\ntwo", "\ntwo")).lost == ()


def test_the_age_of_an_item_is_no_loss() -> None:
    assert compared(f"{HEAD}- AI (Ana): fix it (2nd meeting)\n").lost == ()


# Head


def test_a_title_in_other_words_is_told() -> None:
    assert told("# Weekly 2020-10-26\n") == [
        (1, "title rewritten", "# Weekly 2020-10-26", "# Weekly, 26 October 2020")
    ]


def test_a_title_over_a_line_of_signs_is_two_lines() -> None:
    assert told("Weekly, 26 October 2020\n===\n") == [
        (1, "title rewritten", "2 lines: Weekly, 26 October 2020", "# Weekly, 26 October 2020")
    ]


def test_text_above_the_title_stands_below_it() -> None:
    assert told("one\n\ntwo\n\n# Weekly, 26 October 2020\n") == [
        (1, "text moved", "2 lines: one", "below the title")
    ]


def test_a_title_with_another_date_is_corrected() -> None:
    assert told("# Weekly, 27 October 2020\n") == [
        (1, "corrected title date", "27 October 2020", "26 October 2020")
    ]


def test_a_title_is_written_where_there_is_none() -> None:
    assert told("text\n") == [(1, "title written", "a.md", "# Weekly, 26 October 2020")]


def test_a_date_in_a_text_without_a_title_is_no_title_with_another_date() -> None:
    assert told("call on 27 October 2020\n") == [(1, "title written", "a.md", "# Weekly, 26 October 2020")]


def test_a_key_of_front_matter_that_says_nothing_is_left_out() -> None:
    assert (2, "left out", "place:", "it says nothing") in told(
        f"---\nplace:\ntitle: Weekly\n---\n\n{HEAD}text\n"
    )


@pytest.mark.parametrize("text", ["Attending: Anna, Ben\n", "- Shifter: Anna\n", "- AI (Anna): fix it\n"])
def test_another_spelling_of_a_name_is_told(text: str) -> None:
    assert (3, "alias resolved", "Anna", "Ana") in told(f"{HEAD}{text}")


def test_a_spelling_that_has_the_name_in_it_is_told() -> None:
    found = Findings(sheet(f"{HEAD}Attending: Sam Ode\n"), Roster((Person("Sam", ("Sam Ode",)),)))
    found.add_aliases(3, ["Sam"])
    assert [(one.kind, one.old_text, one.new_text) for one in found.differences] == [
        ("alias resolved", "Sam Ode", "Sam")
    ]


def test_a_first_name_in_small_letters_is_told_as_a_name() -> None:
    assert told(f"{HEAD}-   AI (ana): fix it\n") == [(3, "alias resolved", "ana", "Ana")]


def test_a_name_that_stands_there_too_is_no_other_spelling() -> None:
    assert told(f"{HEAD}**Attending:** Ana, Anna\n") == [
        (3, "header rewritten", "**Attending:** Ana, Anna", "**Attending:** Ana")
    ]


@pytest.mark.parametrize("end", ["", "  ", "\\", "<br>"])
def test_a_line_of_the_head_may_end_in_any_break(end: str) -> None:
    assert told(f"{HEAD}**Attending:** Ana, Ben{end}\n") == []


def test_a_line_of_the_head_in_other_words_is_told() -> None:
    assert told(f"{HEAD}Present: Ana and Ben\n") == [
        (3, "header rewritten", "Present: Ana and Ben", "**Attending:** Ana, Ben")
    ]


@pytest.mark.parametrize("text", ["**Attending:** Ana,\nBen\n", "## Attendees\n\n- Ana\n- Ben\n"])
def test_a_line_of_the_head_that_was_several_is_told_as_one(text: str) -> None:
    number = len([line for line in text.splitlines() if line])
    first = text.splitlines()[0]
    found = told(f"{HEAD}{text}")
    assert found == [(3, "header rewritten", f"{number} lines: {first}", "**Attending:** Ana, Ben")]


def test_who_was_there_stands_below_the_other_lines_of_the_head() -> None:
    assert told(f"{HEAD}**Attending:** Ana\n**Place:** Room 1\n") == [
        (4, "header moved", "**Place:** Room 1", "to its place below the title")
    ]


def test_who_was_there_stands_above_the_text() -> None:
    assert told(f"{HEAD}text\n\n**Attending:** Ana\n") == [
        (5, "header moved", "**Attending:** Ana", "to its place below the title")
    ]


def test_a_line_of_the_head_above_the_title_is_told() -> None:
    assert told("**Place:** Room 1\n\n# Weekly, 26 October 2020\n") == [
        (1, "header moved", "**Place:** Room 1", "to its place below the title")
    ]


def test_a_heading_above_names_belongs_to_them() -> None:
    assert told(f"{HEAD}**Absent:** Cleo\n\n## Attendees\n\n- Ana\n- Ben\n") == [
        (5, "header rewritten", "3 lines: ## Attendees", "**Attending:** Ana, Ben"),
        (5, "header moved", "3 lines: ## Attendees", "to its place below the title"),
    ]


def test_two_lines_of_the_head_that_are_alike_are_two() -> None:
    assert told(f"{HEAD}**Attending:** Ana\n**Attending:** Ana\n") == []


def test_front_matter_is_told_as_a_whole() -> None:
    assert told(f"---\nplace: Room 1\nscribe: Ben\n---\n\n{HEAD}") == [
        (1, "front matter rewritten", "4 lines: ---", "lines of the head")
    ]


# Looks


def test_blanks_at_the_ends_of_lines_and_between_words_are_told_once() -> None:
    text = "#  Weekly, 26 October 2020\n\n## News  \n\ntext  \n\n-   Build \n    -   AI (Ana):  fix it\n"
    assert told(text) == [(1, "blanks dropped", "4 lines: 1, 3, 7, 8", "one between words, none at the end")]


def test_bullets_are_told_once() -> None:
    text = f"{HEAD}* AI (Ana): fix it\n- Build\n  - AI (Ben): look [DONE]\n    - half\n\nAI (Ana): call\n"
    assert told(text) == [(3, "bullets rewritten", "5 lines: 3, 4, 5, 6, 8", '"-   "')]


def test_lines_that_only_look_otherwise_are_told_by_their_numbers() -> None:
    assert told(f"{HEAD}- Shifter: Ana\n") == [(3, "bullets rewritten", "line 3", '"-   "')]


# Sections and prose


def test_a_heading_of_another_level_or_form_is_told() -> None:
    assert told(f"{HEAD}### News ###\n\ntext\n") == [(3, "heading rewritten", "### News ###", "## News")]


def test_a_heading_over_a_line_of_signs_is_two_lines() -> None:
    assert told(f"{HEAD}News\n----\n\ntext\n") == [(3, "heading rewritten", "2 lines: News", "## News")]


def test_a_duty_that_nobody_has_yet_is_told() -> None:
    assert told(f"{HEAD}-   This week: Ana\n-   Next week:\n") == [
        (4, "duty rewritten", "-   Next week:", "-   Next week: ?")
    ]


def test_the_sentence_for_nothing_stays() -> None:
    assert told(f"{HEAD}## News\n\nNone this week\n") == []


@pytest.mark.parametrize("line", ["AI (#7): fix it", "- AI (#7) - fix it"])
def test_a_promise_that_stays_prose_is_told(line: str) -> None:
    assert told(f"{HEAD}{line}\n") == [(3, "action item left in prose", line, "nobody follows it there")]


@pytest.mark.parametrize(
    "line",
    [
        "ACTION ITEM: Zed to comment",
        "ACTION: Zed will look at it",
        "text\n**Action**: zed will file it",
        "text\n- ACTION: about a, and b of the rest: x",
        "TODO: fix it",
    ],
)
def test_what_the_audit_counts_as_an_item_and_stays_prose_is_told(line: str) -> None:
    found = told(f"{HEAD}{line}\n")
    number, last = 2 + len(line.split("\n")), line.rsplit("\n", 1)[-1]
    assert found == [(number, "action item left in prose", last, "nobody follows it there")]


def test_a_promise_that_becomes_a_line_of_the_head_is_told() -> None:
    found = told(f"{HEAD}**Action:** zed will file it\n")
    assert [one[:2] for one in found] == [(3, "action item left in prose")]


def test_a_promise_among_the_notes_of_a_topic_is_told() -> None:
    found = told(f"{HEAD}-   topic\n    -   TODO: sweep\n    -   AI (Ana): fix it\n")
    assert (4, "action item left in prose", "-   TODO: sweep", "nobody follows it there") in found


def test_a_promise_in_the_note_of_an_item_is_told() -> None:
    found = told(f"{HEAD}-   AI (Ana): fix it\n    -   AI (Ben): look at it\n")
    assert found == [(4, "action item left in prose", "-   AI (Ben): look at it", "nobody follows it there")]


def test_the_progress_of_an_item_in_a_list_of_items_is_none() -> None:
    assert told(f"{HEAD}## Action items\n\n-   AI (Ana): fix it\n    -   half\n") == []


@pytest.mark.parametrize(
    "title", ["Next Steps", "Follow-ups", "Follow ups:", "Action summary", "Takeaways", "Tasks"]
)
def test_what_stands_in_a_list_that_may_be_one_of_items_is_told(title: str) -> None:
    found = told(f"{HEAD}## {title}\n\ntext\n\n1. Zed: x\n2. buy milk\n   - at the shop\n")
    assert [one[:2] for one in found] == [
        (7, "action item left in prose"),
        (8, "action item left in prose"),
    ]


@pytest.mark.parametrize(
    ("levels", "now"),
    [("1 2* 2", "2 3* 3"), ("3* 3 4", "2* 2 3"), ("2* 3 4 2", "2* 3 4 2"), ("2 3 2* 3 2", "2 3 2* 3 2")],
)
def test_headings_keep_their_order_below_one_that_stays_prose(levels: str, now: str) -> None:
    """A star is a heading with markup."""

    def heads(of: str) -> list[str]:
        marks = enumerate(of.split())
        return ["#" * int(one[0]) + (f" [h{at}](u)" if "*" in one else f" h{at}") for at, one in marks]

    old, new = heads(levels), heads(now)
    text = "".join(f"{line}\n\ntext\n\n" for line in old)
    rewritten = [one[2:] for one in told(f"{HEAD}{text}") if one[1] == "heading rewritten"]
    assert rewritten == [(was, now) for was, now in zip(old, new, strict=True) if was != now]


def test_what_stands_below_a_heading_in_prose_is_understood() -> None:
    text = f"{HEAD}## [h](u)\n\n### below\n\n- 3 (+1) builds\n- (Ana) AI: fix it\n"
    assert [one[1] for one in told(text, PAST)][-1:] == ["item rewritten"]
    assert "delta" in " ".join(one[1] for one in told(text))


def test_nothing_in_such_a_list_is_not_told() -> None:
    assert told(f"{HEAD}## Next steps\n\n- None\n") == []


@pytest.mark.parametrize("rest", ["", "\nAttending: Ana\n", "\ntext\n"])
def test_a_title_that_is_only_a_date_is_rewritten(rest: str) -> None:
    found = told(f"# 2020-10-26\n{rest}")
    assert found[0] == (1, "title rewritten", "# 2020-10-26", "# Weekly, 26 October 2020")
    assert {one[1] for one in found[1:]} <= {"header rewritten"}


def test_a_date_without_its_year_is_part_of_no_title() -> None:
    assert told("# Board, Mon 26th October\n\ntext\n") == [
        (1, "title rewritten", "# Board, Mon 26th October", "# Board, 26 October 2020")
    ]


def test_a_title_that_is_only_another_date_is_corrected() -> None:
    found = told("2020-10-27\n==========\n\ntext\n")
    assert found == [
        (1, "corrected title date", "2020-10-27", "26 October 2020"),
        (1, "title rewritten", "2 lines: 2020-10-27", "# Weekly, 26 October 2020"),
    ]


# Action items


def test_an_item_in_the_usual_form_does_not_differ() -> None:
    assert told(f"{HEAD}-   AI (Ana): fix it\n-   AI (Ben): call [DONE]\n") == []


def test_of_an_item_in_another_form_only_that_form_is_told() -> None:
    assert told(f"{HEAD}- (Ana) AI: fix it\n") == [(3, "item rewritten", "(Ana) AI:", "AI (Ana):")]
    assert told(f"{HEAD}-   AI (Ana): fix it (done)\n") == [(3, "item rewritten", "(done)", "[DONE]")]


def test_an_item_of_which_nothing_stays_is_told_as_the_line_that_it_becomes() -> None:
    assert told(f"{HEAD}\u2713 AI (Ana): fix it\n") == [
        (3, "item rewritten", "\u2713 AI (Ana): fix it", "-   AI (Ana): fix it [DONE]")
    ]


@pytest.mark.parametrize(
    ("line", "stated", "now"),
    [
        ("[ ] Ana - fix it", "[ ] Ana -", "AI (Ana):"),
        ("[ ] **Ana** fix it", "[ ] **Ana**", "AI (Ana):"),
        ("[ ] fix it (Ben)", "[ ] fix it (Ben)", "AI (Ben): fix it"),
    ],
)
def test_of_an_item_with_its_owner_elsewhere_what_differs_is_told(line: str, stated: str, now: str) -> None:
    assert told(f"{HEAD}- {line}\n") == [(3, "item rewritten", stated, now)]


def test_an_item_whose_mark_says_more_is_told_with_the_line_below_it() -> None:
    assert told(f"{HEAD}-   AI (Ana): fix it (cancelled)\n") == [
        (
            3,
            "item rewritten",
            "-   AI (Ana): fix it (cancelled)",
            "-   AI (Ana): fix it [DROPPED] -   cancelled",
        )
    ]


def test_an_owner_above_a_list_is_told_and_so_are_its_items() -> None:
    assert told(f"{HEAD}- AI (Ana):\n  - fix it\n  - call\n") == [
        (3, "owner repeated", "- AI (Ana):", "named in each item of the list below"),
        (4, "item rewritten", "fix it", "AI (Ana): fix it"),
        (5, "item rewritten", "call", "AI (Ana): call"),
    ]


def test_an_item_of_several_lines_is_told_as_one() -> None:
    assert told(f"{HEAD}-   AI (Ana): fix\n    it\n") == [
        (3, "item regrouped", "2 lines: -   AI (Ana): fix", "one line")
    ]
    assert told(f"{HEAD}-   (Ana) AI: fix\n    it\n") == [
        (3, "item regrouped", "2 lines: -   (Ana) AI: fix", "-   AI (Ana): fix it")
    ]


def test_the_notes_of_an_item_are_told_as_one() -> None:
    assert told(f"{HEAD}-   AI (Ana): fix it\n    -   one\n    -   two\n") == [
        (4, "item regrouped", "2 lines: -   one", "one line")
    ]


CARRIED = "date: 2020-10-19\nactions: [{id: a111, owner: Ana, task: fix it}]\n"


def test_an_item_that_stands_above_those_of_earlier_meetings_is_told() -> None:
    text = f"{HEAD}-   AI (Ana): fix it\n-   AI (Ana): fix all of it\n-   AI (Ben): call\n"
    before = CARRIED.replace("fix it}]", "fix it}, {id: b222, owner: Ana, task: fix all of it}]")
    assert told(text, before, carried=True) == [
        (5, "item moved", "-   AI (Ben): call", "above the items of earlier meetings")
    ]


def test_a_topic_moves_with_all_its_lines() -> None:
    text = (
        f"{HEAD}-   Build\n    -   is red\n    -   AI (Ana): fix it\n-   AI (Ben): call\n-   AI (Ben): buy\n"
    )
    assert told(text, CARRIED, carried=True) == [
        (3, "item moved", "3 lines: -   Build", "below the new items")
    ]


def test_items_in_the_order_of_the_minutes_have_not_moved() -> None:
    text = f"{HEAD}-   AI (Ben): call\n-   AI (Ana): fix it\n"
    assert told(text, CARRIED, carried=True) == []


def test_an_item_that_lapsed_is_told() -> None:
    found = told(f"{HEAD}- AI (Ana): fix it\n", goes_on=False)
    assert (3, "item lapsed", "fix it", "neither open nor closed in the next minutes") in found


def test_the_number_of_a_topic_or_an_item_is_a_bullet() -> None:
    assert told(f"{HEAD}1.  Build\n    1)  AI (Ana): fix it\n") == [
        (3, "bullets rewritten", "2 lines: 3, 4", '"-   "')
    ]


def test_the_notes_of_a_topic_stand_above_its_items() -> None:
    text = f"{HEAD}-   Build\n    -   AI (Ana): fix it\n    -   red\n"
    assert told(text) == [(5, "item regrouped", "-   red", "above the action items of its topic")]


def test_the_notes_of_a_topic_are_indented_as_its_items_are() -> None:
    text = f"{HEAD}-   Build\n     - red\n     - AI (Ana): fix it\n"
    assert told(text) == [
        (4, "indented anew", "5 spaces: - red", "4 spaces"),
        (5, "bullets rewritten", "line 5", '"-   "'),
    ]


def test_minutes_that_minutebook_wrote_do_not_differ() -> None:
    assert told(f"<!-- {MARK} -->\n{HEAD}**Status:** draft\n\n## News\n\ntext\n") == []


def test_the_numbers_of_a_list_of_people_are_not_missed() -> None:
    now = "**Attending:** Ana, Ben"
    assert told(f"{HEAD}## Attendees\n\n8. Ana\n9. Ben\n") == [
        (3, "header rewritten", "3 lines: ## Attendees", now)
    ]


def test_a_heading_of_those_who_were_not_there_goes_with_their_names() -> None:
    assert told(f"{HEAD}## Attending\n\n- Ana\n\n## Not attending\n\n- Ben\n") == [
        (3, "header rewritten", "2 lines: ## Attending", "**Attending:** Ana"),
        (7, "header rewritten", "2 lines: ## Not attending", "**Absent:** Ben"),
    ]
