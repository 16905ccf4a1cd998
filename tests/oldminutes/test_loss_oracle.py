"""The oracle itself: it notices what is lost, and is quiet about what changes on purpose."""

import re
from pathlib import Path

import pytest
from support.oldminutes.loss import lost, prose_lines_lost

FILES = sorted((Path(__file__).parent / "styles").rglob("*.md"))

ORIGINAL = """\
# Bakers, April 11th, 2023

Present: Ines, Tom and Ruth

## Ovens

* The left oven is back, see [the bill](https://bakery.example/7 "Bill 7")
* It took 11 days, `sudo reboot` and <!-- no joke --> luck

> The right one will follow.

    heat	210
"""
MINUTES = """\
<!-- Minutes of 2023-04-11.yaml. -->
# Bakers, 11 April 2023

**Attending:** Ines, Tom, Ruth


## Ovens

* The left oven is back, see [the bill](https://bakery.example/7 "Bill 7")
* It took 11 days, `sudo reboot` and <!-- no joke --> luck

> The right one will follow.

    heat	210
"""


def test_nothing_is_lost_where_only_title_and_attendance_are_written_anew() -> None:
    assert lost(ORIGINAL, MINUTES) == []


@pytest.mark.parametrize(
    ("gone", "instead", "told"),
    [
        ("left ", "", ["word left"]),
        ("11 days", "days", ["word 11"]),
        ("11 days", "12 days", ["word 11"]),
        ("11 April", "12 April", ["date 2023-04-11"]),
        (", 11 April 2023", "", ["date 2023-04-11"]),
        (", Ruth", "", ["word Ruth"]),
        ("bakery.example/7", "bakery.example/8", ["link https://bakery.example/7"]),
        (' "Bill 7"', "", ["word Bill", "word 7"]),
        ("`sudo reboot` ", "", ["code sudo reboot"]),
        ("`sudo reboot`", "sudo reboot", ["code sudo reboot"]),
        ("<!-- no joke --> ", "", ["html <!-- no joke -->"]),
        (
            "> The right one will follow.",
            ">",
            ["word The", "word follow", "word one", "word right", "word will"],
        ),
        ("    heat\t210", "", ["word 210", "word heat"]),
        ("## Ovens", "## Oven", ["word Ovens"]),
    ],
)
def test_what_is_gone_is_told(gone: str, instead: str, told: list[str]) -> None:
    assert gone in MINUTES
    assert sorted(lost(ORIGINAL, MINUTES.replace(gone, instead))) == sorted(told)


@pytest.mark.parametrize(
    ("original", "minutes", "told"),
    [
        ("a b a\n", "a b\n", ["word a"]),
        ("-5 degrees\n", "5 degrees\n", ["word -5"]),
        ("3.10\n", "3.1\n", ["word 3.10"]),
        ("[x]\n\n[x]: http://a.example\n", "x\n", ["reference http://a.example", "link http://a.example"]),
        ("a\n\n[x]: http://a.example\n", "a\n", ["reference http://a.example"]),
        ("a\n\n---\n", "a\n", ["rule ---"]),
        ("```yaml\na\n```\n", "```\na\n```\n", ["word yaml"]),
        ("```\na\n  b\n```\n", "```\na\nb\n```\n", ["code   b"]),
        ("![dog](dog.jpg)\n", "dog\n", ["link dog.jpg"]),
        ("It costs 5 €\n", "It costs 5\n", ["sign €"]),
        ("- AI (Jo): paint\n", "-   AI (Al): paint\n", ["word Jo"]),
        ("- AI (Jo): paint [DONE]\n", "-   AI (Jo): paint\n", ["mark done"]),
        ("- [x] @Jo: paint\n", "-   AI (Jo): paint\n", ["mark done"]),
        (
            "- AI (Jo): paint (due 2023-04-20)\n",
            "-   AI (Jo): paint (2nd meeting)\n",
            ["word due", "word 2023"],
        ),
        ("- 11 (+3) open\n", "-   12 (+4) open\n", ["word 11"]),
        ("The 11 (+3) open ones\n", "The 11 open ones\n", ["word +3"]),
        ("---\ntags: [a, b]\n---\n", "**tags:** a\n", ["word b"]),
        ("---\ndate: 2023-04-11\n---\n", "# T, 12 April 2023\n", ["date 2023-04-11"]),
    ],
)
def test_each_kind_of_loss_is_told(original: str, minutes: str, told: list[str]) -> None:
    assert set(told) <= set(lost(original, minutes))


