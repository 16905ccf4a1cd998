"""Old minutes against the new ones: what differs without a decision is told, and what nothing shows is lost."""

from datetime import date

import pytest

from minutebook.oldminutes.comparison import compare
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.sheet_reader import read_sheet

OLD = "# Club\n\n## Talk\n\nThe ladder is back.\n\n- one thing\n- another thing\n\n## End\n\nNone\n"


def differences(old: str, new: str) -> tuple[list[int], list[tuple[int, str, str]]]:
    """Return the lines that are lost, and what is told with its line."""
    sheet = read_sheet("2020-01-06.md", read_markdown(old), date(2020, 1, 6), Facts())
    lost, decisions = compare(sheet, new, ())
    return [unit.lines.start for unit in lost], [(each.line, each.kind, each.now) for each in decisions]


def test_a_text_is_shown_by_itself() -> None:
    assert differences(OLD, OLD) == ([], [])


@pytest.mark.parametrize("looks", ["-   one thing", "* one thing", "- one  thing"])
def test_bullets_and_spaces_are_only_looks(looks: str) -> None:
    assert differences(OLD, OLD.replace("- one thing", looks)) == ([], [])


def test_a_word_that_is_gone_is_lost() -> None:
    assert differences(OLD, OLD.replace("ladder ", "")) == ([5], [])


def test_a_table_of_html_may_become_records_but_no_row_of_it_may_vanish() -> None:
    rows = "<tr><td>Ada</td>\n<td>yes</td></tr>\n<tr><td>Ben</td>\n<td>no</td></tr>"
    old = f"# Club\n\n<table>\n<tr><th>Name</th><th>Present</th></tr>\n{rows}\n</table>\n"
    assert differences(old, "# Club\n\n**Attending:** Ada  \n**Absent:** Ben\n")[0] == []
    assert differences(old, "# Club\n\n**Attending:** Ada\n")[0] == [7]


def test_words_that_were_added_are_told() -> None:
    new = OLD.replace("- one thing", "- AI (Ada): one thing")
    assert differences(OLD, new) == ([], [(7, "rewritten", "AI (Ada): one thing")])


def test_another_level_of_a_heading_is_told() -> None:
    assert differences(OLD, OLD.replace("## End", "### End")) == ([], [(10, "rewritten", "### End")])


@pytest.mark.parametrize(
    ("line", "now"),
    [("one thing", "the same, as a bullet"), ("- x\n  - one thing", "the same, further out")],
)
def test_what_has_other_looks_but_the_same_words_is_told_by_them(line: str, now: str) -> None:
    old = OLD.replace("- one thing", f"- x\n\n{line}\n" if line[0] != "-" else line)
    new = OLD.replace("- one thing", "- x\n- one thing")
    assert now in [told for _line, _kind, told in differences(old, new)[1]]


def test_what_stands_in_another_place_is_told() -> None:
    new = OLD.replace("- one thing\n- another thing", "- another thing\n- one thing")
    assert differences(OLD, new)[1] in (
        [(7, "item moved", "one thing")],
        [(8, "item moved", "another thing")],
    )


def test_lines_of_a_paragraph_may_be_shown_far_from_each_other() -> None:
    old = OLD.replace("The ladder", "The rope is gone.\nThe ladder")
    new = f"The rope is gone.\n\n{OLD}"
    assert differences(old, new)[0] == []
    assert differences(old.replace("gone", "gone now"), new)[0] == [5]


def test_what_stands_twice_must_come_twice() -> None:
    assert differences("a b c\n\na b c\n", "a b c\n")[0] == [3]


def test_what_the_text_says_is_not_taken_for_what_the_front_matter_says() -> None:
    old = "---\ndate: 2020-01-06\n---\n\n- Date: 2020-01-06\n"
    assert differences(old, "# Club, 6 January 2020\n\n- Date: 2020-01-06\n") == ([], [])


def test_code_is_not_shown_by_text() -> None:
    old = "# T\n\n```\none two\n```\n"
    assert differences(old, "# T\n\none two\n") == (
        [],
        [(4, "rewritten", "the same, as a paragraph")],
    )


def test_a_word_between_owners_is_not_looked_for_in_the_item_beside_it() -> None:
    old = "# Club\n\n## Tareas\n\n- Ordenar la mesa (Ada y Ben)\n- Comprar pan y sal\n"
    items = "-   AI (Ada, Ben): Ordenar la mesa\n-   AI (unassigned): Comprar pan y sal\n"
    assert differences(old, f"# Club\n\n## Tareas\n\n{items}")[0] == []


def test_a_word_may_stand_twice_in_what_is_parted() -> None:
    assert differences("# T\n\n| task | 8 | 8 |\n|---|---|---|\n", "# T\n\n- task\n\n8\n\n- 8\n")[0] == []


def test_each_line_of_a_paragraph_may_be_an_item() -> None:
    words = ("ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen")
    items = "".join(f"- {word}\n" for word in words)
    assert differences("# T\n\n" + "\n".join(words) + "\n", f"# T\n\n{items}")[0] == []


def test_the_headings_of_a_table_of_actions_are_not_taken_for_those_of_prose() -> None:
    headings = "| Task | Owner |\n|---|---|\n"
    old = f"{headings}| oil it | Ada |\n\n{headings}| none | |\n"
    assert (
        differences(old, f"# Club, 6 January 2020\n\n-   AI (Ada): oil it\n\n{headings}| none | |\n")[0] == []
    )