@pytest.mark.parametrize(
    ("original", "minutes"),
    [
        ("# T 2023-04-11\n", "# T, 11 April 2023\n"),
        ("T, Apr 11, 2023\n===\n", "# T, 11 April 2023\n"),
        ("---\ntitle: T\ndate: 2023-04-11\n---\n\n# T, 11.4.2023\n", "# T T, 11 April 2023\n"),
        ("---\nattendees: [Jo, Al]\ntags: [a]\n---\n", "**Attending:** Jo, Al  \n**tags:** a  \n"),
        ("## Attendees\n\n- Jo\n- Al\n", "**Attending:** Jo, Al  \n"),
        ("**Present**: Jo, Al and Cy\n", "**Attending:** Jo, Al, Cy  \n"),
        ("- [ ] @Jo: paint\n", "-   AI (Jo): paint (2nd meeting)\n"),
        ("- [x] @Jo @Al: paint\n", "-   AI (Jo, Al): paint [DONE]\n"),
        ("- **AI (Jo and Al):** paint (done)\n", "-   AI (Jo, Al): paint (3rd meeting) [DONE]\n"),
        ("- TODO Jo: paint\n", "-   AI (Jo): paint\n"),
        ("AI (Jo and Al): paint\n", "-   AI (Jo, Al): paint\n"),
        ("- Jo (AI): paint\n", "-   AI (Jo): paint\n"),
        ("- (AI: Jo) paint\n", "-   AI (Jo): paint\n"),
        ("- Open tickets: 11 (+2)\n", "-   11 (+3 since 2023-04-04) Open tickets\n"),
        ("One *two*\nthree\r\n", "One two three\n"),
    ],
)
def test_what_changes_on_purpose_is_no_loss(original: str, minutes: str) -> None:
    assert lost(original, minutes) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_text_has_lost_nothing_of_itself(path: Path) -> None:
    text = path.read_bytes().decode()
    assert lost(text, text) == []
    assert prose_lines_lost(text, text, ()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_any_line_is_missed_but_sums_and_the_heading_of_those_present(path: Path) -> None:
    lines = path.read_bytes().decode().replace("\r\n", "\n").split("\n")
    unnoticed = [
        line
        for at, line in enumerate(lines)
        if re.search(r"\w", line) and not lost("\n".join(lines), "\n".join([*lines[:at], *lines[at + 1 :]]))
    ]
    assert [line for line in unnoticed if "Total" not in line and line != "## Attendees"] == []


COUNTS = """\
| State | A | Δ | B | Δ | Total | Δ |
|:--|--:|:-:|--:|:-:|--:|:-:|
| Open | 1,204 | +3 | 2 | (+9) | 1206 | +4 |
| Done | 5 | | 0 | -0 | 6 | |
| Total | 1209 | +1 | 2 | | 1211 | |
"""
DRAWN = """\
| A    | &Delta; | B | &Delta; | Total | &Delta; | State |
| ---- | ------- | - | ------- | ----- | ------- | ----- |
| 1204 | +4      | 2 | +2      | 1206  | +6      | Open  |
| 5    | +5      | 0 | +0      | 5     | +5      | Done  |
| 1209 | +9      | 2 | +2      | 1211  | +11     | Total |
"""


def test_a_table_of_counts_may_be_drawn_anew_with_right_deltas_and_sums() -> None:
    assert lost(COUNTS, DRAWN) == []


@pytest.mark.parametrize(
    ("gone", "instead", "told"),
    [
        ("| 5  ", "| 6  ", "word 5"),
        ("Open", "Opened", "word Open"),
        ("| B ", "| C ", "word B"),
        ("State", "", "word State"),
        ("| 0 ", "|   ", "word 0"),
    ],
)
def test_a_count_or_a_name_of_a_table_is_no_less_than_a_word(gone: str, instead: str, told: str) -> None:
    assert lost(COUNTS, DRAWN.replace(gone, instead, 1)) == [told]


def test_another_table_keeps_all_its_cells() -> None:
    table = "| Day | Total | Who |\n|--|--|--|\n| Mon | 7 | Jo |\n| Total | 7 | Al |\n"
    assert lost(table, table.replace("| 7 | Al", "| 8 | Al")) == ["word 7"]


def test_a_name_may_come_in_the_spelling_that_stands_for_it() -> None:
    original, minutes = "- AI (Brian L): paint\n", "-   AI (BrianL): paint\n"
    assert lost(original, minutes, {"Brian L": "BrianL"}) == []
    assert lost(original, minutes) == ["word Brian", "word L"]


def test_a_name_that_is_gone_is_lost_in_any_spelling() -> None:
    assert lost("Brian L and Jo\n", "Jo and\n", {"Brian L": "BrianL"}) == ["word BrianL"]


PROSE = "# T 2023-04-11\n\none\ntwo  \n\n- three\n"


def test_lines_that_stand_in_order_are_kept() -> None:
    assert prose_lines_lost(PROSE, "# T, 11 April 2023\n\nnew\none\ntwo  \nnew\n- three\n", {1}) == []


def test_line_ends_of_another_system_are_no_difference() -> None:
    assert prose_lines_lost(PROSE.replace("\n", "\r\n"), PROSE, ()) == []


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        ("one\ntwo  \n", ["6: - three"]),
        ("one\ntwo\n- three\n", ["4: two  "]),
        ("two  \none\n- three\n", ["4: two  "]),
        ("one\ntwo  \n-   three\n", ["6: - three"]),
    ],
)
def test_lines_that_are_gone_changed_or_swapped_are_told_with_their_number(
    minutes: str, told: list[str]
) -> None:
    assert prose_lines_lost(PROSE, minutes, {1}) == told


def test_a_line_that_stands_twice_must_come_twice() -> None:
    assert prose_lines_lost("a\na\n", "a\n", ()) == ["2: a"]
